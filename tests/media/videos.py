"""Makers of sample clips: pictures that move and tell their number, tones that beep in time."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from av.codec.context import Flags

from faceswap.domain.clip import ClipLimits
from faceswap.engine.media.clips import ClipInfo, Matrix
from faceswap.engine.media.video_reader import VideoReader
from faceswap.engine.media.video_writer import Container, VideoWriter

RATE = 48_000
NTSC = Fraction(30_000, 1001)
FILM = Fraction(24_000, 1001)
# A frame's number is drawn as so many black or white squares in its top left corner.
BITS = 8
HOPS = 8


@dataclass(frozen=True)
class Tone:
    """Sound of a clip: a hum, and on top of it a beep that starts at each of `beeps` (seconds)."""

    codec: str = "aac"
    layout: str = "stereo"
    seconds: float = 1.0
    start: Fraction = Fraction(0)
    rate: int = RATE
    beeps: Sequence[float] = ()
    options: dict[str, str] = field(default_factory=dict)
    bit_rate: int = 128_000


@dataclass(frozen=True)
class Picture:
    """Pictures of a clip.

    `times` are ticks of `base`, one a frame; without them, `frames` follow at `rate`. `marks` is
    how FFmpeg numbers matrix, range, transfer and primaries. `flashes` are the numbers of frames
    that are all white.
    """

    codec: str = "libx264"
    frames: int = 24
    rate: Fraction = Fraction(30)
    size: tuple[int, int] = (96, 64)
    base: Fraction | None = None
    times: Sequence[int] | None = None
    pixels: str = "yuv420p"
    options: dict[str, str] = field(default_factory=dict)
    rotation: tuple[float, bool, bool] | None = None
    aspect: Fraction | None = None
    marks: tuple[int, int, int, int] | None = None
    flashes: Iterable[int] = ()
    flags: int = 0
    bit_rate: int = 400_000

    @property
    def tick(self) -> Fraction:
        """Return the seconds of one tick."""
        return self.base or 1 / self.rate

    @property
    def ticks(self) -> list[int]:
        """Return when each frame is shown."""
        if self.times is not None:
            return list(self.times)
        return [round(number / self.rate / self.tick) for number in range(self.frames)]


FAST = {"preset": "ultrafast", "crf": "18"}
B_FRAMES = {"preset": "veryfast", "bf": "3", "b-adapt": "0", "crf": "18"}


def make_video(
    path: Path | io.BytesIO,
    picture: Picture | None,
    tone: Tone | None = None,
    *,
    container: str | None = None,
    muxing: dict[str, str] | None = None,
) -> None:
    """Write a clip; the container is the path's suffix unless it is named."""
    target = str(path) if isinstance(path, Path) else path
    with av.open(target, "w", format=container, container_options=muxing or {}) as output:
        sources: list[Iterator[tuple[Fraction, av.Packet]]] = []
        if picture is not None:
            sources.append(_video_packets(_picture_stream(output, picture), picture))
        if tone is not None:
            sources.append(_audio_packets(_tone_stream(output, tone), tone))
        for packet in _by_time(sources):
            output.mux(packet)


def picture_at(number: int, width: int, height: int, *, is_flash: bool = False) -> np.ndarray:
    """Draw one RGB frame: a gradient, a ball on its way, and the number in squares."""
    if is_flash:
        return np.full((height, width, 3), 255, np.uint8)
    across = np.linspace(40, 160, width)[None, :].repeat(height, 0)
    down = np.linspace(60, 140, height)[:, None].repeat(width, 1)
    rgb = np.stack([across, down, (across + down) / 2], -1)
    rows, columns = np.mgrid[0:height, 0:width]
    middle = width * (0.2 + 0.6 * (number % 50) / 50)
    ball = (columns - middle) ** 2 + (rows - height * 0.6) ** 2 < (height / 6) ** 2
    rgb[ball] = (220, 170, 140)
    side = _square(width, height)
    for bit in range(BITS):
        shade = 235 if number >> bit & 1 else 20
        rgb[:side, bit * side : (bit + 1) * side] = shade
    return rgb.astype(np.uint8)


