"""A chef in a kitchen, between copper and flames."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
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
from faceswap.engine.scenes.scene import (
    LEFT,
    RIGHT,
    Drawing,
    Hair,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.tailored import buttons, coat

HEAD = Head(500, 478, 362, yaw=7, roll=3)
LAMP = Light(
    x=-0.6, y=-0.3, z=0.65, colour="#ffe6c2", ambient="#8a7a72", strength=0.55, rim="#ffb066"
)
FLAP = "M404 720C440 800 560 820 640 760L690 860L600 1260H380C360 1080 350 900 404 720Z"


def draw(look: Look) -> Drawing:
    """Draw them: a double-breasted jacket, a neckerchief, a tall hat."""
    colours = look.palette
    linen = colours.main
    rows = [(x, 930.0 + at * 100) for at in range(4) for x in (424.0, 580.0)]
    scarf = "M392 694C440 770 560 770 608 694L640 760C580 836 420 836 360 760Z"
    ends = "M470 806L440 900L500 880L556 906L530 806Z"
    body = (
        coat(linen, LAMP.rim)
        + ramp(
            "body-flap", even(lighter(linen, 0.3), linen, darker(linen, 0.12)), along=(0, 0, 1, 0.3)
        )
        + fill(FLAP, paint("body-flap"))
        + stroke(FLAP, darker(linen, 0.3), 3, 0.7)
        + buttons(colours.second, rows, 14)
        + ramp("body-scarf", even(lighter(colours.accent, 0.2), darker(colours.accent, 0.4)))
        + fill(ends, paint("body-scarf"))
        + fill(scarf, paint("body-scarf"))
        + stroke("M380 740C450 810 550 810 622 738", darker(colours.accent, 0.5), 5, 0.6)
    )
    hat = "" if look.unwanted("hat", "toque") else HEAD.worn(_toque(linen))
    hair = Hair.SHORT if hat else None
    return Drawing(
        _kitchen(look), gathered(body), gathered(hat) + _steam(look), HEAD, LAMP, 11, hair=hair
    )


def _toque(linen: str) -> str:
    puff = (
        "M-150 -180C-230 -190 -240 -300 -160 -320C-150 -400 -40 -420 0 -370"
        "C40 -420 150 -400 160 -320C240 -300 230 -190 150 -180Z"
    )
    shade = darker(linen, 0.2)
    side = stroke(
        "M-110 -190C-120 -250 -110 -290 -80 -330M-50 -186C-56 -250 -50 -300 -30 -350", shade, 9, 0.7
    )
    return (
        ramp("front-puff", even("#ffffff", linen, darker(linen, 0.22)), along=(0, 0, 0.8, 1))
        + ramp(
            "front-band",
            even(darker(linen, 0.12), "#ffffff", darker(linen, 0.2)),
            along=(0, 0, 1, 0),
        )
        + fill(puff, paint("front-puff"))
        + side
        + mirrored(side, 0)
        + fill(
            "M-158 -190C-80 -214 80 -214 158 -190L154 -92C80 -120 -80 -120 -154 -92Z",
            paint("front-band"),
        )
        + stroke("M-154 -92C-80 -120 80 -120 154 -92", darker(linen, 0.35), 4, 0.6)
    )


def _kitchen(look: Look) -> str:
    dice, metal = look.dice, look.palette.metal
    pans = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{metal}"/>'
        f'<circle cx="{x - radius * 0.2:.0f}" cy="{y - radius * 0.2:.0f}" r="{radius * 0.7:.0f}"'
        f' fill="{lighter(metal, 0.3)}"/>'
        f'<rect x="{x - 9:.0f}" y="110" width="18" height="{y - 110:.0f}"'
        f' fill="{darker(metal, 0.4)}"/>'
        for at in range(9)
        for x in (LEFT + 60 + at * 168,)
        for radius in (dice.between(f"pan{at}", 46, 84),)
        for y in (dice.between(f"low{at}", 260, 330),)
    )
    flames = "".join(
        glow(f"fire{at}", (dice.between(f"fx{at}", LEFT, RIGHT), 760), 170, colour, 0.85)
        for at, colour in enumerate(("#ff8a2a", "#ffb347", "#ff6a1f", "#ffd27a", "#ff9a3c"))
    )
    return (
        band("wall", ("#3b2a22", "#6b4a36", "#8a6448", "#3a2a22"))
        + f'<rect x="{LEFT}" y="96" width="{RIGHT - LEFT}" height="20" fill="#2a2320"/>'
        + pans
        + f'<rect x="{LEFT}" y="780" width="{RIGHT - LEFT}" height="480" fill="#4a4644"/>'
        + flames
        + bokeh(dice, "spark", 24, ("#ffcf87", "#ffe9c4"), (LEFT, 420, RIGHT, 800), (8, 26))
    )


def _steam(look: Look) -> str:
    return "".join(
        oval(
            look.dice.one_of(f"s{at}", (60, 160, 850, 950)) + look.dice.between(f"x{at}", -40, 40),
            look.dice.between(f"y{at}", 700, 1000),
            look.dice.between(f"r{at}", 60, 120),
            look.dice.between(f"h{at}", 40, 90),
            "#fff3e6",
            0.07,
        )
        for at in range(8)
    )


CHEF = Scene(
    name="chef",
    family="trades",
    title="a chef in the kitchen",
    words=(
        *("chef", "cook", "kitchen", "cooking", "toque", "restaurant", "baker", "pastry"),
        *("cuisine", "food", "pizza", "flames", "apron"),
    ),
    palette=Palette(main="#f1ede6", second="#2b2d33", metal="#b8733f", accent="#b3262a"),
    draw=draw,
)
