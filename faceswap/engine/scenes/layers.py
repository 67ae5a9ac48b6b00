"""Layers of a picture: drawn where they are not empty, and laid over each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.engine.scenes.heads import Patch
from faceswap.engine.scenes.scene import View
from faceswap.engine.scenes.svg import Rgba, drawn

Floats = NDArray[Any]
"""float32; what OpenCV returns is not typed any closer."""

_GLANCE = 16
"""Pixels of a layer for each pixel of the glance that tells where it is empty."""


@dataclass(frozen=True, slots=True)
class Size:
    """A picture's sides in pixels, and what it shows of the sheet."""

    view: View
    width: int
    height: int

    @property
    def scale(self) -> float:
        """Return how many pixels a unit of the sheet has."""
        return self.width / (self.view.right - self.view.left)


def layer(fragment: str, size: Size) -> Patch:
    """Draw a fragment; only the part of the picture in which it has anything.

    Lines thinner than a pixel at the layer's own edge may be cut off.
    """
    wide, high = size.width // _GLANCE, size.height // _GLANCE
    seen = drawn(fragment, size.view, wide, high)[..., 3] > 0
    if not seen.any():
        return Patch(0, 0, np.zeros((1, 1, 4), np.uint8))
    rows, columns = np.flatnonzero(seen.any(axis=1)), np.flatnonzero(seen.any(axis=0))
    left, top = (max(0, int(at[0]) - 1) for at in (columns, rows))
    right, bottom = min(wide, int(columns[-1]) + 2), min(high, int(rows[-1]) + 2)
    across = (size.view.right - size.view.left) / wide
    down = (size.view.bottom - size.view.top) / high
    part = View(
        size.view.left + left * across,
        size.view.top + top * down,
        size.view.left + right * across,
        size.view.top + bottom * down,
    )
    pixels = drawn(fragment, part, (right - left) * _GLANCE, (bottom - top) * _GLANCE)
    return Patch(left * _GLANCE, top * _GLANCE, pixels)


def soft(fragment: str, size: Size, softness: float) -> Floats:
    """Draw a backdrop out of focus, softness in units: (height, width, 3) float32, 0 to 255.

    It is drawn small, blurred there and enlarged.
    """
    blur = softness * size.scale
    shrink = float(np.clip(blur / 1.5, 1.0, 10.0))
    wide, high = round(size.width / shrink), round(size.height / shrink)
    small = drawn(fragment, size.view, wide, high)
    colours = small[..., :3].astype(np.float32)
    if blur > 0.5:
        colours = cv2.GaussianBlur(colours, (0, 0), max(0.3, blur / shrink * 0.55))
    if (wide, high) == (size.width, size.height):
        return np.asarray(colours, np.float32)
    enlarged = cv2.resize(colours, (size.width, size.height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(enlarged, 0, 255), np.float32)


def window(patch: Patch, height: int, width: int) -> tuple[slice, slice, Rgba]:
    """Return the rows and columns of a picture that a patch covers, and its part inside."""
    rows, columns = patch.pixels.shape[:2]
    top, left = max(0, patch.top), max(0, patch.left)
    bottom, right = min(height, patch.top + rows), min(width, patch.left + columns)
    bottom, right = max(top, bottom), max(left, right)
    inner = patch.pixels[
        top - patch.top : bottom - patch.top, left - patch.left : right - patch.left
    ]
    return slice(top, bottom), slice(left, right), inner


def lay(picture: Floats, patch: Patch) -> None:
    """Lay a patch over a picture, (height, width, 3) float32, in place."""
    rows, columns, inner = window(patch, *picture.shape[:2])
    if inner.size == 0:
        return
    alpha = inner[..., 3:].astype(np.float32) * np.float32(1 / 255)
    part = picture[rows, columns]
    part += (inner[..., :3] - part) * alpha


def alpha_of(patch: Patch, height: int, width: int) -> NDArray[np.uint8]:
    """Return a patch's alpha on a whole picture, (height, width) uint8."""
    alpha = np.zeros((height, width), np.uint8)
    rows, columns, inner = window(patch, height, width)
    alpha[rows, columns] = inner[..., 3]
    return alpha
