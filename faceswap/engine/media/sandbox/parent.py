"""The sidecar's hand on the zygote and on each of its children."""

from __future__ import annotations

import json
import os
import select
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from faceswap.domain.errors import BackendDown
from faceswap.engine.media.sandbox.wire import Garbled, Inbox, Message, send

PATIENCE = 60.0
"""Seconds a zygote may take until it is ready."""
GRACE = 5.0
"""Seconds a child that was killed, or a zygote that was told to end, may take until it is gone."""

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from faceswap.engine.media.sandbox.zygote import main; main(int(sys.argv[2]), sys.argv[3])"
)
# Nothing of ours: the sidecar's environment has its key.
_ENVIRONMENT = {
    "LC_ALL": "C.UTF-8",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    # Each arena of the allocator takes 64 MB of address space, which is limited.
    "MALLOC_ARENA_MAX": "2",
    # A child begins with no memory of its own: in large pages a picture is there in half the time,
    # and what was touched while it waited is kept for it.
    "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1:glibc.malloc.mmap_threshold=33554432"
    ":glibc.malloc.trim_threshold=134217728",
}
_PASSED_ON = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Obituary:
    """How a child ended: its exit code, or minus a signal; its largest memory, bytes; seconds."""

    exit: int
    peak: int
    cpu: float


class ChildFailed(Exception):
    """A child died, was silent for too long, or said what makes no sense."""


class ZygoteLost(Exception):
    """The zygote is gone, and a child with it that may have been innocent."""


class Child:
    """One child: what is said to it and by it. It is gone when this is closed.

    `receive` belongs to one thread at a time; all else may be called from any.
    """

    def __init__(self, channel: socket.socket, life: socket.socket) -> None:
        self._channel = channel
        self._life = life
        self._inbox = Inbox()
        self._sending = threading.Lock()
        self._receiving = threading.Lock()
        self._is_closed = False
        self.obituary: Obituary | None = None
        channel.setblocking(False)
        life.settimeout(GRACE)

    def say(self, message: Message, descriptors: Sequence[int] = ()) -> None:
        """Send a message; one that is sent after the end is dropped.

        Raises:
            OSError: The child is gone, or does not read.
        """
        with self._sending:
            if not self._is_closed:
                send(self._channel, message, descriptors)

    def receive(self, until: float) -> Message | None:
        """Return what the child says next; None when it has said nothing by then (monotonic).

        Raises:
            ChildFailed: It died or talks nonsense.
            ZygoteLost: It is gone with its zygote.
        """
        with self._receiving:
            while True:
                try:
                    message = self._inbox.next()
                except Garbled as garbled:
                    raise ChildFailed(str(garbled)) from None
                if message is not None:
                    return message
                if self._is_closed or not _is_readable(self._channel, until):
                    return None
                self._listen()

    def kill(self) -> None:
        """End the child; whoever waits for it is woken."""
        with self._sending:
            if not self._is_closed:
                _shut(self._life)

    def close(self, *, wait: bool = True) -> None:
        """End the child and let go of it; when told to wait, return when it is gone."""
        self.kill()
        with self._receiving, self._sending:
            if self._is_closed:
                return
            self._is_closed = True
            if wait and self.obituary is None:
                self.obituary = _read_obituary(self._life)
            self._channel.close()
            self._life.close()

    def _listen(self) -> None:
        try:
            data = self._channel.recv(_CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError:
            data = b""
        if data:
            self._inbox.feed(data)
            return
        _shut(self._life)
        self.obituary = _read_obituary(self._life)
        if self.obituary is None:
            raise ZygoteLost
        raise ChildFailed(f"it ended with {self.obituary.exit}")


class Zygote:
    """A zygote process; to be closed."""

    def __init__(self, readers: str) -> None:
        """Start one, with the readers of the module called `readers`.

        Raises:
            BackendDown: It does not start.
        """
        ours, theirs = socket.socketpair()
        path = json.dumps([str(Path(entry).absolute()) for entry in sys.path])
        self._server = ours
        command = [sys.executable, "-I", "-c", _BOOT, path, str(theirs.fileno()), readers]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                command,
                env=_ENVIRONMENT
                | {name: os.environ[name] for name in _PASSED_ON if name in os.environ},
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )
        except OSError:
            ours.close()
            raise BackendDown from None
        finally:
            theirs.close()
        if not _is_ready(ours):
            self.close()
            raise BackendDown

    @property
    def pid(self) -> int:
        """Return its process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def fork(self) -> Child:
        """Return a child that waits for its job.

        Raises:
            OSError: The zygote is gone.
        """
        channel, theirs = socket.socketpair()
        life, its_life = socket.socketpair()
        with theirs, its_life:
            child = Child(channel, life)
            try:
                send(self._server, {}, [theirs.fileno(), its_life.fileno()])
            except OSError:
                child.close(wait=False)
                raise
        return child

    def close(self) -> None:
        """End it and all its children."""
        self._server.close()
        try:
            self._process.wait(GRACE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def _is_ready(server: socket.socket) -> bool:
    inbox = Inbox()
    until = time.monotonic() + PATIENCE
    try:
        while inbox.next() is None:
            data = server.recv(_CHUNK) if _is_readable(server, until) else b""
            if not data:
                return False
            inbox.feed(data)
    except (OSError, Garbled):
        return False
    return True


def _is_readable(channel: socket.socket, until: float) -> bool:
    poll = select.poll()
    poll.register(channel, select.POLLIN)
    return bool(poll.poll(max(0.0, until - time.monotonic()) * 1000))


def _shut(life: socket.socket) -> None:
    try:
        life.shutdown(socket.SHUT_WR)
    except OSError:
        # It is over already.
        return


def _read_obituary(life: socket.socket) -> Obituary | None:
    inbox = Inbox()
    try:
        while (told := inbox.next()) is None:
            data = life.recv(_CHUNK)
            if not data:
                return None
            inbox.feed(data)
        return Obituary(**told)
    except (OSError, Garbled, TypeError):
        return None
