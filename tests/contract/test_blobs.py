"""What every `Blobs` does."""

from datetime import timedelta

import pytest

from tests.fakes.clock import NOON


async def test_what_is_put_is_got(blobs):
    key = await blobs.put(b"a picture")
    assert await blobs.get(key) == b"a picture"


async def test_nothing_at_all_may_be_put(blobs):
    assert await blobs.get(await blobs.put(b"")) == b""


async def test_the_same_bytes_twice_are_two_blobs(blobs):
    first, second = await blobs.put(b"a picture"), await blobs.put(b"a picture")
    await blobs.delete([first])
    assert await blobs.get(second) == b"a picture"


async def test_what_is_deleted_is_gone(blobs):
    key = await blobs.put(b"a picture")
    await blobs.delete([key])
    with pytest.raises(KeyError):
        await blobs.get(key)


@pytest.mark.parametrize("key", ["", "nothing", "ab" * 32, "../../etc/passwd", "/etc/passwd", "\0"])
async def test_unknown_keys_are_no_trouble(blobs, key):
    await blobs.delete([key])
    with pytest.raises(KeyError):
        await blobs.get(key)


async def test_the_age_of_blobs_is_known(blobs, clock):
    old = await blobs.put(b"old")
    clock.advance(3600)
    young = await blobs.put(b"young")
    assert await blobs.older_than(NOON) == []
    assert await blobs.older_than(NOON + timedelta(seconds=1)) == [old]
    assert set(await blobs.older_than(NOON + timedelta(hours=2))) == {old, young}
