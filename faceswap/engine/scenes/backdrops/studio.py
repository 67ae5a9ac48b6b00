"""A photographer's studio: a paper roll, lit in its middle."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter
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

LAMP = Light(x=-0.5, y=-0.5, z=0.7, colour="#fff4e6", ambient="#8a8f9c", rim="#dfe6f2")


def draw(look: Look) -> Place:
    """Draw it."""
    paper = look.palette.main
    x = look.dice.between("x", 430, 570)
    return Place(
        svg=(
            f'<defs><radialGradient id="backdrop-pool" gradientUnits="userSpaceOnUse"'
            f' cx="{x:.1f}" cy="430" r="900"><stop stop-color="{lighter(paper, 0.28)}"/>'
            f'<stop offset="0.45" stop-color="{paper}"/>'
            f'<stop offset="1" stop-color="{darker(paper, 0.5)}"/></radialGradient></defs>'
            f'<rect x="{LEFT}" y="{TOP}" width="{RIGHT - LEFT}" height="{BOTTOM - TOP}"'
            ' fill="url(#backdrop-pool)"/>'
        ),
        light=LAMP,
        softness=24,
    )


STUDIO = Backdrop(
    name="studio",
    title="a photographer's studio",
    words=("studio", "plain", "grey", "neutral", "simple", "paper"),
    palette=Palette(main="#7b8087", second="#c9ccd1"),
    draw=draw,
)
