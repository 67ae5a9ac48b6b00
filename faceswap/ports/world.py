"""Files, the clock, and measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from faceswap.domain.job import Lane
from faceswap.ports.telling import Delivery


class Blobs(Protocol):
    """Bytes by key. Not for templates, which live with their identities and jobs.

    Each `put` has a key of its own, also for the same bytes: whoever stored them may take them back
    without a thought for who else did, and nobody can tell that two members sent the same picture.
    """

    async def put(self, data: bytes) -> str:
        """Store bytes and return their key."""
        ...

    async def get(self, key: str) -> bytes:
        """Return stored bytes.

        Raises:
            KeyError: There are none under this key.
        """
        ...

    async def delete(self, keys: Sequence[str]) -> None:
        """Erase what is stored under the keys; unknown ones are fine."""
        ...

    async def older_than(self, moment: datetime) -> list[str]:
        """Return the keys of what was stored before a moment."""
        ...


@dataclass(frozen=True, slots=True)
class Queue:
    """Jobs that wait in a lane: how many, and for how many seconds the oldest has."""

    length: int = 0
    age: float = 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What is stored, counted: jobs by state, queues by lane, credits moved by kind of movement."""

    jobs: Mapping[str, int]
    queues: Mapping[Lane, Queue]
    credits: Mapping[str, int]


class Census(Protocol):
    """Counts what is stored."""

    async def count(self, now: datetime) -> Counts:
        """Return how much there is."""
        ...


class Meter(Protocol):
    """Measures how long things take, in seconds, and shows that to whoever watches the bot."""

    def waited(self, lane: Lane, seconds: float) -> None:
        """Note how long a job waited until it was first claimed."""
        ...

    def worked(self, lane: Lane, seconds: float) -> None:
        """Note how long an attempt took."""
        ...

    def answered(self, delivery: Delivery, seconds: float) -> None:
        """Note how long after a job's end its asker was told, and what became of that."""
        ...

    def acknowledged(self, seconds: float) -> None:
        """Note how long an interaction took to be acknowledged."""
        ...

    async def scrape(self, now: datetime) -> bytes:
        """Return all there is in the text format of Prometheus."""
        ...


class Clock(Protocol):
    """The time, and waiting for it."""

    def now(self) -> datetime:
        """Return the present, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
        ...
