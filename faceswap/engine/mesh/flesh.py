"""What is skin of a bust beside the face: skull, ears and neck, and the form it is lit by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faceswap.engine.mesh.arrays import Floats, blur, smoothstep
from faceswap.engine.mesh.bust import Bust, rolled
from faceswap.engine.mesh.easel import CELL, Easel, rounded
from faceswap.engine.mesh.raster import Raster

# The ear at the picture's right, of a head seen from the front: its outline, the bowl within, and
# how far behind the face it is.
EAR = np.array(
    (
        *((120, 20), (127, 4), (138, -2), (151, 1), (160, 17), (160, 38), (154, 58), (147, 76)),
        *((138, 90), (129, 88), (123, 74), (120, 50)),
    ),
    np.float32,
)
BOWL, BOWL_RADII = (141.0, 40.0), (8.0, 19.0)
EAR_DEPTH = 14.0
# Where an ear grows out of the head its own form begins, in head units.
ROOT = (122.0, 132.0)
# The rim of an ear, and the groove along it: where they are fullest, by the depth inside.
RIM, GROOVE, FOLD = 3.0, 8.5, 3.0
# The neck's and the shoulders' outline at the picture's right, downwards.
NECK = np.array(
    (
        *((92, 60), (91, 150), (88, 205), (91, 250), (104, 285), (140, 316), (196, 344)),
        *((250, 372), (290, 420), (300, 560)),
    ),
    np.float32,
)
# How round things are, by the depth inside their outline at which they face us.
HEAD_ROUND, NECK_ROUND, EAR_ROUND = 26.0, 58.0, 9.0
# The shadow of the head on the neck: how far it falls down and, by the lamp, aside; how soft and
# how dark it is.
SHADOW_DOWN, SHADOW_ASIDE, SHADOW_SOFT, SHADOW = 34.0, 30.0, 11.0, 0.62
# Over how many head units the face's own form goes over into the skull's.
BLEND = (-6.0, 34.0)
# How smooth the mesh's form is, in cells.
SMOOTH = 2.5
# Where blood shows: x, y, radius, how much.
FLUSHES = ((-66, 92, 34, 0.6), (66, 92, 34, 0.6), (0, 66, 18, 0.45), (0, 182, 22, 0.2))


@dataclass(frozen=True, slots=True)
class Flesh:
    """Skin over an easel's grid, (rows, columns, ...), and its outlines in head units.

    `normals` is which way it faces, `open_to` how much light reaches it, `flush` how red it is, 0
    to 1.
    """

    outlines: tuple[Floats, ...]
    normals: Floats
    open_to: Floats
    flush: Floats


def head_flesh(easel: Easel, bust: Bust, raster: Raster, depth: Floats) -> Flesh:
    """Return the skin of a head; `depth` is how deep each cell lies in the face's mesh."""
    x, y = easel.units()
    face = blur(raster.paint(bust.normals), SMOOTH)
    share = smoothstep(depth, *BLEND)[..., None]
    normals = face * share + bust.skull_normals(x, y) * (1 - share)
    inside = easel.inside(bust.outline)
    normals = _unit(normals + _outwards(inside, HEAD_ROUND) * 0.8)
    open_to = np.ones_like(x)
    flush = _flushes(easel, bust)
    outlines = [bust.outline]
    for side in (-1.0, 1.0):
        ear = Ear.of(bust, side)
        outlines.append(ear.outline)
        form, light, within = ear.form(easel)
        # The far ear is behind the head.
        within = within * (1 - smoothstep(inside, -2.0, 4.0)) if ear.is_far else within
        normals = _unit(normals + within[..., None] * (form - normals))
        open_to = open_to + within * (light - open_to)
        flush = flush + within * (0.75 - flush)
    return Flesh(tuple(outlines), normals, open_to, flush)


