"""Reading animations: GIF, APNG, WebP and AVIF, frame by frame, as browsers show them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

import numpy as np

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.domain.errors import FileTooLarge
from faceswap.domain.errors.clips import BrokenClip, NoFrames
from faceswap.domain.kinds import moving_kind
from faceswap.engine.media.animation_source import Animation, Gate
from faceswap.engine.media.apng_reader import read_apng
from faceswap.engine.media.avif_reader import read_avif
from faceswap.engine.media.clips import ClipInfo, Layout, Moment, PixelFormat, Timing
from faceswap.engine.media.gif_reader import read_gif
from faceswap.engine.media.stills import BROKEN
from faceswap.engine.media.webp_reader import read_webp

READERS: dict[ClipKind, Callable[[bytes, Gate], Animation]] = {
    ClipKind.GIF: read_gif,
    ClipKind.APNG: read_apng,
    ClipKind.WEBP: read_webp,
    ClipKind.AVIF: read_avif,
}


class AnimationReader:
    """An animation that is being decoded.

    The file's bytes are held, and one canvas beside them. A moment's `duration` is the file's own
    delay. Its `time` is when browsers show it, who take 100 ms for any delay of 10 ms or less.
    """

    def __init__(self, file: BinaryIO | Path, name: str, limits: ClipLimits) -> None:
        """Walk through the file, without decoding a pixel.

        Raises:
            NoFrames: It is none of the kinds, or has a single frame.
            BrokenClip: It is damaged or cut short.
            PictureRefused: It is larger than the limits.
        """
        self._name = name
        data = _read(file, name, limits)
        kind = moving_kind(data)
        if kind is None or not kind.is_animation:
            raise NoFrames(name=name)
        with self._refusals():
            self._animation = READERS[kind](data, Gate(name, limits))
        if len(self._animation.delays) == 1:
            raise NoFrames(name=name)
        self._info = _info(kind, self._animation)
        Gate(name, limits).check_seconds(self._info.facts.seconds)

    @property
    def info(self) -> ClipInfo:
        """Return what is known before the first frame."""
        return self._info

    def moments(self) -> Iterator[Moment]:
        """Yield the frames in the order they are shown; their planes hold until the next.

        Raises:
            BrokenClip: The file turns out damaged.
        """
        animation = self._animation
        pixels = np.empty((animation.height, animation.width, 4), np.uint8)
        time = 0
        with self._refusals():
            for canvas, delay in zip(animation.frames(), animation.delays, strict=True):
                # A canvas is drawn on again, so nobody else may.
                np.copyto(pixels, canvas)
                yield Moment((pixels,), time, delay)
                time += animation.shown(delay)

    def close(self) -> None:
        """Do nothing: the file was read at once."""

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn what readers raise on damage into a refusal."""
        try:
            yield
        except BROKEN as broken:
            raise BrokenClip(name=self._name) from broken


def _read(file: BinaryIO | Path, name: str, limits: ClipLimits) -> bytes:
    if isinstance(file, Path):
        with file.open("rb") as opened:
            return _read(opened, name, limits)
    # Reading at most so much would make room for so much first.
    size = file.seek(0, io.SEEK_END)
    if size > limits.most_bytes:
        raise FileTooLarge(name=name, size=size, limit=limits.most_bytes)
    file.seek(0)
    return file.read(size)


def _info(kind: ClipKind, animation: Animation) -> ClipInfo:
    frames = len(animation.delays)
    seconds = sum(map(animation.shown, animation.delays)) * animation.tick
    return ClipInfo(
        facts=ClipFacts(
            kind=kind,
            width=animation.width,
            height=animation.height,
            frames=frames,
            seconds=float(seconds),
            has_audio=False,
        ),
        layout=Layout(PixelFormat.RGBA, animation.width, animation.height),
        timing=Timing(animation.tick, Fraction(frames) / seconds, animation.loops),
        has_alpha=animation.has_alpha,
        is_lossless=animation.is_lossless,
    )
