"""What is measured on faces, old and new."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.mesh import topology as at
from faceswap.engine.mesh import unwrap, zones
from faceswap.engine.mesh.light import LUMA
from tests.engine import pictures
from tests.engine.people import Person

SIDE = 128
EYE_LINE = 0.5 * (zones.BROW_LINE + zones.MOUTH_LINE)


def laid_flat(picture: np.ndarray, person: Person, side: int = SIDE) -> np.ndarray:
    """Return a picture of a person's face over the mesh's texture, so that places compare."""
    return unwrap.unwrap(picture, person.points, side)


def luma(pixels: np.ndarray) -> np.ndarray:
    return pixels @ LUMA


def rows_and_columns() -> tuple[np.ndarray, np.ndarray]:
    rows, columns = zones.rows_and_columns(SIDE)
    return np.broadcast_to(rows, (SIDE, SIDE)), np.broadcast_to(columns, (SIDE, SIDE))


def skin() -> np.ndarray:
    """Return bare skin well inside the face, (128, 128)."""
    inner = cv2.erode(zones.face_zone(SIDE).astype(np.uint8), np.ones((19, 19), np.uint8)) > 0
    return zones.plain_skin(SIDE) & inner


def forehead() -> np.ndarray:
    rows, columns = rows_and_columns()
    return skin() & (rows < zones.BROW_LINE - 0.03) & (np.abs(columns - 0.5) < 0.2)


def cheek(is_right: bool) -> np.ndarray:
    """Return one cheek, the subject's right (the picture's left) or left one."""
    rows, columns = rows_and_columns()
    across = columns if is_right else 1 - columns
    level = (rows > EYE_LINE - 0.05) & (rows < zones.MOUTH_LINE)
    return skin() & level & (across < 0.36)


def hull(person: Person, grow: float = 0.0) -> np.ndarray:
    """Return the face's outline in the picture, grown by parts of its width, filled."""
    mask = np.zeros(person.picture.shape[:2], np.uint8)
    pictures.fill(mask, pictures.hull_of(person.points[:, :2]))
    if grow > 0:
        return ~_shrunk(mask == 0, grow * person.width)
    return _shrunk(mask > 0, -grow * person.width)


def inside(person: Person, loop: tuple[int, ...]) -> np.ndarray:
    """Return the pixels in a loop of the mesh."""
    mask = np.zeros(person.picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(person.points[list(loop), :2]).astype(np.int32)], 255)
    return mask > 0


def _shrunk(mask: np.ndarray, reach: float) -> np.ndarray:
    # Much faster than an erosion where the reach is a hundred pixels.
    depth = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(depth > reach)


def mouth(person: Person) -> np.ndarray:
    return inside(person, at.INNER_LIPS)


def changed(before: np.ndarray, after: np.ndarray) -> np.ndarray:
    """Return which pixels are not the same, (height, width)."""
    return (before != after).any(axis=2)


def difference(one: np.ndarray, other: np.ndarray, where: np.ndarray) -> float:
    """Return how many levels two pictures differ by, on average over a mask."""
    assert where.any()
    return float(np.abs(one[where].astype(np.float32) - other[where]).mean())


def fine(pixels: np.ndarray, where: np.ndarray, sigma: float) -> float:
    """Return the deviation of what is finer than so many pixels, in levels of brightness."""
    light = luma(pixels.astype(np.float32))
    return float((light - cv2.GaussianBlur(light, (0, 0), sigma))[where].std())


def colourfulness(pixels: np.ndarray) -> float:
    """Return the mean distance of colours (..., 3) from grey of their brightness."""
    light = luma(pixels.astype(np.float32)) + 1
    return float(np.abs(pixels / light[..., None] - 1).mean())
