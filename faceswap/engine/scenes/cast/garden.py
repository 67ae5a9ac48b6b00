"""A garden in flower, as impressionists saw it."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    oval,
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
from faceswap.engine.scenes.wardrobe.tailored import coat, shirt

HEAD = Head(500, 470, 356, yaw=10, roll=5)
LAMP = Light(
    x=-0.5, y=-0.7, z=0.6, colour="#fff2c9", ambient="#8fa89a", strength=0.5, rim="#fff3c4"
)
PETALS = ("#e86a8a", "#f2a2b8", "#f7d25c", "#ffffff", "#b98ad9", "#ef7f4a")


def draw(look: Look) -> Drawing:
    """Draw them: a light jacket, a straw hat with a ribbon, flowers before and behind."""
    colours = look.palette
    body = coat(colours.main, LAMP.rim) + shirt(colours.second)
    hat = "" if look.unwanted("hat") else HEAD.worn(_straw(colours))
    hair = None if look.words & {"short", "bald"} else Hair.LONG
    front = gathered(hat + _flowers(look))
    return Drawing(_beds(look), gathered(body), front, HEAD, LAMP, 9, Finish.OIL, hair)


def _straw(colours: Palette) -> str:
    straw, ribbon = "#e3c57e", colours.accent
    crown = (
        "M-140 -112C-140 -250 -70 -270 0 -270C70 -270 140 -250 140 -112C60 -140 -60 -140 -140 -112Z"
    )
    brim = (
        "M-290 -100C-220 -190 220 -190 290 -100C220 -60 90 -104 0 -104C-90 -104 -220 -60 -290 -100Z"
    )
    weave = "".join(
        f"M{-260 + at * 26} {-118 - abs(10 - at) * -3:.0f}q40 -26 80 -6" for at in range(20)
    )
    return (
        ramp(
            "front-straw",
            even(lighter(straw, 0.4), straw, darker(straw, 0.35)),
            along=(0, 0, 1, 0.6),
        )
        + fill(crown, paint("front-straw"))
        + fill("M-142 -150C-60 -176 60 -176 142 -150L142 -112C60 -140 -60 -140 -142 -112Z", ribbon)
        + fill(brim, paint("front-straw"))
        + stroke(weave, darker(straw, 0.3), 3, 0.5)
        + fill("M-150 -92C-80 -108 80 -108 150 -92C100 -64 -100 -64 -150 -92Z", "#3a2a10", 0.3)
    )


def _beds(look: Look) -> str:
    dice = look.dice
    return (
        band("air", ("#bcd9e6", "#dbe8c4", "#a9c47a", "#6f9850", "#4f7a3f"))
        + glow("sun", (dice.between("sun", 200, 800), 120), 520, "#fff6cf", 0.8)
        + bokeh(
            dice, "leaf", 90, ("#7fae55", "#5f9148", "#a8c96a"), (LEFT, 160, RIGHT, 900), (20, 60)
        )
        + bokeh(dice, "bloom", 120, PETALS, (LEFT, 320, RIGHT, BOTTOM), (9, 26))
    )


def _flowers(look: Look) -> str:
    """Return a few flowers close by, in the lower corners."""
    dice, drawn = look.dice, ""
    for at in range(16):
        x = dice.one_of(f"c{at}", (60, 170, 830, 940)) + dice.between(f"x{at}", -90, 90)
        y, size = dice.between(f"y{at}", 980, 1230), dice.between(f"s{at}", 22, 44)
        colour = dice.one_of(f"p{at}", PETALS)
        drawn += stroke(f"M{x:.0f} {y:.0f}q10 90 -8 260", "#4f7a3f", 8)
        for dx, dy in ((0, -1), (0.95, -0.3), (0.6, 0.8), (-0.6, 0.8), (-0.95, -0.3)):
            drawn += oval(x + dx * size * 0.7, y + dy * size * 0.7, size * 0.6, size * 0.55, colour)
        drawn += oval(x, y, size * 0.4, size * 0.4, "#f2b632")
    return drawn


GARDEN = Scene(
    name="garden",
    family="gallery",
    title="a garden in flower, in oil",
    words=(
        *("garden", "flowers", "impressionist", "monet", "renoir", "straw", "spring", "meadow"),
        *("roses", "gogh", "blossom", "picnic", "floral", "gardener"),
    ),
    palette=Palette(main="#e9e4d4", second="#fbf7ea", metal="#c9a04e", accent="#c4505f"),
    draw=draw,
)
