"""The sea around a diver: shafts of light, a wreck, weeds and corals, fish, and bubbles."""

from __future__ import annotations

from faceswap.engine.scenes.air import beam, before_face, halo, motes
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    glow,
    lens,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Look

WATERS = (
    ("#7fd8ee", "#2a86b8", "#0a2f5c"),
    ("#9ce0e6", "#2f8fb0", "#0b3a5e"),
    ("#8ac4f0", "#2a6ab4", "#0c2458"),
)


def sea(look: Look, deep: bool) -> str:
    """Draw it, bright above or far down."""
    dice = look.dice
    top, middle, low = ("#2a6a9c", "#123a66", "#050f24") if deep else dice.one_of("water", WATERS)
    shade = mix(middle, low, 0.6)
    return (
        ramp("backdrop-water", even(top, middle, mix(middle, low, 0.6), low))
        + sheet(paint("backdrop-water"))
        + halo("backdrop-surface", 380, -140, 700, lighter(top, 0.6), 0.9)
        + "".join(
            beam(
                f"backdrop-ray{number}",
                (300 + number * 50, -140),
                (-160 + number * 330, 1150),
                90,
                lighter(top, 0.5),
            )
            for number in range(5)
        )
        + _wreck(mix(middle, low, 0.35), dice.one_of("side", (1, -1)))
        + _shoal(look, mix(middle, lighter(top, 0.3), 0.4))
        + _reef(look, shade, low)
        + ramp("backdrop-low", fading(low, 0.0, 0.0, 0.75))
        + sheet(paint("backdrop-low"))
        + motes(dice, "backdrop-plankton", 50, lighter(top, 0.5), (2, 7))
    )


def _wreck(tone: str, side: int) -> str:
    hull = (
        "M-300 100C-260 220 -160 260 40 260C180 256 280 200 340 60C240 110 40 130"
        " -120 110C-200 104 -260 96 -300 100Z"
    )
    masts = (
        "M-120 110L-170 -240M60 120L40 -300M220 90L250 -120M-200 -120L-90 -150M-40"
        " -190L130 -230M-20 -90L140 -110M-170 -230L60 -290M40 -290L250 -120"
    )
    ports = "".join(oval(x, 172, 15, 15, darker(tone, 0.55)) for x in range(-190, 240, 70))
    drawn = (
        fill(hull, tone)
        + stroke(masts, tone, 12)
        + ports
        + stroke("M-286 130C-100 160 140 160 318 100", darker(tone, 0.4), 7)
    )
    return moved(drawn, 500 + side * 330, 640, side * 9, 0.95 * side, 0.95)


def _shoal(look: Look, tone: str) -> str:
    fish = "M-20 0C-8 -11 10 -10 20 0C10 10 -8 11 -20 0ZM-18 0L-32 -10L-29 0L-32 10Z"
    dice = look.dice
    x, y = dice.one_of("shoal", ((160, 300), (850, 240), (130, 560)))
    far = "".join(
        moved(
            fill(fish, tone, 0.85),
            x + dice.between(f"fx{number}", -190, 190),
            y + dice.between(f"fy{number}", -90, 90),
            -8,
        )
        for number in range(26)
    )
    bright = "".join(
        moved(
            fill(fish, colour)
            + fill("M-4 -9Q2 0 -4 9L4 9Q8 0 4 -9Z", "#ffffff", 0.85)
            + oval(12, -2, 2.4, 2.4, "#10141c"),
            at[0],
            at[1],
            turn,
            size if at[0] < 500 else -size,
            size,
        )
        for at, colour, turn, size in (
            ((90, 760), look.palette.accent, -6, 2.2),
            ((930, 560), "#f2a93c", 5, 2.0),
            ((890, 640), "#f2c94c", -4, 1.5),
            ((40, 680), "#f29a3c", 4, 1.5),
        )
    )
    return far + bright


def _reef(look: Look, shade: str, low: str) -> str:
    dice = look.dice
    weeds = ""
    for number in range(22):
        x, tall = dice.between(f"wx{number}", -260, 1260), dice.between(f"wt{number}", 160, 420)
        sway = dice.between(f"ws{number}", -60, 60)
        if abs(x - 500) < 130:
            continue
        weeds += fill(
            lens(
                x, 1260, x + sway, 1260 - tall - 120, dice.between(f"ww{number}", 9, 20), sway * 0.9
            ),
            mix(shade, ("#3a7a5a", "#2f6a7a", "#5a6a3a")[number % 3], 0.5),
        )
    corals = ""
    for number in range(14):
        x, size = dice.between(f"cx{number}", -260, 1260), dice.between(f"cs{number}", 0.7, 1.5)
        tone = mix(("#e0607a", "#f08a4a", look.palette.accent, "#b060c0")[number % 4], shade, 0.4)
        corals += moved(
            stroke(
                "M0 0V-70M0 -30Q-40 -40 -44 -90M0 -44Q36 -52 44 -100M-30 -50"
                "Q-60 -60 -66 -90M28 -64Q60 -70 66 -104M0 -70Q-6 -100 -16 -116"
                "M0 -70Q10 -96 18 -120",
                tone,
                17,
            ),
            x,
            1130 - abs(x - 500) * 0.25,
            0,
            size,
            size,
        )
    ground = (
        "M-260 980Q-60 900 160 1000Q300 1050 500 1060Q760 1050 900 980Q1100 900 1260 980V1260H-260Z"
    )
    return (
        weeds
        + corals
        + ramp("backdrop-sand", even(mix(shade, "#d8c49a", 0.35), low))
        + fill(ground, paint("backdrop-sand"))
    )


def bubbles(look: Look) -> str:
    """Draw bubbles that rise before the figure, and a few near ones out of focus."""
    dice = look.dice
    drawn = ""
    for number in range(46):
        x, y = dice.between(f"ux{number}", -250, 1250), dice.between(f"uy{number}", -110, 1240)
        size = 3 + 17 * dice.share(f"us{number}") ** 3
        if not before_face(x, y):
            drawn += oval(x, y, size, size, paint("front-bubble")) + oval(
                x - size * 0.35, y - size * 0.4, size * 0.24, size * 0.18, "#ffffff", 0.9
            )
    side = dice.one_of("stream", (205, 800))
    for number in range(16):
        size = dice.between(f"ts{number}", 5, 15)
        x = side + dice.between(f"tx{number}", -34, 34)
        y = 330 - number * 30
        drawn += oval(x, y, size, size, paint("front-bubble")) + oval(
            x - size * 0.35, y - size * 0.4, size * 0.24, size * 0.18, "#ffffff", 0.9
        )
    tones = (
        (0.0, "#dff6ff", 0.06),
        (0.7, "#cfefff", 0.16),
        (0.9, "#f2fcff", 0.6),
        (1.0, "#ffffff", 0.25),
    )
    return (
        glow("front-bubble", tones, at=(0.5, 0.5), reach=0.5)
        + drawn
        + motes(dice, "front-plankton", 26, "#d6f4ff", (2, 9))
    )
