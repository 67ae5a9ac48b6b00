"""Where people are in a picture, roughly: MediaPipe's selfie segmentation, looked through often.

The network was made for one near person and sees 256 x 256 pixels, whatever it is shown. So the
picture is looked at as a whole, and again around each face: the head alone, head and shoulders, the
whole body. Where there is no face, what the first look found is looked at more closely instead.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.domain.face import FoundFace
from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels, grown, parts_of, smoothstep
from faceswap.engine.mesh.models import SELFIE, Model, read_model

SIDE = 256
# The looks around a face: how high and wide, and how far above the brow they begin, in heights of
# the face from brow to chin.
LOOKS = ((3.4, 1.2), (5.2, 1.5), (8.0, 1.8), (12.5, 2.0))
# A look that shows so much of what the next one shows adds nothing to it.
MOST_SHARED = 0.9
# Near its own edge a look is trusted less, where the picture goes on beyond it.
FEATHER = 0.14
# Beyond so many degrees of roll a person is looked at from the side.
LYING = 45.0
MOST_LOOKS = 60
# Parts without a face: at least so much of the picture, and looked at with so much around them.
LEAST_PART, PART_MARGIN, MOST_PARTS = 0.002, 0.3, 4
# Parts that are smaller than this beside the largest are specks; what is in doubt is kept so near
# to people, in parts of the longer side.
LEAST_BESIDE, DOUBT, NEAR_PEOPLE = 0.05, 0.3, 0.02


@dataclass(frozen=True, slots=True)
class Look:
    """A part of the picture, in its pixels, and by how many quarters it is turned to stand."""

    left: int
    top: int
    right: int
    bottom: int
    quarter: int = 0

    @property
    def area(self) -> int:
        """Return the area in pixels."""
        return (self.right - self.left) * (self.bottom - self.top)

    @property
    def window(self) -> tuple[slice, slice]:
        """Return its rows and columns."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


def looks_at(face: FoundFace, width: int, height: int) -> list[Look]:
    """Return the looks around a face, from near to far, each within the picture."""
    quarter = round(face.roll / 90) % 4 if abs(face.roll) > LYING else 0
    down = math.radians(quarter * 90)
    box = face.box
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    size = max(box.width, box.height)
    looks: list[Look] = []
    for side, above in LOOKS:
        away = (side / 2 - above - 0.5) * size
        x, y = middle[0] - math.sin(down) * away, middle[1] + math.cos(down) * away
        look = _within(x, y, side * size / 2, side * size / 2, (width, height), quarter)
        if looks and looks[-1].area > look.area * MOST_SHARED:
            looks.pop()
        looks.append(look)
    return looks


def _within(
    x: float, y: float, across: float, down: float, sides: tuple[int, int], quarter: int = 0
) -> Look:
    width, height = sides
    left, top = max(0, int(x - across)), max(0, int(y - down))
    right, bottom = min(width, math.ceil(x + across)), min(height, math.ceil(y + down))
    return Look(left, top, max(left + 1, right), max(top + 1, bottom), quarter)


