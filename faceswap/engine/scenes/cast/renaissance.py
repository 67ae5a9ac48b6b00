"""A portrait in oil, as masters of the Renaissance painted it."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, glow, ridge
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import (
    BOTTOM,
    LEFT,
    RIGHT,
    Drawing,
    Finish,
    Hair,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.metal import gem, gem_paints
from faceswap.engine.scenes.wardrobe.tailored import coat

HEAD = Head(496, 440, 366, yaw=14, roll=2)
LAMP = Light(
    x=-0.65, y=-0.5, z=0.6, colour="#ffe7bd", ambient="#6f6a58", strength=0.6, rim="#e6d2a0"
)


def draw(look: Look) -> Drawing:
    """Draw them: velvet with slashes, a chemise, a chain, and a country with a river behind."""
    colours = look.palette
    cloth = colours.main
    chemise = "M392 706C430 790 570 790 608 706L700 790C640 900 360 900 300 790Z"
    gathers = "".join(
        f"M{330 + at * 22} {800 + abs(8 - at) * -3}l{(at - 8) * 2} 60" for at in range(17)
    )
    hem = "M300 790C360 900 640 900 700 790"
    slashes = "".join(
        f"M{x} {y}q{18 if x < 500 else -18} 40 0 92q{-26 if x < 500 else 26} -46 0 -92Z"
        for x, y in (
            (120, 950),
            (190, 920),
            (86, 1090),
            (160, 1070),
            (880, 950),
            (810, 920),
            (914, 1090),
            (840, 1070),
        )
    )
    links = "M250 800C300 980 420 1060 500 1070C580 1060 700 980 750 800"
    body = (
        coat(cloth, LAMP.rim)
        + ramp("body-linen", even("#fbf3df", colours.second, darker(colours.second, 0.3)))
        + fill(chemise, paint("body-linen"))
        + stroke(gathers, darker(colours.second, 0.35), 4, 0.5)
        + stroke(hem, darker(cloth, 0.5), 26)
        + stroke(hem, colours.metal, 15)
        + stroke(hem, lighter(colours.metal, 0.4), 5, 0.9, "2 12")
        + fill(slashes, colours.second)
        + stroke(slashes, colours.metal, 4, 0.8)
        + stroke(links, darker(colours.metal, 0.5), 18)
        + stroke(links, colours.metal, 12, 1, "16 5")
        + gem_paints("body", "stone", colours.accent, colours.metal)
        + gem("body", "stone", 500, 1086, 34, 40)
    )
    wears_cap = not look.unwanted("hat", "cap", "beret") and look.dice.share("cap") < 0.6
    front = HEAD.worn(_beret(colours)) if wears_cap else ""
    return Drawing(
        _country(look), gathered(body), gathered(front), HEAD, LAMP, 5, Finish.OIL, Hair.LONG
    )


def _beret(colours: Palette) -> str:
    felt = darker(colours.main, 0.35)
    cap = (
        "M-170 -110C-240 -180 -190 -280 -60 -280C80 -290 220 -240 200 -150C190 -110 160 -104"
        " 150 -104C60 -140 -80 -150 -170 -110Z"
    )
    return (
        ramp("front-felt", even(lighter(felt, 0.3), felt, darker(felt, 0.5)), along=(0, 0, 1, 0.6))
        + fill(cap, paint("front-felt"))
        + stroke("M-130 -150C-60 -190 70 -190 160 -140", darker(felt, 0.5), 9, 0.6)
        + fill(
            "M-170 -112C-80 -150 60 -142 152 -106L150 -86C60 -120 -80 -128 -166 -92Z",
            darker(felt, 0.4),
        )
    )


def _country(look: Look) -> str:
    dice = look.dice
    river = (
        "M560 640C700 660 520 700 640 740C820 790 480 830 560 900C640 960 300 990 340 1260H760"
        "C700 1040 900 980 820 900C760 830 960 790 780 740C700 700 800 660 640 636Z"
    )
    trees = "".join(
        f'<ellipse cx="{dice.between(f"x{at}", LEFT, RIGHT):.0f}"'
        f' cy="{dice.between(f"y{at}", 700, 860):.0f}"'
        f' rx="{dice.between(f"r{at}", 24, 60):.0f}" ry="{dice.between(f"h{at}", 30, 76):.0f}"'
        ' fill="#3f4a2a"/>'
        for at in range(14)
    )
    return (
        band("sky", ("#6f8796", "#a9b3a2", "#e3cf9a", "#d9b87a"))
        + glow("sun", (dice.between("sun", 200, 800), 520), 420, "#fff0c4", 0.6)
        + ridge(dice, "far", 560, 70, "#8ba0a0")
        + ridge(dice, "middle", 650, 50, "#7f8a64")
        + f'<path d="{river}" fill="#b9c4b4"/>'
        + trees
        + ridge(dice, "near", 900, 40, "#5a5a34")
        + band("ground", ("#5a5a34", "#33301c"), (LEFT, 960, RIGHT, BOTTOM))
    )


RENAISSANCE = Scene(
    name="oil painting",
    family="gallery",
    title="a portrait in oil, of the Renaissance",
    words=(
        *("oil", "painting", "renaissance", "painted", "portrait", "mona", "lisa", "leonardo"),
        *("museum", "masterpiece", "classical", "canvas", "florence", "art"),
    ),
    palette=Palette(main="#5a2a2e", second="#e9dcc0", metal="#c9a04e", accent="#2f5f6b"),
    draw=draw,
)
