"""A macaw on a shoulder."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    even,
    fading,
    fill,
    glow,
    lens,
    moved,
    oval,
    paint,
    ramp,
    stroke,
)
from faceswap.engine.scenes.scene import Look

BODY = (
    "M-6 -190C40 -196 66 -160 62 -116C84 -70 92 0 76 70C66 120 40 160 14 176C-30 160 -60 100 -62 30"
    "C-66 -30 -52 -70 -50 -110C-56 -156 -40 -186 -6 -190Z"
)


def macaw(look: Look) -> str:
    """Draw it on the shoulder at the left of the picture, turned to the face."""
    coat, blue, gold = look.palette.accent, mix("#2a5ab0", look.palette.main, 0.12), "#f2b632"
    tail = "".join(
        fill(lens(x, 120, x - 60 - step * 12, 420, 13), colour)
        for step, (x, colour) in enumerate(
            ((-6, blue), (8, coat), (22, darker(coat, 0.3)), (0, gold))
        )
    )
    wing = "M-50 -60C-84 -10 -92 80 -60 180C-20 170 20 120 26 50C26 0 0 -50 -50 -60Z"
    rows = "".join(
        fill(
            f"M{-66 + step * 15} {y}q8 {drop} 16 0q-8 -12 -16 0Z",
            colour,
        )
        + stroke(f"M{-66 + step * 15} {y}q8 {drop} 16 0", darker(colour, 0.5), 1.8, 0.7)
        for y, drop, colour, count in (
            (120, 64, blue, 5),
            (90, 58, lighter(blue, 0.12), 6),
            (56, 50, gold, 6),
            (24, 44, lighter(coat, 0.12), 6),
            (-8, 40, coat, 5),
        )
        for step in range(count)
    )
    chest = "".join(
        f"M{x} {y}q9 15 18 0"
        for row, y in enumerate(range(-96, 150, 26))
        for x in range(22 - row % 2 * 9, 66, 18)
    )
    face = "M4 -168C34 -170 54 -148 52 -120C44 -100 24 -94 6 -104C-10 -120 -10 -158 4 -168Z"
    beak = "M46 -158C80 -162 96 -136 86 -98C80 -108 68 -112 54 -110C44 -122 40 -146 46 -158Z"
    lower = "M52 -110C64 -112 74 -106 74 -92C64 -86 54 -92 52 -110Z"
    claws = "M-14 164q-14 24 -6 36M4 170q-8 22 0 34M22 168q-2 20 8 32M40 160q4 18 14 26"
    return (
        glow(
            "front-macaw",
            even(lighter(coat, 0.4), coat, darker(coat, 0.6)),
            at=(0.62, 0.25),
            reach=0.85,
        )
        + ramp("front-wing", fading("#0a0610", 0.55, 0.0, 0.0), along=(0, 0, 1, 0.2))
        + moved(
            tail
            + fill(BODY, paint("front-macaw"))
            + stroke(chest, darker(coat, 0.5), 2.6, 0.55)
            + moved(stroke(chest, lighter(coat, 0.5), 1.6, 0.5), 0, -3)
            + fill(wing, darker(coat, 0.25))
            + rows
            + fill(BODY, paint("front-wing"))
            + fill(face, "#f6eee2")
            + stroke("M14 -152q18 -6 30 2M12 -116q16 8 32 2M10 -126q16 6 34 2", coat, 2.2, 0.7)
            + oval(26, -138, 11, 11, "#f2d24a")
            + oval(27, -138, 6.5, 6.5, "#0c080c")
            + oval(24, -141, 2.4, 2.4, "#ffffff")
            + fill(lower, "#1c1618")
            + ramp("front-beak", even("#fff6e4", "#e0d0b4", "#4a3c38"), along=(0, 0, 0.6, 1))
            + fill(beak, paint("front-beak"))
            + stroke(beak, "#3a2c28", 2, 0.6)
            + stroke(claws, "#2a2224", 11),
            206,
            640,
            4,
            0.98,
            0.98,
        )
    )
