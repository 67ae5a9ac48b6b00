"""What the kernel is asked to take from a process that opens strangers' files; all best effort.

Linux gives all of it unless a container forbids namespaces. macOS gives the session and what
`limits` sets: enough to try the product out, not to open it to strangers.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_CLONE_NEWUSER, _CLONE_NEWNET, _CLONE_NEWIPC = 0x10000000, 0x40000000, 0x08000000
_CAPABILITIES_VERSION_3 = 0x20080522
_FIRST_TO_GO = "1000"


def leave_the_network() -> bool:
    """Move this process and its children to a network of their own that has no interface up.

    Must be called before there are threads. False where that is not to be had.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return libc.unshare(_CLONE_NEWUSER | _CLONE_NEWNET | _CLONE_NEWIPC) == 0


def drop_capabilities() -> None:
    """Give up what root, or a user namespace, may do beyond others."""
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_CAPABILITIES_VERSION_3, 0)
    libc.capset(header, (ctypes.c_uint32 * 6)())


def die_first() -> None:
    """When memory runs out, let the kernel take this process, or a child of it, and no other."""
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")


def die_with(parent: int) -> None:
    """End this process when its parent ends, which must have this process id."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def detach() -> None:
    """Leave the session, and whatever standard input and output were."""
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    if nothing > 2:
        os.close(nothing)
