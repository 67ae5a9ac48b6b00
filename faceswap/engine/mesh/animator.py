"""Swaps one person of a clip, frame after frame, in the frame's own planes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from faceswap.engine.media.frames import Canvas, Edges
from faceswap.engine.mesh.arrays import Floats
from faceswap.engine.mesh.eyes import EyeWatch
from faceswap.engine.mesh.gaze import IrisNet
from faceswap.engine.mesh.grid import MARGIN
from faceswap.engine.mesh.hands import SURROUNDINGS, Hand, HandFinder
from faceswap.engine.mesh.landmarks import FaceMesh
from faceswap.engine.mesh.moving import MovingFace
from faceswap.engine.points import extent
from faceswap.engine.stopwatch import stage

# Frames between two looks for hands. While there is a hand, it is looked for in every other frame.
HANDS_EVERY, HAND_EVERY = 18, 2


class HasMesh(Protocol):
    """A face with its mesh in pixels of the frame."""

    @property
    def mesh(self) -> FaceMesh:
        """Return the mesh."""
        ...


class MeshAnimator:
    """An `Animator` with the networks that a moving face needs."""

    def __init__(self, face: MovingFace, iris: IrisNet, hands: HandFinder) -> None:
        self._face = face
        self._eyes = EyeWatch(iris)
        self._find_hands = hands
        self._frame = 0
        self._hands: Sequence[Hand] = ()
        self._looked = 0

    def swap(self, canvas: Canvas, face: HasMesh) -> None:
        """Swap the face in the next frame, in place."""
        points = face.mesh.points
        edges = canvas.within(region_of(points))
        corner = np.array([*edges[:2], 0], np.float32)
        old, local = canvas.cut(edges), points - corner
        with stage("gaze and hands"):
            eyes = self._eyes.look(old, local, is_hidden=self._face.is_eye_hidden)
            hands = [Hand(hand.points - corner[:2]) for hand in self._hands_before(canvas, points)]
        painted = self._face.swap(old, local, eyes, hands)
        if painted is not None:
            left, top, right, bottom = painted.edges
            x, y = edges[:2]
            there = left + x, top + y, right + x, bottom + y
            canvas.paste(there, old[top:bottom, left:right], painted.pixels)
        self._frame += 1

    def _hands_before(self, canvas: Canvas, points: Floats) -> Sequence[Hand]:
        """Return the hands near the face, in pixels of the frame, as they were seen last."""
        since = self._frame - self._looked
        if self._frame == 0 or since >= (HAND_EVERY if self._hands else HANDS_EVERY):
            edges = canvas.within(region_of(points, SURROUNDINGS))
            corner = np.array([*edges[:2], 0], np.float32)
            found = self._find_hands(canvas.cut(edges), points - corner)
            self._hands = [Hand(hand.points + corner[:2]) for hand in found]
            self._looked = self._frame
        return self._hands


def region_of(points: Floats, margin: float = MARGIN) -> Edges:
    """Return the square around a face with a mesh (468, 3), so many times as wide as the face."""
    low, high = extent(points)
    x, y = ((low + high) / 2).tolist()
    return square_around(x, y, float((high - low).max()) * margin)


def square_around(x: float, y: float, side: float) -> Edges:
    """Return a square in whole pixels."""
    left, top = int(np.floor(x - side / 2)), int(np.floor(y - side / 2))
    whole = int(np.ceil(side)) + 1
    return left, top, left + whole, top + whole
