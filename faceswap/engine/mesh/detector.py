"""Finds faces from 40 pixels to all of the picture, at any roll.

MediaPipe's short-range detector finds faces of a sixth of its input and more, 20 px of 128. It is
fully convolutional, so that it takes wider inputs as well, in which it finds faces of 20 to 100 px.
It runs over a pyramid of the picture: at first glance all of it, in two small inputs, for the faces
that are large in it; then finer levels, each a quarter of the one before, in tiles that overlap by
more than the largest face the level is for.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.domain.face import Box
from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.models import ANCHORS, SHORT_RANGE, Model, read_model, widen
from faceswap.engine.mesh.windows import SIDES, Window, plan_windows

Corners = tuple[float, float, float, float]
Levels = dict[float, Pixels]

LEAST_SCORE = 0.5
SAME_FACE_OVERLAP = 0.3
# What the networks take for each level of a pixel.
LEVELS = (np.arange(256) / 127.5 - 1).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Detection:
    """A face as a detector sees it, in pixels of the picture.

    `box` is (left, top, right, bottom); `points` is (6, 2) float32: the eyes (the subject's right
    first), nose tip, mouth, and the tragions of the ears; `score` is 0 to 1.
    """

    box: Corners
    points: Floats
    score: float


Looking = Future[list[Detection]]


def grid_anchors(strides: Sequence[tuple[int, int]], width: int, height: int) -> Floats:
    """Return the anchors' centres, (anchors, 2) float32 in pixels of the input.

    Args:
        strides: Pairs of stride in pixels and anchors per cell, in the network's order.
        width: The input's width in pixels.
        height: Its height.
    """
    rows: list[Floats] = []
    for stride, per_cell in strides:
        across, down = (
            (np.arange(side // stride, dtype=np.float32) + 0.5) * stride for side in (width, height)
        )
        centres = np.stack(np.meshgrid(across, down), axis=-1).reshape(-1, 2)
        rows.append(np.repeat(centres, per_cell, axis=0))
    return np.concatenate(rows)


class _SingleShot:
    """The network for inputs of one size, with its anchors."""

    def __init__(self, content: bytes, width: int, height: int) -> None:
        self._model = Model(widen(content, width, height), width, height)
        self._anchors = grid_anchors(ANCHORS, width, height)

    def __call__(self, pixels: Floats) -> tuple[Floats, Floats]:
        """Return rows of two corners and six points, (n, 8, 2) in input pixels, and scores (n,)."""
        regressed, logits = self._model(pixels)
        kept = np.flatnonzero(logits[:, 0] > math.log(LEAST_SCORE / (1 - LEAST_SCORE)))
        scores = 1 / (1 + np.exp(-np.minimum(logits[kept, 0], 80)))
        rows = regressed[kept].reshape(-1, 8, 2)
        centres, half = rows[:, 0] + self._anchors[kept], rows[:, 1] / 2
        points = rows[:, 2:] + self._anchors[kept, np.newaxis]
        corners = np.stack([centres - half, centres + half], axis=1)
        return np.concatenate([corners, points], axis=1), scores


class Search:
    """A picture that is being looked through."""

    def __init__(self, whole: Sequence[Looking], closer: Sequence[Looking]) -> None:
        """Take the looks at the whole picture, and those that take longer or seldom find anyone."""
        self._whole = whole
        self._closer = closer

    def large(self) -> list[Detection]:
        """Return the upright faces that are large in the picture, the surest first."""
        return merge([seen for look in self._whole for seen in look.result()])

    def all(self) -> list[Detection]:
        """Return all faces, the surest first."""
        return merge([seen for look in (*self._whole, *self._closer) for seen in look.result()])


class Detector:
    """Finds the faces of a picture; safe to call from several threads."""

    def __init__(self, threads: Executor, patient: Executor) -> None:
        """Take where glances are taken, and where all else is looked at, which may give way."""
        self._threads = threads
        self._patient = patient
        content = read_model(SHORT_RANGE)
        self._nets = {sides: _SingleShot(content, *sides) for sides in SIDES}

    def search(self, picture: Pixels, *, quick: bool = False) -> Search:
        """Begin to look for the faces of a (height, width, 3) uint8 RGB picture.

        Faces of any size whose roll is below about 60 degrees, and large ones at any roll unless it
        must be quick.
        """
        width, height = picture.shape[1], picture.shape[0]
        glance, close_up, *tiles = windows = plan_windows(width, height, quick=quick)
        levels = _levels(picture, {window.scale for window in windows})
        rolled = () if quick else (1, 2, 3)
        return Search(
            [self._begin(self._threads, levels, window, 0) for window in (glance, close_up)],
            # The dearest first: the cheap ones even out what each core has to do.
            [
                *(self._begin(self._patient, levels, tile, 0) for tile in tiles),
                *(self._begin(self._patient, levels, close_up, quarter) for quarter in rolled),
            ],
        )

    def upright(self, picture: Pixels, *, quick: bool = False) -> list[Detection]:
        """Return the faces of a picture as `search` finds them, the surest first."""
        return self.search(picture, quick=quick).all()

    def turned(self, picture: Pixels) -> list[Detection]:
        """Return the faces that lie or stand on their heads, of any size."""
        windows = plan_windows(picture.shape[1], picture.shape[0])
        levels = _levels(picture, {window.scale for window in windows})
        quarters = (2, 1, 3)
        looks = [
            self._begin(self._patient, levels, window, each)
            for each in quarters
            for window in windows
        ]
        return merge([seen for look in looks for seen in look.result()])

    def _begin(self, threads: Executor, levels: Levels, window: Window, quarter: int) -> Looking:
        return threads.submit(self._see, levels[window.scale], window, quarter)

    def _see(self, level: Pixels, window: Window, quarter: int) -> list[Detection]:
        width, height = window.width, window.height
        cut = level[window.top : window.top + height, window.left : window.left + width]
        canvas = np.zeros((height, width, 3), np.float32)
        canvas[: cut.shape[0], : cut.shape[1]] = cv2.LUT(cut, LEVELS)
        turned = np.ascontiguousarray(np.rot90(canvas, quarter))
        rows, scores = self._nets[turned.shape[1::-1]](turned)
        corner = np.array((window.left, window.top), np.float32)
        rows = (turn_back(rows, quarter, width, height) + corner) / window.scale
        return [
            Detection(
                box=(*row[:2].min(axis=0).tolist(), *row[:2].max(axis=0).tolist()),
                points=row[2:].astype(np.float32),
                score=float(score),
            )
            for row, score in zip(rows, scores, strict=True)
        ]


def _levels(picture: Pixels, scales: Iterable[float]) -> Levels:
    """Return the picture at each scale, the smaller ones made from the larger ones."""
    height, width = picture.shape[:2]
    levels: Levels = {}
    level = picture
    for scale in sorted(scales, reverse=True):
        level = scaled_down(level, max(1, round(width * scale)), max(1, round(height * scale)))
        levels[scale] = level
    return levels


def turn_back(points: Floats, quarter: int, width: int, height: int) -> Floats:
    """Return points (..., 2) of what `np.rot90` turned, as they were before; sides of then."""
    x, y = points[..., 0], points[..., 1]
    turned = {0: (x, y), 1: (width - y, x), 2: (width - x, height - y), 3: (y, height - x)}
    return np.stack(turned[quarter], axis=-1)


def merge(detections: Sequence[Detection]) -> list[Detection]:
    """Keep the surest of the detections of each face, the surest first."""
    kept: list[Detection] = []
    for detection in sorted(detections, key=lambda each: -each.score):
        if all(overlap(detection.box, other.box) < SAME_FACE_OVERLAP for other in kept):
            kept.append(detection)
    return kept


def overlap(one: Corners, other: Corners) -> float:
    """Return what two boxes share, as a part of the smaller one, 0 to 1."""
    return Box(*one).overlap(Box(*other))
