"""Oil paint: strokes that follow the form, bristles that catch the light, canvas."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.scenes.finishes.tones import calmed, luma, noise, smooth_step, vignetted
from faceswap.engine.scenes.layers import Floats

_VARNISH = np.array((1.03, 0.99, 0.89), np.float32)
_SPAN = 3.0
"""Pixels of the canvas's weave, from thread to thread."""
_FINE = 260.0
"""How much a picture changes within a few pixels, squared, where the finest brush is taken."""
_QUIET = 0.45
"""How much less bristles show at features, a share."""


def oil(picture: Floats, chance: np.random.Generator) -> Floats:
    """Return a picture as it is painted: broad strokes where it is plain, fine ones at features."""
    flow = _flow(picture, chance)
    detail = _detail(picture)
    painted = _along(calmed(picture, 3), flow, (1, 2))
    painted += (_broad(picture, flow) - painted) * (1 - detail)[..., None]
    strokes = _strokes(flow, chance) * (1 - np.float32(_QUIET) * detail)
    return _varnished(painted, strokes)


def _broad(picture: Floats, flow: Floats) -> Floats:
    """Return a picture in broad strokes; they are made at half its size."""
    small = _halved(picture)
    return _enlarged(_along(calmed(small, 4), _halved(flow), (1, 2, 3)), picture)


def _flow(picture: Floats, chance: np.random.Generator) -> Floats:
    """Return which way strokes run, (height, width, 2) float32 of length 1: along edges.

    Where there are none, they wander.
    """
    height, width = picture.shape[:2]
    half = (width // 2, height // 2)
    grey = cv2.GaussianBlur(luma(_halved(picture)), (0, 0), 1.2)
    across, down = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    # Double angles, so that the two sides of a line agree; less of strong edges, more of weak.
    even, odd = across * across - down * down, 2 * across * down
    strength = np.sqrt(np.hypot(even, odd)) + 1
    even, odd = (cv2.GaussianBlur(part / strength, (0, 0), 5) for part in (even, odd))
    drift = chance.standard_normal((6, 6, 2)).astype(np.float32)
    wander = cv2.resize(drift, half, interpolation=cv2.INTER_CUBIC)
    angle = np.arctan2(odd + 1.5 * wander[..., 1], even + 1.5 * wander[..., 0]) / 2
    flow = np.stack((-np.sin(angle), np.cos(angle)), axis=-1)
    wide = cv2.resize(flow, (width, height), interpolation=cv2.INTER_NEAREST)
    return np.asarray(wide, np.float32)


def _along(values: Floats, flow: Floats, reaches: tuple[int, ...]) -> Floats:
    """Return values averaged along the strokes; each reach doubles the length."""
    height, width = values.shape[:2]
    x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
    for reach in reaches:
        step_x, step_y = flow[..., 0] * reach, flow[..., 1] * reach
        ahead = _at(values, x + step_x, y + step_y)
        values = (ahead + _at(values, x - step_x, y - step_y)) * np.float32(0.5)
    return values


def _at(values: Floats, x: Floats, y: Floats) -> Floats:
    taken = cv2.remap(values, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(taken, np.float32)


def _detail(picture: Floats) -> Floats:
    """Return where the finest brush is taken, (height, width) float32, 0 to 1."""
    small = luma(_halved(_halved(picture)))
    mean = cv2.GaussianBlur(small, (0, 0), 3)
    varies = cv2.GaussianBlur((small - mean) ** 2, (0, 0), 4)
    share = smooth_step(0.05, 0.8, varies / _FINE)
    return _enlarged(share, picture)


def _strokes(flow: Floats, chance: np.random.Generator) -> Floats:
    """Return the paint's height, (height, width) float32 about 0: bristles in broader strokes."""
    half = _halved(flow)
    bristle = _along(noise(chance, flow.shape, 1.1), flow, (1, 3, 8))
    broad = _enlarged(_along(noise(chance, half.shape, 2.2), half, (1, 3, 6)), flow)
    return bristle / (bristle.std() + 1e-6) + 1.7 * broad / (broad.std() + 1e-6)


def _halved(values: Floats) -> Floats:
    size = values.shape[1] // 2, values.shape[0] // 2
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA), np.float32)


def _enlarged(values: Floats, like: Floats) -> Floats:
    return np.asarray(cv2.resize(values, like.shape[1::-1]), np.float32)


def _varnished(painted: Floats, strokes: Floats) -> Floats:
    """Return paint with the light on its ridges, on canvas, under old varnish."""
    ridge = cv2.Sobel(strokes, cv2.CV_32F, 1, 0) + cv2.Sobel(strokes, cv2.CV_32F, 0, 1)
    light = luma(painted)
    body = 0.45 + 0.55 * light / 255
    relief = np.clip(ridge * 2.6, -16, 20) * body
    tint = 1 + 0.028 * strokes
    shaded = painted * tint[..., None] + (relief + _weave(light))[..., None]
    curve = 255 * smooth_step(-30, 275, light) - light
    return vignetted((shaded + 0.35 * curve[..., None]) * _VARNISH, 0.34)


def _weave(light: Floats) -> Floats:
    """Return the canvas, which shows where the paint is thin: in the dark."""
    height, width = light.shape
    x = np.sin(np.arange(width, dtype=np.float32) * (2 * np.pi / _SPAN / 2))[None]
    y = np.sin(np.arange(height, dtype=np.float32) * (2 * np.pi / _SPAN / 2))[:, None]
    return (x * y) * (3.4 - 2.2 * light / 255)
