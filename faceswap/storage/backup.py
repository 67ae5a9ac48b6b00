"""A consistent copy of a data folder, also while a bot works on it."""

from __future__ import annotations

import io
import os
import secrets
import sqlite3
import tarfile
import tempfile
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from faceswap.storage.archive import (
    DATABASE,
    KEY,
    MANIFEST,
    PICTURES,
    Entry,
    Manifest,
    is_picture,
    picture_name,
    sum_of,
)
from faceswap.storage.errors import StorageRefused

MOST_LOOKS = 10
"""How often the database is copied anew because a picture it refers to was erased meanwhile."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is in a backup: how many pictures, bytes altogether, and whether the key is."""

    pictures: int
    size: int
    has_key: bool


def back_up(data: Path, target: Path, now: datetime, *, with_key: bool = True) -> Saved:
    """Write a backup of a data folder, whole or not at all.

    The pictures go first and the database last, with the pictures that came in between: each one
    that the copied database refers to is there.

    Raises:
        StorageRefused: There is nothing to save.
        OSError: It cannot be read or written.
    """
    if not (data / DATABASE).is_file():
        raise StorageRefused(
            f"There is no database in {data}; set VISAGE_DATA to the bot's folder."
        )
    draft = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        file = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(file, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w", format=tarfile.GNU_FORMAT) as tar:
                manifest = _Writer(data, tar, Manifest(now.isoformat())).write(with_key=with_key)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
    names = manifest.files
    return Saved(sum(map(is_picture, names)), target.stat().st_size, KEY in names)


class _Writer:
    """Writes the files of a folder, each with its line in the manifest."""

    def __init__(self, data: Path, tar: tarfile.TarFile, manifest: Manifest) -> None:
        self._data = data
        self._tar = tar
        self._manifest = manifest

    def write(self, *, with_key: bool) -> Manifest:
        for path in sorted((self._data / PICTURES).glob("??/*")):
            self._add_picture(path.name)
        with tempfile.TemporaryDirectory(dir=self._data, prefix=".backup-") as folder:
            copy = Path(folder) / DATABASE
            self._copy_database(copy)
            self._add(copy, DATABASE)
        if with_key and (self._data / KEY).is_file():
            self._add(self._data / KEY, KEY)
        text = self._manifest.to_bytes()
        self._tar.addfile(_info(MANIFEST, len(text)), io.BytesIO(text))
        return self._manifest

    def _copy_database(self, copy: Path) -> None:
        """Copy the database at a moment at which all pictures it refers to could be saved."""
        for _ in range(MOST_LOOKS):
            copy_database(self._data / DATABASE, copy)
            missing = [key for key in blobs_of(copy) if not self._add_picture(key)]
            if not missing:
                return
        raise StorageRefused("Pictures vanish faster than they are saved; please try again.")

    def _add_picture(self, key: str) -> bool:
        """Add a blob, unless it is there already; tell whether it is there now."""
        name = picture_name(key)
        if name in self._manifest.files or not is_picture(name):
            return name in self._manifest.files
        try:
            self._add(self._data / name, name)
        except FileNotFoundError:
            return False
        return True

    def _add(self, path: Path, name: str) -> None:
        with path.open("rb") as stream:
            info = _info(name, os.fstat(stream.fileno()).st_size)
            self._manifest.files[name] = Entry(sum_of(path).sha256, info.size)
            self._tar.addfile(info, stream)


def copy_database(source: Path, copy: Path) -> None:
    """Copy a database as it is at one moment, whoever writes to it."""
    with closing(sqlite3.connect(copy)) as to, closing(sqlite3.connect(source)) as original:
        # In one step: a copy in several begins anew each time somebody writes.
        original.backup(to, pages=-1)
        # A copy that keeps a log would make a file beside it.
        to.execute("PRAGMA journal_mode = DELETE")
    copy.chmod(0o600)


def blobs_of(database: Path) -> list[str]:
    """Return the keys of the pictures that a database refers to."""
    with closing(sqlite3.connect(database)) as connection:
        rows = connection.execute("SELECT DISTINCT blob FROM job_blobs ORDER BY blob").fetchall()
    return [row[0] for row in rows]


def _info(name: str, size: int) -> tarfile.TarInfo:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    return info
