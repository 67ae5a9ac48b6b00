"""What every `Identities` does."""

import asyncio
from datetime import timedelta

import pytest

from faceswap.domain.errors import TooManyIds
from faceswap.domain.face import Template
from faceswap.domain.identity import Identity
from tests.fakes.clock import NOON

FACE = Template("mesh", b"a face \0 of bytes", 123.5, 2)
OTHER = Template("neural", b"another face", 80.0, 1)


async def save(identities, *names, owner="member", template=FACE, limit=20):
    for minute, name in enumerate(names):
        await identities.save(
            owner, name, template, limit=limit, now=NOON + timedelta(minutes=minute)
        )


async def test_a_saved_template_comes_back(identities):
    await save(identities, "Anna")
    assert await identities.template("member", "Anna") == FACE


async def test_names_are_compared_without_case_and_kept_with_it(identities):
    await save(identities, "Anna", "STRASSE")
    assert await identities.template("member", "aNNA") == FACE
    assert (await identities.identity("member", "straße")).name == "STRASSE"
    assert (await identities.shelf("member")).names == ["Anna", "STRASSE"]


async def test_the_shelf_shows_what_is_known_of_each(identities):
    await save(identities, "Anna")
    shelf = await identities.shelf("member")
    assert shelf.identities == (Identity("member", "Anna", "mesh", 2, 123.5, NOON),)


async def test_the_shelf_is_oldest_first(identities):
    await save(identities, "c", "b", "a")
    assert (await identities.shelf("member")).names == ["c", "b", "a"]


async def test_saving_over_replaces_and_says_so(identities):
    assert not await identities.save("member", "Anna", FACE, limit=1, now=NOON)
    later = NOON + timedelta(days=1)
    assert await identities.save("member", "ANNA", OTHER, limit=1, now=later)
    assert await identities.template("member", "anna") == OTHER
    shelf = await identities.shelf("member")
    assert shelf.identities == (Identity("member", "ANNA", "neural", 1, 80.0, later),)


async def test_what_is_saved_becomes_current(identities):
    await save(identities, "a", "b")
    assert (await identities.shelf("member")).default == "b"
    await save(identities, "a")
    assert (await identities.shelf("member")).default == "a"


async def test_the_limit_counts_names(identities):
    await save(identities, "a", "b", limit=2)
    with pytest.raises(TooManyIds) as refused:
        await save(identities, "c", limit=2)
    assert refused.value.limit == 2
    shelf = await identities.shelf("member")
    assert (shelf.names, shelf.default) == (["a", "b"], "b")


async def test_the_limit_holds_when_many_save_at_once(identities):
    names = [f"id{number}" for number in range(20)]
    results = await asyncio.gather(
        *(identities.save("member", name, FACE, limit=5, now=NOON) for name in names),
        return_exceptions=True,
    )
    assert sum(isinstance(result, TooManyIds) for result in results) == 15
    assert len((await identities.shelf("member")).names) == 5


async def test_members_do_not_see_each_other(identities):
    await save(identities, "a", owner="one")
    await save(identities, "a", owner="two", template=OTHER)
    await identities.delete("one", "a")
    assert await identities.template("one", "a") is None
    assert await identities.template("two", "a") == OTHER
    assert (await identities.shelf("one")).default == ""


async def test_what_is_not_there_is_none(identities):
    assert await identities.identity("member", "a") is None
    assert await identities.template("member", "a") is None
    assert not await identities.delete("member", "a")
    assert await identities.delete_all("member") == 0


async def test_a_list_can_be_current(identities):
    await save(identities, "a", "b")
    await identities.set_default("member", "a,b -m")
    assert (await identities.shelf("member")).default == "a,b -m"


@pytest.mark.parametrize(
    ("current", "left"),
    [("A,b -m", ""), ("b+a", ""), ("b -m", "b -m"), ("_,b", "_,b"), ("?!", "")],
)
async def test_a_current_list_that_names_a_deleted_id_is_cleared(identities, current, left):
    await save(identities, "a", "b")
    await identities.set_default("member", current)
    assert await identities.delete("member", "a")
    assert (await identities.shelf("member")).default == left


async def test_all_can_be_deleted(identities):
    await save(identities, "a", "b")
    await save(identities, "c", owner="other")
    assert await identities.delete_all("member") == 2
    shelf = await identities.shelf("member")
    assert (shelf.names, shelf.default) == ([], "")
    assert (await identities.shelf("other")).names == ["c"]
