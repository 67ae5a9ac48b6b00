"""Frames to H.264 in MP4 or VP9 in WebM, without sound, each at its own time."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Literal, cast

import av
import numpy as np
from av import VideoFrame, VideoStream
from av.codec.context import Flags
from av.error import FFmpegError
from av.video.reformatter import ColorPrimaries, ColorRange, ColorTrc

from faceswap.engine.media.clips import Bytes, ClipInfo, Matrix

# What a finished video comes in.
Container = Literal["mp4", "webm"]

# The fastest that looks well; tiles and rows give the threads something to do.
VP9 = {"deadline": "realtime", "cpu-used": "7", "row-mt": "1", "tile-columns": "2"}
# A finer clock than this leaves too few of the 32 bits that MP4 has for how long a frame lasts.
FINEST = 10_000_000
MILLISECOND = Fraction(1, 1000)
BT709, SMPTE170M = 1, 6


class VideoWriter:
    """A video that is being made.

    MP4 keeps times exactly. WebM counts in milliseconds: each frame is up to half of one off, and
    no more at the end than at the start. Its pixels are square: others are stretched.
    """

    def __init__(
        self,
        path: Path,
        info: ClipInfo,
        container: Container,
        *,
        bit_rate: int | None = None,
        threads: int = 0,
        goes_on: Callable[[], None] = lambda: None,
    ) -> None:
        """Open a file to write to.

        `bit_rate` caps bits a second, over any two seconds, and is what VP9 keeps to; `threads` is
        how many the encoder takes, 0 as it likes. `goes_on` is called while the encoder gives what
        it held back, and what it raises ends that. The clip's layout is the result's; its sides
        are even.
        """
        self._goes_on = goes_on
        self._base = info.timing.base
        self._tick = _tick(self._base, container)
        self._is_exact = container == "mp4"
        self._last: int | None = None
        self._output = av.open(
            str(path), "w", format=container, container_options=_muxing(self._tick, container)
        )
        self._stream = self._add_stream(info, container, bit_rate)
        self._stream.codec_context.thread_count = threads
        self._frame = VideoFrame(info.layout.width, info.layout.height, "yuv420p")

    def add(self, planes: tuple[Bytes, ...], time: int, duration: int) -> None:
        """Take one more frame; its planes are no longer needed afterwards."""
        frame = self._frame
        # The encoder may still hold what it was given last.
        frame.make_writable()
        for plane, pixels in zip(frame.planes, planes, strict=True):
            rows = np.frombuffer(cast("memoryview", plane), np.uint8)
            rows.reshape(plane.height, plane.line_size)[:, : plane.width] = pixels
        frame.pts = self._ticks(time)
        frame.duration = max(1, round(duration * self._base / self._tick))
        frame.time_base = self._tick
        self._output.mux(self._stream.encode(frame))

    def close(self) -> None:
        """Write what is left. Until then, the file is not whole."""
        try:
            # Two dozen frames, which may take seconds.
            for packet in self._stream.codec_context.encode_lazy(None):
                self._goes_on()
                packet.stream = self._stream
                self._output.mux(packet)
        finally:
            self._output.close()

    def abandon(self) -> None:
        """Stop, and let go of the file as it is."""
        with suppress(FFmpegError):
            self._output.close()

    def _ticks(self, time: int) -> int:
        ticks = round(time * self._base / self._tick)
        # Two frames of one millisecond would be one time in WebM.
        if self._last is not None:
            ticks = max(ticks, self._last + 1)
        self._last = ticks
        return ticks

    def _add_stream(
        self, info: ClipInfo, container: Container, bit_rate: int | None
    ) -> VideoStream:
        codec = "libx264" if container == "mp4" else "libvpx-vp9"
        width, height = _stretched(info) if container == "webm" else _sides(info)
        stream = self._output.add_stream(
            codec,
            rate=info.timing.rate.limit_denominator(100_000),
            options=_encoding(codec, bit_rate),
            # PyAV scales frames of another size.
            width=width,
            height=height,
            time_base=self._tick,
        )
        context = stream.codec_context
        context.flags |= Flags.frame_duration
        if container == "mp4":
            # For Matroska's kin, PyAV has no way to tell it.
            context.sample_aspect_ratio = info.aspect
        context.color_range = ColorRange.JPEG if info.is_full_range else ColorRange.MPEG
        if info.matrix is Matrix.BT709:
            context.colorspace = BT709
            context.color_primaries = ColorPrimaries.BT709
            context.color_trc = ColorTrc.BT709
        else:
            # Which of the primaries that go with it, a file seldom tells.
            context.colorspace = SMPTE170M
        return stream


def _sides(info: ClipInfo) -> tuple[int, int]:
    return info.layout.width, info.layout.height


def _stretched(info: ClipInfo) -> tuple[int, int]:
    """Return even sides for square pixels; the shorter of the two grows."""
    width, height = _sides(info)
    if info.aspect > 1:
        return 2 * round(width * info.aspect / 2), height
    return width, 2 * round(height / info.aspect / 2)


def _tick(base: Fraction, container: Container) -> Fraction:
    """Return the clock to write in: one that all ticks of `base` fall on, if there is one."""
    if container == "webm":
        return MILLISECOND
    return Fraction(1, min(base.denominator, FINEST))


def _muxing(tick: Fraction, container: Container) -> dict[str, str]:
    if container == "webm":
        return {}
    # The start of a track is told on the movie's clock, by default a millisecond.
    return {"movie_timescale": str(tick.denominator)}


def _encoding(codec: str, bit_rate: int | None) -> dict[str, str]:
    options = {"preset": "veryfast", "crf": "20"} if codec == "libx264" else dict(VP9)
    if bit_rate:
        options |= {"maxrate": str(bit_rate), "bufsize": str(2 * bit_rate)}
    if bit_rate and codec == "libvpx-vp9":
        # VP9 overshoots a ceiling threefold on hard pictures, and keeps to a constant rate.
        options |= {"b": str(bit_rate), "minrate": str(bit_rate)}
    elif codec == "libvpx-vp9":
        options |= {"crf": "30"}
    return options
