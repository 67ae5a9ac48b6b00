"""A birthday: balloons, confetti and a hat of paper."""

from __future__ import annotations

from faceswap.engine.scenes.air import before_face
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
    TOP,
    Drawing,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.tailored import coat, lapels, shirt

HEAD = Head(500, 476, 360, yaw=-6, roll=-6)
LAMP = Light(x=0.5, y=-0.5, z=0.7, colour="#fff2dc", ambient="#a48fb0", strength=0.5, rim="#ffd9ef")
PAPER = ("#ff5f8f", "#ffd23f", "#3fc1ff", "#8affc1", "#c77dff", "#ff8f3f")


def draw(look: Look) -> Drawing:
    """Draw them."""
    colours = look.palette
    bow = "M500 842L420 800C400 830 400 880 420 900L500 858L580 900C600 880 600 830 580 800Z"
    body = (
        coat(colours.main, LAMP.rim)
        + shirt(colours.second)
        + lapels(darker(colours.main, 0.15), 0.75)
        + fill(bow, colours.accent)
        + stroke(bow, darker(colours.accent, 0.4), 4, 0.7)
        + oval(500, 850, 20, 24, darker(colours.accent, 0.15))
    )
    hat = "" if look.unwanted("hat") else HEAD.worn(_hat(look))
    return Drawing(_room(look), gathered(body), gathered(hat) + _confetti(look), HEAD, LAMP, 8)


def _hat(look: Look) -> str:
    colours = look.palette
    cone = "M-112 -138L-6 -420L112 -138C50 -166 -50 -166 -112 -138Z"
    dots = "".join(
        oval(x, y, 15, 15, PAPER[at % len(PAPER)])
        for at, (x, y) in enumerate(
            ((-60, -180), (0, -190), (60, -182), (-34, -246), (30, -250), (-8, -310), (14, -350))
        )
    )
    tuft = "".join(f"M-6 -420l{(at - 5) * 14} {-44 - (5 - abs(at - 5)) * 9}" for at in range(11))
    return (
        ramp(
            "front-cone",
            even(lighter(colours.accent, 0.4), colours.accent, darker(colours.accent, 0.4)),
            along=(0, 0, 1, 0),
        )
        + fill(cone, paint("front-cone"))
        + dots
        + stroke(tuft, colours.metal, 7)
        + stroke(
            "M-108 -140C-150 -20 -130 130 -60 206M108 -140C150 -20 130 130 60 206",
            "#ffffff",
            4,
            0.6,
        )
    )


def _room(look: Look) -> str:
    dice = look.dice
    balloons = "".join(
        stroke(f"M{x:.0f} {y + size * 1.25:.0f}q20 120 -10 260", "#ffffff", 3, 0.6)
        + oval(x, y, size, size * 1.22, colour)
        + oval(
            x - size * 0.34, y - size * 0.45, size * 0.24, size * 0.34, lighter(colour, 0.7), 0.8
        )
        for at in range(15)
        for x, y in ((dice.between(f"x{at}", LEFT, RIGHT), dice.between(f"y{at}", 20, 640)),)
        for size in (dice.between(f"s{at}", 62, 104),)
        for colour in (PAPER[at % len(PAPER)],)
    )
    return (
        band("room", ("#5b3f8f", "#8f5fb0", "#d98ab0"))
        + glow("lamp", (500, 260), 620, "#ffe3f0", 0.6)
        + bokeh(dice, "light", 40, ("#ffe9bf", "#ffd1e6"), (LEFT, TOP, RIGHT, BOTTOM), (10, 34))
        + balloons
    )


def _confetti(look: Look) -> str:
    dice, drawn = look.dice, ""
    for at in range(90):
        x, y = dice.between(f"cx{at}", LEFT, RIGHT), dice.between(f"cy{at}", TOP, BOTTOM)
        if before_face(x, y):
            continue
        turn, long = dice.between(f"ct{at}", 0, 180), dice.between(f"cl{at}", 9, 20)
        drawn += (
            f'<rect x="{x:.0f}" y="{y:.0f}" width="{long:.0f}" height="8"'
            f' fill="{PAPER[at % len(PAPER)]}" transform="rotate({turn:.0f} {x:.0f} {y:.0f})"/>'
        )
    return drawn


BIRTHDAY = Scene(
    name="birthday",
    family="festival",
    title="a birthday with balloons",
    words=(
        *("birthday", "party", "balloons", "confetti", "celebration", "celebrate", "festival"),
        *("carnival", "cake", "anniversary", "fun", "clown"),
    ),
    palette=Palette(main="#3f6fd1", second="#fdf3e3", metal="#ffd23f", accent="#ff5f8f"),
    draw=draw,
)
