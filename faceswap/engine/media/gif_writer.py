"""GIF: canvases to blocks, one frame behind, as a frame's disposal depends on the next."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from faceswap.engine.media.animation_changes import NOWHERE, Box, Mask, box_of
from faceswap.engine.media.animation_source import Pixels
from faceswap.engine.media.gif_colors import Painter, packed, thresholds

SCREEN = struct.Struct("<6sHHBBB")
CONTROL = struct.Struct("<BBBBHBB")
DESCRIPTOR = struct.Struct("<BHHHHB")
KEEP, CLEAR = 1, 2
HAS_PALETTE, FULL_DEPTH, HAS_HIDDEN = 0x80, 0x70, 1
LOOP = b"!\xff\x0bNETSCAPE2.0\x03\x01"
LEAST_CODE_BITS = 2
LONGEST = 0xFFFF
NO_COLORS: Pixels = np.zeros((0, 3), np.uint8)

Words = NDArray[np.uint32]
"""(height, width), a pixel each: alpha highest, then blue, green and red."""
WORD = np.dtype("<u4")
COLOR, SOLID, HALF_SOLID = np.uint32(0xFFFFFF), np.uint32(0xFF000000), np.uint32(0x80000000)
GONE = np.uint32(0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame that waits for the next; `numbers` are those of its box, (height, width).

    `hidden` is the number that shows what was there before.
    """

    box: Box
    palette: Pixels
    numbers: Pixels
    delay: int
    disposal: int = KEEP

    @property
    def hidden(self) -> int:
        """Return the number that shows what was there before."""
        return len(self.palette)

    def cleared(self, gone: Box) -> _Frame:
        """Return the frame widened by what is to disappear after it, which it then takes along."""
        box = self.box.with_box(gone)
        numbers = np.full((box.height, box.width), self.hidden, np.uint8)
        top, left = self.box.top - box.top, self.box.left - box.left
        numbers[top : top + self.box.height, left : left + self.box.width] = self.numbers
        return replace(self, box=box, numbers=numbers, disposal=CLEAR)


class GifFile:
    """A GIF that is being written.

    Held are the last frame as it came and as it is shown, whose colours stay where nothing changes.
    """

    def __init__(self, file: BinaryIO, width: int, height: int, loops: int) -> None:
        self._file = file
        self._loops = loops
        self._came: Words = np.zeros((height, width), WORD)
        self._shown: Words = np.zeros((height, width), WORD)
        self._waiting: _Frame | None = None
        self._common: Pixels | None = None
        self._painter = Painter()
        self._thresholds = thresholds(height, width).reshape(-1)

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        target = _without_half_tones(frame)
        wanted = np.where(target != self._came, target, self._shown)
        is_settled = wanted == self._shown
        self._clear((self._shown != GONE) & (wanted == GONE))
        self._flush()
        self._waiting = self._painted(wanted, is_settled, min(LONGEST, round(delay * 100)))
        self._came = target

    def finish(self) -> None:
        """Write what is left."""
        self._flush()
        self._file.write(b";")

    def _clear(self, gone: Mask) -> None:
        """Let what is no longer there disappear together with the waiting frame."""
        box = box_of(gone)
        if box is not None and self._waiting is not None:
            self._waiting = self._waiting.cleared(box)
            self._shown[self._waiting.box.slices] = GONE

    def _painted(self, wanted: Words, is_settled: Mask, delay: int) -> _Frame:
        """Return the frame that makes the canvas look as wanted, as nearly as 255 colours can."""
        changed = (wanted != self._shown) & (wanted != GONE)
        box = box_of(changed) or NOWHERE
        at = np.flatnonzero(changed)
        keys = wanted.reshape(-1)[at] & COLOR
        settled, pattern = is_settled.reshape(-1)[at], self._thresholds[at]
        common = NO_COLORS if self._common is None else self._common
        painted = self._painter.paint(keys, pattern, settled, common)
        if self._common is None:
            self._common = painted.palette
            height, width = wanted.shape
            self._file.write(_head(painted.palette, width, height, self._loops))
            # Some viewers take the first frame's box for the whole.
            box = Box(0, 0, width, height)
        numbers = np.full(wanted.shape, len(painted.palette), np.uint8)
        numbers.reshape(-1)[at] = painted.numbers
        self._shown.reshape(-1)[at] = (packed(painted.palette) | SOLID)[painted.numbers]
        return _Frame(box, painted.palette, numbers[box.slices], delay)

    def _flush(self) -> None:
        frame, self._waiting = self._waiting, None
        if frame is not None:
            self._file.write(_blocks(frame, is_common=frame.palette is self._common))


def _head(palette: Pixels, width: int, height: int, loops: int) -> bytes:
    bits = _bits(palette)
    flags = HAS_PALETTE | FULL_DEPTH | (bits - 1)
    head = SCREEN.pack(b"GIF89a", width, height, flags, 0, 0) + _padded(palette, bits)
    if loops == 1:
        return head
    again = min(LONGEST, max(0, loops - 1))
    return head + LOOP + struct.pack("<H", again) + b"\0"


def _blocks(frame: _Frame, *, is_common: bool) -> bytes:
    bits = _bits(frame.palette)
    box = frame.box
    flags = 0 if is_common else HAS_PALETTE | (bits - 1)
    code_bits = max(LEAST_CODE_BITS, bits)
    codes = Image.fromarray(frame.numbers).tobytes("gif", "L", code_bits, 0)
    control = (frame.disposal << 2 | HAS_HIDDEN, frame.delay, frame.hidden, 0)
    return (
        CONTROL.pack(0x21, 0xF9, 4, *control)
        + DESCRIPTOR.pack(0x2C, box.left, box.top, box.width, box.height, flags)
        + (b"" if is_common else _padded(frame.palette, bits))
        + bytes([code_bits])
        + codes
        + b"\0"
    )


def _without_half_tones(frame: Pixels) -> Words:
    """Return a canvas whose pixels are either there or not; those that are not are all alike."""
    words = np.ascontiguousarray(frame).view(WORD)[..., 0]
    return np.where(words >= HALF_SOLID, words | SOLID, GONE)


def _bits(palette: Pixels) -> int:
    """Return the bits of a number, with one number more than there are colours."""
    return max(1, len(palette).bit_length())


def _padded(palette: Pixels, bits: int) -> bytes:
    return palette.tobytes().ljust(3 << bits, b"\0")
