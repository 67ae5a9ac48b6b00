"""A beach in the evening sun."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, glow, ridge
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

HORIZON, SHORE = 560.0, 800.0


def draw(look: Look) -> Place:
    """Draw it: sky, sea with the sun's path on it, surf, wet and dry sand, a palm at the side."""
    sun = look.dice.between("sun", 300, 700)
    side = look.dice.one_of("side", (-1, 1))
    sky = band("sky", ("#4f8fc0", "#9cc4d8", "#f6d9b0", "#ffc98a"), (LEFT, TOP, RIGHT, HORIZON + 9))
    sea = band(
        "sea", ("#e2b184", "#5fa3b0", "#3f8ea3", "#8fc9c4"), (LEFT, HORIZON, RIGHT, SHORE + 9)
    )
    sand = band("sand", ("#b98f66", "#dcb685", "#efd2a4", "#e3bf8c"), (LEFT, SHORE, RIGHT, BOTTOM))
    glints = "".join(
        f'<ellipse cx="{sun + look.dice.between(f"gx{at}", -1, 1) * (30 + at * 5):.1f}"'
        f' cy="{HORIZON + 6 + at * 11}" rx="{20 + at * 4}" ry="3" fill="#ffe9bd"'
        ' fill-opacity="0.6"/>'
        for at in range(18)
    )
    surf = (
        f'<path d="M{LEFT} {SHORE - 16}Q120 {SHORE - 44} 420 {SHORE - 12}T{RIGHT} {SHORE - 22}'
        f'V{SHORE + 12}Q800 {SHORE + 34} 480 {SHORE + 8}T{LEFT} {SHORE + 20}Z" fill="#fff8ea"'
        ' fill-opacity="0.85"/>'
    )
    far = ridge(look.dice, "far", HORIZON - 14, 20, "#8a9db0")
    return Place(
        svg=(
            sky
            + glow("sun", (sun, HORIZON - 90), 420, "#fff1cf", 0.95)
            + far
            + sea
            + glints
            + sand
            + surf
            + _palm(side)
        ),
        light=Light(
            x=(sun - 500) / 400,
            y=-0.35,
            z=0.45,
            colour="#ffdfae",
            ambient="#9fb4c6",
            strength=0.55,
            rim="#ffd9a0",
        ),
        softness=9,
        floor=SHORE + 130,
    )


def _palm(side: int) -> str:
    """Return a palm that leans in from a side."""
    fronds = "".join(
        f'<path d="M0 0Q{reach * 0.5:.0f} {rise - 90} {reach} {rise}Q{reach * 0.5:.0f} {rise - 40}'
        f' 0 14Z" fill="{colour}"/>'
        for reach, rise, colour in (
            (-250, 60, "#2d5a3d"),
            (-190, 150, "#24492f"),
            (-210, -40, "#38704a"),
            (-60, 190, "#2a5236"),
            (120, 150, "#24492f"),
            (230, 30, "#38704a"),
            (170, -60, "#2d5a3d"),
        )
    )
    return (
        f'<g transform="translate({500 + side * 470} 190) scale({side} 1)">'
        '<path d="M0 0Q70 300 40 700L92 700Q104 300 18 -6Z" fill="#5d4632"/>'
        f"{fronds}</g>"
    )


BEACH = Backdrop(
    name="beach",
    title="a beach in the evening sun",
    words=(
        *("beach", "sea", "ocean", "seaside", "sand", "coast", "shore", "palm", "tropical"),
        *("island", "summer", "holiday", "vacation", "waves", "sunset"),
    ),
    palette=Palette(main="#3f8ea3", second="#efd2a4"),
    draw=draw,
)
