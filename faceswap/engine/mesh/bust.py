"""The form of a whole head: a face's mesh, and the skull and the neck it belongs to.

All is in head units, see `Head.worn`: x to the picture's right, y down, z away from the camera, the
middle of the skull at 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.mesh import topology
from faceswap.engine.mesh.arrays import Floats
from faceswap.engine.mesh.easel import rounded
from faceswap.engine.mesh.expression import PROUD_PITCH, expressing
from faceswap.engine.mesh.topology import FACE, point_normals
from faceswap.engine.scenes.scene import Head, Mood

EYE_CORNERS, CHIN = (33, 133, 263, 362), 152
EYE_LINE, CHIN_LINE = 10.0, 200.0
# How far before the middle of the skull the eyes lie.
EYES_BEFORE = -105.0
# Heads of the artwork are a little wider than faces are; the width of a usual face at the ears, how
# far others may differ from it, and how much of that is shown.
WIDTH, HALF_WIDTH, WIDTH_RANGE, OWN_WIDTH = 1.06, 126.0, (114.0, 136.0), 0.85
# The skull: its middle and its radii.
SKULL_MIDDLE = np.array([0.0, -42.0, 10.0])
SKULL_RADII = np.array([143.0, 158.0, 160.0])
# Degrees a head may be turned by, so that nothing is shown that is not drawn.
MOST_YAW, MOST_PITCH = 30.0, 16.0


@dataclass(frozen=True, slots=True)
class Bust:
    """A head as it is turned.

    `face` is the mesh, (468, 3), and `normals` its points' directions; `turn` (3, 3) turns what is
    given for a head seen from the front; `skull` (2, 2) takes the unit circle to the skull's
    outline, whose middle is `middle`; `outline` (n, 2) is that of skull and face together.
    """

    face: Floats
    normals: Floats
    turn: Floats
    skull: Floats
    middle: Floats
    outline: Floats

    def turned(self, points: Floats) -> Floats:
        """Return points, (n, 3), of a head seen from the front where this one has them."""
        return (points @ self.turn.T).astype(np.float32)

    def on_skull(self, points: Floats) -> Floats:
        """Return places (n, 2) on a skull seen from the front, turned with it: (n, 2)."""
        apart = (points - SKULL_MIDDLE[:2]) / SKULL_RADII[:2]
        left = np.clip(1 - (apart**2).sum(axis=1), 0, None)
        depth = SKULL_MIDDLE[2] - SKULL_RADII[2] * np.sqrt(left)
        return self.turned(np.column_stack([points, depth]))[:, :2]

    def skull_outline(self, grown: float) -> Floats:
        """Return the skull's outline, so many head units larger, (96, 2)."""
        angle = np.linspace(0, 2 * math.pi, 96, endpoint=False)
        circle = np.column_stack([np.cos(angle), np.sin(angle)])
        return (circle @ self.skull.T + self.middle + circle * grown).astype(np.float32)

    def skull_normals(self, x: Floats, y: Floats) -> Floats:
        """Return which way the skull faces at places: (..., 3), at its edge beyond its outline."""
        inverse = np.linalg.inv(self.skull)
        right, down = x - self.middle[0], y - self.middle[1]
        across = inverse[0, 0] * right + inverse[0, 1] * down
        along = inverse[1, 0] * right + inverse[1, 1] * down
        length = np.maximum(np.hypot(across, along), 1e-6)
        held = np.minimum(length, 0.985) / length
        across, along = across * held, along * held
        facing = -np.sqrt(np.maximum(1 - across**2 - along**2, 0))
        return np.dstack([across, along, facing]).astype(np.float32)


def bust_of(shape: Floats, head: Head, mood: Mood) -> Bust:
    """Return the head whose face has a canonical shape, (468, 3), turned and in a mood."""
    pitch = head.pitch + (PROUD_PITCH if mood is Mood.PROUD else 0.0)
    turn = _turn(head.yaw, pitch)
    front = expressing(facing_us(shape), mood)
    face = (front @ turn.T).astype(np.float32)
    spread = turn @ np.diag(SKULL_RADII**2) @ turn.T
    skull = np.linalg.cholesky(spread[:2, :2])
    bare = Bust(
        face=face,
        normals=point_normals(face, FACE.triangles),
        turn=turn,
        skull=skull,
        middle=(turn @ SKULL_MIDDLE)[:2],
        outline=np.zeros((0, 2), np.float32),
    )
    around = np.concatenate([face[list(topology.OVAL), :2], bare.skull_outline(0)])
    hull = np.asarray(cv2.convexHull(around.astype(np.float32)), np.float32).reshape(-1, 2)
    return Bust(face, bare.normals, turn, skull, bare.middle, rounded(hull))


def facing_us(shape: Floats) -> Floats:
    """Return a face's canonical mesh, (468, 3), in head units: its eyes and chin where they go."""
    eyes = shape[list(EYE_CORNERS)].mean(axis=0)
    scale = (CHIN_LINE - EYE_LINE) / float(shape[CHIN, 1] - eyes[1])
    placed = (shape - eyes) * scale + np.array([0, EYE_LINE, EYES_BEFORE])
    middle = float((placed[234, 0] + placed[454, 0]) / 2)
    half = float(placed[454, 0] - placed[234, 0]) / 2
    wanted = float(np.clip(HALF_WIDTH + OWN_WIDTH * (half * WIDTH - HALF_WIDTH), *WIDTH_RANGE))
    placed[:, 0] = (placed[:, 0] - middle) * (wanted / half)
    return placed.astype(np.float32)


def rolled(points: Floats, roll: float) -> Floats:
    """Return points, (n, 2), rolled clockwise around the middle of the skull by so many degrees."""
    cos, sin = math.cos(math.radians(roll)), math.sin(math.radians(roll))
    return (points @ np.array([[cos, sin], [-sin, cos]])).astype(np.float32)


def _turn(yaw: float, pitch: float) -> Floats:
    """Return the matrix of a turn in degrees, to the picture's right and upwards."""
    across = math.radians(min(MOST_YAW, max(-MOST_YAW, yaw)))
    up = math.radians(min(MOST_PITCH, max(-MOST_PITCH, pitch)))
    nod = np.array(
        [[1, 0, 0], [0, math.cos(up), math.sin(up)], [0, -math.sin(up), math.cos(up)]], np.float64
    )
    shake = np.array(
        [
            [math.cos(across), 0, -math.sin(across)],
            [0, 1, 0],
            [math.sin(across), 0, math.cos(across)],
        ],
        np.float64,
    )
    return shake @ nod
