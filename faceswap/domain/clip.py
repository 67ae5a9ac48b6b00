"""Clips as values: animations and videos, how large they may be, and how far their swap is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from faceswap.domain.errors import MEGABYTE


class ClipKind(StrEnum):
    """What moves. An animation comes back as its own kind, a video as MP4 or WebM."""

    GIF = "gif"
    APNG = "apng"
    WEBP = "webp"
    AVIF = "avif"
    VIDEO = "video"

    @property
    def is_animation(self) -> bool:
        """Tell whether it is a picture that moves, which is paid by the frame."""
        return self is not ClipKind.VIDEO


@dataclass(frozen=True, slots=True)
class ClipLimits:
    """What is taken in: bytes of a file, seconds, frames, and pixels of one frame.

    They hold for what is decoded, whatever the file's header claims.
    """

    most_bytes: int = 100 * MEGABYTE
    most_seconds: float = 120.0
    most_frames: int = 7200
    most_pixels: int = 9_500_000
    least_side: int = 32


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """What is known of a clip before it is decoded.

    `width` and `height` are pixels of the upright frame; `frames` and `seconds` are counted on its
    packets, not taken from its header.
    """

    kind: ClipKind
    width: int
    height: int
    frames: int
    seconds: float
    has_audio: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """When one numbered face is seen: `first` and `last` in seconds, `frames` how many show it."""

    number: int
    first: float
    last: float
    frames: int


@dataclass(frozen=True, slots=True)
class ClipOutcome:
    """What came of a clip.

    `frames` were rendered and are in the result, `changed` of them show a new face; `seconds` is
    how long they last. `width` and `height` differ from the target's where the result was scaled
    down to fit; `bits` is the bit rate it was encoded at to fit, 0 where it fitted by itself.
    """

    kind: ClipKind
    frames: int
    changed: int
    seconds: float
    width: int
    height: int
    bits: int = 0
    appearances: tuple[Appearance, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a clip is: `done` of `total` frames, `fps` rendered a second, 0 while unknown.

    `total` may turn out wrong: it was counted without decoding.
    """

    done: int
    total: int
    fps: float = 0.0

    @property
    def share(self) -> float:
        """Return how much is done, 0 to 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0

    @property
    def seconds_left(self) -> float | None:
        """Return how much longer it takes, None while nobody knows."""
        return max(0, self.total - self.done) / self.fps if self.fps > 0 else None
