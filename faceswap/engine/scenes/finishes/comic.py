"""A printed comic: ink, few tones, dots in the shadows."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.scenes.finishes.tones import calmed, luma, smooth_step
from faceswap.engine.scenes.layers import Floats
from faceswap.engine.scenes.meeting import Alpha

_TONES = 5
"""How many tones there are from black to white."""
_CELL = 9.0
"""Pixels from dot to dot."""
_INK = np.array((22, 18, 34), np.float32)
_PAPER = np.array((255, 250, 238), np.float32)
_FULLER = 1.35
_SOLID = 127


def comic(picture: Floats, figure: Alpha) -> Floats:
    """Return a picture as it is drawn and printed."""
    flat = calmed(cv2.GaussianBlur(picture, (0, 0), 1.0), 5)
    light = cv2.GaussianBlur(luma(flat), (0, 0), 1.6)
    toned = _toned(flat, light)
    dots = _dots(light)[..., None]
    toned = toned * (1 - 0.5 * dots) + _INK * 0.28 * dots
    ink = np.maximum(_lines(picture), _outline(figure))[..., None]
    return (toned + (_INK - toned) * ink) * (_PAPER / 255)


def _toned(flat: Floats, light: Floats) -> Floats:
    """Return a picture in a few tones, with fuller colours."""
    level = np.clip(light * np.float32(1.12) + 6, 0, 255) * np.float32(_TONES / 255)
    floor = np.floor(level)
    target = (floor + smooth_step(0.42, 0.58, level - floor)) * np.float32(255 / _TONES)
    mean = luma(flat)[..., None]
    fuller = mean + (flat - mean) * np.float32(_FULLER)
    return np.clip(fuller * ((target + 6) / (light + 6))[..., None], 0, 255)


def _dots(light: Floats) -> Floats:
    """Return the dots' ink, 0 to 1: larger in deeper shadows, none in the light."""
    height, width = light.shape
    x = np.arange(width, dtype=np.float32)[None]
    y = np.arange(height, dtype=np.float32)[:, None]
    turn = np.float32(np.pi / _CELL / np.sqrt(2) * 2)
    grid = (np.cos((x + y) * turn / 2) * np.cos((x - y) * turn / 2)) * 0.5 + 0.5
    wanted = smooth_step(0, 1, (150 - light) / 120) * 0.62
    return smooth_step(-0.09, 0.09, grid - (1 - wanted)) * (light < 150)


def _lines(picture: Floats) -> Floats:
    """Return the ink of contours, 0 to 1: where it is darker than about it, or changes sharply."""
    grey = cv2.bilateralFilter(luma(picture), 5, 30, 3)
    near, far = cv2.GaussianBlur(grey, (0, 0), 1.5), cv2.GaussianBlur(grey, (0, 0), 3.4)
    return smooth_step(3.5, 11, far - near)


def _outline(figure: Alpha) -> Floats:
    """Return the bold ink about the figure, 0 to 1, thicker below as a brush makes it."""
    # What fades out, as haze does, has no outline of its own.
    solid = (figure > _SOLID).astype(np.float32)
    soft = cv2.GaussianBlur(solid, (0, 0), 3.2)
    moved = np.array([[1, 0, 1.5], [0, 1, 2.0]], np.float32)
    soft = cv2.warpAffine(soft, moved, soft.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
    return smooth_step(0.1, 0.28, soft) * (1 - smooth_step(0.6, 0.8, soft))
