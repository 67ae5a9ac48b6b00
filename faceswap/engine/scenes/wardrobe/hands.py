"""Gloved hands that hold something upright."""

from __future__ import annotations

from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.paint import even, fading, fill, paint, ramp, stroke

BACK = "M-30 -66C0 -82 56 -76 78 -44C96 -10 96 40 92 86L18 96C0 70 -26 62 -36 58Z"
FINGERS = ((-60, -52, 66), (-29, -58, 70), (2, -54, 70), (32, -44, 64))


def palm(fragment: str, colour: str) -> str:
    """Draw what of a fist lies behind the thing it holds, about 0, 0; the wrist is below right."""
    stops = even(lighter(colour, 0.18), colour, darker(colour, 0.6))
    return ramp(f"{fragment}-palm", stops, along=(0, 0, 1, 0.8)) + fill(
        BACK, paint(f"{fragment}-palm")
    )


def fingers(fragment: str, colour: str, seams: str = "") -> str:
    """Draw the fingers of a fist, before the thing it holds."""
    finger = f"{fragment}-finger"
    stops = even(
        lighter(colour, 0.42), lighter(colour, 0.1), darker(colour, 0.18), darker(colour, 0.52)
    )
    gap = darker(colour, 0.72)
    drawn = "".join(_finger(y, left, right, finger, gap) for y, left, right in FINGERS)
    thumb = "M34 -74C14 -92 -22 -92 -46 -76C-60 -66 -56 -52 -42 -52C-18 -58 6 -56 26 -46Z"
    marks = "".join(f"M{right - 20} {y + 3}q7 11 1 24" for y, _, right in FINGERS)
    return (
        ramp(finger, stops)
        + ramp(f"{fragment}-turn", fading("#0a0608", 0.5, 0.0, 0.0, 0.4), along=(0, 0, 1, 0))
        + drawn
        + fill(thumb, paint(finger))
        + stroke("M-40 -72Q-16 -84 16 -76", "#ffffff", 3, 0.3)
        + stroke(marks, seams or darker(colour, 0.65), 2, 0.7)
    )


def _finger(y: float, left: float, right: float, finger: str, gap: str) -> str:
    shape = (
        f"M{left + 14} {y}C{left + 40} {y - 4} {right - 24} {y - 5} {right - 8} {y + 2}"
        f"C{right + 8} {y + 10} {right + 6} {y + 27} {right - 10} {y + 30}"
        f"C{right - 40} {y + 32} {left + 34} {y + 33} {left + 12} {y + 30}"
        f"C{left - 7} {y + 26} {left - 6} {y + 4} {left + 14} {y}Z"
    )
    turn = finger.replace("finger", "turn")
    shine = stroke(
        f"M{left + 20} {y + 8}Q{left + 50} {y + 3} {right - 22} {y + 8}", "#ffffff", 3, 0.3
    )
    return (
        stroke(shape, gap, 4, 0.7) + fill(shape, paint(finger)) + fill(shape, paint(turn)) + shine
    )
