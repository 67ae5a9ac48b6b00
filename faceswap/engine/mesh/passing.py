"""Finds what passes before a face in a clip: bars, cups, phones, letters.

In a still, what stands before a face must be told from it by its colour. In a clip it is known what
the face looked like before: what is no longer that, nor lit skin, hides it.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import unwrap, zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Mask,
    blur,
    grown,
    largest_of,
    parts_of,
    sample,
    smoothstep,
)
from faceswap.engine.mesh.baking import Look
from faceswap.engine.mesh.exposure import LEAST
from faceswap.engine.mesh.light import LUMA

# How many times as bright or dark light makes skin: shadows and gleams that come and go.
LIGHT = (0.5, 1.6)
# The same beside what surely covers a face: a grey bar is as dark and pale as skin in shadow.
EVEN_LIGHT = (0.8, 1.25)
# How much a channel of lit skin differs from what it was, in parts of its brightness, and in levels
# of noise.
HUE_PART, NOISE = 0.06, 5.0
# Skin that differs by so many times of that may be covered, and by so many is, if so large a part
# of what hangs together with it does.
ODD, SURE, SURE_PART = 1.0, 1.4, 0.25
# Fewer cells are a gleam or a mesh that trembles.
SMALLEST = 12
# The share of the skin with which a cover begins, and down to which it goes on. Less may be hair or
# a collar that the mesh reaches as a head turns. With one share for both that would come and go.
BEGINS, GOES_ON = 0.04, 0.02
# How squarely skin must face the camera, and how far inside the face it must lie, in parts of its
# size: beyond, the mesh lies over what is behind it.
FACING, DEPTH = 0.35, 0.05
# Eyes, lips and the face's rim change by themselves. They are covered where the skin around is,
# within so many parts of the grid: where they look strange, some of it will do.
AROUND, SOME, MOST = 0.035, (0.1, 0.3), (0.5, 0.8)
# Where there is no skin so near, as in the midst of an eye that is turned away, this far counts.
FAR_AROUND, FAR_WEIGHT = 0.14, 0.02
# An eye of which so much is covered cannot be looked at.
HIDES = 0.15
# In so large a part of a face there are features that can be told, of up to so many parts of the
# grid; in shadow they are at least so alike, as a correlation, to themselves.
FEATURED, FINE, SAME_FEATURES = 0.2, 0.05, 0.35
ZONE_SIDE = 128


def passing(
    look: Look, usual: Floats, shade: Floats, brightness: float, *, goes_on: bool
) -> Floats | None:
    """Return how surely each cell of a grid shows what passes before the face, None for nothing.

    Args:
        look: The target, in the usual light.
        usual: (n, n, 3) RGB, what the face usually looks like, laid out.
        shade: (m, m, 3) RGB, what lit skin would look like.
        brightness: How many times as bright the frame was: noise was raised as much.
        goes_on: Whether there was something in the frame before.
    """
    firm = _firm(look)
    here = look.grid.pixels
    own, lit = sample(usual, look.uv), sample(shade, look.uv)
    strange = np.minimum(*(strangeness(here, known, brightness) for known in (own, lit)))
    odd = firm & (strange > ODD)
    if odd.sum() < (GOES_ON if goes_on else BEGINS) * firm.sum():
        return None
    sure = strange > SURE
    # What has something of skin in another light, but hangs together with what has not, is no skin.
    dimmed = firm & (strangeness(here, own, brightness, EVEN_LIGHT) > ODD)
    seen = _parts(odd, sure) | _parts(dimmed, sure)
    if not seen.any():
        return None
    seen = grown(seen, 1)
    beside = _beside(seen, firm)
    guess = np.where(strange > ODD, smoothstep(beside, *SOME), smoothstep(beside, *MOST))
    found = blur(np.where(firm, seen, guess), 0.7)
    return None if _shows_face(look, own, grown(found < 0.9, 1) == 0) else found


def _parts(where: Mask, sure: Mask) -> Mask:
    """Return the parts of a mask that are large enough, and of which enough is sure."""
    labels = parts_of(where)
    sizes = np.bincount(labels.ravel())
    found = np.bincount(labels.ravel(), sure.ravel())
    chosen = (sizes >= SMALLEST) & (found >= SURE_PART * sizes)
    chosen[0] = False
    return np.asarray(chosen[labels])


def _beside(seen: Floats, firm: Mask) -> Floats:
    """Return how much of the skin around each cell is covered, 0 to 1."""
    skin = firm.astype(np.float32)
    both = np.dstack([seen * skin, skin])
    near, far = (blur(both, reach * len(firm)) for reach in (AROUND, FAR_AROUND))
    covered, all_skin = cv2.split(near + np.float32(FAR_WEIGHT) * far)
    return np.asarray(covered / (all_skin + 1e-6), np.float32)


def _shows_face(look: Look, usual: Floats, where: Mask) -> bool:
    """Tell whether the face's own features are seen where it looks strange: it is lit otherwise."""
    where = where & look.inside
    if where.sum() < FEATURED * look.inside.sum():
        return False
    here, there = (
        (luma - blur(luma, FINE * len(luma)))[where]
        for luma in (look.grid.pixels @ LUMA, usual @ LUMA)
    )
    return float(np.corrcoef(here, there)[0, 1]) > SAME_FEATURES


def hides_an_eye(look: Look, before: Floats) -> bool:
    """Tell whether what passes before a face, (side, side), hides one of its eyes."""
    eyes = (look.grid.patch(look.points, loop, 0.0, 0.7) for loop in zones.EYES)
    return any(float((before * eye).sum()) > HIDES * float(eye.sum()) for eye in eyes)


def strangeness(
    pixels: Floats, known: Floats, brightness: float, lights: tuple[float, float] = LIGHT
) -> Floats:
    """Return how far pixels, (..., 3) RGB, are from known ones in some light; below 1 is usual.

    `brightness` is by what both were divided: so was their noise. `lights` is how many times as
    dark and as bright the light may make them.
    """
    light = np.clip((pixels @ LUMA + 1) / (known @ LUMA + 1), *lights)
    lit = np.minimum(known * light[..., None], 255)
    noise = np.float32(NOISE / min(1.0, max(brightness, LEAST)))
    return largest_of(np.abs(pixels - lit)) / (np.float32(HUE_PART) * largest_of(lit) + noise)


def _firm(look: Look) -> Mask:
    """Return the cells of a grid that are skin of the face, if nothing is before it."""
    facing = sample(unwrap.facing(look.pose, 32), look.uv)
    return (look.depth > DEPTH) & (sample(_skin(), look.uv) > 0.9) & (facing > FACING)


@lru_cache(maxsize=1)
def _skin() -> Floats:
    return zones.plain_skin(ZONE_SIDE).astype(np.float32)