def number_of(luma: np.ndarray, width: int, height: int) -> int:
    """Read the number that a frame of this size was drawn with off its upright luma."""
    side = _square(width, height)
    values = [
        luma[2 : side - 2, bit * side + 2 : (bit + 1) * side - 2].mean() for bit in range(BITS)
    ]
    return sum(1 << bit for bit, value in enumerate(values) if value > 128)


def _square(width: int, height: int) -> int:
    return min(width // BITS, height // 3)


def samples(tone: Tone, first: int, count: int) -> np.ndarray:
    """Return `count` samples from the `first` on, (1, count) float32."""
    time = (first + np.arange(count)) / tone.rate
    sound = 0.02 * np.sin(2 * np.pi * 220 * time)
    for beep in tone.beeps:
        inside = (time >= beep) & (time < beep + 0.1)
        sound[inside] += 0.7 * np.sin(2 * np.pi * 1000 * (time[inside] - beep))
    return sound.astype(np.float32)[None]


def _picture_stream(output, picture: Picture):
    stream = output.add_stream(
        picture.codec,
        rate=picture.rate,
        options=dict(picture.options),
        width=picture.size[0],
        height=picture.size[1],
        time_base=picture.tick,
    )
    stream.pix_fmt = picture.pixels
    context = stream.codec_context
    context.flags |= Flags.frame_duration | picture.flags
    if picture.codec != "libx264" or "crf" not in picture.options:
        context.bit_rate = picture.bit_rate
    if picture.marks:
        context.colorspace, context.color_range = picture.marks[:2]
        context.color_trc, context.color_primaries = picture.marks[2:]
    if picture.aspect:
        context.sample_aspect_ratio = picture.aspect
    if picture.rotation:
        degrees, hflip, vflip = picture.rotation
        stream.set_display_rotation(degrees, hflip=hflip, vflip=vflip)
    return stream


def _tone_stream(output, tone: Tone):
    stream = output.add_stream(
        tone.codec, rate=tone.rate, options=dict(tone.options), layout=tone.layout
    )
    stream.codec_context.bit_rate = tone.bit_rate
    stream.time_base = Fraction(1, tone.rate)
    stream.codec_context.time_base = Fraction(1, tone.rate)
    return stream


def _video_packets(stream, picture: Picture) -> Iterator[tuple[Fraction, av.Packet]]:
    ticks, flashes = picture.ticks, set(picture.flashes)
    step = round(1 / picture.rate / picture.tick) or 1
    for number, time in enumerate(ticks):
        drawn = picture_at(number, *picture.size, is_flash=number in flashes)
        frame = av.VideoFrame.from_ndarray(drawn, "rgb24")
        if picture.pixels not in ("rgb24", "gbrp"):
            matrix = picture.marks[0] if picture.marks and picture.marks[0] in (1, 5) else 5
            span = picture.marks[1] if picture.marks else 1
            frame = frame.reformat(
                format=picture.pixels, dst_colorspace=matrix, dst_color_range=span
            )
        following = ticks[number + 1] if number + 1 < len(ticks) else time + step
        frame.pts, frame.duration, frame.time_base = time, following - time, picture.tick
        for packet in stream.encode(frame):
            yield time * picture.tick, packet
    for packet in stream.encode(None):
        yield ticks[-1] * picture.tick, packet


def _audio_packets(stream, tone: Tone) -> Iterator[tuple[Fraction, av.Packet]]:
    total, block = round(tone.seconds * tone.rate), 1024
    start = round(tone.start * tone.rate)
    for first in range(0, total, block):
        sound = samples(tone, first, min(block, total - first))
        channels = av.AudioLayout(tone.layout).nb_channels
        frame = av.AudioFrame.from_ndarray(sound.repeat(channels, 0), "fltp", tone.layout)
        frame.sample_rate, frame.pts = tone.rate, start + first
        frame.time_base = Fraction(1, tone.rate)
        for packet in stream.encode(frame):
            yield Fraction(start + first, tone.rate), packet
    for packet in stream.encode(None):
        yield Fraction(start + total, tone.rate), packet


def _by_time(sources: list[Iterator[tuple[Fraction, av.Packet]]]) -> Iterator[av.Packet]:
    heads = [next(source, None) for source in sources]
    while any(heads):
        turn = min((head[0], place) for place, head in enumerate(heads) if head)[1]
        yield heads[turn][1]
        heads[turn] = next(sources[turn], None)


ROOMY = ClipLimits(most_seconds=3600, most_frames=100_000)


# ── Looking at clips ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Shown:
    """A clip as it is watched: when each frame is shown and for how long, in seconds."""

    info: ClipInfo
    times: list[Fraction]
    durations: list[Fraction]
    lumas: list[np.ndarray]


def watch(path: Path | io.BytesIO, limits: ClipLimits | None = None) -> Shown:
    """Decode a clip to its end."""
    reader = VideoReader(path, "clip", limits or ROOMY)
    try:
        tick = reader.info.timing.base
        seen = [(m.time * tick, m.duration * tick, m.planes[0].copy()) for m in reader.moments()]
    finally:
        reader.close()
    times, durations, lumas = zip(*seen, strict=True)
    return Shown(reader.info, list(times), list(durations), list(lumas))


def rewrite(source: Path, out: Path, container: Container, **how: int) -> ClipInfo:
    """Decode a clip and write its frames anew, without sound."""
    reader = VideoReader(source, "clip", ROOMY)
    writer = VideoWriter(out, reader.info, container, **how)
    for moment in reader.moments():
        writer.add(moment.planes, moment.time, moment.duration)
    writer.close()
    reader.close()
    return reader.info


def rgb_of(info: ClipInfo, planes: tuple[np.ndarray, ...]) -> np.ndarray:
    """Return a moment's planes as the RGB that a player shows."""
    frame = av.VideoFrame(info.layout.width, info.layout.height, "yuv420p")
    for plane, pixels in zip(frame.planes, planes, strict=True):
        rows = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)
        rows[:, : plane.width] = pixels
    matrix = 1 if info.matrix is Matrix.BT709 else 5
    return frame.reformat(
        format="rgb24",
        src_colorspace=matrix,
        dst_colorspace=matrix,
        src_color_range=2 if info.is_full_range else 1,
        dst_color_range=2,
    ).to_ndarray()


