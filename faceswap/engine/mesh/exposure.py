"""How the light of a frame as a whole differs from the light that a face is known in.

Lamps go on and off, films fade in and out: all of the face becomes brighter, darker or another
colour at once, and its features stay. What passes before a face changes a part of it, and hides
the features there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels, largest_of, soft_threshold
from faceswap.engine.mesh.light import LUMA

# Skin is as it was if it differs by less: a part of its brightness, and some levels of noise.
SAME_PART, SAME_LEVELS = 0.14, 5.0
# If this much of the skin is as it was, so is the light: the rest is covered.
AS_IT_WAS = 0.3
# Rounds in which the light is found that most of the skin agrees on.
ROUNDS = 3
# How alike, as a correlation, a face in another light is to itself at least, even while it turns.
# One that is covered for the most part is 0.6 alike and less.
ALIKE = 0.7
# Haze and fades to white take contrast: of what lies between a face's dark and its bright texels,
# less than the first share is noise, more than the second is haze. Where a face is less alike than
# the first of these correlations it may be covered, from the second on it is not.
HAZE, HAZE_ALIKE = (0.1, 0.2), (0.7, 0.8)
# Nor is it covered where this much of the skin agrees on its light.
UNCOVERED = 0.85
DARK_AND_BRIGHT = (0.05, 0.95)
# Faces darker than so many levels show no features that a camera's noise does not hide.
DIM = 12.0
# What divides must not vanish in a black frame.
LEAST = 1e-3
# Texels a side of a face whose light is looked at.
SIDE = 32


@dataclass(frozen=True, slots=True)
class Exposure:
    """Light beside another: colours are multiplied by `gain`, (3,), and `lift`, (3,), is added."""

    gain: Floats
    lift: Floats

    @property
    def brightness(self) -> float:
        """Return how many times as bright skin is."""
        return float(self.gain @ LUMA)

    def shown(self, colours: Floats) -> Floats:
        """Return colours (..., 3) of the usual light as they are in this one."""
        return np.asarray(colours * self.gain + self.lift, np.float32)

    def undone(self, pixels: Pixels) -> Pixels:
        """Return pixels, (height, width, 3) uint8, as they would be in the usual light."""
        levels = np.arange(256, dtype=np.float32)[:, None]
        table = (levels - self.lift) / np.maximum(self.gain, LEAST)
        whole = np.round(np.clip(table, 0, 255)).astype(np.uint8)
        return np.asarray(cv2.LUT(pixels, whole[:, None]), np.uint8)


USUAL = Exposure(np.ones(3, np.float32), np.zeros(3, np.float32))
"""Light that is as it was."""


def exposure_of(flat: Floats, usual: Floats, before: Exposure) -> Exposure:
    """Return the light of a frame.

    Args:
        flat: (32, 32, 3) RGB, the target's face in it, laid out.
        usual: The same as it is in the usual light.
        before: The light of the frame before.
    """
    firm, skin = _firm()
    whole = flat[firm], usual[firm]
    luma = whole[0] @ LUMA, whole[1] @ LUMA
    alike = _likeness(*luma)
    is_dim = min(float(each.mean()) for each in luma) < DIM
    now, then = (each[skin] for each in whole)
    held, share = _agreed(now, then, before)
    if share < AS_IT_WAS:
        guess = Exposure(_ratio(np.median(now, axis=0), np.median(then, axis=0)), USUAL.lift)
        other, more = _agreed(now, then, guess)
        if more <= share or not (is_dim or alike > ALIKE):
            return before
        held = other
    if is_dim:
        return held
    lost = 1 - float(_contrast(*luma)) / held.brightness
    haze = soft_threshold(alike, *HAZE_ALIKE) * soft_threshold(lost, *HAZE)
    if haze == 0 or share < UNCOVERED:
        return held
    gain = held.gain + np.float32(haze) * (_contrast(*whole) - held.gain)
    return Exposure(gain, np.maximum(now.mean(axis=0) - then.mean(axis=0) * gain, 0))


def _unchanged(now: Floats, then: Floats) -> Mask:
    """Return which skin, (..., 3) RGB, is as it was."""
    bound = np.float32(SAME_PART) * largest_of(then) + np.float32(SAME_LEVELS)
    return np.asarray(largest_of(np.abs(now - then)) < bound)


def _agreed(now: Floats, then: Floats, start: Exposure) -> tuple[Exposure, float]:
    """Return the light near a first guess that most of the skin agrees on, and how much does."""
    found, share = start, 0.0
    for _ in range(ROUNDS):
        same = _unchanged(now, found.shown(then)).astype(np.float32)
        share = float(same.mean())
        if share == 0:
            break
        found = Exposure(_ratio(same @ now, same @ then), USUAL.lift)
        if share > 1 - AS_IT_WAS:
            break
    return found, share


def _ratio(now: Floats, then: Floats) -> Floats:
    return np.asarray(now / np.maximum(then, LEAST), np.float32)


def _likeness(now: Floats, then: Floats) -> float:
    """Return how alike the brightness of two faces, (n,), is, whatever the light: -1 to 1."""
    here, there = now - now.mean(), then - then.mean()
    return float(here @ there) / (float(np.sqrt((here @ here) * (there @ there))) + LEAST)


def _contrast(now: Floats, then: Floats) -> Floats:
    """Return how many times as much contrast one face, (n, ...), has as another.

    That of texel by texel would shrink where a mesh lies a little beside where it lay.
    """
    ranks = [int(share * (len(now) - 1)) for share in DARK_AND_BRIGHT]
    here, there = (np.partition(each, ranks, axis=0)[ranks] for each in (now, then))
    return _ratio(here[1] - here[0], there[1] - there[0])


@lru_cache(maxsize=1)
def _firm() -> tuple[Mask, Mask]:
    """Return the texels that neither blink nor talk, (32, 32), and which of them are skin."""
    moving = zones.zone(zones.EYES, 0.02, SIDE) | zones.zone(zones.LIPS, 0.04, SIDE)
    firm = zones.face_zone(SIDE) & ~moving
    return firm, zones.plain_skin(SIDE)[firm]
