"""A city at night, out of focus."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, Backdrop, Light, Look, Palette, Place

LAMPS = ("#ffcf87", "#ffb45c", "#ff8a5c", "#8fd0ff", "#fff1d6", "#ff6f91")
WINDOWS = ("#ffd691", "#ffe9bf", "#bfe0ff", "#ffc06a")


def draw(look: Look) -> Place:
    """Draw it: towers with lit windows, a street that runs away, and lights that blur."""
    dice = look.dice
    towers = "".join(_tower(look, at) for at in range(11))
    return Place(
        svg=(
            band("sky", ("#0b1026", "#1d2448", "#4a3a63", "#8a5568"))
            + towers
            + band("street", ("#2a2338", "#12101c"), (LEFT, 800, RIGHT, BOTTOM))
            + glow("haze", (500, 790), 620, "#ff9d6b", 0.45)
            + bokeh(dice, "far", 60, LAMPS, (LEFT, 640, RIGHT, 860), (8, 20))
            + bokeh(dice, "near", 26, LAMPS, (LEFT, 380, RIGHT, 1080), (24, 62))
        ),
        light=Light(
            x=0.6,
            y=-0.2,
            z=0.6,
            colour="#ffc48a",
            ambient="#3c4370",
            strength=0.55,
            rim="#7fb4ff",
        ),
        softness=9,
        floor=940,
    )


def _tower(look: Look, at: int) -> str:
    dice = look.dice
    left = LEFT + at * 140 + dice.between(f"x{at}", -30, 30)
    width, top = dice.between(f"w{at}", 110, 190), dice.between(f"t{at}", 60, 460)
    body = dice.one_of(f"b{at}", ("#141a35", "#1a2040", "#201f3c", "#10152c"))
    lit = "".join(
        f'<rect x="{left + 12 + column * 22:.1f}" y="{top + 18 + row * 26:.1f}" width="11"'
        f' height="14" fill="{dice.one_of(f"c{at}-{row}-{column}", WINDOWS)}"/>'
        for row in range(int((800 - top) / 26))
        for column in range(int((width - 20) / 22))
        if dice.share(f"l{at}-{row}-{column}") < 0.34
    )
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{820 - top:.1f}"'
        f' fill="{body}"/>{lit}'
    )


CITY = Backdrop(
    name="city",
    title="a city at night",
    words=(
        *("city", "night", "street", "skyline", "skyscraper", "downtown", "urban", "town"),
        *("neon", "traffic", "tokyo", "york", "metropolis"),
    ),
    palette=Palette(main="#1d2448", second="#ffcf87"),
    draw=draw,
)
