"""What hangs in the air: lights out of focus, beams, sparks, snow, stars, clouds."""

from __future__ import annotations

import math

from faceswap.engine.scenes.colour import lighter, mix
from faceswap.engine.scenes.paint import fading, fill, glow, oval, paint
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Dice


def halo(name: str, x: float, y: float, radius: float, colour: str, alpha: float = 0.8) -> str:
    """Return a soft light around a point."""
    stops = fading(colour, alpha, alpha * 0.42, alpha * 0.12, 0)
    return glow(name, stops) + oval(x, y, radius, radius, paint(name))


def before_face(x: float, y: float) -> bool:
    """Tell whether something at a point of the sheet would hang before a face."""
    return abs(x - 500) < 190 and 270 < y < 660


def motes(
    dice: Dice,
    name: str,
    count: int,
    colour: str,
    sizes: tuple[float, float],
    where: tuple[float, float, float, float] = (LEFT, TOP, RIGHT, BOTTOM),
) -> str:
    """Return soft dots at random within a box of left, top, right and bottom, few of them large.

    None hangs before a face.
    """
    left, top, right, bottom = where
    dots: list[str] = []
    for number in range(count):
        size = sizes[0] + (sizes[1] - sizes[0]) * dice.share(f"{name}s{number}") ** 3
        x = dice.between(f"{name}x{number}", left, right)
        y = dice.between(f"{name}y{number}", top, bottom)
        if not before_face(x, y):
            veil = dice.between(f"{name}a{number}", 0.35, 1.0)
            dots.append(oval(x, y, size, size, paint(name), veil))
    soft = ((0.0, lighter(colour, 0.5), 1.0), (0.3, colour, 0.85), (1.0, colour, 0.0))
    return glow(name, soft) + "".join(dots)


def bokeh(
    dice: Dice,
    name: str,
    count: int,
    colour: str,
    sizes: tuple[float, float],
    where: tuple[float, float, float, float],
) -> str:
    """Return discs of lights out of focus, each with a brighter edge."""
    left, top, right, bottom = where
    disc = ((0.0, colour, 0.45), (0.82, colour, 0.6), (0.93, lighter(colour, 0.4), 0.8))
    discs = "".join(
        oval(
            dice.between(f"{name}x{number}", left, right),
            dice.between(f"{name}y{number}", top, bottom),
            size := dice.between(f"{name}s{number}", *sizes),
            size,
            paint(name),
            dice.between(f"{name}a{number}", 0.25, 0.9),
        )
        for number in range(count)
    )
    return glow(name, (*disc, (1.0, colour, 0.0))) + discs


def sparks(dice: Dice, name: str, count: int, colour: str, top: float, bottom: float) -> str:
    """Return embers that rise, each a short streak."""
    paths: list[str] = []
    for number in range(count):
        x = dice.between(f"{name}x{number}", LEFT, RIGHT)
        y = dice.between(f"{name}y{number}", top, bottom)
        if before_face(x, y):
            continue
        size = dice.between(f"{name}s{number}", 1.2, 3.4)
        lean = dice.between(f"{name}l{number}", -9, 9)
        paths.append(
            f"M{x:.1f} {y:.1f}q{size:.1f} {-size * 2:.1f} {lean:.1f} {-size * 4:.1f}"
            f"q{-lean - size:.1f} {size:.1f} {-lean:.1f} {size * 4:.1f}Z"
        )
    return fill("".join(paths), colour, 0.9)


def beam(
    name: str, start: tuple[float, float], end: tuple[float, float], wide: float, colour: str
) -> str:
    """Return a shaft of light that widens and fades from its start to its end."""
    (x0, y0), (x1, y1) = start, end
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    ax, ay = (y0 - y1) / length * wide, (x1 - x0) / length * wide
    blades = "".join(
        fill(
            f"M{x0 - ax * 0.4 * share:.1f} {y0 - ay * 0.4 * share:.1f}"
            f"L{x0 + ax * 0.4 * share:.1f} {y0 + ay * 0.4 * share:.1f}"
            f"L{x1 + ax * share:.1f} {y1 + ay * share:.1f}"
            f"L{x1 - ax * share:.1f} {y1 - ay * share:.1f}Z",
            paint(name),
        )
        for share in (1.0, 0.84, 0.66, 0.46)
    )
    return (
        f'<defs><linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x0:.1f}"'
        f' y1="{y0:.1f}" x2="{x1:.1f}" y2="{y1:.1f}"><stop stop-color="{colour}"'
        f' stop-opacity="0.15"/><stop offset="1" stop-color="{colour}" stop-opacity="0"/>'
        f"</linearGradient></defs>{blades}"
    )


def cloud(dice: Dice, name: str, x: float, y: float, width: float, paint_name: str) -> str:
    """Return a heap of soft balls in a paint that is defined: `puff` or the like."""
    heap: list[str] = []
    for number in range(9):
        across = (number - 4) / 4
        size = width * (0.17 - 0.08 * across * across) * dice.between(f"{name}{number}", 0.8, 1.4)
        heap.append(
            oval(
                x + across * width * 0.42,
                y - size * 0.5 + abs(across) * width * 0.05,
                size * 1.35,
                size,
                paint(paint_name),
            )
        )
    return "".join(heap)


def puff(name: str, top: str, bottom: str) -> str:
    """Define the paint of clouds: lit above, in shade below, soft at the edge."""
    return glow(
        name,
        (
            (0.0, top, 0.8),
            (0.45, top, 0.5),
            (0.75, mix(top, bottom, 0.4), 0.16),
            (1.0, bottom, 0.0),
        ),
        at=(0.45, 0.4),
        reach=0.6,
    )
