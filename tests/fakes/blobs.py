"""Blobs in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from tests.fakes.clock import HandClock


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
