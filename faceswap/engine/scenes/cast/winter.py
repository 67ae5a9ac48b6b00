"""A winter's guest in red and white."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.backdrops import snow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.fur import curve, fur
from faceswap.engine.scenes.wardrobe.tailored import coat

HEAD = Head(500, 462, 360, yaw=-6, roll=3)
LAMP = Light(x=0.5, y=-0.4, z=0.7, colour="#fff0dc", ambient="#a9bccf", strength=0.5, rim="#fff4e0")
LEFT = curve([(470, 1260), (462, 1060), (430, 920), (360, 830), (372, 750), (430, 700)])
RIGHT = curve([(570, 700), (628, 750), (640, 830), (570, 920), (538, 1060), (530, 1260)])
BRIM = curve([(-168, -92), (-90, -134), (0, -146), (90, -134), (168, -92)])


def draw(look: Look) -> Drawing:
    """Draw them: a coat with fur, a soft hat with a pompon, snow in the air."""
    colours = look.palette
    cloth, wool = colours.main, colours.second
    belt = "M60 1120C240 1180 760 1180 940 1120V1210C760 1260 240 1260 60 1210Z"
    body = (
        coat(cloth, LAMP.rim)
        + fill(belt, "#23191a")
        + stroke("M430 1142H570V1240H430Z", colours.metal, 16)
        + fur(look.dice, "wool-right", RIGHT, 96, darker(wool, 0.05), 6)
        + fur(look.dice, "wool-left", LEFT, 96, darker(wool, 0.12), 6)
    )
    front = motes(look.dice, "front-flake", 40, "#ffffff", (4, 15))
    hair = None
    if not look.unwanted("hat"):
        front = HEAD.worn(_hat(look)) + front
        hair = Hair.SHORT
    place = snow.draw(replace(look, palette=snow.SNOW.palette))
    return Drawing(place.svg, gathered(body), gathered(front), HEAD, LAMP, 11, hair=hair)


def _hat(look: Look) -> str:
    cloth, wool = look.palette.main, look.palette.second
    side = look.dice.one_of("side", (-1, 1))
    cone = (
        "M-158 -112C-150 -260 -60 -350 40 -352C150 -350 226 -250 236 -96"
        "C214 -170 176 -214 130 -214C150 -180 158 -140 158 -112C60 -150 -60 -150 -158 -112Z"
    )
    folds = (
        "M-110 -150C-90 -240 -40 -300 30 -320M-40 -160C-20 -230 30 -270 90 -280M40 -160C60"
        " -210 90 -230 120 -232"
    )
    return (
        f'<g transform="scale({side} 1)">'
        + ramp(
            "front-cone",
            even(lighter(cloth, 0.18), cloth, darker(cloth, 0.45)),
            along=(0, 0, 1, 0.5),
        )
        + fill(cone, paint("front-cone"))
        + stroke(folds, darker(cloth, 0.5), 10, 0.55)
        + fur(look.dice, "front-ball", curve([(222, -100), (238, -84), (246, -60)]), 66, wool, 5)
        + "</g>"
        + fur(look.dice, "front-brim", BRIM, 66, wool, 5)
    )


WINTER = Scene(
    name="santa",
    family="festival",
    title="a guest of winter, in red and white",
    words=(
        *("santa", "christmas", "xmas", "winter", "snow", "claus", "festive", "holiday"),
        *("december", "elf", "sleigh", "noel"),
    ),
    palette=Palette(main="#b3202c", second="#f4efe6", metal="#d9b24c", accent="#2f6b45"),
    draw=draw,
)
