"""Where a picture is looked at, and how finely, for faces of every size to be found.

The detector finds faces of 20 to 100 px in what it is shown. All of a picture is shown to it at a
glance, in two small windows, for the faces that are large in it; then come finer levels, each a
quarter of the one before, in tiles that overlap.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from faceswap.engine.mesh.models import CLOSE_SIDE

Sides = tuple[int, int]

# Of faces of 20 px, 40 px at a scale of a half, the network finds 98 in 100, of 18 px 94.
LEAST_SCALE, USUAL_SCALE, MOST_SCALE, SCALE_STEP = 0.46, 0.5, 1.0, 0.02
# The longer side of a glance, in which a face is 20 px if it is a tenth as wide as the picture.
GLANCE = 192
# The sides of tiles, width and height. Two of the first show 960 x 540: half of 1920 x 1080.
TILES: tuple[Sides, ...] = ((512, 544), (544, 512), (512, 320), (320, 512))
# The same of quick looks besides: each shows all of half of 1280 x 720, as clips are looked at. For
# stills they would take memory on every thread.
QUICK_TILES: tuple[Sides, ...] = ((640, 384), (384, 640))
OVERLAP = 64
# As many pixels in tiles as half of 1920 x 1080 takes are spent on smaller pictures too, which are
# looked at at a finer scale.
CHEAP = 2 * 512 * 544
LEVEL_STEP = 4.0
# A level hardly finer than a glance finds nothing more.
WORTH_A_LEVEL = 1.25


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a picture that was scaled, in its pixels."""

    scale: float
    left: int
    top: int
    width: int
    height: int


def plan_windows(width: int, height: int, *, quick: bool = False) -> list[Window]:
    """Return the windows to look through, coarse to fine; the first two show all of the picture."""
    longer = max(width, height)
    sides = (*TILES, *QUICK_TILES) if quick else TILES
    scale = _finest_scale(width, height, sides)
    windows: list[Window] = []
    while longer * scale > GLANCE * WORTH_A_LEVEL:
        windows += _tiles(width, height, scale, sides)
        scale /= LEVEL_STEP
    return [_whole(GLANCE, width, height), _whole(CLOSE_SIDE, width, height), *reversed(windows)]


def _whole(side: int, width: int, height: int) -> Window:
    """Return the window that shows all of a picture, its longer side scaled to `side`."""
    scale = side / max(width, height)
    across, down = (
        _narrowed(side) if math.ceil(length * scale) <= _narrowed(side) else side
        for length in (width, height)
    )
    return Window(scale, 0, 0, across, down)


def _narrowed(side: int) -> int:
    """Return the shorter side of the window of a wide or a high picture, a multiple of 32."""
    return math.ceil(side * 9 / 16 / 32) * 32


def _glances(side: int) -> list[Sides]:
    return [(side, side), (side, _narrowed(side)), (_narrowed(side), side)]


SIDES: tuple[Sides, ...] = (*_glances(GLANCE), *_glances(CLOSE_SIDE), *TILES, *QUICK_TILES)
"""The width and height of every window there is."""


def _finest_scale(width: int, height: int, sides: Sequence[Sides]) -> float:
    """Return the largest scale that is cheap, or the one about a half that costs least."""

    def cost(scale: float) -> int:
        return sum(tile.width * tile.height for tile in _tiles(width, height, scale, sides))

    scale = MOST_SCALE
    while scale > USUAL_SCALE and cost(scale) > CHEAP:
        scale -= SCALE_STEP
    if scale > USUAL_SCALE:
        return scale
    steps = round((USUAL_SCALE - LEAST_SCALE) / SCALE_STEP)
    scales = [USUAL_SCALE - SCALE_STEP * step for step in range(steps + 1)]
    return min(scales, key=lambda each: (cost(each), -each))


def _tiles(width: int, height: int, scale: float, sides: Sequence[Sides]) -> list[Window]:
    """Return the tiles of a level, of those sides that cost least."""
    choices = [
        [
            Window(scale, left, top, across, down)
            for top in _starts(height * scale, down)
            for left in _starts(width * scale, across)
        ]
        for across, down in sides
    ]
    return min(choices, key=lambda tiles: len(tiles) * tiles[0].width * tiles[0].height)


def _starts(length: float, side: int) -> list[int]:
    """Return where tiles start along a line, evenly, overlapping by at least the margin."""
    spare = math.ceil(length) - side
    if spare <= 0:
        return [0]
    count = math.ceil(spare / (side - OVERLAP))
    return [round(spare * at / count) for at in range(count + 1)]
