"""Finds where eyes look, and turns those of a face to look elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.media.scaling import square_of
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.landmarks import OUTER_EYE_CORNERS, Crop
from faceswap.engine.mesh.models import IRIS, Model, read_model

# Outer and inner corner of the right and of the left eye.
CORNERS = ((33, 133), (263, 362))
# Of the network's contours: the middle of the lids, point above point, and the eye's corners.
UPPER_LID, LOWER_LID, LID_CORNERS = (11, 12, 13), (3, 4, 5), (0, 8)
# How much wider than the eye the network expects its crop to be.
EYE_MARGIN = 2.3
# No eye turns further than this, in parts of its width; more is a mistake of the network's.
MOST_SHIFT = 0.16


@dataclass(frozen=True, slots=True)
class Gaze:
    """Where the irises are.

    Each is (along, down) in parts of the eye's width: 0 at the outer corner and 1 at the inner one,
    and so far below the line between them.
    """

    right: tuple[float, float]
    left: tuple[float, float]

    def following(self, eye: tuple[float, float], *, is_right: bool) -> Gaze:
        """Return the gaze when one eye looks elsewhere and the other goes with it.

        Where one turns outwards, the other turns inwards.
        """
        before = self.right if is_right else self.left
        along, down = eye[0] - before[0], eye[1] - before[1]
        other = self.left if is_right else self.right
        moved = (other[0] - along, other[1] + down)
        return Gaze(eye, moved) if is_right else Gaze(moved, eye)


@dataclass(frozen=True, slots=True)
class Eye:
    """One eye: the `place` of its iris as `Gaze` has it, and its `opening`, height over width."""

    place: tuple[float, float]
    opening: float


class IrisNet:
    """The iris network; safe to call from several threads."""

    def __init__(self) -> None:
        self._model = Model(read_model(IRIS), 64)

    def __call__(self, picture: Pixels, points: Floats) -> Gaze:
        """Return where the eyes of a face look.

        Args:
            picture: (height, width, 3) uint8 RGB.
            points: (468, 3) float32, the face's mesh in pixels.
        """
        return Gaze(
            right=self.one(picture, points, is_right=True).place,
            left=self.one(picture, points, is_right=False).place,
        )

    def one(self, picture: Pixels, points: Floats, *, is_right: bool) -> Eye:
        """Return what one eye of a face does."""
        # The network was made for left eyes; right ones are shown to it mirrored.
        corners, is_mirrored = CORNERS[0 if is_right else 1], is_right
        outer, inner = points[corners[0], :2], points[corners[1], :2]
        across = points[OUTER_EYE_CORNERS[1], :2] - points[OUTER_EYE_CORNERS[0], :2]
        width = float(np.linalg.norm(inner - outer))
        middle = (outer + inner) / 2
        turn = math.atan2(across[1], across[0])
        matrix = Crop(float(middle[0]), float(middle[1]), width * EYE_MARGIN, turn).to_square(64)
        square = square_of(picture, matrix, 64)
        contours, irises = self._model(square[:, ::-1] if is_mirrored else square)
        lids, iris = contours.reshape(71, 3)[:, :2], irises.reshape(5, 3)[0, :2]
        gap = np.linalg.norm(lids[list(UPPER_LID)] - lids[list(LOWER_LID)], axis=1).mean()
        opening = gap / max(float(np.linalg.norm(lids[LID_CORNERS[0]] - lids[LID_CORNERS[1]])), 1.0)
        if is_mirrored:
            iris = np.array([64 - iris[0], iris[1]])
        back = cv2.invertAffineTransform(matrix)
        step = back[:, :2] @ iris + back[:, 2] - outer
        along = (inner - outer) / width
        # Down in the face: the eye line turned a quarter, for either eye.
        down = np.array([-across[1], across[0]]) / float(np.linalg.norm(across))
        place = float(step @ along / width), float(step @ down / width)
        return Eye(place, float(opening))


def shift(source: tuple[float, float], target: tuple[float, float]) -> tuple[float, float]:
    """Return how far a source's iris must move, bounded, in parts of the eye's width."""
    moves = [wanted - own for own, wanted in zip(source, target, strict=True)]
    along, down = (min(MOST_SHIFT, max(-MOST_SHIFT, move)) for move in moves)
    return along, down
