"""An engine that sees what a test painted, and does what a test says.

The red of a picture's first pixel is the number of its faces, which stand side by side.
"""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from faceswap.domain.errors import IdUnreadable, NoFace
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.media import MEGABYTE, NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.studio import Studio
from faceswap.ports import SwapOrder, WeightedTemplate

PATIENCE = 10.0
SIDE = 64
PAINT = 200


@dataclass(frozen=True)
class FakeFace:
    found: FoundFace


@dataclass
class FakeEngine:
    """`gate` holds swaps back while it is clear; `began` is set when one has started."""

    name: str = "fake"
    fails: Exception | type[Exception] | None = None
    swaps: list[tuple[list[tuple[Template, float]], Options]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    began: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def detect(self, picture):
        return [FakeFace(_face(number)) for number in range(1, int(picture[0, 0, 0]) + 1)]

    def enrol(self, photos: Sequence[tuple[str, np.ndarray]]) -> Template:
        if self.fails:
            raise self.fails
        for name, pixels in photos:
            if not self.detect(pixels):
                raise NoFace(name=name)
        data = b"".join(pixels[0, 1].tobytes() for _, pixels in photos)
        return Template(self.name, data, width=photos[0][1].shape[1] / 3, photos=len(photos))

    def open(self, cast):
        for template, _ in cast:
            if template.engine != self.name:
                raise IdUnreadable
        return list(cast)

    def swap(self, picture, face, source, options):
        self.swaps.append((source, options))
        self.began.set()
        if not self.gate.wait(PATIENCE):
            raise TimeoutError
        if self.fails:
            raise self.fails
        swapped = picture.copy()
        box = face.found.box
        swapped[int(box.top) : int(box.bottom), int(box.left) : int(box.right)] = PAINT
        return swapped

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.began.wait, PATIENCE)
        self.began.clear()


def _face(number: int) -> FoundFace:
    left = float((number - 1) * SIDE)
    box = Box(left + 1, 1.0, left + SIDE - 1, SIDE - 1.0)
    return FoundFace(number=number, box=box, yaw=-3.5, roll=0.25, confidence=0.875)


def studio(engine: FakeEngine, most_bytes: int = MEGABYTE) -> Studio:
    return Studio(engine, PictureLimits(most_bytes=most_bytes))


def png(faces: int = 1, mark: int = 0, name: str = "party.png") -> NamedBytes:
    """Return a picture of so many faces; `mark` makes it another one."""
    pixels = np.full((SIDE, SIDE * max(faces, 1), 3), 90, np.uint8)
    pixels[0, 0, 0], pixels[0, 1] = faces, mark
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return NamedBytes(name, stream.getvalue())


def template(mark: bytes = b"anna", engine: str = "fake") -> Template:
    return Template(engine, mark, width=123.5, photos=2)


def order(target: NamedBytes | None = None, most_bytes: int = MEGABYTE) -> SwapOrder:
    """Return the plainest order: one template to the largest face."""
    cast = ((WeightedTemplate(template(), 1.0),),)
    return SwapOrder(target or png(), cast, Options(), most_bytes)
