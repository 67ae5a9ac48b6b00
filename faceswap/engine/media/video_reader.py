"""Videos of any container: counted, decoded and told when, frame by frame.

Damage is bridged as players do it: a packet that cannot be decoded is left out, and a file that
breaks off ends there, which its count knows before anybody pays. A file is refused where not one
frame can be decoded, or one packet in ten cannot.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import BinaryIO

from av import VideoFrame, VideoStream
from av.container import InputContainer
from av.container.core import Flags
from av.error import FFmpegError

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.domain.errors import (
    BrokenClip,
    ClipTooLong,
    NoFrames,
    PictureTooSmall,
    TooManyFrames,
    TooManyPixels,
)
from faceswap.engine.media.clips import ClipInfo, Moment, Timing
from faceswap.engine.media.containers import (
    Count,
    broken_clips,
    count_frames,
    open_container,
    packets,
    picture_stream,
    sound_stream,
)
from faceswap.engine.media.video_frames import Deinterlacer, Framer

# More gain nothing on the two cores that decoding shares with the swap.
DECODER_THREADS = 2
# One packet of so many may be undecodable.
BAD_SHARE = 10


@dataclass(frozen=True, slots=True)
class _Timed:
    """A decoded frame and when it is shown, in ticks."""

    frame: VideoFrame
    time: int
    duration: int


class _Clock:
    """Tells when frames are shown: each later than the last, also where the file tells not.

    AVI tells only when frames are decoded; of those, FFmpeg gives the one that a frame came out at,
    which is in order. Matroska has no times before zero: what would have had one comes just before
    the first frame that has, which is shown when it is due.
    """

    def __init__(self, count: Count) -> None:
        self._count = count
        self._step = count.early_step
        self._last: int | None = None

    def time_of(self, frame: VideoFrame) -> int:
        """Return when the next frame is shown, in ticks."""
        told = frame.dts if frame.pts is None else frame.pts
        if told is not None:
            self._step = self._count.step
        if self._last is None:
            time = self._count.start if told is None else told
        elif told is None:
            time = self._last + self._step
        else:
            time = max(self._last + 1, told)
        self._last = time
        return time


class VideoReader:
    """A video that is being decoded, from a path or from a binary file that can be rewound."""

    def __init__(self, file: BinaryIO | Path, name: str, limits: ClipLimits) -> None:
        """Open a video, count its packets and decode its first frame.

        Raises:
            PictureRefused: It is broken, no video, or larger than the limits.
        """
        self._name, self._limits = name, limits
        self._is_ours = isinstance(file, Path)
        self._file = file.open("rb") if isinstance(file, Path) else file
        self._container: InputContainer | None = None
        try:
            with broken_clips(name):
                self._open()
        except BaseException:
            self.close()
            raise

    @property
    def info(self) -> ClipInfo:
        """Return what is known before the first frame."""
        return self._info

    def moments(self) -> Iterator[Moment]:
        """Yield the frames in the order they are shown; their planes hold until the next.

        Raises:
            PictureRefused: The file turns out broken, or larger than the limits.
        """
        with broken_clips(self._name):
            for frames, timed in enumerate(self._timed(), 1):
                self._check_length(frames, timed.time + timed.duration - self._first_time)
                self._check_size(timed.frame.width, timed.frame.height)
                yield Moment(self._framer.planes(timed.frame), timed.time, timed.duration)

    def close(self) -> None:
        """Let go of the file."""
        if self._container is not None:
            self._container.close()
        if self._is_ours:
            self._file.close()

    # ── Opening ─────────────────────────────────────────────────────────────────────────────────

    def _open(self) -> None:
        with open_container(self._file, self._name, self._limits) as counted:
            stream = self._stream(counted)
            self._count = count_frames(counted, stream, self._limits.most_frames)
            has_audio = sound_stream(counted) is not None
        if not self._count.frames:
            raise BrokenClip(name=self._name)
        self._check_length(self._count.frames, self._count.end - self._count.first)
        self._container = open_container(self._file, self._name, self._limits)
        # Times that are made up from the order of packets run backwards in an AVI with B-frames.
        self._container.flags &= ~Flags.gen_pts.value
        self._stream_read = self._stream(self._container)
        self._stream_read.codec_context.thread_count = DECODER_THREADS
        self._stream_read.codec_context.thread_type = "FRAME"
        self._coming = self._whole()
        first = next(self._coming, None)
        if first is None:
            raise BrokenClip(name=self._name)
        self._next = first
        self._first_time = first.time
        self._framer = Framer(first.frame)
        self._info = self._told(has_audio)

    def _stream(self, container: InputContainer) -> VideoStream:
        """Return the stream to decode, once its header is within the limits."""
        stream = picture_stream(container)
        if stream is None:
            raise NoFrames(name=self._name)
        if stream.codec_context is None:
            raise BrokenClip(name=self._name)
        self._check_size(stream.width, stream.height)
        return stream

    def _told(self, has_audio: bool) -> ClipInfo:
        framer, count = self._framer, self._count
        aspect = self._stream_read.sample_aspect_ratio or Fraction(1)
        return ClipInfo(
            facts=ClipFacts(
                ClipKind.VIDEO, framer.width, framer.height, count.frames, count.seconds, has_audio
            ),
            layout=framer.layout,
            timing=Timing(count.base, _rate(count, self._stream_read)),
            matrix=framer.matrix,
            is_full_range=framer.is_full_range,
            aspect=1 / aspect if framer.orientation.is_transposed else aspect,
        )

    # ── Limits ──────────────────────────────────────────────────────────────────────────────────

    def _check_length(self, frames: int, ticks: int) -> None:
        seconds = float(ticks * self._count.base)
        if seconds > self._limits.most_seconds:
            raise ClipTooLong(name=self._name, seconds=seconds, limit=self._limits.most_seconds)
        if frames > self._limits.most_frames:
            raise TooManyFrames(name=self._name, frames=frames, limit=self._limits.most_frames)

    def _check_size(self, width: int, height: int) -> None:
        limits = self._limits
        if width * height > limits.most_pixels:
            raise TooManyPixels(
                name=self._name, width=width, height=height, limit=limits.most_pixels
            )
        # A size of nothing is a header's that the first frame makes up for.
        if 0 < min(width, height) < limits.least_side:
            raise PictureTooSmall(
                name=self._name, width=width, height=height, least=limits.least_side
            )

    # ── Decoding ────────────────────────────────────────────────────────────────────────────────

    def _timed(self) -> Iterator[_Timed]:
        """Yield the frames, each shown until the next one comes."""
        held, step = self._next, self._count.step
        for coming in self._coming:
            yield _Timed(held.frame, held.time, coming.time - held.time)
            held, step = coming, coming.time - held.time
        yield _Timed(held.frame, held.time, held.duration or step)

    def _whole(self) -> Iterator[_Timed]:
        """Yield the frames with their own durations, 0 where unknown, none of them interlaced."""
        times: deque[tuple[int, int]] = deque()
        deinterlacer, clock = Deinterlacer(), _Clock(self._count)
        for frame in self._decoded():
            times.append((clock.time_of(frame), frame.duration))
            for whole in deinterlacer.push(frame):
                yield _Timed(whole, *times.popleft())
        for whole in deinterlacer.flush():
            yield _Timed(whole, *times.popleft())

    def _decoded(self) -> Iterator[VideoFrame]:
        container, stream = self._container, self._stream_read
        if container is None:
            return
        bad = 0
        for packet in packets(container, stream):
            try:
                frames = stream.decode(packet)
            except FFmpegError as error:
                bad += 1
                if bad * BAD_SHARE > self._count.frames:
                    raise BrokenClip(name=self._name) from error
                continue
            yield from frames
        # What is left of a file that breaks off may be half a frame.
        with suppress(FFmpegError):
            yield from stream.decode(None)


def _rate(count: Count, stream: VideoStream) -> Fraction:
    """Return the nominal frames a second, where the frames keep to it; else what was counted."""
    nominal = stream.average_rate
    if nominal and abs(nominal / count.rate - 1) < Fraction(1, 100):
        return nominal
    return count.rate.limit_denominator(1001)
