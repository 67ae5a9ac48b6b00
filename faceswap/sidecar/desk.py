"""The engine as a swap backend in this process: orders in, work on threads, results for a while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

import numpy as np
import structlog

from faceswap.apis.native.wire import Health, HealthState
from faceswap.domain.errors import MEGABYTE, BackendDown, BackendLost, Unexpected, VisageError
from faceswap.domain.face import Template
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.trace import trace
from faceswap.engine.studio import Look, Studio
from faceswap.ports import SwapOrder, SwapResult, SwapStatus
from faceswap.sidecar.kept import Kept
from faceswap.sidecar.slots import Slots

log = structlog.get_logger()

AnyStudio = Studio[Any, Any]
Result = TypeVar("Result")

WARM_SIDE = 512
AT_WORK = SwapStatus(JobState.PROCESSING)
CANCELED = SwapStatus(JobState.CANCELED)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is done and kept: `slots` at once, `waiting` more, results for `keep_seconds`."""

    slots: int = 1
    waiting: int = 4
    keep_seconds: float = 15 * 60.0
    keep_bytes: int = 128 * MEGABYTE


@dataclass(frozen=True, slots=True)
class _Ended:
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
class _Open:
    """A swap that waits or runs; its order is let go of when the work begins."""

    order: SwapOrder | None
    taken: float = field(default_factory=time.monotonic)
    began: float | None = None
    status: SwapStatus = AT_WORK
    over: asyncio.Event = field(default_factory=asyncio.Event)
    future: asyncio.Future[SwapResult] | None = None


