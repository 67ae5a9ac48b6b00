"""What makes a figure belong to its place and its head to its body: shadows, rims, haze."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.engine.scenes.colour import rgb
from faceswap.engine.scenes.layers import Floats
from faceswap.engine.scenes.scene import Light

Alpha = NDArray[Any]
"""(height, width) uint8."""

# A shadow falls so far, and is so soft, in heights of the head; a near one and a far one.
_NEAR = (0.018, 0.014, 0.34)
_FAR = (0.065, 0.05, 0.42)
_WRAP, _WRAP_SHARE = 0.016, 0.34
"""How far the backdrop's light reaches over a figure's edge, in picture heights, and how much."""
_FAINT = 0.01
_RIM, _RIM_SHARE = 0.005, 0.5
"""How wide a light from behind lines a figure's edge, in picture heights, and how much."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of a picture in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def cut(self) -> tuple[slice, slice]:
        """Return its rows and columns."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


def box_of(alpha: Alpha, margin: int) -> Box:
    """Return the part of a picture that is not empty, and a margin about it."""
    left, top, width, height = cv2.boundingRect(alpha)
    high, wide = alpha.shape
    return Box(
        max(0, left - margin),
        max(0, top - margin),
        min(wide, left + width + margin),
        min(high, top + height + margin),
    )


def _shared(one: Box, other: Box) -> Box:
    """Return the part of a picture that two parts share, perhaps nothing of it."""
    left, top = max(one.left, other.left), max(one.top, other.top)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Box(left, top, max(left, right), max(top, bottom))


def cast_shadow(picture: Floats, caster: Alpha, onto: Alpha, light: Light, head: float) -> None:
    """Darken in place what lies behind: the shadow of `caster` that falls `onto` something.

    `head` is the head's height in pixels: all distances go by it.
    """
    cut = _shared(box_of(caster, round(head * 0.16)), box_of(onto, 0)).cut
    if caster[cut].size == 0:
        return
    above = caster[cut].astype(np.float32) / 255
    shadow = np.zeros_like(above)
    length = math.hypot(light.x, light.y, light.z) or 1.0
    for reach, blur, share in (_NEAR, _FAR):
        # A lamp in front throws shadows behind the figure: a little of them is always below.
        x = -light.x / length * reach * head
        y = max(0.3, -light.y / length) * reach * head
        moved = np.array([[1, 0, x], [0, 1, y]], np.float32)
        fallen = cv2.warpAffine(above, moved, above.shape[::-1])
        fallen = cv2.GaussianBlur(fallen, (0, 0), max(0.8, blur * head))
        shadow = shadow + fallen * np.float32(share) * (1 - shadow)
    shadow *= onto[cut].astype(np.float32) / 255
    tint = 0.5 * np.array(rgb(light.ambient), np.float32) / 255
    part = picture[cut]
    part *= 1 - shadow[..., None] * (1 - tint * 0.55)


def wrap(picture: Floats, backdrop: Floats, figure: Alpha, light: Light) -> None:
    """Let the backdrop's light reach over a figure's edges, in place, and line them by the rim."""
    height, width = figure.shape
    inside = figure.astype(np.float32) * np.float32(1 / 255)
    edge = inside * (1 - _blurred(inside, _WRAP * height, 4))
    small = cv2.resize(backdrop, (64, 64), interpolation=cv2.INTER_AREA)
    glow = cv2.resize(cv2.GaussianBlur(small, (0, 0), 2.5), (width, height))
    # Few pixels are near an edge, and only these are touched.
    near = np.flatnonzero(edge > _FAINT)
    added = glow.reshape(-1, 3)[near] * (edge.ravel()[near, None] * np.float32(_WRAP_SHARE))
    if light.rim:
        lined = inside * (1 - _blurred(inside, _RIM * height, 2))
        lined = np.clip(lined * 2.2 - 0.35, 0, 1) * _rim_side(width, light)
        rim = np.array(rgb(light.rim), np.float32) * np.float32(_RIM_SHARE)
        added += lined.ravel()[near, None] * rim
    flat = picture.reshape(-1, 3)
    flat[near] += added * (1 - flat[near] * np.float32(1 / 255))


def _blurred(values: Floats, sigma: float, shrink: int) -> Floats:
    """Return values blurred, by way of a smaller picture."""
    height, width = values.shape
    size = width // shrink, height // shrink
    small = cv2.resize(values, size, interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / shrink)
    return np.asarray(cv2.resize(small, (width, height)), np.float32)


def _rim_side(width: int, light: Light) -> Floats:
    """Return how much of a rim each column shows: more on the side away from the lamp."""
    across = np.linspace(-1, 1, width, dtype=np.float32) * math.copysign(1.0, -light.x)
    return np.asarray(0.55 + 0.45 * across, np.float32)
