"""Metal, gems and pearls."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    Stop,
    fading,
    glow,
    oval,
    paint,
    ramp,
    stroke,
)

DEEP, WARM = "#1a1010", "#ffd9a0"


def polished(colour: str) -> tuple[Stop, ...]:
    """Return a metal's colours around something round: shadow, sky, glint, core, and bounce."""
    dark = mix(darker(colour, 0.62), DEEP, 0.25)
    return (
        (0.0, darker(colour, 0.5), 1.0),
        (0.14, colour, 1.0),
        (0.27, lighter(colour, 0.72), 1.0),
        (0.36, lighter(colour, 0.2), 1.0),
        (0.58, darker(colour, 0.36), 1.0),
        (0.78, dark, 1.0),
        (0.91, mix(colour, WARM, 0.22), 1.0),
        (1.0, darker(colour, 0.55), 1.0),
    )


def burnished(colour: str) -> tuple[Stop, ...]:
    """Return a metal's colours down a plate: a sky, the horizon's dark line, the ground's light."""
    return (
        (0.0, lighter(colour, 0.62), 1.0),
        (0.22, lighter(colour, 0.12), 1.0),
        (0.46, darker(colour, 0.28), 1.0),
        (0.52, mix(darker(colour, 0.68), DEEP, 0.3), 1.0),
        (0.66, darker(colour, 0.42), 1.0),
        (0.88, mix(colour, WARM, 0.18), 1.0),
        (1.0, darker(colour, 0.5), 1.0),
    )


def engraved(path: str, metal: str, width: float) -> str:
    """Return a line cut into metal: a groove, and the light on its lower lip."""
    lit = stroke(path, lighter(metal, 0.6), width, 0.7)
    return f'<g transform="translate({width * 0.5:.1f} {width * 0.6:.1f})">{lit}</g>' + stroke(
        path, mix(darker(metal, 0.65), DEEP, 0.35), width, 0.85
    )


def gem_paints(fragment: str, kind: str, colour: str, metal: str) -> str:
    """Define the paints of gems of one kind, for `gem`."""
    return (
        glow(
            f"{fragment}-{kind}",
            (
                (0.0, lighter(colour, 0.55), 1.0),
                (0.3, lighter(colour, 0.08), 1.0),
                (0.72, darker(colour, 0.5), 1.0),
                (1.0, mix(darker(colour, 0.75), DEEP, 0.3), 1.0),
            ),
            at=(0.6, 0.7),
            reach=0.75,
        )
        + ramp(f"{fragment}-{kind}-setting", polished(metal), along=(0, 0, 0.7, 1))
        + ramp(f"{fragment}-{kind}-table", fading("#ffffff", 0.75, 0.1, 0.0), along=(0, 0, 1, 1))
    )


def gem(fragment: str, kind: str, x: float, y: float, rx: float, ry: float = 0) -> str:
    """Return a cut stone in its setting."""
    tall = ry or rx
    facets = "".join(
        f"M{x + rx * across * 0.5:.1f} {y + tall * down * 0.5:.1f}"
        f"L{x + rx * across * 0.94:.1f} {y + tall * down * 0.94:.1f}"
        for across, down in ((-0.7, -0.7), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7), (1, 0), (-1, 0))
    )
    return (
        oval(x + rx * 0.1, y + tall * 0.22, rx * 1.32, tall * 1.3, DEEP, 0.45)
        + oval(x, y, rx * 1.24, tall * 1.22, paint(f"{fragment}-{kind}-setting"))
        + oval(x, y, rx, tall, paint(f"{fragment}-{kind}"))
        + stroke(facets, "#ffffff", max(0.8, rx * 0.06), 0.3)
        + oval(x, y, rx * 0.56, tall * 0.56, paint(f"{fragment}-{kind}-table"), 0.8)
        + oval(x - rx * 0.4, y - tall * 0.46, rx * 0.2, tall * 0.13, "#ffffff", 0.95)
    )


def pearl_paints(fragment: str, tone: str = "#f4ece2") -> str:
    """Define the paint of pearls, for `pearl`."""
    return glow(
        f"{fragment}-pearl",
        (
            (0.0, "#ffffff", 1.0),
            (0.35, tone, 1.0),
            (0.75, mix(tone, "#8d7f86", 0.55), 1.0),
            (0.92, mix(tone, "#5c5058", 0.7), 1.0),
            (1.0, mix(tone, "#c9b8b8", 0.6), 1.0),
        ),
        at=(0.36, 0.32),
        reach=0.72,
    )


def pearl(fragment: str, x: float, y: float, radius: float) -> str:
    """Return a pearl, and what it hides from the light."""
    return oval(x + radius * 0.2, y + radius * 0.4, radius, radius, DEEP, 0.4) + oval(
        x, y, radius, radius, paint(f"{fragment}-pearl")
    )


def rivets(fragment: str, metal: str, places: list[tuple[float, float]], radius: float) -> str:
    """Return heads of rivets; their paint is defined with them."""
    dots = "".join(
        oval(x + radius * 0.25, y + radius * 0.4, radius * 1.1, radius * 1.1, DEEP, 0.5)
        + oval(x, y, radius, radius, paint(f"{fragment}-rivet"))
        for x, y in places
    )
    return (
        glow(
            f"{fragment}-rivet",
            (
                (0.0, lighter(metal, 0.8), 1.0),
                (0.4, metal, 1.0),
                (1.0, darker(metal, 0.7), 1.0),
            ),
            at=(0.35, 0.3),
            reach=0.75,
        )
        + dots
    )
