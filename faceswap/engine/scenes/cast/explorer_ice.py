"""The ice around an explorer: northern lights, peaks, a tent with a lamp in it, and penguins."""

from __future__ import annotations

from faceswap.engine.scenes.air import halo, motes
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Dice, Look

LIGHTS = (("#5ce8e0", "#7a5cff"), ("#6ad8ff", "#d85cff"), ("#5cf0b8", "#4a8cff"))


def north_of(look: Look) -> tuple[str, str]:
    """Return the two colours of the northern lights."""
    return look.dice.one_of("north", LIGHTS)


def ice(look: Look, north: tuple[str, str]) -> str:
    """Draw it."""
    dice = look.dice
    snow = mix("#9ab4dc", north[0], 0.18)
    return (
        ramp("backdrop-sky", even("#050a20", "#0e2046", mix("#1c3a6a", north[0], 0.25)))
        + sheet(paint("backdrop-sky"))
        + _stars(dice)
        + _lights(dice, north)
        + _peaks(snow, north)
        + _tent(look, dice.one_of("side", (1, -1)))
        + ramp("backdrop-haze", fading(mix(snow, north[0], 0.3), 0.0, 0.0, 0.3))
        + sheet(paint("backdrop-haze"))
        + motes(dice, "backdrop-snow", 70, "#ffffff", (2, 9))
    )


def _stars(dice: Dice) -> str:
    dots = "".join(
        f"M{dice.between(f'sx{number}', -260, 1260):.0f}"
        f" {dice.between(f'sy{number}', -120, 620):.0f}l.1 0"
        for number in range(110)
    )
    return stroke(dots, "#ffffff", 4.5, 0.8)


def _lights(dice: Dice, north: tuple[str, str]) -> str:
    drawn = ""
    for band, (colour, level) in enumerate(
        ((north[1], 60), (north[0], 190), (north[0], 20), (north[1], 250))
    ):
        sway = dice.between(f"sway{band}", -60, 60)
        curtain = (
            (0.0, colour, 0.0),
            (0.45, colour, 0.16),
            (0.85, lighter(colour, 0.25), 0.5),
            (1.0, colour, 0.0),
        )
        drawn += ramp(f"backdrop-light{band}", curtain)
        for strip in range(44):
            x = -280 + strip * 36
            swing = ((strip * 0.21 + band * 1.7) % 6.28) - 3.14
            wave = swing * swing * swing / 6 - swing if abs(swing) < 2.4 else 0.0
            y = level + sway * 0.6 + wave * 62
            tall = dice.between(f"lt{band}/{strip}", 200, 380)
            drawn += fill(
                f"M{x} {y:.0f}L{x + 84} {y + 8:.0f}L{x + 90} {y + tall:.0f}"
                f"L{x - 6} {y + tall - 8:.0f}Z",
                paint(f"backdrop-light{band}"),
                dice.between(f"la{band}/{strip}", 0.25, 0.55),
            )
    return drawn


def _peaks(snow: str, north: tuple[str, str]) -> str:
    far = mix(snow, "#0e2046", 0.5)
    back = (
        "M-260 760L-120 600L-40 680L120 470L210 590L300 540L420 700L600 560L700 640"
        "L830 430L930 580L1040 500L1160 640L1260 590V1260H-260Z"
    )
    lit = (
        "M120 470L210 590L160 640L120 560L60 640L70 540ZM830 430L930 580L880 640"
        "L840 540L770 620L780 500ZM1040 500L1100 566L1060 620L1030 560L990 590Z"
    )
    return (
        ramp("backdrop-peaks", even(mix(far, north[0], 0.2), darker(far, 0.35)))
        + fill(back, paint("backdrop-peaks"))
        + fill(lit, lighter(snow, 0.35), 0.75)
        + ramp(
            "backdrop-ice", even(lighter(snow, 0.3), mix(snow, "#3a5a9a", 0.45), darker(snow, 0.55))
        )
        + fill(
            "M-260 800C-60 740 120 800 320 776C560 750 720 800 900 770C1060 744"
            " 1180 790 1260 770V1260H-260Z",
            paint("backdrop-ice"),
        )
        + stroke(
            "M-260 880C0 840 200 890 420 860M560 880C760 850 960 900 1260 860"
            "M-260 980C40 940 200 990 380 960",
            lighter(snow, 0.5),
            8,
            0.5,
        )
    )


def _tent(look: Look, side: int) -> str:
    cloth = look.palette.accent
    glowing = "#ffcf7a"
    tent = (
        fill("M-150 130L0 -110L160 130Z", mix(cloth, "#ff9a3c", 0.35))
        + fill("M-150 130L0 -110L20 130Z", lighter(glowing, 0.3), 0.85)
        + fill("M-60 130L-6 -60L14 130Z", "#fff4d0")
        + stroke("M0 -110L-190 160M0 -110L200 160", "#3a2a2a", 5, 0.7)
    )
    bird = (
        oval(0, 0, 30, 52, "#12141c")
        + oval(4, 8, 19, 40, "#f2f4f8")
        + oval(0, -52, 22, 24, "#12141c")
        + fill("M14 -54L36 -48L14 -42Z", "#f0a030")
        + fill("M-26 -30C-48 0 -46 30 -36 40L-24 10ZM26 -30C46 0 44 30 34 40L24 10Z", "#12141c")
        + oval(-10, 54, 13, 6, "#f0a030")
        + oval(14, 54, 13, 6, "#f0a030")
    )
    x = 500 + side * 370
    birds = "".join(
        moved(bird, 500 - side * across, y, 0, size * -side, size)
        for across, y, size in ((330, 812, 0.95), (430, 836, 1.1), (540, 800, 0.8))
    )
    return moved(tent, x, 720) + halo("backdrop-lamp", x, 780, 330, glowing, 0.75) + birds
