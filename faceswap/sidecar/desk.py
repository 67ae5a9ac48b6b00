"""The engine as a swap backend in this process: orders in, work on threads, results for a while."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

import numpy as np
import structlog

from faceswap.apis.native.wire import Health, HealthState
from faceswap.apis.native.wire import Lane as LaneWords
from faceswap.domain.clip import ClipFacts
from faceswap.domain.errors import (
    MEGABYTE,
    BackendDown,
    BackendLost,
    Canceled,
    TookTooLong,
    Unexpected,
    VisageError,
)
from faceswap.domain.face import Template
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.trace import trace
from faceswap.engine.studio import Look
from faceswap.engine.watch import Watch
from faceswap.ports import Order, Survey, SwapOrder, SwapResult, SwapStatus
from faceswap.sidecar.kept import Kept
from faceswap.sidecar.slots import Slots
from faceswap.sidecar.work import (
    AnyStudio,
    EndedSwap,
    Lane,
    OpenSwap,
    bare,
    ending,
    lane_of,
    ms,
    work,
)

log = structlog.get_logger()

Result = TypeVar("Result")

WARM_SIDE = 512
CLIPS_WAITING = 1
"""How many clips more may wait for a slot; each is in memory as long as it does."""
MEASURES, SURVEYS = 2, 1
"""How many clips are measured and surveyed at once, beside those that are rendered."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is done and kept.

    Pictures: `slots` at once and `waiting` more. Clips: `clips` at once, each for up to
    `clip_work_seconds`, and for up to `survey_seconds` to tell who is seen in one. What is made
    from words may take `make_seconds`; of a generator's there is one at a time. Results are kept
    for `keep_seconds`.
    """

    slots: int = 1
    waiting: int = 4
    clips: int = 1
    clip_work_seconds: float = 1800.0
    survey_seconds: float = 300.0
    make_seconds: float = 600.0
    keep_seconds: float = 15 * 60.0
    keep_bytes: int = 128 * MEGABYTE


class Desk:
    """A `SwapBackend`, an `Enroller`, a `Surveyor` and a finder of faces over a studio.

    Until `open` has loaded the studio, and after `close`, everything is refused with `BackendDown`.
    """

    def __init__(self, bounds: Bounds, version: str) -> None:
        self._bounds = bounds
        self._slots = Slots(bounds.slots, bounds.waiting)
        self._clips = Slots(bounds.clips, CLIPS_WAITING, "clip")
        self._generated = Slots(1, bounds.waiting, "generated")
        self._measures = Slots(MEASURES, bounds.waiting, "measure")
        self._surveys = Slots(SURVEYS, bounds.waiting, "survey")
        self._version = version
        self._studio: AnyStudio | None = None
        self._loaded: list[AnyStudio] = []
        self._open: dict[str, OpenSwap] = {}
        self._surveying: set[Watch] = set()
        self._kept = Kept[EndedSwap](bounds.keep_seconds, bounds.keep_bytes)
        self._sweeper: asyncio.TimerHandle | None = None

    async def open(self, load: Callable[[], AnyStudio]) -> None:
        """Load the studio on a thread, which takes its time, and see that it works."""
        began = time.monotonic()
        studio = await self._slots.run(partial(_warm, load, self._loaded))
        log.info("engine ready", engine=studio.engine.name, load_ms=ms(began))
        self._studio = studio

    def refuse(self) -> None:
        """Refuse everything from now on, also to those who wait for a swap's end."""
        self._studio = None
        for swap in self._open.values():
            swap.stop()
        for watch in self._surveying:
            watch.cancel()

    async def close(self, grace: float) -> None:
        """Drop what waits, give what runs `grace` seconds to end, and close the studio."""
        self.refuse()
        for swap_id in list(self._open):
            await self.cancel(swap_id)
        if self._sweeper:
            self._sweeper.cancel()
        lanes = (self._slots, self._clips, self._generated, self._measures, self._surveys)
        await asyncio.gather(*(lane.close(grace) for lane in lanes))
        for studio in self._loaded:
            await asyncio.to_thread(studio.close)

    def health(self) -> Health:
        """Tell whether a swap would be taken now, and what can be made from words."""
        makers = self._studio.makers if self._studio else None
        return Health(
            **self._lane(self._slots).model_dump(),
            engine=self._studio.engine.name if self._studio else "",
            provider=self._studio.engine.provider if self._studio else "",
            models=self._studio.engine.models if self._studio else "",
            version=self._version,
            clips=self._lane(self._clips),
            maker=makers.name if makers else "",
            scenes=makers.scenes if makers else (),
            backdrops=makers.backdrops if makers else (),
        )

    def _lane(self, slots: Slots) -> LaneWords:
        state = HealthState.BUSY if slots.is_full else HealthState.READY
        return LaneWords(
            state=state if self._studio else HealthState.STARTING,
            queue=slots.waiting,
            slots=slots.threads,
        )

    async def submit(self, swap_id: str, order: Order) -> None:
        """Take an order; the same `swap_id` again is a no-op.

        Pictures never wait for clips, nor for what a generator makes.

        Raises:
            BackendBusy: Too many wait already.
        """
        studio = self._ready()
        if swap_id in self._open or self._ended(swap_id):
            return
        lane = lane_of(order, studio.makers)
        is_quick = isinstance(order, SwapOrder) and lane is Lane.PICTURES
        swap = OpenSwap(order, lane, None if is_quick else Watch())
        slots, seconds = self._room(lane)
        swap.future = slots.run(partial(work, studio, swap, seconds))
        self._open[swap_id] = swap
        swap.future.add_done_callback(partial(self._end, swap_id, swap))

    def _room(self, lane: Lane) -> tuple[Slots, float]:
        """Return the slots of a lane, and how many seconds an order may take there."""
        match lane:
            case Lane.CLIPS:
                return self._clips, self._bounds.clip_work_seconds
            case Lane.GENERATED:
                return self._generated, self._bounds.make_seconds
            case Lane.PICTURES:
                return self._slots, self._bounds.make_seconds

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
            raise bare(ended.status.error)
        if ended is None or ended.result is None:
            raise BackendLost
        return ended.result

    async def glimpse(self, swap_id: str) -> Encoded | None:
        """Return a small picture of what a clip that is being rendered looks like by now."""
        self._ready()
        swap = self._open.get(swap_id)
        return swap.watch.glimpse() if swap and swap.watch else None

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over.

        A clip that is being rendered stops at its next frame, what is made from words at its next
        step; a swap in a still ends unheard.
        """
        self._kept.pop(swap_id)
        if swap := self._open.pop(swap_id, None):
            swap.cancel()
            log.info("swap canceled", swap=swap_id)

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        enrol = partial(self._ready().enrol, photos)
        return await self._call(self._slots, "face learnt", enrol)

    async def faces(self, picture: NamedBytes) -> Look:
        """Find and number the faces of a picture, which may be none."""
        return await self._call(self._slots, "faces found", partial(self._ready().look, picture))

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it."""
        measure = partial(self._ready().measure, clip)
        return await self._call(self._measures, "clip measured", measure)

    async def survey(self, clip: NamedBytes) -> Survey:
        """Look through a clip and tell who is seen in it and when; it stops when we do.

        Raises:
            TookTooLong: It took longer than it may.
        """
        watch = Watch()
        survey = partial(self._ready().survey, clip, watch)
        late = asyncio.get_running_loop().call_later(self._bounds.survey_seconds, watch.cancel)
        self._surveying.add(watch)
        try:
            return await self._call(self._surveys, "clip surveyed", survey)
        except Canceled:
            raise TookTooLong if self._studio else BackendDown from None
        finally:
            late.cancel()
            watch.cancel()
            self._surveying.discard(watch)

    async def _call(self, slots: Slots, what: str, work: Callable[[], Result]) -> Result:
        began = time.monotonic()
        try:
            result = await slots.run(work)
        except asyncio.CancelledError:
            # Work that waited when the desk was closed is canceled, though nobody canceled us.
            if self._studio is None:
                raise BackendDown from None
            raise
        except VisageError as error:
            log.info(f"no {what}", ms=ms(began), code=error.code)
            raise
        except Exception as error:
            log.error(f"no {what}", ms=ms(began), **trace(error))
            raise Unexpected from error
        log.info(what, ms=ms(began))
        return result

    def _ready(self) -> AnyStudio:
        if self._studio is None:
            raise BackendDown
        return self._studio

    def _ended(self, swap_id: str) -> EndedSwap | None:
        return self._kept.get(swap_id, time.monotonic())

    def _end(self, swap_id: str, swap: OpenSwap, future: asyncio.Future[SwapResult]) -> None:
        """Keep what came of a swap and wake whoever waits for it."""
        if future.cancelled():
            return
        ended = ending(swap_id, swap, future)
        # An error's stack holds the pictures and this swap, the swap its future, the future the
        # error: left in one piece, the ring would keep them all until a collection comes along.
        swap.future = None
        swap.ended = ended.status
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


def _warm(load: Callable[[], AnyStudio], loaded: list[AnyStudio]) -> AnyStudio:
    """Return a studio that has looked at a picture: what is allocated at first use is there.

    It is put into `loaded` before that, so that it is closed whoever waits for it.
    """
    studio = load()
    loaded.append(studio)
    studio.start()
    studio.engine.detect(np.zeros((WARM_SIDE, WARM_SIDE, 3), np.uint8))
    return studio


async def _waited(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
