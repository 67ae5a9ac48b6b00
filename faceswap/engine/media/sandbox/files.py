"""Files as descriptors that a child may read and not write."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer

Source = bytes | Path | IO[bytes]
"""A file's bytes, where it is, or the file itself, which must have a descriptor."""


@contextmanager
def opened(source: Source) -> Iterator[int]:
    """Lend a descriptor of a file, to be read from its beginning."""
    descriptor = _open(source)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _open(source: Source) -> int:
    if isinstance(source, bytes):
        return _of_bytes(source)
    if isinstance(source, Path):
        return os.open(source, os.O_RDONLY)
    source.flush()
    if sys.platform == "linux":
        # Opened anew, it has a position of its own and cannot be written through.
        return os.open(f"/proc/self/fd/{source.fileno()}", os.O_RDONLY)
    descriptor = os.dup(source.fileno())
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _of_bytes(data: bytes) -> int:
    if sys.platform == "linux":
        descriptor = os.memfd_create("visage-file", os.MFD_CLOEXEC)
    else:
        with tempfile.TemporaryFile() as file:
            descriptor = os.dup(file.fileno())
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        os.lseek(descriptor, 0, os.SEEK_SET)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


class Positioned(io.RawIOBase):
    """A file over a descriptor, which stays the caller's, with a position of its own.

    Several of them over one descriptor do not move each other.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._at = 0

    def another(self) -> Positioned:
        """Return the same file at its beginning."""
        return Positioned(self._descriptor)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def writable(self) -> bool:
        """Say that it can be written, as far as the descriptor can."""
        return True

    def seekable(self) -> bool:
        """Say that it has a position."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read to where there is room, and go on from there."""
        read = os.preadv(self._descriptor, [buffer], self._at)
        self._at += read
        return read

    def write(self, data: ReadableBuffer, /) -> int:
        """Write all of it, as libraries do not look at what is left, and go on from there."""
        rest = memoryview(data).cast("B")
        size = len(rest)
        while rest:
            written = os.pwrite(self._descriptor, rest, self._at)
            self._at += written
            rest = rest[written:]
        return size

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move the position, and return it."""
        start = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence)
        if start is None:
            start = os.fstat(self._descriptor).st_size
        self._at = max(0, start + offset)
        return self._at

    def truncate(self, size: int | None = None, /) -> int:
        """Cut the file to a size in bytes, or to the position."""
        size = self._at if size is None else size
        os.ftruncate(self._descriptor, size)
        return size

    def tell(self) -> int:
        """Return the position."""
        return self._at