class Segmenter:
    """Tells people from the rest; safe to call from several threads."""

    def __init__(self, threads: Executor) -> None:
        self._threads = threads
        self._model = Model(read_model(SELFIE), SIDE)

    def __call__(self, picture: Pixels, faces: Sequence[FoundFace]) -> Floats:
        """Return how surely each pixel is somebody's, (height, width) float32 from 0 to 1.

        Args:
            picture: (height, width, 3) uint8 RGB, of a bounded size.
            faces: Those found in it, in its pixels.
        """
        height, width = picture.shape[:2]
        whole = Look(0, 0, width, height)
        first = self._see(picture, whole)
        nearest = sorted(faces, key=lambda face: -face.box.area)[: MOST_LOOKS // len(LOOKS)]
        groups = [looks_at(face, width, height) for face in nearest]
        groups += [[look] for look in _closer(first, faces)]
        every = [look for looks in groups for look in looks]
        seen = dict(
            zip(every, self._threads.map(lambda look: self._see(picture, look), every), strict=True)
        )
        people = first if not groups else np.zeros_like(first)
        for looks in groups:
            np.maximum(people, _together(first, [(look, seen[look]) for look in looks]), out=people)
        return _without_specks(people, faces)

    def _see(self, picture: Pixels, look: Look) -> Floats:
        """Return what the network says of a look, and of its mirror image, in the mean."""
        cut = np.ascontiguousarray(np.rot90(picture[look.window], look.quarter))
        if min(cut.shape[:2]) >= SIDE:
            small = scaled_down(cut, SIDE, SIDE)
        else:
            small = np.asarray(cv2.resize(cut, (SIDE, SIDE)), np.uint8)
        (mask,), (mirrored,) = self._model(small), self._model(small[:, ::-1])
        mean = (mask[..., 0] + mirrored[:, ::-1, 0]) / 2
        size = look.right - look.left, look.bottom - look.top
        upright = np.ascontiguousarray(np.rot90(mean, -look.quarter), np.float32)
        return np.asarray(cv2.resize(upright, size, interpolation=cv2.INTER_LINEAR), np.float32)


def _together(first: Floats, seen: Sequence[tuple[Look, Floats]]) -> Floats:
    """Return what the looks at one person say together; the nearer ones see more."""
    said = np.zeros_like(first)
    total, covered = np.full_like(first, 1e-3), np.zeros_like(first)
    for rank, (look, mask) in enumerate(seen):
        trust = _trust(look, first.shape[1], first.shape[0])
        weight = trust * np.float32(1 / (1 + rank / 2))
        said[look.window] += mask * weight
        total[look.window] += weight
        np.maximum(covered[look.window], trust, out=covered[look.window])
    return np.asarray(said / total * covered, np.float32)


def _trust(look: Look, width: int, height: int) -> Floats:
    """Return how far each pixel of a look may be trusted, 0 to 1."""
    across = _ramp(look.right - look.left, look.left > 0, look.right < width)
    down = _ramp(look.bottom - look.top, look.top > 0, look.bottom < height)
    return np.asarray(down[:, np.newaxis] * across, np.float32)


def _ramp(length: int, begins_inside: bool, ends_inside: bool) -> Floats:
    at = (np.arange(length, dtype=np.float32) + 0.5) / length
    ramp = np.ones(length, np.float32)
    if begins_inside:
        ramp = ramp * smoothstep(at, 0, FEATHER)
    if ends_inside:
        ramp = ramp * smoothstep(1 - at, 0, FEATHER)
    return ramp


def _closer(first: Floats, faces: Sequence[FoundFace]) -> list[Look]:
    """Return closer looks at what the first one found where there is no face."""
    sure: Mask = first > 0.5
    for face in faces:
        box = face.box
        reach = max(box.width, box.height) * 2
        rows = slice(max(0, int(box.top - reach)), max(0, int(box.bottom + reach * 3)))
        sure[rows, max(0, int(box.left - reach)) : max(0, int(box.right + reach))] = False
    height, width = first.shape
    labels = parts_of(sure)
    counts = np.bincount(labels.ravel())[1:]
    order = np.argsort(-counts, kind="stable")[:MOST_PARTS]
    looks: list[Look] = []
    for part in order[counts[order] > LEAST_PART * first.size]:
        rows, columns = np.nonzero(labels == part + 1)
        middle = (columns.min() + columns.max()) / 2, (rows.min() + rows.max()) / 2
        half = max(np.ptp(columns), np.ptp(rows)) * (0.5 + PART_MARGIN)
        looks.append(_within(*middle, half, half, (width, height)))
    return looks


def _without_specks(people: Floats, faces: Sequence[FoundFace]) -> Floats:
    """Return people without what is small beside them, shows no face and hangs together with none.

    What is left out is nought, and so is what is in doubt around it.
    """
    labels = parts_of(people > DOUBT)
    counts = np.bincount(labels.ravel())
    counts[0] = 0
    kept = counts >= max(1, counts.max() * LEAST_BESIDE)
    height, width = people.shape
    for face in faces:
        x, y = (face.box.left + face.box.right) / 2, (face.box.top + face.box.bottom) / 2
        kept[labels[min(height - 1, max(0, int(y))), min(width - 1, max(0, int(x)))]] = True
    kept[0] = False
    near = grown(kept[labels], max(2, round(NEAR_PEOPLE * max(people.shape))))
    return people * near
