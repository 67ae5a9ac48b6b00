"""Where a head lies in a picture: between its own units, a coarse grid over it, and pixels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, Mask, blur, depth_of
from faceswap.engine.scenes.heads import HeadWanted
from faceswap.engine.scenes.scene import HEAD_UNITS

# Head units a cell: what varies smoothly is worked out on such a grid.
CELL = 2.0
# Parts of a pixel that OpenCV draws polygons with, as a power of two.
SHIFT = 6
# How soft an edge is: a sigma in head units.
SOFT_EDGE = 0.6


@dataclass(frozen=True, slots=True)
class Easel:
    """A rectangle of head units, `low` to `high`, and the rectangle of pixels that shows it.

    `matrix` (2, 3) takes head units to pixels of the patch, whose corner is `left`, `top` in the
    picture; a patch that lies outside the picture has no pixels.
    """

    low: tuple[float, float]
    high: tuple[float, float]
    matrix: Floats
    left: int
    top: int
    width: int
    height: int

    @staticmethod
    def of(wanted: HeadWanted, low: tuple[float, float], high: tuple[float, float]) -> Easel:
        """Return the easel for a rectangle around a head that is wanted."""
        matrix = _to_picture(wanted)
        corners = np.array([[x, y, 1.0] for x in (low[0], high[0]) for y in (low[1], high[1])])
        places = corners @ matrix.T
        first = np.clip(np.floor(places.min(axis=0)), 0, (wanted.width, wanted.height))
        last = np.clip(np.ceil(places.max(axis=0)), first, (wanted.width, wanted.height))
        left, top = int(first[0]), int(first[1])
        local = matrix.copy()
        local[:, 2] -= first
        return Easel(low, high, local, left, top, int(last[0]) - left, int(last[1]) - top)

    @property
    def scale(self) -> float:
        """Return how many pixels a head unit is."""
        return float(np.hypot(self.matrix[0, 0], self.matrix[1, 0]))

    @property
    def is_empty(self) -> bool:
        """Tell whether the picture shows nothing of it."""
        return not (self.width and self.height)

    @property
    def cells(self) -> tuple[int, int]:
        """Return the grid's width and height."""
        across, down = (
            math.ceil((high - low) / CELL) + 1
            for low, high in zip(self.low, self.high, strict=True)
        )
        return across, down

    def units(self) -> tuple[Floats, Floats]:
        """Return the place of each cell in head units: x and y, (rows, columns) each."""
        across, down = self.cells
        rows, columns = np.mgrid[0:down, 0:across].astype(np.float32)
        return columns * CELL + self.low[0], rows * CELL + self.low[1]

    def places(self, points: Floats) -> Floats:
        """Return points, (n, 2) in head units, in cells."""
        return ((points - np.array(self.low)) / CELL).astype(np.float32)

    def inside(self, outline: Floats) -> Floats:
        """Return how deep each cell lies in an outline, (n, 2): head units, negative outside."""
        across, down = self.cells
        mask = np.zeros((down, across), np.uint8)
        spots = np.round(self.places(outline) * (1 << SHIFT)).astype(np.int32)
        cv2.fillPoly(mask, [spots.reshape(-1, 1, 2)], (255,), lineType=cv2.LINE_8, shift=SHIFT)
        return signed(mask > 0)

    def filled(self, outlines: Sequence[Floats]) -> Floats:
        """Return the pixels within any of some outlines, (n, 2) each: (height, width), 0 to 1."""
        mask = np.zeros((self.height, self.width), np.uint8)
        for outline in outlines:
            spots = outline @ self.matrix[:, :2].T + self.matrix[:, 2]
            whole = np.round(spots * (1 << SHIFT)).astype(np.int32).reshape(-1, 1, 2)
            cv2.fillPoly(mask, [whole], (255,), lineType=cv2.LINE_AA, shift=SHIFT)
        return blur(mask.astype(np.float32) / 255, SOFT_EDGE * max(1.0, self.scale))

    def over_pixels(self, values: Floats | Sequence[Floats]) -> Floats:
        """Return a grid's values over the pixels: (height, width) or (height, width, k)."""
        layers = list(values) if isinstance(values, list | tuple) else None
        grid = np.dstack(layers) if layers else np.asarray(values)
        to_units = np.array([[CELL, 0, self.low[0]], [0, CELL, self.low[1]], [0, 0, 1]])
        matrix = self.matrix @ to_units
        if grid.ndim == 3 and grid.shape[2] > 4:
            parts = [self.over_pixels(grid[..., at : at + 4]) for at in range(0, grid.shape[2], 4)]
            return np.dstack(parts)
        warped = cv2.warpAffine(
            np.ascontiguousarray(grid, np.float32),
            matrix,
            (self.width, self.height),
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return np.asarray(warped, np.float32)


def signed(mask: Mask) -> Floats:
    """Return how deep each cell lies inside a mask: head units, negative outside."""
    return (depth_of(mask) - depth_of(~mask)) * np.float32(CELL)


def parted(values: Floats) -> list[Floats]:
    """Return the last axis's parts of values, (height, width, k), each whole in memory."""
    parts = cv2.split(np.ascontiguousarray(values, np.float32))
    return [np.asarray(part, np.float32) for part in parts]


def rounded(outline: Floats, times: int = 2) -> Floats:
    """Return a closed outline, (n, 2), with its corners cut so many times (Chaikin)."""
    for _ in range(times):
        following = np.roll(outline, -1, axis=0)
        cut = [0.75 * outline + 0.25 * following, 0.25 * outline + 0.75 * following]
        outline = np.stack(cut, axis=1).reshape(-1, 2)
    return np.asarray(outline, np.float32)


def _to_picture(wanted: HeadWanted) -> Floats:
    """Return the matrix (2, 3) from head units to the picture's pixels; see `Head.worn`."""
    head, view = wanted.head, wanted.view
    right = wanted.width / (view.right - view.left)
    down = wanted.height / (view.bottom - view.top)
    scale, roll = head.height / HEAD_UNITS, math.radians(head.roll)
    cos, sin = math.cos(roll) * scale, math.sin(roll) * scale
    return np.array(
        [
            [cos * right, -sin * right, (head.x - view.left) * right],
            [sin * down, cos * down, (head.y - view.top) * down],
        ]
    )
