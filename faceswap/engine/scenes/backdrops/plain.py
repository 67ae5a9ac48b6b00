"""One colour, a little lighter where the light falls."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, glow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.scene import Backdrop, Light, Look, Palette, Place


def draw(look: Look) -> Place:
    """Draw it: the main colour into the second, from above to below."""
    main, second = look.palette.main, look.palette.second
    x = look.dice.between("x", 300, 700)
    return Place(
        svg=band("ramp", (lighter(main, 0.12), main, second, darker(second, 0.25)))
        + glow("pool", (x, 300), 760, lighter(main, 0.5), 0.45),
        light=Light(
            x=(x - 500) / 300,
            y=-0.5,
            z=0.75,
            colour="#fff8ee",
            ambient=lighter(main, 0.35),
            strength=0.5,
            rim=lighter(main, 0.55),
        ),
        softness=20,
    )


PLAIN = Backdrop(
    name="colours",
    title="a wall of colour",
    words=(
        *("colours", "colour", "color", "colors", "gradient", "background", "wall", "solid"),
        *("pastel", "rainbow", "one"),
    ),
    palette=Palette(main="#5b8fd6", second="#8e6fc9"),
    draw=draw,
)
