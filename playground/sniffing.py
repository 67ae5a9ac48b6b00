"""What a file is, by its first bytes and else by its name, and how large what it shows."""

import mimetypes
import warnings
from collections.abc import Callable
from io import BytesIO

import av
from av.error import FFmpegError
from PIL import Image, UnidentifiedImageError

UNKNOWN = "application/octet-stream"
_STARTS = {
    b"GIF8": "image/gif",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"FLV\x01": "video/x-flv",
}
_RIFF = {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"qt  ": "video/quicktime",
    b"M4A ": "audio/mp4",
}
_MATROSKA = b"\x1aE\xdf\xa3"
_DOCTYPE_WITHIN = 64
Size = tuple[int, int] | tuple[None, None]


def content_type(data: bytes, filename: str) -> str:
    """Tell the type that Discord gives a file."""
    for start, kind in _STARTS.items():
        if data.startswith(start):
            return kind
    if data.startswith(b"RIFF") and data[8:12] in _RIFF:
        return _RIFF[data[8:12]]
    if data[4:8] == b"ftyp":
        return _BRANDS.get(data[8:12], "video/mp4")
    if data.startswith(_MATROSKA):
        return "video/webm" if b"webm" in data[:_DOCTYPE_WITHIN] else "video/x-matroska"
    return mimetypes.guess_type(filename)[0] or UNKNOWN


def dimensions(data: bytes, kind: str) -> Size:
    """Tell width and height in pixels of a picture or a video that can be opened."""
    readers: dict[str, Callable[[bytes], Size]] = {"image": _of_picture, "video": _of_video}
    reader = readers.get(kind.partition("/")[0])
    return reader(data) if reader else (None, None)


def _of_picture(data: bytes) -> Size:
    try:
        with warnings.catch_warnings():
            # A huge picture is a legitimate upload; only its header is read here.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as picture:
                return picture.size
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError):
        return None, None


def _of_video(data: bytes) -> Size:
    try:
        with av.open(BytesIO(data)) as container:
            stream = next(iter(container.streams.video), None)
            return (stream.width, stream.height) if stream and stream.width else (None, None)
    except (FFmpegError, ValueError):
        return None, None
