"""Lays MediaPipe's 468-point face mesh on a face that a detector found."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import cv2
import numpy as np

from faceswap.engine.media.scaling import square_of
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.detector import Detection
from faceswap.engine.mesh.models import FACE_MESH, Model, read_model
from faceswap.engine.points import extent

# How much wider than the face the network expects its crop to be.
CROP_MARGIN = 1.5
# The same of a detector's box, which is tighter, and how much higher, in parts of the crop, the
# face is. In the median of 312 faces it is 1.6 and 0.025; what is told of skin and covers is upset
# by less of a difference between meshes than these make, and holds with them on our pictures.
DETECTED_MARGIN, RAISED = 1.53, 0.02
# A settled mesh that is right has 0.99 and more.
SURE = 0.97
# Of a face that stands upright in a detector's crop, the first mesh has 0.9 and more.
CONCEIVABLE = 0.5
# In how many steps a mesh that was found askew, or at the edge of a picture, walks to its place.
RELAID = 8
# Radians of roll by which a crop may be off.
ASKEW = 0.1
OUTER_EYE_CORNERS = (33, 263)


@dataclass(frozen=True, slots=True)
class FaceMesh:
    """A face's surface.

    `points` is (468, 3) float32: x and y in pixels of the picture, z in the same unit, smaller
    towards the camera; `score` tells how sure the network is that there is a face, 0 to 1.
    """

    points: Floats
    score: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A square of a picture: centre in pixels, side in pixels, turn in radians."""

    x: float
    y: float
    side: float
    turn: float

    def to_square(self, side: int) -> Floats:
        """Return the (2, 3) matrix from the picture's pixels to those of a square of that side."""
        scale = side / self.side
        cos, sin = math.cos(self.turn) * scale, math.sin(self.turn) * scale
        matrix = np.array([[cos, sin, 0.0], [-sin, cos, 0.0]])
        matrix[:, 2] = side / 2 - matrix[:, :2] @ (self.x, self.y)
        return matrix


def crop_of_detection(detection: Detection) -> Crop:
    """Return the crop in which a detected face stands upright."""
    left, top, right, bottom = detection.box
    right_eye, left_eye = detection.points[0], detection.points[1]
    side = max(right - left, bottom - top) * DETECTED_MARGIN
    turn = math.atan2(left_eye[1] - right_eye[1], left_eye[0] - right_eye[0])
    return Crop(
        x=(left + right) / 2 + math.sin(turn) * RAISED * side,
        y=(top + bottom) / 2 - math.cos(turn) * RAISED * side,
        side=side,
        turn=turn,
    )


def crop_of_mesh(points: Floats) -> Crop:
    """Return the crop in which a face with a known mesh stands upright."""
    right_eye, left_eye = points[OUTER_EYE_CORNERS[0]], points[OUTER_EYE_CORNERS[1]]
    turn = math.atan2(left_eye[1] - right_eye[1], left_eye[0] - right_eye[0])
    cos, sin = math.cos(turn), math.sin(turn)
    upright = points[:, :2] @ np.array([[cos, -sin], [sin, cos]], np.float32)
    low, high = extent(upright)
    middle = (low + high) / 2
    return Crop(
        x=float(cos * middle[0] - sin * middle[1]),
        y=float(sin * middle[0] + cos * middle[1]),
        side=float((high - low).max()) * CROP_MARGIN,
        turn=turn,
    )


class MeshNet:
    """The face mesh network; safe to call from several threads."""

    def __init__(self) -> None:
        self._model = Model(read_model(FACE_MESH), 192)

    def __call__(self, picture: Pixels, crop: Crop) -> FaceMesh:
        """Return the mesh of the face in a crop of a (height, width, 3) uint8 RGB picture."""
        return self.lay(square_of(picture, crop.to_square(self.side), self.side), crop)

    @property
    def side(self) -> int:
        """Return the side of the square that a crop is looked at in."""
        return self._model.side

    def lay(self, square: Pixels, crop: Crop) -> FaceMesh:
        """Return the mesh of the face in a crop, (side, side, 3) uint8 RGB, in the picture."""
        side, matrix = self.side, crop.to_square(self.side)
        points, score = self._model(square)
        points = points.reshape(468, 3)
        inverse = cv2.invertAffineTransform(matrix)
        placed = np.empty((468, 3), np.float32)
        placed[:, :2] = points[:, :2] @ inverse[:, :2].T + inverse[:, 2]
        placed[:, 2] = points[:, 2] * (crop.side / side)
        return FaceMesh(placed, float(1 / (1 + math.exp(-float(score.ravel()[0])))))

    def settle(self, picture: Pixels, detection: Detection, *, any_way_up: bool = True) -> FaceMesh:
        """Return the mesh of a detected face, laid thrice: each crop is that of the mesh before.

        Each time it is half as far from where it would settle, 0.2 % of the face's width at last.
        Where the last crop was askew, too, or the mesh is unsure, it is laid once more.
        A detector may take a face that lies or stands on its head for an upright one; a mesh that
        is not sure of itself is laid in the other directions too, unless they are ruled out.
        """
        mesh = self(picture, crop_of_detection(detection))
        if mesh.score < CONCEIVABLE and not any_way_up:
            return mesh
        crop = crop_of_mesh(mesh.points)
        mesh = self(picture, crop)
        crop = crop_of_mesh(mesh.points)
        mesh = self(picture, crop)
        straight = crop_of_mesh(mesh.points)
        is_askew = abs(math.remainder(straight.turn - crop.turn, 2 * math.pi)) > ASKEW
        if is_askew or mesh.score < SURE:
            crop, mesh = straight, self(picture, straight)
        if mesh.score >= SURE or not any_way_up:
            return mesh
        turns = (crop.turn + quarter * math.pi / 2 for quarter in (1, 2, 3))
        turned = [self(picture, replace(crop, turn=turn)) for turn in turns]
        best = max(turned, key=lambda each: each.score)
        # The crop that was turned lay askew, so that its mesh may too.
        for _ in range(RELAID):
            best = self(picture, crop_of_mesh(best.points))
        return best if best.score >= SURE else mesh
