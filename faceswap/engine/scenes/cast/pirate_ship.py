"""The deck of a ship: masts, sails and shrouds, lanterns, and the sea at sunset or by night."""

from __future__ import annotations

from faceswap.engine.scenes.air import cloud, halo, motes, puff
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Look

SKIES = (
    ("#54407a", "#e0705a", "#ffcf86"),
    ("#2f6a9e", "#f0a86a", "#ffe6b0"),
    ("#7a3a5a", "#f08a4a", "#ffd98a"),
)


def ship(look: Look, night: bool) -> str:
    """Draw it."""
    dice = look.dice
    high, low, sun = ("#0e1630", "#2c3c66", "#b9ccf2") if night else dice.one_of("sky", SKIES)
    x = dice.one_of("sun", (230, 300, 170))
    heaps = "".join(
        cloud(
            dice,
            f"cloud{number}",
            dice.between(f"cx{number}", -240, 1240),
            120 + number * 62,
            dice.between(f"cw{number}", 380, 700),
            "backdrop-puff",
        )
        for number in range(7)
    )
    return (
        ramp("backdrop-sky", even(high, mix(high, low, 0.6), low, sun, sun))
        + sheet(paint("backdrop-sky"))
        + halo("backdrop-sun", x, 500, 560, sun, 0.95)
        + oval(x, 500, 74, 74, lighter(sun, 0.6))
        + puff("backdrop-puff", mix(sun, low, 0.35), mix(high, low, 0.5))
        + heaps
        + _sea(high, low, sun, x)
        + _rigging(look, night, low, sun)
        + _rail(night, sun)
        + _lanterns()
        + motes(dice, "backdrop-spray", 30, lighter(sun, 0.4), (3, 9))
    )


def _sea(high: str, low: str, sun: str, x: float) -> str:
    water = mix(high, "#123a5a", 0.5)
    glints = "".join(
        f"M{x - 40 - step * 12 + (step % 3) * 24} {650 + step * 16}h{70 + step * 16}"
        for step in range(16)
    )
    waves = "".join(
        f"M{-260 + (step % 2) * 60} {660 + step * 22}q60 -16 120 0t120 0t120 0"
        "t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0t120 0"
        for step in range(11)
    )
    isle = "M720 640C780 590 830 560 880 596C920 560 980 590 1010 600C1060 610 1090 630 1110 640Z"
    return (
        fill(isle, mix(low, high, 0.55))
        + ramp("backdrop-sea", even(mix(water, sun, 0.5), water, darker(water, 0.5)))
        + box(-260, 640, 1520, 620, paint("backdrop-sea"))
        + stroke(waves, mix(water, sun, 0.45), 5, 0.4)
        + stroke(glints, lighter(sun, 0.4), 8, 0.7)
    )


def _rigging(look: Look, night: bool, low: str, sun: str) -> str:
    wood = mix("#3a2618", low, 0.2)
    canvas = mix(mix("#e8d8b4", low, 0.25), sun, 0.15)
    canvas = darker(canvas, 0.55) if night else canvas
    sail = (
        "M-250 -130Q0 -110 250 -130C230 -30 240 60 268 150Q0 90 -268 150C-240 60"
        " -230 -30 -250 -130Z"
    )
    seams = (
        "M-150 -124Q-140 0 -160 124M-50 -118Q-46 0 -54 108M50 -118Q46 0 54 108M150"
        " -124Q140 0 160 124"
    )
    yard = fill("M-280 -150Q0 -168 280 -150L278 -130Q0 -142 -278 -130Z", wood)
    cloth = fill(sail, paint("backdrop-sail")) + stroke(seams, darker(canvas, 0.3), 5, 0.5) + yard
    shrouds = "".join(f"M{760 + step * 30} -120L{870 + step * 74} 900" for step in range(5))
    rungs = "".join(
        f"M{764 + row * 9} {-60 + row * 74}L{886 + row * 26} {-60 + row * 74}" for row in range(12)
    )
    flag = (
        fill("M0 0C60 -24 110 20 176 -6L170 96C110 120 60 76 0 100Z", "#14121a")
        + oval(84, 42, 20, 20, "#e8e0d0")
        + stroke("M50 24L118 72M118 24L50 72", "#e8e0d0", 7)
    )
    return (
        ramp(
            "backdrop-sail",
            even(lighter(canvas, 0.25), canvas, darker(canvas, 0.4)),
            along=(0, 0, 1, 0.4),
        )
        + ramp(
            "backdrop-mast", even(lighter(wood, 0.3), wood, darker(wood, 0.5)), along=(0, 0, 1, 0)
        )
        + box(670, -120, 48, 1400, paint("backdrop-mast"))
        + moved(cloth, 694, 60, 0, 1.15, 0.9)
        + moved(cloth, 694, 330, 0, 1.35, 1.0)
        + box(-160, -120, 36, 1400, paint("backdrop-mast"))
        + moved(cloth, -142, 120, 0, 0.7, 1.0)
        + stroke(shrouds, darker(wood, 0.3), 7)
        + stroke(rungs, darker(wood, 0.3), 4)
        + stroke("M-142 -120L330 640M694 -100L60 700M694 200L300 760", darker(wood, 0.2), 5, 0.8)
        + moved(flag, look.dice.one_of("flag", (60, 30)), 60, 0, 0.95, 0.95)
        + stroke("M56 40V420", wood, 9)
    )


def _rail(night: bool, sun: str) -> str:
    wood = darker("#6a4426", 0.5) if night else mix("#6a4426", sun, 0.15)
    posts = "".join(
        fill(
            f"M{x - 15} 860C{x - 30} 900 {x - 8} 930 {x - 18} 990H{x + 18}"
            f"C{x + 8} 930 {x + 30} 900 {x + 15} 860Z",
            wood,
        )
        for x in range(-230, 1260, 80)
    )
    return (
        ramp("backdrop-rail", even(lighter(wood, 0.3), wood, darker(wood, 0.5)))
        + posts
        + box(-260, 824, 1520, 44, paint("backdrop-rail"))
        + box(-260, 984, 1520, 280, paint("backdrop-rail"))
        + ramp("backdrop-low", fading("#0a0608", 0.0, 0.6))
        + box(-260, 800, 1520, 460, paint("backdrop-low"))
    )


def _lanterns() -> str:
    drawn = ""
    for number, (x, y) in enumerate(((70, 620), (940, 600), (1120, 640))):
        drawn += moved(
            stroke("M0 -90V-60", "#2a1c12", 8)
            + fill("M-30 -46L-20 -64H20L30 -46L26 44H-26Z", "#2a1c12")
            + fill("M-20 -40H20L17 34H-17Z", "#ffd27a")
            + oval(0, 4, 10, 20, "#fff8e0")
            + stroke("M0 -40V34", "#2a1c12", 4),
            x,
            y,
        ) + halo(f"backdrop-lamp{number}", x, y, 210, "#ffb050", 0.75)
    return drawn
