"""The original's sound goes with the new pictures: as it was where it can be, in time always."""

from __future__ import annotations

import struct
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from faceswap.engine.media.sound import Sound, mux
from faceswap.engine.media.video_writer import Container
from tests.media.videos import (
    B_FRAMES,
    FAST,
    FILM,
    NTSC,
    Picture,
    Tone,
    beeps_of,
    flashes_of,
    make_video,
    rewrite,
    samples,
    sound_packets,
    watch,
)

H264 = Picture(options=FAST)
VP9 = Picture(codec="libvpx-vp9", options={"cpu-used": "8", "deadline": "realtime"})


def heard(path: Path) -> tuple[str, str, int]:
    """Return the codec, layout and rate of a clip's sound."""
    with av.open(str(path)) as opened:
        context = opened.streams.audio[0].codec_context
        return context.codec.canonical_name, context.layout.name, context.sample_rate


def remade(tmp_path: Path, source: Path, container: Container) -> tuple[Path, Sound]:
    """Write a clip anew with its sound."""
    silent, out = tmp_path / f"silent.{container}", tmp_path / f"out.{container}"
    rewrite(source, silent, container)
    return out, mux(silent, source, out, container)


COPIED = [
    ("mp4", H264, Tone("aac", "mono", rate=44_100), "mp4"),
    ("mov", H264, Tone("aac", "5.1"), "mp4"),
    ("mkv", H264, Tone("aac"), "mp4"),
    ("flv", H264, Tone("aac"), "mp4"),
    ("avi", Picture(codec="mpeg4"), Tone("libmp3lame"), "mp4"),
    ("mkv", H264, Tone("ac3", "5.1"), "mp4"),
    ("mkv", H264, Tone("eac3"), "mp4"),
    ("mov", H264, Tone("alac"), "mp4"),
    ("mkv", H264, Tone("flac"), "mp4"),
    ("webm", VP9, Tone("libopus"), "mp4"),
    ("rm", Picture(codec="rv20"), Tone("ac3"), "mp4"),
    ("webm", VP9, Tone("libopus", "5.1"), "webm"),
    ("webm", VP9, Tone("vorbis", options={"strict": "-2"}), "webm"),
]


@pytest.mark.parametrize(("suffix", "picture", "tone", "container"), COPIED)
def test_sound_is_copied_to_the_byte(
    tmp_path: Path, suffix: str, picture: Picture, tone: Tone, container: Container
):
    source = tmp_path / f"in.{suffix}"
    # For a little longer than the sound, whose packets all begin before that.
    make_video(source, replace(picture, frames=33), tone)

    out, sound = remade(tmp_path, source, container)

    assert sound is Sound.COPIED
    assert sound_packets(out) == sound_packets(source) != []
    assert heard(out) == heard(source)
    assert watch(out).times == watch(tmp_path / f"silent.{container}").times


ENCODED = [
    ("mov", H264, Tone("pcm_s16le", "5.1"), "mp4", ("aac", "5.1", 48_000)),
    (
        "avi",
        Picture(codec="mpeg4"),
        Tone("pcm_s16le", "mono", rate=8000),
        "mp4",
        ("aac", "mono", 8000),
    ),
    ("wmv", Picture(codec="wmv2"), Tone("wmav2"), "mp4", ("aac", "stereo", 48_000)),
    ("webm", VP9, Tone("vorbis", options={"strict": "-2"}), "mp4", ("aac", "stereo", 48_000)),
    ("mp4", H264, Tone("aac", "5.1", rate=44_100), "webm", ("opus", "5.1", 48_000)),
    ("flv", H264, Tone("libmp3lame", "mono", rate=44_100), "webm", ("opus", "mono", 48_000)),
]


@pytest.mark.parametrize(("suffix", "picture", "tone", "container", "result"), ENCODED)
def test_sound_that_cannot_be_copied_is_encoded(
    tmp_path: Path, suffix: str, picture: Picture, tone: Tone, container: Container, result
):
    source = tmp_path / f"in.{suffix}"
    make_video(source, picture, tone)

    out, sound = remade(tmp_path, source, container)

    assert sound is Sound.ENCODED
    assert heard(out) == result


