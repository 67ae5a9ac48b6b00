"""Telling people what became of what they asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from faceswap.domain.audit import AuditLine
from faceswap.domain.clip import Progress
from faceswap.domain.delivery import Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.job import Job
from faceswap.domain.media import Encoded
from faceswap.ports.jobs import Promise


class Delivery(StrEnum):
    """What became of telling an asker.

    `IMPOSSIBLE`: nobody is there to be told. `TOO_LARGE` and `REFUSED`: the place takes words, but
    not these pictures.
    """

    DELIVERED = "delivered"
    IMPOSSIBLE = "impossible"
    TRY_LATER = "try later"
    TOO_LARGE = "too large"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of telling an asker.

    `address` is where the answer is and `posted` what it is, if that was learnt by telling;
    `undelivered` why it is impossible.
    """

    delivery: Delivery
    address: str | None = field(default=None, repr=False)
    posted: Posted | None = None
    undelivered: Undelivered | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Where a server's audit is posted, and in which language; see `Policy`."""

    guild: str
    channel: str
    language: str


class Notifier(Protocol):
    """Tells askers what became of their jobs, and moderators what happened."""

    async def tell(self, job: Job) -> Receipt:
        """Answer a job that is over, at its `address`."""
        ...

    async def progress(self, job: Job, progress: Progress, glimpse: Encoded | None) -> None:
        """Show how far a job with clips is, and what they look like by now.

        Failing to is no failure. A call that takes long keeps others from being made, and is
        canceled when the job is over.
        """
        ...

    async def waiting(self, job: Job, reason: VisageError) -> None:
        """Say that the job is held and will be tried again; failing to say so is no failure."""
        ...

    async def erase(self, job: Job) -> Delivery:
        """Delete the answer of a job; one that is gone already is as good as deleted."""
        ...

    async def post(self, board: Board, lines: Sequence[AuditLine]) -> Delivery:
        """Post lines of the audit as one message that mentions nobody."""
        ...

    async def offer(self, job: Job) -> None:
        """Show what is offered, and its price, at the job's `address`."""
        ...

    async def apologize(self, promise: Promise) -> Receipt:
        """Say that what was asked was lost with a process, at the promise's `address`."""
        ...
