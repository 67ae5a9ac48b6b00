"""The canvas on which the partial frames of GIF and APNG are put together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

import numpy as np
from PIL import Image

from faceswap.engine.media.animation_source import Pixels


class Disposal(Enum):
    """What becomes of a frame's rectangle before the next frame is drawn."""

    KEEP = auto()
    CLEAR = auto()
    RESTORE = auto()


@dataclass(frozen=True, slots=True)
class Patch:
    """A partial frame: its pixels, (height, width, 4), where they go, and how.

    `is_blended` lays it over what is there, by its alpha; else it replaces that.
    """

    pixels: Pixels
    left: int
    top: int
    disposal: Disposal
    is_blended: bool


class Canvas:
    """What viewers see: transparent at first, whatever background colour a file names."""

    def __init__(self, width: int, height: int) -> None:
        self.pixels: Pixels = np.zeros((height, width, 4), np.uint8)
        self._leaving: tuple[slice, slice] | None = None
        self._left_behind: Pixels | None = None

    def draw(self, patch: Patch) -> None:
        """Dispose of the last patch and draw this one, cut to the canvas."""
        self._dispose()
        region = self.pixels[patch.top :, patch.left :]
        rows = min(region.shape[0], patch.pixels.shape[0])
        columns = min(region.shape[1], patch.pixels.shape[1])
        where = (
            slice(patch.top, patch.top + rows),
            slice(patch.left, patch.left + columns),
        )
        if patch.disposal is not Disposal.KEEP:
            self._leaving = where
        if patch.disposal is Disposal.RESTORE:
            self._left_behind = self.pixels[where].copy()
        drawn = patch.pixels[:rows, :columns]
        self.pixels[where] = _over(drawn, self.pixels[where]) if patch.is_blended else drawn

    def _dispose(self) -> None:
        if self._leaving is not None:
            self.pixels[self._leaving] = 0 if self._left_behind is None else self._left_behind
        self._leaving = self._left_behind = None


def _over(above: Pixels, below: Pixels) -> Pixels:
    alpha = above[..., 3:]
    clear, solid = alpha == 0, alpha == 255
    if bool((clear | solid).all()):
        return np.where(solid, above, below)
    images = (Image.fromarray(np.ascontiguousarray(side)) for side in (below, above))
    return np.asarray(Image.alpha_composite(*images))
