"""Animated WebP: canvases to chunks.

Pillow encodes each change as a still, which is taken over. Its writer of animations keeps no frame
that looks like the last, and adds its time to that one.
"""

from __future__ import annotations

import io
import struct
from fractions import Fraction
from typing import BinaryIO

from PIL import Image

from faceswap.engine.media.animation_changes import Change, Changes
from faceswap.engine.media.animation_source import Cursor, Pixels
from faceswap.engine.media.webp_reader import ALPHA, CHUNK, RIFF

QUALITY = 88
METHOD = 4
ANIMATED = 0x02
PIXELS = (b"ALPH", b"VP8 ", b"VP8L")
# A frame's flag that its pixels replace what is there.
REPLACE = 0x02
LONGEST = 0xFF_FFFF
MOST_LOOPS = 0xFFFF
# Frames start at even places.
GRID = 2


class WebpFile:
    """An animated WebP that is being written; the last frame is held."""

    def __init__(
        self, file: BinaryIO, width: int, height: int, loops: int, *, is_lossless: bool
    ) -> None:
        self._file = file
        self._canvas = _three(width - 1) + _three(height - 1)
        self._loops = min(loops, MOST_LOOPS)
        self._is_lossless = is_lossless
        self._has_alpha = False
        self._changes = Changes(GRID)
        self._write_head()

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        change = self._changes.next(frame)
        self._file.write(_chunk(b"ANMF", self._frame_head(change, delay) + self._encoded(change)))

    def finish(self) -> None:
        """Write how large the file became, and whether any of it may be seen through."""
        self._write_head()

    def _write_head(self) -> None:
        self._file.seek(0, io.SEEK_END)
        size = max(0, self._file.tell() - 8)
        flags = ANIMATED | (ALPHA if self._has_alpha else 0)
        self._file.seek(0)
        self._file.write(RIFF.pack(b"RIFF", size, b"WEBP"))
        self._file.write(_chunk(b"VP8X", bytes([flags, 0, 0, 0]) + self._canvas))
        self._file.write(_chunk(b"ANIM", struct.pack("<IH", 0, self._loops)))

    def _frame_head(self, change: Change, delay: Fraction) -> bytes:
        box = change.box
        ticks = min(LONGEST, round(delay * 1000))
        places = (box.left // GRID, box.top // GRID, box.width - 1, box.height - 1, ticks)
        return b"".join(map(_three, places)) + bytes([0 if change.is_blended else REPLACE])

    def _encoded(self, change: Change) -> bytes:
        image = Image.fromarray(change.pixels)
        if change.pixels[..., 3].min() == 255:
            image = image.convert("RGB")
        else:
            self._has_alpha = True
        stream = io.BytesIO()
        image.save(stream, "WEBP", lossless=self._is_lossless, quality=QUALITY, method=METHOD)
        return b"".join(_pixel_chunks(stream.getvalue()))


def _pixel_chunks(data: bytes) -> list[bytes]:
    cursor = Cursor(data, at=RIFF.size)
    found: list[bytes] = []
    while not cursor.is_at_end:
        kind, length = struct.unpack(CHUNK.format, cursor.take(CHUNK.size))
        content = cursor.take(length + length % 2)
        if kind in PIXELS:
            found.append(CHUNK.pack(kind, length) + content)
    return found


def _chunk(kind: bytes, content: bytes) -> bytes:
    return CHUNK.pack(kind, len(content)) + content + b"\0" * (len(content) % 2)


def _three(number: int) -> bytes:
    return number.to_bytes(3, "little")
