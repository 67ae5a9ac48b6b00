"""The process that opens one stranger's file: it is told what to do, does it, and ends.

It is forked before there is a file, gives up its system calls and waits. Once it has its job it
takes on the limits, and only then looks at the first byte.

    job                     answers
    measure  [file]         facts
    clip     [file]         info <- slots [ring], frame ... <- free ..., end
    still    [file, pixels] still
    mux      [video, original, result]   sound
    guards   []             guards

Instead of any answer: `refused` with the code and the data of an error, or `broke`; and `full` of a
mux that found no room to write.
"""

from __future__ import annotations

import io
import os
import socket
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol, cast

import numpy as np
from av.error import FFmpegError

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import Refusal
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.trace import trace
from faceswap.engine.media.clips import ClipReader
from faceswap.engine.media.sandbox import forms, limits, syscalls
from faceswap.engine.media.sandbox.files import Positioned
from faceswap.engine.media.sandbox.memory import Ring
from faceswap.engine.media.sandbox.wire import Message, receive, send
from faceswap.engine.media.sound import Sound, found_no_room
from faceswap.engine.media.stills import Still
from faceswap.engine.media.video_writer import Container

LONGEST_STACK = 1500


class Readers(Protocol):
    """What a child can open files with; `readers` has them."""

    def preload(self) -> None:
        """Import, in the zygote, all that a child would import later and cannot."""
        ...

    def warm_up(self) -> None:
        """Touch, in a child that waits, what it will need."""
        ...

    def open_clip(self, file: BinaryIO, name: str, limits: ClipLimits) -> ClipReader:
        """Open whatever moves."""
        ...

    def decode_still(self, file: NamedBytes, limits: PictureLimits) -> Still:
        """Decode a picture."""
        ...

    def mux(
        self,
        video: Positioned,
        original: Positioned,
        out: Positioned,
        container: Container,
        *,
        keep_audio: bool,
    ) -> Sound:
        """Join a finished video and the sound of its original."""
        ...


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be done: the message, its descriptors, and where answers go."""

    channel: socket.socket
    message: Message
    descriptors: list[int]
    readers: Readers

    @property
    def name(self) -> str:
        return str(self.message["name"])

    @property
    def clip_limits(self) -> ClipLimits:
        return ClipLimits(**self.message["limits"])

    def file(self) -> BinaryIO:
        return os.fdopen(self.descriptors[0], "rb")

    def ring(self, size: int) -> tuple[Ring, int]:
        """Wait for the ring, and return it with its number of slots."""
        asked = receive(self.channel)
        if asked is None:
            os._exit(0)
        message, (descriptor,) = asked
        slots = int(message["slots"])
        return Ring(descriptor, slots, size), slots

    def say(self, **message: object) -> None:
        send(self.channel, message)


def work(channel: socket.socket, readers: Readers) -> None:
    """Wait for a job, do it, and say what came of it."""
    mapped = limits.address_space()
    syscalls.refuse_system_calls()
    readers.warm_up()
    asked = receive(channel)
    if asked is None:
        return
    message, descriptors = asked
    job = _Job(channel, message, descriptors, readers)
    limits.impose(limits.Allowance(**message["allowance"]), mapped)
    try:
        _WORKS[message["work"]](job)
    except Refusal as refusal:
        job.say(refused=refusal.code, data=refusal.data())
    except Exception as error:  # noqa: BLE001 - a file can make a library raise anything
        job.say(broke=type(error).__qualname__, stack=trace(error)["stack"][-LONGEST_STACK:])


def _measure(job: _Job) -> None:
    with job.file() as file:
        reader = job.readers.open_clip(file, job.name, job.clip_limits)
        job.say(facts=forms.facts_to_wire(reader.info.facts))


def _clip(job: _Job) -> None:
    with job.file() as file:
        reader = job.readers.open_clip(file, job.name, job.clip_limits)
        layout = reader.info.layout
        job.say(info=forms.info_to_wire(reader.info))
        ring, slots = job.ring(layout.size)
        planes = [layout.planes(ring.slot(number)) for number in range(slots)]
        free = deque(range(slots))
        for moment in reader.moments():
            slot = free.popleft() if free else _freed(job)
            for target, plane in zip(planes[slot], moment.planes, strict=True):
                np.copyto(target, plane, casting="no")
            job.say(frame=[slot, moment.time, moment.duration])
        job.say(end=True)


def _freed(job: _Job) -> int:
    """Wait until the sidecar is done with a slot."""
    asked = receive(job.channel)
    if asked is None:
        os._exit(0)
    return int(asked[0]["free"])


def _still(job: _Job) -> None:
    with job.file() as file:
        given = NamedBytes(job.name, file.read())
    still = job.readers.decode_still(given, PictureLimits(**job.message["limits"]))
    # Written, not copied into a mapping: the kernel need not clear each page before.
    result = io.BufferedWriter(Positioned(job.descriptors[1]))
    for part in (still.pixels, still.alpha):
        if part is not None:
            result.write(np.ascontiguousarray(part).data)
    result.write(still.icc or b"")
    result.flush()
    job.say(still=forms.still_to_wire(still))


def _mux(job: _Job) -> None:
    video, original, out = map(Positioned, job.descriptors)
    container = cast("Container", job.message["container"])
    keep_audio = bool(job.message["keep_audio"])
    try:
        job.say(sound=job.readers.mux(video, original, out, container, keep_audio=keep_audio))
    except (OSError, FFmpegError) as error:
        if not found_no_room(error):
            raise
        job.say(full=True)


def _guards(job: _Job) -> None:
    """Try what must not be possible, and tell what was refused."""
    attempts: dict[str, Callable[[], object]] = {
        "network": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM).close(),
        "files": lambda: os.close(os.open("/", os.O_RDONLY)),
        "processes": _fork,
        "signals": lambda: os.kill(os.getppid(), 0),
        "memory": lambda: bytearray(2 * job.message["allowance"]["memory"]),
    }
    refused: dict[str, bool] = {}
    for name, attempt in attempts.items():
        try:
            attempt()
            refused[name] = False
        except (OSError, MemoryError):
            refused[name] = True
    job.say(guards=refused)


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


_WORKS: dict[str, Callable[[_Job], None]] = {
    "measure": _measure,
    "clip": _clip,
    "still": _still,
    "mux": _mux,
    "guards": _guards,
}
