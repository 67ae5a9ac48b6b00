"""The original's sound beside the finished pictures: copied where the container takes it."""

from __future__ import annotations

import errno
import heapq
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain, islice
from math import ceil, lcm
from pathlib import Path
from typing import Any, BinaryIO, Literal, Protocol, TypeVar

import av
from av import AudioFifo, AudioFrame, AudioLayout, AudioStream, Packet, VideoStream
from av.container import InputContainer, OutputContainer
from av.error import FFmpegError

from faceswap.domain.errors import BrokenClip
from faceswap.engine.media.containers import (
    BROKEN,
    count_frames,
    open_container,
    packets,
    sound_stream,
)
from faceswap.engine.media.video_writer import Container

COPIED = {
    "mp4": {"aac", "mp3", "mp3float", "ac3", "eac3", "alac", "opus", "libopus", "flac"},
    "webm": {"opus", "libopus", "vorbis"},
}
ENCODERS: dict[Container, Literal["aac", "libopus"]] = {
    "mp4": "aac",
    "webm": "libopus",
}
# What AAC knows of; Opus works at 48 kHz whatever it is given.
AAC_RATES = {96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000}
USUAL_RATE = 48_000
BITS_A_CHANNEL = 80_000
# Opus begins with 6.5 ms that are skipped, and WebM counts whole ones: begun half of one earlier,
# its packets fall on them, and are not a whole one late.
OPUS_AHEAD = Fraction(1, 2000)
# A movie's clock beyond this gains nothing.
FINEST_CLOCK = 100_000_000
# So many packets tell when the first starts, and as many beyond the pictures that no more of them
# will be heard: about a second.
LEADING = 48
# Sound may begin so many seconds before zero: encoders start with a tenth of that, to be skipped.
EARLY = 1
# One packet of so many may be undecodable.
BAD_SHARE = 10


_Stretch = TypeVar("_Stretch", "Packet[Any]", AudioFrame)


class Sound(StrEnum):
    """What became of the original's sound."""

    NONE = "none"
    COPIED = "copied"
    ENCODED = "encoded"
    BROKEN = "broken"


class Reopenable(Protocol):
    """A file that is reached without its name, such as in the sandbox."""

    def another(self) -> Reopenable:
        """Return the same file at its beginning."""
        ...

    def truncate(self, size: int, /) -> int:
        """Cut it to a size in bytes."""
        ...


FULL = (errno.ENOSPC, errno.EDQUOT)


class _NoSoundError(Exception):
    """The sound cannot be had in this way."""


def mux(
    video: Path | Reopenable,
    original: BinaryIO | Path,
    out: Path | Reopenable,
    container: Container,
    *,
    keep_audio: bool = True,
) -> Sound:
    """Write a finished video with the sound of the file it was made of; tell what became of it.

    Packets of the pictures are copied, times and all. Sound that cannot be copied is encoded, and
    what cannot be decoded is left out, as is what begins after the last picture or long before
    zero: however long it goes on, the video does not. An MP4's index comes before its contents.

    Raises:
        FFmpegError: The finished video cannot be read, or the file not be written.
    """
    if not keep_audio:
        return _write(video, None, out, container, Sound.NONE)
    with original.open("rb") if isinstance(original, Path) else nullcontext(original) as file:
        for way in (Sound.COPIED, Sound.ENCODED):
            try:
                return _write(video, file, out, container, way)
            except (_NoSoundError, BrokenClip, *BROKEN) as error:
                # With less to write there might be room, and the sound would be gone unsaid.
                if found_no_room(error):
                    raise
    _write(video, None, out, container, Sound.NONE)
    return Sound.BROKEN


