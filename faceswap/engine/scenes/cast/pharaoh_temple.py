"""Behind a pharaoh: pyramids under a low sun, or the painted columns of a temple by torchlight."""

from __future__ import annotations

from faceswap.engine.scenes.air import beam, bokeh, halo, motes
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Look

SKIES = (
    ("#3f5f9a", "#e59a5a", "#ffdc94"),
    ("#2f86b8", "#9fd0d8", "#fbe2a8"),
    ("#6a3a6e", "#dc6a4c", "#ffbf6a"),
)


def temple(look: Look, night: bool) -> str:
    """Draw the one by day, the other by night."""
    return (_inside if night else _desert)(look)


def _desert(look: Look) -> str:
    high, low, sun = look.dice.one_of("sky", SKIES)
    sand = mix("#d9a45c", low, 0.25)
    pyramids = ""
    for x, y, half in ((820, 320, 430), (110, 410, 320), (470, 520, 200)):
        pyramids += fill(
            (f"M{x} {y}L{x + half} {y + half * 1.15:.0f}L{x - half} {y + half * 1.15:.0f}Z"),
            mix(sand, sun, 0.35),
        )
        pyramids += fill(
            (
                f"M{x} {y}L{x + half} {y + half * 1.15:.0f}"
                f"L{x + half * 0.22:.0f} {y + half * 1.15:.0f}Z"
            ),
            darker(sand, 0.42),
        )
        pyramids += stroke(
            "".join(
                (
                    f"M{x - half * at:.0f} {y + half * 1.15 * at:.0f}"
                    f"L{x + half * 0.22 * at:.0f} {y + half * 1.15 * at:.0f}"
                )
                for at in (0.3, 0.45, 0.6, 0.75, 0.9)
            ),
            darker(sand, 0.25),
            5,
            0.45,
        )
    palm = "".join(
        fill(
            (
                f"M0 0C{40 * way} -70 {110 * way} -80 {160 * way} {-10 + drop}"
                f"C{110 * way} -50 {50 * way} -40 0 10Z"
            ),
            "#2c3a2c",
        )
        for way, drop in ((1, 0), (-1, 0), (0.8, 60), (-0.8, 60), (0.4, 90), (-0.4, 90))
    ) + stroke("M0 0Q16 160 -6 420", "#4a3220", 20)
    palms = moved(palm, 60, 500, -4, 1.1, 1.1) + moved(palm, 985, 560, 5) + moved(palm, -150, 540)
    return (
        ramp("backdrop-sky", even(high, mix(high, low, 0.5), low, sun, sun))
        + sheet(paint("backdrop-sky"))
        + halo("backdrop-sun", 300, 330, 620, sun, 0.95)
        + oval(300, 330, 86, 86, "#fff6d8")
        + pyramids
        + ramp("backdrop-sand", even(lighter(sand, 0.15), darker(sand, 0.3), darker(sand, 0.5)))
        + fill("M-260 770Q100 700 500 760T1260 740V1260H-260Z", paint("backdrop-sand"))
        + fill(
            "M-260 850Q200 790 620 860T1260 830V880Q900 850 620 900T-260 890Z",
            mix("#4a8a9a", sun, 0.35),
            0.85,
        )
        + palms
        + halo("backdrop-warm", 300, 760, 520, sun, 0.5)
        + motes(look.dice, "backdrop-dust", 40, "#ffe8b8", (3, 10))
    )


def _inside(look: Look) -> str:
    colours, dice = look.palette, look.dice
    stone, flame = mix("#3a2c30", colours.main, 0.25), "#ffa24a"
    signs = (
        "M-16 -16h32v32h-32Z",
        "M0 -20L18 16H-18Z",
        "M-20 0q20 -22 40 0q-20 22 -40 0Z",
        "M-5 -22h10v14h14v8h-14v22h-10v-22h-14v-8h14Z",
    )
    column = box(-76, -140, 152, 1400, paint("backdrop-column"))
    for row in range(11):
        y = 30 + row * 78
        column += box(
            -76, y - 36, 152, 8, (colours.metal, colours.accent, colours.second)[row % 3], 0.7
        )
        column += "".join(
            moved(
                fill(dice.one_of(f"sign{row}{at}", signs), mix(colours.metal, stone, 0.3), 0.75),
                at,
                y,
            )
            for at in (-46, 0, 46)
        )
    capital = fill(
        "M-80 -20C-130 -60 -130 -120 -120 -150H120C130 -120 130 -60 80 -20Z",
        mix(colours.second, stone, 0.45),
    )
    capital += "".join(
        stroke(f"M{x * 0.62:.0f} -24L{x} -146", colours.metal, 7, 0.7) for x in range(-108, 109, 36)
    )
    torch = (
        fill("M-14 0h28l-8 150h-12Z", "#2a1a10")
        + fill("M-30 0C-40 -60 -10 -70 0 -130C14 -70 40 -60 30 0Z", flame)
        + fill("M-14 0C-18 -34 -4 -40 0 -74C8 -40 18 -34 14 0Z", "#fff0b0")
    )
    side = (
        moved(column + capital, 90, 60)
        + moved(column + capital, -150, 110, 0, 0.9, 0.9)
        + moved(torch, 214, 560)
    )
    return (
        glow(
            "backdrop-dark",
            even(mix(stone, flame, 0.42), stone, darker(stone, 0.75)),
            (0.5, 0.4),
            0.75,
        )
        + sheet(paint("backdrop-dark"))
        + fill("M350 1260V150H650V1260Z", "#120c12", 0.55)
        + halo("backdrop-deep", 500, 420, 420, colours.metal, 0.55)
        + ramp(
            "backdrop-column",
            even(darker(stone, 0.3), lighter(mix(stone, flame, 0.35), 0.12), darker(stone, 0.5)),
            along=(0, 0, 1, 0),
        )
        + side
        + mirrored(side, 500)
        + halo("backdrop-torch", 214, 520, 330, flame, 0.8)
        + halo("backdrop-torch-two", 786, 520, 330, flame, 0.8)
        + beam("backdrop-ray", (420, -120), (620, 1100), 220, "#ffdf9e")
        + bokeh(dice, "backdrop-lights", 22, flame, (8, 20), (-250, 600, 1250, 900))
        + ramp("backdrop-low", fading("#0c060c", 0.0, 0.0, 0.7))
        + sheet(paint("backdrop-low"))
    )
