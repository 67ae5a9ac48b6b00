"""APNG: canvases to chunks. Pillow compresses each change as a PNG, whose pixels are taken over."""

from __future__ import annotations

import io
import struct
from fractions import Fraction
from typing import BinaryIO

from PIL import Image

from faceswap.engine.media.animation_changes import Change, Changes
from faceswap.engine.media.animation_source import Cursor, Pixels
from faceswap.engine.media.apng_reader import CHUNK, CONTROL, COUNTS, NUMBER, SIGNATURE, chunk

COMPRESSION = 6
KEEP = 0
REPLACE, BLEND = 0, 1
HEADER = struct.Struct(">IIBBBBB")
DEPTH, RGBA = 8, 6
LARGEST = 0xFFFF


class ApngFile:
    """An APNG that is being written; the last frame is held."""

    def __init__(self, file: BinaryIO, width: int, height: int, loops: int) -> None:
        self._file = file
        self._loops = loops
        self._frames = 0
        self._sequence = 0
        self._changes = Changes(grid=1)
        header = HEADER.pack(width, height, DEPTH, RGBA, 0, 0, 0)
        self._file.write(SIGNATURE + chunk(b"IHDR", header))
        self._counts_at = self._file.tell()
        self._write_counts()

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        change = self._changes.next(frame)
        self._write_control(change, delay)
        for pixels in _compressed(change.pixels):
            if self._frames == 0:
                self._file.write(chunk(b"IDAT", pixels))
            else:
                self._file.write(chunk(b"fdAT", self._next_number() + pixels))
        self._frames += 1

    def finish(self) -> None:
        """Write what is left, and how many frames there are."""
        self._file.write(chunk(b"IEND", b""))
        self._file.seek(self._counts_at)
        self._write_counts()
        self._file.seek(0, io.SEEK_END)

    def _write_counts(self) -> None:
        self._file.write(chunk(b"acTL", COUNTS.pack(self._frames, self._loops)))

    def _write_control(self, change: Change, delay: Fraction) -> None:
        box = change.box
        control = CONTROL.pack(
            NUMBER.unpack(self._next_number())[0],
            *(box.width, box.height, box.left, box.top),
            *_fraction(delay),
            KEEP,
            BLEND if change.is_blended else REPLACE,
        )
        self._file.write(chunk(b"fcTL", control))

    def _next_number(self) -> bytes:
        self._sequence += 1
        return NUMBER.pack(self._sequence - 1)


def _fraction(delay: Fraction) -> tuple[int, int]:
    """Return a delay as two numbers of 16 bits."""
    told = delay.limit_denominator(LARGEST)
    if told.numerator > LARGEST:
        told = delay.limit_denominator(max(1, int(LARGEST / delay)))
    return min(LARGEST, told.numerator), told.denominator


def _compressed(pixels: Pixels) -> list[bytes]:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=COMPRESSION)
    cursor = Cursor(stream.getvalue(), at=len(SIGNATURE))
    found: list[bytes] = []
    while not cursor.is_at_end:
        length, kind = struct.unpack(CHUNK.format, cursor.take(CHUNK.size))
        content = cursor.take(length)
        cursor.skip(NUMBER.size)
        if kind == b"IDAT":
            found.append(content)
    return found
