"""A winter's day with snow falling."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import SHEET, band, bokeh, glow, ridge
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, Backdrop, Light, Look, Palette, Place


def draw(look: Look) -> Place:
    """Draw it: firs in the haze, snow on the ground and in the air."""
    dice = look.dice
    firs = "".join(
        _fir(
            dice.between(f"{name}x{at}", LEFT, RIGHT),
            ground,
            dice.between(f"{name}h{at}", 0.75, 1.25) * high,
            colour,
        )
        for name, count, ground, high, colour in (
            ("far", 16, 640, 240, "#a9bccb"),
            ("middle", 11, 730, 360, "#7d97a8"),
            ("near", 5, 850, 520, "#4f6b7c"),
        )
        for at in range(count)
    )
    return Place(
        svg=(
            band("sky", ("#c3d3e2", "#dfe8ee", "#f4ece4"))
            + glow("sun", (dice.between("sun", 250, 750), 420), 520, "#fff3df", 0.9)
            + firs
            + ridge(dice, "drift", 830, 22, "#eef4f8")
            + band("ground", ("#eef4f8", "#c9d8e4"), (LEFT, 880, RIGHT, BOTTOM))
            + bokeh(dice, "flake", 90, ("#ffffff",), SHEET, (3, 13))
        ),
        light=Light(
            x=0.4,
            y=-0.5,
            z=0.7,
            colour="#fff4e6",
            ambient="#b6c6d6",
            strength=0.45,
            rim="#ffffff",
        ),
        softness=8,
        floor=970,
    )


def _fir(x: float, ground: float, height: float, colour: str) -> str:
    wide = height * 0.2
    tiers = "".join(
        f"M{x - wide * spread:.1f} {ground - height * low:.1f}"
        f"L{x:.1f} {ground - height * high:.1f}"
        f"L{x + wide * spread:.1f} {ground - height * low:.1f}Z"
        for spread, low, high in ((1.0, 0.0, 0.55), (0.78, 0.28, 0.8), (0.52, 0.55, 1.0))
    )
    return f'<path d="{tiers}" fill="{colour}"/>'


SNOW = Backdrop(
    name="snow",
    title="a winter's day in the snow",
    words=("snow", "winter", "snowy", "ice", "frost", "arctic", "skiing", "blizzard", "fir"),
    palette=Palette(main="#c3d3e2", second="#4f6b7c"),
    draw=draw,
)
