"""A pilot's leather cap with goggles, in units of the head that wears it."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    crease,
    creases,
    even,
    fill,
    glow,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look
from faceswap.engine.scenes.wardrobe.fur import curve, fur
from faceswap.engine.scenes.wardrobe.metal import polished, rivets

CAP = (
    "M-184 196C-206 90 -200 -60 -172 -130C-140 -212 -66 -244 0 -244C66 -244 140 -212 172 -130"
    "C200 -60 206 90 184 196C172 226 150 232 132 214C144 160 150 100 148 30C148 -40 130 -84 96 -96"
    "Q0 -116 -96 -96C-130 -84 -148 -40 -148 30C-150 100 -144 160 -132 214C-150"
    " 232 -172 226 -184 196Z"
)
EDGE = curve(
    [
        (142, 206),
        (152, 110),
        (148, 10),
        (116, -84),
        (0, -106),
        (-116, -84),
        (-148, 10),
        (-152, 110),
        (-142, 206),
    ]
)
LENS = "M-64 -6C-64 -44 -34 -54 0 -54C38 -54 62 -38 62 -2C62 34 36 52 2 50C-34 50 -64 34 -64 -6Z"


def cap(look: Look, sky: str, sun: str) -> str:
    """Draw the cap with its wool at the face, the goggles up, and a strap that hangs."""
    hide = mix(look.palette.main, "#3a2014", 0.28)
    wool = mix("#d9b98a", look.palette.second, 0.3)
    return (
        _leather(hide)
        + fur(look.dice, "front-wool", EDGE, 34, wool, 3)
        + _strap(hide, look.palette.metal)
        + _goggles(look, hide, sky, sun)
    )


def _leather(hide: str) -> str:
    seams = (
        "M-14 -242Q-20 -170 -14 -112M14 -242Q20 -170 14 -112M-120 -196C-160 -120"
        " -186 -40 -188 60M120 -196C160 -120 186 -40 188 60"
    )
    flap = "M-196 30C-180 16 -166 14 -152 20M-190 150C-176 160 -160 160 -148 152"
    ear = (
        oval(-176, 74, 25, 40, darker(hide, 0.35))
        + oval(-178, 72, 19, 32, darker(hide, 0.1))
        + "".join(
            oval(-178 + x, 72 + y, 3.5, 3.5, darker(hide, 0.75))
            for x, y in ((0, 0), (0, -16), (0, 16), (-9, -8), (9, -8), (-9, 8), (9, 8))
        )
    )
    return (
        glow(
            "front-hide",
            even(lighter(hide, 0.42), hide, darker(hide, 0.62)),
            at=(0.62, 0.18),
            reach=0.85,
        )
        + fill(CAP, paint("front-hide"))
        + creases("front", hide)
        + crease("front-crease", -150, -130, -184, 30, 30, -10)
        + crease("front-crease", 150, -130, 184, 30, -30, 10)
        + crease("front-dip", -60, -236, -92, -120, 22, -8)
        + crease("front-dip", 70, -232, 96, -120, 22, 8)
        + fill(
            "M30 -232C90 -222 134 -184 152 -130C120 -170 80 -194 26 -204Z",
            lighter(hide, 0.75),
            0.35,
        )
        + stroke(f"{seams}{flap}", darker(hide, 0.7), 4, 0.85)
        + moved(stroke(seams, lighter(hide, 0.4), 2, 0.75, "6 5"), 6, 0)
        + moved(stroke(seams, lighter(hide, 0.4), 2, 0.75, "6 5"), -6, 0)
        + ear
        + mirrored(ear, 0)
    )


def _strap(hide: str, metal: str) -> str:
    near = "M150 196C156 240 150 290 120 330"
    far = "M-156 200C-166 240 -160 280 -148 310"
    return (
        stroke(near + far, darker(hide, 0.7), 24)
        + stroke(near + far, hide, 18)
        + moved(stroke(near + far, lighter(hide, 0.45), 2, 0.8, "5 5"), -5, 0)
        + moved(
            box(-19, -14, 38, 28, darker(metal, 0.5))
            + box(-15, -11, 30, 22, metal)
            + box(-8, -5, 16, 10, darker(hide, 0.4)),
            152,
            252,
            12,
        )
        + rivets(
            "front", metal, [(-160.0, 262.0), (-154.0, 288.0), (-172.0, 176.0), (172.0, 176.0)], 5
        )
    )


def _goggles(look: Look, hide: str, sky: str, sun: str) -> str:
    metal = look.palette.metal
    band = "M-186 -112C-150 -168 -90 -182 0 -184C90 -182 150 -168 186 -112"
    pad = darker(mix(hide, "#241410", 0.5), 0.2)
    tones = (
        (0.0, darker(sky, 0.35), 1.0),
        (0.42, sky, 1.0),
        (0.6, lighter(sun, 0.4), 1.0),
        (0.68, mix(sun, "#6a4a3a", 0.6), 1.0),
        (1.0, darker(mix(sky, "#2a2430", 0.6), 0.4), 1.0),
    )
    tint = look.dice.one_of("tint", ("#ffb347", "#8ad0ff", look.palette.accent))
    glass = (
        moved(fill(LENS, "#0c0606", 0.5), 3, 14, 0, 1.28, 1.24)
        + moved(fill(LENS, pad), 0, 3, 0, 1.28, 1.24)
        + moved(fill(LENS, paint("front-brass")), 0, 0, 0, 1.14, 1.12)
        + fill(LENS, "#140c0c")
        + moved(fill(LENS, paint("front-lens")), 0, 0, 0, 0.93, 0.93)
        + moved(fill(LENS, tint, 0.22), 0, 0, 0, 0.93, 0.93)
        + fill("M-46 -20C-40 -40 -12 -44 14 -42L-14 14C-34 12 -48 0 -46 -20Z", "#ffffff", 0.42)
        + fill("M24 -40L38 -36L6 22L-6 18Z", "#ffffff", 0.26)
        + stroke("M-48 24Q0 48 46 20", "#ffffff", 2.4, 0.5)
    )
    return (
        stroke(band, darker(hide, 0.75), 44)
        + stroke(band, darker(hide, 0.35), 37)
        + moved(stroke(band, lighter(hide, 0.3), 2, 0.8, "6 6"), 0, -13)
        + moved(stroke(band, lighter(hide, 0.3), 2, 0.8, "6 6"), 0, 14)
        + ramp("front-brass", polished(metal), along=(0, 0, 0.8, 1))
        + ramp("front-lens", tones, along=(0.2, 0, 0.3, 1))
        + moved(glass, -82, -178, -5)
        + mirrored(moved(glass, -82, -178, -5), 0)
        + fill("M-20 -192Q0 -204 20 -192L18 -166Q0 -176 -18 -166Z", paint("front-brass"))
        + oval(0, -180, 6, 6, darker(metal, 0.6))
        + rivets("front", metal, [(-166.0, -146.0), (166.0, -146.0)], 7)
    )
