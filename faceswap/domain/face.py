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
