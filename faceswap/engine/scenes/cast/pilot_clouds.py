"""The sky of a pilot: clouds by the hour of the day, and biplanes among them."""

from __future__ import annotations

from dataclasses import dataclass

from faceswap.engine.scenes.air import beam, cloud, halo, puff
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Dice, Light, Look, Mood


@dataclass(frozen=True, slots=True)
class Sky:
    """The colours of a sky from above to the horizon, its sun, and the light of it."""

    high: str
    low: str
    sun: str
    light: Light


DUSK = Sky(
    "#3f4f8c",
    "#e8906a",
    "#ffd08a",
    Light(x=0.6, y=-0.25, z=0.65, colour="#ffdcae", ambient="#6a6a90", rim="#ffb566"),
)
DAY = Sky(
    "#3f83c8",
    "#a8d4ee",
    "#fff4d6",
    Light(x=0.5, y=-0.6, z=0.65, colour="#fff6e6", ambient="#7f98b8", rim="#ffffff"),
)
STORM = Sky(
    "#232a40",
    "#5a6478",
    "#c9d6e8",
    Light(x=0.5, y=-0.4, z=0.6, colour="#dfe8ff", ambient="#454e66", rim="#b9d0ff"),
)


def sky_of(look: Look) -> Sky:
    """Return the sky that the mood or the words ask for, or one at random."""
    if look.mood in (Mood.EVIL, Mood.ANGRY, Mood.SAD) or look.asks_for("storm", "rain", "war"):
        return STORM
    if look.asks_for("sunset", "dusk", "evening"):
        return DUSK
    return look.dice.one_of("sky", (DUSK, DUSK, DAY))


def clouds(look: Look, sky: Sky) -> str:
    """Draw it."""
    dice = look.dice
    side = dice.one_of("side", (1, -1))
    plane, x = _biplane(look), (800, 200)[side < 0]
    return (
        ramp("backdrop-sky", even(sky.high, mix(sky.high, sky.low, 0.45), sky.low, sky.sun))
        + sheet(paint("backdrop-sky"))
        + halo("backdrop-sun", 860, 560, 640, sky.sun, 0.95)
        + beam("backdrop-ray", (880, 540), (120, -80), 110, sky.sun)
        + beam("backdrop-ray-two", (880, 540), (-240, 400), 90, sky.sun)
        + puff("backdrop-puff", lighter(sky.sun, 0.35), mix(sky.low, sky.high, 0.45))
        + puff(
            "backdrop-far", mix(sky.low, lighter(sky.sun, 0.3), 0.55), mix(sky.low, sky.high, 0.3)
        )
        + _heaps(dice, "backdrop-far", 7, 140, 560, 420)
        + moved(plane, 1000 - x + 30, 330, 8 * side, 0.34 * side, 0.34)
        + moved(plane, x, 210, -10 * side, 0.92 * side, 0.92)
        + _heaps(dice, "backdrop-puff", 9, 660, 1120, 620)
        + ramp("backdrop-haze", fading(mix(sky.low, sky.sun, 0.5), 0.0, 0.0, 0.35))
        + sheet(paint("backdrop-haze"), 0.7)
    )


def _heaps(dice: Dice, tone: str, count: int, top: float, bottom: float, width: float) -> str:
    return "".join(
        cloud(
            dice,
            f"{tone}{number}",
            dice.between(f"{tone}x{number}", -240, 1240),
            top + (bottom - top) * number / count,
            width * dice.between(f"{tone}w{number}", 0.7, 1.3),
            tone,
        )
        for number in range(count)
    )


def _biplane(look: Look) -> str:
    red, wood = look.palette.accent, "#6a4a30"
    upper = "M-260 -86Q0 -112 260 -86L256 -62Q0 -84 -256 -62Z"
    lower = "M-230 46Q0 26 230 46L226 66Q0 52 -226 66Z"
    struts = (
        "M-190 -66L-180 46M-120 -72L-112 40M190 -66L180 46M120 -72L112 40M-50 -76"
        "L-34 -20M50 -76L34 -20"
    )
    wires = "M-190 -66L-112 40M-120 -72L-180 46M190 -66L112 40M120 -72L180 46"
    wheels = "".join(
        oval(x, 122, 13, 27, "#1c1614") + oval(x, 122, 6, 13, "#8a8078") for x in (-58, 58)
    )
    mark = "".join(
        oval(x, -76, 26, 9, look.palette.second) + oval(x, -76, 13, 5, "#2b3a6a")
        for x in (-170, 170)
    )
    blur = oval(0, 4, 104, 104, "#f4f0e8", 0.16) + stroke(
        "M-60 -84C-20 -40 20 44 62 90", "#3a2a1c", 15, 0.7
    )
    return (
        ramp("backdrop-wing", even(lighter(red, 0.3), red, darker(red, 0.55)))
        + ramp("backdrop-nose", even(lighter(red, 0.25), darker(red, 0.45)))
        + stroke(struts, wood, 8)
        + stroke(wires, "#3a3030", 2.4, 0.7)
        + fill("M-70 -6L-150 -20L-150 -8L-66 12ZM70 -6L150 -20L150 -8L66 12Z", darker(red, 0.4))
        + fill(lower, paint("backdrop-wing"))
        + stroke("M-22 56L-56 118M22 56L56 118M-58 122H58", wood, 8)
        + wheels
        + oval(0, 2, 62, 66, paint("backdrop-nose"))
        + oval(0, 4, 46, 48, "#2a2422")
        + "".join(moved(box(-7, -44, 14, 26, "#8d8a86"), 0, 4, turn) for turn in range(0, 360, 40))
        + oval(0, 4, 17, 17, look.palette.metal)
        + oval(0, -74, 21, 24, wood)
        + mirrored(oval(0, -78, 10, 8, "#e8e0d0"), 0)
        + fill(upper, paint("backdrop-wing"))
        + mark
        + blur
    )
