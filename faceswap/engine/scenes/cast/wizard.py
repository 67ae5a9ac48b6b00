"""A wizard with a staff that glows."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.air import halo, motes
from faceswap.engine.scenes.backdrops import library, space
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    mirrored,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Drawing, Hair, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.tailored import coat

HEAD = Head(480, 492, 350, yaw=9, roll=3)
COLLAR = (
    "M396 704C330 670 290 680 262 720C280 800 340 870 440 910L500 960L470 840C430 800 406 760"
    " 396 704Z"
)


def draw(look: Look) -> Drawing:
    """Draw them: a robe with stars, a bent hat, a crystal that lights the face."""
    colours, magic = look.palette, look.palette.accent
    lamp = Light(
        x=0.8,
        y=-0.1,
        z=0.55,
        colour=lighter(magic, 0.6),
        ambient="#4f4a72",
        strength=0.6,
        rim=lighter(magic, 0.2),
    )
    stars = "".join(
        _star(
            look.dice.between(f"x{at}", 60, 940),
            look.dice.between(f"y{at}", 900, 1240),
            16,
            colours.metal,
        )
        for at in range(14)
    )
    body = (
        coat(colours.main, lamp.rim)
        + stars
        + ramp("body-collar", even(lighter(colours.second, 0.2), darker(colours.second, 0.4)))
        + fill(COLLAR, paint("body-collar"))
        + stroke(COLLAR, colours.metal, 7)
        + mirrored(fill(COLLAR, paint("body-collar")) + stroke(COLLAR, colours.metal, 7))
        + oval(500, 930, 34, 38, colours.metal)
        + oval(500, 930, 24, 28, magic)
        + oval(492, 920, 9, 10, "#ffffff", 0.8)
    )
    front = _staff(look) + motes(look.dice, "front-magic", 30, lighter(magic, 0.5), (3, 12))
    hair = Hair.LONG
    if not look.unwanted("hat"):
        front = HEAD.worn(_hat(look)) + front
    if look.asks_for("stars", "night", "moon"):
        place = space.draw(replace(look, palette=space.SPACE.palette))
    else:
        place = library.draw(replace(look, palette=library.LIBRARY.palette))
    return Drawing(place.svg, gathered(body), gathered(front), HEAD, lamp, 12, hair=hair)


def _star(x: float, y: float, size: float, colour: str) -> str:
    arm = size * 0.28
    return fill(
        f"M{x:.1f} {y - size:.1f}L{x + arm:.1f} {y - arm:.1f}L{x + size:.1f} {y:.1f}"
        f"L{x + arm:.1f} {y + arm:.1f}L{x:.1f} {y + size:.1f}L{x - arm:.1f} {y + arm:.1f}"
        f"L{x - size:.1f} {y:.1f}L{x - arm:.1f} {y - arm:.1f}Z",
        colour,
        0.85,
    )


def _hat(look: Look) -> str:
    cloth, gold = look.palette.main, look.palette.metal
    side = look.dice.one_of("bend", (-1, 1))
    cone = (
        "M-146 -110C-110 -240 -70 -340 -10 -420C30 -470 110 -480 150 -420C100 -430 84 -400 92"
        " -350C110 -270 130 -190 146 -110C60 -150 -60 -150 -146 -110Z"
    )
    brim = "M-268 -84C-190 -156 190 -156 268 -84C190 -66 90 -96 0 -96C-90 -96 -190 -66 -268 -84Z"
    return (
        f'<g transform="scale({side} 1)">'
        + ramp(
            "front-hat", even(lighter(cloth, 0.25), cloth, darker(cloth, 0.5)), along=(0, 0, 1, 0.3)
        )
        + fill(cone, paint("front-hat"))
        + stroke(
            "M-60 -250C-20 -230 40 -236 84 -270M-20 -350C10 -336 50 -340 84 -360",
            darker(cloth, 0.55),
            9,
            0.6,
        )
        + _star(-30, -220, 20, gold)
        + _star(50, -300, 14, gold)
        + _star(60, -190, 16, gold)
        + fill(
            "M-146 -112C-60 -150 60 -150 146 -112L152 -84C60 -120 -60 -120 -152 -84Z",
            darker(look.palette.second, 0.2),
        )
        + fill(brim, paint("front-hat"))
        + stroke("M-268 -84C-190 -156 190 -156 268 -84", lighter(cloth, 0.45), 5, 0.7)
        + "</g>"
    )


def _staff(look: Look) -> str:
    magic = look.palette.accent
    wood = "M858 1260C866 1040 852 820 866 560L894 560C890 820 900 1040 902 1260Z"
    claw = (
        "M866 570C820 540 816 470 846 440C836 480 850 520 880 540C910 520 924 480 914 440C944"
        " 470 940 540 894 570Z"
    )
    crystal = "M880 400L912 460L880 532L848 460Z"
    return (
        ramp("front-wood", even("#6b4a2e", "#8f6a44", "#3a2416"), along=(0, 0, 1, 0))
        + halo("front-halo", 880, 460, 210, magic, 0.9)
        + fill(wood, paint("front-wood"))
        + stroke("M876 1250C880 1040 870 820 880 580", "#3a2416", 4, 0.6)
        + fill(claw, paint("front-wood"))
        + fill(crystal, lighter(magic, 0.45))
        + fill("M880 400L912 460L880 532Z", magic)
        + stroke(crystal, "#ffffff", 3, 0.8)
    )


WIZARD = Scene(
    name="wizard",
    family="comics",
    title="a wizard with a glowing staff",
    words=(
        *("wizard", "sorcerer", "sorceress", "witch", "mage", "magic", "magician", "spell"),
        *("warlock", "druid", "staff", "potion", "enchanted", "fantasy"),
    ),
    palette=Palette(main="#3b2f7a", second="#6a4a9c", metal="#e3bf55", accent="#4fc3ff"),
    draw=draw,
)
