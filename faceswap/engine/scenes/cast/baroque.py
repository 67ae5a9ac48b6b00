"""A noble with a ruff before a dark ground, in oil."""

from __future__ import annotations

import math

from faceswap.engine.scenes.backdrops.parts import band, glow
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
from faceswap.engine.scenes.scene import Drawing, Finish, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.tailored import buttons, coat

HEAD = Head(500, 430, 356, yaw=-15, roll=-2)
LAMP = Light(
    x=-0.8, y=-0.4, z=0.5, colour="#ffe3b8", ambient="#3f3830", strength=0.72, rim="#c9a878"
)
FOLDS = 34


def draw(look: Look) -> Drawing:
    """Draw them: black satin, a row of buttons, a millstone ruff under the chin."""
    colours = look.palette
    cloth = colours.main
    satin = (
        "M240 900C280 860 330 850 350 900C330 1000 300 1100 280 1260H200C200 1100 210 1000 240 900Z"
    )
    body = (
        coat(cloth, LAMP.rim)
        + ramp("body-satin", even(lighter(cloth, 0.35), darker(cloth, 0.3)))
        + fill(satin, paint("body-satin"))
        + stroke("M500 860V1260", darker(cloth, 0.6), 8)
        + buttons(colours.metal, [(500, 900.0 + at * 62) for at in range(6)], 15)
        + stroke(
            "M236 850C320 1010 420 1080 500 1090C580 1080 680 1010 764 850",
            colours.metal,
            8,
            0.9,
            "3 9",
        )
    )
    x = look.dice.between("light", 220, 420)
    ground = band("ground", ("#2a211a", "#3f3226", "#1a140f")) + glow(
        "glow", (x, 420), 640, "#8a6a48", 0.5
    )
    return Drawing(ground, gathered(body), gathered(_ruff(colours)), HEAD, LAMP, 8, Finish.OIL)


def _ruff(colours: Palette) -> str:
    """Return the ruff's front half: loops of linen around an ellipse, and their shadow."""
    linen = colours.second
    loops = ""
    for at in range(FOLDS + 1):
        turn = math.pi * at / FOLDS
        across, down = math.cos(turn), math.sin(turn)
        x, y = 500 + 262 * across, 672 + 92 * down
        loops += oval(x, y, 22, 30 + 14 * down, darker(linen, 0.26 - 0.16 * down))
        loops += oval(x - 3, y - 2, 14, 24 + 12 * down, lighter(linen, 0.3 * down))
        loops += oval(x, y + 4, 6, 15 + 8 * down, darker(linen, 0.5), 0.8)
    plate = (
        "M238 668C250 590 360 640 500 640C640 640 750 590 762 668C740 770 620 790 500 790C380"
        " 790 260 770 238 668Z"
    )
    inner = "M332 640C380 672 620 672 668 640C700 700 600 730 500 730C400 730 300 700 332 640Z"
    pleats = "".join(
        f"M{500 + 150 * math.cos(math.pi * at / 24):.0f}"
        f" {664 + 52 * math.sin(math.pi * at / 24):.0f}"
        f"L{500 + 262 * math.cos(math.pi * at / 24):.0f}"
        f" {672 + 92 * math.sin(math.pi * at / 24):.0f}"
        for at in range(25)
    )
    return (
        ramp("front-plate", even(darker(linen, 0.25), linen, lighter(linen, 0.4)))
        + fill(plate, paint("front-plate"))
        + stroke(pleats, darker(linen, 0.3), 5, 0.6)
        + fill(inner, "#3a2a20", 0.35)
        + loops
    )


BAROQUE = Scene(
    name="baroque noble",
    family="gallery",
    title="a noble with a ruff, in oil",
    words=(
        *("baroque", "noble", "nobleman", "noblewoman", "rembrandt", "ruff", "duke", "duchess"),
        *("aristocrat", "dutch", "count", "countess", "lord", "lady"),
    ),
    palette=Palette(main="#1e1b20", second="#e6dfd0", metal="#b98f4a", accent="#7a2e2a"),
    draw=draw,
)
