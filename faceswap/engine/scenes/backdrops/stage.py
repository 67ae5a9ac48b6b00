"""A stage with its lights on."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, Backdrop, Light, Look, Palette, Place

FLOOR = 860.0


def draw(look: Look) -> Place:
    """Draw it: a curtain in folds, spotlights through haze, boards that shine."""
    cloth, beam = look.palette.main, look.palette.second
    folds = "".join(
        f'<rect x="{LEFT + at * 76}" y="-120" width="34" height="{FLOOR + 120}"'
        f' fill="{darker(cloth, 0.55 + 0.25 * look.dice.share(f"fold{at}"))}"/>'
        for at in range(21)
    )
    spots = "".join(
        f'<path d="M{x - 16} -120L{foot - 210:.1f} {FLOOR + 60}h420L{x + 16} -120Z"'
        f' fill="{colour}" fill-opacity="0.2"/>' + glow(f"spot{x}", (x, -90), 260, colour, 0.9)
        for x, colour in ((60, beam), (350, "#ffe7c0"), (650, lighter(beam, 0.4)), (940, beam))
        for foot in (500 + (500 - x) * look.dice.between(f"aim{x}", -0.2, 0.5),)
    )
    return Place(
        svg=(
            band("cloth", (darker(cloth, 0.7), cloth, darker(cloth, 0.5)))
            + folds
            + band("boards", ("#5d3b26", "#2f1c12"), (LEFT, FLOOR, RIGHT, BOTTOM))
            + glow("pool", (500, FLOOR + 90), 520, lighter(beam, 0.6), 0.5)
            + spots
            + bokeh(
                look.dice, "dust", 30, (lighter(beam, 0.6), "#fff3da"), (0, 0, 1000, 760), (2, 9)
            )
        ),
        light=Light(
            x=look.dice.one_of("key", (-0.5, 0.5)),
            y=-0.8,
            z=0.55,
            colour="#fff0d4",
            ambient="#4a3350",
            strength=0.65,
            rim=lighter(beam, 0.2),
        ),
        softness=9,
        floor=FLOOR + 90,
    )


STAGE = Backdrop(
    name="stage",
    title="a stage with its lights on",
    words=(
        *("stage", "concert", "theatre", "theater", "curtain", "spotlight", "show", "club"),
        *("disco", "podium", "opera"),
    ),
    palette=Palette(main="#7d1830", second="#b06fe0"),
    draw=draw,
)
