"""Animations for tests: drawn by hand block by block, or saved with Pillow."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass

import numpy as np
from PIL import Image

# The colours of hand-made canvases, by letter; a dot is what may be seen through.
COLORS = {
    "K": (0, 0, 0, 255),
    "R": (255, 0, 0, 255),
    "G": (0, 255, 0, 255),
    "B": (0, 0, 255, 255),
    ".": (0, 0, 0, 0),
}
LETTERS = "KRGB."
# By number: black, red, green, blue, and numbers that have no colour of their own from 4 on.
PALETTE = bytes(channel for letter in "KRGB" for channel in COLORS[letter][:3])
CLEAR = 4


def canvas(*rows):
    """Return rows of letters as pixels, (height, width, 4)."""
    return np.array([[COLORS[letter] for letter in row] for row in rows], np.uint8)


def letters(pixels):
    """Return pixels as rows of letters; '?' is any other colour."""
    names = {color: letter for letter, color in COLORS.items()}
    seen = np.where(pixels[..., 3:] == 0, 0, pixels)
    return ["".join(names.get(tuple(map(int, pixel)), "?") for pixel in row) for row in seen]


@dataclass(frozen=True)
class GifPart:
    """A frame of a hand-made GIF: rows of letters, a dot being the transparent number."""

    rows: tuple[str, ...]
    left: int = 0
    top: int = 0
    delay: int = 5
    disposal: int = 0
    palette: bytes = b""
    is_interlaced: bool = False


def handmade_gif(width, height, *parts, loop=None, background=0, trailer=b";", palette=PALETTE):
    """Return a GIF; `loop` is the number in the file, None leaves the extension out."""
    flags = 0x80 | _table_bits(palette) if palette else 0
    file = b"GIF89a" + struct.pack("<HHBBB", width, height, flags, background, 0) + palette
    if loop is not None:
        file += b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<H", loop) + b"\0"
    return file + b"".join(map(_gif_frame, parts)) + trailer


def _table_bits(palette):
    return (len(palette) // 3).bit_length() - 2


def _gif_frame(part):
    numbers = np.array([[LETTERS.index(letter) for letter in row] for row in part.rows], np.uint8)
    height, width = numbers.shape
    has_clear = int((numbers == CLEAR).any())
    flags = 0x40 if part.is_interlaced else 0
    if part.palette:
        flags |= 0x80 | _table_bits(part.palette)
    codes = Image.fromarray(numbers).tobytes("gif", "L", 3, int(part.is_interlaced))
    return (
        struct.pack("<BBBBHBB", 0x21, 0xF9, 4, part.disposal << 2 | has_clear, part.delay, CLEAR, 0)
        + struct.pack("<BHHHHB", 0x2C, part.left, part.top, width, height, flags)
        + part.palette
        + bytes([3])
        + codes
        + b"\0"
    )


@dataclass(frozen=True)
class ApngPart:
    """A frame of a hand-made APNG, of pixels, (height, width, 4)."""

    pixels: np.ndarray
    left: int = 0
    top: int = 0
    delay: tuple[int, int] = (5, 100)
    disposal: int = 0
    blend: int = 0


def handmade_apng(width, height, *parts, plays=0, default=None, tail=True, claimed=None):
    """Return an APNG; `default` is a picture that is not part of the animation."""
    file = b"\x89PNG\r\n\x1a\n" + png_chunk(
        b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    )
    file += png_chunk(b"acTL", struct.pack(">II", claimed or len(parts), plays))
    if default is not None:
        file += png_chunk(b"IDAT", _scanlines(default))
    sequence = 0
    for number, part in enumerate(parts):
        sides = (part.pixels.shape[1], part.pixels.shape[0], part.left, part.top)
        how = (*part.delay, part.disposal, part.blend)
        file += png_chunk(b"fcTL", struct.pack(">IIIIIHHBB", sequence, *sides, *how))
        sequence += 1
        if number == 0 and default is None:
            file += png_chunk(b"IDAT", _scanlines(part.pixels))
        else:
            data = struct.pack(">I", sequence) + _scanlines(part.pixels)
            file += png_chunk(b"fdAT", data)
            sequence += 1
    return file + (png_chunk(b"IEND", b"") if tail else b"")


def png_chunk(kind, content):
    """Return a chunk of a PNG."""
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def _scanlines(pixels):
    return zlib.compress(b"".join(b"\0" + row.tobytes() for row in pixels))


def moving(frames=5, width=64, height=48, has_alpha=False):
    """Return pixels of a square that crosses a still ground, (height, width, 4) each."""
    down, across = np.mgrid[:height, :width]
    made = []
    for number in range(frames):
        pixels = np.empty((height, width, 4), np.uint8)
        pixels[..., 0] = across * 2 // 16 * 16
        pixels[..., 1] = down * 3 // 16 * 16
        pixels[..., 2] = 90
        pixels[..., 3] = 255
        if has_alpha:
            pixels[: height // 3, : width // 2 - number] = 0
        left = 4 + number * 5 % (width - 16)
        pixels[height // 2 : height // 2 + 12, left : left + 12] = (250, 220, 40, 255)
        made.append(pixels)
    return made


def noise(frames, width=64, height=48, colors=None):
    """Return frames of noise, of so many colours each, all others where None."""
    rng = np.random.default_rng(7)
    made = []
    for _ in range(frames):
        pixels = np.full((height, width, 4), 255, np.uint8)
        if colors is None:
            pixels[..., :3] = rng.integers(0, 256, (height, width, 3))
        else:
            table = rng.integers(0, 256, (colors, 3))
            pixels[..., :3] = table[rng.integers(0, colors, (height, width))]
        made.append(pixels)
    return made


def saved(kind, frames, milliseconds, **how):
    """Return an animation as Pillow saves it; `kind` is GIF, PNG, WEBP or AVIF.

    Frames that are opaque are saved without alpha.
    """
    is_solid = all(frame[..., 3].min() == 255 for frame in frames)
    images = [Image.fromarray(frame[..., :3] if is_solid else frame) for frame in frames]
    stream = io.BytesIO()
    first, rest = images[0], images[1:]
    first.save(stream, kind, save_all=True, append_images=rest, duration=milliseconds, **how)
    return stream.getvalue()