def test_of_several_sounds_the_one_that_is_played_is_kept(tmp_path: Path):
    source = tmp_path / "in.mkv"
    with av.open(str(source), "w") as output:
        video = output.add_stream("mpeg4", rate=25, width=96, height=64)
        streams = [output.add_stream("flac", rate=rate, layout="mono") for rate in (32_000, 44_100)]
        streams[0].disposition, streams[1].disposition = 0, 1
        frame = av.VideoFrame(96, 64, "yuv420p")
        frame.pts = 0
        output.mux([*video.encode(frame), *video.encode(None)])
        for stream in streams:
            silence = av.AudioFrame.from_ndarray(np.zeros((1, 4096), np.int16), "s16", "mono")
            silence.sample_rate, silence.pts = stream.codec_context.sample_rate, 0
            output.mux([*stream.encode(silence), *stream.encode(None)])

    out, sound = remade(tmp_path, source, "mp4")

    assert sound is Sound.COPIED
    assert heard(out) == ("flac", "mono", 44_100)


# ── In time ─────────────────────────────────────────────────────────────────────────────────────

TIMED = [
    ("mp4", replace(H264, options=B_FRAMES, rate=FILM), Tone("aac", rate=44_100)),
    ("mov", replace(H264, options=B_FRAMES, rate=NTSC), Tone("pcm_s16le")),
    ("mkv", replace(H264, options=B_FRAMES, rate=NTSC), Tone("aac")),
    ("webm", VP9, Tone("libopus")),
    ("avi", Picture(codec="mpeg4", rate=NTSC), Tone("libmp3lame")),
    ("wmv", Picture(codec="wmv2"), Tone("wmav2")),
    ("flv", replace(H264, options=B_FRAMES), Tone("aac")),
    ("rm", Picture(codec="rv20"), Tone("ac3")),
]


@pytest.mark.parametrize("start", [0, 17], ids=["from-zero", "from-later"])
@pytest.mark.parametrize("container", ["mp4", "webm"])
@pytest.mark.parametrize(("suffix", "picture", "tone"), TIMED)
def test_beeps_stay_with_their_flashes(
    tmp_path: Path, suffix: str, picture: Picture, tone: Tone, container: Container, start: int
):
    source = tmp_path / f"in.{suffix}"
    flashes = (10, 40)
    times = [start + number for number in range(60)]
    picture = replace(picture, times=times, flashes=flashes)
    beeps = [float((start + number) / picture.rate) for number in flashes]
    make_video(source, picture, replace(tone, seconds=2.8, beeps=beeps))

    out, sound = remade(tmp_path, source, container)

    assert sound in (Sound.COPIED, Sound.ENCODED)
    before = beeps_of(source) - flashes_of(watch(source))
    after = beeps_of(out) - flashes_of(watch(out))
    assert len(after) == 2
    # Both ends may count in milliseconds, for the pictures and for the sound.
    assert np.abs(after - before).max() < (1.0e-3 if container == "mp4" else 1.6e-3)


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("start", [Fraction(0), Fraction(3, 10)])
def test_opus_is_heard_when_aac_was(tmp_path: Path, start: Fraction, rate: int):
    source = tmp_path / "in.mkv"
    tone = Tone("aac", "mono", rate=rate, start=start, beeps=(0.2,))
    make_video(source, replace(H264, frames=45), tone)

    out, _ = remade(tmp_path, source, "webm")

    with av.open(str(out)) as opened:
        packets = [packet.pts for packet in opened.demux(audio=0) if packet.size]
    with av.open(str(out)) as opened:
        sound = np.concatenate([frame.to_ndarray()[0] for frame in opened.decode(audio=0)])
    assert set(np.diff(packets)) == {20}
    # FFmpeg skips 6.5 ms and takes 7 off the times.
    heard = (packets[0] + 7) / 1000 + np.argmax(np.abs(sound) > 0.25) / 48_000
    assert heard == pytest.approx(float(start) + 0.2, abs=2e-4)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["mp4", "mkv", "mov"])
