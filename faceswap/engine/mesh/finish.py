"""Matches what a lens and a sensor leave on a picture: sharpness and grain."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, Pixels, blur
from faceswap.engine.mesh.light import LUMA

# The blur that is added to an edge to learn its own, in pixels.
PROBE = 1.0
# The share of the strongest gradients that are taken for edges.
EDGES = 5.0
LEAST_GRADIENT = 2.0
# Edges softer than this many pixels are measured on half as many, while there are enough.
SOFT, LEAST_MEASURED = 1.8, 64
CRISPER = 1.235
# Grain is what a blur of so many pixels takes away.
GRAIN_BLUR = 1.2
# Patches are cut into blocks of so many pixels; of white noise, so many percent of them vary less
# than all of them do, by this factor.
BLOCK, CALMEST, OF_CALMEST = 5, 25, 1.12
# What edges that moved by parts of a pixel leave in the calmest, in levels.
OF_EDGES = 0.9
TILE = 256
MOST_GRAIN = 5.0


def edge_blur(luma: Floats) -> float:
    """Return the blur of a picture's edges as a Gaussian's sigma in pixels, 0 if it has none.

    Zhuo and Sim's way: how much a known blur softens an edge tells how soft it was. Beside edges
    that are much softer than the known blur that is lost in noise: they are looked at from afar.
    """
    sigma, times = _edge_blur(luma), 1
    while sigma > SOFT and min(luma.shape) >= LEAST_MEASURED:
        height, width = luma.shape
        half = cv2.resize(luma, (width // 2, height // 2), interpolation=cv2.INTER_AREA)
        luma = np.asarray(half, np.float32)
        sigma, times = _edge_blur(luma), times * 2
    return sigma * times


def _edge_blur(luma: Floats) -> float:
    before = _gradient(luma)
    after = _gradient(blur(luma, PROBE))
    edge = before >= max(float(np.percentile(before, 100 - EDGES)), LEAST_GRADIENT)
    if edge.sum() < 30:
        return 0.0
    ratio = np.maximum(before[edge] / np.maximum(after[edge], 1e-3), 1.001)
    return float(np.median(PROBE / np.sqrt(ratio**2 - 1)))


def _gradient(luma: Floats) -> Floats:
    across = cv2.Sobel(luma, cv2.CV_32F, 1, 0, scale=0.125)
    down = cv2.Sobel(luma, cv2.CV_32F, 0, 1, scale=0.125)
    # OpenCV's own magnitude differs in the last bit with where in memory its arguments lie.
    return np.sqrt(across * across + down * down)


def missing_blur(own: float, wanted: float) -> float:
    """Return the sigma that makes edges of blur `own` as soft as `wanted`, 0 if they are softer.

    Faces differ in how crisp they are in the same focus: so much of a difference is let be.
    """
    return math.sqrt(max(0.0, wanted**2 - (CRISPER * own) ** 2))


@dataclass(frozen=True, slots=True)
class Grain:
    """Noise to add: its deviation in levels of brightness, and its blur in pixels."""

    strength: float
    size: float

    def over(self, left: int, top: int, width: int, height: int) -> Floats:
        """Return the noise of a rectangle of the picture, (height, width) float32."""
        tile = _tile(round(self.size, 1))
        # NumPy wraps a place by taking off one side after another, and a clip goes far.
        left, top = left % TILE, top % TILE
        rows, columns = np.arange(top, top + height), np.arange(left, left + width)
        part = tile.take(rows, axis=0, mode="wrap").take(columns, axis=1, mode="wrap")
        return part * np.float32(self.strength)


@lru_cache(maxsize=16)
def _tile(size: float) -> Floats:
    """Return noise of deviation 1 that repeats seamlessly, (256, 256)."""
    noise = np.random.default_rng(7).standard_normal((TILE, TILE)).astype(np.float32)
    if size > 0.2:
        noise = blur(np.pad(noise, 16, mode="wrap"), size)[16:-16, 16:-16]
    return noise / noise.std()


def fine_noise(luma: Floats) -> tuple[float, float]:
    """Return the deviation of a patch's grain, and how neighbouring pixels' is correlated."""
    fine = luma - blur(luma, GRAIN_BLUR)
    deviation = 1.4826 * float(np.median(np.abs(fine - np.median(fine))))
    calm = np.clip(fine, -3 * deviation - 1e-3, 3 * deviation + 1e-3)
    variance = float((calm**2).mean()) + 1e-6
    beside = float((calm[:, 1:] * calm[:, :-1]).mean() + (calm[1:] * calm[:-1]).mean()) / 2
    return deviation, beside / variance


def changing_noise(now: Floats, before: Floats) -> tuple[float, float]:
    """Return `fine_noise` of the grain that differs between two frames of the same patch.

    Where it moved by less than a pixel edges differ, too: the calmest parts tell how much it is.
    """
    change = now - before
    fine = change - blur(change, GRAIN_BLUR)
    rows, columns = (length // BLOCK for length in fine.shape)
    blocks = fine[: rows * BLOCK, : columns * BLOCK].reshape(rows, BLOCK, columns, BLOCK)
    calmest = float(np.percentile(blocks.std(axis=(1, 3)), CALMEST)) * OF_CALMEST / math.sqrt(2)
    return math.sqrt(max(0.0, calmest**2 - OF_EDGES**2)), fine_noise(change)[1]


def missing_grain(old: Floats, new: Floats, before: Floats | None = None) -> Grain | None:
    """Return the grain that a new patch of skin lacks beside the old one, None if it lacks none.

    Args:
        old: (height, width, 3) RGB of the target's skin.
        new: The same place with the new face.
        before: The target's skin in the frame before, in a clip. What stays the same is pores.
    """
    there, correlation = fine_noise(old @ LUMA)
    here, _ = fine_noise(new @ LUMA)
    if before is not None:
        changing, of_change = changing_noise(old @ LUMA, before @ LUMA)
        there, here, correlation = min(there, changing), 0.0, min(correlation, of_change)
    lacking = math.sqrt(max(0.0, there**2 - here**2))
    if lacking < 0.4:
        return None
    # White noise less its own blur is correlated by about -0.1; JPEG and demosaicing raise it.
    size = round(float(np.clip((correlation + 0.12) * 1.2, 0.0, 0.6)), 1)
    # `lacking` is what is left after the blur was taken away; the whole is more.
    return Grain(min(MOST_GRAIN, lacking / _kept_by_probe(size)), size)


@lru_cache(maxsize=16)
def _kept_by_probe(size: float) -> float:
    """Return how much of noise of deviation 1 `fine_noise` sees."""
    return fine_noise(_tile(size).copy())[0]


def soften(layers: Floats, sigma: float) -> Floats:
    """Return layers blurred by so many texels."""
    return blur(layers, sigma) if sigma > 0.3 else layers


def sharpen(layers: Floats, sigma: float, amount: float) -> Floats:
    """Return layers whose relief stands out more, at a scale of so many texels."""
    crisp = layers.copy()
    relief = layers[..., 0]
    crisp[..., 0] += (relief - blur(relief, sigma)) * amount
    return crisp


def with_skin_of(layers: Floats, other: Floats, skin: Floats, sigma: float) -> Floats:
    """Return layers with the fine relief of another face's skin instead of their own.

    Args:
        layers: (side, side, 3) float32.
        other: (side, side) the other face's relief.
        skin: (side, side) where that is skin, 0 to 1.
        sigma: What is fine, in texels.
    """
    own = layers[..., 0] - blur(layers[..., 0], sigma)
    theirs = other - blur(other, sigma)
    textured = layers.copy()
    textured[..., 0] += (theirs - own) * skin
    return textured


def pixels_luma(pixels: Pixels) -> Floats:
    """Return the brightness of uint8 RGB pixels, (height, width) float32."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.float32)
