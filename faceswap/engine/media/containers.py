"""Opening a stranger's video: known containers only, nothing beside the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, BinaryIO, TypeVar

import av
from av import AudioStream, Packet, VideoStream
from av.container import InputContainer
from av.error import FFmpegError
from av.stream import Disposition

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import BrokenClip

# FFmpeg's readers by how their files start. A reader that is named is not guessed, so that nothing
# a file contains can choose one that follows references, such as a playlist's.
STARTS = {
    b"\x1aE\xdf\xa3": "matroska",
    b"0&\xb2u\x8ef\xcf\x11": "asf",
    b"FLV\x01": "flv",
    b".RMF": "rm",
}
# The boxes that QuickTime's children begin with; very old ones lack `ftyp`.
BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
# What PyAV raises on damage: FFmpeg's errors, and Python's for what a header makes no sense of.
BROKEN = (FFmpegError, ValueError, ArithmeticError, MemoryError)
# Fewer calls into Python than with PyAV's 32 kB.
READ_BYTES = 256 * 1024
# Counting goes on for a while beyond the limit, so that the refusal tells the true number.
COUNTED_LIMITS = 10

_Stream = TypeVar("_Stream", VideoStream, AudioStream)


@dataclass(frozen=True, slots=True)
class Count:
    """What the packets of a video tell: `frames`, and from `first` to `end` in ticks of `base`.

    Of the frames, `untimed` come before any that has a time.
    """

    frames: int
    first: int
    end: int
    base: Fraction
    untimed: int = 0

    @property
    def step(self) -> int:
        """Return how many ticks a frame lasts on average."""
        return max(1, (self.end - self.first) // max(1, self.frames - self.untimed))

    @property
    def start(self) -> int:
        """Return when the frames without a time begin: before the others, where there is room."""
        return max(min(0, self.first), self.first - self.untimed * self.step)

    @property
    def early_step(self) -> int:
        """Return how many ticks those last."""
        return max(1, (self.first - self.start) // max(1, self.untimed))

    @property
    def seconds(self) -> float:
        """Return how long the frames are shown."""
        return float((self.end - self.first) * self.base)

    @property
    def rate(self) -> Fraction:
        """Return frames a second on average."""
        return Fraction(self.frames) / ((self.end - self.first) * self.base)


def demuxer_of(head: bytes) -> str | None:
    """Return FFmpeg's name for the container that starts with these 16 bytes, None if unknown."""
    if head[4:8] in BOXES:
        return "mov"
    if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
        return "avi"
    return next((name for start, name in STARTS.items() if head.startswith(start)), None)


@contextmanager
def broken_clips(name: str) -> Iterator[None]:
    """Turn what PyAV raises on damage into `BrokenClip`."""
    try:
        yield
    except BROKEN as broken:
        raise BrokenClip(name=name) from broken


def open_container(file: BinaryIO, name: str, limits: ClipLimits | None = None) -> InputContainer:
    """Open a file from its start.

    Raises:
        BrokenClip: It is of no kind we know.
        FFmpegError: Its header is damaged.
    """
    file.seek(0)
    demuxer = demuxer_of(file.read(16))
    if demuxer is None:
        raise BrokenClip(name=name)
    file.seek(0)
    return av.open(
        file,
        "r",
        format=demuxer,
        options={"max_pixels": str(limits.most_pixels)} if limits else None,
        container_options={"protocol_whitelist": "none", "enable_drefs": "0"},
        metadata_errors="replace",
        buffer_size=READ_BYTES,
        io_open=_refuse,
    )


def _refuse(url: str, flags: int, options: dict[str, str]) -> BinaryIO:
    """Stand in the way of a container that asks for another file."""
    raise PermissionError(url)


def picture_stream(container: InputContainer) -> VideoStream | None:
    """Return the video that is played: the first that is marked so, else the first there is.

    The cover of a song and the thumbnails of a film are none.
    """
    stills = Disposition.attached_pic | Disposition.timed_thumbnails
    return _played([s for s in container.streams.video if not s.disposition & stills])


def sound_stream(container: InputContainer) -> AudioStream | None:
    """Return the sound that is played: the first that is marked so, else the first there is."""
    return _played(list(container.streams.audio))


def packets(container: InputContainer, stream: VideoStream | AudioStream) -> Iterator[Packet[Any]]:
    """Yield the packets of a stream, up to where the file ends or breaks off."""
    coming = container.demux(stream)
    while True:
        try:
            packet = next(coming, None)
        # PyAV trips over streams that turn up late, at the end of a file.
        except (FFmpegError, IndexError):
            return
        if packet is None:
            return
        # Empty ones would tell the decoder that the stream is over.
        if packet.size:
            yield packet


def _played(streams: list[_Stream]) -> _Stream | None:
    default = (stream for stream in streams if stream.disposition & Disposition.default)
    return next(default, None) or next(iter(streams), None)


def count_frames(container: InputContainer, stream: VideoStream, most: int) -> Count:
    """Count the packets of a video that are shown, up to a multiple of `most`."""
    base = stream.time_base or Fraction(1, 1000)
    frames, longest, untimed = 0, 0, 0
    first: int | None = None
    last = 0
    for packet in packets(container, stream):
        # What an edit list cuts off is decoded and not shown.
        if packet.is_discard:
            continue
        frames += 1
        time = packet.pts if packet.pts is not None else packet.dts
        if time is None:
            untimed += first is None
        else:
            first = time if first is None else min(first, time)
            if time >= last:
                last, longest = time, packet.duration or longest
        if frames > most * COUNTED_LIMITS:
            break
    counted = _count(frames, first, last, longest, base, stream)
    return replace(counted, untimed=untimed) if counted.frames > untimed else counted


def _count(
    frames: int, first: int | None, last: int, tail: int, base: Fraction, stream: VideoStream
) -> Count:
    """Make up for times and durations that a container does not tell."""
    nominal = stream.average_rate or stream.guessed_rate or Fraction(25)
    step = max(1, round(1 / (nominal * base))) if nominal > 0 else 1
    if first is None or (last <= first and frames > 1):
        return Count(frames, first or 0, (first or 0) + max(1, frames) * step, base)
    if not tail:
        tail = max(1, (last - first) // (frames - 1)) if frames > 1 else step
    return Count(frames, first, last + tail, base)
