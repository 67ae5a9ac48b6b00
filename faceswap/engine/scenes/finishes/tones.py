"""Steps that several finishes have."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.scenes.layers import Floats


def luma(picture: Floats) -> Floats:
    """Return how light a picture is, (height, width) float32, 0 to 255."""
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.float32)


def smooth_step(low: float, high: float, value: Floats) -> Floats:
    """Return 0 below `low`, 1 above `high`, and a soft way between."""
    share = np.clip((value - low) / (high - low), 0, 1)
    return share * share * (3 - 2 * share)


def noise(chance: np.random.Generator, shape: tuple[int, ...], blur: float = 0.0) -> Floats:
    """Return noise about 0 of standard deviation 1, (height, width) float32."""
    grain = chance.standard_normal(shape[:2], np.float32)
    if blur:
        grain = np.asarray(cv2.GaussianBlur(grain, (0, 0), blur), np.float32)
        grain /= grain.std() + 1e-6
    return grain


@lru_cache(maxsize=8)
def _falloff(height: int, width: int) -> Floats:
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    x = np.linspace(-1, 1, width, dtype=np.float32)[None]
    return smooth_step(0.35, 2.0, x * x + y * y)


def vignetted(picture: Floats, share: float) -> Floats:
    """Return a picture that is darker towards its corners by a share."""
    falloff = _falloff(*picture.shape[:2])
    return picture * (1 - np.float32(share) * falloff)[..., None]


def glowing(picture: Floats, least: float, share: float, reach: float) -> Floats:
    """Return a picture whose lights from `least` on shine over what is near.

    `reach` is a part of the picture's height.
    """
    height, width = picture.shape[:2]
    small = cv2.resize(picture, (width // 4, height // 4), interpolation=cv2.INTER_AREA)
    lights = np.clip(small - least, 0, None) * (255 / (255 - least))
    spread = cv2.GaussianBlur(lights, (0, 0), max(1.0, reach * height / 4))
    spread = cv2.resize(spread, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(picture + spread * share * (1 - picture * np.float32(1 / 255)), np.float32)


def calmed(picture: Floats, radius: int) -> Floats:
    """Return a picture in small flat patches with crisp edges, as Kuwahara's filter has them.

    Each pixel takes the mean of that of four squares about it which varies least.
    """
    side, grey, far = radius + 1, luma(picture), (radius + 1) // 2
    mean = _framed(cv2.blur(picture, (side, side), borderType=cv2.BORDER_REFLECT), far)
    flat = cv2.blur(grey, (side, side), borderType=cv2.BORDER_REFLECT)
    squares = cv2.blur(grey * grey, (side, side), borderType=cv2.BORDER_REFLECT)
    varies = _framed(squares - flat * flat, far)
    height, width = grey.shape
    best, least = np.empty_like(picture), np.full_like(grey, np.inf)
    for down in (0, 2 * far):
        for across in (0, 2 * far):
            there = slice(down, down + height), slice(across, across + width)
            is_calmer = cv2.compare(varies[there], least, cv2.CMP_LT)
            cv2.copyTo(varies[there], is_calmer, least)
            cv2.copyTo(mean[there], is_calmer, best)
    return best


def _framed(values: Floats, by: int) -> Floats:
    framed = cv2.copyMakeBorder(values, by, by, by, by, cv2.BORDER_REFLECT)
    return np.asarray(framed, np.float32)
