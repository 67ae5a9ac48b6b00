"""Telling what moves from what stands still, by the file's own bytes.

Names and media types that strangers give mean nothing, so nobody asks for them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import BinaryIO

from faceswap.domain.clip import ClipKind

HEAD = 4096
# The first picture of a large GIF is told in 256-byte steps; this is 50 MB of them.
MOST_STEPS = 200_000
PNG = b"\x89PNG\r\n\x1a\n"
# Matroska and WebM, Flash video, Windows Media, RealMedia.
VIDEOS = (b"\x1aE\xdf\xa3", b"FLV\x01", b"0&\xb2u\x8ef\xcf\x11", b".RMF")
# A box file of these brands is a picture; `avis` marks the AVIF that moves.
PICTURE_BRANDS = frozenset({b"avif", b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"})
# What a QuickTime file of before 2001 starts with.
OLD_QUICKTIME = frozenset({b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
WEBP_ANIMATED = 0x02


def moving_kind(file: bytes | BinaryIO) -> ClipKind | None:
    """Return what kind of clip a file is; None for stills and for all that is unknown.

    A GIF, PNG or WebP moves when it holds more than one frame. A file object is put back to where
    it stood. Damage is not looked for and raises nothing.
    """
    stream = io.BytesIO(file) if isinstance(file, bytes) else file
    at = stream.tell()
    try:
        stream.seek(0)
        return _kind(stream)
    finally:
        stream.seek(at)


def _kind(stream: BinaryIO) -> ClipKind | None:
    head = stream.read(HEAD)
    if head.startswith((b"GIF87a", b"GIF89a")):
        return ClipKind.GIF if _gif_moves(stream, head) else None
    if head.startswith(PNG):
        return ClipKind.APNG if _png_moves(stream) else None
    if head.startswith(b"RIFF"):
        return _riff_kind(stream, head)
    if head[4:8] == b"ftyp":
        return _box_kind(head)
    if head.startswith(VIDEOS) or (head[4:8] in OLD_QUICKTIME and _is_box_size(head)):
        return ClipKind.VIDEO
    return None


def _gif_moves(stream: BinaryIO, head: bytes) -> bool:
    """Tell whether there is a second image descriptor."""
    steps = iter(range(MOST_STEPS))
    stream.seek(13 + _gif_palette(head[10:11]))
    images = 0
    for _ in steps:
        match stream.read(1):
            case b"!":
                stream.seek(1, io.SEEK_CUR)
            case b",":
                images += 1
                if images == 2:
                    return True
                descriptor = stream.read(9)
                stream.seek(_gif_palette(descriptor[8:9]) + 1, io.SEEK_CUR)
            case b"\0":
                continue
            case _:
                return False
        if not _skip_sub_blocks(stream, steps):
            return False
    return False


def _gif_palette(flags: bytes) -> int:
    """Return the bytes of the palette that a GIF's flags announce."""
    return 6 << (flags[0] & 7) if flags and flags[0] & 0x80 else 0


def _skip_sub_blocks(stream: BinaryIO, steps: Iterator[int]) -> bool:
    """Go behind a chain of sub-blocks; tell whether it ends."""
    for _ in steps:
        length = stream.read(1)
        if not length:
            return False
        if length == b"\0":
            return True
        stream.seek(length[0], io.SEEK_CUR)
    return False


def _png_moves(stream: BinaryIO) -> bool:
    """Tell whether a control chunk announces frames before the first pixels."""
    stream.seek(len(PNG))
    for _ in range(MOST_STEPS):
        head = stream.read(8)
        if len(head) < 8 or head[4:] in {b"IDAT", b"IEND"}:
            return False
        if head[4:] == b"acTL":
            return int.from_bytes(stream.read(4), "big") > 1
        stream.seek(int.from_bytes(head[:4], "big") + 4, io.SEEK_CUR)
    return False


def _riff_kind(stream: BinaryIO, head: bytes) -> ClipKind | None:
    if head[8:12] == b"AVI ":
        return ClipKind.VIDEO
    if head[8:16] != b"WEBPVP8X" or not head[20:21] or not head[20] & WEBP_ANIMATED:
        return None
    stream.seek(12)
    frames = 0
    for _ in range(MOST_STEPS):
        chunk = stream.read(8)
        frames += chunk[:4] == b"ANMF"
        if frames == 2:
            return ClipKind.WEBP
        if len(chunk) < 8:
            return None
        length = int.from_bytes(chunk[4:], "little")
        stream.seek(length + length % 2, io.SEEK_CUR)
    return None


def _box_kind(head: bytes) -> ClipKind | None:
    end = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12]} | {head[at : at + 4] for at in range(16, end, 4)}
    if b"avis" in brands:
        return ClipKind.AVIF
    return None if brands & PICTURE_BRANDS else ClipKind.VIDEO


def _is_box_size(head: bytes) -> bool:
    """Tell whether a file may start with a box of this size: to its end, large, or in bytes."""
    size = int.from_bytes(head[:4], "big")
    return size in {0, 1} or size >= 8
