"""People in the light of another place: how bright, how contrasty, how warm, and from where.

All of it is bounded: a face stays a plausible face, in the dark and in the sun.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, blur
from faceswap.engine.scenes.colour import rgb
from faceswap.engine.scenes.scene import Light

# How much of each difference between people and place is made up for, and by how much at most:
# brightness as a factor of light, contrast as one, hue in steps of LAB, black in its lightness.
BRIGHTNESS, GAINS = 0.4, (0.52, 1.3)
CONTRAST, CONTRASTS = 0.3, (0.85, 1.12)
HUE, MOST_HUE = 0.4, 9.0
BLACK, MOST_BLACK = 0.3, 5.0
# How much brighter people are at most on the side of the lamp, and as much darker on the other:
# by a light that is known, and by what the place looks like.
TURN, SEEN_TURN = 0.2, 0.12
# The middle of LAB's lightness, around which contrast is changed.
MIDDLE = 50.0
GAMMA = 2.2
# The lightness from which more light adds less and less.
KNEE = 88.0
LEAST_ALPHA = 0.5


@dataclass(frozen=True, slots=True)
class Tone:
    """What is done to people's colours.

    `gain` multiplies light; `contrast` spreads lightness around the middle; `hue` is added to LAB's
    a and b; `black` is the lightness that the darkest have at least; `turn` is how much more light
    there is at the right and at the bottom than in the middle, as parts of it.
    """

    gain: float
    contrast: float
    hue: tuple[float, float]
    black: float
    turn: tuple[float, float]


def tone_between(people: Floats, alpha: Floats, place: Floats, light: Light | None) -> Tone:
    """Return what makes people look as if they were at a place.

    Args:
        people: Their colours, (height, width, 3) float32 RGB from 0 to 1.
        alpha: (height, width), how much of them is there.
        place: The place's colours, (height, width, 3).
        light: The place's light, where it is known.
    """
    theirs = lab_of(people)[alpha > LEAST_ALPHA]
    there = lab_of(place).reshape(-1, 3)
    if not len(theirs):
        return Tone(1.0, 1.0, (0.0, 0.0), 0.0, (0.0, 0.0))
    bright = [float(np.mean((part[:, 0] / 100) ** GAMMA)) + 0.01 for part in (there, theirs)]
    spread = [float(part[:, 0].std()) + 3 for part in (there, theirs)]
    gain = float(np.clip((bright[0] / bright[1]) ** BRIGHTNESS, *GAINS))
    contrast = float(np.clip((spread[0] / spread[1]) ** CONTRAST, *CONTRASTS))
    hue = HUE * _hue_of(there, light)
    length = float(np.hypot(*hue))
    hue *= min(1.0, MOST_HUE / max(length, 1e-6))
    black = min(MOST_BLACK, BLACK * float(np.percentile(there[:, 0], 2)))
    return Tone(gain, contrast, (float(hue[0]), float(hue[1])), black, _turn_of(place, light))


def _hue_of(there: Floats, light: Light | None) -> Floats:
    """Return the hue of all the light there, in LAB's a and b."""
    # What is dark has hardly any light to give away.
    hue = np.average(there[:, 1:], axis=0, weights=there[:, 0] + 1)
    if light is None:
        return np.asarray(hue)
    lamp, around = (
        lab_of(np.array([[rgb(each)]], np.float32) / 255)[0, 0, 1:]
        for each in (light.colour, light.ambient)
    )
    known = light.strength * lamp + (1 - light.strength) * around
    return np.asarray((hue + known) / 2)


def _turn_of(place: Floats, light: Light | None) -> tuple[float, float]:
    """Return how much more light there is to the right, and to the bottom."""
    if light is not None:
        size = max(math.hypot(light.x, light.y, light.z), 1e-6)
        return TURN * light.strength * light.x / size, TURN * light.strength * light.y / size
    shade = np.asarray(cv2.resize(place.mean(axis=2), (16, 16), interpolation=cv2.INTER_AREA))
    at = np.linspace(-1, 1, 16)
    slopes = [(shade.mean(axis=axis) * at).mean() / (at * at).mean() for axis in (0, 1)]
    across, down = (float(slope) / (float(shade.mean()) + 0.05) * 0.5 for slope in slopes)
    # Light falls from above: a bright floor is no lamp.
    return (
        float(np.clip(across, -SEEN_TURN, SEEN_TURN)),
        float(np.clip(down, -SEEN_TURN, 0.0)),
    )


def lab_of(colours: Floats) -> Floats:
    """Return LAB, lightness from 0 to 100, of (height, width, 3) float32 RGB from 0 to 1."""
    return np.asarray(cv2.cvtColor(np.asarray(colours, np.float32), cv2.COLOR_RGB2LAB), np.float32)


def lit(colours: Floats, tone: Tone, field: Floats) -> Floats:
    """Return people's colours in a tone, (height, width, 3) float32 from 0 to 1.

    Args:
        colours: What they look like, the same.
        tone: What is done to them.
        field: (height, width), by what their lightness is multiplied.
    """
    lab = lab_of(colours)
    bright = lab[..., 0] * field
    # What grows too bright is held back, so that no skin burns out.
    glaring = bright > KNEE
    room = np.float32(100 - KNEE)
    bright[glaring] = KNEE + room * np.tanh((bright[glaring] - KNEE) / room)
    middle = MIDDLE * min(1.0, tone.gain ** (1 / GAMMA))
    bright = middle + (bright - middle) * np.float32(tone.contrast)
    bright = tone.black + np.clip(bright, 0, 100) * np.float32(1 - tone.black / 100)
    # What is nearly black or white shows no hue.
    share = np.minimum(np.clip(bright / 30, 0, 1), np.clip((108 - bright) / 30, 0, 1))
    lab[..., 0] = bright
    # In less light there is less colour.
    lab[..., 1:] *= np.float32(min(1.0, tone.gain**0.35))
    for at, hue in enumerate(tone.hue, 1):
        lab[..., at] += np.float32(hue) * share
    return np.clip(np.asarray(cv2.cvtColor(lab, cv2.COLOR_LAB2RGB), np.float32), 0, 1)


def field_of(tone: Tone, alpha: Floats) -> Floats:
    """Return by what people's lightness is multiplied where, (height, width)."""
    rows, columns = np.nonzero(alpha > LEAST_ALPHA)
    height, width = alpha.shape
    half = max(float(np.ptp(columns)), float(np.ptp(rows)), 2.0) / 2 if len(rows) else 1.0
    middle = (float(columns.mean()), float(rows.mean())) if len(rows) else (0.0, 0.0)
    across = np.tanh((np.arange(width, dtype=np.float32) - middle[0]) / half) * tone.turn[0]
    down = np.tanh((np.arange(height, dtype=np.float32) - middle[1]) / half) * tone.turn[1]
    light = tone.gain * (1 + across[np.newaxis] + down[:, np.newaxis])
    return np.asarray(light ** (1 / GAMMA), np.float32)


def wrap_of(alpha: Floats, reach: float) -> Floats:
    """Return how much of the light behind people comes round their edges, 0 to 1."""
    return np.asarray(blur(1 - alpha, reach) * alpha, np.float32)
