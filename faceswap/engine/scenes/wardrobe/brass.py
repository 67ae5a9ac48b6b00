"""A diver's helmet of brass with a round window, in units of the head inside it."""

from __future__ import annotations

import math

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look, Palette
from faceswap.engine.scenes.wardrobe.metal import engraved, polished, rivets

SHELL = (
    "M-322 60C-336 -160 -190 -330 0 -332C190 -330 336 -160 322 60C312 180 280 270 250 340"
    "C120 380 -120 380 -250 340C-280 270 -312 180 -322 60Z"
)
HOLE = "M-192 48A192 200 0 1 0 192 48A192 200 0 1 0 -192 48Z"
BEANIE = (
    "M-168 -40C-190 -190 -110 -262 0 -264C110 -262 190 -190 168 -40C150 -78 120 -98 84 -104"
    "Q0 -118 -84 -104C-120 -98 -150 -78 -168 -40Z"
)


def inside(colours: Palette) -> str:
    """Draw what lies behind the face: the dark of the shell, and a woollen collar."""
    wool = "M-128 160C-100 240 100 240 128 160L190 350H-190Z"
    ribs = "".join(f"M{x} 212Q{x * 1.16:.0f} 280 {x * 1.36:.0f} 350" for x in range(-112, 113, 16))
    tones = ((0.0, "#05080c", 1.0), (0.65, "#161a1e", 1.0), (1.0, "#4a3418", 1.0))
    knit = colours.accent
    return (
        glow("body-inside", tones, at=(0.5, 0.45), reach=0.42)
        + fill(SHELL, paint("body-inside"))
        + ramp("body-wool", even(darker(knit, 0.72), darker(knit, 0.35), darker(knit, 0.6)))
        + fill(wool, paint("body-wool"))
        + stroke(ribs, darker(knit, 0.75), 6, 0.8)
        + moved(stroke(ribs, lighter(knit, 0.2), 3, 0.5), -4, 0)
    )


def helmet(look: Look, rim: str) -> str:
    """Draw the woollen cap, the shell around the window, its frame and bolts, and the glass."""
    colours = look.palette
    return _beanie(colours) + _shell(colours, rim) + _frame(colours) + _fittings(look) + _glass(rim)


def _beanie(colours: Palette) -> str:
    knit = colours.accent
    ribs = "".join(
        f"M{x} {-100 - 14 * (1 - abs(x) / 170):.0f}Q{x * 1.06:.0f} -190 {x * 0.62:.0f} -262"
        for x in range(-150, 151, 20)
    )
    cuff = (
        "M-170 -36C-152 -78 -120 -98 -84 -104Q0 -118 84 -104C120 -98 152 -78 170"
        " -36L176 -96C150 -140 110 -156 84 -160Q0 -172 -84 -160C-110 -156 -150 -140"
        " -176 -96Z"
    )
    turned = "".join(
        f"M{x} {-106 + abs(x) ** 2 / 640:.0f}l{x * 0.05:.0f} -50" for x in range(-150, 151, 14)
    )
    return (
        glow(
            "front-knit",
            even(lighter(knit, 0.3), knit, darker(knit, 0.6)),
            at=(0.36, 0.3),
            reach=0.8,
        )
        + fill(BEANIE, paint("front-knit"))
        + stroke(ribs, darker(knit, 0.6), 5, 0.7)
        + fill(cuff, paint("front-knit"))
        + stroke(turned, darker(knit, 0.62), 5, 0.8)
        + moved(stroke(turned, lighter(knit, 0.35), 2.4, 0.6), -4, 0)
    )


def _shell(colours: Palette, rim: str) -> str:
    metal = colours.metal
    copper = mix(metal, "#a8502a", 0.28)
    tones = (
        (0.0, lighter(copper, 0.85), 1.0),
        (0.12, lighter(copper, 0.5), 1.0),
        (0.35, copper, 1.0),
        (0.62, darker(copper, 0.5), 1.0),
        (0.84, mix(darker(copper, 0.78), "#0a0a14", 0.4), 1.0),
        (0.95, mix(darker(copper, 0.4), rim, 0.4), 1.0),
        (1.0, darker(copper, 0.7), 1.0),
    )
    seams = (
        "M-318 30Q-256 18 -214 26M214 26Q256 18 318 30M-262 292Q-120 336 -60 340"
        "M262 292Q120 336 60 340M0 -330V-270"
    )
    studs = [
        (math.sin(turn) * 300, 20 - math.cos(turn) * 300)
        for turn in (-2.1, -1.9, -0.5, -0.3, 0.3, 0.5, 1.9, 2.1)
    ]
    side = (
        oval(0, 0, 52, 92, darker(metal, 0.65))
        + oval(-2, -2, 46, 84, paint("front-brass"))
        + oval(-4, -2, 31, 64, "#0c1a26")
        + oval(-8, -16, 18, 38, mix(rim, "#0c1a26", 0.55))
        + stroke("M-26 -30H20M-32 0H24M-28 30H20M-16 -58V56M6 -62V60", lighter(metal, 0.15), 6)
    )
    return (
        ramp("front-brass", polished(metal), along=(0, 0, 1, 1))
        + glow("front-shell", tones, at=(0.33, 0.22), reach=0.86)
        + f'<path d="{SHELL}{HOLE}" fill="url(#front-shell)" fill-rule="evenodd"/>'
        + engraved(seams, copper, 3)
        + rivets("front", metal, studs, 6)
        + fill(
            "M-250 -120C-220 -210 -150 -276 -70 -300C-120 -250 -170 -180 -196"
            " -110C-214 -96 -240 -100 -250 -120Z",
            "#ffffff",
            0.3,
        )
        + stroke("M-316 20C-316 -150 -200 -300 -40 -326", rim, 4, 0.6)
        + stroke("M316 90C306 190 280 270 252 330", rim, 6, 0.6)
        + moved(side, -284, 52, 4)
        + mirrored(moved(side, -284, 52, 4), 0)
    )


