"""A detective in the rain, as in films without colours."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.backdrops import city
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import (
    even,
    fill,
    gathered,
    mirrored,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Drawing,
    Finish,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.tailored import coat, lapels, shirt, tie

HEAD = Head(500, 474, 370, yaw=-12, roll=-4)
LAMP = Light(
    x=-0.8, y=-0.5, z=0.5, colour="#ffe9c4", ambient="#3d4356", strength=0.7, rim="#cfdcf2"
)
COLLAR = "M396 700C350 660 318 640 296 640C270 720 270 800 300 880L420 840C400 790 392 740 396 700Z"


def draw(look: Look) -> Drawing:
    """Draw them: a trench coat with its collar up, a fedora, rain."""
    colours = look.palette
    flap = "M190 830C240 800 300 782 360 776L384 940C320 950 250 970 196 1010Z"
    body = (
        coat(colours.main, LAMP.rim)
        + shirt(colours.second)
        + tie(colours.accent)
        + lapels(colours.main, 1.05)
        + ramp("body-up", even(lighter(colours.main, 0.2), darker(colours.main, 0.4)))
        + fill(COLLAR, paint("body-up"))
        + stroke(COLLAR, darker(colours.main, 0.6), 3, 0.8)
        + mirrored(
            fill(COLLAR, paint("body-up")) + stroke(COLLAR, darker(colours.main, 0.6), 3, 0.8)
        )
        + stroke(flap, darker(colours.main, 0.5), 3, 0.7)
        + mirrored(stroke(flap, darker(colours.main, 0.5), 3, 0.7))
    )
    hat = "" if look.unwanted("hat", "fedora") else HEAD.worn(_fedora(colours))
    place = city.draw(replace(look, palette=city.CITY.palette))
    return Drawing(
        place.svg, gathered(body), gathered(hat) + _rain(look), HEAD, LAMP, 12, Finish.FILM
    )


def _fedora(colours: Palette) -> str:
    felt = darker(colours.main, 0.45)
    crown = (
        "M-150 -120C-160 -220 -130 -290 -70 -282C-40 -300 0 -268 20 -278C80 -300 150 -260 152 -120Z"
    )
    top = "M-262 -96C-200 -150 -80 -140 0 -140C90 -140 220 -156 266 -104"
    brim = f"{top}C200 -62 100 -84 0 -84C-100 -84 -210 -54 -262 -96Z"
    return (
        ramp("front-felt", even(lighter(felt, 0.25), felt, darker(felt, 0.5)), along=(0, 0, 1, 0.4))
        + fill(crown, paint("front-felt"))
        + stroke("M-60 -276C-30 -220 30 -220 40 -272", darker(felt, 0.6), 12, 0.6)
        + fill(
            "M-152 -160C-60 -178 60 -178 153 -160L154 -116C60 -134 -60 -134 -152 -116Z",
            darker(colours.accent, 0.4),
        )
        + fill(brim, paint("front-felt"))
        + stroke(
            "M-262 -96C-200 -150 -80 -140 0 -140C90 -140 220 -156 266 -104",
            lighter(felt, 0.45),
            4,
            0.7,
        )
        + fill("M-150 -80C-80 -92 80 -92 150 -80C100 -52 -100 -52 -150 -80Z", "#05060a", 0.42)
    )


def _rain(look: Look) -> str:
    dice = look.dice
    drops = "".join(
        f"M{dice.between(f'x{at}', LEFT, RIGHT):.0f} {dice.between(f'y{at}', TOP, BOTTOM):.0f}"
        f"l-{8 + dice.share(f'l{at}') * 10:.0f} {50 + dice.share(f'l{at}') * 60:.0f}"
        for at in range(110)
    )
    return stroke(drops, "#dfe8f5", 2, 0.4)


DETECTIVE = Scene(
    name="detective",
    family="trades",
    title="a detective in the rain",
    words=(
        *("detective", "noir", "sherlock", "investigator", "inspector", "fedora", "trench"),
        *("spy", "mystery", "agent", "rain", "gangster", "mafia"),
    ),
    palette=Palette(main="#8d7a5c", second="#dcd8d0", accent="#3a2a3c"),
    draw=draw,
)
