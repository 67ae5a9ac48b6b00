"""Alpha as a linear function of colour in every small window: guided filtering, and its Laplacian.

K. He, J. Sun, X. Tang, "Guided Image Filtering" (2010); the Laplacian of large windows by box
filters is theirs too, "Fast Matting Using Large Kernel Matting Laplacian Matrices" (2010).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats

Planes = tuple[Floats, ...]


def boxed(plane: Floats, reach: int) -> Floats:
    """Return means over squares of `2 * reach + 1` of a plane (height, width)."""
    side = 2 * reach + 1
    means = cv2.boxFilter(plane, -1, (side, side), borderType=cv2.BORDER_REFLECT)
    return np.asarray(means, np.float32)


def dotted(one: Sequence[Floats], other: Sequence[Floats]) -> Floats:
    """Return the sum of products of three planes and three others."""
    total = one[0] * other[0]
    total += one[1] * other[1]
    total += one[2] * other[2]
    return total


@dataclass(frozen=True, slots=True)
class ColourLines:
    """The windows of a picture: what linear functions of its colours there are.

    `colours` is three planes (height, width) float32 from 0 to 1, `means` theirs over windows,
    `inverse` six, the inverse of their covariance: rr, rg, rb, gg, gb, bb.
    """

    colours: Planes
    means: Planes
    inverse: Planes
    reach: int

    @classmethod
    def of(cls, colours: Floats, reach: int, smooth: float) -> ColourLines:
        """Return the windows of colours (height, width, 3) from 0 to 1.

        Args:
            colours: The picture.
            reach: How far a window reaches from its middle, in pixels.
            smooth: The variance of colours that is no edge.
        """
        planes = tuple(np.ascontiguousarray(colours[..., at], np.float32) for at in range(3))
        means = tuple(boxed(plane, reach) for plane in planes)
        rr, rg, rb, gg, gb, bb = (
            boxed(planes[i] * planes[j], reach)
            - means[i] * means[j]
            + np.float32(smooth if i == j else 0)
            for i, j in ((0, 0), (0, 1), (0, 2), (1, 1), (1, 2), (2, 2))
        )
        adjugate = (
            gg * bb - gb * gb,
            rb * gb - rg * bb,
            rg * gb - rb * gg,
            rr * bb - rb * rb,
            rb * rg - rr * gb,
            rr * gg - rg * rg,
        )
        scale = 1 / dotted((rr, rg, rb), adjugate[:3])
        return cls(planes, means, tuple(each * scale for each in adjugate), reach)

    def fit(self, values: Floats) -> Planes:
        """Return the lines that fit values (height, width) best: slopes by red, green, blue; shift.

        Each is the mean of those of the windows that a pixel is in.
        """
        mean = boxed(values, self.reach)
        spread = [
            boxed(plane * values, self.reach) - average * mean
            for plane, average in zip(self.colours, self.means, strict=True)
        ]
        rr, rg, rb, gg, gb, bb = self.inverse
        slopes = [dotted(row, spread) for row in ((rr, rg, rb), (rg, gg, gb), (rb, gb, bb))]
        mean -= dotted(slopes, self.means)
        return tuple(boxed(each, self.reach) for each in (*slopes, mean))

    def filtered(self, values: Floats) -> Floats:
        """Return values as the lines have them."""
        *slopes, shift = self.fit(values)
        return dotted(slopes, self.colours) + shift
