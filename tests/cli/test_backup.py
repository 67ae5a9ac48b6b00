"""Backups, as an operator makes and restores them; also of a folder that is being written to."""

import asyncio
import io
import sqlite3
import stat
import tarfile
from contextlib import closing
from datetime import UTC, datetime

import pytest

from faceswap.domain.errors import NoFace
from faceswap.domain.job import JobState
from faceswap.storage.archive import DATABASE, KEY, MANIFEST, picture_name
from faceswap.storage.backup import back_up, blobs_of
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher, find_key
from faceswap.storage.errors import StorageRefused
from faceswap.storage.lock import locked
from faceswap.storage.restore import restore
from tests.fakes.clock import NOON, HandClock
from tests.sidecar.engine import template
from tests.stores import ALLOWANCE, new_job, open_stores, swap_request

NOW = datetime(2026, 11, 28, tzinfo=UTC)
PICTURE = b"a picture of anna"


class Folder:
    """A data folder, with what is in it."""

    def __init__(self, path):
        self.path = path

    def key(self):
        return find_key(None, self.path / KEY)

    def stores(self):
        return open_stores(self.path / DATABASE, self.key())

    def blobs(self):
        return FileBlobs(self.path / "pictures", Cipher(self.key()), HandClock())

    async def ask(self, stores, name):
        """Open a job with a picture of its own."""
        blob = await self.blobs().put(PICTURE)
        job = new_job(name, request=swap_request(targets=(blob,)), account=name)
        await stores.jobs.open(job, hold=1, allowance=ALLOWANCE, now=NOON)
        return blob


@pytest.fixture
async def folder(tmp_path):
    made = Folder(tmp_path / "visage-data")
    made.path.mkdir(mode=0o700)
    async with made.stores() as stores:
        await stores.identities.save("anna", "me", template(), limit=9, now=NOON)
        await made.ask(stores, "one")
        await made.blobs().put(b"of no job")
    return made


async def test_a_backup_brings_everything_back(folder, visage, tmp_path):
    saved = visage("backup", "friday.tar")
    assert saved.code == 0
    assert "friday.tar: database and 2 pictures" in saved.said
    assert "The key is in it" in saved.said
    assert stat.S_IMODE((tmp_path / "friday.tar").stat().st_mode) == 0o600

    ran = visage("restore", "friday.tar", VISAGE_DATA=str(tmp_path / "new"))
    assert ran.code == 0
    assert "database and 1 picture" in ran.said
    new = Folder(tmp_path / "new")
    async with new.stores() as stores:
        assert await stores.identities.template("anna", "me") == template()
        job = await stores.jobs.job("one")
    assert await new.blobs().get(job.request.targets[0].blob) == PICTURE
    files = [path for path in new.path.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}
    assert len([path for path in files if path.parent.parent.name == "pictures"]) == 1


async def test_without_the_key_it_is_told_what_that_means(folder, visage, tmp_path):
    saved = visage("backup", "friday.tar", "--without-key")
    assert "keep secret.key elsewhere, for nothing in it opens without" in saved.said
    ran = visage("restore", "friday.tar", VISAGE_DATA=str(tmp_path / "new"))
    assert "put secret.key into the folder" in ran.said
    assert not (tmp_path / "new" / KEY).exists()


async def test_what_is_there_is_not_written_over_by_mistake(folder, visage, tmp_path):
    assert visage("backup", "friday.tar").code == 0
    assert visage("backup", "friday.tar").code == 2
    assert visage("backup", "friday.tar", "--force").code == 0
    async with folder.stores() as stores:
        await folder.ask(stores, "later")
    ran = visage("restore", "friday.tar")
    assert (ran.code, "write over it with --force" in ran.said) == (1, True)
    assert visage("restore", "friday.tar", "--force").code == 0
    async with folder.stores() as stores:
        assert await stores.jobs.job("later") is None
    assert not list(folder.path.glob(".*"))


async def test_nothing_is_restored_under_a_bot_that_runs(folder, visage):
    assert visage("backup", "friday.tar").code == 0
    with locked(folder.path):
        ran = visage("restore", "friday.tar", "--force")
    assert (ran.code, "Another Visage uses the data folder" in ran.said) == (1, True)


def test_where_there_is_nothing_there_is_no_backup(visage, tmp_path):
    ran = visage("backup", "friday.tar")
    assert ran.code == 1
    assert "There is no database in visage-data" in ran.said
    assert list(tmp_path.iterdir()) == []


