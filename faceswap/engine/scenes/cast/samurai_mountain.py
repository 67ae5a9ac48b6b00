"""A mountain behind a samurai: the sun or the moon, a pagoda, a gate, mist, and blossoms."""

from __future__ import annotations

from faceswap.engine.scenes.air import before_face, cloud, halo, motes, puff
from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import (
    box,
    even,
    fading,
    fill,
    mirrored,
    moved,
    oval,
    paint,
    ramp,
    sheet,
    stroke,
)
from faceswap.engine.scenes.scene import Dice, Look

SKIES = (
    ("#e7b49a", "#f6dcc0", "#fbe9d4"),
    ("#8fa8c8", "#e9c6c4", "#f8e4d0"),
    ("#c9785a", "#eeb27c", "#f8dca6"),
)


def mountain(look: Look, night: bool) -> str:
    """Draw it at dawn, or by night."""
    dice = look.dice
    high, low, pale = ("#0e1830", "#2a4468", "#587a9c") if night else dice.one_of("sky", SKIES)
    sun = "#f2f0e0" if night else look.palette.accent
    far, near = mix(low, "#3c5078", 0.45), mix(low, "#22304a", 0.7)
    peak = (
        "M-260 760C-60 720 160 600 330 400Q420 300 470 286Q510 300 560 284Q600 300"
        " 690 400C850 590 1060 720 1260 760V1260H-260Z"
    )
    snow = (
        "M330 400Q420 300 470 286Q510 300 560 284Q600 300 690 400L640 400L606 452"
        "L566 400L520 470L474 404L430 456L396 402Z"
    )
    return (
        ramp("backdrop-sky", even(high, low, pale))
        + sheet(paint("backdrop-sky"))
        + halo("backdrop-aura", 500, 360, 560, sun, 0.5)
        + ramp("backdrop-sun", even(lighter(sun, 0.12), mix(sun, pale, 0.28)))
        + oval(500, 350, 300, 300, paint("backdrop-sun"))
        + ramp("backdrop-peak", even(far, mix(far, pale, 0.55)))
        + moved(fill(peak, paint("backdrop-peak")), 0, 130)
        + moved(fill(snow, lighter(pale, 0.45), 0.9), 0, 130)
        + puff("backdrop-mist", lighter(pale, 0.35), mix(pale, low, 0.4))
        + "".join(
            cloud(
                dice,
                f"mist{number}",
                dice.between(f"mx{number}", -200, 1200),
                700 + number * 40,
                620,
                "backdrop-mist",
            )
            for number in range(6)
        )
        + _pagoda(near, dice.one_of("side", (1, -1)), night)
        + _branches(dice, night)
        + ramp("backdrop-haze", fading(pale, 0.0, 0.0, 0.75))
        + sheet(paint("backdrop-haze"), 0.8)
        + motes(
            dice,
            "backdrop-glow",
            30,
            "#ffd08a" if night else "#fff0e0",
            (4, 12),
            (-260, 500, 1260, 1000),
        )
    )


def _pagoda(tone: str, side: int, night: bool) -> str:
    storeys = ""
    for step in range(5):
        half, y = 88 + step * 17, 290 + step * 116
        storeys += (
            box(-half * 0.55, y, half * 1.1, 120, mix(tone, "#7a2c28", 0.35))
            + fill(
                f"M{-half - 34} {y + 26}"
                f"Q{-half * 0.6:.0f} {y + 14} {-half * 0.4:.0f} {y - 26}"
                f"L{half * 0.4:.0f} {y - 26}"
                f"Q{half * 0.6:.0f} {y + 14} {half + 34} {y + 26}"
                f"L{half} {y + 40}L{-half} {y + 40}Z",
                tone,
            )
            + "".join(
                box(at - 9, y + 58, 18, 34, "#ffc872" if night else "#f0c090", 0.9)
                for at in (-34, 0, 34)
            )
        )
    tower = moved(storeys + stroke("M0 160V280", tone, 10), 900, 30)
    red = mix("#c03a28", tone, 0.25)
    gate = (
        stroke("M-92 -10V420M92 -10V420", red, 30)
        + fill("M-170 -70Q0 -40 170 -70L160 -30Q0 -4 -160 -30Z", red)
        + box(-130, 40, 260, 26, red)
        + fill("M-176 -86Q0 -54 176 -86L170 -66Q0 -36 -170 -66Z", darker(tone, 0.3))
    )
    drawn = tower + moved(gate, 70, 610, 0, 1.05, 1.05)
    return drawn if side > 0 else mirrored(drawn, 500)


def _branches(dice: Dice, night: bool) -> str:
    pink = "#b9a4c8" if night else "#f2a8b8"
    twigs = (
        "M-280 40Q-60 60 120 10Q220 -20 330 30M60 24Q110 90 190 110M-120 50Q-60 140"
        " 20 170M1280 -20Q1080 40 900 20Q820 10 760 60M1040 26Q1000 110 930 150"
        "M1160 10Q1130 120 1080 190"
    )
    flowers = "".join(
        oval(
            x + dice.between(f"bx{number}", -95, 95),
            y + dice.between(f"by{number}", -48, 48),
            size := dice.between(f"bs{number}", 13, 32),
            size,
            (pink, lighter(pink, 0.4), darker(pink, 0.14))[number % 3],
            0.9,
        )
        for number in range(110)
        for x, y in (
            (
                (-160, 60),
                (40, 30),
                (210, 40),
                (150, 110),
                (0, 160),
                (1180, 0),
                (1020, 50),
                (840, 30),
                (940, 140),
                (1090, 180),
            )[number % 10],
        )
    )
    return stroke(twigs, "#3c2628", 17) + flowers


def petals(dice: Dice, night: bool) -> str:
    """Draw petals that fall before the figure, near ones out of focus."""
    pink = "#d8c4e4" if night else "#f8bcc8"
    shape = "M0 -13C11 -11 13 3 0 14C-13 3 -11 -11 0 -13Z"
    places = [
        (number, dice.between(f"px{number}", -250, 1250), dice.between(f"py{number}", -100, 1240))
        for number in range(40)
    ]
    small = "".join(
        moved(
            fill(shape, paint("front-petal")),
            x,
            y,
            dice.between(f"pt{number}", 0, 360),
            dice.between(f"pw{number}", 0.4, 1.1),
            dice.between(f"ph{number}", 0.6, 1.1),
        )
        for number, x, y in places
        if not before_face(x, y)
    )
    large = "".join(
        oval(x, y, rx, ry, paint("front-blur"))
        for x, y, rx, ry in (
            (70, 930, 46, 30),
            (950, 700, 34, 44),
            (30, 420, 30, 20),
            (930, 180, 26, 34),
        )
    )
    return (
        ramp("front-petal", even(lighter(pink, 0.5), darker(pink, 0.08)))
        + motes(dice, "front-blur", 8, pink, (14, 40))
        + small
        + large
    )
