"""Crowns, in units of the head that wears them."""

from __future__ import annotations

import math
from enum import StrEnum

from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    crease,
    creases,
    even,
    fading,
    fill,
    glow,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Dice, Palette
from faceswap.engine.scenes.wardrobe.metal import (
    engraved,
    gem,
    gem_paints,
    pearl,
    pearl_paints,
    polished,
)

FRONT, BACK = (-78, -52, -26, 0, 26, 52, 78), (-62, -36, -12, 12, 36, 62)
REACH, FLARE = 160.0, 176.0
CAP = "M-152 -150C-172 -236 -112 -280 0 -284C112 -280 172 -236 152 -150Q0 -112 -152 -150Z"
BAND = "M-161 -112Q0 -74 161 -112L170 -174Q0 -134 -170 -174Z"


class Points(StrEnum):
    """What stands on a crown's band."""

    LILIES = "lilies"
    CROSSES = "crosses"
    SPIKES = "spikes"


def crown(dice: Dice, colours: Palette, points: Points) -> str:
    """Draw a crown with a cap of velvet in the main colour, its stones in the accent's."""
    metal = colours.metal
    return (
        gem_paints("front", "stone", colours.accent, metal)
        + gem_paints("front", "second", _second_stone(dice, colours), metal)
        + pearl_paints("front")
        + ramp("front-band", polished(metal), along=(0, 0, 1, 0.12))
        + ramp("front-lit", polished(metal), along=(0, 0, 1, 0.4))
        + ramp("front-far", even(darker(metal, 0.3), darker(metal, 0.65)))
        + "".join(_standing(points, turn, 0.8, "front-far", -190, 22) for turn in BACK)
        + _cap(colours.main)
        + "".join(_standing(points, turn, 1.0, "front-lit", -168, -30) for turn in FRONT)
        + _band(dice, metal)
    )


def _second_stone(dice: Dice, colours: Palette) -> str:
    return dice.one_of("stones", (colours.main, "#7a2f9a", colours.accent, "#e8e4f4"))


def _cap(cloth: str) -> str:
    folds = "".join(
        crease("front-crease", x, -140, x * 0.3, -276, width, x * 0.28)
        for x, width in ((-128, 15), (-92, 16), (-52, 15), (-10, 14), (34, 15), (80, 16), (124, 14))
    )
    stops = (
        (0.0, lighter(cloth, 0.3), 1.0),
        (0.4, cloth, 1.0),
        (1.0, darker(cloth, 0.66), 1.0),
    )
    return (
        glow("front-cap", stops, at=(0.32, 0.2), reach=0.8)
        + fill(CAP, paint("front-cap"))
        + creases("front", cloth)
        + folds
    )


def _standing(points: Points, turn: float, size: float, tone: str, level: float, dip: float) -> str:
    across, near = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    y = level + 38 * near * (1 if dip < 0 else -0.6)
    tall = size * (1.5 if turn in (0, -52, 52) else 1.12)
    drawn = {Points.LILIES: _lily, Points.CROSSES: _cross, Points.SPIKES: _spike}[points](tone)
    return moved(drawn, across * FLARE * 0.97, y, across * 7, (0.5 + 0.68 * near) * size, tall)


def _lily(tone: str) -> str:
    middle = (
        "M0 6C-13 -16 -27 -40 -21 -58C-17 -74 -7 -84 0 -104C7 -84 17 -74 21 -58C27 -40 13 -16 0 6Z"
    )
    left = "M-7 0C-15 -30 -28 -50 -44 -47C-57 -43 -57 -26 -46 -20C-47 -32 -36 -34 -30 -22L-21 6Z"
    right = "M7 0C15 -30 28 -50 44 -47C57 -43 57 -26 46 -20C47 -32 36 -34 30 -22L21 6Z"
    return (
        fill(left, paint(tone))
        + fill(right, paint(tone))
        + fill(middle, paint(tone))
        + stroke(f"{left}{right}{middle}", "#2a1608", 1.6, 0.55)
        + stroke("M-13 -40Q-15 -56 -2 -84", "#ffffff", 2.4, 0.6)
        + fill("M-25 -8Q0 0 25 -8L24 4Q0 12 -24 4Z", paint(tone))
        + (pearl("front", 0, -106, 8) if tone == "front-lit" else "")
    )


def _cross(tone: str) -> str:
    arms = (
        "M-9 10Q-5 -16 -7 -40Q-18 -34 -38 -22Q-46 -50 -38 -78Q-18 -66 -7 -60Q-10 -74 -20 -96"
        "Q0 -106 20 -96Q10 -74 7 -60Q18 -66 38 -78Q46 -50 38 -22Q18 -34 7 -40Q5 -16 9 10Z"
    )
    return (
        fill(arms, paint(tone))
        + stroke(arms, "#2a1608", 1.6, 0.55)
        + stroke("M-37 -70Q-20 -62 -6 -56M-15 -93Q-8 -76 -6 -58", "#ffffff", 2.2, 0.6)
        + (gem("front", "second", 0, -50, 9) if tone == "front-lit" else "")
    )


