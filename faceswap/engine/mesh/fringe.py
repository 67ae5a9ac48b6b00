"""Finds the hair that hangs before the skin of a face that is learnt, on its texture."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import light, zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Mask,
    blur,
    depth_of,
    grown,
    parts_of,
    parts_with,
    resized,
)

SIDE = 128
NOT_SKIN = 2.6
# Hair on the cheeks stands out more than what the light leaves there.
SURELY_NOT_SKIN = 5.0
# Beside a nose there are shadows; what is odder than they are is something else.
NO_SHADOW = 8.0
# Hair may have the colour of skin, but it has strands: so much contrast, in logarithms of the
# brightness, and so many times that of nose and cheeks; and so odd at least, which pores are not.
STRANDS, BUSIER, FAINTLY_ODD = 0.05, 2.5, 1.0
# What counts as strands and over what they are averaged, in texels of `FINE_SIDE`.
FINE_SIDE, FINE, AROUND = 256, 2.5, 4.0
# No skin is smoother than this: in a blurred photo, all would be busier.
SMOOTHEST = 0.012
# Hair hangs in from the edge of what is seen: a part must come this near to it, in texels.
EDGE = 7
# How wide, in texels, strands are that hang over the middle of a face.
STRAND = 5
# How far from the middle, in parts of the side, the sides of a face begin; hair that hangs down
# beside the eyes may reach as far in as the second, and then does so further down too.
ASIDE, INMOST = 0.3, 0.16
# How many texels make such hair, and how many of them its inner edge.
LEAST_HAIR, LEAST_INMOST = 12, 4
# How far, in texels, a fringe is followed over the brows.
REACH_OVER_BROWS = 5


def hair(texture: Floats, odd: Floats, seen: Floats, rims: Floats) -> Floats:
    """Return where hair hangs before the skin, (128, 128), 0 to 1.

    It comes in from above or from the sides; a beard is part of the face. A fringe down to the
    brows hides them too.

    Args:
        texture: (side, side, 3) float32 RGB, the face laid out flat.
        odd: (128, 128) how far each texel is from lit skin, see `light.oddness`.
        seen: (128, 128) how well each texel is seen, 0 to 1.
        rims: (128, 128) where frames of glasses are, 0 to 1.
    """
    rows, columns = zones.rows_and_columns(SIDE)
    aside = np.abs(columns - 0.5)
    visible = (seen > 0.3) & zones.plain_skin(SIDE)
    edge = depth_of(seen > 0.3)
    free = grown(rims, 3) < 0.3
    has_strands = _strands(texture, seen) & (odd > FAINTLY_ODD) & free
    sure = ((odd > SURELY_NOT_SKIN) & free) | has_strands
    reachable = (rows < zones.BROW_LINE) | (aside > ASIDE)
    for half in (columns < 0.5, columns >= 0.5):
        inmost = _inmost(sure & visible & half, edge)
        reachable |= sure & half & (aside > inmost)
        # Hair that comes in so far may hang over the middle, too.
        reachable |= (odd > NO_SHADOW) & half & (inmost <= INMOST)
    strange = ((odd > NOT_SKIN) | has_strands) & visible
    hanging = _hanging(strange & reachable, edge)
    # Beside what is hidden, inside the face, there is more of what hides it.
    edge = depth_of((seen > 0.3) & ~hanging)
    beside = (edge <= STRAND) & inner() & (odd > NO_SHADOW)
    hanging |= _hanging(strange & (reachable | beside), edge)
    cover = grown(hanging, 2) * ~zones.zone(zones.LIPS, 0.03, SIDE)
    # What hangs lower, over the brows, hangs together with it.
    brows = zones.zone(zones.BROWS, 0.03, SIDE) & (odd > NOT_SKIN + 0.6)
    for _ in range(REACH_OVER_BROWS):
        cover = np.maximum(cover, grown(cover, 1) * brows)
    return np.clip(blur(cover.astype(np.float32), 1.5) * 1.2, 0, 1)


def inner() -> Mask:
    """Return the face without its rim, (128, 128)."""
    return depth_of(zones.face_zone(SIDE)) > 2 * STRAND


def _hanging(strange: Mask, edge: Floats) -> Mask:
    """Return the parts that come near to the edge of what is seen, without specks."""
    specks = np.ones((2, 2), np.uint8)
    strange = cv2.morphologyEx(strange.astype(np.uint8), cv2.MORPH_OPEN, specks) > 0
    return parts_with(parts_of(strange), strange & (edge <= EDGE))


def _strands(texture: Floats, seen: Floats) -> Mask:
    """Return where there is more fine contrast than on the same face's nose and cheeks."""
    luma = np.log(np.maximum(resized(texture, FINE_SIDE) @ light.LUMA, 0) + 8)
    fine = luma - blur(luma, FINE)
    busy = resized(np.sqrt(blur(fine * fine, AROUND)), SIDE)
    plain = _middle() & (seen > 0.5)
    if plain.sum() < 50:
        return np.zeros(busy.shape, np.bool_)
    usual = max(float(np.median(busy[plain])), SMOOTHEST)
    return (busy > STRANDS) & (busy > BUSIER * usual) & ~_near_features()


def _inmost(sure: Mask, edge: Floats) -> float:
    """Return how near to the middle the hair of one half reaches, in parts of the side."""
    rows, columns = zones.rows_and_columns(SIDE)
    aside = np.abs(columns - 0.5)
    at_eyes = (rows >= zones.BROW_LINE) & (rows < zones.MOUTH_LINE - 0.06) & (aside > INMOST)
    candidates = sure & (at_eyes | (aside > ASIDE))
    found = parts_with(parts_of(candidates), candidates & (edge <= EDGE)) & at_eyes
    places = np.sort(aside[found])
    if len(places) < LEAST_HAIR:
        return ASIDE
    return min(ASIDE, max(INMOST, float(places[LEAST_INMOST - 1]) - 0.02))


@lru_cache(maxsize=1)
def _middle() -> Mask:
    return resized(light.middle().astype(np.float32), SIDE) > 0.5


@lru_cache(maxsize=1)
def _near_features() -> Mask:
    return zones.zone((*zones.EYES, *zones.BROWS, *zones.LIPS), 0.05, SIDE)
