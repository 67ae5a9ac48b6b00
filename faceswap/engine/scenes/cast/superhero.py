"""A hero above the city, as comics print them."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.backdrops import city, mountains
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
from faceswap.engine.scenes.scene import Drawing, Finish, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.tailored import coat

HEAD = Head(500, 440, 366, yaw=10, roll=-4, pitch=5)
LAMP = Light(
    x=-0.7, y=-0.5, z=0.55, colour="#fff0d0", ambient="#5f6a9a", strength=0.65, rim="#9fc4ff"
)
SIGNS = (
    "M0 -92L26 -30L94 -28L40 14L60 80L0 42L-60 80L-40 14L-94 -28L-26 -30Z",
    "M14 -96L-62 14H-8L-26 96L64 -22H8Z",
    "M0 96C-96 40 -80 -60 0 -30C80 -60 96 40 0 96Z",
    "M-92 -10C-60 -70 -20 -30 0 -64C20 -30 60 -70 92 -10C60 0 30 20 0 84C-30 20 -60 0 -92 -10Z",
)


def draw(look: Look) -> Drawing:
    """Draw them: a suit that fits, a cape in the wind, a sign of their own."""
    colours = look.palette
    suit, cape = colours.main, colours.second
    wind = look.dice.between("wind", -60, 60)
    cloak = (
        f"M396 706C250 720 110 800 {-40 + wind:.0f} 1000C{-180 + wind:.0f} 1120 -220 1200 -260 1260"
        f"H1260C1200 1180 1130 1080 {1040 + wind:.0f} 990C900 800 750 720 604 706Z"
    )
    pleats = (
        f"M330 730C200 820 60 1000 -20 1260M280 740C120 840 {-40 + wind:.0f} 1010 -140 1260"
        f"M670 730C800 820 940 1000 1020 1260M720 740C880 840 {1040 + wind:.0f} 1010 1140 1260"
    )
    muscle = (
        "M500 890C440 960 330 980 262 930M500 890C560 960 670 980 738 930M500 900V1260"
        "M420 1100C450 1120 480 1122 500 1116M580 1100C550 1120 520 1122 500 1116"
    )
    clasp = "M372 720C420 790 580 790 628 720L652 770C590 850 410 850 348 770Z"
    sign = (
        '<g transform="translate(500 1000) scale(1.05)">'
        + oval(0, 0, 128, 120, darker(colours.accent, 0.3))
        + oval(0, 0, 116, 108, colours.accent)
        + fill(look.dice.one_of("sign", SIGNS), suit)
        + stroke("M-116 0a116 108 0 1 0 232 0a116 108 0 1 0 -232 0", colours.metal, 8)
        + "</g>"
    )
    body = (
        ramp("body-cape", even(lighter(cape, 0.2), cape, darker(cape, 0.5)))
        + fill(cloak, paint("body-cape"))
        + stroke(pleats, darker(cape, 0.55), 14, 0.6)
        + coat(suit, LAMP.rim)
        + stroke(muscle, darker(suit, 0.5), 7, 0.6)
        + sign
        + fill(clasp, paint("body-cape"))
        + stroke(clasp, darker(cape, 0.6), 4, 0.7)
        + mirrored(oval(352, 762, 26, 26, colours.metal))
        + oval(352, 762, 26, 26, colours.metal)
    )
    if look.asks_for("day", "sun", "sunset", "sunrise"):
        place = mountains.draw(replace(look, palette=mountains.MOUNTAINS.palette))
    else:
        place = city.draw(replace(look, palette=city.CITY.palette))
    return Drawing(place.svg, gathered(body), "", HEAD, LAMP, 4, Finish.COMIC)


SUPERHERO = Scene(
    name="superhero",
    family="comics",
    title="a hero above the city",
    words=(
        *("superhero", "superheroine", "hero", "heroine", "comic", "cape", "super", "powers"),
        *("avenger", "vigilante", "saviour", "champion"),
    ),
    palette=Palette(main="#2450a8", second="#c4202e", metal="#e3bf55", accent="#f2c230"),
    draw=draw,
)
