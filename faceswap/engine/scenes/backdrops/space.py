"""Space: stars, a nebula, a planet."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, glow
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

STARS = 260


def draw(look: Look) -> Place:
    """Draw it."""
    dice, main, second = look.dice, look.palette.main, look.palette.second
    clouds = "".join(
        glow(
            f"cloud{at}",
            (dice.between(f"cx{at}", LEFT, RIGHT), dice.between(f"cy{at}", TOP, BOTTOM)),
            dice.between(f"cr{at}", 220, 520),
            dice.one_of(f"cc{at}", (main, second, lighter(main, 0.3), "#3f6fd1")),
            dice.between(f"ca{at}", 0.2, 0.45),
        )
        for at in range(9)
    )
    stars = "".join(
        f'<circle cx="{dice.between(f"x{at}", LEFT, RIGHT):.1f}"'
        f' cy="{dice.between(f"y{at}", TOP, BOTTOM):.1f}"'
        f' r="{0.7 + 2.4 * dice.share(f"r{at}") ** 4:.1f}" fill="#fff"'
        f' fill-opacity="{dice.between(f"a{at}", 0.4, 1):.2f}"/>'
        for at in range(STARS)
    )
    x, y = dice.one_of("planet", ((110, 210), (880, 190), (900, 560)))
    return Place(
        svg=band("deep", ("#05060f", "#0b0d22", "#060713")) + clouds + stars + _planet(look, x, y),
        light=Light(
            x=-0.7,
            y=-0.5,
            z=0.5,
            colour="#eaf0ff",
            ambient="#2c2f55",
            strength=0.65,
            rim=lighter(main, 0.35),
        ),
        softness=2.4,
    )


def _planet(look: Look, x: float, y: float) -> str:
    radius = look.dice.between("radius", 100, 170)
    colour = look.dice.one_of("colour", ("#d8a06a", "#7fa7c9", "#c4705a"))
    return (
        glow("air", (x, y), radius * 1.5, lighter(colour, 0.3), 0.5)
        + '<defs><radialGradient id="backdrop-ball" cx="0.34" cy="0.3" r="0.8">'
        f'<stop stop-color="{lighter(colour, 0.4)}"/><stop offset="0.5" stop-color="{colour}"/>'
        f'<stop offset="1" stop-color="{darker(colour, 0.85)}"/></radialGradient></defs>'
        f'<circle cx="{x}" cy="{y}" r="{radius:.1f}" fill="url(#backdrop-ball)"/>'
        f'<ellipse cx="{x}" cy="{y}" rx="{radius * 1.8:.1f}" ry="{radius * 0.34:.1f}" fill="none"'
        f' stroke="{lighter(colour, 0.5)}" stroke-opacity="0.55" stroke-width="9"'
        f' transform="rotate(-16 {x} {y})"/>'
    )


SPACE = Backdrop(
    name="space",
    title="the depths of space",
    words=(
        *("space", "stars", "galaxy", "nebula", "planet", "universe", "cosmos", "orbit"),
        *("moon", "mars", "milky", "starry"),
    ),
    palette=Palette(main="#6a3fb0", second="#b03f8a"),
    draw=draw,
)
