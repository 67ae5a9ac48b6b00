"""Pictures as sealed files in a folder."""

from __future__ import annotations

import asyncio
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from faceswap.ports import Clock
from faceswap.storage.cipher import Cipher, Unreadable

_KEY = re.compile(r"[0-9a-f]{64}")
_DRAFT = ".draft"


class FileBlobs:
    """`Blobs` as files named by their random keys, sharded by the keys' first two digits.

    A file appears whole or not at all: it is written under another name, flushed, and renamed. Its
    modification time is the clock's time at which it was stored.
    """

    def __init__(self, folder: Path, cipher: Cipher, clock: Clock) -> None:
        self._folder = folder
        self._cipher = cipher
        self._clock = clock

    async def put(self, data: bytes) -> str:
        """Store bytes and return their key."""
        key = secrets.token_hex(32)
        await asyncio.to_thread(self._write, key, data, self._clock.now().timestamp())
        return key

    async def get(self, key: str) -> bytes:
        """Return stored bytes.

        Raises:
            KeyError: There are none under this key, or they do not open.
        """
        return await asyncio.to_thread(self._read, key)

    async def delete(self, keys: Sequence[str]) -> None:
        """Erase what is stored under the keys; unknown ones are fine."""
        await asyncio.to_thread(self._unlink, [self._path(key) for key in keys if _is_key(key)])

    async def older_than(self, moment: datetime) -> list[str]:
        """Return the keys of what was stored before a moment, drafts of broken writes included."""
        return await asyncio.to_thread(lambda: sorted(set(self._old(moment.timestamp()))))

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key

    def _write(self, key: str, data: bytes, stored: float) -> None:
        path = self._path(key)
        # One by one: the mode is not applied to parents made along the way.
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        draft = path.with_suffix(_DRAFT)
        try:
            file = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(file, "wb") as stream:
                # A clip has a hundred megabytes: its parts are not put together first.
                stream.writelines(self._cipher.seal_in_parts(data, "blob", key))
                stream.flush()
                os.fsync(stream.fileno())
            os.utime(draft, (stored, stored))
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        _flush_folder(path.parent)

    def _read(self, key: str) -> bytes:
        if not _is_key(key):
            raise KeyError(key)
        try:
            return self._cipher.open(self._path(key).read_bytes(), "blob", key)
        except (FileNotFoundError, Unreadable):
            raise KeyError(key) from None

    def _unlink(self, paths: list[Path]) -> None:
        for path in paths:
            path.unlink(missing_ok=True)
            path.with_suffix(_DRAFT).unlink(missing_ok=True)

    def _old(self, before: float) -> Iterator[str]:
        for path in self._folder.glob("??/*"):
            try:
                if _is_key(path.stem) and path.stat().st_mtime < before:
                    yield path.stem
            except FileNotFoundError:
                continue


def _is_key(key: str) -> bool:
    """Tell whether a key is of ours; anything else could lead out of the folder."""
    return _KEY.fullmatch(key) is not None


def _flush_folder(folder: Path) -> None:
    """Make a rename in a folder outlast a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
