"""Stand-ins behind the ports: scripted, in memory, and driven by the test's own clock.

Pictures are words here: `b"picture of 3"` shows three faces, `b"face of anna"` is a photo to learn
from. Clips are words behind a mark: `video(3, seconds=20)`, `animation(3, frames=40)`.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from faceswap.domain.audit import AuditLine
from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.delivery import Posted, Undelivered
from faceswap.domain.errors import BackendLost, NoFace, NotAPicture, VisageError
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.job import Job, JobState
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.wording import Made, Wording
from faceswap.ports import (
    Board,
    Condition,
    Delivery,
    Handler,
    Order,
    PlaceOrder,
    PortraitOrder,
    Promise,
    Readiness,
    Receipt,
    Survey,
    SwapOrder,
    SwapResult,
    SwapStatus,
)

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
FPS = 10
MOVES = b"FLV\x01"
"""What marks a clip: the first bytes of a Flash video."""
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
                self._tell_watchers()

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


@dataclass
class Renders:
    """Play: a clip of which each check finds so many frames done, and then all or an error.

    Of a picture that is made, they are so many of `STEPS`.
    """

    done: Sequence[int] = ()
    error: VisageError | None = None
    fps: float = 25.0


Play = Swaps | Fails | Turns | Hangs | Renders


@dataclass
class _Order:
    order: Order
    play: Play
    checks: int = 0


SCENES = ("mad king", "knight", "astronaut")
BACKDROPS = ("beach", "office blur")
STEPS = 20
READY = Condition(Readiness.READY, "fake", "a script", "none", "1.2.3", "scenes", SCENES, BACKDROPS)


class ScriptedBackend:
    """A `SwapBackend` that plays what it was given for each new order, and swaps otherwise."""

    def __init__(self) -> None:
        self.plays: deque[Play] = deque()
        self.calls: list[tuple[str, str]] = []
        self.orders: dict[str, _Order] = {}
        self.taken: list[Order] = []
        self.cancel_error: Exception | None = None
        self.glimpse_error: Exception | None = None
        self.health: Exception | Hangs | None = None

    async def submit(self, swap_id: str, order: Order) -> None:
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
        if isinstance(play, Renders) and order.checks <= len(play.done):
            return _rendering(order, play)
        if isinstance(play, Renders) and play.error:
            return SwapStatus(JobState.FAILED, error=play.error)
        target = None if isinstance(order.order, PortraitOrder) else order.order.target
        if target and faces_in(target.data) == 0:
            return SwapStatus(JobState.FAILED, error=NoFace(name=target.name))
        return SwapStatus(JobState.DONE, progress=1.0)

    async def fetch(self, swap_id: str) -> SwapResult:
        self.calls.append(("fetch", swap_id))
        order = self._order(swap_id).order
        return swapped(order) if isinstance(order, SwapOrder) else made(order)

    async def glimpse(self, swap_id: str) -> Encoded | None:
        if self.glimpse_error:
            raise self.glimpse_error
        return Encoded(b"glimpse of " + swap_id.encode(), "image/jpeg", 64, 48)

    async def condition(self) -> Condition:
        if isinstance(self.health, Exception):
            raise self.health
        if isinstance(self.health, Hangs):
            self.health.reached.set()
            await self.health.released.wait()
        return READY

    async def cancel(self, swap_id: str) -> None:
        self.calls.append(("cancel", swap_id))
        if self.cancel_error:
            raise self.cancel_error
        self.orders.pop(swap_id, None)

    def _order(self, swap_id: str) -> _Order:
        if swap_id not in self.orders:
            raise BackendLost
        return self.orders[swap_id]


def _rendering(order: _Order, play: Renders) -> SwapStatus:
    is_clip = isinstance(order.order, SwapOrder)
    total = facts_in(order.order.target.data).frames if is_clip else STEPS
    progress = Progress(play.done[order.checks - 1], total, play.fps)
    return SwapStatus(JobState.PROCESSING, progress.share, clip=progress)


def video(faces: int = 1, seconds: int = 4) -> bytes:
    """Return a video of so many faces."""
    return MOVES + b"picture of %d for %d seconds" % (faces, seconds)


def animation(faces: int = 1, frames: int = 20) -> bytes:
    """Return an animation of so many faces."""
    return MOVES + b"picture of %d in %d frames" % (faces, frames)


def facts_in(data: bytes) -> ClipFacts:
    """Return what a clip made of words is."""
    seconds, frames = re.search(rb"for (\d+) sec", data), re.search(rb"in (\d+) frames", data)
    if seconds:
        length = int(seconds[1])
        return ClipFacts(ClipKind.VIDEO, 640, 480, length * FPS, float(length), has_audio=True)
    if frames:
        count = int(frames[1])
        return ClipFacts(ClipKind.GIF, 64, 48, count, count / FPS, has_audio=False)
    raise NotAPicture


def faces_in(data: bytes) -> int:
    """Return how many faces a picture or clip made of words shows."""
    count = data.removeprefix(MOVES).removeprefix(b"picture of ").split()
    return int(count[0]) if count and count[0].isdigit() else 0


def found_in(data: bytes) -> tuple[FoundFace, ...]:
    """Return the faces that a picture or clip made of words shows."""
    return tuple(
        FoundFace(number, Box(0.0, 0.0, 10.0 * number, 12.5), 0.0, 0.0, 0.9)
        for number in range(1, faces_in(data) + 1)
    )


def swapped(order: SwapOrder) -> SwapResult:
    """Return what an obedient backend makes of an order."""
    data = order.target.data
    found = found_in(data)
    wanted = [place for place, casting in enumerate(order.cast, 1) if casting is not None]
    numbers = tuple(number for number in wanted if number <= len(found))
    clip = _made_of(facts_in(data)) if data.startswith(MOVES) else None
    kinds = {None: "image/jpeg", ClipKind.GIF: "image/gif", ClipKind.VIDEO: "video/mp4"}
    media_type = kinds[clip and clip.kind]
    return SwapResult(
        result=Encoded(b"swapped " + data.removeprefix(MOVES), media_type, 640, 480),
        before=Encoded(b"before " + data.removeprefix(MOVES), "image/jpeg", 320, 240),
        numbered=Encoded(b"numbered", "image/png", 320, 240) if len(found) > 1 else None,
        faces=found,
        swapped=numbers,
        was_reduced=False,
        clip=clip,
    )


def made(order: PortraitOrder | PlaceOrder) -> SwapResult:
    """Return what an obedient backend makes of words: the scene they name, or the first."""
    wording = order.wording or Wording("")
    names = SCENES if isinstance(order, PortraitOrder) else BACKDROPS
    scene = next((name for name in names if name in wording.text), "")
    before = None
    if isinstance(order, PlaceOrder):
        before = Encoded(b"before " + order.target.data, "image/jpeg", 320, 240)
        who = b"people of " + order.target.data
    else:
        who = b"+".join(part.template.data for part in order.cast)
    words = f" as {wording.text}, seed {order.seed}".encode()
    told = Made("scenes", order.seed, scene or names[0], f"a {scene or names[0]}", bool(scene))
    if order.wording is None:
        told = Made("", order.seed)
    return SwapResult(
        result=Encoded(who + words, "image/jpeg", 832, 1216),
        before=before,
        numbered=None,
        faces=(),
        swapped=(),
        was_reduced=False,
        made=told,
    )


def _made_of(facts: ClipFacts) -> ClipOutcome:
    return ClipOutcome(facts.kind, facts.frames, facts.frames, facts.seconds, 640, 480)


class ScriptedSurveyor:
    """A `Surveyor` of clips made of words, after raising what it was given to raise.

    While it has a `Hangs`, each survey waits for it.
    """

    def __init__(self) -> None:
        self.errors: deque[Exception] = deque()
        self.measured: list[str] = []
        self.surveyed: list[str] = []
        self.at_once = 0
        self.most_at_once = 0
        self.hangs: Hangs | None = None

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        self.measured.append(clip.name)
        if self.errors:
            raise self.errors.popleft()
        return facts_in(clip.data)

    async def survey(self, clip: NamedBytes) -> Survey:
        self.surveyed.append(clip.name)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            if self.hangs:
                self.hangs.reached.set()
                await self.hangs.released.wait()
            if self.errors:
                raise self.errors.popleft()
            return _survey(clip.data)
        finally:
            self.at_once -= 1


def _survey(data: bytes) -> Survey:
    facts, faces = facts_in(data), found_in(data)
    appearances = tuple(Appearance(face.number, 0.0, facts.seconds, facts.frames) for face in faces)
    return Survey(facts, faces, appearances, Encoded(b"numbered clip", "image/png", 320, 240))


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
        self.shown: list[tuple[str, Progress, Encoded | None]] = []
        self.showings: deque[Exception | Hangs] = deque()
        self.deliveries: deque[Delivery | Undelivered | Exception | Hangs] = deque()
        self.waiting_error: Exception | None = None
        self.erased: list[str] = []
        self.posted: list[tuple[Board, list[str]]] = []
        self.offered: list[Job] = []
        self.offer_error: Exception | None = None
        self.apologies: list[Promise] = []
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
        if isinstance(play, Undelivered):
            return Receipt(Delivery.IMPOSSIBLE, undelivered=play)
        if play is not Delivery.DELIVERED:
            return Receipt(play)
        posted = Posted(f"message of {job.id}", "channel", NOON, "an answer")
        return Receipt(play, f"where {job.id} was told", posted)

    async def progress(self, job: Job, progress: Progress, glimpse: Encoded | None) -> None:
        play = self.showings.popleft() if self.showings else None
        if isinstance(play, Hangs):
            play.reached.set()
            await play.released.wait()
        if isinstance(play, Exception):
            raise play
        self.shown.append((job.id, progress, glimpse))
        self._news.set()

    async def waiting(self, job: Job, reason: VisageError) -> None:
        if self.waiting_error:
            raise self.waiting_error
        self.waits.append((job, reason))

    async def erase(self, job: Job) -> Delivery:
        delivery = self._played()
        if delivery is not Delivery.TRY_LATER:
            self.erased.append(job.id)
        return delivery

    async def post(self, board: Board, lines: Sequence[AuditLine]) -> Delivery:
        delivery = self._played()
        if delivery is not Delivery.TRY_LATER:
            self.posted.append((board, [line.event for line in lines]))
        return delivery

    def _played(self) -> Delivery:
        play = self.deliveries.popleft() if self.deliveries else Delivery.DELIVERED
        if isinstance(play, Exception):
            raise play
        return play

    async def offer(self, job: Job) -> None:
        if self.offer_error:
            raise self.offer_error
        self.offered.append(job)
        self._news.set()

    async def apologize(self, promise: Promise) -> Receipt:
        play = self.deliveries.popleft() if self.deliveries else Delivery.DELIVERED
        if isinstance(play, Exception):
            raise play
        assert isinstance(play, Delivery)
        self.apologies.append(promise)
        self._news.set()
        return Receipt(play)

    async def until_told(self, count: int) -> None:
        """Wait until `tell` has been answered so many times."""
        async with asyncio.timeout(PATIENCE):
            while len(self.told) < count:
                self._news.clear()
                await self._news.wait()

    async def until_shown(self, count: int) -> None:
        """Wait until progress has been shown so many times."""
        async with asyncio.timeout(PATIENCE):
            while len(self.shown) < count:
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
