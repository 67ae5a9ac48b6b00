"""The hall of a king: a throne between pillars, windows, banners and candles."""

from __future__ import annotations

from faceswap.engine.scenes.air import beam, bokeh, halo
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    glow,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Look
from faceswap.engine.scenes.wardrobe.metal import polished

SEAT = (
    "M262 1260L262 330C262 300 250 280 270 250C330 200 380 150 420 60C440 10 470 -20 504 -60"
    "C540 -20 568 10 588 60C628 150 680 200 738 250C758 280 746 300 746 330L746 1260Z"
)
PANEL = (
    "M316 1260L316 350C316 310 360 270 400 220C440 170 470 110 504 40"
    "C538 110 568 170 608 220C648 270 692 310 692 350L692 1260Z"
)


def hall(look: Look, evil: bool) -> str:
    """Draw it: by day, or by fire and night for somebody evil."""
    colours, dice = look.palette, look.dice
    stone = mix(mix(colours.main, "#6b6258", 0.72), "#120e18", 0.66 if evil else 0.35)
    sky = (
        mix(colours.accent, "#ff8a3c", 0.55) if evil else dice.one_of("sky", ("#ffe9b8", "#cfe2ff"))
    )
    side = dice.one_of("side", (-1, 1)) if not evil else -1
    candle = "#ffb457"
    windows = _windows(stone, sky, colours.accent, colours.main)
    return (
        glow(
            "backdrop-wall",
            even(lighter(stone, 0.2), stone, darker(stone, 0.7)),
            (0.45, 0.35),
            0.75,
        )
        + sheet(paint("backdrop-wall"))
        + (windows if side < 0 else f'<g transform="translate(1000 0) scale(-1 1)">{windows}</g>')
        + _pillars(stone)
        + _banners(look)
        + _throne(look)
        + bokeh(dice, "backdrop-candle", 26, candle, (8, 20), (-240, 560, 220, 800))
        + bokeh(dice, "backdrop-candles", 26, candle, (8, 20), (790, 520, 1240, 800))
        + halo("backdrop-warm", 120, 700, 330, candle, 0.4)
        + halo("backdrop-fire", 960, 680, 360, sky if evil else candle, 0.45)
        + ramp("backdrop-low", fading(darker(stone, 0.85), 0.0, 0.0, 0.8))
        + sheet(paint("backdrop-low"))
    )


def _windows(stone: str, sky: str, one: str, other: str) -> str:
    arch = "M-64 330L-64 -60C-64 -150 -20 -190 0 -220C20 -190 64 -150 64 -60L64 330Z"
    panes = "".join(
        box(-56 + column * 38, -60 + row * 56, 32, 48, (one, other, sky)[(row + column) % 3], 0.5)
        for row in range(7)
        for column in range(3)
    )
    window = (
        stroke(arch, darker(stone, 0.5), 30)
        + fill(arch, paint("backdrop-sky"))
        + panes
        + oval(0, -110, 38, 38, one, 0.6)
        + stroke("M-20 -150V330M20 -150V330M-64 60H64M-64 200H64", darker(stone, 0.75), 8)
    )
    return (
        ramp("backdrop-sky", even(lighter(sky, 0.45), sky, mix(sky, stone, 0.4)))
        + moved(window, 96, 250)
        + moved(window, -120, 260, 0, 0.8, 1.05)
        + halo("backdrop-shine", 90, 240, 420, sky, 0.55)
        + beam("backdrop-ray", (80, 120), (640, 1180), 190, sky)
        + beam("backdrop-ray-two", (-120, 160), (330, 1240), 150, sky)
    )


def _pillars(stone: str) -> str:
    shaft = even(darker(stone, 0.5), lighter(stone, 0.28), stone, darker(stone, 0.6))
    drawn = ""
    for number, x in enumerate((-30, 208, 800, 1010, 1190)):
        wide = (74, 56, 56, 78, 70)[number]
        drawn += (
            box(x - wide / 2, -120, wide, 1380, paint("backdrop-shaft"))
            + box(x - wide * 0.7, 30, wide * 1.4, 26, lighter(stone, 0.2))
            + box(x - wide * 0.62, 62, wide * 1.24, 12, darker(stone, 0.4))
        )
    vaults = "M208 40Q504 -330 800 40M-30 40Q90 -170 208 40M800 40Q905 -160 1010 40"
    return (
        ramp("backdrop-shaft", shaft, along=(0, 0, 1, 0))
        + stroke(vaults, darker(stone, 0.35), 44)
        + stroke(vaults, lighter(stone, 0.14), 18)
        + drawn
    )


def _banners(look: Look) -> str:
    colours = look.palette
    banner = "M-74 -160L74 -160L74 300L0 240L-74 300Z"
    lion = "M0 -60L18 -20L60 -20L26 6L40 50L0 24L-40 50L-26 6L-60 -20L-18 -20Z"
    cloth = (
        fill(banner, paint("backdrop-banner"))
        + stroke("M-64 -150V276L0 226L64 276V-150", colours.metal, 9, 0.9)
        + moved(fill(lion, colours.metal), 0, 20)
    )
    stops = even(darker(colours.main, 0.3), lighter(colours.main, 0.15), darker(colours.main, 0.55))
    return (
        ramp("backdrop-banner", stops, along=(0, 0, 1, 0))
        + moved(cloth, 905, 260, 0, 1.05, 1.1)
        + moved(cloth, 1100, 240, 0, 0.9, 1.0)
        + moved(cloth, -200, 250, 0, 0.9, 1.0)
    )


def _throne(look: Look) -> str:
    colours = look.palette
    gilt = darker(mix(colours.metal, "#5a3418", 0.3), 0.24)
    velvet = mix(colours.accent, darker(colours.accent, 0.5), look.dice.share("velvet") * 0.5)
    stops = even(lighter(velvet, 0.12), darker(velvet, 0.2), darker(velvet, 0.68))
    tufts = "".join(
        oval(x, y, 8, 8, darker(velvet, 0.7)) + oval(x - 2, y - 3, 4, 4, lighter(velvet, 0.35))
        for row, y in enumerate(range(240, 1000, 76))
        for x in range(380 - (row % 2) * 40, 680, 80)
        if 320 < x < 690
    )
    knobs = "".join(
        oval(x, y, 30, 30, paint("backdrop-gold"))
        for x, y in ((266, 226), (742, 226), (504, -66), (416, 62), (592, 62))
    )
    return (
        ramp("backdrop-gold", polished(gilt), along=(0, 0, 1, 0.5))
        + glow("backdrop-velvet", stops, (0.4, 0.3), 0.75)
        + moved(fill(SEAT, "#08050c", 0.5), 26, 20)
        + fill(SEAT, paint("backdrop-gold"))
        + stroke(SEAT, darker(gilt, 0.65), 7)
        + stroke(SEAT, lighter(gilt, 0.35), 3)
        + fill(PANEL, paint("backdrop-velvet"))
        + tufts
        + stroke(PANEL, darker(colours.metal, 0.7), 12)
        + stroke(PANEL, lighter(colours.metal, 0.3), 4)
        + knobs
    )
