"""A service that a facade is put on."""

from __future__ import annotations

import asyncio

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind
from faceswap.domain.errors import BackendLost
from faceswap.domain.face import Template
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from faceswap.ports import Survey, SwapStatus

FACTS = ClipFacts(ClipKind.VIDEO, 1280, 720, 900, 30.0, True)


class Service:
    """Takes what it is given, and raises what it is told to."""

    def __init__(self) -> None:
        self.taken = {}
        self.fails = None
        self.learnt = []
        self.hold = None
        self.seen = None
        self.measured = []
        self.measuring = asyncio.Semaphore(0)
        self.status = SwapStatus(JobState.PROCESSING)
        self.surveying, self.stopped = asyncio.Event(), asyncio.Event()

    async def submit(self, swap_id, order):
        if self.hold:
            await self.hold.wait()
        if self.fails:
            raise self.fails
        self.taken.setdefault(swap_id, []).append(order)

    async def check(self, swap_id, wait=0.0):
        if swap_id not in self.taken:
            raise BackendLost
        return self.status

    async def fetch(self, swap_id):
        raise BackendLost

    async def cancel(self, swap_id):
        self.taken.pop(swap_id, None)

    async def enrol(self, photos):
        if self.fails:
            raise self.fails
        self.learnt.append(photos)
        return Template("fake", b"\0template", 80.0, len(photos))

    async def glimpse(self, swap_id):
        return self.seen

    async def measure(self, clip):
        self.measured.append(clip)
        self.measuring.release()
        if self.hold:
            await self.hold.wait()
        return FACTS

    async def survey(self, clip):
        self.surveying.set()
        try:
            if self.hold:
                await self.hold.wait()
        finally:
            self.stopped.set()
        numbered = Encoded(b"jpeg", "image/jpeg", 64, 48)
        return Survey(FACTS, (), (Appearance(1, 0.5, 2.0, 30),), numbered)

    async def faces(self, picture):
        raise self.fails or AssertionError(picture)
