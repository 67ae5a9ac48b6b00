"""An office behind glass, out of focus."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.scene import (
    BOTTOM,
    LEFT,
    RIGHT,
    TOP,
    Backdrop,
    Light,
    Look,
    Palette,
    Place,
)

LAMPS = ("#fff6e2", "#ffe8c4", "#eaf2fb")


def draw(look: Look) -> Place:
    """Draw it: a wall of windows with the day behind, lamps in a row, desks and plants."""
    dice = look.dice
    panes = "".join(
        f'<rect x="{LEFT + at * 254 + 14}" y="40" width="226" height="620" fill="#eaf3fa"'
        ' fill-opacity="0.85"/>'
        for at in range(6)
    )
    towers = "".join(
        f'<rect x="{dice.between(f"tx{at}", LEFT, RIGHT):.1f}"'
        f' y="{dice.between(f"ty{at}", 240, 470):.1f}"'
        f' width="{dice.between(f"tw{at}", 60, 150):.1f}"'
        ' height="420" fill="#b9cbdb" fill-opacity="0.8"/>'
        for at in range(9)
    )
    desks = "".join(
        f'<rect x="{dice.between(f"dx{at}", LEFT, RIGHT - 200):.1f}" y="{690 + at % 3 * 46}"'
        f' width="{dice.between(f"dw{at}", 180, 330):.1f}" height="30" rx="6"'
        f' fill="{dice.one_of(f"dc{at}", ("#8d6f52", "#5b6470", "#a98a68", "#3f4853"))}"/>'
        for at in range(7)
    )
    plants = "".join(
        f'<ellipse cx="{x:.1f}" cy="620" rx="74" ry="150" fill="#5f8a5a"/>'
        f'<ellipse cx="{x + 30:.1f}" cy="560" rx="46" ry="110" fill="#7fa970"/>'
        for x in (dice.between("p1", -160, 40), dice.between("p2", 960, 1160))
    )
    return Place(
        svg=(
            band("wall", ("#cfd8e0", "#dfe6ea", "#b9c0c6"), (LEFT, TOP, RIGHT, 700))
            + panes
            + towers
            + band("floor", ("#a7a39c", "#7d7a76", "#5f5d5b"), (LEFT, 670, RIGHT, BOTTOM))
            + desks
            + plants
            + glow("day", (dice.between("day", 200, 800), 300), 640, "#ffffff", 0.6)
            + bokeh(dice, "lamp", 16, LAMPS, (LEFT, -60, RIGHT, 160), (22, 44))
        ),
        light=Light(
            x=dice.one_of("side", (-0.6, 0.6)),
            y=-0.45,
            z=0.7,
            colour="#fff7ea",
            ambient="#a9b3bd",
            strength=0.5,
            rim="#f2f7ff",
        ),
        softness=16,
        floor=1000,
    )


OFFICE = Backdrop(
    name="office",
    title="a bright office",
    words=(
        *("office", "work", "business", "corporate", "linkedin", "company", "meeting", "desk"),
        *("coworking", "boardroom", "professional"),
    ),
    palette=Palette(main="#cfd8e0", second="#8d6f52"),
    draw=draw,
)
