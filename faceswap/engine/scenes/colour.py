"""Colours of the artwork, as SVG writes them: #rrggbb."""

from __future__ import annotations

import colorsys
import re

HEX = re.compile(r"#[0-9a-f]{6}")


def rgb(colour: str) -> tuple[int, int, int]:
    """Return a colour's red, green and blue, 0 to 255.

    Raises:
        ValueError: It is not written as #rrggbb.
    """
    if not HEX.fullmatch(colour):
        raise ValueError(f"no colour: {colour}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def colour_of(red: float, green: float, blue: float) -> str:
    """Return the colour of a red, a green and a blue, which are held to 0 to 255."""
    parts = (min(255, max(0, round(part))) for part in (red, green, blue))
    return "#" + "".join(f"{part:02x}" for part in parts)


def mix(one: str, other: str, share: float) -> str:
    """Return a colour between two: the first at a share of 0, the other at 1."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return colour_of(*(low + (high - low) * share for low, high in pairs))


def lighter(colour: str, share: float) -> str:
    """Return a colour nearer to white by a share."""
    return mix(colour, "#ffffff", share)


def darker(colour: str, share: float) -> str:
    """Return a colour in shadow: darker by a share, a little fuller and a little colder."""
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in rgb(colour)))
    red, green, blue = colorsys.hls_to_rgb(hue, light * (1 - share), min(1.0, full * 1.08))
    return colour_of(red * 255, green * 255, blue * 255 + 6 * share)
