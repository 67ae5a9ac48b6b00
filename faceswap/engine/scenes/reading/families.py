"""Families of colours, and colours that take the place of others."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Callable

from faceswap.engine.scenes.colour import colour_of, rgb

GREYS = {"black": "#1c2740", "white": "#f0e2c4", "grey": "#66779c"}
"""What takes the place of colours without a hue."""

# Hues in degrees up to which a family reaches, and the hue that stands for it.
_HUES = (
    (14.0, "red", 356.0),
    (42.0, "orange", 28.0),
    (66.0, "yellow", 48.0),
    (172.0, "green", 130.0),
    (256.0, "blue", 218.0),
    (292.0, "purple", 276.0),
    (338.0, "pink", 325.0),
    (360.0, "red", 356.0),
)
_SHADES = re.compile(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b")


def _hls(colour: str) -> tuple[float, float, float]:
    hue, light, full = colorsys.rgb_to_hls(*(part / 255 for part in rgb(colour)))
    return hue * 360, light, full


def family(colour: str) -> str:
    """Return what a colour is a kind of: red, orange, brown, black ..."""
    red, green, blue = rgb(colour)
    hue, light, _ = _hls(colour)
    if max(red, green, blue) - min(red, green, blue) < (40 if light > 0.9 else 22):
        return "black" if light < 0.2 else "white" if light > 0.82 else "grey"
    name = next(name for limit, name, _ in _HUES if hue <= limit)
    return "brown" if name in ("orange", "yellow") and light < 0.38 else name


def hues_apart(one: str, other: str) -> float:
    """Return how far the hues of two colours are apart, 0 to 180 degrees."""
    apart = abs(_hls(one)[0] - _hls(other)[0])
    return min(apart, 360 - apart)


def replaced(colour: str, banned: frozenset[str]) -> str:
    """Return a colour, or one as light and as full of a family that is not banned.

    It is the nearest one by hue; where no family is left, a grey is.
    """
    kind = family(colour)
    if kind not in banned:
        return colour
    hue, light, full = _hls(colour)
    nearest = sorted({centre for _, _, centre in _HUES}, key=lambda other: _turn(hue, other))
    turned = [_turned(centre, light, full) for centre in nearest]
    for other in ([GREYS[kind]] if kind in GREYS else []) + turned:
        if family(other) not in banned:
            return other
    grey = 255 * light
    return colour_of(grey, grey, grey)


def _turn(hue: float, other: float) -> float:
    apart = abs(hue - other)
    return min(apart, 360 - apart)


def _turned(hue: float, light: float, full: float) -> str:
    red, green, blue = colorsys.hls_to_rgb(hue / 360, light, full)
    return colour_of(red * 255, green * 255, blue * 255)


def without_families(
    svg: str, banned: frozenset[str], keeps: Callable[[str], bool] = lambda _: False
) -> str:
    """Return a drawing in which colours of banned families are replaced, but for those it keeps."""
    if not banned:
        return svg

    def other(found: re.Match[str]) -> str:
        colour = found.group().lower()
        if len(colour) == 4:
            colour = "#" + "".join(sign * 2 for sign in colour[1:])
        return colour if keeps(colour) else replaced(colour, banned)

    return _SHADES.sub(other, svg)


def is_like_skin(colour: str, skin: str) -> bool:
    """Tell whether a colour may be a lit or a shaded part of the skin."""
    fuller = abs(_hls(colour)[2] - _hls(skin)[2])
    return hues_apart(colour, skin) < 9 and fuller < 0.22 and _hls(colour)[1] < 0.9
