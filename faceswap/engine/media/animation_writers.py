"""Writing animations: GIF, APNG, WebP and AVIF, each as it was read, frame by frame."""

from __future__ import annotations

import math
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO, Protocol

import numpy as np
from PIL import Image

from faceswap.domain.clip import ClipKind
from faceswap.engine.media.animation_source import Pixels
from faceswap.engine.media.apng_writer import ApngFile
from faceswap.engine.media.avif_writer import AvifFile
from faceswap.engine.media.clips import Bytes, ClipInfo, Layout
from faceswap.engine.media.gif_writer import GifFile
from faceswap.engine.media.webp_writer import WebpFile

# A file shrinks a little less than its pixels do.
MARGIN = 0.92
LEAST_SCALE = 0.05
LEAST_FRAMES = 2


class _File(Protocol):
    """A file of one of the kinds that is being written."""

    def write(self, frame: Pixels, delay: Fraction) -> None:
        """Take a canvas, (height, width, 4), and the seconds it is shown."""
        ...

    def finish(self) -> None:
        """Write what is left."""
        ...


class AnimationWriter:
    """An animation that is being written, as large as it was or smaller."""

    def __init__(self, path: Path, info: ClipInfo, scale: float) -> None:
        self._sides = scaled_sides(info.layout, scale)
        self._layout = info.layout
        self._tick = info.timing.base
        self._frames = 0
        self._stream = path.open("w+b")
        self._file = _file(self._stream, info, self._sides)

    def add(self, planes: tuple[Bytes, ...], time: int, duration: int) -> None:
        """Take one more frame, shown for `duration`; `time` follows from those before."""
        (frame,) = planes
        if self._sides != (self._layout.width, self._layout.height):
            # Pillow weighs colours by their alpha.
            image = Image.fromarray(frame).resize(self._sides, Image.Resampling.HAMMING)
            frame = np.asarray(image)
        self._file.write(frame, duration * self._tick)
        self._frames += 1

    def close(self) -> None:
        """Write what is left.

        Raises:
            ValueError: Fewer than two frames were added, so the file would not move.
        """
        try:
            if self._frames < LEAST_FRAMES:
                raise ValueError("too few frames to move")
            self._file.finish()
        finally:
            self._stream.close()

    def abandon(self) -> None:
        """Stop, and let go of the file as it is."""
        self._stream.close()


def open_animation_writer(path: Path, info: ClipInfo, scale: float = 1.0) -> AnimationWriter:
    """Start an animation of the kind that `info` names; `scale` is above 0 and up to 1.

    Raises:
        OSError: The file cannot be made.
    """
    return AnimationWriter(path, info, scale)


def scaled_sides(layout: Layout, scale: float) -> tuple[int, int]:
    """Return width and height at a scale, at least a pixel each."""
    return max(1, round(layout.width * scale)), max(1, round(layout.height * scale))


def next_scale(size: int, most_bytes: int, scale: float) -> float:
    """Return the scale to try after one has made a file of `size` bytes, which is too large."""
    fitting = scale * math.sqrt(most_bytes / size) * MARGIN
    return max(LEAST_SCALE, min(fitting, scale * MARGIN))


def _file(stream: BinaryIO, info: ClipInfo, sides: tuple[int, int]) -> _File:
    loops = info.timing.loops
    match info.facts.kind:
        case ClipKind.GIF:
            return GifFile(stream, *sides, loops)
        case ClipKind.APNG:
            return ApngFile(stream, *sides, loops)
        case ClipKind.WEBP:
            return WebpFile(stream, *sides, loops, is_lossless=info.is_lossless)
        case ClipKind.AVIF:
            how = {"tick": info.timing.base, "has_alpha": info.has_alpha}
            return AvifFile(stream, *sides, loops, **how)
        case ClipKind.VIDEO:
            raise ValueError("a video is not written as an animation")
