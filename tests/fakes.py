"""Stand-ins behind the ports: scripted, in memory, and driven by the test's own clock.

Pictures are words here: `b"picture of 3"` shows three faces, `b"face of anna"` is a photo to learn
from.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from faceswap.domain.errors import BackendLost, NoFace, NotAPicture, VisageError
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.job import Job, JobState
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.ports import Delivery, Handler, Receipt, SwapOrder, SwapResult, SwapStatus

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
PATIENCE = 10.0
"""Real seconds after which a test that waits for an event has failed."""


class HandClock:
    """A clock that stands still until the test moves it."""

    def __init__(self, now: datetime = NOON) -> None:
        self._now = now
        self._sleepers: list[tuple[datetime, asyncio.Future[None]]] = []
        self._watchers: list[asyncio.Event] = []

    def now(self) -> datetime:
        return self._now

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await asyncio.sleep(0)
            return
        future = asyncio.get_running_loop().create_future()
        sleeper = (self._now + timedelta(seconds=seconds), future)
        self._sleepers.append(sleeper)
        self._tell_watchers()
        try:
            await future
        finally:
            if sleeper in self._sleepers:
                self._sleepers.remove(sleeper)

    @property
    def waits(self) -> list[float]:
        """Seconds from now until each sleeper wakes, soonest first."""
        return sorted((due - self._now).total_seconds() for due, _ in self._sleepers)

    def advance(self, seconds: float) -> None:
        """Move on, waking whoever is due."""
        self._now += timedelta(seconds=seconds)
        for sleeper in [each for each in self._sleepers if each[0] <= self._now]:
            self._sleepers.remove(sleeper)
            if not sleeper[1].done():
                sleeper[1].set_result(None)

    def turn_to(self, moment: datetime) -> None:
        """Set the time, forwards or backwards, as an operator would."""
        self.advance((moment - self._now).total_seconds())

    async def until(self, is_so: Callable[[list[float]], bool]) -> None:
        """Wait until the sleepers are as told."""
        watcher = asyncio.Event()
        self._watchers.append(watcher)
        try:
            async with asyncio.timeout(PATIENCE):
                while not is_so(self.waits):
                    watcher.clear()
                    await watcher.wait()
        finally:
            self._watchers.remove(watcher)

    async def until_asleep(self, seconds: float) -> None:
        """Wait until somebody sleeps for this long from now."""
        await self.until(lambda waits: any(abs(wait - seconds) < 1e-6 for wait in waits))

    def _tell_watchers(self) -> None:
        for watcher in self._watchers:
            watcher.set()


@dataclass
class Swaps:
    """Play: the order is done after so many checks that find it at work."""

    after_checks: int = 0


@dataclass
class Fails:
    """Play: the order is taken and then fails."""

    error: VisageError | None
    state: JobState = JobState.FAILED


@dataclass
class Turns:
    """Play: the order is not taken."""

    error: Exception


@dataclass
class Hangs:
    """Play: the order is at work until the test lets it end."""

    released: asyncio.Event = field(default_factory=asyncio.Event)
    reached: asyncio.Event = field(default_factory=asyncio.Event)


Play = Swaps | Fails | Turns | Hangs


@dataclass
class _Order:
    order: SwapOrder
    play: Play
    checks: int = 0


class ScriptedBackend:
    """A `SwapBackend` that plays what it was given for each new order, and swaps otherwise."""

    def __init__(self) -> None:
        self.plays: deque[Play] = deque()
        self.calls: list[tuple[str, str]] = []
        self.orders: dict[str, _Order] = {}
        self.taken: list[SwapOrder] = []
        self.cancel_error: Exception | None = None

    async def submit(self, swap_id: str, order: SwapOrder) -> None:
        self.calls.append(("submit", swap_id))
        if swap_id in self.orders:
            return
        play = self.plays.popleft() if self.plays else Swaps()
        if isinstance(play, Turns):
            raise play.error
        self.orders[swap_id] = _Order(order, play)
        self.taken.append(order)

    async def check(self, swap_id: str, wait: float = 0.0) -> SwapStatus:
        self.calls.append(("check", swap_id))
        order = self._order(swap_id)
        play = order.play
        if isinstance(play, Hangs):
            play.reached.set()
            await play.released.wait()
            play = order.play
        if isinstance(play, Fails):
            return SwapStatus(play.state, error=play.error)
        order.checks += 1
        if isinstance(play, Swaps) and order.checks <= play.after_checks:
            return SwapStatus(JobState.PROCESSING, progress=order.checks / (play.after_checks + 1))
        if faces_in(order.order.target.data) == 0:
            return SwapStatus(JobState.FAILED, error=NoFace(name=order.order.target.name))
        return SwapStatus(JobState.DONE, progress=1.0)

    async def fetch(self, swap_id: str) -> SwapResult:
        self.calls.append(("fetch", swap_id))
        return swapped(self._order(swap_id).order)

    async def cancel(self, swap_id: str) -> None:
        self.calls.append(("cancel", swap_id))
        if self.cancel_error:
            raise self.cancel_error
        self.orders.pop(swap_id, None)

    def _order(self, swap_id: str) -> _Order:
        if swap_id not in self.orders:
            raise BackendLost
        return self.orders[swap_id]


def faces_in(data: bytes) -> int:
    """Return how many faces a picture made of words shows."""
    count = data.removeprefix(b"picture of ").split()
    return int(count[0]) if count and count[0].isdigit() else 0


def swapped(order: SwapOrder) -> SwapResult:
    """Return what an obedient backend makes of an order."""
    faces = faces_in(order.target.data)
    found = tuple(
        FoundFace(number, Box(0.0, 0.0, 10.0 * number, 12.5), 0.0, 0.0, 0.9)
        for number in range(1, faces + 1)
    )
    wanted = [place for place, casting in enumerate(order.cast, 1) if casting is not None]
    numbers = tuple(number for number in wanted if number <= faces)
    return SwapResult(
        result=Encoded(b"swapped " + order.target.data, "image/jpeg", 640, 480),
        before=Encoded(b"before " + order.target.data, "image/jpeg", 320, 240),
        numbered=Encoded(b"numbered", "image/png", 320, 240) if faces > 1 else None,
        faces=found,
        swapped=numbers,
        was_reduced=False,
    )


class ScriptedEnroller:
    """An `Enroller` that learns from `b"face of ..."`, after raising what it was given to raise."""

    def __init__(self) -> None:
        self.errors: deque[Exception] = deque()
        self.photos: list[Sequence[NamedBytes]] = []

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        self.photos.append(photos)
        if self.errors:
            raise self.errors.popleft()
        for photo in photos:
            if faces_in(photo.data) == 0 and photo.data.startswith(b"picture"):
                raise NoFace(name=photo.name)
            if not photo.data.startswith(b"face of "):
                raise NotAPicture(name=photo.name)
        learnt = b" and ".join(photo.data.removeprefix(b"face of ") for photo in photos)
        return Template("fake", learnt, 120.0, len(photos))


class ListNotifier:
    """A `Notifier` that keeps a list; it delivers, unless it was given something else to do."""

    def __init__(self) -> None:
        self.told: list[Job] = []
        self.waits: list[tuple[Job, VisageError]] = []
        self.deliveries: deque[Delivery | Exception | Hangs] = deque()
        self.waiting_error: Exception | None = None
        self._news = asyncio.Event()

    async def tell(self, job: Job) -> Receipt:
        play = self.deliveries.popleft() if self.deliveries else Delivery.DELIVERED
        if isinstance(play, Hangs):
            play.reached.set()
            await play.released.wait()
            play = Delivery.DELIVERED
        if isinstance(play, Exception):
            raise play
        self.told.append(job)
        self._news.set()
        is_told = play is Delivery.DELIVERED
        return Receipt(play, f"where {job.id} was told" if is_told else None)

    async def waiting(self, job: Job, reason: VisageError) -> None:
        if self.waiting_error:
            raise self.waiting_error
        self.waits.append((job, reason))

    async def until_told(self, count: int) -> None:
        """Wait until `tell` has been answered so many times."""
        async with asyncio.timeout(PATIENCE):
            while len(self.told) < count:
                self._news.clear()
                await self._news.wait()


class MemoryBlobs:
    """`Blobs` in a dictionary."""

    def __init__(self, clock: HandClock) -> None:
        self.stored: dict[str, tuple[datetime, bytes]] = {}
        self.room = 1_000_000
        self._clock = clock
        self._count = 0

    async def put(self, data: bytes) -> str:
        if len(self.stored) >= self.room:
            raise OSError(28, "No space left on device")
        self._count += 1
        key = f"blob-{self._count}"
        self.stored[key] = (self._clock.now(), data)
        return key

    async def get(self, key: str) -> bytes:
        return self.stored[key][1]

    async def delete(self, keys: Sequence[str]) -> None:
        for key in keys:
            self.stored.pop(key, None)

    async def older_than(self, moment: datetime) -> list[str]:
        return [key for key, (stored, _) in self.stored.items() if stored < moment]


class IdleEngine:
    """A `JobEngine` that runs nothing: the test works the jobs itself."""

    def __init__(self) -> None:
        self.wakes = 0

    async def start(self, handler: Handler) -> None:
        """Start nothing."""

    def wake(self) -> None:
        self.wakes += 1

    async def stop(self, grace: float) -> None:
        """Stop nothing."""


@contextlib.asynccontextmanager
async def patience():
    """Fail instead of hanging when what is awaited never comes."""
    async with asyncio.timeout(PATIENCE):
        yield
