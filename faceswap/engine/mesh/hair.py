"""Paints hair: strands that follow a form, in the light of a scene."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, smoothstep
from faceswap.engine.mesh.easel import Easel, parted
from faceswap.engine.mesh.lamp import Lamp, linear, shown

# The noise strands are made of: a square that repeats, so many cells wide.
TILE = 512
# Cells of it a head unit, across single strands and locks; strands are so much longer than wide.
FINE, LOCKS, LENGTH = 1.1, 0.24, 0.05
# How much brighter and darker strands and locks are than the hair as a whole.
FINE_RELIEF, LOCK_RELIEF = 0.3, 0.34
# So deep outside, in head units, that nothing frays it.
OUTSIDE = (-99.0,)
# How far hair is frayed at its edge beside its raggedness, in head units.
FRAY = 2.5
SHEEN, SHEEN_WIDTH = 0.35, 9.0
# How much of a light from behind strands let through at the edge.
RIM_ON_HAIR = 0.3
# How deep in its edge, in head units, that light reaches.
LINED = (2.0, 15.0)


@dataclass(frozen=True, slots=True)
class Mane:
    """A mass of hair over an easel's grid, all (rows, columns, ...) in head units.

    `inside` is how deep a cell lies in it, `across` and `along` its place among the strands,
    `normals` which way its surface faces, `open_to` how much light reaches it. `ragged` is how
    uneven its edge is, `thin` over how much it thins out there.
    """

    inside: Floats
    across: Floats
    along: Floats
    normals: Floats
    open_to: Floats
    ragged: float = 5.0
    thin: float = 4.0
    is_curly: bool = False


def paint_hair(easel: Easel, mane: Mane, colour: Floats, lamp: Lamp) -> tuple[Floats, Floats]:
    """Return hair of a colour, (3,) 0 to 255, over the pixels: RGB 0 to 255, and its alpha."""
    light = lamp.falling(mane.normals, mane.open_to)
    sheen = lamp.gleam(mane.normals * np.array([0.55, 1, 1], np.float32), SHEEN_WIDTH)
    # Beyond its edges a grid goes on as they are: no hair is there.
    within = cv2.copyMakeBorder(
        mane.inside[1:-1, 1:-1], 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=OUTSIDE
    )
    grid = [
        np.asarray(within, np.float32),
        mane.across,
        mane.along,
        sheen * mane.open_to,
        *parted(light),
    ]
    edge = lamp.edge(mane.normals) * (1 - smoothstep(mane.inside, *LINED))[..., None]
    inside, across, along, gleam, *lit = parted(easel.over_pixels([*grid, *parted(edge)]))
    fine, locks = _strands(across, along, is_curly=mane.is_curly)
    frayed = inside + mane.ragged * locks + FRAY * fine
    alpha = smoothstep(frayed, -0.5, mane.thin)
    relief = 1 + FINE_RELIEF * fine + LOCK_RELIEF * locks
    own = linear(colour)
    # Light that strands throw back has half their own colour.
    glint = 0.5 * own + 0.5 * float(own.mean()) + 0.05
    bright = np.dstack(lit[:3]) * (own * np.maximum(relief, 0.15)[..., None])
    shine = np.clip(0.5 + 0.9 * locks + 0.5 * fine, 0, 1.6) * gleam * SHEEN
    behind = np.dstack(lit[3:]) * (RIM_ON_HAIR * np.maximum(relief, 0.3))[..., None]
    total = bright + shine[..., None] * glint + behind
    return shown(total), alpha


def _strands(across: Floats, along: Floats, *, is_curly: bool) -> tuple[Floats, Floats]:
    """Return the strands and the locks at places among them, each about -1 to 1."""
    tile = _curls() if is_curly else _straight()
    length = 1.0 if is_curly else LENGTH / FINE
    fine = _looked_up(tile, across * FINE, along * FINE * length)
    locks = _looked_up(tile, across * LOCKS + 90, along * LOCKS * length * 1.6)
    return fine, locks


def _looked_up(tile: Floats, x: Floats, y: Floats) -> Floats:
    found = cv2.remap(tile, x % TILE, y % TILE, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return np.asarray(found, np.float32)


@lru_cache(maxsize=1)
def _straight() -> Floats:
    """Return noise of strands that run down: (TILE, TILE), repeating."""
    return _noise(1, 1.0, 5.0)


@lru_cache(maxsize=1)
def _curls() -> Floats:
    """Return noise of curls: bright ridges that wind."""
    waves = np.abs(_noise(2, 5.0, 5.0))
    ridges = 1 - 2.2 * np.sqrt(np.clip(waves, 0, 1))
    return (ridges + 0.25 * _noise(3, 1.0, 1.0)).astype(np.float32)


def _noise(seed: int, across: float, down: float) -> Floats:
    """Return noise between about -1 and 1, smooth over so many cells, that repeats."""
    white = np.random.default_rng(seed).standard_normal((TILE, TILE))
    right = np.fft.fftfreq(TILE)[None, :]
    below = np.fft.fftfreq(TILE)[:, None]
    kept = np.exp(-2 * np.pi**2 * ((right * across) ** 2 + (below * down) ** 2))
    smooth = np.fft.ifft2(np.fft.fft2(white) * kept).real
    return np.clip(smooth / (2 * smooth.std()), -1, 1).astype(np.float32)
