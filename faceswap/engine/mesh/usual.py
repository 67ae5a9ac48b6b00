"""What a face of a clip usually looks like, and in what light."""

from __future__ import annotations

import numpy as np

from faceswap.engine.mesh import unwrap
from faceswap.engine.mesh.arrays import Floats, Pixels, soft_threshold
from faceswap.engine.mesh.exposure import (
    DIM,
    LEAST,
    SIDE,
    USUAL,
    Exposure,
    exposure_of,
    unchanged,
)
from faceswap.engine.mesh.light import LUMA
from faceswap.engine.mesh.zones import plain_skin

# Light so many times as bright as the usual is the usual from then on: a face is best known from
# where it was seen best.
BRIGHTER = 1.08
# How much of what differs is taken over in a frame: of skin that looks much as it did, and of all
# else, which may be what passes before it.
TAKEN, ODD_TAKEN = 0.25, 0.03
# Light that changes by less than the first, in logarithms, may be a mesh that trembles: so much of
# what it was before is kept. What changes by more than the second is the light.
TREMOR, KEPT = (0.01, 0.03), 0.75
# In less of the usual light, there is more noise than skin to be learnt from.
LEAST_LIGHT = 0.15


class UsualLook:
    """A face as it mostly looks; its frames come in order.

    `exposure` is the light of the last frame beside the usual one, `level` how bright skin is in
    the usual one, 0 to 255.
    """

    def __init__(self) -> None:
        self._flat: Floats | None = None
        self.exposure = USUAL
        self.level = 0.0

    @property
    def is_dim(self) -> bool:
        """Tell whether the last frame is too dark to learn from."""
        return self.exposure.brightness < LEAST_LIGHT

    def follow(self, pixels: Pixels, points: Floats) -> Exposure | None:
        """Look at the next frame, and return what the usual light has become.

        None where all that was seen before was seen in the dark: it was noise.

        Args:
            pixels: (height, width, 3) uint8 RGB.
            points: (468, 3) float32, the mesh in pixels.
        """
        seen = unwrap.unwrap(pixels, points, SIDE)
        if self._flat is None:
            self._flat, self.level = seen, _level(seen)
            return USUAL
        light = _calmed(exposure_of(seen, self._flat, self.exposure), self.exposure)
        self.exposure = light
        if light.brightness > BRIGHTER and self.level < DIM:
            self._flat, self.exposure, self.level = seen, USUAL, _level(seen)
            return None
        if light.brightness > BRIGHTER:
            self._flat, self.exposure = light.shown(self._flat), USUAL
        else:
            light = USUAL
        if not self.is_dim:
            known, now = self._flat, self.exposure
            same = unchanged(seen, now.shown(known))
            share = np.where(same, np.float32(TAKEN), np.float32(ODD_TAKEN))[..., None]
            known += share * ((seen - now.lift) / now.gain - known)
            self.level = _level(known)
        return light


def _calmed(light: Exposure, before: Exposure) -> Exposure:
    """Return a light without what trembles in it."""
    change = np.log(np.maximum(light.gain, LEAST) / np.maximum(before.gain, LEAST))
    kept = np.float32(KEPT * (1 - soft_threshold(float(np.abs(change).max()), *TREMOR)))
    gain = light.gain + kept * (before.gain - light.gain)
    return Exposure(gain, light.lift + kept * (before.lift - light.lift))


def _level(flat: Floats) -> float:
    return float((flat[plain_skin(SIDE)] @ LUMA).mean())
