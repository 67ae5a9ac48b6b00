"""Credits beside those of jobs."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol

from faceswap.domain.job import Verb
from faceswap.domain.movements import Movement, Revoked, Spender, Spent
from faceswap.domain.tariff import Tariff


class Ledger(Protocol):
    """Credits beside those of jobs: what moderators give and decide, and what there was."""

    async def tariff(self, guild: str) -> Tariff:
        """Return what was decided in a server."""
        ...

    async def set_allowance(self, guild: str, role: str, amount: int | None) -> None:
        """Decide what members with a role have a day, or all; None takes it back."""
        ...

    async def set_price(self, guild: str, verb: Verb, amount: int) -> None:
        """Decide what a face costs in a picture."""
        ...

    async def set_pool(self, guild: str, amount: int) -> None:
        """Decide what all members have a day together."""
        ...

    async def grant(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> int:
        """Give credits that stay, and return how many of those there are then."""
        ...

    async def revoke(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> Revoked:
        """Take granted credits back, at most what is there."""
        ...

    async def last_allowance(self, account: str) -> int | None:
        """Return the allowance last known of an account, None where none is."""
        ...

    async def movements(self, account: str, *, skip: int, most: int) -> list[Movement]:
        """Return an account's latest movements but so many, the newest first."""
        ...

    async def count(self, account: str) -> int:
        """Return how many movements an account has."""
        ...

    async def spenders(self, guild: str, since: date, most: int) -> list[Spender]:
        """Return who has spent most in a server, from a day on."""
        ...

    async def spending(self, guild: str, since: date) -> list[Spent]:
        """Return what was spent in a server by day and verb, from a day on."""
        ...
