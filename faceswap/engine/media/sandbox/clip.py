"""A clip that is decoded in the sandbox, frame by frame, as the sidecar sees it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from types import TracebackType
from typing import Self

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import ClipTooLong, TooManyFrames
from faceswap.engine.media.clips import Bytes, ClipInfo
from faceswap.engine.media.sandbox import forms
from faceswap.engine.media.sandbox.limits import decoding_seconds
from faceswap.engine.media.sandbox.memory import Ring, shared_memory
from faceswap.engine.media.sandbox.parent import Obituary
from faceswap.engine.media.sandbox.talk import Talk


@dataclass(frozen=True, slots=True, eq=False)
class LentMoment:
    """One frame in shared memory: its planes, to be read and written, until it is released.

    `time` and `duration` are ticks of the clip's timing.
    """

    planes: tuple[Bytes, ...] = field(repr=False)
    time: int
    duration: int
    give_back: Callable[[], None] = field(repr=False)

    def release(self) -> None:
        """Let the planes be written over; from any thread, and a second time is nothing."""
        self.give_back()


class SandboxedClip:
    """A clip that is open; iterate over it once, on one thread.

    Frames that are held are not written over: while all `slots` are held, the next frame waits
    until another thread releases one.
    """

    def __init__(self, talk: Talk, name: str, limits: ClipLimits, slots: int) -> None:
        """Wait until the clip is known, and make the ring its frames come through.

        Raises:
            PictureRefused: It is no clip, or larger than the limits.
            BackendLost: The sandbox was ended from outside.
        """
        self.slots = slots
        self._talk = talk
        self._name = name
        self._limits = limits
        self._lock = threading.Lock()
        self._held: set[int] = set()
        try:
            self.info: ClipInfo = forms.info_from_wire(talk.hear().get("info"), limits)
        except forms.Lie as lie:
            talk.fail(str(lie))
        size = self.info.layout.size
        with shared_memory(Ring.needs(slots, size)) as descriptor:
            talk.say({"slots": slots}, descriptor)
            self._ring = Ring(descriptor, slots, size)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()

    def __iter__(self) -> Iterator[LentMoment]:
        """Yield the frames in the order they are shown.

        Raises:
            PictureRefused: The clip turns out broken, or larger than the limits.
            Canceled: `cancel` was called, or `close`.
            BackendLost: The sandbox was ended from outside.
        """
        count, first, before = 0, 0, 0
        while "frame" in (said := self._talk.hear(self._has_all)):
            slot, time, duration = self._frame(said["frame"])
            if count and time <= before:
                self._talk.fail("its frames are not in their order")
            first = time if count == 0 else first
            count, before = count + 1, time
            self._refuse_excess(count, time + duration - first)
            yield self._lend(slot, time, duration)
        if said.get("end") is not True or count == 0:
            self._talk.fail("it ended without an end, or without a frame")

    def cancel(self) -> None:
        """End the decoding now, from any thread; whoever iterates gets `Canceled`."""
        self._talk.cancel()

    def close(self) -> None:
        """End the decoding and wait until its process is gone; planes that are held stay valid."""
        self._talk.close()

    @property
    def obituary(self) -> Obituary | None:
        """Return how the decoding ended and what it took, once it is closed."""
        return self._talk.obituary

    def _frame(self, said: object) -> tuple[int, int, int]:
        """Take the word of the child for a frame, where it can be."""
        parts = said if isinstance(said, list) else []
        if len(parts) != 3 or any(type(part) is not int for part in parts):
            self._talk.fail("it told of a frame that is none")
        slot, time, duration = parts
        with self._lock:
            is_free = 0 <= slot < self.slots and slot not in self._held
        if not is_free:
            self._talk.fail("it filled a slot that is not its own")
        if not (abs(time) <= forms.LARGEST_NUMBER and 0 <= duration <= forms.LARGEST_NUMBER):
            self._talk.fail("it told of a time that is none")
        return slot, time, duration

    def _refuse_excess(self, count: int, ticks: int) -> None:
        limits, layout = self._limits, self.info.layout
        if count > limits.most_frames:
            raise TooManyFrames(name=self._name, frames=count, limit=limits.most_frames)
        seconds = float(ticks * self.info.timing.base)
        if seconds > limits.most_seconds + forms.ROUNDING:
            raise ClipTooLong(name=self._name, seconds=seconds, limit=limits.most_seconds)
        frames = max(count, self.info.facts.frames)
        if self._talk.waited > decoding_seconds(frames, layout.width * layout.height):
            self._talk.fail("it is too slow")

    def _lend(self, slot: int, time: int, duration: int) -> LentMoment:
        with self._lock:
            self._held.add(slot)
        planes = self.info.layout.planes(self._ring.slot(slot))
        return LentMoment(planes, time, duration, _once(partial(self._take_back, slot)))

    def _take_back(self, slot: int) -> None:
        with self._lock:
            self._held.discard(slot)
        self._talk.say({"free": slot})

    def _has_all(self) -> bool:
        with self._lock:
            return len(self._held) == self.slots


def _once(action: Callable[[], None]) -> Callable[[], None]:
    """Return an action that does nothing when it is called again, whatever the thread."""
    lock = threading.Lock()

    def act() -> None:
        if lock.acquire(blocking=False):
            action()

    return act
