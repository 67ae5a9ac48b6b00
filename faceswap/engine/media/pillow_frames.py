"""Playing a file with Pillow, which composes WebP and AVIF as their own libraries do."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Literal

from PIL import Image

from faceswap.engine.media.animation_source import Pixels, rgba


def pillow_frames(data: bytes, kind: Literal["WEBP", "AVIF"], count: int) -> Iterator[Pixels]:
    """Yield the frames of a file, (height, width, 4) each.

    Raises:
        EOFError: It does not hold as many as were counted.
    """
    with Image.open(io.BytesIO(data), formats=(kind,)) as image:
        for number in range(count):
            image.seek(number)
            image.load()
            yield rgba(image)
