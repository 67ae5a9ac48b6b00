"""Tells whether two faces of a clip look alike enough to be the same person's.

It is no recognition network: it holds for the same person in the same clip, in another shot, under
much the same light, and says nothing of two photos taken years apart.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from faceswap.engine.mesh import unwrap, zones
from faceswap.engine.mesh.arrays import Floats, Pixels, blur
from faceswap.engine.mesh.light import LUMA

SIDE = 32
# What is broader than this is light, in texels.
LIGHT = 5.0
HUE_SHARE = 0.35


def likeness(pixels: Pixels, points: Floats) -> Floats:
    """Return what a face looks like: (3072,) float32 of length 1.

    Args:
        pixels: (height, width, 3) uint8 RGB.
        points: (468, 3) float32, its mesh in pixels.
    """
    flat = unwrap.unwrap(pixels, points, SIDE)
    weights = _weights()[..., None]
    luma = flat @ LUMA + 4
    relief = np.log(luma)
    relief = relief - blur(relief, LIGHT)
    hue = flat / luma[..., None] - 1
    parts = [_unit(relief[..., None] * weights), HUE_SHARE * _unit(hue[..., ::2] * weights)]
    return _unit(np.concatenate([part.ravel() for part in parts])).astype(np.float32)


@lru_cache(maxsize=1)
def _weights() -> Floats:
    return blur(zones.face_zone(SIDE).astype(np.float32), 1.0)


def _unit(values: Floats) -> Floats:
    return values / (float(np.linalg.norm(values)) + 1e-6)
