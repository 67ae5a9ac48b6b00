"""Coats, shirts and ties, cut to the same shoulders; in units of the sheet, the neck at 500."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    crease,
    creases,
    edged,
    even,
    fading,
    fill,
    mirrored,
    oval,
    paint,
    ramp,
    stroke,
)

SHOULDERS = (
    "M-60 1260C-44 1060 20 900 170 818C262 770 340 744 402 700L500 802L598 700C660 744 738 770"
    " 830 818"
    "C980 900 1044 1060 1060 1260Z"
)
LEFT_EDGE = "M402 700C340 744 262 770 170 818C20 900 -44 1060 -60 1260"


def coat(cloth: str, rim: str) -> str:
    """Return a coat's back and sleeves, with its folds and the light on its edges."""
    folds = "".join(
        crease("body-crease", *line, wide, bend)
        for line, wide, bend in (
            ((186, 824, 84, 1050), 48, -24),
            ((236, 806, 150, 1120), 44, -18),
            ((110, 900, 14, 1150), 42, -18),
            ((204, 980, 128, 1260), 50, 22),
            ((280, 880, 252, 1260), 40, 18),
        )
    )
    shine = "M176 824C104 872 54 952 36 1052C76 962 136 890 214 856Z"
    half = (
        folds
        + fill(shine, paint("body-shine"))
        + stroke("M254 786C218 900 224 1050 248 1260", darker(cloth, 0.6), 3.5, 0.7)
    )
    edge = edged(LEFT_EDGE, rim, 6) if rim else ""
    return (
        creases("body", cloth)
        + ramp(
            "body-coat",
            even(darker(cloth, 0.38), cloth, lighter(cloth, 0.1), darker(cloth, 0.32)),
            along=(0, 0, 1, 0.2),
        )
        + ramp("body-shine", fading(lighter(cloth, 0.6), 0.18, 0.0))
        + fill(SHOULDERS, paint("body-coat"))
        + half
        + mirrored(half)
        + edge
        + mirrored(edge)
    )


def shirt(linen: str, skin_shadow: str = "#20141c") -> str:
    """Return a shirt's front and its collar, in the shadow of the chin."""
    front = "M390 712L500 800L610 712L640 760L560 1260H440L360 760Z"
    wing = "M398 676C376 706 368 742 376 776L462 846L500 792C456 764 420 726 398 676Z"
    return (
        ramp("body-linen", even(lighter(linen, 0.35), linen, darker(linen, 0.18)))
        + ramp("body-wing", even(lighter(linen, 0.5), darker(linen, 0.14)), along=(0, 0, 1, 1))
        + fill(front, paint("body-linen"))
        + stroke("M500 800V1260", darker(linen, 0.3), 3, 0.7)
        + "".join(oval(506, 880 + at * 92, 7, 7, darker(linen, 0.2)) for at in range(4))
        + ramp("body-chin", fading(skin_shadow, 0.5, 0.12, 0.0))
        + fill("M390 690L500 790L610 690L640 760L500 900L360 760Z", paint("body-chin"))
        + fill(wing, paint("body-wing"))
        + stroke(wing, darker(linen, 0.35), 2.5, 0.6)
        + mirrored(fill(wing, paint("body-wing")) + stroke(wing, darker(linen, 0.35), 2.5, 0.6))
    )


def tie(silk: str) -> str:
    """Return a tie with a few stripes."""
    knot = "M466 806L534 806L522 872L478 872Z"
    blade = "M478 872L522 872L562 1130L500 1220L438 1130Z"
    stripes = "".join(f"M430 {960 + at * 74}L570 {900 + at * 74}" for at in range(5))
    return (
        ramp("body-silk", even(lighter(silk, 0.25), silk, darker(silk, 0.4)), along=(0, 0, 1, 0.2))
        + fill(blade, paint("body-silk"))
        + f'<clipPath id="body-blade"><path d="{blade}"/></clipPath>'
        + f'<g clip-path="url(#body-blade)">{stroke(stripes, lighter(silk, 0.45), 12, 0.6)}</g>'
        + fill(knot, paint("body-silk"))
        + stroke("M470 812L478 872M530 812L522 872M478 872H522", darker(silk, 0.55), 3, 0.7)
    )


def lapels(cloth: str, wide: float = 1.0) -> str:
    """Return two lapels that meet at the lowest button."""
    reach = 150 * wide
    lapel = (
        f"M392 694C366 730 350 760 344 790L{344 - reach:.0f} 880L{390 - reach:.0f} 926"
        f"L{366 - reach:.0f} 960C400 1050 450 1150 496 1230L486 1130C440 1010 402 860 392 694Z"
    )
    one = (
        fill(lapel, paint("body-lapel"))
        + stroke(lapel, darker(cloth, 0.6), 3, 0.8)
        + stroke(f"M344 790L{390 - reach:.0f} 926", darker(cloth, 0.6), 3, 0.8)
    )
    return (
        ramp("body-lapel", even(lighter(cloth, 0.2), cloth, darker(cloth, 0.3)), along=(0, 0, 1, 1))
        + one
        + mirrored(one)
    )


def buttons(metal: str, places: list[tuple[float, float]], radius: float = 13) -> str:
    """Return buttons, each with its light and its holes."""
    return "".join(
        oval(x + 2, y + 3, radius, radius, darker(metal, 0.75), 0.7)
        + oval(x, y, radius, radius, metal)
        + oval(
            x - radius * 0.25,
            y - radius * 0.3,
            radius * 0.5,
            radius * 0.4,
            lighter(metal, 0.6),
            0.8,
        )
        for x, y in places
    )
