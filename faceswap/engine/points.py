"""Places of a face's features, and how much room they take."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from faceswap.domain.face import Box

Points = NDArray[np.floating[Any]]
"""Places of a face's features, (n, 2 or 3) float32: x and y in pixels, perhaps a depth."""


def extent(points: Points) -> tuple[Points, Points]:
    """Return the least and the greatest x and y, each (2,)."""
    # Of rows NumPy finds them several times as fast as of columns.
    rows = np.ascontiguousarray(points[:, :2].T)
    return rows.min(axis=1), rows.max(axis=1)


def box_of(points: Points) -> Box:
    """Return the rectangle that features fill."""
    low, high = extent(points)
    return Box(*low.tolist(), *high.tolist())


def apart(one: Points, other: Points) -> float:
    """Return how far two faces lie from each other, in parts of the first one's width."""
    step = (one - other)[:, :2].mean(axis=0)
    return float(np.hypot(*step)) / max(box_of(one).width, 1.0)


def reshaped(one: Points, other: Points) -> float:
    """Return how much a face changed but for its place, in parts of the first one's width."""
    step = (one - other)[:, :2]
    rest = step - step.mean(axis=0)
    return float(np.sqrt((rest * rest).sum(axis=1).mean())) / max(box_of(one).width, 1.0)
