"""The process that strangers' files are opened behind: it has everything imported, and forks.

It opens no file itself. Each child opens one and ends. The zygote starts and kills children when it
is told to, sees how they end, and ends with all of them when the sidecar does.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import sys
from dataclasses import dataclass, field
from typing import NoReturn, cast

from faceswap.engine.media.sandbox import child, confine
from faceswap.engine.media.sandbox.child import Readers
from faceswap.engine.media.sandbox.wire import close_all, pack, receive, send

# Kilobytes on Linux, bytes on macOS.
RSS_UNIT = 1024 if sys.platform == "linux" else 1


@dataclass(slots=True)
class _Zygote:
    """The loop's state: `lives` has each child's process id by the socket its life hangs on."""

    server: socket.socket
    readers: Readers
    lives: dict[int, tuple[socket.socket, int]] = field(default_factory=dict)

    def run(self) -> None:
        """Serve until the sidecar goes away."""
        woken, wake = socket.socketpair()
        for each in (woken, wake):
            each.setblocking(False)
        signal.signal(signal.SIGCHLD, _nothing)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        send(self.server, {"ready": True})
        poll = select.poll()
        for each in (self.server, woken):
            poll.register(each, select.POLLIN)
        while self._serve_once(poll, woken, wake):
            pass
        for life, pid in self.lives.values():
            _kill(pid)
            os.waitpid(pid, 0)
            life.close()

    def _serve_once(self, poll: select.poll, woken: socket.socket, wake: socket.socket) -> bool:
        for descriptor, _ in poll.poll():
            if descriptor == woken.fileno():
                with contextlib.suppress(BlockingIOError):
                    woken.recv(4096)
            elif descriptor == self.server.fileno():
                asked = receive(self.server)
                if asked is None:
                    return False
                self._fork(poll, asked[1], (woken, wake))
            elif descriptor in self.lives:
                # Whoever holds the other end wants the child gone, or is gone itself.
                poll.unregister(descriptor)
                _kill(self.lives[descriptor][1])
        self._bury(poll)
        return True

    def _fork(
        self, poll: select.poll, descriptors: list[int], ours: tuple[socket.socket, ...]
    ) -> None:
        job_descriptor, life_descriptor = descriptors
        try:
            zygote, pid = os.getpid(), os.fork()
        except OSError:
            # The sidecar sees both ends closed, and takes it for a zygote that is of no more use.
            close_all(descriptors)
            return
        if pid == 0:
            close_all([life_descriptor])
            self._become_child(zygote, job_descriptor, ours)
        close_all([job_descriptor])
        life = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, life_descriptor)
        self.lives[life.fileno()] = (life, pid)
        poll.register(life, select.POLLIN)

    def _become_child(
        self, zygote: int, job_descriptor: int, ours: tuple[socket.socket, ...]
    ) -> NoReturn:
        """Let go of all that is the zygote's, and work."""
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            confine.die_with(zygote)
            confine.detach()
            for life, _ in self.lives.values():
                life.close()
            for each in (self.server, *ours):
                each.close()
            job = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, job_descriptor)
            child.work(job, self.readers)
        finally:
            # Never back into the zygote's loop, nor into what runs at a process's end.
            os._exit(0)

    def _bury(self, poll: select.poll) -> None:
        """Tell of each child that has ended how it did."""
        for descriptor, (life, pid) in list(self.lives.items()):
            ended, status, usage = os.wait4(pid, os.WNOHANG)
            if not ended:
                continue
            # Where the kernel did not keep it from forking, its children go with it.
            _kill_group(pid)
            with contextlib.suppress(KeyError):
                poll.unregister(descriptor)
            told = {
                "exit": os.waitstatus_to_exitcode(status),
                "peak": usage.ru_maxrss * RSS_UNIT,
                "cpu": usage.ru_utime + usage.ru_stime,
            }
            with contextlib.suppress(OSError):
                life.send(pack(told))
            life.close()
            del self.lives[descriptor]


def main(descriptor: int, readers: str) -> None:
    """Run a zygote over a socket's descriptor, with the readers of the module called `readers`."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, descriptor)
    module = cast("Readers", importlib.import_module(readers))
    module.preload()
    confine.die_first()
    confine.leave_the_network()
    confine.drop_capabilities()
    # What is there now is shared by all children; looking for garbage in it would copy it.
    gc.collect()
    gc.freeze()
    _Zygote(server, module).run()


def _kill(pid: int) -> None:
    """Kill a child that was not waited for yet, so that its id is nobody else's."""
    _kill_group(pid)
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def _kill_group(leader: int) -> None:
    with contextlib.suppress(OSError):
        os.killpg(leader, signal.SIGKILL)


def _nothing(*_: object) -> None:
    """Have the signal noticed, which an ignored one is not."""
