"""A clock that the test moves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from tests.fakes.patience import PATIENCE

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


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
