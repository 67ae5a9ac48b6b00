"""Who is seen in a clip, when, and what each looks like: a sheet to choose faces from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from faceswap.domain.clip import Appearance
from faceswap.domain.face import Box, FoundFace
from faceswap.engine.media.frames import Canvas, Pixels
from faceswap.engine.numbering import draw_badge
from faceswap.engine.protocol import Face
from faceswap.engine.tracking import Seen

TILE, CAPTION, GAP = 224, 40, 12
COLUMNS, MOST_TILES = 4, 24
# How much larger a face must be for another picture of it to be taken, and how much of what is
# around it is shown.
LARGER, AROUND = 1.25, 1.7
PAPER, INK = (49, 51, 56), (219, 222, 225)


@dataclass(slots=True)
class _Person:
    """One numbered face: when it is seen, and where it is largest."""

    best: FoundFace
    first: float
    last: float = 0.0
    frames: int = 0
    portrait: Pixels = field(default_factory=lambda: np.zeros((TILE, TILE, 3), np.uint8))
    pictured: float = 0.0


class People:
    """The faces of a clip, as its frames go by."""

    def __init__(self) -> None:
        self._people: dict[int, _Person] = {}

    def __len__(self) -> int:
        return len(self._people)

    def note(self, canvas: Canvas, faces: Sequence[Seen[Face]], begin: float, end: float) -> None:
        """Take note of a frame, before any face in it is swapped, that is shown so long."""
        for face in faces:
            person = self._people.get(face.number)
            if person is None:
                person = self._people[face.number] = _Person(face.found, begin)
            person.last, person.frames = end, person.frames + 1
            box = face.box
            if box.area > person.best.box.area:
                person.best = face.found
            if box.area > LARGER * person.pictured:
                person.portrait, person.pictured = _portrait(canvas, box), box.area

    @property
    def faces(self) -> tuple[FoundFace, ...]:
        """Return each face where it is largest, by number."""
        return tuple(person.best for _, person in sorted(self._people.items()))

    @property
    def appearances(self) -> tuple[Appearance, ...]:
        """Return when each is seen, by number."""
        return tuple(
            Appearance(number, person.first, person.last, person.frames)
            for number, person in sorted(self._people.items())
        )

    def sheet(self) -> Pixels:
        """Return a picture of everybody with number and times, (height, width, 3) uint8 RGB."""
        people = sorted(self._people.items())[:MOST_TILES]
        columns = max(1, min(COLUMNS, len(people)))
        rows = max(1, math.ceil(len(people) / columns))
        height = rows * (TILE + CAPTION + GAP) + GAP
        sheet = np.full((height, columns * (TILE + GAP) + GAP, 3), PAPER, np.uint8)
        for at, (number, person) in enumerate(people):
            top = GAP + (at // columns) * (TILE + CAPTION + GAP)
            left = GAP + (at % columns) * (TILE + GAP)
            sheet[top : top + TILE, left : left + TILE] = person.portrait
            draw_badge(sheet, number, left + 24, top + 24, 20)
            _write(sheet, f"{clock(person.first)} - {clock(person.last)}", left, top + TILE)
        return sheet


def clock(seconds: float) -> str:
    """Return a time as players show it, with tenths where it is short: 1:05, 0:02.4."""
    minutes, rest = divmod(max(0.0, seconds), 60)
    return f"{int(minutes)}:{rest:04.1f}" if seconds < 60 else f"{int(minutes)}:{int(rest):02d}"


def _portrait(canvas: Canvas, box: Box) -> Pixels:
    """Return a square picture of a face and a little around it."""
    reach = max(box.width, box.height) * AROUND / 2
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    edges = canvas.within((int(x - reach), int(y - reach), int(x + reach), int(y + reach)))
    cut = canvas.cut(edges)
    side = max(cut.shape[:2])
    square = np.full((side, side, 3), PAPER, np.uint8)
    top, left = (side - cut.shape[0]) // 2, (side - cut.shape[1]) // 2
    square[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    how = cv2.INTER_AREA if side > TILE else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(square, (TILE, TILE), interpolation=how), np.uint8)


def _write(sheet: Pixels, text: str, left: int, top: int) -> None:
    font, size = cv2.FONT_HERSHEY_SIMPLEX, 0.6
    (wide, high), _ = cv2.getTextSize(text, font, size, 1)
    place = (left + (TILE - wide) // 2, top + (CAPTION + high) // 2)
    cv2.putText(sheet, text, place, font, size, INK, 1, cv2.LINE_AA)
