"""Moves a face's features as a mood does: little, and smoothly, so that it stays who it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from faceswap.engine.mesh.arrays import Floats
from faceswap.engine.mesh.topology import FACE
from faceswap.engine.scenes.scene import Mood


@dataclass(frozen=True, slots=True)
class Pull:
    """A pull at a point of the mesh: head units to the picture's right and down.

    It spreads over the face as a Gaussian whose sigma is `reach` parts of the texture's side.
    """

    point: int
    right: float
    down: float
    reach: float


def _both(point: int, other: int, out: float, down: float, reach: float) -> tuple[Pull, Pull]:
    """Return a pull at a point of the subject's right half and its like at the left's."""
    return Pull(point, -out, down, reach), Pull(other, out, down, reach)


MOUTH_CORNERS, CHEEKS = (61, 291), (50, 280)
INNER_BROWS, MID_BROWS, OUTER_BROWS = (55, 285), (105, 334), (70, 300)
LOWER_LIDS, UPPER_LIDS = (145, 374), (159, 386)
LIP_MIDDLE, LOWER_LIP = 0, 17

PULLS: dict[Mood, tuple[Pull, ...]] = {
    Mood.CALM: (),
    Mood.HAPPY: (
        *_both(*MOUTH_CORNERS, 9.0, -11.0, 0.055),
        *_both(*CHEEKS, 3.0, -6.0, 0.07),
        *_both(*LOWER_LIDS, 0.0, -3.0, 0.02),
        *_both(*MID_BROWS, 0.0, -3.0, 0.06),
        Pull(LOWER_LIP, 0.0, 3.0, 0.05),
    ),
    Mood.EVIL: (
        Pull(291, 9.0, -15.0, 0.05),
        Pull(280, 4.0, -7.0, 0.07),
        Pull(61, 2.0, 1.0, 0.05),
        *_both(*INNER_BROWS, -4.0, 10.0, 0.04),
        *_both(*OUTER_BROWS, 0.0, -9.0, 0.05),
        *_both(*LOWER_LIDS, 0.0, -3.0, 0.02),
        *_both(*UPPER_LIDS, 0.0, 1.5, 0.02),
    ),
    Mood.SAD: (
        *_both(*MOUTH_CORNERS, -1.0, 9.0, 0.05),
        *_both(*INNER_BROWS, -1.0, -9.0, 0.04),
        *_both(*OUTER_BROWS, 0.0, 5.0, 0.05),
        *_both(*UPPER_LIDS, 0.0, 2.0, 0.02),
        Pull(LOWER_LIP, 0.0, -2.0, 0.04),
    ),
    Mood.ANGRY: (
        *_both(*INNER_BROWS, -5.0, 11.0, 0.045),
        *_both(*OUTER_BROWS, 0.0, -4.0, 0.05),
        *_both(*MOUTH_CORNERS, -2.0, 5.0, 0.05),
        *_both(*LOWER_LIDS, 0.0, -2.5, 0.02),
        Pull(LIP_MIDDLE, 0.0, -1.5, 0.04),
    ),
    Mood.PROUD: (
        *_both(*MOUTH_CORNERS, 3.0, -4.0, 0.05),
        *_both(*MID_BROWS, 0.0, -5.0, 0.06),
        *_both(*UPPER_LIDS, 0.0, 1.5, 0.02),
    ),
}
# Who is proud carries the chin higher by so many degrees.
PROUD_PITCH = 4.0


def expressing(points: Floats, mood: Mood) -> Floats:
    """Return a face's mesh, (468, 3) in head units and seen from the front, in a mood."""
    moved = points.copy()
    for pull in PULLS[mood]:
        apart = ((FACE.uv - FACE.uv[pull.point]) ** 2).sum(axis=1)
        share = np.exp(-apart / (2 * pull.reach**2)).astype(np.float32)
        moved[:, 0] += share * pull.right
        moved[:, 1] += share * pull.down
    return moved
