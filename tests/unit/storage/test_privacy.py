"""What lies on the disk: sealed while it is kept, gone when it is not."""

import sqlite3
from datetime import timedelta

import pytest

from faceswap.domain.errors import IdUnreadable
from faceswap.domain.face import Template
from faceswap.domain.job import Outcome
from tests.fakes.clock import NOON
from tests.stores import claimed, new_job, open_stores, swap_request

SMALL = Template("mesh", b"the face of anna", 100.0, 1)
# Larger than a page: it goes to overflow pages, which are freed in another way.
LARGE = Template("mesh", bytes(range(256)) * 200, 100.0, 1)
SECRET = "an interaction token"


def raw(path):
    """Return all bytes of the database, its log included."""
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def sealed(path, column, table):
    """Return what a table holds in a column, as another process would read it."""
    connection = sqlite3.connect(path)
    rows = connection.execute(f"SELECT {column} FROM {table}").fetchall()  # noqa: S608
    connection.close()
    return [row[0] for row in rows]


def traces(path, secrets):
    """Return which pieces of the secrets are on the disk, cut so that pages do not hide them."""
    found = raw(path)
    pieces = [secret[at : at + 32] for secret in secrets for at in range(0, len(secret) - 31, 256)]
    return [piece for piece in pieces if piece in found]


@pytest.fixture
async def stores(tmp_path):
    async with open_stores(tmp_path / "visage.db") as opened:
        yield opened


async def save(stores, name, template=SMALL):
    await stores.identities.save("member", name, template, limit=20, now=NOON)


async def test_templates_and_addresses_are_sealed(stores):
    await save(stores, "anna")
    request = swap_request(None, source="photo")
    await stores.jobs.open(
        new_job("one", request=request, template=SMALL, address=SECRET),
        hold=1,
        allowance=50,
        now=NOON,
    )
    await stores.jobs.claim(NOON)
    await stores.jobs.answered("one", SECRET)
    assert SMALL.data not in raw(stores.path)
    assert SECRET.encode() not in raw(stores.path)


@pytest.mark.parametrize("template", [SMALL, LARGE], ids=["small", "large"])
async def test_a_deleted_identity_is_gone_from_the_disk(stores, template):
    await save(stores, "anna", template)
    await save(stores, "bo", template)
    anna, _ = secrets = sealed(stores.path, "template", "identities")
    assert traces(stores.path, secrets)
    await stores.identities.delete("member", "anna")
    assert traces(stores.path, [anna]) == []
    await stores.identities.delete_all("member")
    assert traces(stores.path, secrets) == []


@pytest.mark.parametrize("template", [SMALL, LARGE], ids=["small", "large"])
async def test_a_face_that_was_saved_over_is_gone_from_the_disk(stores, template):
    await save(stores, "anna", template)
    before = sealed(stores.path, "template", "identities")
    await save(stores, "anna", template)
    assert traces(stores.path, before) == []


@pytest.mark.parametrize("how", ["forgotten", "expired"])
async def test_what_a_job_held_is_gone_from_the_disk(stores, how):
    request = swap_request(None, source="photo")
    await claimed(stores.jobs, new_job("one", request=request, template=LARGE, address=SECRET * 9))
    await stores.jobs.finish("one", 1, Outcome(()), charge=0, now=NOON)
    secrets = sealed(stores.path, "template", "jobs") + sealed(stores.path, "address", "jobs")
    assert traces(stores.path, secrets)
    later = NOON + timedelta(days=1)
    if how == "forgotten":
        await stores.jobs.forget("one", later)
    else:
        await stores.jobs.expire(later, later)
    assert traces(stores.path, secrets) == []


async def test_a_template_under_another_owner_or_name_does_not_open(stores):
    await save(stores, "anna")
    connection = sqlite3.connect(stores.path)
    copy = (
        "INSERT INTO identities SELECT ?, ?, ?, engine, photos, face_width, created, template "
        "FROM identities WHERE owner = 'member' AND name_key = 'anna'"
    )
    connection.execute(copy, ("thief", "anna", "anna"))
    connection.execute(copy, ("member", "bo", "bo"))
    connection.commit()
    connection.close()
    for owner, name in (("thief", "anna"), ("member", "bo")):
        with pytest.raises(IdUnreadable) as refused:
            await stores.identities.template(owner, name)
        assert refused.value.name == name
    assert await stores.identities.template("member", "anna") == SMALL


async def test_another_key_loses_what_was_sealed_and_nothing_else(tmp_path):
    path = tmp_path / "visage.db"
    request = swap_request(None, source="photo")
    async with open_stores(path) as stores:
        await save(stores, "anna")
        await claimed(stores.jobs, new_job("one", request=request, template=SMALL))
    async with open_stores(path, key=bytes(32)) as stores:
        with pytest.raises(IdUnreadable):
            await stores.identities.template("member", "anna")
        assert (await stores.identities.shelf("member")).names == ["anna"]
        assert (await stores.jobs.job("one")).address == ""
        assert await stores.jobs.template("one") is None
        assert await stores.identities.delete("member", "anna")
