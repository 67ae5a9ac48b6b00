"""What the readers of the four kinds of animation have in common."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import PictureTooSmall, TooManyPixels
from faceswap.domain.errors.clips import ClipTooLong, TooManyFrames

Pixels = NDArray[np.uint8]
T = TypeVar("T")

# Frames above the limit are still counted, to tell how many there are, but not for ever.
MOST_COUNTED = 100_000
# Browsers show what asks for 10 ms or less as if it asked for 100 ms; so do we count it.
HASTY = Fraction(1, 100)
UNHURRIED = Fraction(1, 10)


class Damaged(ValueError):
    """The bytes break the rules of their kind."""


@dataclass(frozen=True, slots=True)
class Animation:
    """A file that was walked through, and not decoded yet.

    `tick` is what delays are counted in, in seconds; `delays` are as the file has them. `loops` is
    how often it is played, 0 for ever. `frames` starts decoding: it yields each canvas, composed as
    viewers show it, (height, width, 4) uint8, which holds until the next.
    """

    width: int
    height: int
    tick: Fraction
    delays: tuple[int, ...]
    loops: int
    has_alpha: bool
    is_lossless: bool
    frames: Callable[[], Iterator[Pixels]]

    def shown(self, delay: int) -> int:
        """Return how many ticks browsers show a frame of this delay."""
        if delay * self.tick > HASTY:
            return delay
        return max(1, round(UNHURRIED / self.tick))


@dataclass(frozen=True, slots=True)
class Gate:
    """The limits, and the name of the file that is held against them."""

    name: str
    limits: ClipLimits

    def check_sides(self, width: int, height: int) -> None:
        """Refuse a canvas that is too large or too small.

        Raises:
            TooManyPixels: Too large.
            PictureTooSmall: A side is too short.
        """
        most, least = self.limits.most_pixels, self.limits.least_side
        if width * height > most:
            raise TooManyPixels(name=self.name, width=width, height=height, limit=most)
        if min(width, height) < least:
            raise PictureTooSmall(name=self.name, width=width, height=height, least=least)

    def check_patch(self, width: int, height: int) -> None:
        """Refuse a part of a canvas that is too large.

        Raises:
            TooManyPixels: Too large.
        """
        most = self.limits.most_pixels
        if width * height > most:
            raise TooManyPixels(name=self.name, width=width, height=height, limit=most)

    def check_frames(self, frames: int) -> None:
        """Refuse too many frames.

        Raises:
            TooManyFrames: There are more.
        """
        if frames > self.limits.most_frames:
            raise TooManyFrames(name=self.name, frames=frames, limit=self.limits.most_frames)

    def check_seconds(self, seconds: float) -> None:
        """Refuse what lasts too long.

        Raises:
            ClipTooLong: It does.
        """
        if seconds > self.limits.most_seconds:
            limit = self.limits.most_seconds
            raise ClipTooLong(name=self.name, seconds=seconds, limit=limit)

    def gather(self, parts: Iterable[T]) -> list[T]:
        """Return the frames' records, of which no more than the limit are ever held.

        Raises:
            TooManyFrames: There are more.
        """
        kept: list[T] = []
        count = 0
        for count, part in enumerate(islice(parts, MOST_COUNTED), 1):
            if count <= self.limits.most_frames:
                kept.append(part)
        self.check_frames(count)
        return kept


class Cursor:
    """Bytes that are read from front to back; reading beyond the end is damage."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data = data
        self.at = at

    @property
    def is_at_end(self) -> bool:
        """Tell whether nothing is left."""
        return self.at >= len(self.data)

    def take(self, length: int) -> bytes:
        """Return the next bytes.

        Raises:
            Damaged: There are fewer.
        """
        at = self.skip(length)
        return self.data[at : at + length]

    def skip(self, length: int) -> int:
        """Go on by some bytes and return where they started.

        Raises:
            Damaged: There are fewer.
        """
        at = self.at
        if at + length > len(self.data):
            raise Damaged("ends early")
        self.at = at + length
        return at

    def unpack(self, form: struct.Struct) -> tuple[int, ...]:
        """Return the next numbers.

        Raises:
            Damaged: There are fewer.
        """
        return form.unpack_from(self.data, self.skip(form.size))


def rgba(image: Image.Image) -> Pixels:
    """Return a decoded frame, (height, width, 4) uint8."""
    if image.mode.startswith("I"):
        # 16 bits of grey, of which Pillow would clip all but the darkest.
        deep = np.asarray(image).astype(np.int64)
        image = Image.fromarray((deep >> 8).clip(0, 255).astype(np.uint8))
    return np.asarray(image if image.mode == "RGBA" else image.convert("RGBA"))
