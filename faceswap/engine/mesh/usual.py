"""What a face of a clip usually looks like, and in what light."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np

from faceswap.engine.mesh import unwrap
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels, grown, resized, sample, soft_threshold
from faceswap.engine.mesh.baking import Look
from faceswap.engine.mesh.exposure import (
    DIM,
    LEAST,
    SIDE,
    USUAL,
    Exposure,
    exposure_of,
)
from faceswap.engine.mesh.light import LUMA
from faceswap.engine.mesh.passing import EVEN_LIGHT, LIGHT, ODD, passing, strangeness
from faceswap.engine.mesh.zones import face_zone, plain_skin

# Light so many times as bright as the usual is the usual from then on: a face is best known from
# where it was seen best.
BRIGHTER = 1.08
# How much of what differs is taken over in a frame: of what looks much as it did, or as skin does,
# and of all else, which may be what passes before it.
TAKEN, ODD_TAKEN = 0.25, 0.003
# Light that changes by less than the first, in logarithms, may be a mesh that trembles: so much of
# what it was before is kept. What changes by more than the second is the light.
TREMOR, KEPT = (0.01, 0.03), 0.85
# So many texels at the rim may show what is beside the face.
RIM = 1
# If less of the skin looks strange, nothing passes before the face.
STRANGE = 0.004
# In less of the usual light, there is more noise than skin to be learnt from.
LEAST_LIGHT = 0.15


class UsualLook:
    """A face as it mostly looks; its frames come in order.

    `exposure` is the light of the last frame beside the usual one, `level` how bright skin is in
    the usual one, 0 to 255.
    """

    def __init__(self) -> None:
        self.exposure = USUAL
        self.level = 0.0
        self._flat: Floats | None = None
        self._strange = 0.0
        self._is_passed = False

    @property
    def is_dim(self) -> bool:
        """Tell whether the last frame is too dark to learn from."""
        return self.exposure.brightness < LEAST_LIGHT

    def follow(self, pixels: Pixels, points: Floats, shade: Floats | None) -> Exposure | None:
        """Look at the next frame, and return what the usual light has become.

        None where all that was seen before was seen in the dark: it was noise.

        Args:
            pixels: (height, width, 3) uint8 RGB.
            points: (468, 3) float32, the mesh in pixels.
            shade: (n, n, 3) RGB, what lit skin looks like in the usual light, if that is known.
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
            known, now = self._flat, (seen - self.exposure.lift) / self.exposure.gain
            strange = self._strangeness(now, shade, LIGHT)
            self._strange = float((strange > ODD)[_inner_skin()].mean())
            # A bar that is as pale as skin in shadow must not be learnt while it passes.
            odd = self._strangeness(now, shade, EVEN_LIGHT) if self._is_passed else strange
            share = np.where(odd < ODD, np.float32(TAKEN), np.float32(ODD_TAKEN))
            known += share[..., None] * (now - known)
            self.level = _level(known)
        return light

    def _strangeness(
        self, now: Floats, shade: Floats | None, lights: tuple[float, float]
    ) -> Floats:
        """Return how far a frame, (32, 32, 3), is from the face as it was and from lit skin."""
        known = [self._flat] if shade is None else [self._flat, resized(shade, SIDE)]
        brightness = self.exposure.brightness
        return np.minimum.reduce(
            [strangeness(now, each, brightness, lights) for each in known if each is not None]
        )

    def before(self, look: Look, shade: Floats) -> Floats | None:
        """Return what passes before the face in the last frame, (side, side), None for nothing.

        Args:
            look: That frame, in the usual light.
            shade: (n, n, 3) RGB, what lit skin looks like in the usual light.
        """
        found = None
        if self._flat is not None and self._strange > STRANGE and not self.is_dim:
            brightness, was = self.exposure.brightness, self._is_passed
            found = passing(look, self._flat, shade, brightness, goes_on=was)
        self._is_passed = found is not None
        return found

    def clear(self, pixels: Pixels, look: Look, before: Floats | None) -> tuple[Pixels, Look]:
        """Return a frame and a look with the face as it usually is where something is before it."""
        if before is None or self._flat is None:
            return pixels, look
        usual = sample(self._flat, look.uv)
        grid, height, width = look.grid, *pixels.shape[:2]
        over = grid.over(np.dstack([usual, before]), 0, 0, width, height)
        share = over[..., 3:]
        clear = np.round(pixels + share * (over[..., :3] - pixels)).astype(np.uint8)
        own = grid.pixels + before[..., None] * (usual - grid.pixels)
        return clear, replace(look, grid=replace(grid, pixels=own))


def _calmed(light: Exposure, before: Exposure) -> Exposure:
    """Return a light without what trembles in it."""
    change = np.log(np.maximum(light.gain, LEAST) / np.maximum(before.gain, LEAST))
    kept = np.float32(KEPT * (1 - soft_threshold(float(np.abs(change).max()), *TREMOR)))
    gain = light.gain + kept * (before.gain - light.gain)
    return Exposure(gain, light.lift + kept * (before.lift - light.lift))


@lru_cache(maxsize=1)
def _inner_skin() -> Mask:
    """Return the skin that is not at the face's rim, (32, 32)."""
    return np.asarray(plain_skin(SIDE) & (grown(~face_zone(SIDE), RIM) == 0))


def _level(flat: Floats) -> float:
    return float((flat[plain_skin(SIDE)] @ LUMA).mean())
