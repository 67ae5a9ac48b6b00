"""Traces the rims of glasses: a closed line around each eye."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, Ints, Mask, looked_up, sample
from faceswap.engine.mesh.topology import FACE

ANGLES, STEPS = 72, 26
# How far from an eye's middle, in parts of the texture, the cells are by which its rays are laid.
NEAR_EYE, LEAST_CELLS = 0.1, 12
# How near to an eye's middle a rim may run, and how far from it, in parts of the distance between
# the eyes: towards the nose, down, outwards and up.
NEAREST = (0.3, 0.19, 0.34, 0.14)
FARTHEST = (0.46, 0.62, 0.66, 0.42)
# A rim is no stronger than this, or one reflection would draw all of it to itself.
STRONGEST = 3.0
# What it costs to come two steps nearer to the eye from one angle to the next, one, none, or to go
# away, in the same measure.
COSTS = np.array([1.0, 0.3, 0.0, 0.3, 1.0], np.float32)
REACH = 2
LOWEST = -1e9
# Over how many steps the middle of a thick rim is looked for.
MIDDLE = 1.5
# Rims are each other's mirror images: how much it counts that the other has a line there.
ALIKE = 0.6
# Brows are lines too.
ON_BROW = 0.6
BROW_SIDE = 128


def trace(lines: Floats, uv: Floats) -> list[tuple[Floats, Floats]]:
    """Return the strongest closed line around each eye, and how strong it is along its way.

    A shortest path around the eye, over rays from its middle.

    Args:
        lines: (side, side) how much each cell stands out from what is beside it.
        uv: (side, side, 2) the cells' places in the texture.

    Returns:
        (72, 2) cells, x then y, and (72,) of `lines` there: the subject's right eye's, the left's.
    """
    likely = lines * (1 - (1 - ON_BROW) * sample(_brows(), uv))
    places = [_rays(uv, eye) for eye in (0, 1)]
    gains = np.stack([_along_rays(looked_up(likely, each)) for each in places])
    near = [cv2.dilate(gain, np.ones((3, 5), np.uint8)) for gain in gains[::-1]]
    paths = _closed_paths(gains + ALIKE * np.stack(near))
    angles = np.arange(ANGLES)
    return [
        (each[angles, path], looked_up(lines, each)[angles, path])
        for each, path in zip(places, paths, strict=True)
    ]


def evidence(strength: Floats) -> float:
    """Return how strong a rim is, beside and below the eye, where no brow helps it; 0 to 3."""
    return float(np.minimum(strength[_below_brow()], STRONGEST).mean())


@lru_cache(maxsize=1)
def _below_brow() -> Mask:
    """Return the angles, from the nose downwards, at which no brow is met: (72,)."""
    return np.sin(np.arange(ANGLES) * (2 * np.pi / ANGLES)) > -0.3


def _along_rays(strength: Floats) -> Floats:
    """Return what a rim gains at each step, (72, 26); of a thick one, most in its middle."""
    return np.asarray(cv2.GaussianBlur(np.minimum(strength, STRONGEST), (7, 1), MIDDLE), np.float32)


def _rays(uv: Floats, eye: int) -> Floats:
    """Return the cells where rays from an eye's middle pass, (72, 26, 2), x then y."""
    middle, steps = _steps(eye)
    # Every other cell is enough: about the eye the mesh is nearly flat.
    from_middle = uv[::2, ::2] - middle
    near = np.abs(from_middle).max(axis=2) < NEAR_EYE
    cells = np.argwhere(near)[:, ::-1] * 2.0
    if len(cells) < LEAST_CELLS:
        return np.zeros((ANGLES, STEPS, 2), np.float32)
    known = np.column_stack([from_middle[near], np.ones(len(cells))])
    # Cells seen edge on lie on a line, and leave it open.
    affine = np.linalg.solve(known.T @ known + np.eye(3) * 1e-9, known.T @ cells)
    return np.asarray(steps @ affine[:2] + affine[2], np.float32)


@lru_cache(maxsize=2)
def _steps(eye: int) -> tuple[Floats, Floats]:
    """Return an eye's middle in the texture, (2,), and the rays' steps from it, (72, 26, 2)."""
    middles = [FACE.uv[list(loop)].mean(axis=0) for loop in zones.EYES]
    apart = float(np.linalg.norm(middles[1] - middles[0]))
    angles = np.arange(ANGLES) * (2 * np.pi / ANGLES)
    # For the right eye the nose lies towards greater columns.
    inwards = np.cos(angles) * (1 if eye == 0 else -1)
    steps = np.linspace(_reach(NEAREST, angles), _reach(FARTHEST, angles), STEPS, axis=1) * apart
    directions = np.column_stack([inwards, np.sin(angles)])
    spots = steps[..., None] * directions[:, None]
    return middles[eye].astype(np.float32), spots.astype(np.float32)


def _reach(limits: tuple[float, float, float, float], angles: Floats) -> Floats:
    """Return an oval with four half axes at angles that run from the nose downwards."""
    nose, down, out, up = limits
    along, across = np.cos(angles), np.sin(angles)
    width, height = np.where(along > 0, nose, out), np.where(across > 0, down, up)
    return 1 / np.sqrt((along / width) ** 2 + (across / height) ** 2)


@lru_cache(maxsize=1)
def _brows() -> Floats:
    return zones.zone(zones.BROWS, 0.01, BROW_SIDE).astype(np.float32)


def _closed_paths(gains: Floats) -> Ints:
    """Return the step at each angle of the ways round that gain most.

    Args:
        gains: (k, 72, 26) what each step at each angle gains.

    Returns:
        (k, 72) int32.
    """
    # A quarter more at either end: what is between closes.
    more, count = ANGLES // 4, len(gains)
    order = np.arange(-more, ANGLES + more) % ANGLES
    came = np.zeros((len(order), count, STEPS), np.int64)
    padded = np.full((count, STEPS + 2 * REACH), LOWEST, np.float32)
    total = padded[:, REACH:-REACH]
    total[:] = gains[:, order[0]]
    choices = sliding_window_view(padded, 2 * REACH + 1, axis=1)
    for turn, angle in enumerate(order[1:], 1):
        scores = choices - COSTS
        came[turn] = scores.argmax(axis=2)
        total[:] = scores.max(axis=2) + gains[:, angle]
    each, path = np.arange(count), np.zeros((len(order), count), np.int64)
    path[-1] = total.argmax(axis=1)
    for turn in range(len(order) - 1, 0, -1):
        path[turn - 1] = path[turn] + came[turn, each, path[turn]] - REACH
    return path[more:-more].T.astype(np.int32)


def drawn(path: Floats, shown: Mask, side: int, thick: int) -> Mask:
    """Return the parts of a closed path that are shown as lines so many cells wide: (side, side).

    Args:
        path: (72, 2) cells, x then y.
        shown: (72,) which of its pieces, each from one point to the next.
        side: The grid's side.
        thick: The lines' width in cells.
    """
    band = np.zeros((side, side), np.uint8)
    corners = np.round(path * 16).astype(np.int32)
    pieces = np.stack([corners, np.roll(corners, -1, axis=0)], axis=1)[shown]
    cv2.polylines(band, list(pieces), False, (1,), thick, shift=4)
    return band > 0
