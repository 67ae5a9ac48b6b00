"""A forest with the sun in it."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, bokeh, glow, ridge
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, Backdrop, Light, Look, Palette, Place

LEAVES = ("#c9e08a", "#a8cf6a", "#eef2b0", "#7fb356")


def draw(look: Look) -> Place:
    """Draw it: trunks in three distances, beams, light through leaves, moss."""
    dice = look.dice
    sun = dice.between("sun", 220, 780)
    trunks = "".join(
        _trunks(look, name, count, width, colour)
        for name, count, width, colour in (
            ("far", 12, 26, "#7d9a72"),
            ("middle", 8, 48, "#4f6b4a"),
            ("near", 4, 92, "#2b3a2a"),
        )
    )
    beams = "".join(
        f'<path d="M{sun - 20 + at * 30} -120L{sun - 330 + at * 170} 1000h{70 + at * 12}'
        f'L{sun + 6 + at * 30} -120Z" fill="#f6f7c8" fill-opacity="0.13"/>'
        for at in range(5)
    )
    return Place(
        svg=(
            band("wood", ("#dfe9a8", "#a9c886", "#6f9863", "#3e5f43", "#24382a"))
            + glow("sun", (sun, 160), 560, "#fbfbd0", 0.9)
            + trunks
            + ridge(dice, "moss", 850, 26, "#4c6b34")
            + band("floor", ("#4c6b34", "#2c4223"), (LEFT, 900, RIGHT, BOTTOM))
            + beams
            + bokeh(dice, "leaf", 46, LEAVES, (LEFT, -120, RIGHT, 520), (14, 46))
        ),
        light=Light(
            x=(sun - 500) / 400,
            y=-0.8,
            z=0.5,
            colour="#fbf6c6",
            ambient="#6f8a6a",
            strength=0.55,
            rim="#e8f0a0",
        ),
        softness=11,
        floor=960,
    )


def _trunks(look: Look, name: str, count: int, width: float, colour: str) -> str:
    gap = (RIGHT - LEFT) / count
    return "".join(
        f'<path d="M{x:.1f} -120h{width}l{width * 0.2:.1f} 1060h{-width * 1.5:.1f}Z"'
        f' fill="{colour}"/>'
        for x in (
            LEFT + gap * (at + look.dice.between(f"{name}{at}", 0.1, 0.9)) for at in range(count)
        )
    )


FOREST = Backdrop(
    name="forest",
    title="a forest in the morning",
    words=(
        *("forest", "wood", "woods", "trees", "tree", "jungle", "nature", "leaves"),
        *("rainforest", "park", "moss", "wilderness"),
    ),
    palette=Palette(main="#6f9863", second="#dfe9a8"),
    draw=draw,
)
