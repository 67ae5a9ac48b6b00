"""Keeps the process small after large pictures."""

from __future__ import annotations

import ctypes
from contextlib import suppress

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8
ARENAS = 2
# The largest that glibc takes for the first.
KEPT_BLOCK, KEPT = 32 << 20, 128 << 20


def tune_allocator() -> None:
    """Have glibc's allocator, where it is glibc's, serve a process that works on pictures.

    To be called before there are threads.

    Memory that one arena has freed is of no use to threads on another: after a few swaps of
    4,096 px on 2 cores the process held 510 MB with eight arenas a core and 300 MB with two in all,
    with peaks of 630 and 570 MB. A picture of a few megabytes is given back to the system when it
    is freed, and asked for anew, zeroed, page by page: kept, it makes a swap a tenth faster.
    """
    with suppress(AttributeError, OSError):
        set_option = ctypes.CDLL(None).mallopt
        set_option(M_ARENA_MAX, ARENAS)
        set_option(M_MMAP_THRESHOLD, KEPT_BLOCK)
        set_option(M_TRIM_THRESHOLD, KEPT)