def found_no_room(error: BaseException | None) -> bool:
    """Tell whether something failed for want of room, and what is told came of that."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in FULL:
            return True
        error = error.__context__
    return False


def _write(
    video: Path | Reopenable,
    original: BinaryIO | None,
    out: Path | Reopenable,
    container: Container,
    way: Sound,
) -> Sound:
    """Write the file with its sound made in one way; tell `way`, or that there is no sound.

    Raises:
        _NoSoundError: There is sound, and it cannot be had in this way.
    """
    with ExitStack() as open_files:
        pictures = open_files.enter_context(av.open(_opened(video), "r"))
        source = pictures.streams.video[0]
        sounding = None
        if original is not None:
            sounding = open_files.enter_context(open_container(original, ""))
        stream = sound_stream(sounding) if sounding else None
        if stream is not None and not (stream.codec_context and stream.codec_context.sample_rate):
            raise _NoSoundError
        options = _muxing(source, stream, container)
        output = open_files.enter_context(_created(out, container, options))
        coming = [_pictures(pictures, source, output)]
        if stream is None or sounding is None:
            way = Sound.NONE
        else:
            make = _copied if way is Sound.COPIED else _encoded
            coming.append(make(sounding, stream, output, container, _end(video)))
        # Both streams are made before the first packet is written.
        starts = [list(islice(track, 1)) for track in coming]
        if not all(starts):
            raise _NoSoundError
        tracks = [chain(start, rest) for start, rest in zip(starts, coming, strict=True)]
        for packet in heapq.merge(*tracks, key=_time):
            output.mux(packet)
    return way


def _opened(file: Path | Reopenable) -> str | Reopenable:
    """Return what PyAV opens a file by."""
    return str(file) if isinstance(file, Path) else file.another()


def _created(
    out: Path | Reopenable, container: Container, options: dict[str, str]
) -> OutputContainer:
    if isinstance(out, Path):
        return av.open(str(out), "w", format=container, container_options=options)
    out.truncate(0)

    def again(*_: object) -> Reopenable:
        # To put the index first, what was written is read once more.
        return out.another()

    return av.open(out.another(), "w", format=container, container_options=options, io_open=again)


def _end(video: Path | Reopenable) -> Fraction:
    """Return when a finished video ends, in seconds."""
    with av.open(_opened(video), "r") as pictures:
        count = count_frames(pictures, pictures.streams.video[0], sys.maxsize)
    return count.end * count.base


def _muxing(source: VideoStream, sound: AudioStream | None, container: Container) -> dict[str, str]:
    if container == "webm":
        return {}
    # The start of a track is told on the movie's clock: one that both streams' ticks fall on.
    clock = (source.time_base or Fraction(1, 1000)).denominator
    both = lcm(clock, sound.codec_context.sample_rate) if sound else clock
    clock = both if both <= FINEST_CLOCK else clock
    return {"movflags": "faststart", "movie_timescale": str(clock)}


def _time(packet: Packet[Any]) -> Fraction:
    time = packet.pts if packet.dts is None else packet.dts
    return (time or 0) * packet.time_base


def _pictures(
    pictures: InputContainer, source: VideoStream, output: OutputContainer
) -> Iterator[Packet[Any]]:
    stream = output.add_stream_from_template(source, opaque=True)
    for packet in packets(pictures, source):
        packet.stream = stream
        yield packet


def _copied(
    sounding: InputContainer,
    source: AudioStream,
    output: OutputContainer,
    container: Container,
    end: Fraction,
) -> Iterator[Packet[Any]]:
    """Yield the sound's packets as they are, timed by their samples."""
    context = source.codec_context
    if context.codec.name not in COPIED[container]:
        raise _NoSoundError
    stream = output.add_stream_from_template(source)
    clock = _SampleClock(context.sample_rate, end)
    coming = packets(sounding, source)
    for packet, span, start in _placed(coming, clock, lambda _: context.frame_size):
        packet.pts = packet.dts = start
        if span.tick != clock.tick or span.samples > clock.left(start):
            packet.duration = min(span.samples, clock.left(start))
        packet.time_base, packet.stream = clock.tick, stream
        yield packet


