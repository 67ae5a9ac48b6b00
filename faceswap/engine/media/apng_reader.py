"""APNG: chunks to canvases.

Each frame is handed to Pillow as a PNG of its own. Its player of whole files tells delays as
floating point numbers and shows the picture for viewers that cannot play as if it were a frame.
"""

from __future__ import annotations

import io
import math
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from PIL import Image

from faceswap.engine.media.animation_canvas import Canvas, Disposal, Patch
from faceswap.engine.media.animation_source import Animation, Cursor, Damaged, Gate, Pixels, rgba

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHUNK = struct.Struct(">I4s")
NUMBER = struct.Struct(">I")
SIDES = struct.Struct(">II")
COUNTS = struct.Struct(">II")
CONTROL = struct.Struct(">IIIIIHHBB")
HEADER_LENGTH = 13
DISPOSALS = {0: Disposal.KEEP, 1: Disposal.CLEAR, 2: Disposal.RESTORE}
# What Pillow needs beside the pixels themselves.
COLORS = (b"PLTE", b"tRNS")
TRANSLUCENT_KINDS = {4, 6}
# A file of delays that share no finer clock than this has them rounded to it.
FINEST = 1_000_000
MOST_CHUNKS = 500_000


@dataclass(slots=True)
class _Frame:
    """A frame in the file; `pieces` are the places of its compressed pixels."""

    width: int
    height: int
    left: int
    top: int
    delay: Fraction
    disposal: Disposal
    is_blended: bool
    pieces: list[tuple[int, int]] = field(default_factory=list)


class _Walk:
    """One way through the chunks; what is said once is known when all frames have been passed."""

    def __init__(self, data: bytes) -> None:
        self._cursor = Cursor(data, at=len(SIGNATURE))
        self._sequence = 0
        kind, start, end = self._chunk()
        if kind != b"IHDR" or end - start != HEADER_LENGTH:
            raise Damaged("no header")
        self.header = data[start:end]
        self.width, self.height = SIDES.unpack_from(self.header)
        self.colors: dict[bytes, bytes] = {}
        self.claimed = 0
        self.loops = 0

    def frames(self) -> Iterator[_Frame]:
        """Yield the frames up to the end."""
        frame: _Frame | None = None
        for kind, start, end in self._chunks():
            if kind == b"acTL":
                self.claimed, self.loops = self._unpack(COUNTS, start, end)
            elif kind in COLORS:
                self.colors[kind] = self._cursor.data[start:end]
            elif kind == b"fcTL":
                if frame is not None:
                    yield frame
                frame = self._control(start, end)
            elif kind in {b"IDAT", b"fdAT"}:
                self._add_pixels(frame, kind, start, end)
        if frame is not None:
            yield frame

    def _chunks(self) -> Iterator[tuple[bytes, int, int]]:
        for _ in range(MOST_CHUNKS):
            if self._cursor.is_at_end:
                return
            kind, start, end = self._chunk()
            if kind == b"IEND":
                return
            yield kind, start, end
        raise Damaged("too many chunks")

    def _chunk(self) -> tuple[bytes, int, int]:
        """Return the kind of the next chunk and where its content is, after checking its sum."""
        data = self._cursor.data
        length, kind = struct.unpack(CHUNK.format, self._cursor.take(CHUNK.size))
        start = self._cursor.skip(length)
        (expected,) = self._cursor.unpack(NUMBER)
        if zlib.crc32(memoryview(data)[start - 4 : start + length]) != expected:
            raise Damaged("a wrong checksum")
        return kind, start, start + length

    def _control(self, start: int, end: int) -> _Frame:
        number, *rest = self._unpack(CONTROL, start, end)
        self._check_sequence(number)
        width, height, left, top, numerator, denominator, disposal, blend = rest
        is_inside = left + width <= self.width and top + height <= self.height
        if not width or not height or not is_inside:
            raise Damaged("a frame beyond the canvas")
        return _Frame(
            width=width,
            height=height,
            left=left,
            top=top,
            delay=Fraction(numerator, denominator or 100),
            disposal=DISPOSALS.get(disposal, Disposal.KEEP),
            is_blended=blend == 1,
        )

    def _add_pixels(self, frame: _Frame | None, kind: bytes, start: int, end: int) -> None:
        if kind == b"IDAT":
            # Before the first control chunk, it is a picture for viewers that cannot play.
            if frame is not None:
                frame.pieces.append((start, end))
            return
        (number,) = self._unpack(NUMBER, start, end)
        self._check_sequence(number)
        if frame is None:
            raise Damaged("pixels of no frame")
        frame.pieces.append((start + NUMBER.size, end))

    def _unpack(self, form: struct.Struct, start: int, end: int) -> tuple[int, ...]:
        if end - start < form.size:
            raise Damaged("a short chunk")
        return form.unpack_from(self._cursor.data, start)

    def _check_sequence(self, number: int) -> None:
        if number != self._sequence:
            raise Damaged("chunks out of order")
        self._sequence += 1


