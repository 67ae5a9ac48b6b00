"""Pictures as values, and how large they may be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

from faceswap.domain.errors import MEGABYTE


@dataclass(frozen=True, slots=True)
class NamedBytes:
    """A file as it arrived: `name` is for sentences only and is never used as a path."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Encoded:
    """An encoded picture; sides in pixels."""

    data: bytes = field(repr=False)
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PictureLimits:
    """What is taken in: bytes of a file, pixels of a picture, pixels of its shorter side."""

    most_bytes: int = 25 * MEGABYTE
    most_pixels: int = 60_000_000
    least_side: int = 32


EXTENSIONS = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/gif": ".gif",
    "image/apng": ".png",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
}
"""The kinds of picture and clip we make, and the ending each is posted with."""

LONGEST_STEM = 40
# What results are called where they are posted: `2-me-swapped.jpg`.
RESULT = re.compile(r"(?:\d{1,2}-)?(.+?)(?:-swapped)+")


def made_name(name: str, what: str, media_type: str) -> str:
    """Return what to call a picture we made of a file: `me at sea.png` -> `me-at-sea-swapped.jpg`.

    It has ASCII letters, digits, `-` and `_` only, as the places it is posted to allow. What is
    made of a result is named after what the result was made of.
    """
    stem = name.rpartition(".")[0] or name
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii")
    words = re.findall(r"[A-Za-z0-9_]+", plain)
    joined = "-".join(words)
    if result := RESULT.fullmatch(joined):
        joined = result[1]
    short = joined[:LONGEST_STEM].strip("-_") or "picture"
    return f"{short}-{what}{EXTENSIONS.get(media_type, '')}"
