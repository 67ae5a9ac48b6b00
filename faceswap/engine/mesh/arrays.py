"""The arrays the engine works on, and OpenCV's operations on them by their plain names."""

from __future__ import annotations

from typing import Any, cast

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture: (height, width, 3) uint8 RGB, or a mask (height, width) of 0 and 255."""
Floats = NDArray[np.floating[Any]]
"""Numbers, float32 wherever they are stored."""
Ints = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]


def blur(values: Floats, sigma: float, down: float = 0.0) -> Floats:
    """Return (height, width) or (height, width, k) values under a Gaussian.

    Args:
        values: What to blur.
        sigma: The Gaussian's, in cells, across and, unless given, down.
        down: Its sigma down.
    """
    blurred = cv2.GaussianBlur(np.asarray(values, np.float32), (0, 0), sigma, sigmaY=down or sigma)
    # OpenCV drops a last axis of one.
    return np.asarray(blurred, np.float32).reshape(values.shape)


def squared(colours: Floats) -> Floats:
    """Return the squared length of each (..., 3); several times faster than a sum of three."""
    return np.einsum("...k,...k->...", colours, colours)


def largest_of(colours: Floats) -> Floats:
    """Return the largest channel of each (..., 3); many times faster than a maximum of three."""
    return np.maximum(np.maximum(colours[..., 0], colours[..., 1]), colours[..., 2])


def resized(values: Floats, side: int) -> Floats:
    """Return a square of another side, averaging where it shrinks."""
    if values.shape[0] == side:
        return values
    how = cv2.INTER_AREA if side < values.shape[0] else cv2.INTER_LINEAR
    scaled = cv2.resize(np.asarray(values, np.float32), (side, side), interpolation=how)
    return np.asarray(scaled, np.float32)


def shrunk(pixels: Pixels, width: int, height: int) -> Pixels:
    """Return a smaller picture, its areas averaged."""
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def looked_up(values: Floats | Pixels, places: Floats) -> Floats:
    """Return values at places (..., 2), x then y in cells; beyond the edge, the edge's."""
    where = np.ascontiguousarray(places, np.float32)
    # The stubs want two maps, of which OpenCV takes the second for nothing here.
    found = cv2.remap(
        values, where, cast("Floats", None), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(found, np.float32)


def sample(values: Floats, uv: Floats) -> Floats:
    """Return a square texture's values at places given in shares of its side."""
    return looked_up(values, uv * np.float32(values.shape[0]) - np.float32(0.5))


def grown(values: Mask | Pixels | Floats, reach: int) -> Floats:
    """Return the greatest value within so many cells; of a mask, 0 and 1."""
    square = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    return np.asarray(cv2.dilate(np.asarray(values, np.float32), square), np.float32)


def depth_of(mask: Mask) -> Floats:
    """Return how far each cell of a mask lies from the nearest outside it."""
    return np.asarray(cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5), np.float32)


def parts_of(mask: Mask) -> Ints:
    """Return the mask's connected parts, numbered from 1, with 0 elsewhere."""
    return np.asarray(cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)[1], np.int32)


def parts_with(labels: Ints, seeds: Mask) -> Mask:
    """Return the numbered parts that hold one of the seeds."""
    numbers = np.unique(labels[seeds])
    return np.isin(labels, numbers[numbers > 0])


def smoothstep(values: Floats, low: float, high: float) -> Floats:
    """Return 0 below `low`, 1 above `high` and a smooth step between."""
    share = np.clip((values - low) / (high - low), 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def soft_threshold(value: float, low: float, high: float) -> float:
    """Return `smoothstep` of one number."""
    return float(smoothstep(np.array(value), low, high))