class Desk:
    """A `SwapBackend`, an `Enroller` and a finder of faces over a studio.

    Until `open` has loaded the studio, and after `close`, everything is refused with `BackendDown`.
    """

    def __init__(self, bounds: Bounds, version: str) -> None:
        self._slots = Slots(bounds.slots, bounds.waiting)
        self._version = version
        self._studio: AnyStudio | None = None
        self._open: dict[str, _Open] = {}
        self._kept = Kept[_Ended](bounds.keep_seconds, bounds.keep_bytes)
        self._sweeper: asyncio.TimerHandle | None = None

    async def open(self, load: Callable[[], AnyStudio]) -> None:
        """Load the studio on a thread, which takes its time, and see that it works."""
        began = time.monotonic()
        studio = await self._slots.run(partial(_warm, load))
        log.info("engine ready", engine=studio.engine.name, load_ms=_ms(began))
        self._studio = studio

    def refuse(self) -> None:
        """Refuse everything from now on, also to those who wait for a swap's end."""
        self._studio = None
        for swap in self._open.values():
            swap.over.set()

    async def close(self, grace: float) -> None:
        """Drop what waits, and give what runs `grace` seconds to end."""
        self.refuse()
        for swap_id in list(self._open):
            await self.cancel(swap_id)
        if self._sweeper:
            self._sweeper.cancel()
        await self._slots.close(grace)

    def health(self) -> Health:
        """Tell whether a swap would be taken now."""
        state = HealthState.BUSY if self._slots.is_full else HealthState.READY
        return Health(
            state=state if self._studio else HealthState.STARTING,
            engine=self._studio.engine.name if self._studio else "",
            version=self._version,
            queue=self._slots.waiting,
            slots=self._slots.threads,
        )

    async def submit(self, swap_id: str, order: SwapOrder) -> None:
        """Take an order; the same `swap_id` again is a no-op.

        Raises:
            BackendBusy: Too many wait already.
        """
        studio = self._ready()
        if swap_id in self._open or self._ended(swap_id):
            return
        swap = _Open(order)
        swap.future = self._slots.run(partial(_work, studio, swap))
        self._open[swap_id] = swap
        swap.future.add_done_callback(partial(self._end, swap_id, swap))

    async def check(self, swap_id: str, wait: float = 0.0) -> SwapStatus:
        """Tell how far it is, waiting up to `wait` seconds for its end.

        Raises:
            BackendLost: It is not known here, or no longer.
        """
        self._ready()
        if ended := self._ended(swap_id):
            return ended.status
        swap = self._open.get(swap_id)
        if swap is None:
            raise BackendLost
        if wait > 0:
            await _waited(swap.over, wait)
            self._ready()
        return swap.status

    async def fetch(self, swap_id: str) -> SwapResult:
        """Return what came of an order that is done.

        Raises:
            VisageError: Why it failed.
            BackendLost: It is not known here, or not done.
        """
        ended = self._ended(swap_id)
        if ended and ended.status.error:
            raise _bare(ended.status.error)
        if ended is None or ended.result is None:
            raise BackendLost
        return ended.result

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over; what runs ends unheard."""
        self._kept.pop(swap_id)
        swap = self._open.pop(swap_id, None)
        if swap and swap.future:
            swap.order = None
            swap.future.cancel()
            swap.status = CANCELED
            swap.over.set()
            log.info("swap canceled", swap=swap_id)

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        return await self._call("face learnt", partial(self._ready().enrol, photos))

    async def faces(self, picture: NamedBytes) -> Look:
        """Find and number the faces of a picture, which may be none."""
        return await self._call("faces found", partial(self._ready().look, picture))

    async def _call(self, what: str, work: Callable[[], Result]) -> Result:
        began = time.monotonic()
        try:
            result = await self._slots.run(work)
        except asyncio.CancelledError:
            # Work that waited when the desk was closed is canceled, though nobody canceled us.
            if self._studio is None:
                raise BackendDown from None
            raise
        except VisageError as error:
            log.info(f"no {what}", ms=_ms(began), code=error.code)
            raise
        except Exception as error:
            log.error(f"no {what}", ms=_ms(began), **trace(error))
            raise Unexpected from error
        log.info(what, ms=_ms(began))
        return result

    def _ready(self) -> AnyStudio:
        if self._studio is None:
            raise BackendDown
        return self._studio

    def _ended(self, swap_id: str) -> _Ended | None:
        return self._kept.get(swap_id, time.monotonic())

    def _end(self, swap_id: str, swap: _Open, future: asyncio.Future[SwapResult]) -> None:
        """Keep what came of a swap and wake whoever waits for it."""
        if future.cancelled():
            return
        ended = _ending(swap_id, swap, future)
        # An error's stack holds the pictures and this swap, the swap its future, the future the
        # error: left in one piece, the ring would keep them all until a collection comes along.
        swap.future = None
        swap.status = ended.status
        del self._open[swap_id]
        dropped = self._kept.put(swap_id, ended, ended.size, time.monotonic())
        if dropped:
            log.warning("results dropped to make room", swaps=dropped)
        self._sweep()
        swap.over.set()

    def _sweep(self) -> None:
        """Drop what has been kept long enough, and come back when the next is due."""
        due = self._kept.expire(time.monotonic())
        if self._sweeper:
            self._sweeper.cancel()
        self._sweeper = None
        if due is not None:
            loop = asyncio.get_running_loop()
            pause = max(0.0, due - time.monotonic())
            self._sweeper = loop.call_later(pause, self._sweep)


def _warm(load: Callable[[], AnyStudio]) -> AnyStudio:
    """Return a studio that has looked at a picture: what is allocated at first use is there."""
    studio = load()
    studio.engine.detect(np.zeros((WARM_SIDE, WARM_SIDE, 3), np.uint8))
    return studio


def _work(studio: AnyStudio, swap: _Open) -> SwapResult:
    """Do what was ordered, on a thread."""
    order, swap.order = swap.order, None
    swap.began = time.monotonic()
    if order is None:
        raise BackendLost
    return studio.swap(order)


def _ending(swap_id: str, swap: _Open, future: asyncio.Future[SwapResult]) -> _Ended:
    """Return how a swap ended, and log it."""
    began = swap.began or swap.taken
    about = {"swap": swap_id, "wait_ms": _ms(swap.taken, began), "work_ms": _ms(began)}
    error = future.exception()
    if error is None:
        result = future.result()
        ended = _Ended(SwapStatus(JobState.DONE, 1.0), result)
        log.info(
            "swap done",
            **about,
            faces=len(result.faces),
            swapped=len(result.swapped),
            result_bytes=len(result.result.data),
        )
        return ended
    if isinstance(error, VisageError):
        log.info("swap refused", **about, code=error.code)
    else:
        log.error("swap failed", **about, **trace(error))
        error = Unexpected()
    return _Ended(SwapStatus(JobState.FAILED, 0.0, _bare(error)))


def _bare(error: VisageError) -> VisageError:
    """Return an error without its stack, whose frames hold pictures."""
    return type(error)(**error.data())


async def _waited(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


def _ms(since: float, until: float | None = None) -> int:
    return round(((until or time.monotonic()) - since) * 1000)
