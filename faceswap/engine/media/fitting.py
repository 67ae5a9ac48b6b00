"""Finished videos of ours made small enough to be sent: fewer bits, then fewer pixels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
from av.container import InputContainer
from av.video.reformatter import Interpolation, VideoReformatter

from faceswap.domain.errors import ResultTooLarge
from faceswap.engine.media.clips import ClipInfo, Layout, Moment, PixelFormat
from faceswap.engine.media.video_frames import planes_of
from faceswap.engine.media.video_writer import Container, VideoWriter

# What a container adds: its header, and so much for each frame and packet of sound.
HEADER_BYTES = 4096
FRAME_BYTES = 24
# The encoder keeps to a rate within a few percent.
AIMED = 0.96
# Fewer bits a pixel than this look worse than fewer pixels do.
LEAST_BITS = {"mp4": 0.035, "webm": 0.025}
GOOD_BITS = {"mp4": 0.06, "webm": 0.045}
LEAST_SIDE = 96
# Below this, x264 and VP9 no longer keep to the rate at any size.
LEAST_RATE = 12_000
# At each size, at most twice.
TRIES = 2
SIZES = 2
SMALLER = Fraction(2, 3)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a video was made into: `bits` a second and its sides in pixels."""

    bits: int
    width: int
    height: int


def fit(
    video: Path,
    out: Path,
    info: ClipInfo,
    container: Container,
    *,
    most_bytes: int,
    audio_bytes: int = 0,
    threads: int = 0,
    goes_on: Callable[[], None] = lambda: None,
) -> Fitted:
    """Encode a video of ours anew so that it and its sound have at most `most_bytes`.

    `video` has no sound and was written by `VideoWriter` for `info`; `audio_bytes` is what its
    sound will add. Frames keep their times. `goes_on` is called for every frame; what it raises
    ends the work.

    Raises:
        ResultTooLarge: It does not fit at any bit rate worth watching.
    """
    budget = most_bytes - audio_bytes - HEADER_BYTES - FRAME_BYTES * info.facts.frames
    seconds = max(info.facts.seconds, 0.04)
    bits = int(budget * 8 * AIMED / seconds)
    layout = _layout(info.layout, _scale(info, bits, container))
    for _ in range(SIZES):
        aimed = bits
        for _ in range(TRIES):
            if aimed < LEAST_RATE:
                break
            _encode(video, out, replace(info, layout=layout), container, aimed, threads, goes_on)
            size = out.stat().st_size
            if size + audio_bytes <= most_bytes:
                return Fitted(aimed, layout.width, layout.height)
            aimed = int(aimed * budget / size * AIMED)
        layout = _layout(layout, float(SMALLER))
    raise ResultTooLarge(size=video.stat().st_size + audio_bytes, limit=most_bytes)


def _scale(info: ClipInfo, bits: int, container: Container) -> float:
    """Return how much smaller the sides have to be for so many bits a second to look well."""
    pixels = info.layout.width * info.layout.height * float(info.timing.rate)
    given = max(bits, 1) / pixels
    if given >= LEAST_BITS[container]:
        return 1.0
    return (given / GOOD_BITS[container]) ** 0.5


def _layout(layout: Layout, scale: float) -> Layout:
    """Return a layout of even sides, none of them below the least."""
    least = LEAST_SIDE / min(layout.width, layout.height)
    scale = min(1.0, max(scale, least))
    width, height = (max(2, 2 * round(side * scale / 2)) for side in (layout.width, layout.height))
    return Layout(PixelFormat.YUV420, width, height)


def _encode(
    video: Path,
    out: Path,
    info: ClipInfo,
    container: Container,
    bits: int,
    threads: int,
    goes_on: Callable[[], None],
) -> None:
    with av.open(str(video), "r") as source:
        base = source.streams.video[0].time_base or info.timing.base
        timed = replace(info, timing=replace(info.timing, base=base))
        writer = VideoWriter(out, timed, container, bit_rate=bits, threads=threads, goes_on=goes_on)
        try:
            for moment in _moments(source, info.layout):
                goes_on()
                writer.add(moment.planes, moment.time, moment.duration)
        except BaseException:
            writer.abandon()
            raise
        writer.close()


def _moments(source: InputContainer, layout: Layout) -> Iterator[Moment]:
    """Yield the frames of a file of ours, scaled."""
    scaler = VideoReformatter()
    last = 0
    for frame in source.decode(video=0):
        scaled = scaler.reformat(
            frame,
            layout.width,
            layout.height,
            format="yuv420p",
            src_color_range=frame.color_range,
            dst_color_range=frame.color_range,
            interpolation=Interpolation.AREA,
        )
        last = frame.pts if frame.pts is not None else last + 1
        yield Moment(planes_of(scaled), last, frame.duration)
