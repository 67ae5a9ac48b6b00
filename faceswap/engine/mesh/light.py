"""Splits what a face looks like into light and detail.

Light is what skin would look like: a smooth function of the direction it faces, fitted to the skin
that is plainly skin, and what of the rest is still smooth. Detail is what differs from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, Mask, blur, resized, smoothstep, squared
from faceswap.engine.mesh.raster import texture_raster
from faceswap.engine.mesh.topology import FACE

# Light is smooth: this many texels a side hold it.
SIDE = 64
LUMA = np.array([0.299, 0.587, 0.114], np.float32)
ROUNDS = 5
# Residuals beyond so many robust deviations are not skin.
CUTOFF = 3.0
DARKEST = 4.0
MOST_TINT = 0.6
# How much skin that looks odd counts where one side is compared with the other.
DOUBT = 0.2
# Its smoothness across and down: a shadow that falls on one side runs down the face, hair does not.
SHADOW_BLUR = (0.07, 0.25)


@dataclass(frozen=True, slots=True)
class Light:
    """A face's light, over a texture of 64 x 64.

    `shade` is (64, 64, 3) float32, the RGB that skin would show, 0 to 255; `trust` (64, 64) tells
    how surely a texel is skin, 0 to 1. `tint` is (3,) float32, how the hue (RGB over brightness) of
    this skin changes with the logarithm of its brightness: darker skin is redder, and how much so
    is the film's or the camera's own.
    """

    shade: Floats
    trust: Floats
    tint: Floats

    def wide(self, side: int) -> Floats:
        """Return the shade over a larger texture."""
        return resized(self.shade, side)


@lru_cache(maxsize=8)
def directions(side: int, smoothness: float = 0.1) -> Floats:
    """Return which way skin faces on the canonical face: (side, side, 3) float32, unit length.

    `smoothness` is in parts of the side. Light varies with the head's form, 0.1 and more; whether a
    nose hides its own far flank is a matter of 0.02.
    """
    painted = texture_raster(side).paint(FACE.normals)
    smooth = blur(painted, smoothness * side)
    return smooth / np.linalg.norm(smooth, axis=2, keepdims=True)


@lru_cache(maxsize=1)
def _basis() -> Floats:
    """Return the functions light is made of, (texels, 7): a part of the spherical harmonics.

    The full second order follows features that the mesh makes of noise.
    """
    x, y, z = np.moveaxis(directions(SIDE).reshape(-1, 3).astype(np.float64), 1, 0)
    return np.stack([np.ones_like(x), x, y, z, x * y, x * x, y * y], axis=1)


def fit_light(texture: Floats, weights: Floats, luma_blur: float, chroma_blur: float) -> Light:
    """Fit the light of a face to its skin.

    Args:
        texture: (64, 64, 3) float32 RGB, 0 to 255.
        weights: (64, 64) float32, how well each texel is seen; features are left out here.
        luma_blur: How smooth the remaining light is in brightness, as a share of the side.
        chroma_blur: The same for colour.
    """
    seen = weights * zones.plain_skin(SIDE)
    fitted, trust = _robust_fit(texture, seen)
    luma, fitted_luma = np.maximum(texture @ LUMA, 1), np.maximum(fitted @ LUMA, 1)
    rest = _remaining_light(np.log(luma / fitted_luma), seen, trust, luma_blur)
    shade_luma = fitted_luma * np.exp(np.clip(rest, -1.5, 0.7))
    hue = texture / luma[..., None]
    fitted_hue = fitted / fitted_luma[..., None]
    shade_hue = fitted_hue + _smooth(hue - fitted_hue, trust, chroma_blur)
    shade = np.clip(shade_luma[..., None] * shade_hue, DARKEST, 300).astype(np.float32)
    return Light(shade, trust, _tint(luma / shade_luma, hue - shade_hue, trust))


def _tint(brightness: Floats, hue: Floats, trust: Floats) -> Floats:
    """Return the slope of hue, (3,), over the logarithm of brightness, both beside the shade's."""
    steps = np.clip(np.log(brightness), -0.7, 0.4)
    # A few per cent of brightness is noise; it must not be read as a slope.
    spread = float((trust * steps**2).sum()) + 0.03**2 * float(trust.sum()) + 1e-6
    slope = (trust[..., None] * steps[..., None] * hue).sum(axis=(0, 1)) / spread
    return np.clip(slope, -MOST_TINT, MOST_TINT).astype(np.float32)


