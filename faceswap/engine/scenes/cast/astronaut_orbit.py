"""What an astronaut hangs before: the Earth's rim, the Moon's ground, or a nebula with a planet."""

from __future__ import annotations

from dataclasses import dataclass

from faceswap.engine.scenes.air import halo
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
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
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Dice, Look


@dataclass(frozen=True, slots=True)
class Sky:
    """A place in space; `rim` is the light it throws on edges, `glint` what glass mirrors."""

    name: str
    rim: str
    glint: str


EARTH = Sky("earth", "#7cc0ff", "#5aa8ff")
MOON = Sky("moon", "#ffffff", "#9ab4dc")
MARS = Sky("mars", "#ff9a6a", "#e07a4a")
NEBULA = Sky("nebula", "#ff8ad0", "#b47cff")


def sky_of(look: Look) -> Sky:
    """Return the place that the prompt names, or one at random."""
    for sky in (MOON, MARS, NEBULA, EARTH):
        if look.asks_for(sky.name):
            return sky
    return (
        NEBULA if look.asks_for("galaxy") else look.dice.one_of("sky", (EARTH, EARTH, NEBULA, MOON))
    )


def orbit(look: Look, sky: Sky) -> str:
    """Draw it."""
    deep = mix("#060914", sky.rim, 0.06)
    drawn = {"earth": _earth, "moon": _moon, "mars": _mars, "nebula": _nebula}[sky.name](look.dice)
    return ramp("backdrop-deep", even(deep, "#04060f", mix(deep, sky.rim, 0.08))) + (
        sheet(paint("backdrop-deep")) + _stars(look.dice) + drawn
    )


def _stars(dice: Dice) -> str:
    small = "".join(
        f"M{dice.between(f'sx{number}', LEFT, RIGHT):.0f}"
        f" {dice.between(f'sy{number}', TOP, BOTTOM):.0f}l.1 0"
        for number in range(170)
    )
    large = "".join(
        f"M{dice.between(f'lx{number}', LEFT, RIGHT):.0f}"
        f" {dice.between(f'ly{number}', TOP, 800):.0f}l.1 0"
        for number in range(36)
    )
    return stroke(small, "#ffffff", 4, 0.75) + stroke(large, "#dfe8ff", 8, 0.95)


def _earth(dice: Dice) -> str:
    x, y, radius = dice.one_of("where", ((960, 1060, 720), (60, 1040, 700), (860, 160, 420)))
    tones = (
        (0.0, "#3f8ad8", 1.0),
        (0.55, "#1f5aa8", 1.0),
        (0.85, "#0e2f66", 1.0),
        (0.97, "#0a1c40", 1.0),
        (1.0, "#6fbcff", 1.0),
    )
    land = "".join(
        moved(
            fill(
                "M-90 -30C-60 -80 10 -70 40 -40C90 -50 110 0 70 30C60 80 -10 70"
                " -30 40C-80 50 -120 10 -90 -30Z",
                "#5f8a58",
                0.85,
            ),
            x + dice.between(f"ex{number}", -0.6, 0.6) * radius,
            y + dice.between(f"ey{number}", -0.75, 0.5) * radius,
            dice.between(f"et{number}", 0, 360),
            radius / 420,
            radius / 560,
        )
        for number in range(6)
    )
    whirls = "".join(
        moved(
            fill(f"{lens(-120, 0, 120, 0, 9, 26)}{lens(-60, 20, 190, 10, 7, 20)}", "#ffffff", 0.55)
            + fill(lens(-30, -16, 90, -10, 12, 16), "#ffffff", 0.4),
            x + dice.between(f"wx{number}", -0.75, 0.6) * radius,
            y + dice.between(f"wy{number}", -0.85, 0.6) * radius,
            dice.between(f"wt{number}", -40, 20),
            radius / 480,
            radius / 560,
        )
        for number in range(22)
    )
    air = (
        (0.0, "#6ab8ff", 0.0),
        (0.82, "#6ab8ff", 0.85),
        (0.9, "#6ab8ff", 0.3),
        (1.0, "#6ab8ff", 0.0),
    )
    return (
        glow("backdrop-air", air)
        + oval(x, y, radius * 1.2, radius * 1.2, paint("backdrop-air"))
        + glow("backdrop-earth", tones, at=(0.4, 0.38), reach=0.64)
        + oval(x, y, radius, radius, paint("backdrop-earth"))
        + land
        + whirls
        + glow(
            "backdrop-night",
            ((0.0, "#020510", 0.0), (0.6, "#020510", 0.1), (1.0, "#020510", 0.85)),
            at=(0.3, 0.3),
            reach=0.8,
        )
        + oval(x, y, radius * 1.01, radius * 1.01, paint("backdrop-night"))
        + halo("backdrop-sun", 150, 90, 360, "#fff2d0", 0.9)
        + oval(150, 90, 34, 34, "#ffffff")
    )


