"""Pictures on their way to a maker and back."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from faceswap.domain.errors import MakerDown
from faceswap.domain.media import Encoded

KINDS = ("PNG", "JPEG", "WEBP")
MOST_SIDE = 8192


def checked(data: bytes) -> Encoded:
    """Return what a maker sent as a picture; its pixels are left alone, for a careful decoder.

    Raises:
        MakerDown: It is none, or one far larger than any that is asked for.
    """
    try:
        with Image.open(io.BytesIO(data), formats=KINDS) as picture:
            kind, (width, height) = picture.get_format_mimetype(), picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as broken:
        raise MakerDown from broken
    if kind is None or max(width, height) > MOST_SIDE:
        raise MakerDown
    return Encoded(data, kind, width, height)


def see_through(mask: bytes) -> bytes:
    """Return a mask as OpenAI's servers take it: a PNG, transparent where a mask is white."""
    with Image.open(io.BytesIO(mask), formats=("PNG",)) as read:
        kept = read.convert("L").point([255 - level for level in range(256)])
    sheet = Image.merge("LA", (kept, kept)).convert("RGBA")
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()
