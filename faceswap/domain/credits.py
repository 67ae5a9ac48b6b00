"""What a swap costs, and the day's allowance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

PRICE_PER_FACE = 1


def utc_day(now: datetime) -> date:
    """Return the day an allowance belongs to."""
    return now.astimezone(UTC).date()


def next_refill(now: datetime) -> datetime:
    """Return the coming 00:00 UTC."""
    tomorrow = utc_day(now) + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=UTC)


def price(faces: int) -> int:
    """Return what swapping so many faces costs."""
    return faces * PRICE_PER_FACE


def charge(faces_swapped: int, held: int) -> int:
    """Return what a swap is settled at: the price of what was done, never more than was held."""
    return min(price(faces_swapped), held)


@dataclass(frozen=True, slots=True)
class Balance:
    """Credits of one account today: `allowance` a day, `spent` of it held or settled."""

    allowance: int
    spent: int
    refill: datetime

    @property
    def left(self) -> int:
        """Return what can still be spent; an allowance lowered today may leave nothing."""
        return max(0, self.allowance - self.spent)
