"""Where a face is and which way it looks."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from faceswap.engine.mesh.arrays import Floats
from faceswap.engine.mesh.topology import FACE, STEADY

STEADY_WEIGHTS = np.full(len(FACE.canonical), 0.05)
STEADY_WEIGHTS[list(STEADY)] = 1.0


@dataclass(frozen=True, slots=True)
class Pose:
    """A similarity that takes one mesh's space to another's: turn, scale, move."""

    scale: float
    turn: Floats
    move: Floats

    def apply(self, points: Floats) -> Floats:
        """Return points, (n, 3), in the other space."""
        return (self.scale * points @ self.turn.T + self.move).astype(np.float32)

    def undo(self, points: Floats) -> Floats:
        """Return points of the other space, (n, 3), in the first."""
        return ((points - self.move) @ self.turn / self.scale).astype(np.float32)

    def undo_directions(self, directions: Floats) -> Floats:
        """Return unit vectors of the other space, (..., 3), in the first."""
        return (directions @ self.turn).astype(np.float32)


def fit(points: Floats, onto: Floats, given: Floats | None = None) -> Pose:
    """Return the similarity that takes `points` nearest to `onto`, both (n, 3), by least squares.

    Umeyama's method; `given` are weights, (n,).
    """
    weights = np.ones(len(points)) if given is None else given.astype(np.float64)
    weights = weights / weights.sum()
    first, second = points.astype(np.float64), onto.astype(np.float64)
    first_middle, second_middle = weights @ first, weights @ second
    spread = first - first_middle
    covariance = (spread * weights[:, None]).T @ (second - second_middle)
    left, sizes, right = np.linalg.svd(covariance)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(left @ right))])
    turn = (left * signs @ right).T
    scale = float((sizes * signs).sum() / (weights @ (spread**2).sum(axis=1)))
    return Pose(scale, turn, second_middle - scale * turn @ first_middle)


def to_canonical(points: Floats) -> Pose:
    """Return the pose that takes a face's mesh to the canonical one."""
    return fit(points, FACE.canonical)


def angles(pose: Pose) -> tuple[float, float, float]:
    """Return yaw, pitch and roll in degrees of a face whose pose to the canonical mesh is given.

    Roll is positive where the head tips clockwise in the picture. The others are those of the face
    once it stands upright: yaw is positive where the nose points to the picture's right, pitch
    where it points down.
    """
    # Rows of the turn are the face's own axes: to its left, down, into the head.
    side, _, inward = pose.turn
    roll = math.atan2(side[1], side[0])
    across = math.cos(roll) * inward[0] + math.sin(roll) * inward[1]
    down = math.cos(roll) * inward[1] - math.sin(roll) * inward[0]
    yaw = math.atan2(-across, math.hypot(down, inward[2]))
    pitch = math.atan2(-down, inward[2])
    return math.degrees(yaw), math.degrees(pitch), math.degrees(roll)
