"""A data folder from a backup: all of it is looked at before anything is put in place."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from faceswap.storage.archive import (
    DATABASE,
    KEY,
    LARGEST_MANIFEST,
    MANIFEST,
    PICTURES,
    Entry,
    Manifest,
    copy,
    is_ours,
    is_picture,
    picture_name,
)
from faceswap.storage.backup import Saved, blobs_of
from faceswap.storage.errors import StorageRefused
from faceswap.storage.lock import locked
from faceswap.storage.migrate import versions

_BESIDE = (f"{DATABASE}-wal", f"{DATABASE}-shm")


def restore(archive: Path, data: Path, *, force: bool = False) -> Saved:
    """Put what a backup holds into a data folder, whole or not at all.

    With `force` it takes the place of what is there; the key that is there stays where the backup
    has none.

    Raises:
        StorageRefused: The backup is damaged or none, a bot runs there, or the folder is not empty.
        OSError: It cannot be read or written.
    """
    with locked(data):
        if not force and any((data / name).exists() for name in (DATABASE, PICTURES, KEY)):
            raise StorageRefused(
                f"The data folder {data} is in use already; choose an empty one with VISAGE_DATA, "
                "or write over it with --force."
            )
        with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as folder:
            staged = Path(folder) / "new"
            names = _unpack(archive, staged)
            _check_database(staged)
            needed = {picture_name(key) for key in blobs_of(staged / DATABASE)}
            if needed - names:
                raise _damaged(archive)
            for name in filter(is_picture, names - needed):
                (staged / name).unlink()
            _put_in_place(staged, data, Path(folder) / "old")
    return Saved(len(needed), archive.stat().st_size, KEY in names)


def _unpack(archive: Path, folder: Path) -> set[str]:
    """Unpack an archive's files and compare them with the manifest; return their names."""
    folder.mkdir(mode=0o700)
    found: dict[str, Entry] = {}
    try:
        # What is compressed could be a bomb; ours never are.
        with tarfile.open(archive, "r:") as tar:
            for member in tar:
                _refuse_strange(member, found, archive)
                found[member.name] = _unpack_one(tar, member, folder)
        manifest = Manifest.from_bytes((folder / MANIFEST).read_bytes())
    except (tarfile.TarError, EOFError, ValueError):
        raise _damaged(archive) from None
    except FileNotFoundError as error:
        if not archive.exists():
            raise
        raise _damaged(archive) from error
    del found[MANIFEST]
    (folder / MANIFEST).unlink()
    if found != manifest.files or DATABASE not in found:
        raise _damaged(archive)
    return set(found)


def _refuse_strange(member: tarfile.TarInfo, found: dict[str, Entry], archive: Path) -> None:
    """Refuse what no backup of ours has: links, sparse files, names twice, and other names."""
    is_plain = member.isreg() and not member.issparse()
    is_manifest_of_size = member.name != MANIFEST or member.size <= LARGEST_MANIFEST
    if not is_plain or member.name in found or not is_ours(member.name) or not is_manifest_of_size:
        raise StorageRefused(f"{archive} is no backup of Visage; nothing was restored.")


def _unpack_one(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> Entry:
    path, stream = folder / member.name, tar.extractfile(member)
    if stream is None:
        raise tarfile.ReadError
    (folder / PICTURES).mkdir(mode=0o700, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    file = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with stream, os.fdopen(file, "wb") as target:
        entry = copy(stream, target)
    if entry.size != member.size:
        raise tarfile.ReadError
    return entry


def _check_database(staged: Path) -> None:
    path = staged / DATABASE
    try:
        with closing(sqlite3.connect(path)) as connection:
            (told,) = connection.execute("PRAGMA integrity_check").fetchone()
            broken = connection.execute("PRAGMA foreign_key_check").fetchone()
            (version,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.DatabaseError, TypeError):
        told, broken, version = "", None, ""
    if told != "ok" or broken:
        raise StorageRefused("The backup's database is damaged; nothing was restored.")
    if version not in versions():
        raise StorageRefused("The backup was made by a newer version of Visage; update Visage.")


def _put_in_place(staged: Path, data: Path, old: Path) -> None:
    """Move the old files away and the new ones in; the old ones go with the folder they are in."""
    old.mkdir(mode=0o700)
    names = [path.name for path in staged.iterdir()]
    for name in {*names, *_BESIDE, PICTURES}:
        if (data / name).exists():
            shutil.move(data / name, old / name)
    for name in names:
        (staged / name).replace(data / name)


def _damaged(archive: Path) -> StorageRefused:
    return StorageRefused(f"{archive} is damaged or no backup of Visage; nothing was restored.")
