"""Decoding, tracking, swapping and encoding a clip, all at the same time.

Three threads hand frames on through short queues: one takes them from the sandbox and tracks faces,
one swaps, and the caller's own encodes. A frame lies in shared memory from its decoding to its
encoding and is never copied whole.

The encoder is what all others wait for, most of the time: its threads wait for one another as it
is. So those before it give way, who have some frames in hand.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, Protocol

from faceswap.domain.clip import Progress
from faceswap.domain.media import Encoded
from faceswap.domain.options import Options
from faceswap.engine.casting import Cast
from faceswap.engine.media import stills
from faceswap.engine.media.clips import Bytes, ClipInfo, ClipWriter
from faceswap.engine.media.frames import Canvas, canvas_of
from faceswap.engine.media.marks import Stamp, stamp
from faceswap.engine.people import People
from faceswap.engine.protocol import Animator, Engine, Face, Source
from faceswap.engine.relay import QUEUED, Relay
from faceswap.engine.stopwatch import each, stage
from faceswap.engine.tracking import AHEAD, Frame, Tracker
from faceswap.engine.watch import Watch

SLOTS = AHEAD + 2 * QUEUED + 6
"""Frames that are held at once, by the tracker, the queues, the threads and the decoder."""
GLIMPSE_SIDE = 480
RATE_OVER = 60
"""Frames over which the speed is told."""


class Moment(Protocol):
    """A frame that was decoded, in memory that is lent."""

    @property
    def planes(self) -> tuple[Bytes, ...]:
        """Return its planes, to be written over."""
        ...

    @property
    def time(self) -> int:
        """Return when it is shown, in ticks."""
        ...

    @property
    def duration(self) -> int:
        """Return how long it is shown, in ticks."""
        ...

    def release(self) -> None:
        """Give the memory back."""
        ...


class Decoding(Protocol):
    """A clip that is being decoded."""

    @property
    def info(self) -> ClipInfo:
        """Return what is known of it."""
        ...

    def __iter__(self) -> Iterator[Moment]:
        """Yield its frames."""
        ...

    def cancel(self) -> None:
        """Have no more of them decoded; from any thread."""
        ...


@dataclass(frozen=True, slots=True)
class Tracked(Generic[Face]):
    """A frame with who is seen in it, so many ticks after the first."""

    moment: Moment
    frame: Frame[Face]
    since: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of a clip: `frames`, of which `changed` show a new face, lasting `seconds`.

    `before` and `after` are small copies of the first of these frames, before and now.
    """

    frames: int
    changed: int
    seconds: float
    people: People
    swapped: tuple[int, ...]
    before: Encoded | None
    after: Encoded | None


def render(
    clip: Decoding,
    engine: Engine[Face, Source],
    cast: Cast[Source],
    options: Options,
    writer: ClipWriter,
    watch: Watch,
    mark: str = "",
) -> Rendered:
    """Swap faces in all frames of a clip and write them, each with a mark where there is one.

    Raises:
        PictureRefused: The clip turns out broken, or larger than its limits.
        Canceled: The watch was told to.
    """
    layout = clip.info.layout
    drawn = stamp(mark, layout.width, layout.height) if mark else None
    swapper = _Swapper(clip.info, cast, partial(engine.animate, options=options), watch, drawn)
    with (
        Relay(partial(track, clip, engine), "tracking", clip.cancel, gives_way=True) as frames,
        Relay(partial(swapper.swapped, frames), "swapping", clip.cancel, gives_way=True) as moments,
    ):
        write(moments, writer)
    return swapper.rendered()


def write(moments: Iterable[Moment], writer: ClipWriter) -> None:
    """Write frames and give their memory back."""
    try:
        for moment in moments:
            with stage("encode"):
                writer.add(moment.planes, moment.time, moment.duration)
            moment.release()
        with stage("encode"):
            writer.close()
    except BaseException:
        writer.abandon()
        raise


def look_through(clip: Decoding, engine: Engine[Face, Source], watch: Watch) -> People:
    """Return who is seen in a clip.

    Raises:
        PictureRefused: The clip turns out broken, or larger than its limits.
        Canceled: The watch was told to.
    """
    people = People()
    pace = _Pace(clip.info.facts.frames, watch)
    tracked_frames = partial(track, clip, engine)
    with Relay(tracked_frames, "tracking", clip.cancel, gives_way=False) as frames:
        for tracked in frames:
            _note(people, tracked, clip.info)
            pace.report(tracked.frame.canvas)
            tracked.moment.release()
    return people


