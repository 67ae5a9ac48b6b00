"""Finds what stands before a target's face: hair, hats, hands, microphones, dark glasses."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Ints,
    Mask,
    blur,
    depth_of,
    grown,
    parts_of,
    parts_with,
    sample,
    smoothstep,
)
from faceswap.engine.mesh.glasses import frames, texture_places
from faceswap.engine.mesh.light import LUMA, Light, oddness

# Cells further than this from lit skin, in deviations of the skin itself, are not skin.
ODD = 3.2
# Colours are counted in bins of so many levels of CIE Lab.
LEVELS = 14
BINS = 19
ZONE_SIDE = 128
# A cover reaches the face from outside: within so many cells of the mesh's rim.
RIM = 4
SMALLEST = 12
# Where the blurred mask of a frame begins to cover, and where it covers fully: all of the frame
# does, and little of what is beside it.
RIM_EDGE = (0.06, 0.35)
# How bright dark lenses are beside skin, over the eye and around it; in a frame less will do.
DARK, TINTED = (0.5, 0.6), (0.75, 0.8)
# What lies on both cheeks or all round the mouth is a beard: so much of it on both sides, and no
# more on one alone, in texels, than a beard in the light from one side has. Microphones have 180.
EVEN, MOST_UNEVEN = 0.5, 150


def covered(pixels: Floats, inside: Mask, uv: Floats, lit: Light) -> Floats:
    """Return how surely each cell of a grid shows something before the face, 0 to 1.

    What is no skin and no feature of a face, has a colour that is found around the face rather than
    on it, and comes in from the rim stands before it; so do glasses.

    Args:
        pixels: (side, side, 3) float32 RGB of the grid.
        inside: Where the target's mesh lies on it.
        uv: (side, side, 2) the cells' places in the texture.
        lit: The target's light.
    """
    shade, trust = sample(lit.shade, uv), sample(lit.trust, uv) * inside
    odd = oddness(pixels, shade, trust) * inside
    likely = 1 / (1 + np.exp((ODD - odd) * 1.6)) * inside
    own = sample(own_features(), uv)
    places = texture_places().over(uv)
    loose = likely * (0.25 + 0.75 * _foreign(pixels, inside, trust)) * (1 - own)
    loose *= 1 - _beard(loose, inside, uv)
    loose *= _from_outside(
        (loose > 0.35) & ~(places.around & (uv[..., 1] > zones.BROW_LINE)), inside
    )
    rims = smoothstep(blur(frames(odd, places, uv), 0.8), *RIM_EDGE)
    tinted = TINTED if rims.any() else DARK
    worn = np.maximum(rims, _lenses(pixels, shade, likely, uv, tinted))
    return np.maximum(blur(loose, 0.7), worn)


@lru_cache(maxsize=1)
def own_features() -> Floats:
    """Return where a face has brows, eyes, lips and nostrils, softly: (128, 128) float32."""
    own = (
        zones.zone(zones.EYES, 0.04, ZONE_SIDE)
        | zones.zone(zones.BROWS, 0.03, ZONE_SIDE)
        | zones.zone(zones.LIPS, 0.03, ZONE_SIDE)
        | zones.zone(zones.NOSTRILS, 0.02, ZONE_SIDE)
    )
    return blur(own.astype(np.float32), 1.0)


def _foreign(pixels: Floats, inside: Mask, trust: Floats) -> Floats:
    """Return how much more often each cell's colour is seen around the face than on its skin."""
    lab = cv2.cvtColor(np.clip(pixels, 0, 255).astype(np.uint8), cv2.COLOR_RGB2LAB).astype(np.int32)
    bins = ((lab[..., 0] // LEVELS) * BINS + lab[..., 1] // LEVELS) * BINS + lab[..., 2] // LEVELS
    around = grown(inside, 4) == 0
    outer, inner = _histogram(bins, around), _histogram(bins, inside & (trust > 0.2))
    ratio = (outer[bins] + 1e-5) / (inner[bins] + 1e-5)
    return (ratio / (ratio + 1)).astype(np.float32)


def _histogram(bins: Ints, where: Mask) -> Floats:
    """Return how often each bin is seen, smoothed over its neighbours; the sum is 1."""
    counts = np.bincount(bins[where], minlength=BINS**3).astype(np.float32)
    cube = counts.reshape(BINS, BINS, BINS)
    for axis in range(3):
        cube = (np.roll(cube, 1, axis) + 2 * cube + np.roll(cube, -1, axis)) / 4
    return (cube / max(float(cube.sum()), 1.0)).ravel()


def _lenses(
    pixels: Floats, shade: Floats, likely: Floats, uv: Floats, limits: tuple[float, float]
) -> Floats:
    """Return dark lenses: around an eye all is as dark as the eye, and the eye has no white.

    They come in pairs, though the sun may shine on one. `limits` are how bright at most, beside
    skin, the eye and its surroundings are.
    """
    dark = (pixels @ LUMA + 2) / (shade @ LUMA + 2)
    sure = [_is_lens(dark, likely, uv, eye, limits) for eye in zones.EYES]
    if not any(sure):
        return np.zeros_like(likely)
    reach = np.maximum(*(sample(_lens_reach(eye), uv) for eye in zones.EYES))
    return blur(np.where(likely > 0.5, reach, 0), 0.8)


@lru_cache(maxsize=2)
def _lens_reach(eye: tuple[int, ...]) -> Floats:
    return zones.zone((eye,), 0.15, ZONE_SIDE).astype(np.float32)


def _is_lens(
    dark: Floats,
    likely: Floats,
    uv: Floats,
    eye: tuple[int, ...],
    limits: tuple[float, float],
) -> bool:
    ball = sample(zones.zone((eye,), 0.005, ZONE_SIDE).astype(np.float32), uv) > 0.5
    ring = sample(zones.zone((eye,), 0.045, ZONE_SIDE).astype(np.float32), uv) > 0.5
    ring &= ~ball
    if min(ball.sum(), ring.sum()) < 8 or likely[ring].mean() < 0.6:
        return False
    eyeball, socket = np.percentile(dark[ball], 95), np.percentile(dark[ring], 85)
    return bool(eyeball < limits[0] and socket < limits[1])


def _beard(likely: Floats, inside: Mask, uv: Floats) -> Floats:
    """Return where what looks odd is a beard, which belongs to the face: 0 or 1 a cell.

    A beard grows on both sides; where only one is seen it is taken for one.
    """
    low = (uv[..., 1] > zones.MOUTH_LINE - 0.1) & inside
    side = ZONE_SIDE // 2
    cells = np.clip((uv[low] * side).astype(np.int32), 0, side - 1)
    odd, seen = np.zeros((side, side), np.float32), np.zeros((side, side), np.uint8)
    np.maximum.at(odd, (cells[:, 1], cells[:, 0]), likely[low])
    seen[cells[:, 1], cells[:, 0]] = 1
    seen = grown(seen, 1)
    odd = grown(odd, 1) * np.minimum(seen, seen[:, ::-1])
    total, even = float(odd.sum()), float(np.minimum(odd, odd[:, ::-1]).sum())
    is_even = total < 8 or (even > EVEN * total and total - even < MOST_UNEVEN)
    return (low & is_even).astype(np.float32)


def _from_outside(likely: Mask, inside: Mask) -> Mask:
    """Return the parts that hang together with the rim of the face and are no specks."""
    labels = parts_of(likely)
    sizes = np.bincount(labels.ravel())
    at_rim = likely & (depth_of(inside) <= RIM) & (sizes[labels] >= SMALLEST)
    return grown(parts_with(labels, at_rim), 1) > 0