def _encoded(
    sounding: InputContainer,
    source: AudioStream,
    output: OutputContainer,
    container: Container,
    end: Fraction,
) -> Iterator[Packet[Any]]:
    """Yield the sound's packets anew, as AAC or Opus."""
    context = source.codec_context
    is_kept = container == "mp4" and context.sample_rate in AAC_RATES
    layout = _layout(context.channels)
    stream = output.add_stream(
        ENCODERS[container], rate=context.sample_rate if is_kept else USUAL_RATE, layout=layout
    )
    stream.codec_context.bit_rate = BITS_A_CHANNEL * AudioLayout(layout).nb_channels
    clock = _SampleClock(context.sample_rate, end)
    ahead = round(OPUS_AHEAD / clock.tick) if container == "webm" else 0
    coming = _decoded(sounding, source)
    for frame, _, start in _placed(coming, clock, lambda frame: frame.samples):
        # A frame of plain samples may last for minutes.
        heard = frame if frame.samples <= clock.left(start) else _cut(frame, clock.left(start))
        heard.pts, heard.time_base = start - ahead, clock.tick
        yield from stream.encode(heard)
    yield from stream.encode(None)


def _cut(frame: AudioFrame, samples: int) -> AudioFrame:
    """Return the first samples of a frame."""
    whole = AudioFifo()
    frame.pts = None
    whole.write(frame)
    return whole.read(samples) or frame


def _placed(
    coming: Iterator[_Stretch], clock: _SampleClock, samples: Callable[[_Stretch], int]
) -> Iterator[tuple[_Stretch, _Span, int]]:
    """Yield what is heard of packets or frames, with when each starts, in samples."""
    leading = list(islice(coming, LEADING))
    clock.start([clock.span(sound, samples(sound)) for sound in leading])
    unheard = 0
    for sound in chain(leading, coming):
        span = clock.span(sound, samples(sound))
        start = clock.place(span)
        if start is not None:
            unheard = 0
            yield sound, span, start
            continue
        unheard += 1
        if unheard == LEADING:
            return


def _layout(channels: int) -> str:
    if channels == 1:
        return "mono"
    return "5.1" if channels > 4 else "stereo"


def _decoded(sounding: InputContainer, source: AudioStream) -> Iterator[AudioFrame]:
    """Yield the sound's frames, leaving out what cannot be decoded."""
    bad, good = 0, 0
    for packet in packets(sounding, source):
        try:
            frames = source.decode(packet)
        except FFmpegError:
            bad += 1
            continue
        good += 1
        yield from frames
    if bad * BAD_SHARE > good:
        raise _NoSoundError
    yield from source.decode(None)


@dataclass(frozen=True, slots=True)
class _Span:
    """A stretch of sound: when its container tells that it starts, and its samples."""

    time: int | None
    tick: Fraction
    samples: int


class _SampleClock:
    """Times sound by the samples that came before it.

    Containers that count in milliseconds tell each packet's time up to one off. What follows what
    was before, to that tick, follows it to the sample; what does not, a gap, is taken as told,
    unless there are no pictures then.
    """

    def __init__(self, rate: int, last: Fraction) -> None:
        """Take the samples a second, and when the pictures end, in seconds."""
        self.tick = Fraction(1, rate)
        self._first, self._last = -EARLY * rate, last * rate
        self._end: int | None = None

    def span(self, sound: Packet[Any] | AudioFrame, samples: int) -> _Span:
        """Return what is told of a packet or a frame; without `samples`, its duration counts."""
        tick = sound.time_base or self.tick
        return _Span(sound.pts, tick, samples or round((sound.duration or 0) * tick / self.tick))

    def start(self, leading: list[_Span]) -> None:
        """Tell the first sample's time from several spans: the first alone may be a tick off."""
        offsets: list[Fraction] = []
        samples = 0
        for span in leading:
            if span.time is not None:
                offsets.append(span.time * span.tick / self.tick - samples)
            samples += span.samples
        if offsets and max(offsets) - min(offsets) <= leading[0].tick / self.tick:
            self._end = round((max(offsets) + min(offsets)) / 2)

    def place(self, span: _Span) -> int | None:
        """Return when the next span starts, in samples; None when it is not heard."""
        start = self._end or 0
        if span.time is not None:
            told = span.time * span.tick
            if self._end is None or abs(told - self._end * self.tick) > span.tick:
                start = round(told / self.tick)
                start = start if self._end is None else max(start, self._end)
        if not self._first <= start < self._last:
            return None
        self._end = start + span.samples
        return start

    def left(self, start: int) -> int:
        """Return how many samples are heard from there on."""
        return ceil(self._last - start)