def _frame(colours: Palette) -> str:
    metal = colours.metal
    nuts = ""
    for number in range(12):
        turn = math.radians(number * 30 + 15)
        nuts += moved(
            oval(3, 5, 17, 16, "#0a0604", 0.5)
            + oval(0, 0, 16, 15, paint("front-brass"))
            + fill("M-8 -5L0 -10L8 -5L8 5L0 10L-8 5Z", darker(metal, 0.45))
            + oval(-4, -5, 4, 3, "#ffffff", 0.7),
            math.sin(turn) * 216,
            48 - math.cos(turn) * 224,
            number * 30,
        )
    ring = "M-216 48A216 224 0 1 0 216 48A216 224 0 1 0 -216 48Z"
    inner = "M-190 48A190 198 0 1 0 190 48A190 198 0 1 0 -190 48Z"
    return (
        moved(stroke(ring, "#0a0604", 60, 0.4), 6, 12)
        + stroke(ring, darker(metal, 0.65), 60)
        + ramp("front-frame", polished(metal), along=(0, 0, 1, 0.7))
        + stroke(ring, paint("front-frame"), 54)
        + stroke(
            "M-240 48A240 248 0 1 0 240 48A240 248 0 1 0 -240 48Z", lighter(metal, 0.5), 3, 0.7
        )
        + stroke(inner, "#0e0a06", 12)
        + stroke(inner, mix(metal, "#20140a", 0.4), 5)
        + nuts
    )


def _fittings(look: Look) -> str:
    colours = look.palette
    metal = colours.metal
    hose = "M-196 -226C-260 -330 -250 -420 -330 -470C-420 -520 -470 -470 -560 -560"
    valve = (
        fill("M-20 30L-16 -26H16L20 30Z", paint("front-brass"))
        + fill("M-46 -30Q0 -48 46 -30L42 -14Q0 -30 -42 -14Z", paint("front-brass"))
        + oval(0, -26, 10, 10, darker(metal, 0.5))
    )
    top = (
        oval(0, -262, 84, 48, darker(metal, 0.65))
        + oval(0, -266, 78, 43, paint("front-brass"))
        + oval(0, -268, 56, 28, "#0c1a26")
        + stroke(
            "M-54 -268H54M-40 -284H40M-40 -252H40M-24 -294V-244M24 -294V-244M0 -296V-240",
            lighter(metal, 0.15),
            6,
        )
    )
    rubber = mix("#2c2a2c", colours.accent, 0.14)
    drawn = (
        stroke(hose, "#0a0604", 52)
        + stroke(hose, rubber, 44)
        + moved(stroke(hose, lighter(rubber, 0.5), 8, 0.6), -9, -8)
        + stroke(hose, darker(rubber, 0.6), 44, 0.7, "3 10").replace(
            'linecap="round"', 'linecap="butt"'
        )
        + moved(oval(0, 0, 40, 28, paint("front-brass")), -204, -230, -36)
    )
    return (
        (drawn if look.dice.one_of("hose", (1, -1)) > 0 else mirrored(drawn, 0))
        + top
        + moved(valve, 262, -96, 40)
        + moved(valve, -258, 226, -70, 0.8, 0.8)
    )


def _glass(rim: str) -> str:
    edge = ((0.0, rim, 0.0), (0.7, rim, 0.03), (0.9, rim, 0.22), (1.0, "#ffffff", 0.4))
    return (
        glow("front-glass", edge, at=(0.5, 0.5), reach=0.51)
        + oval(0, 48, 184, 192, paint("front-glass"))
        + ramp("front-left", fading("#ffffff", 0.6, 0.15, 0.0), along=(0, 0, 0.7, 1))
        + fill(
            "M-166 60C-172 -30 -120 -110 -50 -132C-110 -90 -142 -30 -142 50"
            "C-142 100 -132 140 -116 176C-148 146 -164 106 -166 60Z",
            paint("front-left"),
        )
        + fill("M162 90C156 150 120 200 70 222C110 190 136 146 142 96Z", "#ffffff", 0.22)
    )
