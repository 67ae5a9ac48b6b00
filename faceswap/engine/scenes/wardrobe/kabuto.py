"""A samurai's helmet, in units of the head that wears it."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look, Palette
from faceswap.engine.scenes.wardrobe.metal import polished, rivets

BOWL = "M-182 -84C-196 -226 -110 -310 0 -314C110 -310 196 -226 182 -84Q0 -150 -182 -84Z"
PEAK = (
    "M-192 -70C-150 -150 -70 -166 0 -168C70 -166 150 -150 192 -70C120 -112 60 -116"
    " 0 -116C-60 -116 -120 -112 -192 -70Z"
)
HORN = (
    "M-14 -150C-70 -190 -150 -210 -176 -300C-184 -340 -176 -376 -150 -420C-150 -370"
    " -142 -330 -118 -300C-86 -258 -30 -226 0 -186Z"
)
FLAP = "M-176 -66C-206 -110 -252 -124 -280 -104C-286 -60 -270 -16 -236 10C-214 14 -190 -6 -172 -30Z"


def guard(colours: Palette, lacquer: str) -> str:
    """Draw the guard behind the neck: rows of scales that flare."""
    rows = ""
    for step in range(5):
        y, half = -40 + step * 52, 196 + step * 30
        line = (
            f"M{-half} {y + 40}"
            f"C{-half * 0.7:.0f} {y - 30} {half * 0.7:.0f} {y - 30} {half} {y + 40}"
        )
        low = (
            f"L{half + 26} {y + 92}"
            f"C{half * 0.7:.0f} {y + 24} {-half * 0.7:.0f} {y + 24} {-half - 26} {y + 92}Z"
        )
        silk = colours.main
        rows += (
            fill(line + low, paint("body-guard"))
            + stroke(line, lighter(lacquer, 0.4), 3, 0.7)
            + moved(stroke(line, darker(silk, 0.5), 24, 1, "7 5"), 0, 34)
            + moved(stroke(line, silk, 19, 1, "6 6"), -1, 32)
        ).replace('stroke-linecap="round"', 'stroke-linecap="butt"')
    rim = "M-316 208L-342 260C-220 190 220 190 342 260L316 208"
    shade = "M-200 -60H200L190 218Q0 170 -190 218Z"
    return (
        ramp("body-guard", even(lighter(lacquer, 0.2), lacquer, darker(lacquer, 0.5)))
        + rows
        + stroke(rim, colours.metal, 5)
        + glow("body-deep", fading("#020206", 0.95, 0.8, 0.0), at=(0.5, 0.5), reach=0.55)
        + fill(shade, paint("body-deep"))
    )


def kabuto(look: Look, lacquer: str) -> str:
    """Draw the bowl with its ribs, the peak, the flaps, the horns with a crest, and the cord."""
    colours = look.palette
    gold = colours.metal
    return (
        ramp("front-gold", polished(gold), along=(0, 0, 1, 0.5))
        + ramp("front-lacquer", polished(mix(lacquer, "#3a3640", 0.35)), along=(0, 0, 1, 0.15))
        + _bowl(lacquer, gold)
        + _flap(colours, lacquer)
        + mirrored(_flap(colours, lacquer), 0)
        + _horns(look)
        + fill(PEAK, paint("front-lacquer"))
        + ramp("front-peak", fading("#000004", 0.0, 0.15, 0.6))
        + fill(PEAK, paint("front-peak"))
        + stroke(PEAK, darker(gold, 0.5), 7)
        + stroke(PEAK, gold, 4)
        + rivets(
            "front", gold, [(-128.0, -122.0), (-72.0, -140.0), (72.0, -140.0), (128.0, -122.0)], 7
        )
        + _crest(look)
        + _cord(colours)
    )


def _bowl(lacquer: str, gold: str) -> str:
    ribs = "".join(
        f"M{x} {-104 - 20 * (1 - abs(x) / 182):.0f}"
        f"C{x * 1.12:.0f} -210 {x * 0.62:.0f} -284 {x * 0.1:.0f} -312"
        for x in (-160, -128, -94, -60, -28, 28, 60, 94, 128, 160)
    )
    return (
        fill(BOWL, paint("front-lacquer"))
        + glow("front-sheen", fading("#ffffff", 0.55, 0.1, 0.0), at=(0.66, 0.28), reach=0.36)
        + fill(BOWL, paint("front-sheen"))
        + stroke(ribs, darker(lacquer, 0.6), 7, 0.9)
        + moved(stroke(ribs, mix(gold, lacquer, 0.15), 2.6), -2, 0)
        + oval(0, -312, 26, 12, paint("front-gold"))
        + oval(0, -318, 14, 9, darker(gold, 0.6))
    )


def _flap(colours: Palette, lacquer: str) -> str:
    flower = "".join(
        moved(oval(0, -11, 6, 9, paint("front-gold")), -232, -58, turn)
        for turn in range(0, 360, 72)
    )
    return (
        moved(fill(FLAP, "#020206", 0.45), 5, 12)
        + fill(FLAP, mix(colours.main, lacquer, 0.3))
        + ramp("front-flap", fading("#000004", 0.0, 0.55), along=(0, 0, 1, 1))
        + fill(FLAP, paint("front-flap"))
        + stroke(FLAP, darker(colours.metal, 0.5), 9)
        + stroke(FLAP, colours.metal, 5.5)
        + flower
    )


def _horns(look: Look) -> str:
    gold = look.palette.metal
    tall = look.dice.between("tall", 0.8, 1.06)
    drawn = (
        fill(HORN, paint("front-gold"))
        + fill("M-14 -150C-70 -190 -150 -210 -176 -300C-150 -250 -70 -220 0 -186Z", "#fff4cc", 0.35)
        + stroke(HORN, darker(gold, 0.65), 2.5, 0.8)
        + stroke(
            "M-150 -410C-150 -370 -142 -330 -118 -300C-86 -258 -30 -226 -4 -190",
            "#fff8e0",
            2.5,
            0.8,
        )
    )
    both = drawn + mirrored(drawn, 0)
    return moved(moved(both, 0, 150), 0, -150, 0, 2.0 - tall, tall)


def _crest(look: Look) -> str:
    gold, gem = look.palette.metal, look.palette.accent
    rays = "".join(
        moved(fill("M-7 -30L0 -62L7 -30Z", paint("front-gold")), 0, -166, turn)
        for turn in range(0, 360, 30)
    )
    return (
        oval(4, -158, 42, 42, "#020206", 0.45)
        + rays
        + oval(0, -166, 38, 38, paint("front-gold"))
        + stroke("M-38 -166a38 38 0 1 0 76 0a38 38 0 1 0 -76 0", darker(gold, 0.6), 2)
        + glow(
            "front-boss", even(lighter(gem, 0.6), gem, darker(gem, 0.6)), at=(0.35, 0.3), reach=0.75
        )
        + oval(0, -166, 24, 24, paint("front-boss"))
        + oval(-8, -175, 7, 5, "#ffffff", 0.8)
    )


def _cord(colours: Palette) -> str:
    line = "M-152 -40C-158 60 -140 150 -70 214Q-30 240 0 236Q30 240 70 214C140 150 158 60 152 -40"
    knot = (
        "M0 236C-40 216 -66 236 -56 256C-40 270 -14 254 0 238C14 254 40 270 56"
        " 256C66 236 40 216 0 236"
        "M-4 242Q-22 280 -30 330M4 242Q18 286 22 324"
    )
    cord = colours.accent
    tassels = "M-30 322l-14 52q14 8 26 0ZM22 318l-12 52q14 8 26 0Z"
    return "".join(
        stroke(path, darker(cord, 0.6), 13)
        + stroke(path, cord, 9.5)
        + stroke(path, lighter(cord, 0.5), 3, 0.7, "5 7")
        for path in (line, knot)
    ) + fill(tassels, cord)
