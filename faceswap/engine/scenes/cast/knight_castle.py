"""A castle behind a knight: towers, banners in the wind, and the sky of a day or of a battle."""

from __future__ import annotations

from faceswap.engine.scenes.air import cloud, halo, motes, puff
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    moved,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Look

SKIES = (
    ("#35508e", "#e79a62", "#ffdf9e"),
    ("#4f86c6", "#a9d0ea", "#fff0d0"),
    ("#4a3a72", "#c8607a", "#ffc08a"),
)


def castle(look: Look, storm: bool) -> str:
    """Draw it; in a storm it burns."""
    dice = look.dice
    high, low, sun = ("#161a2a", "#70304a", "#ff8a3c") if storm else dice.one_of("sky", SKIES)
    stone = mix("#8a8078", low, 0.25)
    stone = darker(stone, 0.55) if storm else stone
    clouds = "".join(
        cloud(
            dice,
            f"cloud{number}",
            dice.between(f"cx{number}", -260, 1260),
            dice.between(f"cy{number}", -20, 420),
            dice.between(f"cw{number}", 320, 680),
            "backdrop-puff",
        )
        for number in range(6)
    )
    smoke = "".join(
        cloud(
            dice,
            f"smoke{number}",
            x + number * 16,
            560 - number * 120,
            240 + number * 60,
            "backdrop-smoke",
        )
        for number in range(4)
        for x in ((60, 900) if storm else ())
    )
    return (
        ramp("backdrop-sky", even(high, mix(high, low, 0.6), low, sun))
        + sheet(paint("backdrop-sky"))
        + puff("backdrop-puff", lighter(sun, 0.3) if not storm else "#5a4a5c", mix(high, low, 0.5))
        + halo("backdrop-sun", 180, 420, 520, sun, 0.85)
        + clouds
        + _wall(stone, sun, storm)
        + _banners(look)
        + puff("backdrop-smoke", "#3a3038", "#1a161e")
        + smoke
        + halo("backdrop-blaze", 860, 880, 460, sun, 0.55)
        + motes(dice, "backdrop-motes", 50, sun, (3, 12), (-260, 300, 1260, 1100))
        + ramp("backdrop-haze", fading(mix(low, sun, 0.5), 0.0, 0.0, 0.42))
        + sheet(paint("backdrop-haze"), 0.8)
    )


def _wall(stone: str, sun: str, storm: bool) -> str:
    window = "#ffb04a" if storm else mix(sun, "#3a2a20", 0.5)
    tones = even(lighter(mix(stone, sun, 0.35), 0.1), stone, darker(stone, 0.6))
    towers = ""
    for x, top, wide in (
        (20, 260, 150),
        (890, 130, 190),
        (1130, 330, 150),
        (-190, 380, 140),
        (300, 430, 110),
        (716, 400, 100),
    ):
        teeth = "".join(
            box(x - wide * 0.62 + step * wide * 0.26, top - 26, wide * 0.16, 40, stone)
            for step in range(5)
        )
        roof = (
            fill(
                (
                    f"M{x - wide * 0.66} {top - 10}L{x} {top - wide * 1.15}"
                    f"L{x + wide * 0.66} {top - 10}Z"
                ),
                paint("backdrop-roof"),
            )
            if wide > 140
            else teeth
        )
        slits = "".join(
            box(x + step * wide * 0.22 - 7, top + 70 + row * 130, 14, 44, window)
            for row in range(4)
            for step in (-1, 0.6)
        )
        towers += (
            box(x - wide / 2, top, wide, 1000, paint("backdrop-stone"))
            + box(x - wide * 0.6, top - 10, wide * 1.2, 44, paint("backdrop-stone"))
            + roof
            + slits
        )
    merlons = "".join(box(x, 596, 40, 40, paint("backdrop-stone")) for x in range(-260, 1260, 76))
    return (
        ramp("backdrop-stone", tones, along=(0, 0, 1, 0))
        + ramp(
            "backdrop-roof",
            even(mix("#7a3a34", sun, 0.3), "#4a2430", "#241420"),
            along=(0, 0, 1, 0),
        )
        + towers
        + box(-260, 630, 1520, 640, darker(stone, 0.25))
        + merlons
        + stroke("M-260 720H1260M-260 800H1260M-260 880H1260", darker(stone, 0.5), 5, 0.5)
    )


def _banners(look: Look) -> str:
    drawn = ""
    for number, (x, y, size) in enumerate(
        ((170, 540, 1.0), (770, 500, 0.9), (1010, 560, 1.1), (-120, 560, 1.0))
    ):
        wave = look.dice.between(f"wave{number}", -18, 18)
        flag = (
            f"M0 -230C60 {-260 + wave:.0f} 110 {-200 - wave:.0f} 190 -226L160 -180"
            f"L196 -130C120 {-108 - wave:.0f} 60 {-166 + wave:.0f} 0 -130Z"
        )
        colour = (look.palette.main, look.palette.accent)[number % 2]
        drawn += moved(
            stroke("M0 -240V420", "#3a2a22", 11)
            + fill(flag, mix(colour, "#ffdca0", 0.12))
            + fill("M60 -206h50v22h-50ZM74 -222h22v60h-22Z", look.palette.second, 0.8),
            x,
            y,
            0,
            size,
            size,
        )
    return drawn
