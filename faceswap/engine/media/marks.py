"""The visible mark: light letters with a dark edge in the lower right corner.

The letters are drawn once for pictures of one size. What remains for a frame is to let some of what
is there through and to add some light, in the few pixels of the mark.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.domain.mark import LONGEST_MARK
from faceswap.engine.media.clips import Bytes
from faceswap.engine.media.stills import Still

Amounts = NDArray[np.uint16]

# How high letters are, beside a picture's shorter side and at least, in pixels.
SHARE = 1 / 40
LEAST_HEIGHT = 12
# Rubik, and WenQuanYi Micro Hei for what it lacks; both come inside of OpenCV.
FONT, WEIGHT = "sans", 500
# How thick the edge is beside the letters, how thick at least in pixels, and how dark.
EDGE, LEAST_EDGE, DARKNESS = 1 / 10, 2, 0.75
# How far from the picture's edge, beside the letters.
MARGIN = 0.5
SOLID = 255


@dataclass(frozen=True, slots=True)
class Stamp:
    """A mark as it lies on a picture: `keep` of 255 parts of a pixel stay, `light` is added.

    Both are (height, width) uint16, of even sides; `left` and `top` are even.
    """

    left: int
    top: int
    keep: Amounts
    light: Amounts

    @property
    def slices(self) -> tuple[slice, slice]:
        """Return where it lies, as an index of the picture."""
        height, width = self.keep.shape
        return slice(self.top, self.top + height), slice(self.left, self.left + width)

    @property
    def half(self) -> tuple[slice, slice]:
        """Return where it lies in a plane of half the sides."""
        rows, columns = self.slices
        return slice(rows.start // 2, rows.stop // 2), slice(columns.start // 2, columns.stop // 2)

    def on_luma(self, part: Bytes, black: int, white: int) -> Bytes:
        """Return what lies under it with the mark, in a plane with this black and white."""
        dark, bright = np.uint16(black), np.uint16(white - black)
        return _mixed(part, self.keep, (SOLID - self.keep) * dark + self.light * bright)

    def on_chroma(self, part: Bytes) -> Bytes:
        """Return what lies under it with the mark, which is grey, in a plane of half the sides."""
        height, width = self.keep.shape
        quarters = self.keep.reshape(height // 2, 2, width // 2, 2).sum(axis=(1, 3))
        keep = (quarters // 4).astype(np.uint16)
        return _mixed(part, keep, (SOLID - keep) * np.uint16(128))

    def on_rgba(self, part: Bytes) -> Bytes:
        """Return what lies under it with the mark, (height, width, 4); it hides what is clear."""
        keep = self.keep[..., None].astype(np.float32)
        shown = part[..., 3:] * keep / SOLID
        solid = shown + (SOLID - keep)
        light = self.light[..., None].astype(np.float32)
        colours = (part[..., :3] * shown + light * SOLID) / np.maximum(solid, 1)
        marked = np.rint(np.concatenate([colours, solid], axis=2)).astype(np.uint8)
        return np.where(keep < SOLID, marked, part)


def _mixed(part: Bytes, keep: Amounts, added: Amounts) -> Bytes:
    """Return `part` times `keep` and what is `added`, in parts of 255; what is kept is exact."""
    return ((part * keep + added + SOLID // 2) // SOLID).astype(np.uint8)


def stamp(text: str, width: int, height: int) -> Stamp:
    """Draw a mark for pictures of a size, in pixels; one that is too wide is made smaller."""
    size = max(LEAST_HEIGHT, round(min(width, height) * SHARE))
    margin = round(size * MARGIN)
    letters = _letters(text, size)
    edge = max(LEAST_EDGE, round(size * EDGE))
    room = width - 2 * (margin + edge + 1)
    if letters.shape[1] > room:
        sides = room, max(1, letters.shape[0] * room // letters.shape[1])
        letters = cv2.resize(letters, sides, interpolation=cv2.INTER_AREA)
        edge = LEAST_EDGE
    letters = np.pad(letters, edge + 1)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * edge + 1, 2 * edge + 1))
    shade = cv2.GaussianBlur(cv2.dilate(letters, kernel), (3, 3), 0)
    keep = (1 - DARKNESS / SOLID * shade) * (SOLID - letters.astype(np.float32))
    left, top = width - margin - letters.shape[1], height - margin - letters.shape[0]
    # An even place and even sides, so that it is as many whole pixels of planes of half the sides.
    sides = [(at % 2, (at + side) % 2) for at, side in zip((top, left), keep.shape, strict=True)]
    return Stamp(
        left=left - left % 2,
        top=top - top % 2,
        keep=np.pad(np.rint(keep).astype(np.uint16), sides, constant_values=SOLID),
        light=np.pad(letters.astype(np.uint16), sides),
    )


def _letters(text: str, size: int) -> Bytes:
    """Return how much of each pixel the letters cover, (height, width), without empty edges."""
    room = np.zeros((4 * size, 2 * size * (LONGEST_MARK + 2), 3), np.uint8)
    white = (SOLID, SOLID, SOLID)
    cv2.putText(room, text, (size, 3 * size), white, cv2.FontFace(FONT), size, WEIGHT)
    covered = room[..., 0]
    rows, columns = (np.flatnonzero(covered.any(axis=axis)) for axis in (1, 0))
    return covered[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].copy()


def marked(still: Still, text: str) -> Still:
    """Return a picture with a mark."""
    drawn = stamp(text, still.width, still.height)
    where = drawn.slices
    solid = np.full(still.pixels.shape[:2], SOLID, np.uint8) if still.alpha is None else still.alpha
    part = drawn.on_rgba(np.dstack([still.pixels[where], solid[where]]))
    pixels, alpha = still.pixels.copy(), None if still.alpha is None else still.alpha.copy()
    pixels[where] = part[..., :3]
    if alpha is not None:
        alpha[where] = part[..., 3]
    return replace(still, pixels=pixels, alpha=alpha)
