"""What is no video, too much of one or too broken is refused; a little damage is bridged."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.stream import Disposition

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import (
    BrokenClip,
    ClipTooLong,
    NoFrames,
    PictureTooSmall,
    TooManyFrames,
    TooManyPixels,
)
from faceswap.engine.media.video_reader import VideoReader
from tests.media.videos import B_FRAMES, FAST, Picture, Tone, make_video, picture_at, watch

PLAIN = Picture(options=FAST, frames=6)
NOISE = np.random.default_rng(1).bytes(100_000)


def refused(data: bytes, limits: ClipLimits | None = None) -> None:
    """Open a clip and decode it to its end."""
    reader = VideoReader(io.BytesIO(data), "clip.mp4", limits or ClipLimits())
    try:
        for _ in reader.moments():
            pass
    finally:
        reader.close()


def made(picture: Picture | None, tone: Tone | None = None, kind: str = "mp4") -> bytes:
    file = io.BytesIO()
    make_video(file, picture, tone, container=kind)
    return file.getvalue()


@pytest.fixture(scope="module")
def sound_clip() -> bytes:
    return made(PLAIN, Tone(seconds=0.2))


LIMITS = [
    (ClipLimits(most_seconds=0.19), ClipTooLong),
    (ClipLimits(most_frames=5), TooManyFrames),
    (ClipLimits(most_pixels=96 * 64 - 1), TooManyPixels),
    (ClipLimits(least_side=65), PictureTooSmall),
]


@pytest.mark.parametrize(("limits", "error"), LIMITS)
def test_more_than_the_limits_is_refused_whatever_the_header_says(
    sound_clip: bytes, limits: ClipLimits, error: type[Exception]
):
    refused(sound_clip, ClipLimits(0, 0.2, 6, 96 * 64, 64))
    lying = bytearray(sound_clip)
    for box, at in ((b"mvhd", 16), (b"tkhd", 24), (b"mdhd", 16)):
        place = sound_clip.index(box) + 4 + at
        lying[place : place + 4] = bytes(4)

    with pytest.raises(error) as told:
        refused(bytes(lying), limits)

    assert told.value.name == "clip.mp4"


def test_a_gap_of_hours_between_two_frames_counts(tmp_path: Path):
    times = [0, 1, 2, 3 * 3600 * 30]

    with pytest.raises(ClipTooLong) as told:
        refused(made(replace(PLAIN, times=times)))

    assert told.value.seconds == pytest.approx(3 * 3600, abs=1)


def test_frames_are_counted_again_as_they_are_decoded(tmp_path: Path):
    clip = tmp_path / "clip.mkv"
    make_video(clip, PLAIN)
    reader = VideoReader(clip, "clip.mkv", ClipLimits())
    # As if the packets had told less than is in them.
    reader._limits = ClipLimits(most_frames=3)

    moments = reader.moments()

    assert [next(moments).time for _ in range(3)] == [0, 33, 67]
    with pytest.raises(TooManyFrames):
        next(moments)
    reader.close()


@pytest.mark.parametrize("kind", ["mp4", "matroska", "flv"])
def test_a_song_is_no_clip(kind: str):
    with pytest.raises(NoFrames):
        refused(made(None, Tone(seconds=0.2), kind))


@pytest.mark.parametrize("suffix", ["mp4", "mkv"])
def test_the_cover_of_a_song_is_no_clip(tmp_path: Path, suffix: str):
    song = tmp_path / f"song.{suffix}"
    cover = av.CodecContext.create("mjpeg", "w")
    cover.width, cover.height, cover.pix_fmt, cover.time_base = 96, 64, "yuvj420p", Fraction(1)
    frame = av.VideoFrame.from_ndarray(picture_at(0, 96, 64), "rgb24")
    packet = [*cover.encode(frame.reformat(format="yuvj420p")), *cover.encode(None)][0]
    with av.open(str(song), "w") as output:
        sound = output.add_stream("aac", rate=48_000, layout="mono")
        if suffix == "mp4":
            still = output.add_stream("mjpeg", width=96, height=64)
            still.pix_fmt, still.disposition = "yuvj420p", Disposition.attached_pic
            packet.stream, packet.pts, packet.dts = still, 0, 0
            output.mux(packet)
        else:
            output.add_attachment("cover.jpg", "image/jpeg", bytes(packet))
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.float32), "fltp", "mono")
        silence.sample_rate, silence.pts = 48_000, 0
        output.mux([*sound.encode(silence), *sound.encode(None)])
    with av.open(str(song)) as opened:
        assert len(opened.streams.video) == 1

    with pytest.raises(NoFrames):
        refused(song.read_bytes())


NO_CLIPS = [
    b"",
    b"GIF89a" + bytes(100),
    b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
    b"ffconcat version 1.0\nfile '/etc/passwd'\n",
    b"\0\0\0\x18ftypmp42" + bytes(100),
    b"\x1aE\xdf\xa3" + bytes(100),
    b"RIFF\0\0\0\0AVI " + bytes(100),
    b"FLV\x01\x05\0\0\0\x09" + bytes(100),
    b".RMF" + bytes(100),
    b"0&\xb2u\x8ef\xcf\x11" + bytes(100),
]


@pytest.mark.parametrize("data", NO_CLIPS, ids=[str(data[:8]) for data in NO_CLIPS])
def test_what_is_no_video_is_refused(data: bytes):
    with pytest.raises((BrokenClip, NoFrames)):
        refused(data)


# ── Damage ──────────────────────────────────────────────────────────────────────────────────────


def test_a_movie_without_its_index_is_refused(sound_clip: bytes):
    with pytest.raises(BrokenClip):
        refused(sound_clip[: sound_clip.index(b"moov") - 4])


@pytest.mark.parametrize("kind", ["matroska", "flv", "avi"])
def test_a_clip_that_breaks_off_ends_there(kind: str):
    whole = made(replace(PLAIN, frames=60, options=B_FRAMES), None, kind)
    cut = io.BytesIO(whole[: len(whole) * 7 // 10])

    shown = watch(cut)

    frames = len(shown.lumas)
    assert 10 < frames < 55
    assert abs(shown.info.facts.frames - frames) <= 3


def _scrambled(whole: bytes, change: Callable[[bytearray], None]) -> bytes:
    at = whole.index(b"mdat") + 4
    length = int.from_bytes(whole[at - 8 : at - 4], "big") - 8
    inside = bytearray(whole[at : at + length])
    change(inside)
    return whole[:at] + bytes(inside) + whole[at + length :]


def test_a_damaged_packet_among_many_is_bridged():
    whole = made(replace(PLAIN, frames=60))

    def scratch(data: bytearray) -> None:
        middle = len(data) // 2
        data[middle : middle + 20] = NOISE[:20]

    shown = watch(io.BytesIO(_scrambled(whole, scratch)))

    assert 55 <= len(shown.lumas) <= 60
    assert shown.times == sorted(set(shown.times))


def test_a_clip_of_noise_is_refused():
    whole = made(replace(PLAIN, frames=30))

    def replace_all(data: bytearray) -> None:
        data[:] = NOISE[: len(data)]

    with pytest.raises(BrokenClip):
        refused(_scrambled(whole, replace_all))


def test_a_file_object_is_read_as_a_path_is(tmp_path: Path, sound_clip: bytes):
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(sound_clip)

    by_path, by_file = watch(clip), watch(io.BytesIO(sound_clip))

    assert by_path.info == by_file.info
    assert by_path.times == by_file.times
    assert by_path.info.facts.has_audio
