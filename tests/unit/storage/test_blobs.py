import os
import shutil
import stat

import pytest

from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher
from tests.fakes.clock import NOON, HandClock
from tests.stores import KEY

PICTURE = b"a picture that says a thousand words"


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data" / "blobs"


@pytest.fixture
def blobs(folder, clock):
    return FileBlobs(folder, Cipher(KEY), clock)


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


async def test_a_blob_is_one_file_for_its_owner_alone(blobs, folder):
    key = await blobs.put(PICTURE)
    path = folder / key[:2] / key
    assert files(folder) == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [stat.S_IMODE(each.stat().st_mode) for each in (folder, path.parent)] == [0o700, 0o700]


async def test_a_blob_is_sealed_on_the_disk(blobs, folder):
    await blobs.put(PICTURE)
    assert b"picture" not in files(folder)[0].read_bytes()


async def test_the_file_bears_the_clock_s_time(blobs, folder, clock):
    clock.advance(-86_400)
    await blobs.put(PICTURE)
    assert files(folder)[0].stat().st_mtime == NOON.timestamp() - 86_400


async def test_another_key_opens_no_blob(blobs, folder, clock):
    key = await blobs.put(PICTURE)
    with pytest.raises(KeyError):
        await FileBlobs(folder, Cipher(bytes(32)), clock).get(key)


async def test_a_blob_under_another_name_does_not_open(blobs, folder):
    mine, theirs = await blobs.put(PICTURE), await blobs.put(b"theirs")
    shutil.copy(folder / theirs[:2] / theirs, folder / mine[:2] / mine)
    with pytest.raises(KeyError):
        await blobs.get(mine)


async def test_a_damaged_blob_is_no_trouble(blobs, folder):
    key = await blobs.put(PICTURE)
    files(folder)[0].write_bytes(b"")
    with pytest.raises(KeyError):
        await blobs.get(key)


async def test_a_write_that_breaks_leaves_nothing(blobs, folder, monkeypatch):
    def fill_up(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(OSError, match="No space"):
        await blobs.put(PICTURE)
    assert files(folder) == []


async def test_a_draft_that_a_crash_left_is_found_and_erased(blobs, folder, clock):
    key = await blobs.put(PICTURE)
    path = folder / key[:2] / key
    path.rename(path.with_suffix(".draft"))
    with pytest.raises(KeyError):
        await blobs.get(key)
    clock.advance(1)
    assert await blobs.older_than(clock.now()) == [key]
    await blobs.delete([key])
    assert files(folder) == []


async def test_files_that_are_not_ours_are_left_alone(blobs, folder, clock):
    key = await blobs.put(PICTURE)
    stranger = folder / key[:2] / "notes.txt"
    stranger.write_text("not ours")
    os.utime(stranger, (0, 0))
    assert await blobs.older_than(clock.now()) == []


@pytest.mark.parametrize("key", ["../secret", "..", "/", "0" * 63, "0" * 65, "0" * 63 + "\n"])
async def test_no_key_leads_out_of_the_folder(blobs, folder, key):
    await blobs.put(PICTURE)
    secret = folder.parent / "secret"
    secret.write_bytes(b"secret")
    await blobs.delete([key])
    with pytest.raises(KeyError):
        await blobs.get(key)
    assert secret.exists()
