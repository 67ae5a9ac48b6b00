"""A backend that plays what the test gave it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from faceswap.domain.clip import Progress
from faceswap.domain.errors import BackendLost, NoFace
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from faceswap.ports import (
    Condition,
    Order,
    PortraitOrder,
    Readiness,
    SwapOrder,
    SwapResult,
    SwapStatus,
)
from tests.fakes.media import faces_in, facts_in
from tests.fakes.plays import Fails, Hangs, Play, Renders, Swaps, Turns
from tests.fakes.results import BACKDROPS, SCENES, made, swapped


@dataclass
class _Order:
    order: Order
    play: Play
    checks: int = 0


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
