"""Making pictures smaller, fast, and cutting turned squares from them."""

from __future__ import annotations

import math
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
Transform = NDArray[np.floating[Any]]


def scaled_down(pixels: Pixels, width: int, height: int) -> Pixels:
    """Return a smaller picture, (height, width, 3) uint8, or a plane of it.

    Whole steps are averaged, and the rest, less than a half, is interpolated: a tenth of the time
    that averages of parts of pixels take.
    """
    step = max(1, min(pixels.shape[1] // width, pixels.shape[0] // height))
    columns, rows = pixels.shape[1] // step, pixels.shape[0] // step
    if step > 1:
        whole = pixels[: rows * step, : columns * step]
        pixels = np.asarray(
            cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA), np.uint8
        )
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_LINEAR), np.uint8)


def covering(pixels: Pixels, width: int, height: int) -> Pixels:
    """Return the middle of a picture, (height, width, 3) uint8, as large as covers these sides."""
    scale = max(width / pixels.shape[1], height / pixels.shape[0])
    columns = min(pixels.shape[1], round(width / scale))
    rows = min(pixels.shape[0], round(height / scale))
    left, top = (pixels.shape[1] - columns) // 2, (pixels.shape[0] - rows) // 2
    cut = pixels[top : top + rows, left : left + columns]
    if scale <= 1:
        return scaled_down(cut, width, height)
    return np.asarray(cv2.resize(cut, (width, height), interpolation=cv2.INTER_CUBIC), np.uint8)


def square_of(picture: Pixels, matrix: Transform, side: int) -> Pixels:
    """Return a square cut from a picture, shrunk without aliasing.

    `warpAffine` samples single pixels; where it would skip some, areas are averaged before it.

    Args:
        picture: (height, width, 3) uint8, or one plane of it.
        matrix: (2, 3), from the picture's pixels to the square's, without shear.
        side: The square's side.
    """
    times = min(16, int(1 / math.hypot(matrix[0, 0], matrix[0, 1])))
    if times > 1:
        corners = np.array([[0, 0, 1], [side, 0, 1], [0, side, 1], [side, side, 1]], np.float64)
        spots = corners @ np.asarray(cv2.invertAffineTransform(matrix)).T
        size = np.array(picture.shape[1::-1])
        low = np.clip(np.floor(spots.min(axis=0)).astype(int) - times, 0, size - 1)
        high = np.clip(np.ceil(spots.max(axis=0)).astype(int) + times, low + 1, size)
        # Whole numbers of pixels a cell are averaged several times faster than others.
        steps = np.minimum(times, high - low)
        width, height = ((high - low) // steps).tolist()
        high = low + (width, height) * steps
        cut = picture[low[1] : high[1], low[0] : high[0]]
        scale = 1 / steps
        # Pixel centres are whole numbers on both sides.
        forward = np.diag([*(1 / scale), 1.0])
        forward[:2, 2] = (0.5 / scale) - 0.5 + low
        matrix = matrix @ forward
        picture = _averaged(cut, width, height)
    warped = cv2.warpAffine(
        picture, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.asarray(warped, np.uint8)


def _averaged(pixels: Pixels, width: int, height: int) -> Pixels:
    """Return a picture of so many whole times smaller sides, averaged: by halves while they do."""
    rows, columns = pixels.shape[:2]
    if columns % (4 * width) == 0 and rows % (4 * height) == 0:
        # OpenCV averages two by two four times as fast as four by four.
        half = cv2.resize(pixels, (columns // 2, rows // 2), interpolation=cv2.INTER_AREA)
        return _averaged(np.asarray(half, np.uint8), width, height)
    return np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA), np.uint8)
