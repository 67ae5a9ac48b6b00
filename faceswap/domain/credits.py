"""What a swap costs, and what there is to pay it with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from faceswap.domain.clip import ClipFacts, ClipOutcome
from faceswap.domain.errors import NotEnoughCredits
from faceswap.domain.pots import Parts

PRICE_PER_FACE = 1
"""Credits for each face that is swapped in a still, where no server has another price."""


@dataclass(frozen=True, slots=True)
class Prices:
    """How many times its price in a still a face costs in a clip: a second, a frame of it.

    Each face costs a whole number of credits, one at least unless it is free: parts of a credit are
    rounded up. `headshot` and `changebg` are what a picture costs that is made from words.
    """

    video_second: Decimal = Decimal(1)
    animation_frame: Decimal = Decimal("0.1")
    headshot: int = 4
    changebg: int = 2

    def of(
        self, clip: ClipFacts | ClipOutcome | None, faces: int, face_price: int = PRICE_PER_FACE
    ) -> int:
        """Return what so many faces cost in a clip, or in a still where there is no clip.

        `face_price` is what one costs in a still.
        """
        if clip is None or not face_price:
            return faces * face_price
        return faces * max(1, ceil(face_price * self._times(clip)))

    def _times(self, clip: ClipFacts | ClipOutcome) -> Fraction:
        if clip.kind.is_animation:
            return Fraction(self.animation_frame) * clip.frames
        # Containers count in ticks of their own: a clip of three seconds may last a little longer.
        seconds = Fraction(round(clip.seconds * 1000), 1000)
        return Fraction(self.video_second) * seconds


def charge(prices: Sequence[int], held: int) -> int:
    """Return what a swap is settled at: the prices of what was done, at most what was held."""
    return min(sum(prices), held)


@dataclass(frozen=True, slots=True)
class Rendered:
    """How much of a target had been rendered when its job was canceled: `done` of `total` frames.

    `price` is what the whole target costs; a still has one frame.
    """

    price: int
    done: int
    total: int

    @property
    def share(self) -> Fraction:
        """Return how much it is, 0 to 1."""
        return Fraction(max(0, min(self.done, self.total)), self.total) if self.total > 0 else _NONE


_NONE = Fraction(0)


def charge_canceled(targets: Sequence[Rendered], held: int) -> int:
    """Return what is kept of a hold for what had been rendered, rounded down."""
    whole = sum(target.price for target in targets)
    rendered = sum((target.price * target.share for target in targets), _NONE)
    return floor(held * rendered / whole) if whole > 0 else 0


def utc_day(now: datetime) -> date:
    """Return the day an allowance belongs to."""
    return now.astimezone(UTC).date()


def next_refill(now: datetime) -> datetime:
    """Return the coming 00:00 UTC."""
    tomorrow = utc_day(now) + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Means:
    """Credits that an account has a day: its own allowance, and what its server's members share.

    `gone` is what its member had spent of today's allowance before all that was kept about them was
    erased.
    """

    allowance: int
    pool: int
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """Credits of one account today: `allowance` a day, `spent` of it held or settled.

    `granted` is what is left of credits that were given, `pool` what is left of the server's budget
    of the day.
    """

    allowance: int
    spent: int
    refill: datetime
    granted: int = 0
    pool: int = 0

    @property
    def pots(self) -> Parts:
        """Return what is left in each pot; an allowance lowered today may leave nothing."""
        return Parts(max(0, self.allowance - self.spent), self.granted, self.pool)

    @property
    def left(self) -> int:
        """Return what can still be spent."""
        return self.pots.total

    @property
    def whole(self) -> int:
        """Return what could be spent, had nothing been spent of the allowance today."""
        return self.allowance + self.granted + self.pool

    def refuses(self, needed: int) -> NotEnoughCredits | None:
        """Return the refusal of what costs more than there is, None where it can be paid."""
        if needed <= self.left:
            return None
        return NotEnoughCredits(
            needed=needed,
            left=self.left,
            refill=int(self.refill.timestamp()),
            granted=self.granted,
            pool=self.pool,
        )
