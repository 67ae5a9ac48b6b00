"""Faces as everything outside the engine knows them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the upright picture: `left <= x < right`, `top <= y < bottom`."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return the width in pixels."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return the height in pixels."""
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """Return the area in pixels."""
        return self.width * self.height

    def scaled(self, scale: float) -> Box:
        """Return the box in a picture that is so many times as large."""
        return Box(self.left * scale, self.top * scale, self.right * scale, self.bottom * scale)

    def overlap(self, other: Box) -> float:
        """Return what two boxes share, as a part of the smaller one, 0 to 1."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        smaller = min(self.area, other.area)
        return max(0.0, wide) * max(0.0, high) / smaller if smaller > 0 else 0.0


@dataclass(frozen=True, slots=True)
class FoundFace:
    """One face of a picture.

    `number` counts from 1, left to right; `box` spans the face from ear to ear and brow to chin;
    `yaw` and `roll` are degrees, 0 towards the camera and upright; `confidence` is 0 to 1.
    """

    number: int
    box: Box
    yaw: float
    roll: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Template:
    """What an engine keeps of a face.

    `data` is readable by the engine named, and by no other; `width` is the width in pixels of the
    largest face it was learnt from, `photos` how many were fused.
    """

    engine: str
    data: bytes = field(repr=False)
    width: float
    photos: int
