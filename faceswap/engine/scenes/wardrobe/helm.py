"""A helm with its visor up, in units of the head that wears it."""

from __future__ import annotations

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
from faceswap.engine.scenes.scene import Look
from faceswap.engine.scenes.wardrobe.metal import burnished, engraved, polished, rivets

OPENING = (
    "M-134 214C-158 120 -162 20 -142 -56C-122 -96 -60 -106 0 -107C60 -106 122 -96 142 -56"
    "C162 20 158 120 134 214C110 246 60 262 0 264C-60 262 -110 246 -134 214Z"
)
SHELL = (
    "M-206 60C-218 -150 -140 -290 0 -298C140 -290 218 -150 206 60C202 150 186 222 156 276"
    "C110 322 50 336 0 338C-50 336 -110 322 -156 276C-186 222 -202 150 -206 60Z"
)
VISOR = (
    "M-204 -74C-222 -184 -150 -262 0 -300C150 -262 222 -184 204 -74"
    "C160 -132 80 -154 0 -156C-80 -154 -160 -132 -204 -74Z"
)


def helm(look: Look, steel: str) -> str:
    """Draw it: a plume, the shell around the face with mail inside, and the raised visor."""
    gold = look.palette.metal
    studs = [(-186.0, 84.0), (-180.0, 140.0), (-166.0, 196.0), (-140.0, 254.0), (-70.0, 300.0)]
    studs += [(-x, y) for x, y in studs]
    return (
        _plume(look)
        + ramp("front-shell", polished(steel), along=(0, 0, 1, 0.12))
        + f'<path d="{SHELL}{OPENING}" fill="url(#front-shell)" fill-rule="evenodd"/>'
        + ramp("front-shell-low", fading("#0a0d16", 0.0, 0.0, 0.55))
        + f'<path d="{SHELL}{OPENING}" fill="url(#front-shell-low)" fill-rule="evenodd"/>'
        + _lining()
        + stroke(OPENING, darker(gold, 0.5), 11)
        + stroke(OPENING, gold, 7)
        + stroke(OPENING, lighter(gold, 0.6), 2, 0.8)
        + engraved("M-190 100Q-178 190 -132 256M190 100Q178 190 132 256", steel, 2.4)
        + stroke("M-176 20C-182 -20 -178 -60 -168 -96", "#ffffff", 9, 0.5)
        + rivets("front", gold, studs, 6)
        + _visor(steel, gold)
        + _pivot(gold, -190)
        + _pivot(gold, 190)
    )


def inside() -> str:
    """Draw what lies behind the face: a padded lining in the dark, quilted under the chin."""
    quilt = "".join(
        f"M{x} 190q10 50 -4 110M{x - 20} 190q-6 60 10 110" for x in range(-110, 131, 34)
    )
    stops = ((0.0, "#4a3a2c", 1.0), (0.6, "#241c18", 1.0), (1.0, "#0e0c0e", 1.0))
    return (
        glow("body-inside", stops, at=(0.45, 0.75), reach=0.6)
        + fill(SHELL, paint("body-inside"))
        + stroke(quilt, "#0c0a0a", 4, 0.6)
    )


def _lining() -> str:
    return (
        f'<g transform="scale(0.955)">{stroke(OPENING, "#1b1d24", 16)}'
        f"{stroke(OPENING, '#8b92a0', 14, 1, dash='2.4 4.2')}"
        f"{stroke(OPENING, '#c3cad6', 5, 0.7, dash='1.4 5.2')}</g>"
    )


def _visor(steel: str, gold: str) -> str:
    slots = "".join(
        f"M{x} {-222 + abs(x) * 0.2:.0f}l{x * 0.05:.0f} 40" for x in (-108, -80, -52, 52, 80, 108)
    )
    slit = "M-172 -118C-120 -178 -60 -190 -8 -192M172 -118C120 -178 60 -190 8 -192"
    ridge = "M-5 -296L5 -296L14 -156L-14 -156Z"
    return (
        moved(fill(VISOR, "#05070c", 0.5), 4, 16)
        + ramp("front-visor", burnished(lighter(steel, 0.1)), along=(0.1, 0, 0.3, 1))
        + fill(VISOR, paint("front-visor"))
        + ramp("front-visor-far", fading("#080b14", 0.0, 0.1, 0.6), along=(0, 0, 1, 0))
        + fill(VISOR, paint("front-visor-far"))
        + fill(ridge, lighter(steel, 0.4), 0.7)
        + stroke(slots, "#0c0f16", 7)
        + moved(stroke(slots, "#ffffff", 1.6, 0.6), -4, 1)
        + stroke(slit, "#0c0f16", 8)
        + stroke(
            "M-204 -74C-160 -132 -80 -154 0 -156C80 -154 160 -132 204 -74", darker(gold, 0.5), 11
        )
        + stroke("M-204 -74C-160 -132 -80 -154 0 -156C80 -154 160 -132 204 -74", gold, 7)
        + stroke("M-204 -74C-160 -132 -80 -154 0 -156", lighter(gold, 0.6), 2.4, 0.9)
        + stroke("M-206 -110C-204 -190 -130 -256 -12 -292", "#ffffff", 3, 0.7)
    )


def _pivot(gold: str, x: float) -> str:
    return (
        oval(x + 3, -68, 28, 28, "#05070c", 0.5)
        + ramp(f"front-pivot{'l' if x < 0 else 'r'}", polished(gold), along=(0, 0, 1, 1))
        + oval(x, -74, 26, 26, paint(f"front-pivot{'l' if x < 0 else 'r'}"))
        + stroke(f"M{x - 14} -74h28M{x} -88v28", darker(gold, 0.65), 4)
        + oval(x, -74, 8, 8, lighter(gold, 0.5))
    )


def _plume(look: Look) -> str:
    colour = look.palette.accent
    side = look.dice.one_of("plume", (-1, 1))
    vane = (
        "M0 0C20 -90 90 -150 170 -120C230 -96 250 -10 220 70C200 20 160 -20 110 -16"
        "C60 -10 30 20 0 0Z"
    )
    barbs = "".join(
        f"M{30 + step * 17} {-58 - 30 * (1 - abs(step - 5) / 5):.0f}"
        f"q22 -18 {30 + step * 2} {-6 + step * 5}"
        f"M{40 + step * 17} {-50 - 22 * (1 - abs(step - 5) / 5):.0f}q4 26 26 {34 + step * 3}"
        for step in range(11)
    )
    feather = fill(vane, paint("front-vane")) + stroke(barbs, lighter(colour, 0.5), 2.2, 0.5)
    feather += stroke(
        "M0 0C40 -80 110 -110 170 -84C204 -60 220 0 220 60", lighter(colour, 0.65), 3, 0.7
    )
    drawn = "".join(
        moved(feather, x, -276, turn, size, size)
        for x, turn, size in ((-6, 14, 0.95), (-2, -34, 1.0), (0, -76, 0.8), (4, -12, 1.08))
    )
    tones = even(lighter(colour, 0.35), colour, darker(colour, 0.6))
    socket = fill("M-20 -262L20 -262L13 -318L-13 -318Z", mix(look.palette.metal, "#3a2410", 0.2))
    return (
        ramp("front-vane", tones, along=(0, 0, 0.5, 1))
        + (drawn if side > 0 else mirrored(drawn, 0))
        + socket
    )
