"""Large pictures in strips of rows, so that no whole one is ever held in numbers of four bytes."""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats

STRIP = 128


def strips(height: int) -> Iterator[slice]:
    """Yield the rows of each strip, from the top."""
    for top in range(0, height, STRIP):
        yield slice(top, min(height, top + STRIP))


def enlarged(field: Floats, sides: tuple[int, int], rows: slice) -> Floats:
    """Return some rows of a small field as if it had been enlarged.

    Args:
        field: (height, width) or (height, width, k) float32, smaller.
        sides: Width and height of the whole that it is a small copy of.
        rows: Which rows of it are wanted.
    """
    width, height = sides
    high, wide = field.shape[:2]
    if (wide, high) == sides:
        return field[rows]
    down = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) * (high / height) - 0.5
    across = (np.arange(width, dtype=np.float32) + 0.5) * (wide / width) - 0.5
    x, y = np.meshgrid(across, down)
    found = cv2.remap(field, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(found, np.float32)
