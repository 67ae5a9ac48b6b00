"""The pictures of the visit, out of installed packages, and where their faces are."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path

from PIL import Image

from playground.uploads import Upload

Box = tuple[int, int, int, int]
"""Pixels: left, top, right, bottom; a face from ear to ear and brow to chin."""

ENLARGED = 2
"""A face cut out of the group is about 110 pixels wide; twice that looks well on a screen."""
AROUND = 1.4
"""How far a cut reaches from the middle of a face, in its widths."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A picture and its faces from left to right."""

    name: str
    data: bytes = field(repr=False)
    faces: tuple[Box, ...] = ()

    @property
    def upload(self) -> Upload:
        """The file as somebody sends it."""
        return Upload(self.name, self.data)


def astronaut() -> Sample:
    """A portrait with one face, 512 x 512 pixels."""
    data = _packaged("scikit-image", "skimage/data/astronaut.png")
    return Sample("astronaut.png", data, ((178, 72, 272, 184),))


def cat() -> Sample:
    """A cat, which has no face that counts."""
    return Sample("cat.png", _packaged("scikit-image", "skimage/data/chelsea.png"))


def group() -> Sample:
    """Six people at a table, 1280 x 886 pixels."""
    data = _packaged("insightface", "insightface/data/images/t1.jpg")
    faces: Sequence[Box] = (
        (54, 269, 175, 397),
        (272, 160, 374, 264),
        (463, 283, 575, 414),
        (747, 365, 844, 477),
        (900, 79, 1011, 207),
        (1134, 287, 1232, 399),
    )
    return Sample("group.jpg", data, tuple(faces))


def portrait(name: str, number: int, kind: str = "PNG") -> Sample:
    """One person of the group, counted from the left, cut out and enlarged."""
    whole = group()
    face = whole.faces[number - 1]
    with Image.open(io.BytesIO(whole.data)) as picture:
        area = _around(face, picture.size)
        cut = picture.convert("RGB").crop(area)
    size = cut.width * ENLARGED, cut.height * ENLARGED
    stream = io.BytesIO()
    cut.resize(size, Image.Resampling.LANCZOS).save(stream, kind, quality=92)
    left, top, right, bottom = (
        (side - start) * ENLARGED for side, start in zip(face, area[:2] * 2, strict=True)
    )
    return Sample(name, stream.getvalue(), ((left, top, right, bottom),))


def _around(face: Box, size: tuple[int, int]) -> Box:
    left, top, right, bottom = face
    reach = round((right - left) * AROUND)
    x, y = (left + right) // 2, (top + bottom) // 2
    width, height = size
    return max(0, x - reach), max(0, y - reach), min(width, x + reach), min(height, y + reach)


def _packaged(package: str, path: str) -> bytes:
    return Path(str(metadata.distribution(package).locate_file(path))).read_bytes()
