"""A vampire under the moon."""

from __future__ import annotations

from faceswap.engine.scenes.air import motes
from faceswap.engine.scenes.backdrops.parts import band, glow, ridge
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
from faceswap.engine.scenes.scene import Drawing, Head, Light, Look, Palette, Scene
from faceswap.engine.scenes.wardrobe.metal import gem, gem_paints
from faceswap.engine.scenes.wardrobe.tailored import coat, lapels, shirt

HEAD = Head(500, 456, 362, yaw=-9, roll=-3)
LAMP = Light(
    x=-0.6, y=-0.5, z=0.55, colour="#dfe8ff", ambient="#4a3f5f", strength=0.62, rim="#b9c8ff"
)
WING = (
    "M404 730C330 640 250 500 150 430C130 600 150 760 230 900L400 1010L470 900C430 850 410 790"
    " 404 730Z"
)


def draw(look: Look) -> Drawing:
    """Draw them: a cloak whose collar stands, a waistcoat, a jewel, bats and mist."""
    colours = look.palette
    lining = colours.accent
    one = (
        fill(WING, paint("body-lining"))
        + stroke(WING, darker(colours.main, 0.4), 9)
        + stroke(
            "M404 730C350 700 240 560 170 470M404 760C340 760 250 680 176 600",
            darker(lining, 0.5),
            5,
            0.6,
        )
    )
    ruffle = (
        "M500 800C440 820 430 900 470 930C430 960 440 1030 500 1060C560 1030 570 960 530 930"
        "C570 900 560 820 500 800Z"
    )
    body = (
        ramp(
            "body-lining",
            even(lighter(lining, 0.15), lining, darker(lining, 0.6)),
            along=(1, 0, 0, 1),
        )
        + one
        + mirrored(one)
        + coat(colours.main, LAMP.rim)
        + shirt(colours.second)
        + lapels(colours.main, 0.8)
        + ramp("body-lace", even("#ffffff", colours.second, darker(colours.second, 0.25)))
        + fill(ruffle, paint("body-lace"))
        + stroke(
            "M500 810V1050M462 860C490 880 510 880 538 860M460 980C490 1000 510 1000 540 980",
            darker(colours.second, 0.35),
            4,
            0.6,
        )
        + gem_paints("body", "stone", lining, colours.metal)
        + gem("body", "stone", 500, 826, 30, 36)
    )
    front = motes(look.dice, "front-mist", 14, "#c9d2ee", (6, 20))
    return Drawing(_night(look), gathered(body), gathered(front), HEAD, LAMP, 6)


def _night(look: Look) -> str:
    dice = look.dice
    x = dice.one_of("moon", (210, 790))
    bats = "".join(
        f'<path transform="translate({dice.between(f"x{at}", -100, 1100):.0f}'
        f' {dice.between(f"y{at}", 20, 420):.0f}) scale({dice.between(f"s{at}", 0.5, 1.2):.2f})"'
        ' d="M0 0C-20 -30 -50 -26 -80 -34C-66 -14 -60 0 -62 16C-44 2 -26 4 -12 16L0 34L12 16'
        'C26 4 44 2 62 16C60 0 66 -14 80 -34C50 -26 20 -30 0 0Z" fill="#0a0712"/>'
        for at in range(8)
    )
    castle = (
        '<path d="M-260 900V560h60v-60h30v60h70v-160l50-90l50 90v160h60v-70h40v70h80V900Z"'
        ' fill="#17122a"/>'
        '<path d="M-68 470h22v36h-22ZM-160 600h20v30h-20Z" fill="#ffcf87"/>'
    )
    return (
        band("night", ("#0d0a20", "#241a44", "#4a2a5c", "#6a3350"))
        + glow("shine", (x, 240), 420, "#dfe4ff", 0.7)
        + oval(x, 240, 118, 118, "#f1efe0")
        + oval(x - 34, 214, 22, 20, "#d9d6c6")
        + oval(x + 30, 270, 30, 26, "#dcd9ca")
        + castle
        + ridge(dice, "hill", 800, 40, "#120e22")
        + bats
        + glow("mist", (500, 980), 700, "#7a6aa0", 0.4)
    )


VAMPIRE = Scene(
    name="vampire",
    family="comics",
    title="a vampire under the moon",
    words=(
        *("vampire", "dracula", "villain", "gothic", "goth", "halloween", "count", "bats"),
        *("undead", "dark", "blood", "moonlight", "fangs", "lord"),
    ),
    palette=Palette(main="#1c1826", second="#e9e4ea", metal="#c9b06a", accent="#a3122a"),
    draw=draw,
)
