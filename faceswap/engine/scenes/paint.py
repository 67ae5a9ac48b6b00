"""Paints and shapes, written as SVG.

Names of paints are ids: they begin with the name of the fragment that they are defined in.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

from faceswap.engine.scenes.colour import darker, lighter

Stop = tuple[float, str, float]
"""Where along a ramp, 0 to 1, which colour, and how opaque it is there."""

Point = tuple[float, float]
DEFINED = re.compile(r"<defs>.*?</defs>")


def even(*colours: str) -> tuple[Stop, ...]:
    """Return opaque colours at even distances along a ramp."""
    last = max(1, len(colours) - 1)
    return tuple((place / last, colour, 1.0) for place, colour in enumerate(colours))


def fading(colour: str, *alphas: float) -> tuple[Stop, ...]:
    """Return one colour along a ramp, as opaque as it is told at even distances."""
    last = max(1, len(alphas) - 1)
    return tuple((place / last, colour, alpha) for place, alpha in enumerate(alphas))


def ramp(
    name: str, stops: Iterable[Stop], along: tuple[float, float, float, float] = (0, 0, 0, 1)
) -> str:
    """Define a linear gradient along a line of the filled shape's box, 0 to 1 both ways."""
    x1, y1, x2, y2 = along
    return (
        f'<defs><linearGradient id="{name}" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
        f"{_stops(stops)}</linearGradient></defs>"
    )


def glow(name: str, stops: Iterable[Stop], at: Point = (0.5, 0.5), reach: float = 0.5) -> str:
    """Define a gradient from a point of the filled shape's box outwards."""
    return (
        f'<defs><radialGradient id="{name}" cx="{at[0]}" cy="{at[1]}" r="{reach}">'
        f"{_stops(stops)}</radialGradient></defs>"
    )


def _stops(stops: Iterable[Stop]) -> str:
    return "".join(
        f'<stop offset="{at:.3f}" stop-color="{colour}"'
        + (f' stop-opacity="{alpha:.2f}"' if alpha < 1 else "")
        + "/>"
        for at, colour, alpha in stops
    )


def paint(name: str) -> str:
    """Return what fills a shape with a defined gradient."""
    return f"url(#{name})"


def fill(path: str, colour: str, alpha: float = 1.0) -> str:
    """Return a filled shape."""
    veil = f' fill-opacity="{alpha:.2f}"' if alpha < 1 else ""
    return f'<path d="{path}" fill="{colour}"{veil}/>'


def stroke(path: str, colour: str, width: float, alpha: float = 1.0, dash: str = "") -> str:
    """Return a line with round ends."""
    veil = f' stroke-opacity="{alpha:.2f}"' if alpha < 1 else ""
    dashes = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:.1f}"'
        f' stroke-linecap="round" stroke-linejoin="round"{veil}{dashes}/>'
    )


def oval(x: float, y: float, rx: float, ry: float, colour: str, alpha: float = 1.0) -> str:
    """Return a filled ellipse."""
    veil = f' fill-opacity="{alpha:.2f}"' if alpha < 1 else ""
    return f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{rx:.1f}" ry="{ry:.1f}" fill="{colour}"{veil}/>'


def box(x: float, y: float, width: float, height: float, colour: str, alpha: float = 1.0) -> str:
    """Return a filled rectangle."""
    veil = f' fill-opacity="{alpha:.2f}"' if alpha < 1 else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        f' fill="{colour}"{veil}/>'
    )


def sheet(colour: str, alpha: float = 1.0) -> str:
    """Fill the whole sheet."""
    return box(-260, -120, 1520, 1380, colour, alpha)


def moved(svg: str, x: float, y: float, turn: float = 0, across: float = 1, up: float = 1) -> str:
    """Return a drawing moved, turned by degrees and stretched across and up."""
    return (
        f'<g transform="translate({x:.1f} {y:.1f}) rotate({turn:.1f})'
        f' scale({across:.3f} {up:.3f})">{svg}</g>'
    )