def read_apng(data: bytes, gate: Gate) -> Animation:
    """Walk through an APNG.

    Raises:
        Damaged: It is broken.
        PictureRefused: It is larger than the limits.
    """
    walk = _Walk(data)
    gate.check_sides(walk.width, walk.height)
    frames = gate.gather(walk.frames())
    if len(frames) < max(1, walk.claimed) or not all(frame.pieces for frame in frames):
        raise Damaged("frames are missing")
    tick = _tick(frames)
    return Animation(
        width=walk.width,
        height=walk.height,
        tick=tick,
        delays=tuple(round(frame.delay / tick) for frame in frames),
        loops=walk.loops,
        has_alpha=_may_be_seen_through(walk, frames),
        is_lossless=True,
        frames=lambda: _canvases(data, walk, frames),
    )


def _tick(frames: list[_Frame]) -> Fraction:
    """Return the longest time that all delays are multiples of, and a tenth of a second is."""
    finest = 10
    for frame in frames:
        finest = math.lcm(finest, frame.delay.denominator)
        if finest > FINEST:
            return Fraction(1, FINEST)
    return Fraction(1, finest)


def _may_be_seen_through(walk: _Walk, frames: list[_Frame]) -> bool:
    is_whole = (frames[0].width, frames[0].height) == (walk.width, walk.height)
    return (
        not is_whole
        or walk.header[9] in TRANSLUCENT_KINDS
        or b"tRNS" in walk.colors
        or any(frame.disposal is not Disposal.KEEP for frame in frames[:-1])
    )


def _canvases(data: bytes, walk: _Walk, frames: list[_Frame]) -> Iterator[Pixels]:
    canvas = Canvas(walk.width, walk.height)
    for frame in frames:
        pixels = _decode(data, walk, frame)
        canvas.draw(Patch(pixels, frame.left, frame.top, frame.disposal, frame.is_blended))
        yield canvas.pixels


def _decode(data: bytes, walk: _Walk, frame: _Frame) -> Pixels:
    header = SIDES.pack(frame.width, frame.height) + walk.header[SIDES.size :]
    pixels = b"".join(data[start:end] for start, end in frame.pieces)
    chunks = [
        (b"IHDR", header),
        *((kind, walk.colors[kind]) for kind in COLORS if kind in walk.colors),
        (b"IDAT", pixels),
        (b"IEND", b""),
    ]
    file = io.BytesIO(SIGNATURE + b"".join(chunk(kind, content) for kind, content in chunks))
    with Image.open(file, formats=("PNG",)) as image:
        image.load()
        return rgba(image)


def chunk(kind: bytes, content: bytes) -> bytes:
    """Return a chunk of a PNG file."""
    checksum = zlib.crc32(content, zlib.crc32(kind))
    return CHUNK.pack(len(content), kind) + content + NUMBER.pack(checksum)
