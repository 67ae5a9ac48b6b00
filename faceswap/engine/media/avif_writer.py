"""AVIF that moves, by the encoder inside Pillow.

Pillow's own way to it takes all frames at once, tells time in milliseconds, and loops for ever. So
its encoder is fed here, and the clock and the loops are put right in the finished file, which is
held until then, compressed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import BinaryIO

# Nothing public feeds frames one by one.
from PIL import _avif

from faceswap.engine.media import avif_boxes
from faceswap.engine.media.animation_source import Damaged, Pixels
from faceswap.engine.media.avif_boxes import FOR_EVER, Box, Field

QUALITY = 88
SPEED = 8
THREADS = 2
# As lossy as the colours, soft edges would be up to a tenth off.
EXACT_ALPHA = (("alpha:lossless", "1"),)
FASTEST_CLOCK = 0xFFFF_FFFF


class AvifFile:
    """An AVIF that is being written."""

    def __init__(
        self,
        file: BinaryIO,
        width: int,
        height: int,
        loops: int,
        *,
        tick: Fraction,
        has_alpha: bool,
    ) -> None:
        self._file = file
        self._sides = (width, height)
        self._loops = loops
        self._clock = min(FASTEST_CLOCK, tick.denominator)
        self._mode = "RGBA" if has_alpha else "RGB"
        self._encoder = _avif.AvifEncoder(
            self._sides,
            "4:2:0",
            QUALITY,
            SPEED,
            THREADS,
            "auto",
            "full",
            0,
            0,
            False,
            True,
            b"",
            b"",
            1,
            b"",
            EXACT_ALPHA if has_alpha else None,
        )

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        channels = len(self._mode)
        ticks = round(delay * self._clock)
        self._encoder.add(frame[..., :channels].tobytes(), ticks, self._sides, self._mode, False)

    def finish(self) -> None:
        """Write the file.

        Raises:
            OSError: The encoder failed.
        """
        encoded = self._encoder.finish()
        if not encoded:
            raise OSError("the encoder made nothing")
        data = bytearray(encoded)
        _set_clock(data, self._clock)
        if self._loops:
            _set_loops(data, self._loops)
        self._file.write(data)


def _set_clock(data: bytearray, clock: int) -> None:
    file = bytes(data)
    movie = avif_boxes.find(file, Box(b"", 0, len(file)), b"moov")
    headers = [avif_boxes.find(file, movie, b"mvhd")]
    headers += [avif_boxes.find(file, track, b"mdia", b"mdhd") for track in avif_boxes.tracks(file)]
    for header in headers:
        avif_boxes.timescale(file, header).write(data, clock)


def _set_loops(data: bytearray, loops: int) -> None:
    """Tell that all tracks are played several times; they were to be played for ever."""
    file = bytes(data)
    longest = 0
    for track in avif_boxes.tracks(file):
        whole = _once(file, track) * loops
        longest = max(longest, whole)
        _write(data, avif_boxes.track_duration(file, track), whole)
    movie = avif_boxes.find(file, Box(b"", 0, len(file)), b"moov")
    header = avif_boxes.find(file, movie, b"mvhd")
    _write(data, avif_boxes.duration(file, header), longest)


def _once(file: bytes, track: Box) -> int:
    once = avif_boxes.segment_duration(file, track)
    if once is None:
        raise Damaged("no edit list")
    return once


def _write(data: bytearray, field: Field, number: int) -> None:
    field.write(data, min(number, FOR_EVER[field.width] - 1))
