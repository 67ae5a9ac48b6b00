"""Where things are in a texture: masks by name, and weights of the mesh's points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import topology as at
from faceswap.engine.mesh.arrays import Floats, Mask
from faceswap.engine.mesh.raster import texture_raster
from faceswap.engine.mesh.topology import FACE

EYES = (at.RIGHT_EYE, at.LEFT_EYE)
BROWS = (at.RIGHT_BROW, at.LEFT_BROW)
NOSTRILS = (at.RIGHT_NOSTRIL, at.LEFT_NOSTRIL)
LIPS = (at.OUTER_LIPS,)
MOUTH = (at.INNER_LIPS,)

BROW_LINE = float(FACE.uv[[70, 300, 105, 334], 1].mean())
MOUTH_LINE = float(FACE.uv[[61, 291, 0], 1].mean())


@lru_cache(maxsize=32)
def zone(loops: Sequence[Sequence[int]], grow: float, side: int) -> Mask:
    """Return the hulls of loops of points, grown by a share of the side: (side, side)."""
    mask = np.zeros((side, side), np.uint8)
    for loop in loops:
        hull = cv2.convexHull(FACE.uv[list(loop)] * side)
        cv2.fillConvexPoly(mask, np.round(hull).astype(np.int32), 1)
    reach = max(1, round(grow * side))
    disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1, 2 * reach + 1))
    return np.asarray(cv2.dilate(mask, disc)) > 0


@lru_cache(maxsize=8)
def face_zone(side: int) -> Mask:
    """Return the texels that the mesh covers."""
    return texture_raster(side).covered


@lru_cache(maxsize=8)
def features(side: int) -> Mask:
    """Return eyes, brows, lips and nostrils: where a face is not skin."""
    return zone((*EYES, *BROWS, *LIPS), 0.02, side) | zone(NOSTRILS, 0.01, side)


@lru_cache(maxsize=8)
def plain_skin(side: int) -> Mask:
    """Return the texels that are skin on a face that nothing covers."""
    return face_zone(side) & ~features(side)


@lru_cache(maxsize=8)
def rows_and_columns(side: int) -> tuple[Floats, Floats]:
    """Return each texel's place from the top and from the left, 0 to 1, (side, side) each."""
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    return (rows + 0.5) / side, (columns + 0.5) / side


def near(points: Iterable[int], full: float, none: float) -> Floats:
    """Return weights of all points, (468,): 1 within `full` of any of `points`, 0 beyond `none`.

    Distances are shares of a texture's side.
    """
    steps = FACE.uv[:, None] - FACE.uv[list(points)][None]
    distance = np.linalg.norm(steps, axis=2).min(axis=1)
    return 1 - np.clip((distance - full) / (none - full), 0, 1).astype(np.float32)


def from_rim() -> Floats:
    """Return how far each point lies from the face's outline, (468,), as a share of the side."""
    rim = FACE.uv[list(at.OVAL)].reshape(-1, 1, 2)
    return np.array(
        [abs(cv2.pointPolygonTest(rim, (float(x), float(y)), True)) for x, y in FACE.uv], np.float32
    )
