"""What places are made of: skies, glows, lights out of focus, hills. All as SVG on the sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Dice

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in units."""
SHEET: Box = (LEFT, TOP, RIGHT, BOTTOM)


def band(name: str, colours: Sequence[str], box: Box = SHEET) -> str:
    """Return a box with colours at even distances from its top to its bottom."""
    left, top, right, bottom = box
    last = max(1, len(colours) - 1)
    stops = "".join(
        f'<stop offset="{at / last:.3f}" stop-color="{colour}"/>'
        for at, colour in enumerate(colours)
    )
    return (
        f'<defs><linearGradient id="backdrop-{name}" x2="0" y2="1">{stops}</linearGradient></defs>'
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}"'
        f' height="{bottom - top:.1f}" fill="url(#backdrop-{name})"/>'
    )


def glow(name: str, at: tuple[float, float], reach: float, colour: str, alpha: float) -> str:
    """Return light around a point, that is gone at its reach."""
    return (
        f'<defs><radialGradient id="backdrop-{name}"><stop stop-color="{colour}"'
        f' stop-opacity="{alpha:.2f}"/><stop offset="0.4" stop-color="{colour}"'
        f' stop-opacity="{alpha * 0.45:.2f}"/><stop offset="1" stop-color="{colour}"'
        ' stop-opacity="0"/></radialGradient></defs>'
        f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{reach:.1f}" fill="url(#backdrop-{name})"/>'
    )


def bokeh(
    dice: Dice, name: str, count: int, colours: Sequence[str], box: Box, radii: tuple[float, float]
) -> str:
    """Return lights that a lens does not hold in focus: discs, a little brighter at their rims."""
    left, top, right, bottom = box
    discs: list[str] = []
    for number in range(count):
        key = f"{name}{number}"
        x, y = dice.between(f"{key}x", left, right), dice.between(f"{key}y", top, bottom)
        radius = dice.between(f"{key}r", *radii)
        alpha = dice.between(f"{key}a", 0.12, 0.5)
        colour = dice.one_of(f"{key}c", colours)
        discs.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{colour}"'
            f' fill-opacity="{alpha:.2f}" stroke="{colour}" stroke-opacity="{alpha:.2f}"'
            f' stroke-width="{radius * 0.08:.1f}"/>'
        )
    return "".join(discs)


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
    return f'<path d="{path}V{BOTTOM}H{LEFT}Z" fill="{colour}"/>'