def track(clip: Decoding, engine: Engine[Face, Source]) -> Iterator[Tracked[Face]]:
    """Yield the frames of a clip, each with who is seen in it, some frames late."""
    tracker = Tracker(engine)
    waiting: deque[Moment] = deque()
    first = None
    for moment in each("decode", clip):
        first = moment.time if first is None else first
        waiting.append(moment)
        for frame in tracker.push(canvas_of(moment.planes, clip.info)):
            yield _tracked(waiting.popleft(), frame, first)
    for frame in tracker.flush():
        yield _tracked(waiting.popleft(), frame, first or 0)


def _tracked(moment: Moment, frame: Frame[Face], first: int) -> Tracked[Face]:
    return Tracked(moment, frame, moment.time - first)


class _Swapper(Generic[Face, Source]):
    """Swaps frame after frame, and keeps count."""

    def __init__(
        self,
        info: ClipInfo,
        cast: Cast[Source],
        animate: Callable[[Source], Animator[Face]],
        watch: Watch,
        mark: Stamp | None,
    ) -> None:
        self._info = info
        self._mark = mark
        self._cast = cast
        self._animate = animate
        self._pace = _Pace(info.facts.frames, watch)
        self._animators: dict[int, Animator[Face]] = {}
        self._last_seen: dict[int, int] = {}
        self._people = People()
        self._swapped: set[int] = set()
        self._before: Encoded | None = None
        self._after: Encoded | None = None
        self._changed = self._ticks = 0

    def swapped(self, frames: Iterable[Tracked[Face]]) -> Iterator[Moment]:
        """Swap the faces that are to be swapped, frame by frame."""
        for tracked in frames:
            self._swap(tracked)
            yield tracked.moment

    def _swap(self, tracked: Tracked[Face]) -> None:
        frame = tracked.frame
        _note(self._people, tracked, self._info)
        chosen = self._cast.chosen(frame.seen, frame.shot)
        if chosen and self._before is None:
            self._before = glimpse(frame.canvas, stills.PREVIEW_SIDE)
        with stage("swap"):
            for seen in frame.seen:
                if seen.number in chosen:
                    animator = self._animator(seen.number, chosen[seen.number])
                    animator.swap(frame.canvas, seen.face)
        if self._mark:
            frame.canvas.put(self._mark)
        if chosen and self._after is None:
            self._after = glimpse(frame.canvas, stills.PREVIEW_SIDE)
        self._swapped |= chosen.keys()
        self._changed += bool(chosen)
        self._ticks = tracked.since + tracked.moment.duration
        self._pace.report(frame.canvas)

    def rendered(self) -> Rendered:
        """Return what came of it."""
        return Rendered(
            frames=self._pace.frames,
            changed=self._changed,
            seconds=float(self._ticks * self._info.timing.base),
            people=self._people,
            swapped=tuple(sorted(self._swapped)),
            before=self._before,
            after=self._after,
        )

    def _animator(self, number: int, source: Source) -> Animator[Face]:
        """Return what swaps a person; one who was away is looked at anew."""
        now = self._pace.frames
        if self._last_seen.get(number) != now - 1:
            self._animators[number] = self._animate(source)
        self._last_seen[number] = now
        return self._animators[number]


class _Pace:
    """Counts frames and tells the watch how fast they come."""

    def __init__(self, total: int, watch: Watch) -> None:
        self.frames = 0
        self._total = total
        self._watch = watch
        self._times: deque[float] = deque(maxlen=RATE_OVER)

    def report(self, canvas: Canvas) -> None:
        """Count one more frame."""
        self.frames += 1
        self._times.append(time.monotonic())
        taken = self._times[-1] - self._times[0]
        fps = (len(self._times) - 1) / taken if taken > 0 else 0.0
        progress = Progress(self.frames, max(self.frames, self._total), fps)
        self._watch.report(progress, partial(glimpse, canvas, GLIMPSE_SIDE))


def _note(people: People, tracked: Tracked[Face], info: ClipInfo) -> None:
    moment, base = tracked.moment, info.timing.base
    begin = float(tracked.since * base)
    frame, end = tracked.frame, begin + float(moment.duration * base)
    people.note(frame.canvas, frame.seen, begin, end)


def glimpse(canvas: Canvas, side: int) -> Encoded:
    """Return a small JPEG of a frame, its longer side so many pixels."""
    return stills.preview(canvas.shrunk(side))