def neck_flesh(easel: Easel, bust: Bust, roll: float, aside: float) -> Flesh:
    """Return the skin of neck and shoulders, which stay upright under a head that rolls.

    `roll` is the head's, in degrees; `aside` is where the lamp is, -1 left to 1 right.
    """
    outline = neck_outline()
    inside = easel.inside(outline)
    x, y = easel.units()
    facing = np.dstack([np.zeros_like(x), 0.18 * np.ones_like(x), -np.ones_like(x)])
    normals = _unit(facing + _outwards(inside, NECK_ROUND) * 1.6)
    chin = rolled(bust.outline, roll) + np.array([-aside * SHADOW_ASIDE, SHADOW_DOWN], np.float32)
    shade = blur((easel.inside(chin) > 0).astype(np.float32), SHADOW_SOFT / CELL)
    open_to = 1 - SHADOW * shade
    # The hollow between the collar bones, and the muscles that lead to it.
    hollow = np.exp(-((x / 17) ** 2) - ((y - 322) / 16) ** 2)
    cords = np.exp(-(((np.abs(x) - (330 - y) * 0.34 - 8) / 9) ** 2)) * smoothstep(y, 225, 300)
    open_to = open_to * (1 - 0.2 * hollow) * (1 + 0.06 * cords * (y < 335))
    return Flesh((outline,), normals, open_to.astype(np.float32), 0.12 * np.ones_like(x))


@lru_cache(maxsize=1)
def neck_outline() -> Floats:
    """Return the outline of neck and shoulders, (n, 2)."""
    left = NECK[::-1] * np.array([-1, 1], np.float32)
    return rounded(np.concatenate([NECK, left]))


@dataclass(frozen=True, slots=True)
class Ear:
    """An ear where the head's turn has it: `outline` (n, 2); `side` is -1 at the picture's left."""

    outline: Floats
    side: float
    bust: Bust

    @staticmethod
    def of(bust: Bust, side: float) -> Ear:
        """Return an ear of a head."""
        return Ear(rounded(_placed(bust, EAR, side)), side, bust)

    @property
    def is_far(self) -> bool:
        """Tell whether the head hides a part of it."""
        return bool(self.side * self.bust.turn[0, 2] < -0.05)

    def form(self, easel: Easel) -> tuple[Floats, Floats, Floats]:
        """Return over the grid which way it faces, how much light it gets, and where it is."""
        x, y = easel.units()
        inside = easel.inside(self.outline)
        facing = np.array([self.side * 0.4, 0.0, -0.9], np.float32)
        normals = _unit(facing + _outwards(inside, EAR_ROUND) * 1.1)
        lobe = smoothstep(y, 58, 78)
        rim = np.exp(-(((inside - RIM) / FOLD) ** 2)) * (1 - lobe)
        groove = np.exp(-(((inside - GROOVE) / FOLD) ** 2)) * (1 - lobe)
        (middle,) = _placed(self.bust, np.array([BOWL], np.float32), self.side)
        bowl = ((x - middle[0]) / BOWL_RADII[0]) ** 2 + ((y - middle[1]) / BOWL_RADII[1]) ** 2
        light = 0.9 + 0.14 * rim - 0.36 * groove - 0.5 * np.exp(-bowl)
        root = _placed(self.bust, np.array([[at, 45.0] for at in ROOT], np.float32), self.side)
        away = smoothstep(self.side * x, *sorted((self.side * root[:, 0]).tolist()))
        return normals, light.astype(np.float32), smoothstep(inside, -2.0, 2.0) * away


def _placed(bust: Bust, points: Floats, side: float) -> Floats:
    """Return what is given for the ear at the picture's right on a head seen from the front."""
    depth = np.full(len(points), EAR_DEPTH, np.float32)
    placed = np.column_stack([points[:, 0] * side, points[:, 1], depth])
    return bust.turned(placed)[:, :2]


def _flushes(easel: Easel, bust: Bust) -> Floats:
    x, y = easel.units()
    flush = np.zeros_like(x)
    for right, down, radius, share in FLUSHES:
        place = bust.turned(np.array([[right, down, -120.0]], np.float32))[0]
        apart = (x - place[0]) ** 2 + (y - place[1]) ** 2
        flush = np.maximum(flush, share * np.exp(-apart / (2 * radius**2)))
    return flush.astype(np.float32)


def _outwards(inside: Floats, reach: float) -> Floats:
    """Return how a rounded thing turns outwards near its outline: (rows, columns, 3)."""
    smooth = blur(inside, 1.5)
    down, right = np.gradient(smooth, CELL)
    share = (1 - np.clip(inside / reach, 0, 1)) ** 1.5
    return np.dstack([-right * share, -down * share, np.zeros_like(share)]).astype(np.float32)


def _unit(normals: Floats) -> Floats:
    length = np.sqrt(np.einsum("...k,...k->...", normals, normals))[..., None]
    return (normals / np.maximum(length, 1e-6)).astype(np.float32)
