"""Pictures we made, in the kind that a file's name says."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from faceswap.domain.media import EXTENSIONS, Encoded

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
FINE = {"JPEG": {"quality": 95}, "WEBP": {"quality": 95}, "AVIF": {"quality": 90}, "PNG": {}}


def encoded(made: Encoded, out: Path) -> bytes:
    """Return a picture in the kind that the name of `out` says."""
    kind = FORMATS[out.suffix.lower()]
    if FORMATS.get(EXTENSIONS[made.media_type]) == kind:
        return made.data
    stream = io.BytesIO()
    with Image.open(io.BytesIO(made.data)) as image:
        plain = image.convert("RGB") if kind == "JPEG" else image
        plain.save(stream, kind, icc_profile=image.info.get("icc_profile"), **FINE[kind])
    return stream.getvalue()
