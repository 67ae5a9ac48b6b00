"""One order: where it is worked on, how far it is, and how it ends."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from threading import Event, Timer
from typing import Any

import structlog

from faceswap.domain.errors import BackendLost, Canceled, TookTooLong, Unexpected, VisageError
from faceswap.domain.job import JobState
from faceswap.domain.kinds import moving_kind
from faceswap.domain.trace import trace
from faceswap.engine.making import Makers
from faceswap.engine.studio import Studio
from faceswap.engine.watch import Watch
from faceswap.ports import Order, PlaceOrder, PortraitOrder, SwapOrder, SwapResult, SwapStatus

log = structlog.get_logger()

AnyStudio = Studio[Any, Any]


class Lane(Enum):
    """Where an order is worked on: none waits for those of another."""

    PICTURES = auto()
    CLIPS = auto()
    GENERATED = auto()


def lane_of(order: Order, makers: Makers | None) -> Lane:
    """Return where an order is worked on."""
    if isinstance(order, SwapOrder):
        return Lane.PICTURES if moving_kind(order.target.data) is None else Lane.CLIPS
    is_made = isinstance(order, PortraitOrder) or order.background is None
    return Lane.GENERATED if is_made and makers and makers.is_slow else Lane.PICTURES


@dataclass(frozen=True, slots=True)
class EndedSwap:
    """A swap that is over, with its result when it is done."""

    status: SwapStatus
    result: SwapResult | None = None

    @property
    def size(self) -> int:
        """Return the bytes of its pictures."""
        if self.result is None:
            return 0
        pictures = (self.result.result, self.result.before, self.result.numbered)
        return sum(len(picture.data) for picture in pictures if picture)


@dataclass(slots=True)
class OpenSwap:
    """An order that waits or runs; it is let go of when the work begins.

    `watch` is there for what can be looked at and stopped while it is worked on: all but a swap in
    a still.
    """

    order: Order | None
    lane: Lane = Lane.PICTURES
    watch: Watch | None = None
    taken: float = field(default_factory=time.monotonic)
    began: float | None = None
    over: asyncio.Event = field(default_factory=asyncio.Event)
    future: asyncio.Future[SwapResult] | None = None
    ended: SwapStatus | None = None

    @property
    def status(self) -> SwapStatus:
        """Return how far it is by now."""
        if self.ended:
            return self.ended
        if self.watch is None or (progress := self.watch.progress) is None:
            return SwapStatus(JobState.PROCESSING)
        return SwapStatus(JobState.PROCESSING, progress.share, clip=progress)

    def stop(self) -> None:
        """Have it stopped, as far as it can be, and wake whoever waits for it."""
        if self.watch:
            self.watch.cancel()
        self.over.set()

    def cancel(self) -> None:
        """Drop it: what runs ends unheard."""
        now = self.status
        # A clip's frames are charged, the steps of one picture are not.
        frames = now.clip if self.lane is Lane.CLIPS else None
        error = Canceled(frames.done, frames.total) if frames else None
        self.ended = SwapStatus(JobState.CANCELED, now.progress, error, now.clip)
        self.order = None
        if self.future:
            self.future.cancel()
        self.stop()


def work(studio: AnyStudio, swap: OpenSwap, most_seconds: float) -> SwapResult:
    """Do what was ordered, on a thread; what is watched may take so many seconds.

    Raises:
        TookTooLong: It took longer.
    """
    swap.began = time.monotonic()
    do = _doer(studio, swap.order)
    if swap.watch is None:
        return do(_taken(swap), None)
    with _within(most_seconds, swap.watch):
        return do(_taken(swap), swap.watch)


def _doer(studio: AnyStudio, order: Order | None) -> Callable[[Any, Watch | None], SwapResult]:
    """Return what does an order of its kind."""
    match order:
        case PortraitOrder():
            return studio.portrait
        case PlaceOrder():
            return studio.place
        case _:
            return studio.swap


def _taken(swap: OpenSwap) -> Order:
    """Take the order out of a swap: whoever is given it may let go of the target."""
    order, swap.order = swap.order, None
    if order is None:
        raise BackendLost
    return order


@contextmanager
def _within(seconds: float, watch: Watch) -> Generator[None]:
    """Stop what is watched when it takes longer."""
    is_late = Event()

    def stop() -> None:
        is_late.set()
        watch.cancel()

    timer = Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    except Canceled:
        if is_late.is_set():
            raise TookTooLong from None
        raise
    finally:
        timer.cancel()


def ending(swap_id: str, swap: OpenSwap, future: asyncio.Future[SwapResult]) -> EndedSwap:
    """Return how a swap ended, and log it."""
    began = swap.began or swap.taken
    about = {"swap": swap_id, "wait_ms": ms(swap.taken, began), "work_ms": ms(began)}
    error = future.exception()
    if error is None:
        result = future.result()
        log.info("swap done", **about, **_told(result))
        return EndedSwap(SwapStatus(JobState.DONE, 1.0), result)
    if isinstance(error, Canceled):
        log.info("swap stopped", **about, frames=error.done)
        return EndedSwap(SwapStatus(JobState.CANCELED, swap.status.progress, bare(error)))
    if isinstance(error, VisageError):
        log.info("swap refused", **about, code=error.code)
    else:
        log.error("swap failed", **about, **trace(error))
        error = Unexpected()
    return EndedSwap(SwapStatus(JobState.FAILED, 0.0, bare(error)))


def _told(result: SwapResult) -> dict[str, object]:
    told: dict[str, object] = {
        "faces": len(result.faces),
        "swapped": len(result.swapped),
        "result_bytes": len(result.result.data),
    }
    if clip := result.clip:
        told |= {"kind": clip.kind.value, "frames": clip.frames, "changed": clip.changed}
    if made := result.made:
        told |= {"maker": made.maker, "scene": made.scene, "seed": made.seed}
    return told


def bare(error: VisageError) -> VisageError:
    """Return an error without its stack, whose frames hold pictures."""
    return type(error)(**error.data())


def ms(since: float, until: float | None = None) -> int:
    """Return the milliseconds since a time, up to now or another."""
    return round(((until or time.monotonic()) - since) * 1000)
