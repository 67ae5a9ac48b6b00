"""Clips that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.pictures import PictureRefused


@dataclass(eq=False)
class ClipTooLong(PictureRefused):
    """More seconds than we take; `seconds` and `limit`."""

    seconds: float = 0.0
    limit: float = 0.0

    code: ClassVar[str] = "clip_too_long"
    says: ClassVar[str] = (
        "{name} lasts {seconds} seconds and I take up to {limit}; please cut it shorter."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, seconds without needless digits."""
        return super().words() | {"seconds": f"{self.seconds:.0f}", "limit": f"{self.limit:.0f}"}


@dataclass(eq=False)
class TooManyFrames(PictureRefused):
    """More frames than we take."""

    frames: int = 0
    limit: int = 0

    code: ClassVar[str] = "too_many_frames"
    says: ClassVar[str] = (
        "{name} has {frames} frames and I take up to {limit}; please send a shorter one."
    )


@dataclass(eq=False)
class BrokenClip(PictureRefused):
    """Truncated, damaged, or more than its decoder can bear."""

    code: ClassVar[str] = "broken_clip"
    says: ClassVar[str] = (
        "{name} is cut short, damaged or too complex to play; please upload it again, or save it "
        "anew as MP4 or GIF first."
    )


@dataclass(eq=False)
class NoFrames(PictureRefused):
    """A container without pictures, such as a song."""

    code: ClassVar[str] = "no_frames"
    says: ClassVar[str] = "{name} has no pictures that move; please send a video or an animation."
