"""GIF: canvases to blocks, one frame behind, as a frame's disposal depends on the next."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import BinaryIO

import numpy as np
from PIL import Image

from faceswap.engine.media.animation_changes import NOWHERE, Box, Mask, box_of, differ
from faceswap.engine.media.animation_source import Pixels
from faceswap.engine.media.gif_colors import Painted, exactly, paint

SCREEN = struct.Struct("<6sHHBBB")
CONTROL = struct.Struct("<BBBBHBB")
DESCRIPTOR = struct.Struct("<BHHHHB")
KEEP, CLEAR = 1, 2
HAS_PALETTE, FULL_DEPTH, HAS_HIDDEN = 0x80, 0x70, 1
LOOP = b"!\xff\x0bNETSCAPE2.0\x03\x01"
LEAST_CODE_BITS = 2
LONGEST = 0xFFFF
OPAQUE = 128


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
        self._came: Pixels = np.zeros((height, width, 4), np.uint8)
        self._shown: Pixels = np.zeros((height, width, 4), np.uint8)
        self._waiting: _Frame | None = None
        self._common: Pixels | None = None

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        target = _without_half_tones(frame)
        wanted = np.where(differ(target, self._came)[..., None], target, self._shown)
        is_settled = ~differ(wanted, self._shown)
        self._clear((self._shown[..., 3] > 0) & (wanted[..., 3] == 0))
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
            self._shown[self._waiting.box.slices] = 0

    def _painted(self, wanted: Pixels, is_settled: Mask, delay: int) -> _Frame:
        """Return the frame that makes the canvas look as wanted, as nearly as 255 colours can."""
        changed = differ(wanted, self._shown) & (wanted[..., 3] > 0)
        box = box_of(changed) or NOWHERE
        rows, columns = np.nonzero(changed)
        colors = wanted[rows, columns, :3]
        painted = self._by_common(colors) or paint(colors, rows, columns, is_settled[changed])
        if self._common is None:
            self._common = painted.palette
            height, width = wanted.shape[:2]
            self._file.write(_head(painted.palette, width, height, self._loops))
            # Some viewers take the first frame's box for the whole.
            box = Box(0, 0, width, height)
        numbers = np.full((box.height, box.width), len(painted.palette), np.uint8)
        numbers[rows - box.top, columns - box.left] = painted.numbers
        self._shown[rows, columns, :3] = painted.palette[painted.numbers]
        self._shown[rows, columns, 3] = 255
        return _Frame(box, painted.palette, numbers, delay)

    def _by_common(self, colors: Pixels) -> Painted | None:
        """Return colours by the palette of the whole file, which costs no bytes, where it does."""
        if self._common is None or not len(self._common):
            return None
        numbers = exactly(colors, self._common)
        return None if numbers is None else Painted(self._common, numbers)

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


def _without_half_tones(frame: Pixels) -> Pixels:
    """Return a canvas whose pixels are either there or not; those that are not are all alike."""
    is_there = frame[..., 3:] >= OPAQUE
    target = np.where(is_there, frame, np.uint8(0))
    target[..., 3:][is_there] = 255
    return target


def _bits(palette: Pixels) -> int:
    """Return the bits of a number, with one number more than there are colours."""
    return max(1, len(palette).bit_length())


def _padded(palette: Pixels, bits: int) -> bytes:
    return palette.tobytes().ljust(3 << bits, b"\0")
