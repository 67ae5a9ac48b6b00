"""A pharaoh's headcloth and its band with a cobra, in units of the head that wears it."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    fading,
    fill,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look, Palette
from faceswap.engine.scenes.wardrobe.metal import engraved, gem, gem_paints, polished

REPEATED = 'gradientUnits="userSpaceOnUse" spreadMethod="repeat"'
WING = (
    "M-60 -180C-150 -190 -196 -120 -224 -20C-250 80 -276 170 -296 236C-260 272 -224 282 -190 284"
    "L-196 500Q-150 520 -104 504L-96 300L-84 200L-60 120Z"
)
DOME = (
    "M-160 -26C-182 -180 -120 -262 0 -268C120 -262 182 -180 160 -26C150 -66 138 -84"
    " 118 -92Q0 -118 -118 -92C-138 -84 -150 -66 -160 -26Z"
)


def cloth(colours: Palette) -> str:
    """Draw what of the cloth hangs beside and behind the face, and down over the chest."""
    gold = colours.metal
    wing = (
        fill(WING, paint("body-nemes"))
        + fill(WING, paint("body-fold"))
        + stroke(WING, darker(gold, 0.45), 4)
        + stroke("M-196 500Q-150 520 -104 504", colours.accent, 12)
        + stroke("M-224 -20C-250 80 -276 170 -296 236", lighter(gold, 0.6), 3, 0.8)
    )
    return (
        f'<defs><linearGradient id="body-nemes" x2="6.8" y2="23" {REPEATED}>{_stripes(colours)}'
        "</linearGradient></defs>"
        + ramp("body-fold", fading("#12081a", 0.0, 0.1, 0.35, 0.78), along=(0, 0, 1, 0))
        + wing
        + mirrored(wing, 0)
    )


def band(look: Look) -> str:
    """Draw what of the cloth covers the skull, the band at the brow, and the cobra on it."""
    colours = look.palette
    gold = colours.metal
    line = "M-160 -34C-150 -72 -138 -88 -118 -97Q0 -124 118 -97C138 -88 150 -72 160 -34"
    return (
        f'<defs><radialGradient id="front-dome" cx="0" cy="215" r="27" {REPEATED}>'
        f"{_stripes(colours)}</radialGradient></defs>"
        + fill(DOME, paint("front-dome"))
        + ramp("front-round", fading("#12081a", 0.5, 0.0, 0.0, 0.65), along=(0, 0, 1, 0.1))
        + fill(DOME, paint("front-round"))
        + ramp("front-band", polished(gold), along=(0, 0, 1, 0.1))
        + stroke(line, darker(gold, 0.65), 27)
        + stroke(line, paint("front-band"), 22)
        + stroke(line, lighter(gold, 0.6), 2.4, 0.7)
        + engraved("M-120 -96Q0 -122 120 -96", gold, 2)
        + _cobra(colours, look)
    )


def _stripes(colours: Palette) -> str:
    gold, cloth = colours.metal, colours.main
    stops = (
        (0.0, darker(gold, 0.4)),
        (0.1, gold),
        (0.42, lighter(gold, 0.45)),
        (0.5, gold),
        (0.5, lighter(cloth, 0.4)),
        (0.6, cloth),
        (0.92, cloth),
        (1.0, darker(cloth, 0.5)),
    )
    return "".join(f'<stop offset="{at}" stop-color="{colour}"/>' for at, colour in stops)


def _cobra(colours: Palette, look: Look) -> str:
    gold = colours.metal
    hood = (
        "M0 -118C-34 -124 -46 -160 -34 -190C-26 -212 -14 -222 0 -224C14 -222 26"
        " -212 34 -190C46 -160 34 -124 0 -118Z"
    )
    scales = "".join(f"M{-20 + row} {-136 - row * 13}h{40 - row * 2}" for row in range(6))
    head = "M-15 -214C-20 -238 -12 -256 0 -258C12 -256 20 -238 15 -214Q0 -204 -15 -214Z"
    coil = "M-4 -110C-40 -112 -60 -128 -54 -150M4 -110C40 -112 60 -128 54 -150"
    kind = look.dice.one_of("eye", (colours.accent, colours.second))
    return (
        gem_paints("front", "eye", kind, gold)
        + ramp("front-cobra", polished(gold), along=(0, 0, 1, 0.4))
        + stroke(coil, darker(gold, 0.6), 17)
        + stroke(coil, paint("front-cobra"), 12)
        + moved(fill(hood, "#0c0610", 0.5), 6, 8)
        + fill(hood, paint("front-cobra"))
        + fill("M0 -122C-16 -130 -20 -160 -14 -186L14 -186C20 -160 16 -130 0 -122Z", colours.main)
        + stroke(scales, lighter(gold, 0.3), 2.4, 0.8)
        + stroke(hood, darker(gold, 0.65), 2.4)
        + fill(head, paint("front-cobra"))
        + stroke(head, darker(gold, 0.65), 2)
        + oval(-8, -236, 3.5, 4.5, kind)
        + oval(8, -236, 3.5, 4.5, kind)
        + gem("front", "eye", 0, -166, 11, 15)
    )
