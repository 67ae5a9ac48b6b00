"""A scientist among glowing flasks."""

from __future__ import annotations

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
from faceswap.engine.scenes.scene import (
    LEFT,
    RIGHT,
    Dice,
    Drawing,
    Head,
    Light,
    Look,
    Palette,
    Scene,
)
from faceswap.engine.scenes.wardrobe.tailored import buttons, coat, lapels, shirt, tie

HEAD = Head(500, 456, 372, yaw=8, roll=3)


def draw(look: Look) -> Drawing:
    """Draw them: a white coat, goggles pushed up, flasks that light the face from below."""
    colours = look.palette
    lamp = Light(
        x=-0.6,
        y=0.1,
        z=0.7,
        colour=lighter(colours.accent, 0.7),
        ambient="#6f7fa0",
        strength=0.5,
        rim=lighter(colours.accent, 0.3),
    )
    body = (
        coat(colours.main, lamp.rim)
        + shirt(colours.second)
        + tie(darker(colours.accent, 0.3))
        + lapels(colours.main, 0.85)
        + stroke("M684 940H790V1050H684Z", darker(colours.main, 0.3), 3, 0.7)
        + "".join(
            stroke(f"M{706 + at * 24} 900V964", colour, 11)
            for at, colour in enumerate((colours.accent, "#2a4f9c", "#b3262a"))
        )
        + buttons(darker(colours.main, 0.15), [(512, 1236)], 11)
    )
    front = HEAD.worn(_goggles(colours)) + _flask(
        look.dice, 130, 1010, 1.5, colours.accent, "front"
    )
    return Drawing(_laboratory(look), gathered(body), gathered(front), HEAD, lamp, softness=9)


def _goggles(colours: Palette) -> str:
    glass = "M-118 -116C-112 -168 -30 -172 -10 -128C0 -120 0 -120 10 -128C30 -172 112 -168 118 -116"
    shape = glass + "C116 -78 24 -72 8 -104C0 -112 0 -112 -8 -104C-24 -72 -116 -78 -118 -116Z"
    return (
        ramp("front-glass", even("#dff3ff", lighter(colours.accent, 0.4), "#35506b"))
        + stroke(
            "M-152 -84C-140 -104 -130 -112 -112 -118M152 -84C140 -104 130 -112 112 -118",
            "#22262e",
            22,
        )
        + fill(shape, paint("front-glass"))
        + stroke(shape, "#1d2129", 15)
        + stroke(shape, "#5b6472", 4, 0.9)
        + stroke(
            "M-92 -140C-70 -154 -48 -152 -34 -140M34 -140C52 -154 74 -152 90 -140", "#fff", 6, 0.8
        )
    )


def _flask(dice: Dice, x: float, y: float, size: float, colour: str, part: str) -> str:
    name = f"{part}-flask{x:.0f}-{y:.0f}"
    outline = "M-22 -150V-60L-92 60C-104 84 -92 100 -64 100H64C92 100 104 84 92 60L22 -60V-150Z"
    level = "M-62 10C-20 -2 20 22 62 10L92 60C104 84 92 100 64 100H-64C-92 100 -104 84 -92 60Z"
    bubbles = "".join(
        oval(
            dice.between(f"{name}{at}", -50, 50),
            dice.between(f"{name}y{at}", 20, 90),
            6,
            6,
            "#fff",
            0.6,
        )
        for at in range(6)
    )
    return (
        f'<g transform="translate({x:.0f} {y:.0f}) scale({size})">'
        + ramp(name, even(lighter(colour, 0.6), colour, darker(colour, 0.3)))
        + oval(0, 40, 150, 140, colour, 0.18)
        + fill(level, paint(name))
        + bubbles
        + fill(outline, "#eaf6ff", 0.16)
        + stroke(outline, "#eaf6ff", 5, 0.7)
        + stroke("M-26 -150H26M-60 50L-78 78", "#ffffff", 8, 0.8)
        + "</g>"
    )


def _laboratory(look: Look) -> str:
    dice, colours = look.dice, look.palette
    shelves = "".join(
        f'<rect x="{LEFT}" y="{y}" width="{RIGHT - LEFT}" height="18" fill="#1c2436"/>'
        for y in (240, 520, 800)
    )
    flasks = "".join(
        _flask(dice, LEFT + 90 + at * 190, y - 66, 0.62, colour, "backdrop")
        for row, y in enumerate((240, 520, 800))
        for at in range(8)
        for colour in (
            dice.one_of(f"{row}-{at}", (colours.accent, "#5fd0ff", "#c77dff", "#ffb14a")),
        )
    )
    return (
        band("wall", ("#26324c", "#33456a", "#1a2238"))
        + shelves
        + flasks
        + glow("lamp", (dice.between("lamp", 250, 750), 300), 560, "#bcd6ff", 0.4)
    )


SCIENTIST = Scene(
    name="scientist",
    family="trades",
    title="a scientist among glowing flasks",
    words=(
        *("scientist", "professor", "chemist", "laboratory", "lab", "science", "researcher"),
        *("experiment", "chemistry", "inventor", "physicist", "genius", "flask"),
    ),
    palette=Palette(main="#e6ebf0", second="#cfd8e4", accent="#4fd08a"),
    draw=draw,
)
