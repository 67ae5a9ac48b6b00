"""GIF: blocks to canvases.

Pillow decodes the pixels. The blocks are walked here, for its own player keeps a disposal for all
later frames that name none, and clears to the background colour, which no browser does.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from PIL import Image

from faceswap.engine.media.animation_canvas import Canvas, Disposal, Patch
from faceswap.engine.media.animation_source import Animation, Cursor, Damaged, Gate, Pixels

TICK = Fraction(1, 100)
SCREEN = struct.Struct("<HHBBB")
CONTROL = struct.Struct("<BHB")
DESCRIPTOR = struct.Struct("<HHHHB")
# Some old writers meant 3 by 4, and browsers understand them.
DISPOSALS = {2: Disposal.CLEAR, 3: Disposal.RESTORE, 4: Disposal.RESTORE}
LOOP_EXTENSIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
MOST_CODE_BITS = 8


@dataclass(frozen=True, slots=True)
class _Control:
    """What is said before a frame about how it is shown."""

    disposal: Disposal = Disposal.KEEP
    delay: int = 0
    transparent: int | None = None


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame in the file: where it goes, its colours, and its compressed pixels' place."""

    left: int
    top: int
    width: int
    height: int
    is_interlaced: bool
    palette: bytes
    control: _Control
    code_bits: int
    start: int
    end: int


class _Walk:
    """One way through the blocks; `loops` is known when all frames have been passed."""

    def __init__(self, data: bytes) -> None:
        self._cursor = Cursor(data, at=6)
        self.width, self.height, flags, _, _ = self._cursor.unpack(SCREEN)
        self._palette = self._take_palette(flags)
        self.loops = 1

    def frames(self) -> Iterator[_Frame]:
        """Yield the frames up to the trailer, or to the end of a file that has none."""
        control = _Control()
        while not self._cursor.is_at_end:
            match self._cursor.take(1):
                case b"!":
                    control = self._extension(control)
                case b",":
                    yield self._frame(control)
                    control = _Control()
                case b";":
                    return
                case b"\0":
                    continue
                case _:
                    raise Damaged("an unknown block")

    def _extension(self, control: _Control) -> _Control:
        label = self._cursor.take(1)
        blocks = self._small_blocks(2)
        if label == b"\xf9" and blocks and len(blocks[0]) >= CONTROL.size:
            flags, delay, transparent = CONTROL.unpack_from(blocks[0])
            disposal = DISPOSALS.get(flags >> 2 & 7, Disposal.KEEP)
            return _Control(disposal, delay, transparent if flags & 1 else None)
        if label == b"\xff" and len(blocks) == 2 and blocks[0].startswith(LOOP_EXTENSIONS):
            self._loop(blocks[1])
        return control

    def _loop(self, block: bytes) -> None:
        # The first byte tells a loop from a word about buffers.
        if len(block) >= 3 and block[0] & 7 == 1:
            again = int.from_bytes(block[1:3], "little")
            self.loops = again + 1 if again else 0

    def _frame(self, control: _Control) -> _Frame:
        left, top, width, height, flags = self._cursor.unpack(DESCRIPTOR)
        if not width or not height:
            raise Damaged("a frame without pixels")
        palette = self._take_palette(flags) or self._palette
        code_bits = self._cursor.take(1)[0]
        if not 0 < code_bits <= MOST_CODE_BITS:
            raise Damaged("codes of a size that there is not")
        start = self._cursor.at
        self._small_blocks(0)
        return _Frame(
            left=left,
            top=top,
            width=width,
            height=height,
            is_interlaced=bool(flags & 0x40),
            palette=palette,
            control=control,
            code_bits=code_bits,
            start=start,
            end=self._cursor.at,
        )

    def _take_palette(self, flags: int) -> bytes:
        return self._cursor.take(6 << (flags & 7)) if flags & 0x80 else b""

    def _small_blocks(self, wanted: int) -> list[bytes]:
        """Go behind a chain of sub-blocks and return the first of them."""
        data, at = self._cursor.data, self._cursor.at
        blocks: list[bytes] = []
        try:
            while length := data[at]:
                if len(blocks) < wanted:
                    blocks.append(data[at + 1 : at + 1 + length])
                at += length + 1
        except IndexError:
            raise Damaged("ends in a block") from None
        self._cursor.at = at + 1
        return blocks


def read_gif(data: bytes, gate: Gate) -> Animation:
    """Walk through a GIF.

    Raises:
        Damaged: It is broken.
        PictureRefused: It is larger than the limits.
    """
    walk = _Walk(data)
    frames = gate.gather(walk.frames())
    if not frames:
        raise Damaged("no frame")
    first = frames[0]
    # Browsers give a first frame that is larger than its screen the room it asks for.
    width = max(walk.width, first.left + first.width)
    height = max(walk.height, first.top + first.height)
    gate.check_sides(width, height)
    for frame in frames:
        gate.check_patch(frame.width, frame.height)
    return Animation(
        width=width,
        height=height,
        tick=TICK,
        delays=tuple(frame.control.delay for frame in frames),
        loops=walk.loops,
        has_alpha=_may_be_seen_through(frames, width, height),
        is_lossless=True,
        frames=lambda: _canvases(data, frames, Canvas(width, height)),
    )


def _may_be_seen_through(frames: list[_Frame], width: int, height: int) -> bool:
    first = frames[0]
    is_whole = (first.width, first.height) == (width, height)
    return (
        not is_whole
        or first.control.transparent is not None
        or any(frame.control.disposal is not Disposal.KEEP for frame in frames[:-1])
    )


def _canvases(data: bytes, frames: list[_Frame], canvas: Canvas) -> Iterator[Pixels]:
    for frame in frames:
        left, top = (
            min(frame.left, canvas.pixels.shape[1]),
            min(frame.top, canvas.pixels.shape[0]),
        )
        pixels = _colors(frame)[_indices(data, frame)]
        canvas.draw(Patch(pixels, left, top, frame.control.disposal, is_blended=True))
        yield canvas.pixels


def _indices(data: bytes, frame: _Frame) -> Pixels:
    size = (frame.width, frame.height)
    codes = data[frame.start : frame.end]
    how = (frame.code_bits, frame.is_interlaced)
    return np.asarray(Image.frombytes("L", size, codes, "gif", *how))


def _colors(frame: _Frame) -> Pixels:
    """Return what each of the 256 numbers stands for, (256, 4); nothing where it has no colour."""
    colors = np.zeros((256, 4), np.uint8)
    if frame.palette:
        known = np.frombuffer(frame.palette, np.uint8).reshape(-1, 3)
        colors[: len(known), :3] = known
        colors[: len(known), 3] = 255
    else:
        colors[:, :3] = np.arange(256)[:, None]
        colors[:, 3] = 255
    if frame.control.transparent is not None:
        colors[frame.control.transparent] = 0
    return colors
