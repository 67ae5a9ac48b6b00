"""A library with a lamp in it."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.colour import darker
from faceswap.engine.scenes.scene import (
    LEFT,
    RIGHT,
    TOP,
    Backdrop,
    Dice,
    Light,
    Look,
    Palette,
    Place,
)

SPINES = ("#7a2e2a", "#2f4f45", "#28405f", "#8a6a3a", "#5a3a52", "#a08a5c", "#3c3a36", "#934b2f")
SHELF = 172.0


def draw(look: Look) -> Place:
    """Draw it: shelves of books from floor to ceiling, and warm light on them."""
    rows = "".join(_row(look.dice, at) for at in range(8))
    posts = "".join(
        f'<rect x="{x}" y="{TOP}" width="44" height="1400" fill="#3d2717"/>'
        for x in (-210, 225, 700, 1150)
    )
    x = look.dice.between("lamp", 180, 820)
    return Place(
        svg=(
            band("case", ("#3a2415", "#4d301c", "#2a190e"))
            + rows
            + posts
            + glow("lamp", (x, 330), 760, "#ffcf8a", 0.6)
            + bokeh(look.dice, "bulb", 9, ("#ffdfa6", "#ffc878"), (LEFT, 60, RIGHT, 420), (18, 42))
        ),
        light=Light(
            x=(x - 500) / 400,
            y=-0.4,
            z=0.7,
            colour="#ffdcaa",
            ambient="#6b5443",
            strength=0.55,
            rim="#ffc27a",
        ),
        softness=9,
    )


def _row(dice: Dice, row: int) -> str:
    bottom = TOP + (row + 1) * SHELF
    books, x, at = "", float(LEFT), 0
    while x < RIGHT and at < 80:
        key = f"{row}-{at}"
        width, height = dice.between(f"w{key}", 16, 38), dice.between(f"h{key}", 96, 142)
        colour = dice.one_of(f"c{key}", SPINES)
        books += (
            f'<rect x="{x:.1f}" y="{bottom - height:.1f}" width="{width:.1f}"'
            f' height="{height:.1f}" fill="{colour}"/>'
            f'<rect x="{x + width * 0.72:.1f}" y="{bottom - height:.1f}" width="{width * 0.28:.1f}"'
            f' height="{height:.1f}" fill="{darker(colour, 0.45)}"/>'
            f'<rect x="{x:.1f}" y="{bottom - height * 0.8:.1f}" width="{width:.1f}" height="5"'
            ' fill="#d9b46a" fill-opacity="0.7"/>'
        )
        x, at = x + width + 2, at + 1
    plank = f'<rect x="{LEFT}" y="{bottom:.1f}" width="{RIGHT - LEFT}" height="20" fill="#5a3a22"/>'
    return books + plank


LIBRARY = Backdrop(
    name="library",
    title="an old library",
    words=(
        *("library", "books", "bookshelf", "shelf", "shelves", "study", "university", "reading"),
        *("bookshop", "school", "archive"),
    ),
    palette=Palette(main="#4d301c", second="#d9b46a"),
    draw=draw,
)
