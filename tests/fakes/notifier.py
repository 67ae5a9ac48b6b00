"""A notifier that keeps what it was told."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence

from faceswap.domain.audit import AuditLine
from faceswap.domain.clip import Progress
from faceswap.domain.delivery import Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.job import Job
from faceswap.domain.media import Encoded
from faceswap.ports import Board, Delivery, Promise, Receipt
from tests.fakes.clock import NOON
from tests.fakes.patience import PATIENCE
from tests.fakes.plays import Hangs


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
