"""Finds faces from 40 pixels to all of the picture, at any roll.

MediaPipe's full-range detector knows faces between a tenth and a half of its input. It runs over a
pyramid of the picture, each level a quarter of the one before, in windows that overlap by more than
the largest face the level is for; the short-range detector adds faces that fill the picture. The
full-range network is fully convolutional, so that the finer levels use it with a wider input: a
window of 448 px costs what six of its native 192 px cost, and wastes far less in overlap. Where a
level is at most 256 px high or wide, so is its window, which then costs half; one that fits into
768 x 448, as a picture of 1920 x 1080 does, has a single window.
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
from faceswap.engine.mesh.models import FULL_RANGE, SHORT_RANGE, Model, read_model, widen

Corners = tuple[float, float, float, float]
Levels = dict[float, Pixels]

LEAST_SCORE = 0.5
CLOSE_SIDE = 128
NATIVE_SIDE = 192
LONG_SIDE, WIDE_SIDE, NARROW_SIDE = 768, 448, 256
WINDOW_OVERLAP = 104
# At a scale of 0.4 a face of 40 px is 16 px to the network, the smallest it finds with certainty.
# Where it costs no more windows than this, a finer scale finds it more surely.
LEAST_SCALE, MOST_SCALE, SCALE_STEP = 0.39, 1.0, 0.02
CHEAP_WINDOWS = 2
LEVEL_STEP = 4.0
# A level hardly finer than the whole picture in one native window finds nothing more.
WORTH_A_LEVEL = 1.6
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


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture that was scaled, in its pixels."""

    scale: float
    left: int
    top: int
    width: int
    height: int


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


def plan_windows(width: int, height: int) -> list[Window]:
    """Return the windows to look through, coarse to fine."""
    longer = max(width, height)
    scale = _finest_scale(width, height)
    windows: list[Window] = []
    while longer * scale > NATIVE_SIDE * WORTH_A_LEVEL:
        windows += _cover(width, height, scale)
        scale /= LEVEL_STEP
    coarse = Window(NATIVE_SIDE / longer, 0, 0, NATIVE_SIDE, NATIVE_SIDE)
    return [coarse, _close_up(longer), *reversed(windows)]


def _close_up(longer: int) -> Window:
    return Window(CLOSE_SIDE / longer, 0, 0, CLOSE_SIDE, CLOSE_SIDE)


def _finest_scale(width: int, height: int) -> float:
    """Return the largest scale that is cheap, or the one from 0.39 to 0.45 that costs least."""
    scale = MOST_SCALE
    while scale > LEAST_SCALE and _count(width, height, scale) > CHEAP_WINDOWS:
        scale -= SCALE_STEP
    if scale > LEAST_SCALE:
        return scale
    scales = [LEAST_SCALE + SCALE_STEP * step for step in range(4)]
    return min(scales, key=lambda each: (_count(width, height, each), -each))


def _count(width: int, height: int, scale: float) -> int:
    return len(_starts(width * scale)) * len(_starts(height * scale))


def _cover(width: int, height: int, scale: float) -> list[Window]:
    if _is_long(width * scale, height * scale):
        sides = (LONG_SIDE, WIDE_SIDE) if width > height else (WIDE_SIDE, LONG_SIDE)
        return [Window(scale, 0, 0, *sides)]
    sides = [NARROW_SIDE if side * scale <= NARROW_SIDE else WIDE_SIDE for side in (width, height)]
    if sides == [NARROW_SIDE, NARROW_SIDE]:
        sides = [WIDE_SIDE, NARROW_SIDE]
    return [
        Window(scale, left, top, *sides)
        for top in _starts(height * scale)
        for left in _starts(width * scale)
    ]


def _is_long(width: float, height: float) -> bool:
    """Tell whether a level fits into one long window and needs two others."""
    shorter, longer = sorted(map(math.ceil, (width, height)))
    return NARROW_SIDE < shorter <= WIDE_SIDE < longer <= LONG_SIDE


def _starts(length: float) -> list[int]:
    """Return where windows start along a line, evenly, overlapping by at least the margin."""
    spare = math.ceil(length) - WIDE_SIDE
    if spare <= 0:
        return [0]
    count = math.ceil(spare / (WIDE_SIDE - WINDOW_OVERLAP))
    return [round(spare * at / count) for at in range(count + 1)]


class _SingleShot:
    """One detector network with its anchors."""

    def __init__(self, model: Model, strides: Sequence[tuple[int, int]]) -> None:
        self._model = model
        self._anchors = grid_anchors(strides, model.side, model.height)

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

    def __init__(self, threads: Executor) -> None:
        self._threads = threads
        full_range = read_model(FULL_RANGE)
        close = Model(read_model(SHORT_RANGE), CLOSE_SIDE)
        self._nets = {
            (CLOSE_SIDE, CLOSE_SIDE): _SingleShot(close, [(8, 2), (16, 6)]),
            (NATIVE_SIDE, NATIVE_SIDE): _SingleShot(Model(full_range, NATIVE_SIDE), [(4, 1)]),
        }
        wide, narrow = WIDE_SIDE, NARROW_SIDE
        for width, height in (
            *((wide, wide), (wide, narrow), (narrow, wide)),
            *((LONG_SIDE, wide), (wide, LONG_SIDE)),
        ):
            model = Model(widen(full_range, NATIVE_SIDE, width, height), width, height)
            self._nets[width, height] = _SingleShot(model, [(4, 1)])

    def search(self, picture: Pixels, *, quick: bool = False) -> Search:
        """Begin to look for the faces of a (height, width, 3) uint8 RGB picture.

        Faces of any size whose roll is below about 60 degrees, and large ones at any roll unless it
        must be quick.
        """
        width, height = picture.shape[1], picture.shape[0]
        coarse, close_up, *closer = windows = plan_windows(width, height)
        levels = _levels(picture, {window.scale for window in windows})
        rolled = () if quick else (1, 2, 3)
        return Search(
            [self._begin(levels, window, 0) for window in (coarse, close_up)],
            # The dearest first: the cheap ones even out what each core has to do.
            [
                *(self._begin(levels, window, 0) for window in closer),
                *(self._begin(levels, close_up, quarter) for quarter in rolled),
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
        looks = [self._begin(levels, window, each) for each in quarters for window in windows]
        return merge([seen for look in looks for seen in look.result()])

    def _begin(self, levels: Levels, window: Window, quarter: int) -> Looking:
        return self._threads.submit(self._see, levels[window.scale], window, quarter)

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
