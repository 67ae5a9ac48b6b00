"""Files as strangers might send them: whole ones of every kind, and ways to spoil them."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib
from collections.abc import Callable, Iterator

import numpy as np
from PIL import Image

from tests.media.videos import FAST, Picture, Tone, make_video

PNG = b"\x89PNG\r\n\x1a\n"
SIDE = 48
TAG = re.compile(rb"[A-Za-z0-9 ]{4}")
LENGTHS = (0, 1, 7, 8, 0x7F, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def picture(kind: str, mode: str = "RGB", **settings: object) -> bytes:
    """Return a still of one of Pillow's kinds."""
    stream = io.BytesIO()
    _drawn(0).convert(mode).save(stream, kind, **settings)
    return stream.getvalue()


def animation(kind: str, frames: int = 6, **settings: object) -> bytes:
    """Return an animation of one of Pillow's kinds."""
    stream = io.BytesIO()
    first, *others = [_drawn(number) for number in range(frames)]
    first.save(stream, kind, save_all=True, append_images=others, duration=60, **settings)
    return stream.getvalue()


def video(container: str, codec: str, tone: str | None = None, **settings: object) -> bytes:
    """Return a video of one of FFmpeg's containers."""
    stream = io.BytesIO()
    options = FAST if codec == "libx264" else {}
    shown = Picture(codec=codec, frames=10, size=(64, 48), options=dict(options), **settings)
    sound = Tone(codec=tone, layout="mono", seconds=0.3, bit_rate=64_000) if tone else None
    make_video(stream, shown, sound, container=container)
    return stream.getvalue()


def _drawn(number: int) -> Image.Image:
    rng = np.random.default_rng(number)
    pixels = rng.integers(0, 256, (SIDE // 6, SIDE // 6, 4), np.uint8).repeat(6, 0).repeat(6, 1)
    pixels[: SIDE // 2, :, 3] = 255
    return Image.fromarray(pixels)


SEEDS: dict[str, Callable[[], bytes]] = {
    "JPEG": lambda: picture("JPEG", exif=_exif()),
    "JPEG, progressive": lambda: picture("JPEG", progressive=True, icc_profile=b"profile" * 30),
    "JPEG, inks": lambda: picture("JPEG", "CMYK"),
    "PNG": lambda: picture("PNG", "RGBA"),
    "PNG, palette": lambda: picture("PNG", "P"),
    "WebP": lambda: picture("WEBP", "RGBA"),
    "WebP, lossless": lambda: picture("WEBP", "RGBA", lossless=True),
    "AVIF": lambda: picture("AVIF"),
    "BMP": lambda: picture("BMP"),
    "TIFF": lambda: picture("TIFF", compression="tiff_lzw"),
    "TIFF, deflated": lambda: picture("TIFF", "RGBA", compression="tiff_deflate"),
    "GIF": lambda: picture("GIF", "P"),
    "GIF that moves": lambda: animation("GIF", disposal=2),
    "APNG": lambda: animation("PNG"),
    "WebP that moves": lambda: animation("WEBP"),
    "AVIF that moves": lambda: animation("AVIF"),
    "MP4": lambda: video("mp4", "libx264", "aac"),
    "MOV": lambda: video("mov", "libx264", "aac", rotation=(90, False, False)),
    "MKV": lambda: video("matroska", "libx264", "libopus"),
    "WebM": lambda: video("webm", "libvpx-vp9", "libopus"),
    "AVI": lambda: video("avi", "mpeg4", "mp3"),
    "WMV": lambda: video("asf", "wmv2", "wmav2"),
    "FLV": lambda: video("flv", "flv1"),
    "RM": lambda: video("rm", "rv10"),
}


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "a picture"
    return exif


# ── Spoiling ────────────────────────────────────────────────────────────────────────────────────


def spoiled(seed: bytes, other: bytes, rng: random.Random) -> bytes:
    """Return a file that was made from a whole one, and sometimes from a second."""
    data = bytearray(seed)
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        data = rng.choice(SPOILERS)(data, other, rng)
    # Without its checksums a PNG is turned away at the door.
    is_mended = data.startswith(PNG) and rng.random() < 0.7
    return mended(bytes(data)) if is_mended else bytes(data)


def _flip(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 3, 20))):
        if data:
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return data


def _flip_early(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    for _ in range(rng.choice((1, 2, 6))):
        if data:
            data[rng.randrange(min(len(data), 200))] = rng.randrange(256)
    return data


def _cut(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data) + 1)]


def _lose(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data) + 1)
    del data[start : start + rng.choice((1, 4, 100, 1000))]
    return data


def _blank(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data) + 1)
    length = min(rng.choice((4, 64, 1000)), len(data) - start)
    data[start : start + length] = bytes(length)
    return data


def _lengthen(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    """Give a chunk or box another length, which is before its name or behind it."""
    tags = [match.start() for match in TAG.finditer(bytes(data))]
    if not tags:
        return data
    at = rng.choice(tags) + rng.choice((-4, 4))
    order = rng.choice("<>")
    if 0 <= at <= len(data) - 4:
        length = rng.choice((*LENGTHS, rng.randrange(2**32), len(data)))
        data[at : at + 4] = struct.pack(f"{order}I", length)
    return data


def _splice(data: bytearray, other: bytes, rng: random.Random) -> bytearray:
    return data[: rng.randrange(len(data) + 1)] + other[rng.randrange(len(other)) :]


def _repeat(data: bytearray, _: bytes, rng: random.Random) -> bytearray:
    start = rng.randrange(len(data) + 1)
    part = data[start : start + rng.choice((16, 300, 3000))]
    return data[:start] + part * rng.choice((2, 30)) + data[start:]


SPOILERS = (_flip, _flip_early, _cut, _lose, _blank, _lengthen, _lengthen, _splice, _repeat)


def mended(data: bytes) -> bytes:
    """Return a PNG with its checksums right."""
    parts, at = [data[: len(PNG)]], len(PNG)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        parts.append(data[at : at + 4] + body + struct.pack(">I", zlib.crc32(body)))
        at += 12 + length
    return b"".join(parts) + data[at:]


# ── Boxes of MP4 and QuickTime ──────────────────────────────────────────────────────────────────

PARENTS = (b"moov", b"trak", b"mdia", b"minf", b"dinf", b"stbl")


def boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the names and contents of boxes in a row."""
    at = 0
    while at + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, at)
        yield name, data[at + 8 : at + size]
        at += max(8, size)


def with_box(data: bytes, name: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return boxes in which the contents of each that has a name are changed."""
    made = []
    for each, content in boxes(data):
        if each == name:
            content = change(content)
        elif each in PARENTS:
            content = with_box(content, name, change)
        made.append(struct.pack(">I4s", 8 + len(content), each) + content)
    return b"".join(made)
