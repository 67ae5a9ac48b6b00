"""A photograph's and a film's look."""

from __future__ import annotations

import numpy as np

from faceswap.engine.scenes.finishes.tones import glowing, luma, noise, smooth_step, vignetted
from faceswap.engine.scenes.layers import Floats

_SHADE = np.array((-7, 1, 12), np.float32)
_SHINE = np.array((10, 3, -12), np.float32)
_SILVER = np.array((1.0, 0.985, 0.95), np.float32)


def photo(picture: Floats, chance: np.random.Generator) -> Floats:
    """Return a picture as a good camera takes it: fine grain, a gentle vignette."""
    lit = vignetted(glowing(picture, 190, 0.16, 0.02), 0.3)
    return lit + noise(chance, lit.shape)[..., None] * np.float32(1.9)


def film(picture: Floats, chance: np.random.Generator, *, is_grey: bool) -> Floats:
    """Return a picture as from the cinema: glowing lights, cold shadows and warm lights, grain."""
    lit = vignetted(glowing(picture, 150, 0.4, 0.028), 0.42)
    light = luma(lit)
    curve = 14 + 226 * smooth_step(-60, 300, light)
    if is_grey:
        toned = (12 + 240 * smooth_step(-20, 262, light))[..., None] * _SILVER
    else:
        share = (light / np.float32(255))[..., None]
        toned = lit + (curve - light)[..., None] * 0.5 + _SHADE * (1 - share) + _SHINE * share
    return toned + noise(chance, lit.shape, 0.7)[..., None] * np.float32(4.6)
