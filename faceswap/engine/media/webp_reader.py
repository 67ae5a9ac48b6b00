"""Animated WebP: Pillow decodes and composes; the chunks tell how many frames, and their times."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from faceswap.engine.media.animation_source import Animation, Cursor, Damaged, Gate
from faceswap.engine.media.pillow_frames import pillow_frames

TICK = Fraction(1, 1000)
RIFF = struct.Struct("<4sI4s")
CHUNK = struct.Struct("<4sI")
FRAME_HEAD = 16
ALPHA = 0x10


@dataclass(frozen=True, slots=True)
class _Frame:
    delay: int
    is_lossless: bool


class _Walk:
    """One way through the chunks; what is said once is known when all frames have been passed."""

    def __init__(self, data: bytes) -> None:
        _, length, _ = struct.unpack(RIFF.format, Cursor(data).take(RIFF.size))
        if length + 8 > len(data):
            raise Damaged("ends early")
        # What follows the file inside the file is no matter of ours.
        self._cursor = Cursor(data[: length + 8], at=RIFF.size)
        kind, content = self._chunk()
        if kind != b"VP8X" or len(content) < 10:
            raise Damaged("no header")
        self.has_alpha = bool(content[0] & ALPHA)
        self.width = 1 + int.from_bytes(content[4:7], "little")
        self.height = 1 + int.from_bytes(content[7:10], "little")
        self.loops = 0

    def frames(self) -> Iterator[_Frame]:
        """Yield the frames up to the end."""
        while not self._cursor.is_at_end:
            kind, content = self._chunk()
            if kind == b"ANIM" and len(content) >= 6:
                self.loops = int.from_bytes(content[4:6], "little")
            elif kind == b"ANMF":
                if len(content) < FRAME_HEAD + CHUNK.size:
                    raise Damaged("a frame without pixels")
                pixels = content[FRAME_HEAD : FRAME_HEAD + 4]
                yield _Frame(int.from_bytes(content[12:15], "little"), pixels == b"VP8L")

    def _chunk(self) -> tuple[bytes, memoryview]:
        kind, length = struct.unpack(CHUNK.format, self._cursor.take(CHUNK.size))
        at = self._cursor.skip(length)
        if not self._cursor.is_at_end:
            self._cursor.skip(length % 2)
        return kind, memoryview(self._cursor.data)[at : at + length]


def read_webp(data: bytes, gate: Gate) -> Animation:
    """Walk through an animated WebP.

    Raises:
        Damaged: It is broken.
        PictureRefused: It is larger than the limits.
    """
    walk = _Walk(data)
    # The decoder makes its canvas when it opens the file, so this comes first.
    gate.check_sides(walk.width, walk.height)
    frames = gate.gather(walk.frames())
    if not frames:
        raise Damaged("no frame")
    return Animation(
        width=walk.width,
        height=walk.height,
        tick=TICK,
        delays=tuple(frame.delay for frame in frames),
        loops=walk.loops,
        has_alpha=walk.has_alpha,
        is_lossless=all(frame.is_lossless for frame in frames),
        frames=lambda: pillow_frames(data, "WEBP", len(frames)),
    )