def _moon(dice: Dice) -> str:
    return _ground(dice, "#8d8f96", "#2c2e36") + _far_earth(850, 190, 130)


def _mars(dice: Dice) -> str:
    dust = "#c8663c"
    return (
        halo("backdrop-dust", 500, 760, 900, dust, 0.8)
        + _ground(dice, dust, "#4a1c12")
        + halo("backdrop-sun", 180, 180, 260, "#ffe2c0", 0.9)
    )


def _far_earth(x: float, y: float, radius: float) -> str:
    return (
        halo("backdrop-air", x, y, radius * 1.7, "#6ab8ff", 0.7)
        + glow("backdrop-globe", even("#a8d4ff", "#2f70c0", "#071634"), at=(0.32, 0.3), reach=0.75)
        + oval(x, y, radius, radius, paint("backdrop-globe"))
        + "".join(
            moved(fill(lens(-64, 0, 64, 0, 8, 14), "#ffffff", 0.6), x + across, y + down, turn)
            for across, down, turn in ((-44, -62, -14), (20, -30, -6), (-40, 22, 8), (40, 54, -12))
        )
        + fill(f"M{x - 40} {y - 30}q40 -20 60 10t-20 50q-50 0 -40 -60Z", "#5f8a58", 0.7)
    )


def _ground(dice: Dice, tone: str, dark: str) -> str:
    craters = ""
    for number in range(16):
        cx, cy = dice.between(f"cx{number}", LEFT, RIGHT), dice.between(f"cy{number}", 790, 1240)
        wide = (cy - 700) * dice.between(f"cw{number}", 0.1, 0.32)
        craters += oval(cx, cy, wide, wide * 0.28, darker(tone, 0.5)) + oval(
            cx + 4, cy + wide * 0.1, wide * 0.92, wide * 0.2, lighter(tone, 0.22)
        )
    hills = (
        "M-260 760C-120 640 20 700 140 640C260 590 320 720 470 690C620 660 700 600"
        " 820 650C960 700 1080 620 1260 700V1260H-260Z"
    )
    return (
        ramp("backdrop-hills", even(lighter(tone, 0.1), dark))
        + fill(hills, paint("backdrop-hills"))
        + ramp("backdrop-ground", even(lighter(tone, 0.25), tone, dark))
        + fill("M-260 780Q200 720 620 770T1260 760V1260H-260Z", paint("backdrop-ground"))
        + craters
    )


def _nebula(dice: Dice) -> str:
    clouds = ""
    hues = ("#7a3cff", "#ff4fa8", "#2fa8ff", "#ff9a4f", "#5a2fd0")
    for number in range(11):
        clouds += halo(
            f"backdrop-gas{number}",
            dice.between(f"nx{number}", -200, 1200),
            dice.between(f"ny{number}", -80, 1100),
            dice.between(f"nr{number}", 240, 480),
            hues[number % 5],
            0.42,
        )
    x, y, radius = dice.one_of("planet", ((820, 200, 130), (150, 190, 140), (880, 300, 150)))
    ring = (
        f"M{x - radius * 1.9:.0f} {y + radius * 0.5:.0f}"
        f"C{x - radius * 0.8:.0f} {y + radius * 0.9:.0f} {x + radius * 1.3:.0f}"
        f" {y + radius * 0.1:.0f} {x + radius * 1.9:.0f} {y - radius * 0.55:.0f}"
    )
    return (
        clouds
        + glow("backdrop-planet", even("#ffe0b0", "#d88a5a", "#4a1f4a"), at=(0.32, 0.3), reach=0.78)
        + oval(x, y, radius, radius, paint("backdrop-planet"))
        + stroke(
            f"M{x - radius * 0.9:.0f} {y - radius * 0.3:.0f}"
            f"q{radius * 0.9:.0f} 40 {radius * 1.7:.0f} -30"
            f"M{x - radius * 0.95:.0f} {y + radius * 0.2:.0f}"
            f"q{radius * 0.9:.0f} 40 {radius * 1.8:.0f} -30",
            "#ffd8a8",
            13,
            0.4,
        )
        + stroke(ring, "#f2d8c0", 22, 0.75)
        + stroke(ring, "#8a5a6a", 5, 0.8)
    )