def beeps_of(path: Path) -> np.ndarray:
    """Return when the beeps of a clip's sound begin, in seconds."""
    times, sounds = [], []
    with av.open(str(path)) as opened:
        for frame in opened.decode(audio=0):
            if frame.pts is None:
                continue
            sound = frame.to_ndarray().astype(np.float64)
            if not frame.format.is_planar:
                sound = sound.reshape(-1, frame.layout.nb_channels).T
            if frame.format.name.startswith("s16"):
                sound /= 32768
            times.append(float(frame.pts * frame.time_base) + np.arange(len(sound[0])) / frame.rate)
            sounds.append(sound[0])
    time, sound = np.concatenate(times), np.concatenate(sounds)
    loud = time[np.abs(sound) > 0.25]
    return loud[np.r_[True, np.diff(loud) > 0.3]]


def flashes_of(shown: Shown) -> np.ndarray:
    """Return when the white frames of a clip begin, in seconds."""
    white = np.array([luma.mean() > 200 for luma in shown.lumas])
    begins = np.flatnonzero(white & ~np.r_[False, white[:-1]])
    return np.array([float(shown.times[number]) for number in begins])


def sound_packets(path: Path) -> list[bytes]:
    """Return the packets of a clip's sound."""
    with av.open(str(path)) as opened:
        return [bytes(packet) for packet in opened.demux(audio=0) if packet.size]
