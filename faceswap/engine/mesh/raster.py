"""Draws a mesh's values over a grid, all triangles at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, Ints, Mask
from faceswap.engine.mesh.topology import FACE

INSIDE = -1e-3


@dataclass(frozen=True)
class Raster:
    """Which triangle each cell of a grid shows, and where in it.

    `triangle` is (height, width) int32, -1 where there is none; `shares` is (height, width, 3)
    float32, the weights of the triangle's three points.
    """

    triangle: Ints
    shares: Floats

    @cached_property
    def covered(self) -> Mask:
        """Return where the grid shows the mesh, (height, width)."""
        return self.triangle >= 0

    def paint(self, values: Floats) -> Floats:
        """Return values of the mesh's points, (468, k), over the grid: (height, width, k) float32.

        Cells that show no triangle take the nearest that does.
        """
        corners, shares = self._corners
        if not len(shares):
            return np.zeros((*self.triangle.shape, values.shape[1]), np.float32)
        seen = np.zeros((len(shares), values.shape[1]), np.float32)
        for corner in range(3):
            seen += values.take(corners[corner], axis=0) * shares[:, corner, np.newaxis]
        return seen.take(self._nearest, axis=0)

    @cached_property
    def _corners(self) -> tuple[Ints, Floats]:
        """Return the points of the cells that show some, (3, n), and their weights, (n, 3)."""
        points = FACE.triangles[self.triangle[self.covered]]
        return np.ascontiguousarray(points.T), self.shares[self.covered]

    @cached_property
    def _nearest(self) -> Ints:
        """Return for each cell which of the cells that show a triangle is nearest."""
        numbers = np.zeros(self.covered.shape, np.int32)
        numbers[self.covered] = np.arange(int(self.covered.sum()), dtype=np.int32)
        if self.covered.all():
            return numbers
        _, labels = cv2.distanceTransformWithLabels(
            np.logical_not(self.covered).astype(np.uint8),
            cv2.DIST_L2,
            cv2.DIST_MASK_3,
            labelType=cv2.DIST_LABEL_PIXEL,
        )
        owners = np.asarray(labels, np.int32)
        by_label = np.zeros(int(owners.max()) + 1, np.int32)
        by_label[owners[self.covered]] = numbers[self.covered]
        return by_label.take(owners)


def rasterise(places: Floats, width: int, height: int, order: Ints | None = None) -> Raster:
    """Draw the mesh with its points at `places`, (468, 2) in cells whose centres are whole numbers.

    `order` names the triangles to draw; of several over one cell the last is seen.
    """
    order = np.arange(len(FACE.triangles), dtype=np.int32) if order is None else order
    # Three arrays of corners, (triangles, 2): along an axis of three NumPy is slow.
    one, two, three = places.astype(np.float32).take(FACE.triangles.take(order, axis=0).T, axis=0)
    size = np.array([width, height])
    least, most = (pick(pick(one, two), three) for pick in (np.minimum, np.maximum))
    low = np.clip(np.ceil(least), 0, size).astype(np.int32)
    high = np.clip(np.floor(most) + 1, 0, size).astype(np.int32)
    span = np.maximum(high - low, 0)
    # One row for every cell of every triangle's bounding box.
    count = span[:, 0] * span[:, 1]
    owner = np.repeat(np.arange(len(order), dtype=np.int32), count)
    begin = (np.cumsum(count) - count).astype(np.int32)
    within = np.arange(len(owner), dtype=np.int32) - begin.take(owner)
    down, right = np.divmod(within, np.maximum(span[:, 0], 1).take(owner))
    x, y = low[:, 0].take(owner) + right, low[:, 1].take(owner) + down
    first, second = _shares((one, two, three), owner, x, y)
    third = 1 - first - second
    seen = np.flatnonzero((first >= INSIDE) & (second >= INSIDE) & (third >= INSIDE))
    cells = y.take(seen) * width + x.take(seen)
    triangle = np.full(height * width, -1, np.int32)
    shares = np.zeros((height * width, 3), np.float32)
    triangle[cells] = order.take(owner.take(seen))
    shares[cells] = np.stack([each.take(seen) for each in (first, second, third)], axis=1)
    return Raster(triangle.reshape(height, width), shares.reshape(height, width, 3))


def _shares(
    corners: tuple[Floats, Floats, Floats], owner: Ints, x: Ints, y: Ints
) -> tuple[Floats, Floats]:
    """Return the weights of each cell's first and second point."""
    one, two, three = corners
    low, high = two - three, one - three
    area = low[:, 1] * high[:, 0] - low[:, 0] * high[:, 1]
    area = np.where(np.abs(area) < 1e-9, np.float32(1e-9), area)
    # One kind of number throughout: where kinds meet, NumPy casts again and again.
    slopes = np.stack([*(low / area[:, None]).T, *(high / area[:, None]).T, *three.T])
    low_x, low_y, high_x, high_y, left, top = slopes.astype(np.float64).take(owner, axis=1)
    right, down = x.astype(np.float64) - left, y.astype(np.float64) - top
    return low_y * right - low_x * down, high_x * down - high_y * right


def front_to_camera(depth: Floats, normal_z: Floats) -> Ints:
    """Return the triangles that face the camera, the farthest first.

    Args:
        depth: (468,) of the points, larger is farther.
        normal_z: (468,) z of the points' normals, negative towards the camera.
    """
    kept = np.flatnonzero(normal_z[FACE.triangles].mean(axis=1) < 0.1)
    return kept[np.argsort(-depth[FACE.triangles[kept]].mean(axis=1))].astype(np.int32)


@lru_cache(maxsize=8)
def texture_raster(side: int) -> Raster:
    """Return the mesh drawn over its own texture, `side` texels wide."""
    return rasterise(FACE.uv * side - 0.5, side, side)
