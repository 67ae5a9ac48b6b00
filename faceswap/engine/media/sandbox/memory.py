"""Shared memory in which pixels cross from a child to the sidecar without being copied again."""

from __future__ import annotations

import fcntl
import mmap
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

# Slots begin where vector instructions like to.
ALIGNMENT = 64


@contextmanager
def shared_memory(size: int = 0) -> Iterator[int]:
    """Lend a descriptor of fresh shared memory; with a size, nobody can change it.

    A child that could shrink what the sidecar reads would end it with a bus error. macOS has no
    such seals.
    """
    descriptor = _anonymous_file()
    try:
        if size:
            os.ftruncate(descriptor, size)
            _seal(descriptor)
        yield descriptor
    finally:
        os.close(descriptor)


def has_size(descriptor: int, size: int) -> bool:
    """Tell whether shared memory has this size, and have it keep it."""
    try:
        _seal(descriptor)
    except OSError:
        return False
    return os.fstat(descriptor).st_size == size


def mapped(descriptor: int, size: int) -> mmap.mmap:
    """Return shared memory to be read and written; it goes with the last array over it."""
    return mmap.mmap(descriptor, size)


class Ring:
    """A number of slots of equal size in shared memory; sizes in bytes."""

    def __init__(self, descriptor: int, slots: int, size: int) -> None:
        """Map `Ring.needs(slots, size)` bytes of shared memory."""
        self._memory = mapped(descriptor, self.needs(slots, size))
        self._size = size

    @staticmethod
    def needs(slots: int, size: int) -> int:
        """Return how much memory a ring takes."""
        return slots * _stride(size)

    def slot(self, number: int) -> memoryview:
        """Return one slot, to be read and written."""
        start = number * _stride(self._size)
        return memoryview(self._memory)[start : start + self._size]


def _anonymous_file() -> int:
    if sys.platform == "linux":
        return os.memfd_create("visage-pixels", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    with tempfile.TemporaryFile() as file:
        return os.dup(file.fileno())


def _seal(descriptor: int) -> None:
    if sys.platform == "linux":
        seals = fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW
        fcntl.fcntl(descriptor, fcntl.F_ADD_SEALS, seals)


def _stride(size: int) -> int:
    return -(-size // ALIGNMENT) * ALIGNMENT
