"""Readers that do what files of strangers might make readers do; each file is the name of one."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import json
import os
import resource
import signal
import socket
import struct
import threading
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import numpy as np

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.domain.errors import NotEnoughCredits, TooManyPixels
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media.clips import ClipInfo, Layout, Moment, PixelFormat, Timing
from faceswap.engine.media.stills import Still

WIDTH, HEIGHT = 64, 48
FRAMES = 40


def warm_up() -> None:
    """Do nothing."""


def preload() -> None:
    np.random.default_rng()


def decode_still(file: NamedBytes, limits: PictureLimits) -> Still:
    deed = file.data.decode()
    if deed == "huge":
        return Still(np.zeros((9000, 9000, 3), np.uint8), "PNG", True)
    if deed == "kind":
        return Still(np.zeros((HEIGHT, WIDTH, 3), np.uint8), "EXE", True)
    if deed in DEEDS:
        DEEDS[deed]()
    if deed == "environment":
        return _words(json.dumps(dict(os.environ)))
    if deed == "process":
        return _words(str(os.getpid()))
    if deed == "descriptors":
        held = [number for number in range(3, 256) if not _is_refused(lambda n=number: os.fstat(n))]
        return _words(str(len(held)))
    rng = np.random.default_rng(1)
    pixels = rng.integers(0, 256, (HEIGHT, WIDTH, 3), np.uint8)
    return Still(pixels, "PNG", True, alpha=pixels[..., 0].copy(), icc=b"profile")


def _words(words: str) -> Still:
    return Still(np.zeros((HEIGHT, WIDTH, 3), np.uint8), "PNG", True, icc=words.encode())


def mux(_: BinaryIO, original: BinaryIO, *__: object, **___: object) -> str:
    deed = original.read()
    if deed == b"full":
        raise OSError(errno.ENOSPC, "no room")
    DEEDS.get(deed.decode(), _nothing)()
    return "loud"


def open_clip(file: BinaryIO, name: str, limits: ClipLimits) -> Reader:
    deed, _, when = file.read().decode().partition("@")
    if when == "":
        DEEDS.get(deed, _nothing)()
    if deed == "refuse":
        raise TooManyPixels(name="another name", width=9, height=8, limit=7)
    if deed == "credits":
        raise NotEnoughCredits(needed=1)
    if deed == "defect":
        raise ZeroDivisionError
    return Reader(deed, int(when or -1))


class Reader:
    """Frames that are filled with their numbers; at number `when`, the deed is done."""

    def __init__(self, deed: str, when: int) -> None:
        self._deed, self._when = deed, when
        self.info = ClipInfo(
            facts=ClipFacts(ClipKind.VIDEO, WIDTH, HEIGHT, FRAMES, FRAMES / 30, False),
            layout=Layout(PixelFormat.YUV420, WIDTH, HEIGHT),
            timing=Timing(Fraction(1, 30), Fraction(30)),
        )

    def moments(self):
        layout = self.info.layout
        planes = layout.planes(memoryview(bytearray(layout.size)))
        frames = 10**9 if self._deed == "endless" else FRAMES
        for number in range(frames):
            if number == self._when:
                DEEDS.get(self._deed, _nothing)()
            for plane in planes:
                plane[:] = number % 256
            time_ = 3 if self._deed == "backwards" and number == 7 else number
            yield Moment(planes, time_, 10**6 if self._deed == "long" else 1)

    def close(self) -> None:
        pass


def _nothing() -> None:
    pass


def _say_raw(data: bytes) -> None:
    """Write to whatever can be written to: the sidecar's socket is among it."""
    for descriptor in range(3, 32):
        with contextlib.suppress(OSError):
            os.write(descriptor, data)


def _say(**message: object) -> None:
    body = json.dumps(message).encode()
    _say_raw(struct.pack("!I", len(body)) + body)


def _crash() -> None:
    ctypes.string_at(0)


def _hang() -> None:
    # A wait may come to an end by itself, as has been seen on Python 3.12 under load.
    while True:
        threading.Event().wait()


def _burn() -> None:
    while True:
        pass


def _eat() -> None:
    held = []
    while True:
        held.append(np.ones(8_000_000))


def _is_refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError:
        return True
    return False


def _try_everything() -> None:
    """Die of an assertion unless each of these is refused."""
    attempts: list[Callable[[], object]] = [
        lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
        lambda: socket.socket(socket.AF_UNIX, socket.SOCK_STREAM),
        socket.socketpair,
        lambda: os.open("/etc/hostname", os.O_RDONLY),
        lambda: os.open("/tmp/visage-was-here", os.O_WRONLY | os.O_CREAT),  # noqa: S108
        lambda: os.open(f"/proc/{os.getppid()}/environ", os.O_RDONLY),
        lambda: list(Path("/").iterdir()),
        os.fork,
        lambda: os.execv("/bin/true", ["true"]),  # noqa: S606
        lambda: os.posix_spawn("/bin/true", ["true"], {}),
        lambda: os.kill(os.getppid(), signal.SIGKILL),
        lambda: os.kill(os.getpid(), 0),
        lambda: os.setsid(),
        lambda: os.memfd_create("more"),
        lambda: resource.prlimit(os.getppid(), resource.RLIMIT_CPU, (1, 1)),
        lambda: fcntl.fcntl(1, fcntl.F_SETOWN, os.getppid()),
        lambda: fcntl.fcntl(1, 10, signal.SIGKILL),
    ]
    allowed = [number for number, attempt in enumerate(attempts) if not _is_refused(attempt)]
    assert not allowed, allowed
    # Threads must work, or no decoder does.
    thread = threading.Thread(target=_nothing)
    thread.start()
    thread.join()


def _shrink() -> None:
    """Pull the shared memory from under the sidecar, which would be the end of it."""
    for descriptor in range(3, 32):
        with contextlib.suppress(OSError):
            os.ftruncate(descriptor, 0)


def _flood() -> None:
    while True:
        _say(frame=[0, 0, 1])


def _deaf() -> None:
    """Fill a slot again and again, without being told that it is free."""
    for number in range(10**9):
        _say(frame=[0, number, 1])


DEEDS: dict[str, Callable[[], None]] = {
    "crash": _crash,
    "hang": _hang,
    "burn": _burn,
    "eat": _eat,
    "die": lambda: os._exit(3),
    "end": lambda: _say(end=True),
    "try": _try_everything,
    "deaf": _deaf,
    "flood": _flood,
    "shrink": _shrink,
    "nonsense": lambda: _say_raw(b"\0\0\0\x05{[[[["),
    "length": lambda: _say_raw(b"\x7f\xff\xff\xff"),
    "deep": lambda: _say_raw(struct.pack("!I", 60_000) + b"[" * 60_000),
    "cut": lambda: (_say_raw(b"\0\0\1\0{"), os._exit(0)),
    "slot": lambda: _say(frame=[99, 1, 1]),
    "negative": lambda: _say(frame=[-1, 1, 1]),
    "twice": lambda: _say(frame=[0, 10, 1]),
    "parts": lambda: _say(frame=[0, 1]),
    "words": lambda: _say(frame=["0", 1, 1]),
    "eternal": lambda: _say(frame=[0, 2**80, 1]),
    "other": lambda: _say(still={}),
    "unlike": lambda: _say(facts={"kind": "video", "width": 64, "height": 48, "frames": -1}),
}