async def test_a_backup_is_whole_while_jobs_come_and_go(folder, tmp_path):
    """Each time, every picture is there that the copied database refers to."""
    is_over = asyncio.Event()

    async def work():
        async with folder.stores() as stores:
            for number in range(10_000):
                if is_over.is_set():
                    return
                await folder.ask(stores, f"job {number}")
                job = await stores.jobs.claim(NOON)
                error = NoFace(name="party.png")
                await stores.jobs.fail(job.id, job.attempt, error, state=JobState.FAILED, now=NOON)
                await folder.blobs().delete(await stores.jobs.forget(job.id, NOON))

    working = asyncio.create_task(work())
    try:
        for number in range(5):
            target = tmp_path / f"{number}.tar"
            await asyncio.to_thread(back_up, folder.path, target, NOW)
            new = tmp_path / str(number)
            new.mkdir(mode=0o700)
            await asyncio.to_thread(restore, target, new)
            kept = {path.name for path in (new / "pictures").glob("??/*")}
            assert kept == set(blobs_of(new / DATABASE))
    finally:
        is_over.set()
        await working


# What is no backup


def entries(path):
    with tarfile.open(path) as tar:
        return [(member, tar.extractfile(member).read()) for member in tar]


def write(path, members):
    with tarfile.open(path, "w") as tar:
        for member, data in members:
            member.size = len(data) if member.isreg() else 0
            tar.addfile(member, io.BytesIO(data))


def named(name, kind=tarfile.REGTYPE, link=""):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, link
    return info


def changed(members, name):
    return [
        (member, bytes([data[0] ^ 1]) + data[1:] if member.name == name else data)
        for member, data in members
    ]


def without(members, start):
    return [each for each in members if not each[0].name.startswith(start)]


DAMAGES = {
    "a byte of the database": lambda all: changed(all, DATABASE),
    "a picture lost": lambda all: without(all, "pictures"),
    "no manifest": lambda all: without(all, MANIFEST),
    "an empty manifest": lambda all: [*without(all, MANIFEST), (named(MANIFEST), b"{}")],
    "a way out": lambda all: [*all, (named("../../evil"), b"x")],
    "another way out": lambda all: [*all, (named("/evil"), b"x")],
    "a link": lambda all: [*all, (named(picture_name("0" * 64), tarfile.SYMTYPE, "/etc"), b"")],
    "a hard link": lambda all: [*all, (named("pictures", tarfile.LNKTYPE, KEY), b"")],
    "a device": lambda all: [*all, (named("visage.db-wal", tarfile.CHRTYPE), b"")],
    "a name twice": lambda all: [*all, (named(KEY), b"0" * 64)],
    "more than it tells of": lambda all: [*all, (named(picture_name("0" * 64)), b"x")],
}


@pytest.mark.parametrize("damage", DAMAGES)
async def test_what_was_tampered_with_is_refused_in_one_sentence(folder, visage, tmp_path, damage):
    assert visage("backup", "good.tar").code == 0
    write(tmp_path / "bad.tar", DAMAGES[damage](entries(tmp_path / "good.tar")))
    ran = visage("restore", "bad.tar", VISAGE_DATA=str(tmp_path / "new"))
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["lock"]


@pytest.mark.parametrize("share", [0, 0.3, 0.9])
async def test_a_backup_that_ends_too_soon_is_refused(folder, visage, tmp_path, share):
    assert visage("backup", "good.tar").code == 0
    data = (tmp_path / "good.tar").read_bytes()
    (tmp_path / "bad.tar").write_bytes(data[: int(len(data.rstrip(b"\0")) * share)])
    ran = visage("restore", "bad.tar", VISAGE_DATA=str(tmp_path / "new"))
    assert (ran.code, ran.err.count("\n")) == (1, 1)


async def test_a_bomb_is_not_unpacked(folder, tmp_path):
    with tarfile.open(tmp_path / "bomb.tar", "w:gz") as tar:
        member = named(DATABASE)
        member.size = 50_000_000
        tar.addfile(member, io.BytesIO(bytes(member.size)))
    (tmp_path / "new").mkdir()
    with pytest.raises(StorageRefused, match="no backup of Visage"):
        restore(tmp_path / "bomb.tar", tmp_path / "new")


async def test_a_database_that_is_damaged_inside_is_refused(folder, tmp_path):
    with closing(sqlite3.connect(folder.path / DATABASE)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(
            "INSERT INTO holds (job, account, amount, day, state, charged, verb, granted, pool)"
            " VALUES ('none', 'none', 1, '2026-11-28', 'held', 0, 'swapid', 0, 0)"
        )
        connection.commit()
    back_up(folder.path, tmp_path / "bad.tar", NOW)
    (tmp_path / "new").mkdir()
    with pytest.raises(StorageRefused, match="database is damaged; nothing was restored"):
        restore(tmp_path / "bad.tar", tmp_path / "new")
