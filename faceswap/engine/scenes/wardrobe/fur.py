"""Fur: tufts along a line, lit from above."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from faceswap.engine.scenes.colour import darker, lighter, mix
from faceswap.engine.scenes.paint import Point, fill, smooth, stroke
from faceswap.engine.scenes.scene import Dice

TONES = 5


def fur(
    dice: Dice, name: str, spine: Sequence[Point], width: float, colour: str, rows: int = 6
) -> str:
    """Return a strip of fur along a line of points, so many units wide; the dice lay its tufts.

    They point to the right of one who walks the line, which is the side that is drawn first.
    """
    line = walked(spine, max(7.0, width / 15))
    deep, bright = mix(darker(colour, 0.36), "#544c66", 0.4), lighter(colour, 0.7)
    tones = [mix(deep, bright, tone / (TONES - 1)) for tone in range(TONES)]
    base = smooth([(x, y) for x, y, _ in line])
    drawn = stroke(base, mix(deep, colour, 0.45), width * 0.84).replace('="round"', '="butt"')
    for row in range(rows, -2, -1):
        tufts: list[list[str]] = [[] for _ in range(TONES)]
        for place, step in enumerate(line):
            roll = f"{name}{place}/{row}"
            tuft, light = _tuft(dice, roll, step, width, max(-1.0, row / rows * 2 - 1))
            if row < 0:
                tuft, light = _tuft(dice, roll, step, -width * 0.9, 0.92)
            tone = light * (TONES - 1) + dice.between(roll + "t", -0.8, 0.8)
            tufts[min(TONES - 1, max(0, round(tone)))].append(tuft)
        drawn += "".join(
            fill("".join(paths), tones[tone]) for tone, paths in enumerate(tufts) if paths
        )
    return drawn


def _tuft(
    dice: Dice, roll: str, step: tuple[float, float, float], width: float, side: float
) -> tuple[str, float]:
    x, y, angle = step
    nx, ny = -math.sin(angle), math.cos(angle)
    wide = abs(width)
    side += dice.between(roll + "s", -0.12, 0.12)
    root = (x + nx * side * width * 0.4, y + ny * side * width * 0.4)
    sign = 1 if width > 0 else -1
    way = math.atan2(ny * sign * 0.8 + 0.45, nx * sign * 0.8) + dice.between(roll, -0.32, 0.32)
    long = wide * dice.between(roll + "l", 0.15, 0.29)
    tip = (root[0] + math.cos(way) * long, root[1] + math.sin(way) * long)
    half = wide * dice.between(roll + "w", 0.018, 0.042)
    ax, ay = -math.sin(way) * half, math.cos(way) * half
    bow = dice.between(roll + "b", -1.0, 1.0)
    mx, my = (root[0] + tip[0]) / 2 + ax * bow, (root[1] + tip[1]) / 2 + ay * bow
    path = (
        f"M{root[0] - ax:.1f} {root[1] - ay:.1f}"
        f"Q{mx - ax:.1f} {my - ay:.1f} {tip[0]:.1f} {tip[1]:.1f}"
        f"Q{mx + ax:.1f} {my + ay:.1f} {root[0] + ax:.1f} {root[1] + ay:.1f}Z"
    )
    light = 0.62 - side * 0.3 * sign - nx * side * 0.1
    return path, light


def ermine(dice: Dice, name: str, spine: Sequence[Point], width: float, colour: str) -> str:
    """Return white fur with the black tips of tails."""
    tails: list[str] = []
    for place, (x, y, angle) in enumerate(walked(spine, width * 0.5)):
        nx, ny = -math.sin(angle), math.cos(angle)
        side = (-0.24, 0.2)[place % 2] + dice.between(f"{name}t{place}", -0.06, 0.06)
        tx, ty = x + nx * side * width, y + ny * side * width
        lean = dice.between(f"{name}l{place}", -5, 5)
        tails.append(
            f"M{tx:.1f} {ty:.1f}"
            f"q{width * 0.075:.1f} {width * 0.12:.1f} {lean:.1f} {width * 0.3:.1f}"
            f"q{-width * 0.1:.1f} {-width * 0.16:.1f} {-lean:.1f} {-width * 0.3:.1f}Z"
        )
    return fur(dice, name, spine, width, colour) + fill("".join(tails), "#1d1820", 0.92)


def walked(spine: Sequence[Point], step: float) -> list[tuple[float, float, float]]:
    """Return points at even steps along a line, and the angle of the line there, in radians."""
    walk: list[tuple[float, float, float]] = []
    left = 0.0
    for (x0, y0), (x1, y1) in pairwise(spine):
        length, angle = math.hypot(x1 - x0, y1 - y0), math.atan2(y1 - y0, x1 - x0)
        along = left
        while along < length:
            walk.append((x0 + math.cos(angle) * along, y0 + math.sin(angle) * along, angle))
            along += step
        left = along - length
    return walk


def curve(points: Sequence[Point], steps: int = 8) -> list[Point]:
    """Return a line that runs through points in small steps, as `smooth` would draw it."""
    last, line = len(points) - 1, [points[0]]
    for place in range(last):
        before, start, end, after = (
            points[min(max(place + step, 0), last)] for step in (-1, 0, 1, 2)
        )
        for number in range(1, steps + 1):
            t = number / steps
            line.append(
                (
                    _through(before[0], start[0], end[0], after[0], t),
                    _through(before[1], start[1], end[1], after[1], t),
                )
            )
    return line


def _through(before: float, start: float, end: float, after: float, t: float) -> float:
    slope = (end - before) * t
    bend = (2 * before - 5 * start + 4 * end - after) * t * t
    twist = (3 * start - before - 3 * end + after) * t * t * t
    return start + (slope + bend + twist) / 2
