"""Clips made of the sample pictures: people who move before a background that moves otherwise."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.domain.options import Options
from faceswap.engine.media.frames import RgbaCanvas
from faceswap.engine.tracking import Frame, Tracker
from tests.engine import pictures

WIDTH, HEIGHT = 640, 360


@dataclass(frozen=True)
class Place:
    """Where a picture lies in a frame: its centre in pixels, its scale, its turn in degrees."""

    x: float
    y: float
    scale: float
    turn: float = 0.0

    def matrix(self, picture: np.ndarray) -> np.ndarray:
        """Return the (2, 3) matrix from the picture's pixels to the frame's."""
        height, width = picture.shape[:2]
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), self.turn, self.scale)
        matrix[:, 2] += (self.x - width / 2, self.y - height / 2)
        return matrix


Path = Callable[[int], Place | None]
"""Where somebody is in each frame; None while away."""


def background(at: int, seed: int = 0) -> np.ndarray:
    """Return what lies behind, which drifts: (360, 640, 3) without a face."""
    rng = np.random.default_rng(seed)
    rough = rng.integers(40, 200, (12, 20, 3)).astype(np.uint8)
    wide = cv2.resize(rough, (WIDTH + 160, HEIGHT + 120), interpolation=cv2.INTER_CUBIC)
    x, y = round(80 + 70 * math.sin(at / 23)), round(60 + 50 * math.cos(at / 31))
    return wide[y : y + HEIGHT, x : x + WIDTH].copy()


def frame(people: Sequence[tuple[np.ndarray, Place | None]], at: int, seed: int = 0) -> np.ndarray:
    """Return a frame with pictures of people in it, (360, 640, 3)."""
    canvas = background(at, seed)
    for picture, place in people:
        if place is None:
            continue
        matrix, size = place.matrix(picture), (WIDTH, HEIGHT)
        laid = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_AREA)
        mask = cv2.warpAffine(np.full(picture.shape[:2], 255, np.uint8), matrix, size)
        soft = cv2.GaussianBlur(mask, (0, 0), 1.5)[..., None] / 255
        canvas = (laid * soft + canvas * (1 - soft)).astype(np.uint8)
    return canvas


def noisy(picture: np.ndarray, at: int, strength: float = 3.0) -> np.ndarray:
    """Return a frame with the noise of a camera, another in each frame."""
    noise = np.random.default_rng(1000 + at).normal(0, strength, picture.shape)
    return np.clip(picture + noise, 0, 255).astype(np.uint8)


def clip(
    count: int, *people: tuple[np.ndarray, Path], seed: int = 0, noise: float = 3.0
) -> list[np.ndarray]:
    """Return the frames of a clip."""
    return [
        noisy(frame([(picture, path(at)) for picture, path in people], at, seed), at, noise)
        for at in range(count)
    ]


def astronaut() -> np.ndarray:
    """Return the astronaut's head and shoulders, (300, 300, 3)."""
    return np.ascontiguousarray(pictures.astronaut()[0:300, 90:390])


def drifting(x: float = 320, y: float = 180, scale: float = 1.0, wide: float = 60) -> Path:
    """Return the path of somebody who sways and nods."""
    return lambda at: Place(
        x + wide * math.sin(at / 11),
        y + 12 * math.cos(at / 7),
        scale * (1 + 0.06 * math.sin(at / 17)),
        6 * math.sin(at / 13),
    )


def true_meshes(engine, picture: np.ndarray, path: Path, count: int) -> np.ndarray:
    """Return where the mesh of somebody on a path is in each frame, (count, 468, 3)."""
    (found,) = engine.detect(picture)
    flat = np.hstack([found.points[:, :2], np.ones((468, 1), np.float32)])
    matrices = [path(at).matrix(picture) for at in range(count)]
    deep = [found.points[:, 2:] * np.hypot(*matrix[0, :2]) for matrix in matrices]
    meshes = [np.hstack([flat @ matrix.T, z]) for matrix, z in zip(matrices, deep, strict=True)]
    return np.stack(meshes).astype(np.float32)


def canvas(picture: np.ndarray) -> RgbaCanvas:
    """Return a frame to work on."""
    alpha = np.full((*picture.shape[:2], 1), 255, np.uint8)
    return RgbaCanvas(np.concatenate([picture, alpha], axis=2), has_alpha=False)


def tracked(engine, frames: Sequence[np.ndarray]) -> list[Frame]:
    """Return who is seen in each frame."""
    return list(_tracked(engine, frames))


def _tracked(engine, frames: Sequence[np.ndarray]) -> Iterator[Frame]:
    tracker = Tracker(engine)
    for picture in frames:
        yield from tracker.push(canvas(picture))
    yield from tracker.flush()


def swapped(engine, frames: Sequence[Frame], source) -> list[np.ndarray]:
    """Return tracked frames with the clip's first face swapped, where it is."""
    animator = engine.animate(source, Options())
    after = []
    for frame in frames:
        for each in (each for each in frame.seen if each.number == 1):
            animator.swap(frame.canvas, each.face)
        after.append(frame.canvas.cut((0, 0, WIDTH, HEIGHT)))
    return after