def _spike(tone: str) -> str:
    path = "M-30 8Q-13 -40 0 -112Q13 -40 30 8Z"
    return (
        fill(path, paint(tone))
        + fill("M0 -112Q13 -40 30 8L4 8Z", "#1a0c04", 0.35)
        + stroke(path, "#2a1608", 1.6, 0.5)
        + stroke("M-16 -8Q-6 -46 0 -92", "#ffffff", 2, 0.6)
        + (pearl("front", 0, -114, 9) if tone == "front-lit" else "")
    )


def _band(dice: Dice, metal: str) -> str:
    stones = "".join(_stone(dice, turn) for turn in (-66, -44, -22, 22, 44, 66))
    scroll = "".join(
        f"M{math.sin(math.radians(turn)) * 165 - 8:.1f} {_level(turn) - 6:.1f}q8 -16 16 0t-16 12"
        for turn in (-55, -33, -11, 11, 33, 55)
    )
    roll = "M-171 -172Q0 -132 171 -172M-161 -112Q0 -74 161 -112"
    return (
        fill(BAND, paint("front-band"))
        + ramp("front-shade", fading("#1a0c04", 0.0, 0.0, 0.5))
        + fill(BAND, paint("front-shade"))
        + engraved(scroll, metal, 1.8)
        + stroke(roll, darker(metal, 0.6), 13)
        + stroke(roll, metal, 9.5)
        + stroke(roll, darker(metal, 0.5), 9, 0.55, dash="1 9")
        + stroke(roll, lighter(metal, 0.7), 2.6, 0.85)
        + stones
        + oval(0, -108, 30, 34, darker(metal, 0.6))
        + gem("front", "stone", 0, -110, 22, 26)
    )


def _level(turn: float) -> float:
    return -144 + 38 * math.cos(math.radians(turn))


def _stone(dice: Dice, turn: float) -> str:
    across, near = math.sin(math.radians(turn)), math.cos(math.radians(turn))
    x, y = across * 166, _level(turn)
    if abs(turn) == 44 or (abs(turn) == 22 and dice.share("few") < 0.5):
        return gem("front", "second", x, y, 13 * (0.4 + 0.6 * near), 13)
    return pearl("front", x, y - 11, 7) + pearl("front", x, y + 8, 7)


def tiara(dice: Dice, colours: Palette) -> str:
    """Draw a tiara: arches with pearls and drops of the accent's colour, tallest in the middle."""
    metal, drawn = colours.metal, ""
    tall = dice.between("tiara", 96, 128)
    for turn in (-74, 74, -56, 56, -37, 37, -18.5, 18.5, 0):
        across, near = math.sin(math.radians(turn)), math.cos(math.radians(turn))
        x, y = across * 146, -104 - 34 * near
        drawn += moved(_arch(turn, 38 + (tall - 38) * near**2), x, y, across * 10, 0.4 + 0.6 * near)
    base = "M-146 -106Q0 -172 146 -106"
    stones = "".join(
        pearl("front", math.sin(angle) * 144, -106 - 33 * math.cos(angle) + 1, 5.5)
        for angle in (math.radians(turn) for turn in range(-76, 77, 8))
    )
    return (
        gem_paints("front", "stone", colours.accent, metal)
        + gem_paints("front", "second", _second_stone(dice, colours), metal)
        + pearl_paints("front")
        + ramp("front-lit", polished(metal), along=(0, 0, 1, 0.6))
        + drawn
        + stroke(base, darker(metal, 0.6), 16)
        + stroke(base, lighter(metal, 0.2), 11)
        + stones
    )


def _arch(turn: float, tall: float) -> str:
    outer = f"M-25 4C-27 {-tall * 0.55:.1f} -10 {-tall * 0.8:.1f} 0 {-tall:.1f}"
    outer += f"C10 {-tall * 0.8:.1f} 27 {-tall * 0.55:.1f} 25 4"
    inner = f"M-13 0C-14 {-tall * 0.4:.1f} -6 {-tall * 0.55:.1f} 0 {-tall * 0.68:.1f}"
    inner += f"C6 {-tall * 0.55:.1f} 14 {-tall * 0.4:.1f} 13 0"
    kind = "stone" if abs(turn) in (0, 37, 74) else "second"
    size = 5 + tall * 0.055
    return (
        stroke(outer, "#2a1608", 8, 0.6)
        + stroke(outer, paint("front-lit"), 6)
        + stroke(outer, "#fff6dc", 1.5, 0.75)
        + stroke(inner, paint("front-lit"), 3.5)
        + gem("front", kind, 0, -tall * 0.36, size, size * 1.35)
        + (gem("front", "stone", 0, -tall, 12, 15) if turn == 0 else pearl("front", 0, -tall, 7))
    )
