"""What places are made of, on the whole sheet: bands of colour, glows, lights, hills."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from faceswap.engine.scenes import air
from faceswap.engine.scenes.paint import box, even, fill, paint, ramp
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Dice

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in units."""
SHEET: Box = (LEFT, TOP, RIGHT, BOTTOM)


def band(name: str, colours: Sequence[str], where: Box = SHEET) -> str:
    """Return a box with colours at even distances from its top to its bottom."""
    left, top, right, bottom = where
    name = f"backdrop-{name}"
    return ramp(name, even(*colours)) + box(left, top, right - left, bottom - top, paint(name))


def glow(name: str, at: tuple[float, float], reach: float, colour: str, alpha: float) -> str:
    """Return light around a point, that is gone at its reach."""
    return air.halo(f"backdrop-{name}", *at, reach, colour, alpha)


def bokeh(
    dice: Dice,
    name: str,
    count: int,
    colours: Sequence[str],
    where: Box,
    sizes: tuple[float, float],
) -> str:
    """Return lights of several colours that a lens does not hold in focus."""
    each = -(-count // len(colours))
    return "".join(
        air.bokeh(dice, f"backdrop-{name}{at}", each, colour, sizes, where)
        for at, colour in enumerate(colours)
    )


def ridge(dice: Dice, name: str, height: float, rough: float, colour: str) -> str:
    """Return hills from edge to edge about a height, filled down to the sheet's bottom."""
    steps = 9
    points = [
        (
            LEFT + (RIGHT - LEFT) * at / steps,
            height + dice.between(f"{name}{at}", -rough, rough),
        )
        for at in range(steps + 1)
    ]
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (x0, y0), (x1, y1) in pairwise(points):
        middle = (x0 + x1) / 2
        path += f"C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
    return fill(f"{path}V{BOTTOM}H{LEFT}Z", colour)
