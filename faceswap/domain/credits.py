"""What a swap costs, and the day's allowance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from faceswap.domain.clip import ClipFacts, ClipOutcome

PRICE_PER_FACE = 1
"""Credits for each face that is swapped in a still."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What a face costs in clips, in credits: for a second of a video, a frame of an animation.

    Each face costs a whole number of credits, one at least: parts of a credit are rounded up.
    """

    video_second: Decimal = Decimal(1)
    animation_frame: Decimal = Decimal("0.1")

    def of(self, clip: ClipFacts | ClipOutcome | None, faces: int) -> int:
        """Return what so many faces cost in a clip, or in a still where there is no clip."""
        return faces * (PRICE_PER_FACE if clip is None else self._of_face(clip))

    def _of_face(self, clip: ClipFacts | ClipOutcome) -> int:
        if clip.kind.is_animation:
            return max(1, ceil(Fraction(self.animation_frame) * clip.frames))
        # Containers count in ticks of their own: a clip of three seconds may last a little longer.
        seconds = Fraction(round(clip.seconds * 1000), 1000)
        return max(1, ceil(Fraction(self.video_second) * seconds))


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
class Balance:
    """Credits of one account today: `allowance` a day, `spent` of it held or settled."""

    allowance: int
    spent: int
    refill: datetime

    @property
    def left(self) -> int:
        """Return what can still be spent; an allowance lowered today may leave nothing."""
        return max(0, self.allowance - self.spent)
