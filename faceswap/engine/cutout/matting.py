"""Alpha where it is unknown: the solution that follows the lines of colour between what is known.

It is solved from coarse to fine, each size beginning with the result of the one before, so that a
few steps of conjugate gradients do at each.
"""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.cutout.bands import Bands
from faceswap.engine.cutout.lines import ColourLines
from faceswap.engine.mesh.arrays import Floats, Mask, blur, depth_of, smoothstep, squared

# How firmly alpha is held to what is known, to what is guessed, and to the rough mask.
KNOWN, GUESSED, ROUGH = 20.0, 0.1, 0.06
# How much less the rough mask counts where colours tell it.
SEEN = 0.9
# The variance of colours that is no edge.
SMOOTH = 1e-4
# How far the rough mask follows the picture's own edges, in pixels, before it counts.
FOLLOWED = 6
# What is fainter is not there, near people and so far from them, in parts of the longer side; and
# what is nearly whole is whole.
FAINT, FAR_FAINT, FAR = 0.03, 0.18, 0.06
# Sides as parts of the whole, the reach of windows in pixels of each, and steps.
LEVELS = ((0.25, 3, 20), (0.5, 2, 10), (1.0, 2, 6))
# How far colours are carried into the band, people's and the place's, in parts of the longer side,
# and at what part of the size; and what is thinner than a strand, which is not the place's.
NEAR, CARRIED_AT = ((0.015, 0.004), (0.04, 0.01)), 0.25
STRAND = 0.006
# Squared distances of colours: that at which two sides can half be told apart, and that by which a
# pixel may miss the line between them.
APART, MISS = 0.02, 0.003


def matte(colours: Floats, rough: Floats, bands: Bands) -> Floats:
    """Return alpha, (height, width) float32 from 0 to 1.

    Args:
        colours: (height, width, 3) float32 from 0 to 1.
        rough: (height, width), what is thought of it.
        bands: What is certain.
    """
    hint, hold = guessed(colours, rough, bands)
    decided = smoothstep(ColourLines.of(colours, FOLLOWED, SMOOTH).filtered(rough), 0, 1)
    trust = ROUGH * (0.1 + np.abs(2 * decided - 1)) * (1 - SEEN * hold)
    hint = (hint * hold * GUESSED + decided * trust) / (hold * GUESSED + trust)
    hold = hold * GUESSED + trust
    known = bands.inside | bands.outside
    hint[known], hold[known] = bands.inside[known], KNOWN
    alpha = hint
    height, width = rough.shape
    for scale, reach, steps in LEVELS:
        size = max(8, round(width * scale)), max(8, round(height * scale))
        wanted, held, small = (_sized(each, size) for each in (hint * hold, hold, colours))
        lines = ColourLines.of(small, reach, SMOOTH)
        alpha = _solved(lines, held, wanted / held, _sized(alpha, size), steps)
        alpha = np.clip(alpha, 0, 1)
    away = np.clip(depth_of(rough < 0.5) / (FAR * max(height, width)), 0, 1)
    faint = FAINT + (FAR_FAINT - FAINT) * away
    return np.clip((alpha - faint) / (1 - faint - FAINT), 0, 1)


def _sized(values: Floats, size: tuple[int, int]) -> Floats:
    how = cv2.INTER_AREA if size[0] < values.shape[1] else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(values, size, interpolation=how), np.float32)


def guessed(colours: Floats, rough: Floats, bands: Bands) -> tuple[Floats, Floats]:
    """Return alpha by the colours of both sides nearby, and how far it can be told, 0 to 1.

    Both are nought where nothing is unknown.
    """
    unknown = bands.unknown
    here = colours[unknown]
    smooth = _without_strands(colours)
    behind = np.where(bands.outside, 1, np.clip(1 - rough * 2, 0, 1) ** 2) * (~bands.inside)
    total, weight = np.zeros(len(here), np.float32), np.full(len(here), 1e-4, np.float32)
    for near_front, near_back in NEAR:
        front, front_share = _carried(colours, bands.inside, near_front, unknown)
        back, back_share = _carried(smooth, behind, near_back, unknown)
        apart, off = front - back, here - back
        length = squared(apart)
        at = np.einsum("...k,...k->...", off, apart) / (length + np.float32(1e-4))
        at = np.clip(at, 0, 1)
        off -= at[:, np.newaxis] * apart
        tells = length / (length + np.float32(APART)) * np.exp(squared(off) / np.float32(-MISS))
        tells *= np.minimum(1, 20 * np.minimum(front_share, back_share))
        total += at * tells
        weight += tells
    guess, hold = np.zeros_like(rough), np.zeros_like(rough)
    guess[unknown], hold[unknown] = total / weight, np.minimum(weight, 1)
    return guess, hold


def _without_strands(colours: Floats) -> Floats:
    """Return colours without what is thinner than a few pixels."""
    side = max(colours.shape[:2])
    levels = (colours * 255 + np.float32(0.5)).astype(np.uint8)
    median = cv2.medianBlur(levels, 2 * max(1, round(STRAND * side)) + 1)
    return np.asarray(median, np.float32) * np.float32(1 / 255)


def _carried(
    colours: Floats, where: Floats | Mask, near: float, unknown: Mask
) -> tuple[Floats, Floats]:
    """Return colours carried to what is unknown, (n, 3), and how much of them is near, (n,)."""
    height, width = where.shape
    size = max(1, round(width * CARRIED_AT)), max(1, round(height * CARRIED_AT))
    share = where.astype(np.float32)
    packed = np.dstack([colours * share[..., np.newaxis], share])
    packed = blur(_sized(packed, size), max(0.5, near * max(size)))
    packed[..., :3] /= packed[..., 3:] + np.float32(1e-5)
    found = _sized(packed, (width, height))[unknown]
    return found[:, :3], found[:, 3]


def _solved(lines: ColourLines, held: Floats, wanted: Floats, start: Floats, steps: int) -> Floats:
    """Return some steps of conjugate gradients towards what is held and follows the lines."""
    scale = 1 / (held + 1)
    alpha = start.copy()

    def applied(values: Floats) -> Floats:
        return values - lines.filtered(values) + held * values

    rest = held * wanted - applied(alpha)
    way = rest * scale
    power = float(np.vdot(rest, way))
    for _ in range(steps):
        if power < 1e-6:
            break
        moved = applied(way)
        step = np.float32(power / max(float(np.vdot(way, moved)), 1e-12))
        alpha += step * way
        rest -= step * moved
        turned = rest * scale
        before, power = power, float(np.vdot(rest, turned))
        way = turned + np.float32(power / before) * way
    return alpha
