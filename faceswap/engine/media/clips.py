"""What a clip is on its way from the file that is read to the file that is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from faceswap.domain.clip import ClipFacts

Bytes = NDArray[np.uint8]


class PixelFormat(StrEnum):
    """How a frame lies in memory.

    `RGBA`: one plane, (height, width, 4). `YUV420`: three, (height, width) and twice half of each
    side, whose sides are even: planar 8-bit as H.264 takes it.
    """

    RGBA = "rgba"
    YUV420 = "yuv420"


@dataclass(frozen=True, slots=True)
class Layout:
    """The shape of a clip's frames, which are all alike; sides in pixels."""

    pixels: PixelFormat
    width: int
    height: int

    @property
    def size(self) -> int:
        """Return the bytes of one frame."""
        return sum(height * width * depth for height, width, depth in self._shapes())

    def planes(self, buffer: memoryview) -> tuple[Bytes, ...]:
        """Return a buffer of `size` bytes as planes, without copying."""
        planes: list[Bytes] = []
        at = 0
        for height, width, depth in self._shapes():
            length = height * width * depth
            flat = np.frombuffer(buffer[at : at + length], np.uint8)
            planes.append(flat.reshape((height, width, depth) if depth > 1 else (height, width)))
            at += length
        return tuple(planes)

    def _shapes(self) -> list[tuple[int, int, int]]:
        if self.pixels is PixelFormat.RGBA:
            return [(self.height, self.width, 4)]
        half = (self.height // 2, self.width // 2, 1)
        return [(self.height, self.width, 1), half, half]


class Matrix(StrEnum):
    """How luma and chroma are made of RGB."""

    BT601 = "bt601"
    BT709 = "bt709"


@dataclass(frozen=True, slots=True)
class Timing:
    """When frames are shown: `base` is the seconds of one tick, `rate` frames a second on average.

    `loops` is how often an animation is played, 0 for ever.
    """

    base: Fraction
    rate: Fraction
    loops: int = 0


@dataclass(frozen=True, slots=True)
class ClipInfo:
    """What is known of a clip before its first frame, upright and in the form it is worked on.

    `matrix` and `is_full_range` tell how YUV frames are to be shown; `aspect` is how wide a pixel
    is, beside its height. `has_alpha` tells that some of an animation may be seen through,
    `is_lossless` that its pixels are stored exactly.
    """

    facts: ClipFacts
    layout: Layout
    timing: Timing
    matrix: Matrix = Matrix.BT709
    is_full_range: bool = False
    aspect: Fraction = Fraction(1)
    has_alpha: bool = False
    is_lossless: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One frame as it was decoded: its planes, and when it is shown, in ticks of the timing."""

    planes: tuple[Bytes, ...] = field(repr=False)
    time: int
    duration: int


class ClipReader(Protocol):
    """A file that is being decoded; it belongs to one thread of one process."""

    @property
    def info(self) -> ClipInfo:
        """Return what is known before the first frame."""
        ...

    def moments(self) -> Iterator[Moment]:
        """Yield the frames in the order they are shown; their planes hold until the next.

        Raises:
            PictureRefused: The file turns out broken, or larger than the limits.
        """
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


class ClipWriter(Protocol):
    """A file that is being made, frame by frame."""

    def add(self, planes: tuple[Bytes, ...], time: int, duration: int) -> None:
        """Take one more frame; its planes are no longer needed afterwards."""
        ...

    def close(self) -> None:
        """Write what is left. Until then, the file is not whole."""
        ...

    def abandon(self) -> None:
        """Stop, and let go of the file as it is."""
        ...
