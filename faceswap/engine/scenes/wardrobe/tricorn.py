"""A three-cornered hat over a kerchief, in units of the head that wears it."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    crease,
    creases,
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

CROWN = "M-152 -150C-160 -270 -96 -330 0 -332C96 -330 160 -270 152 -150Z"
FRONT = (
    "M-300 -196C-250 -250 -190 -252 -120 -262C-70 -272 -30 -300 0 -318C30 -300 70 -272 120 -262"
    "C190 -252 250 -250 300 -196C250 -150 170 -112 96 -104Q0 -96 -96 -104C-170"
    " -112 -250 -150 -300 -196Z"
)
RIM = (
    "M-300 -196C-250 -250 -190 -252 -120 -262C-70 -272 -30 -300 0 -318C30 -300 70 -272 120 -262"
    "C190 -252 250 -250 300 -196"
)
KERCHIEF = (
    "M-170 -20C-182 -110 -130 -160 0 -164C130 -160 182 -110 170 -20C152 -66 126 -90 92 -98"
    "Q0 -114 -92 -98C-126 -90 -152 -66 -170 -20Z"
)


def tricorn(look: Look) -> str:
    """Draw the kerchief, and the hat with braid, a plume and a badge."""
    colours = look.palette
    felt = mix(look.dice.one_of("felt", ("#221c22", "#3a2418", "#1c2436")), colours.main, 0.12)
    return (
        _kerchief(colours)
        + ramp(
            "front-felt", even(lighter(felt, 0.2), felt, darker(felt, 0.5)), along=(0, 0, 1, 0.3)
        )
        + glow(
            "front-crown",
            even(lighter(felt, 0.3), felt, darker(felt, 0.6)),
            at=(0.3, 0.2),
            reach=0.85,
        )
        + fill(CROWN, paint("front-crown"))
        + _plume(look)
        + moved(fill(FRONT, "#060408", 0.5), 2, 14)
        + fill(FRONT, paint("front-felt"))
        + ramp("front-dim", fading("#060408", 0.0, 0.1, 0.6))
        + fill(FRONT, paint("front-dim"))
        + fill(
            "M-280 -198C-230 -236 -180 -238 -116 -246C-90 -220 -120 -160 -180"
            " -140C-220 -150 -260 -176 -280 -198Z",
            lighter(felt, 0.6),
            0.18,
        )
        + _braid(colours.metal)
        + _badge(look)
    )


def _kerchief(colours: Palette) -> str:
    cloth = colours.accent
    dots = "".join(
        oval(x, y, 6, 6, mix(colours.second, "#ffffff", 0.3), 0.85)
        for x, y in (
            (-146, -76),
            (-116, -112),
            (-72, -122),
            (-24, -126),
            (24, -124),
            (72, -120),
            (116, -112),
            (146, -76),
        )
    )
    knot = (
        "M154 -30C190 -50 214 -30 206 -6C196 10 170 2 156 -12ZM158 -14C184 20 196"
        " 70 186 118L160 100C168 60 160 20 146 -4ZM150 -8C160 30 150 80 128 120L112"
        " 92C132 60 138 24 138 -4Z"
    )
    return (
        ramp(
            "front-kerchief",
            even(lighter(cloth, 0.2), cloth, darker(cloth, 0.5)),
            along=(0, 0, 1, 0.4),
        )
        + creases("front", cloth)
        + fill(KERCHIEF, paint("front-kerchief"))
        + crease("front-dip", -150, -50, -60, -140, 16, 8)
        + crease("front-dip", 150, -50, 60, -140, 16, -8)
        + crease("front-dip", -110, -94, 0, -130, 12, 6)
        + stroke(
            "M-168 -26C-150 -70 -124 -92 -90 -102Q0 -118 90 -102C124 -92 150 -70 168 -26",
            darker(cloth, 0.5),
            3,
            0.7,
        )
        + dots
        + fill(knot, paint("front-kerchief"))
        + stroke(knot, darker(cloth, 0.6), 2.4, 0.6)
    )


def _braid(gold: str) -> str:
    scallops = "".join(
        f"M{x} {-242 - 56 * max(0.0, 1 - abs(x) / 130) + max(0, abs(x) - 190) * 0.42:.0f}"
        f"q12 16 24 0"
        for x in range(-268, 250, 24)
    )
    return (
        stroke(RIM, darker(gold, 0.6), 20)
        + stroke(RIM, gold, 15)
        + moved(stroke(RIM, lighter(gold, 0.6), 3.5, 0.9, "5 5"), 0, -2)
        + stroke(scallops, mix(gold, "#8a5a20", 0.2), 3.4, 0.9)
        + stroke(
            "M-296 -190C-250 -148 -170 -110 -96 -102Q0 -94 96 -102C170 -110 250 -148 296 -190",
            gold,
            3,
            0.6,
        )
    )


def _badge(look: Look) -> str:
    bone = mix(look.palette.second, "#ffffff", 0.35)
    skull = (
        "M0 -46C30 -46 44 -26 40 0C38 14 30 18 26 22L22 40H-22L-26 22C-30 18 -38 14"
        " -40 0C-44 -26 -30 -46 0 -46Z"
    )
    eyes = (
        oval(-16, -6, 10, 12, "#0c080c")
        + oval(16, -6, 10, 12, "#0c080c")
        + fill("M0 6L7 20H-7Z", "#0c080c")
    )
    teeth = stroke("M-12 26V40M-4 26V40M4 26V40M12 26V40", "#0c080c", 2.6, 0.8)
    bones = "M-56 6L56 58M56 6L-56 58"
    ends = "".join(
        oval(x, y, 9, 9, bone)
        for x, y in (
            (-60, 0),
            (-62, 12),
            (60, 0),
            (62, 12),
            (-60, 54),
            (-62, 66),
            (60, 54),
            (62, 66),
        )
    )
    return moved(
        moved(stroke(bones, "#060408", 17, 0.5), 3, 6)
        + stroke(bones, darker(bone, 0.2), 14)
        + ends
        + stroke("M-52 6L52 54", lighter(bone, 0.6), 3, 0.8)
        + moved(fill(skull, "#060408", 0.5), 3, 6)
        + glow(
            "front-skull",
            even(lighter(bone, 0.7), bone, darker(bone, 0.5)),
            at=(0.36, 0.3),
            reach=0.8,
        )
        + fill(skull, paint("front-skull"))
        + eyes
        + teeth,
        0,
        -206,
        0,
        0.86,
        0.86,
    )


def _plume(look: Look) -> str:
    colour = look.dice.one_of(
        "plume", (look.palette.second, look.palette.accent, look.palette.main)
    )
    vane = (
        "M0 0C30 -70 100 -140 190 -150C260 -152 300 -110 312 -60C280 -90 240 -90"
        " 200 -70C130 -40 60 -10 0 0Z"
    )
    barbs = "".join(
        f"M{16 + step * 17} {-26 - step * 8 if step < 12 else -118 + (step - 12) * 8}q6"
        f" -30 {34 - step} -46"
        f"M{20 + step * 17} {-24 - step * 7 if step < 12 else -106 + (step - 12) * 8}q20 8 34 30"
        for step in range(16)
    )
    spine = "M0 0C60 -70 120 -116 200 -118C250 -116 290 -92 308 -62"
    plume = (
        fill(vane, paint("front-vane"))
        + stroke(barbs, lighter(colour, 0.5), 2.6, 0.55)
        + stroke(spine, lighter(colour, 0.7), 4, 0.85)
    )
    side = moved(plume, 60, -250, -14, 0.95, 1.1) + moved(plume, 70, -240, 10, 0.8, 0.9)
    tones = even(lighter(colour, 0.4), colour, darker(colour, 0.5))
    return ramp("front-vane", tones, along=(0, 0, 0.4, 1)) + (
        side if look.dice.one_of("side", (1, -1)) > 0 else mirrored(side, 0)
    )