def _remaining_light(miss: Floats, seen: Floats, trust: Floats, smoothness: float) -> Floats:
    """Return what of the misfit in brightness, (64, 64) logarithms, is light.

    Where skin is trusted all that is smooth is. Where it is not, a shadow cannot be told from a
    beard or a fringe by its colour, but a shadow falls on one side: what differs between the sides
    is light.
    """
    smooth = _smooth(miss[..., None], trust, smoothness)[..., 0]
    doubted = seen * np.maximum(trust, DOUBT)
    anything = _smooth(miss[..., None], doubted, *SHADOW_BLUR)[..., 0]
    both = blur(np.minimum(seen, seen[:, ::-1]), 0.05 * SIDE)
    share = np.clip(both / 0.3, 0, 1)
    one_sided = (anything - anything[:, ::-1]) / 2
    even = (smooth + smooth[:, ::-1]) / 2
    # Cheeks and temples turn away from the camera and, mostly, from the light.
    even = even + _sides() * ((anything + anything[:, ::-1]) / 2 - even)
    alone = smooth + _sides() * (anything - smooth)
    return share * (even + one_sided) + (1 - share) * alone


@lru_cache(maxsize=1)
def _sides() -> Floats:
    """Return how far towards its sides each texel of a face lies: (64, 64), 0 to 0.7."""
    _, columns = zones.rows_and_columns(SIDE)
    return smoothstep(np.abs(columns - 0.5), 0.2, 0.34) * np.float32(0.7)


@lru_cache(maxsize=1)
def middle() -> Mask:
    """Return nose and cheeks, (64, 64)."""
    rows, columns = zones.rows_and_columns(SIDE)
    below_eyes = rows > float(FACE.uv[list(zones.EYES[0]), 1].max()) + 0.03
    return below_eyes & (rows < zones.MOUTH_LINE - 0.04) & (np.abs(columns - 0.5) < 0.26)


def _robust_fit(texture: Floats, seen: Floats) -> tuple[Floats, Floats]:
    """Return the fitted light (64, 64, 3) and each texel's trust (64, 64)."""
    base = seen.reshape(-1).astype(np.float64)
    counted = base > 0.05
    flat = texture.reshape(-1, 3).astype(np.float64)
    if counted.sum() < _basis().shape[1] * 4:
        plain = np.broadcast_to(np.median(flat, axis=0), flat.shape)
        return plain.reshape(texture.shape).astype(np.float32), seen
    basis, colours, base = _basis()[counted], flat[counted], base[counted]
    calm = np.diag([0.0, 0.01, 0.01, 0.01, 0.03, 0.03, 0.03]) * base.sum()
    # Nose and cheeks are the last to be covered: what is like them counts first.
    counts = middle().reshape(-1)[counted]
    counts = counts if counts.sum() > 40 else np.ones(len(base), bool)
    # Beards and shadows are darker than skin.
    luma = colours @ LUMA
    counts &= luma >= np.percentile(luma[counts], 30)
    light, trust = np.zeros((basis.shape[1], 3)), base
    miss = colours - np.median(colours[counts], axis=0)
    scale = 2.0 * _deviation(miss[counts])
    for _ in range(ROUNDS):
        far = np.sqrt(squared(miss / (scale + 2.0)) / 3)
        trust = base * np.clip(1 - (far / CUTOFF) ** 2, 0, 1) ** 2
        weighted = basis * trust[:, None]
        light = np.linalg.solve(basis.T @ weighted + calm, weighted.T @ colours)
        miss = colours - basis @ light
        scale = _deviation(miss)
    average = np.average(colours, axis=0, weights=trust + 1e-9)
    fitted = np.maximum(_basis() @ light, 0.35 * average)
    trusted = np.zeros(counted.shape, np.float32)
    trusted[counted] = trust
    return fitted.reshape(texture.shape).astype(np.float32), trusted.reshape(seen.shape)


def _deviation(miss: Floats) -> Floats:
    """Return a robust deviation of each of three columns."""
    return 1.4826 * np.median(np.abs(miss.T), axis=1)


def _smooth(values: Floats, weights: Floats, across: float, down: float = 0.0) -> Floats:
    """Return weighted, blurred values (64, 64, k) that fade where there is nothing to go by."""
    total = blur(weights, across * SIDE, down * SIDE)[..., None]
    summed = blur(values * weights[..., None], across * SIDE, down * SIDE)
    return summed / (total + 1e-4) * np.clip(total / 0.1, 0, 1)


def oddness(pixels: Floats, shade: Floats, trust: Floats) -> Floats:
    """Return how far each pixel is from lit skin, in deviations of the skin itself.

    Args:
        pixels: (height, width, 3) float32 RGB, a texture or any view of the face.
        shade: The light there, of the same shape.
        trust: (height, width) how surely each pixel is skin; their spread is what is usual.
    """
    luma, skin = pixels @ LUMA + 2, shade @ LUMA + 2
    brightness = np.log(luma / skin)
    hue = squared(pixels / luma[..., None] - shade / skin[..., None])
    total = float(trust.sum()) + 1e-6
    bright_spread = np.sqrt(float((trust * brightness**2).sum()) / total) + 0.05
    hue_spread = float((trust * hue).sum()) / total + 0.02**2
    return np.sqrt((brightness / bright_spread) ** 2 + hue / hue_spread).astype(np.float32)
