"""Round lights before the dark."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import SHEET, band, bokeh, glow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.scene import Backdrop, Light, Look, Palette, Place


def draw(look: Look) -> Place:
    """Draw it in the palette's colours."""
    main, second, dice = look.palette.main, look.palette.second, look.dice
    colours = (second, lighter(second, 0.3), lighter(main, 0.45), "#ffe7bd")
    x, y = dice.between("x", 250, 750), dice.between("y", 250, 600)
    return Place(
        svg=(
            band("dark", (darker(main, 0.75), darker(main, 0.45), darker(main, 0.8)))
            + glow("glow", (x, y), 640, main, 0.7)
            + bokeh(dice, "small", 60, colours, SHEET, (10, 30))
            + bokeh(dice, "large", 34, colours, SHEET, (40, 92))
        ),
        light=Light(
            x=(x - 500) / 300,
            y=-0.4,
            z=0.7,
            colour=lighter(second, 0.6),
            ambient=lighter(main, 0.15),
            strength=0.55,
            rim=lighter(second, 0.3),
        ),
        softness=3,
    )


LIGHTS = Backdrop(
    name="bokeh",
    title="lights out of focus",
    words=("bokeh", "lights", "blurred", "blur", "sparkle", "glitter", "fairy", "christmas"),
    palette=Palette(main="#3a3166", second="#ffb86b"),
    draw=draw,
)
