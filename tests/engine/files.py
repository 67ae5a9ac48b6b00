"""Small picture files of every kind, for what reads and writes them."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

import cv2
import numpy as np
from PIL import Image, ImageCms, ImageDraw

SIDES = (64, 48)
# A picture that looks different from every side: one colour a corner, as far as chroma allows.
CORNERS = {
    "top left": (220, 30, 30),
    "top right": (30, 200, 40),
    "bottom left": (40, 50, 210),
    "bottom right": (230, 220, 60),
}


def four_corners(width: int = SIDES[0], height: int = SIDES[1]) -> Image.Image:
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    x, y = width // 2, height // 2
    draw.rectangle((0, 0, x - 1, y - 1), CORNERS["top left"])
    draw.rectangle((x, 0, width, y - 1), CORNERS["top right"])
    draw.rectangle((0, y, x - 1, height), CORNERS["bottom left"])
    draw.rectangle((x, y, width, height), CORNERS["bottom right"])
    return image


def corners_of(pixels: np.ndarray) -> dict[str, tuple[int, ...]]:
    """Return the colour in the middle of each quarter."""
    height, width = pixels.shape[:2]
    rows = {"top": height // 4, "bottom": height * 3 // 4}
    columns = {"left": width // 4, "right": width * 3 // 4}
    return {
        f"{row} {column}": tuple(int(level) for level in pixels[y, x])
        for row, y in rows.items()
        for column, x in columns.items()
    }


def file_of(image: Image.Image, kind: str, **settings: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **settings)
    return stream.getvalue()


def gradient(width: int = SIDES[0], height: int = SIDES[1]) -> Image.Image:
    """Return colours that change slowly, as photographs do."""
    rows, columns = np.mgrid[0:height, 0:width]
    red, green = columns * 255 // (width - 1), rows * 255 // (height - 1)
    return Image.fromarray(np.dstack([red, green, 255 - red]).astype(np.uint8))


def noise(width: int, height: int) -> Image.Image:
    """Return what no encoder makes small."""
    pixels = np.random.default_rng(1).integers(0, 256, (height, width, 3), np.uint8)
    return Image.fromarray(pixels)


def animation(kind: str) -> bytes:
    frames = [Image.new("RGB", SIDES, colour) for colour in ("red", "green", "blue")]
    return file_of(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


@cache
def srgb() -> bytes:
    """Return a profile; it says to the second when it was made."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def profile_of_red_cyan() -> bytes:
    """Return an ICC profile of four inks in which cyan is red, so that its use can be seen."""
    corners = [(0, 0, 0) for _ in range(16)]
    for number in range(16):
        cyan, _, _, black = ((number >> place) & 1 for place in (3, 2, 1, 0))
        light = 0 if black else 140 if cyan else 255
        corners[number] = (light, 128 + 70 * cyan * (1 - black), 128 + 50 * cyan * (1 - black))
    straight = bytes(range(256))
    table = struct.pack(">4sIBBBx", b"mft1", 0, 4, 3, 2)
    table += struct.pack(">9i", *(65536 if place % 4 == 0 else 0 for place in range(9)))
    table += straight * 4 + bytes(level for corner in corners for level in corner) + straight * 3
    table += b"\0" * (-len(table) % 4)
    start = 128 + 4 + 12
    header = struct.pack(
        ">I4sI4s4s4s12s4s4sII4s8sI3i4s44x",
        *(start + len(table), b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab ", b"\0" * 12, b"acsp"),
        *(b"\0" * 4, 0, 0, b"\0" * 4, b"\0" * 8, 0, 0xF6D6, 0x10000, 0xD32D, b"\0" * 4),
    )
    return header + struct.pack(">I4sII", 1, b"A2B0", start, len(table)) + table


def png_of_deep_grey(pixels: np.ndarray) -> bytes:
    """Return a PNG of (height, width) uint16 grey."""
    return bytes(cv2.imencode(".png", pixels)[1])


def png_that_claims(width: int, height: int, frames: int = 0) -> bytes:
    """Return a PNG of a few bytes whose header claims so many pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    control = _chunk(b"acTL", struct.pack(">II", frames, 0)) if frames else b""
    pixels = _chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + control + pixels + _chunk(b"IEND", b"")


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def box_file(*brands: bytes) -> bytes:
    """Return the head of an ISO base media file: MP4, HEIC, AVIF."""
    body = brands[0] + b"\0\0\0\0" + b"".join(brands[1:])
    return struct.pack(">I", 8 + len(body)) + b"ftyp" + body + b"\0" * 200


def every_kind() -> dict[str, bytes]:
    """Return a small file of every kind and mode that is read."""
    photo = gradient()
    deep = (np.arange(64 * 48, dtype=np.uint16).reshape(48, 64) * 21).astype(np.uint16)
    see_through = photo.convert("RGBA")
    see_through.putalpha(gradient().getchannel("R"))
    return {
        "jpeg": file_of(photo, "JPEG", quality=92),
        "progressive jpeg": file_of(photo, "JPEG", progressive=True, exif=exif(6)),
        "grey jpeg": file_of(photo.convert("L"), "JPEG"),
        "cmyk jpeg": file_of(photo.convert("CMYK"), "JPEG"),
        "png": file_of(photo, "PNG", icc_profile=srgb()),
        "png with alpha": file_of(see_through, "PNG"),
        "png with a palette": file_of(photo.quantize(32), "PNG"),
        "png of one bit": file_of(photo.convert("1"), "PNG"),
        "png of deep grey": png_of_deep_grey(deep),
        "grey png with alpha": file_of(see_through.convert("LA"), "PNG"),
        "webp": file_of(photo, "WEBP", quality=85),
        "lossless webp": file_of(see_through, "WEBP", lossless=True),
        "avif": file_of(photo, "AVIF", quality=85),
        "bmp": file_of(photo, "BMP"),
        "gif": file_of(photo.quantize(32), "GIF"),
        "tiff": file_of(photo, "TIFF"),
        "packed tiff": file_of(photo, "TIFF", compression="tiff_lzw"),
        "tiff of floats": file_of(photo.convert("F"), "TIFF"),
        "cmyk tiff": file_of(photo.convert("CMYK"), "TIFF"),
        "lab tiff": file_of(lab(photo), "TIFF"),
    }


def lab(photo: Image.Image) -> Image.Image:
    there = ImageCms.createProfile("LAB")
    converted = ImageCms.profileToProfile(
        photo, ImageCms.createProfile("sRGB"), there, outputMode="LAB"
    )
    assert converted is not None
    return converted


def exif(orientation: int) -> Image.Exif:
    table = Image.Exif()
    table[0x0112] = orientation
    return table
