import asyncio
from datetime import timedelta

import pytest

from faceswap.app.credits import balance
from faceswap.app.swaps import submit
from faceswap.domain.errors import (
    BadIdList,
    BadIdName,
    FileTooLarge,
    NoDefaultId,
    NoPicture,
    NotEnoughCredits,
    PackMissing,
    Refusal,
    UnknownFlags,
    UnknownId,
)
from faceswap.domain.job import JobState, Verb
from faceswap.domain.media import NamedBytes
from tests.stores import new_job
from tests.unit.app.conftest import picture

BIG = NamedBytes("big.png", b"x" * 1001)


async def test_a_swap_is_held_kept_and_queued(world):
    job = await submit(world.app, world.ask(ids_text="anna,bo", targets=(picture(1), picture(2))))
    assert job == await world.jobs.job(job.id)
    assert (job.state, job.held, await world.spent()) == (JobState.QUEUED, 4, 4)
    assert (job.owner, job.account, job.address) == ("member", "account", "a token")
    assert job.deadline == world.clock.now() + timedelta(minutes=10)
    assert world.stored() == [b"picture of 1", b"picture of 2"]
    assert [target.name for target in job.request.targets] == ["party.png", "party.png"]
    assert [target.size for target in job.request.targets] == [12, 12]
    assert world.engine.wakes == 1


@pytest.mark.parametrize(
    ("current", "ids_text", "options_text", "ids", "options"),
    [
        ("bo", None, "", "bo", ""),
        ("anna,_ -m", None, "", "Anna,_", "-m"),
        ("anna -m", None, "-f", "Anna", "-m -f"),
        ("anna -m", "BO", "", "bo", ""),
        ("bo", "anna+BO+bo -s", "-m", "Anna+bo+bo", "-m -s"),
        ("anna -m", "-s", "-f", "Anna", "-m -f -s"),
        ("anna", "  ", "", "Anna", ""),
    ],
)
async def test_ids_and_flags_are_put_together(world, current, ids_text, options_text, ids, options):
    await world.identities.set_default("member", current)
    ask = world.ask(ids_text=ids_text, options_text=options_text)
    request = (await submit(world.app, ask)).request
    assert (str(request.ids), str(request.options)) == (ids, options)


async def test_a_one_shot_swap_keeps_its_source_with_it(world):
    job = await submit(world.app, world.one_shot(targets=(picture(2), picture(1))))
    assert (job.request.ids, job.request.source.name, job.held) == (None, "guest.jpg", 2)
    assert world.stored() == [b"face of guest", b"picture of 1", b"picture of 2"]


@pytest.mark.parametrize(
    ("ids_text", "has_source"), [("_,*", True), ("*+anna", True), ("anna", False)]
)
async def test_a_source_is_kept_when_it_goes_to_some_face(world, ids_text, has_source):
    job = await submit(world.app, world.one_shot(ids_text=ids_text))
    assert (job.request.source is not None) is has_source
    assert (b"face of guest" in world.stored()) is has_source


async def test_what_was_asked_goes_along(world):
    ask = world.ask(verb=Verb.INSWAPPER, private=True, most_bytes=123)
    request = (await submit(world.app, ask)).request
    assert (request.verb, request.private, request.most_bytes) == (Verb.INSWAPPER, True, 123)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"targets": ()}, NoPicture),
        ({"targets": (picture(), BIG)}, FileTooLarge),
        ({"source": BIG}, FileTooLarge),
        ({"ids_text": "anna,,bo"}, BadIdList),
        ({"ids_text": "an na"}, BadIdList),
        ({"ids_text": "an_na"}, BadIdName),
        ({"ids_text": "*"}, BadIdName),
        ({"ids_text": "ana"}, UnknownId),
        ({"ids_text": "anna -x"}, UnknownFlags),
        ({"options_text": "-x"}, UnknownFlags),
        ({"options_text": "--oldify 300"}, PackMissing),
        ({"owner": "stranger"}, NoDefaultId),
        ({"ids_text": "anna,bo", "targets": (picture(2),) * 26}, NotEnoughCredits),
    ],
)
async def test_a_refusal_leaves_nothing(world, change, error):
    with pytest.raises(error):
        await submit(world.app, world.ask(**change))
    assert world.stored() == []
    assert await world.jobs.next_due() is None
    assert (await world.spent(), world.engine.wakes) == (0, 0)


async def test_a_refusal_names_the_nearest_id(world):
    with pytest.raises(UnknownId) as refused:
        await submit(world.app, world.ask(ids_text="bo,ana"))
    assert refused.value.data() == {"name": "ana", "nearest": "Anna", "count": 2}


async def test_a_file_of_exactly_the_limit_is_taken(world):
    full = NamedBytes("full.png", b"x" * 1000)
    assert (await submit(world.app, world.ask(targets=(full,)))).held == 1


async def test_credits_are_looked_at_before_pictures_are_kept(world):
    world.blobs.room = 0
    for _ in range(50):
        await world.jobs.open(**held(world, 1))
    with pytest.raises(NotEnoughCredits) as refused:
        await submit(world.app, world.ask())
    assert (refused.value.needed, refused.value.left) == (1, 0)


def held(world, hold):
    return {
        "job": new_job(world.keys()),
        "hold": hold,
        "allowance": 50,
        "now": world.clock.now(),
    }


async def test_the_same_key_is_one_job_and_one_hold(world):
    ask = world.ask(key="key")
    first = await submit(world.app, ask)
    assert await submit(world.app, ask) == first
    assert (await world.spent(), len(world.stored())) == (1, 1)


async def test_the_same_key_is_known_whatever_has_become_of_it(world):
    ask = world.ask(key="key", ids_text="anna")
    first = await submit(world.app, ask)
    await world.identities.delete_all("member")
    await world.jobs.open(**held(world, 49))
    assert (await submit(world.app, ask)).id == first.id


async def test_the_same_key_at_once_is_one_job_with_its_pictures(world):
    jobs = await asyncio.gather(*(submit(world.app, world.ask(key="key")) for _ in range(10)))
    assert len({job.id for job in jobs}) == 1
    assert await world.spent() == 1
    assert list(world.blobs.stored) == [jobs[0].request.targets[0].blob]


async def test_many_at_once_do_not_overdraw_and_the_refused_leave_nothing(world):
    results = await asyncio.gather(
        *(submit(world.app, world.ask(ids_text="anna,bo")) for _ in range(40)),
        return_exceptions=True,
    )
    refused = [result for result in results if isinstance(result, Refusal)]
    assert {type(error) for error in refused} == {NotEnoughCredits}
    assert (len(refused), await world.spent(), len(world.stored())) == (15, 50, 25)


async def test_a_full_disk_leaves_nothing(world):
    world.blobs.room = 1
    with pytest.raises(OSError, match="No space"):
        await submit(world.app, world.ask(targets=(picture(), picture())))
    assert (world.stored(), await world.spent()) == ([], 0)


async def test_the_balance_is_the_rules_allowance_less_what_is_spent(world):
    await submit(world.app, world.one_shot(targets=(picture(), picture())))
    have = await balance(world.app, "account")
    assert (have.allowance, have.spent, have.left) == (50, 2, 48)