def test_sound_does_not_drift_in_ten_minutes(tmp_path: Path, suffix: str):
    source = tmp_path / f"in.{suffix}"
    rate = NTSC / 30
    frames = int(600 * rate)
    flashes = [10, frames // 2, frames - 10]
    picture = Picture(options=B_FRAMES, rate=rate, frames=frames, size=(64, 48), flashes=flashes)
    codec = "pcm_s16le" if suffix == "mov" else "aac"
    tone = Tone(codec, "mono", 600, rate=44_100, beeps=[float(number / rate) for number in flashes])
    make_video(source, picture, tone)

    out, sound = remade(tmp_path, source, "mp4")

    assert sound is (Sound.ENCODED if suffix == "mov" else Sound.COPIED)
    shown = watch(out)
    assert len(shown.times) == frames
    apart = beeps_of(out) - flashes_of(shown)
    drift = apart - (beeps_of(source) - flashes_of(watch(source)))
    assert np.abs(drift).max() < 1e-3
    assert np.ptp(apart) < 1e-3


# ── While there are pictures ────────────────────────────────────────────────────────────────────


def spans_of(path: Path, kind: str) -> np.ndarray:
    """Return from when to when each packet of a clip's sound or pictures lasts, in seconds."""
    with av.open(str(path)) as opened:
        stream = next(stream for stream in opened.streams if stream.type == kind)
        spans = [
            (packet.pts * packet.time_base, (packet.pts + packet.duration) * packet.time_base)
            for packet in opened.demux(stream)
            if packet.size
        ]
    return np.array(spans, float)


LONGER = [
    ("mp4", H264, Tone("aac"), "mp4", Sound.COPIED),
    ("mkv", H264, Tone("flac"), "mp4", Sound.COPIED),
    ("mov", H264, Tone("pcm_s16le"), "mp4", Sound.ENCODED),
    ("webm", VP9, Tone("libopus"), "webm", Sound.COPIED),
    ("mp4", H264, Tone("aac", rate=44_100), "webm", Sound.ENCODED),
]


@pytest.mark.parametrize(("suffix", "picture", "tone", "container", "way"), LONGER)
def test_sound_ends_with_the_pictures(
    tmp_path: Path, suffix: str, picture: Picture, tone: Tone, container: Container, way: Sound
):
    source = tmp_path / f"in.{suffix}"
    make_video(source, picture, replace(tone, seconds=4, beeps=(0.5, 2.0)))

    out, sound = remade(tmp_path, source, container)

    assert sound is way
    begins, ends = spans_of(out, "audio").T
    assert begins.max() < 0.8 <= ends.max()
    # The last packet of Opus is a whole one.
    assert ends.max() < 0.8 + 0.021
    assert beeps_of(out) == pytest.approx([0.5], abs=0.003)


def test_sound_in_packets_of_seconds_ends_with_the_pictures(tmp_path: Path):
    source, tone = tmp_path / "in.mkv", Tone("pcm_s16le", "mono", rate=8000)
    with av.open(str(source), "w") as output:
        video = output.add_stream("mpeg4", rate=25, width=96, height=64)
        stream = output.add_stream("pcm_s16le", rate=tone.rate, layout="mono")
        for number in range(20):
            frame = av.VideoFrame(96, 64, "yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            output.mux(video.encode(frame))
        output.mux(video.encode(None))
        for number in range(3):
            whole = (samples(tone, number * 80_000, 80_000) * 32_000).astype(np.int16)
            sound = av.AudioFrame.from_ndarray(whole, "s16", "mono")
            sound.sample_rate, sound.pts = tone.rate, number * 80_000
            output.mux(stream.encode(sound))
    assert len(sound_packets(source)) == 3

    out, _ = remade(tmp_path, source, "mp4")

    assert spans_of(out, "audio").max() == pytest.approx(0.8, abs=1e-3)


@pytest.mark.parametrize("container", ["mp4", "webm"])
@pytest.mark.parametrize("codec", ["aac", "libopus", "flac"])
def test_sound_that_is_told_to_be_days_away_is_left_out(
    tmp_path: Path, container: Container, codec: str
):
    source = tmp_path / "in.mkv"
    make_video(source, H264, Tone(codec, start=Fraction(800_000)))

    out, sound = remade(tmp_path, source, container)

    assert sound is Sound.BROKEN
    shown = watch(out)
    assert not shown.info.facts.has_audio
    assert shown.times == watch(tmp_path / f"silent.{container}").times


@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_packets_that_are_told_to_be_far_away_do_not_cost_the_others(
    tmp_path: Path, container: Container
):
    source, odd = tmp_path / "in.mkv", tmp_path / "odd.mkv"
    make_video(source, H264, Tone("libopus", beeps=(0.6,)))
    data = source.read_bytes()
    for packet in sound_packets(source)[7:10]:
        # Before its flags, a block tells its time in two bytes: half a minute.
        at = data.index(packet) - 3
        data = data[:at] + struct.pack(">h", 30_000) + data[at + 2 :]
    odd.write_bytes(data)

    out, sound = remade(tmp_path, odd, container)

    assert sound is Sound.COPIED
    assert 0.8 <= spans_of(out, "audio").max() < 0.821
    assert beeps_of(out) == pytest.approx(beeps_of(source), abs=1.1e-3)


def test_sound_that_is_told_to_begin_long_before_zero_is_left_out(tmp_path: Path):
    source, odd = tmp_path / "in.mp4", tmp_path / "odd.mp4"
    make_video(source, H264, Tone(), muxing={"movflags": "frag_keyframe+delay_moov"})
    data = source.read_bytes()
    # Of the sound, which is the second track, twenty seconds are cut off that are not there.
    at = data.rindex(b"elst") + 16
    odd.write_bytes(data[:at] + struct.pack(">i", 20 * 48_000) + data[at + 4 :])
    assert spans_of(odd, "audio").min() == pytest.approx(-20)

    out, sound = remade(tmp_path, odd, "mp4")

    assert sound is Sound.BROKEN
    assert watch(out).times == watch(tmp_path / "silent.mp4").times


# ── Without ─────────────────────────────────────────────────────────────────────────────────────


def test_sound_is_left_out_when_asked(tmp_path: Path):
    source, silent, out = (tmp_path / name for name in ("in.mp4", "silent.mp4", "out.mp4"))
    make_video(source, H264, Tone())
    rewrite(source, silent, "mp4")

    assert mux(silent, source, out, "mp4", keep_audio=False) is Sound.NONE

    assert not watch(out).info.facts.has_audio


@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_a_silent_clip_stays_silent(tmp_path: Path, container: Container):
    source = tmp_path / "in.mp4"
    make_video(source, H264)

    out, sound = remade(tmp_path, source, container)

    assert sound is Sound.NONE
    shown = watch(out)
    assert not shown.info.facts.has_audio
    assert shown.times == watch(tmp_path / f"silent.{container}").times


@pytest.mark.parametrize("container", ["mp4", "webm"])
def test_broken_sound_does_not_cost_the_pictures(tmp_path: Path, container: Container):
    source, broken = tmp_path / "in.mov", tmp_path / "broken.mov"
    make_video(source, Picture(codec="mpeg4"), Tone("pcm_s16le", bit_rate=0))
    whole = source.read_bytes()
    # A kind of sound that nobody has heard of.
    assert whole.count(b"sowt") == 1
    broken.write_bytes(whole.replace(b"sowt", b"\xff\xfe??"))

    out, sound = remade(tmp_path, broken, container)

    assert sound is Sound.BROKEN
    assert len(watch(out).times) == 24


def test_sound_without_a_packet_does_not_cost_the_pictures(tmp_path: Path):
    source = tmp_path / "in.mkv"
    with av.open(str(source), "w") as output:
        video = output.add_stream("mpeg4", rate=25, width=96, height=64)
        output.add_stream("aac", rate=48_000, layout="mono")
        for number in range(5):
            frame = av.VideoFrame(96, 64, "yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            output.mux(video.encode(frame))
        output.mux(video.encode(None))

    out, sound = remade(tmp_path, source, "mp4")

    assert sound is Sound.BROKEN
    assert len(watch(out).times) == 5


# ── The file ────────────────────────────────────────────────────────────────────────────────────


def test_an_mp4_starts_with_its_index_and_is_marked_as_before(tmp_path: Path):
    source = tmp_path / "in.mp4"
    make_video(source, replace(H264, aspect=Fraction(4, 3), marks=(1, 2, 1, 1)), Tone())

    out, _ = remade(tmp_path, source, "mp4")

    data = out.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")
    info = watch(out).info
    assert (info.aspect, info.is_full_range, info.matrix) == (Fraction(4, 3), True, "bt709")


def test_pictures_and_sound_lie_close_together(tmp_path: Path):
    source = tmp_path / "in.mp4"
    make_video(source, replace(H264, frames=90), Tone(seconds=3))

    out, _ = remade(tmp_path, source, "mp4")

    with av.open(str(out)) as opened:
        order = sorted(
            (packet.pos, packet.stream.type, float(packet.pts * packet.time_base))
            for packet in opened.demux()
            if packet.size
        )
    clocks = {"video": 0.0, "audio": 0.0}
    for _, kind, time in order:
        clocks[kind] = max(clocks[kind], time)
        assert abs(clocks["video"] - clocks["audio"]) < 1.2


def test_nothing_else_of_the_original_is_told(tmp_path: Path):
    source = tmp_path / "in.mov"
    with av.open(str(source), "w") as output:
        output.metadata["location"] = "+48.8584+002.2945/"
        stream = output.add_stream("mpeg4", rate=25, width=96, height=64)
        frame = av.VideoFrame(96, 64, "yuv420p")
        frame.pts = 0
        output.mux([*stream.encode(frame), *stream.encode(None)])
    assert b"+48.8584" in source.read_bytes()

    out, _ = remade(tmp_path, source, "mp4")

    assert b"+48.8584" not in out.read_bytes()
