"""Who goes to which face of a clip, frame after frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic

from faceswap.engine.protocol import Face, Source
from faceswap.engine.tracking import Seen

# Narrower faces, in pixels, are found by luck and show nothing; one that is being swapped and gets
# smaller is let go of later, so that it does not come and go.
LEAST_WIDTH, LEAST_KEPT = 28.0, 20.0


class Cast(Generic[Source]):
    """The sources of a clip by the numbers of its faces.

    One alone goes to the largest face of the first frame that shows any, or to the face numbered
    `main`. In a shot that begins without that person it goes to the largest face there, unless
    `main` was given: whoever asks for one face to be swapped means the clip's only or main person,
    whom a new light may have made unrecognisable.
    """

    def __init__(self, places: Sequence[Source | None], main: int | None = None) -> None:
        self._places = places
        self._is_single = len(places) == 1
        self._main = main
        self._takes_others = main is None
        self._shot = -1
        self._here: set[int] = set()
        self._shown: set[int] = set()

    def chosen(self, faces: Sequence[Seen[Face]], shot: int) -> dict[int, Source]:
        """Return who goes to which of the faces of the next frame, by number."""
        if shot != self._shot:
            self._shot, self._here = shot, set()
        large = [face for face in faces if face.box.width >= self._least(face)]
        wanted = self._single(large) if self._is_single else self._listed(large)
        self._shown |= wanted.keys()
        return wanted

    def _single(self, faces: Sequence[Seen[Face]]) -> dict[int, Source]:
        source = self._places[0]
        if source is None:
            return {}
        if not self._here and faces:
            largest = max(faces, key=lambda face: face.box.area).number
            if self._main is None:
                self._main = largest
            is_away = all(face.number != self._main for face in faces)
            self._here = {largest} if is_away and self._takes_others else {self._main}
        if any(face.number == self._main for face in faces):
            self._here.add(self._main or 0)
        return {face.number: source for face in faces if face.number in self._here}

    def _listed(self, faces: Sequence[Seen[Face]]) -> dict[int, Source]:
        chosen: dict[int, Source] = {}
        for face in faces:
            source = self._places[face.number - 1] if face.number <= len(self._places) else None
            if source is not None:
                chosen[face.number] = source
        return chosen

    def _least(self, face: Seen[Face]) -> float:
        return LEAST_KEPT if face.number in self._shown else LEAST_WIDTH
