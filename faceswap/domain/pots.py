"""The pots that an account pays from, and how an amount is parted between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Pot(StrEnum):
    """Where credits come from, in the order in which they are spent.

    The allowance is a member's own and lapses at 00:00 UTC; what was granted stays; the pool is a
    budget a day that all members of a server share.
    """

    ALLOWANCE = "allowance"
    GRANTED = "granted"
    POOL = "pool"


@dataclass(frozen=True, slots=True)
class Parts:
    """An amount, by the pots that it is in or comes from."""

    allowance: int = 0
    granted: int = 0
    pool: int = 0

    @property
    def total(self) -> int:
        """Return the amount."""
        return self.allowance + self.granted + self.pool

    @property
    def by_pot(self) -> Mapping[Pot, int]:
        """Return the parts that are not nothing, in the order in which they are spent."""
        parts = zip(Pot, (self.allowance, self.granted, self.pool), strict=True)
        return {pot: part for pot, part in parts if part}

    def first(self, amount: int) -> Parts:
        """Return the part of this that is spent first: so much of it, or all there is."""
        allowance = min(amount, self.allowance)
        granted = min(amount - allowance, self.granted)
        return Parts(allowance, granted, min(amount - allowance - granted, self.pool))

    def __sub__(self, other: Parts) -> Parts:
        return Parts(
            self.allowance - other.allowance, self.granted - other.granted, self.pool - other.pool
        )
