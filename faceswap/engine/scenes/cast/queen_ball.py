"""The ball of a queen: arches, chandeliers, curtains, and guests far out of focus."""

from __future__ import annotations

from faceswap.engine.scenes.air import bokeh, halo, motes
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


def ball(look: Look, dark: bool) -> str:
    """Draw it by candlelight, or by the moon."""
    colours, dice = look.palette, look.dice
    wall = mix("#8a6a4c", colours.main, 0.35)
    wall = darker(wall, 0.72) if dark else mix(wall, "#ffdca8", 0.12)
    flame = "#c7b4ff" if dark else "#ffd08a"
    sky = "#3a4a8c" if dark else dice.one_of("sky", ("#e9a77c", "#7d6fb4", "#d98a86"))
    return (
        glow(
            "backdrop-wall", even(lighter(wall, 0.35), wall, darker(wall, 0.65)), (0.55, 0.35), 0.8
        )
        + sheet(paint("backdrop-wall"))
        + _arches(wall, sky, dark)
        + _curtains(colours.main if dark else mix(colours.main, colours.accent, 0.4))
        + _chandelier(look, flame)
        + _guests(look, dark)
        + bokeh(dice, "backdrop-candles", 40, flame, (8, 26), (-250, 420, 1250, 760))
        + bokeh(dice, "backdrop-gold", 26, colours.accent, (8, 22), (-250, 520, 1250, 820))
        + motes(dice, "backdrop-glints", 40, "#fff4d8", (3, 9))
        + ramp("backdrop-low", fading(darker(wall, 0.85), 0.0, 0.0, 0.75))
        + sheet(paint("backdrop-low"))
    )


def _arches(wall: str, sky: str, dark: bool) -> str:
    opening = "M-110 560L-110 40C-110 -110 110 -110 110 40L110 560Z"
    drawn = ""
    for x, size in ((-150, 0.9), (130, 1.0), (500, 1.3), (870, 1.0), (1150, 0.9)):
        drawn += moved(
            stroke(opening, lighter(wall, 0.3), 46)
            + stroke(opening, darker(wall, 0.3), 20)
            + fill(opening, paint("backdrop-sky"))
            + stroke("M0 -70V560M-110 120H110M-110 300H110", darker(wall, 0.2), 9),
            x,
            180,
            0,
            size,
            size,
        )
    moon = halo("backdrop-moon", 130, 120, 120, "#f2f0ff", 0.95) if dark else ""
    return ramp("backdrop-sky", even(darker(sky, 0.3), sky, lighter(sky, 0.5))) + drawn + moon


def _curtains(cloth: str) -> str:
    hang = "M-280 -120L150 -120C150 120 80 300 -20 420C-40 640 -30 900 -10 1260L-280 1260Z"
    folds = "".join(
        f"M{60 - step * 52} -120C{70 - step * 50} 160 {-10 - step * 40} 340 {-70 - step * 34} 440"
        f"C{-60 - step * 34} 700 {-70 - step * 34} 1000 {-50 - step * 40} 1260"
        for step in range(5)
    )
    drape = (
        fill(hang, paint("backdrop-curtain"))
        + stroke(folds, darker(cloth, 0.6), 22, 0.6)
        + moved(stroke(folds, lighter(cloth, 0.25), 9, 0.5), 20, 0)
        + stroke("M150 -120C150 120 80 300 -20 420", "#d9b24c", 10, 0.8)
        + oval(-30, 424, 36, 20, "#d9b24c")
    )
    return ramp("backdrop-curtain", even(cloth, darker(cloth, 0.5)), along=(0, 0, 1, 0.4)) + (
        drape + mirrored(drape, 500)
    )


def _chandelier(look: Look, flame: str) -> str:
    drawn = ""
    for number, (x, y, size) in enumerate(((330, 150, 1.0), (760, 60, 0.75))):
        arms = "M-150 40Q-90 96 0 84Q90 96 150 40M-96 10Q-50 60 0 60Q50 60 96 10M0 -300V100"
        lights = "".join(
            oval(at, high, 11, 22, "#fff6dc")
            for at, high in (
                (-150, 14),
                (-96, -14),
                (-48, 30),
                (0, 20),
                (48, 30),
                (96, -14),
                (150, 14),
            )
        )
        drops = "".join(
            oval(at, 110 - abs(at) * 0.3, 9, 15, "#ffffff", 0.7) for at in range(-120, 121, 30)
        )
        drawn += moved(stroke(arms, look.palette.metal, 9) + drops + lights, x, y, 0, size, size)
        drawn += halo(f"backdrop-lamp{number}", x, y, 330 * size, flame, 0.75)
    return drawn


def _guests(look: Look, dark: bool) -> str:
    colours = look.palette
    tones = (colours.accent, mix(colours.main, "#201828", 0.5), "#2c3552", "#c9a56c", "#5c2438")
    drawn = ""
    for number, x in enumerate(range(-220, 1300, 118)):
        tone = darker(look.dice.one_of(f"guest{number}", tones), 0.5 if dark else 0.18)
        y = 640 + look.dice.between(f"tall{number}", -30, 30)
        drawn += oval(x, y, 27, 34, mix("#c99a78", tone, 0.4 if dark else 0.15)) + fill(
            f"M{x - 64} 1260C{x - 70} {y + 90:.0f} {x - 40} {y + 36:.0f} {x} {y + 34:.0f}"
            f"C{x + 40} {y + 36:.0f} {x + 70} {y + 90:.0f} {x + 64} 1260Z",
            tone,
        )
        drawn += oval(x, y - 14, 29, 26, darker(tone, 0.6))
    return drawn + box(-260, 900, 1520, 360, "#120c18", 0.35)
