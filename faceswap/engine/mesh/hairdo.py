"""How hair is worn: where it lies on a head, and how its strands run."""

from __future__ import annotations

import math

import numpy as np

from faceswap.engine.mesh.arrays import Floats, blur, smoothstep
from faceswap.engine.mesh.bust import SKULL_RADII, Bust, rolled
from faceswap.engine.mesh.easel import CELL, Easel, rounded
from faceswap.engine.mesh.hair import Mane
from faceswap.engine.scenes.scene import Hair

# What stays free of hair at the picture's right of a head seen from the front, from the middle of
# the hairline downwards.
SHORT_LINE = (
    *((0, -104), (36, -108), (70, -104), (96, -88), (110, -62), (114, -34), (120, -4)),
    *((124, 30), (150, 34), (210, 60), (260, 330)),
)
LONG_LINE = (
    *((6, -124), (34, -112), (70, -90), (98, -58), (114, -20), (116, 40), (113, 110)),
    *((118, 170), (132, 240), (140, 330)),
)
TIED_LINE = (
    *((0, -112), (44, -112), (80, -102), (104, -80), (116, -50), (121, -16), (126, 4)),
    *((150, 10), (220, 40), (260, 330)),
)
LINES = {Hair.SHORT: SHORT_LINE, Hair.LONG: LONG_LINE, Hair.CURLY: SHORT_LINE, Hair.BUN: TIED_LINE}
# How far hair stands off the skull.
THICKNESS = {Hair.SHORT: 14.0, Hair.LONG: 18.0, Hair.CURLY: 34.0, Hair.BUN: 6.0}
# How uneven its edge is, and over how much it thins out there.
RAGGED = {Hair.SHORT: 5.0, Hair.LONG: 4.0, Hair.CURLY: 6.0, Hair.BUN: 1.0}
THIN = {Hair.SHORT: 9.0, Hair.LONG: 9.0, Hair.CURLY: 11.0, Hair.BUN: 16.0}
# Where strands come from: a point above the head.
ROOTS = {
    Hair.CURLY: (0.0, -330.0),
    Hair.BUN: (0.0, -320.0),
}
# Where a parting is, how far strands rise on their way from it, in parts of their length, and how
# far below the middle of the skull they hang straight down.
PARTINGS = {Hair.SHORT: (58.0, -150.0), Hair.LONG: (8.0, -150.0)}
RISING, HANGING = 0.3, 30.0
# Down to where the hair of the back of the head is seen beside the face.
NAPE = 34.0
# How much of a head's roll hair before the shoulders does not share.
FALLING = 0.5
# How far from its outline hair turns outwards, in head units.
EDGE = 20.0
# The outline of long hair at the picture's right: what falls before the shoulders, and behind.
BEFORE = (
    (150, -60),
    (166, 0),
    (172, 80),
    (178, 160),
    (174, 225),
    (164, 284),
    (140, 236),
    (128, 200),
)
BEHIND = (
    (96, -150),
    (140, -100),
    (170, 0),
    (192, 140),
    (206, 260),
    (202, 350),
    (150, 398),
    (60, 404),
)
BUN, BUN_RADIUS = (0.0, -228.0), 56.0
# The shadow hair throws on skin: how far down it reaches, how soft and how dark it is.
SHADOW_DOWN, SHADOW_SOFT, SHADOW = 10.0, 7.0, 0.42


def mane_before(easel: Easel, bust: Bust, roll: float, style: Hair) -> Mane | None:
    """Return the hair before the skull of a head that rolls, None where it has none."""
    if style not in LINES:
        return None
    x, y = easel.units()
    outer = easel.inside(_outer(bust, roll, style))
    line = _mirrored(LINES[style])
    free = easel.inside(rounded(_hairline(bust, line)))
    inside = blur(np.minimum(outer, -free), 1.2)
    combed = style in PARTINGS
    across, along = _combed(bust, style, x, y) if combed else _rays(bust, style, x, y)
    normals = bust.skull_normals(x, y)
    if style is Hair.LONG:
        hanging = smoothstep(y, -60, 80)[..., None]
        normals = normals * (1 - hanging) + np.dstack([x / 300, 0 * x, -np.ones_like(x)]) * hanging
    # Hair is thick: it turns away from us at its own edge, not at the skull's.
    normals = _with_edge(normals, outer, EDGE)
    # Between the strands beside the hairline it is dark, and so is what lies below others.
    open_to = 1 - 0.35 * (1 - smoothstep(-free, 0.0, 16.0)) * smoothstep(y, -120, 20)
    is_curly = style is Hair.CURLY
    return Mane(
        inside,
        x if is_curly else across,
        y if is_curly else along,
        normals,
        open_to.astype(np.float32),
        ragged=RAGGED[style],
        thin=THIN[style],
        is_curly=is_curly,
    )


