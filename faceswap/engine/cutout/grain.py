"""One camera for both: the place is as soft as the people's picture, and has its grain."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels

MOST_GRAIN = 5.0
"""Levels."""

MOST_SOFT = 2.2
"""Standard deviation of the blur, in pixels."""

# Grain is measured where there is least else; a Laplacian of noise spreads by the root of 20.
QUIET = 0.3
SPREAD = 20**0.5
# Where each pixel's Laplacian is this much of one at half the size, a picture is sharp.
SHARP = 0.55
LEAST_PIXELS = 400
SAMPLE = 1024


@dataclass(frozen=True, slots=True)
class Camera:
    """What a camera did: `grain` in levels, standard deviation, and `detail`, 0 for a soft one."""

    grain: float
    detail: float


def camera_of(pixels: Pixels, where: Mask) -> Camera:
    """Return what the camera of a picture did, as seen where a mask says."""
    height, width = where.shape
    top, left = max(0, (height - SAMPLE) // 2), max(0, (width - SAMPLE) // 2)
    down, across = where.sum(axis=1), where.sum(axis=0)
    if down.any():
        row, column = (
            float(np.average(np.arange(len(each)), weights=each)) for each in (down, across)
        )
        top = int(np.clip(row - SAMPLE / 2, 0, max(0, height - SAMPLE)))
        left = int(np.clip(column - SAMPLE / 2, 0, max(0, width - SAMPLE)))
    cut = (slice(top, top + SAMPLE), slice(left, left + SAMPLE))
    grey = np.asarray(cv2.cvtColor(pixels[cut], cv2.COLOR_RGB2GRAY), np.uint8)
    mask = where[cut]
    if mask.sum() < LEAST_PIXELS or min(mask.shape) < 4:
        return Camera(0.0, SHARP)
    fine = np.abs(cv2.Laplacian(grey, cv2.CV_32F))[mask]
    half = scaled_down(grey, max(1, grey.shape[1] // 2), max(1, grey.shape[0] // 2))
    coarse = np.abs(cv2.Laplacian(half, cv2.CV_32F))
    inside = scaled_down(mask.astype(np.uint8) * 255, half.shape[1], half.shape[0]) > 250
    loud = float(np.percentile(coarse[inside], 95)) if inside.any() else 0.0
    count = int(fine.size * QUIET)
    quiet = np.partition(fine, count)[:count]
    # Of a normal distribution, the smallest three tenths have this root mean square.
    grain = float(np.sqrt((quiet**2).mean())) / SPREAD / 0.222
    return Camera(min(MOST_GRAIN, grain), float(np.percentile(fine, 95)) / max(loud, 1.0))


def softness(theirs: Camera, there: Camera) -> float:
    """Return the blur that makes a place as soft as people are, in pixels."""
    soft = max(0.0, min(there.detail, SHARP) - theirs.detail) / SHARP
    return min(MOST_SOFT, soft * 2 * MOST_SOFT)


def missing_grain(theirs: Camera, there: Camera) -> float:
    """Return the grain that a place lacks beside people, in levels."""
    return max(0.0, theirs.grain**2 - there.grain**2) ** 0.5


def grain_tile(amount: float) -> Floats:
    """Return a tile of grain, (512, 512) float32 in parts of 255, always the same one."""
    noise = np.random.default_rng(20).standard_normal((512, 512)).astype(np.float32)
    return noise * np.float32(amount / 255)