def mirrored(svg: str, middle: float = 500.0) -> str:
    """Return a drawing as a mirror on an upright line shows it."""
    return f'<g transform="translate({2 * middle:.1f} 0) scale(-1 1)">{svg}</g>'


def clipped(name: str, outline: str, svg: str) -> str:
    """Return what of a drawing lies inside an outline."""
    return (
        f'<defs><clipPath id="{name}"><path d="{outline}"/></clipPath></defs>'
        f'<g clip-path="url(#{name})">{svg}</g>'
    )


def gathered(fragment: str) -> str:
    """Return a fragment with its definitions at its head, each of them once."""
    parts = DEFINED.findall(fragment)
    return "".join(dict.fromkeys(parts)) + DEFINED.sub("", fragment)


def smooth(points: Sequence[Point], closed: bool = False) -> str:
    """Return a curve through points."""
    count = len(points)
    parts = [f"M{points[0][0]:.1f} {points[0][1]:.1f}"]
    for place in range(count if closed else count - 1):
        before, start, end, after = (
            points[(place + step) % count]
            if closed
            else points[min(max(place + step, 0), count - 1)]
            for step in (-1, 0, 1, 2)
        )
        one = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        two = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        parts.append(
            f"C{one[0]:.1f} {one[1]:.1f} {two[0]:.1f} {two[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
        )
    return "".join(parts) + ("Z" if closed else "")


def lens(x0: float, y0: float, x1: float, y1: float, width: float, bend: float = 0.0) -> str:
    """Return a sliver between two points: the shape of a fold, a blade of light, a feather."""
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    across = ((y0 - y1) / length, (x1 - x0) / length)
    middle = ((x0 + x1) / 2, (y0 + y1) / 2)
    near, far = bend - width, bend + width
    return (
        f"M{x0:.1f} {y0:.1f}"
        f"Q{middle[0] + across[0] * near:.1f} {middle[1] + across[1] * near:.1f} {x1:.1f} {y1:.1f}"
        f"Q{middle[0] + across[0] * far:.1f} {middle[1] + across[1] * far:.1f} {x0:.1f} {y0:.1f}Z"
    )


def edged(outline: str, colour: str, width: float) -> str:
    """Line an edge with a light from behind; no line without a colour."""
    if not colour:
        return ""
    return stroke(outline, colour, width * 3, 0.16) + stroke(outline, colour, width, 0.7)


def creases(fragment: str, colour: str) -> str:
    """Define the paints of folds in a cloth, for `crease`; `fragment` and a word name the cloth."""
    dark, light = darker(colour, 0.78), lighter(colour, 0.45)
    fold = (
        (0.0, dark, 0.0),
        (0.34, dark, 0.5),
        (0.46, dark, 0.85),
        (0.54, light, 0.5),
        (0.66, light, 0.3),
        (1.0, light, 0.0),
    )
    return ramp(f"{fragment}-crease", fold, along=(0, 0, 1, 0)) + ramp(
        f"{fragment}-dip", fading(dark, 0.0, 0.5, 0.75, 0.5, 0.0), along=(0, 0, 1, 0)
    )


def crease(
    name: str, x0: float, y0: float, x1: float, y1: float, width: float, bend: float = 0.0
) -> str:
    """Return a soft fold between two points: its dark side lies to the left of one that hangs.

    `name` is that of a defined paint; a negative width turns the dark side to the right.
    """
    length = math.hypot(x1 - x0, y1 - y0) or 1.0
    turn = math.degrees(math.atan2(x0 - x1, y1 - y0))
    path = lens(0, 0, 0, length, abs(width), -bend)
    return (
        f'<g transform="translate({x0:.1f} {y0:.1f}) rotate({turn:.1f})'
        f' scale({1 if width > 0 else -1} 1)">{fill(path, paint(name))}</g>'
    )
