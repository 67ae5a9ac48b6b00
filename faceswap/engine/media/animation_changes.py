"""What changed from one frame of an animation to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from faceswap.engine.media.animation_source import Pixels

Mask = NDArray[np.bool_]
# Hiding what did not change costs a mask, which is dearer than the pixels where little is hidden.
WORTH_HIDING = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a canvas, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Return the width."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Return the height."""
        return self.bottom - self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        """Return the box as an index of a canvas."""
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def with_box(self, other: Box) -> Box:
        """Return the least box that holds both."""
        return Box(
            left=min(self.left, other.left),
            top=min(self.top, other.top),
            right=max(self.right, other.right),
            bottom=max(self.bottom, other.bottom),
        )


# Where a frame goes that changes nothing: the least that the formats can say.
NOWHERE = Box(0, 0, 1, 1)


def box_of(mask: Mask) -> Box | None:
    """Return the least box that holds all that is set, None where nothing is."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return None
    columns = np.flatnonzero(mask.any(axis=0))
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def differ(one: Pixels, other: Pixels) -> Mask:
    """Return where two canvases, (height, width, 4), show something different."""
    # Pixels are compared as numbers of 32 bits: a quarter of the work.
    return _words(one) != _words(other)


def _words(pixels: Pixels) -> NDArray[np.uint32]:
    return np.ascontiguousarray(pixels).view(np.uint32)[..., 0]


@dataclass(frozen=True, slots=True)
class Change:
    """The part of a frame to be written: its pixels, (height, width, 4), and where they go.

    `is_blended` tells that it is to be laid over the canvas, and is transparent where that stays.
    """

    pixels: Pixels
    box: Box
    is_blended: bool


class Changes:
    """Frames to changes, for formats with alpha of 8 bits."""

    def __init__(self, grid: int) -> None:
        """Take the step, in pixels, on which the format can put a frame."""
        self._grid = grid
        self._before: Pixels | None = None

    def next(self, frame: Pixels) -> Change:
        """Return what there is to write of a frame, the first as a whole."""
        before, self._before = self._before, frame.copy()
        height, width = frame.shape[:2]
        if before is None:
            return Change(self._before, Box(0, 0, width, height), is_blended=False)
        changed = differ(frame, before)
        box = box_of(changed)
        if box is None:
            return Change(np.zeros((1, 1, 4), np.uint8), NOWHERE, is_blended=True)
        step = self._grid
        box = Box(box.left // step * step, box.top // step * step, box.right, box.bottom)
        pixels, changed = frame[box.slices], changed[box.slices]
        is_solid = bool((pixels[..., 3][changed] == 255).all())
        if is_solid and 1 - changed.mean() >= WORTH_HIDING:
            return Change(np.where(changed[..., None], pixels, np.uint8(0)), box, is_blended=True)
        return Change(np.ascontiguousarray(pixels), box, is_blended=False)