def mane_behind(easel: Easel, bust: Bust, roll: float, style: Hair) -> Mane | None:
    """Return the hair that hangs or stands behind a head that rolls, None where there is none."""
    x, y = easel.units()
    if style is Hair.BUN:
        (middle,) = rolled(bust.turned(np.array([[*BUN, 60.0]], np.float32))[:, :2], roll)
        right, down = x - middle[0], y - middle[1]
        radius = np.hypot(right, down)
        curl = _bulging(right / BUN_RADIUS, down / BUN_RADIUS)
        winding = radius * 1.2 + 7 * np.sin(2 * np.arctan2(down, right) + radius / 16)
        light = (0.55 + 0.45 * smoothstep(-down, -BUN_RADIUS, 10)).astype(np.float32)
        return Mane(BUN_RADIUS - radius, winding, 0.3 * down, curl, light)
    if style is not Hair.LONG:
        return None
    outline = rounded(_mirrored(BEHIND, is_open=False))
    inside = blur(easel.inside(outline), 1.2)
    wave = 9 * np.sin(y / 62 + np.sign(x)) * smoothstep(y, 0, 160)
    normals = _with_edge(np.dstack([x / 260, 0 * x, -np.ones_like(x)]), inside, 46.0)
    # What is behind the neck is dark.
    open_to = 1 - 0.62 * (1 - smoothstep(np.abs(x), 70, 180))
    return Mane(inside, x + wave, y, normals, open_to.astype(np.float32), ragged=12.0, thin=8.0)


def shadow_of(mane: Mane) -> Floats:
    """Return how much light reaches what lies beneath hair, (rows, columns), 0 to 1."""
    steps = round(SHADOW_DOWN / CELL)
    fallen = np.roll((mane.inside > 0).astype(np.float32), steps, axis=0)
    fallen[:steps] = 0
    return 1 - SHADOW * blur(fallen, SHADOW_SOFT / CELL)


def _outer(bust: Bust, roll: float, style: Hair) -> Floats:
    """Return the outline of hair and all it surrounds, (n, 2)."""
    skull = bust.skull_outline(THICKNESS[style])
    if style is Hair.LONG:
        hanging = _mirrored(BEFORE, is_open=False)
        upper = skull[skull[:, 1] < -40]
        order = np.argsort(np.arctan2(upper[:, 1] + 40, upper[:, 0]))
        # It hangs down, however the head is held, as far as it does not cross the face.
        lower = rolled(hanging[hanging[:, 1] > -60], -roll * FALLING)
        return rounded(np.concatenate([upper[order], lower]))
    low = NAPE + (26.0 if style is Hair.CURLY else 0.0)
    return rounded(np.minimum(skull, [9999, low]).astype(np.float32))


def _root(bust: Bust, style: Hair) -> tuple[float, float]:
    x, y = ROOTS[style]
    moved = bust.turned(np.array([[x, -150.0, -60.0]], np.float32))[0]
    return float(moved[0]), y


def _mirrored(points: tuple[tuple[int, int], ...], *, is_open: bool = True) -> Floats:
    """Return a half's points and those of the other half: (n, 2), right to left.

    An outline that is not open at its lower end comes down the right and up the left.
    """
    right = np.array(points, np.float32)
    left = right[::-1] * np.array([-1, 1], np.float32)
    return np.concatenate([left, right] if is_open else [right, left])


def _hairline(bust: Bust, line: Floats) -> Floats:
    """Return a line on a skull seen from the front as this head has it."""
    above = line[:, 1] < 60
    placed = line.copy()
    placed[above] = bust.on_skull(line[above])
    return placed


def _combed(bust: Bust, style: Hair, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return the place among strands combed to both sides of a parting: across and along.

    They follow the skull down to its middle, and hang from there.
    """
    (parting,) = bust.turned(np.array([[*PARTINGS[style], -60.0]], np.float32))
    middle = bust.middle + np.array([0, HANGING])
    right, down = x - middle[0], y - middle[1]
    above = np.minimum(down, 0)
    start = math.atan2(float(parting[0] - middle[0]), float(middle[1] - parting[1]))
    turned = np.abs(np.arctan2(right, -above) - start) * SKULL_RADII[0]
    radius = np.hypot(right, above * 0.9)
    return (radius - RISING * turned).astype(np.float32), turned + np.maximum(down, 0)


def _rays(bust: Bust, style: Hair, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Return the place among strands that fan out from a point above: across and along."""
    root_x, root_y = _root(bust, style)
    right, down = x - root_x, np.maximum(y - root_y, 1.0)
    radius = np.hypot(right, down)
    # Strands bend as the head does.
    angle = np.arctan2(right, down) + 0.0012 * right * radius / 300
    return (angle * 260).astype(np.float32), radius.astype(np.float32)


def _with_edge(normals: Floats, inside: Floats, reach: float) -> Floats:
    """Return normals that turn outwards near an outline."""
    down, right = np.gradient(blur(inside, 1.5), CELL)
    share = (1 - np.clip(inside / reach, 0, 1)) ** 1.5
    turned = normals + np.dstack([-right * share, -down * share, np.zeros_like(share)])
    length = np.sqrt(np.einsum("...k,...k->...", turned, turned))[..., None]
    return (turned / np.maximum(length, 1e-6)).astype(np.float32)


def _bulging(right: Floats, down: Floats) -> Floats:
    """Return the normals of a ball, whose edge is at a distance of 1."""
    length = np.maximum(np.hypot(right, down), 1e-6)
    held = np.minimum(length, math.sin(1.4)) / length
    right, down = right * held, down * held
    return np.dstack([right, down, -np.sqrt(1 - right**2 - down**2)]).astype(np.float32)
