"""Frames keep their number, their order and their times through reading and writing."""

from __future__ import annotations

import struct
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from faceswap.engine.media.sound import mux
from tests.media.videos import (
    B_FRAMES,
    FAST,
    FILM,
    NTSC,
    Picture,
    Tone,
    make_video,
    number_of,
    rewrite,
    watch,
)

H264 = Picture(options=B_FRAMES)
MPEG4 = Picture(codec="mpeg4", options={"bf": "2"})
VP9 = Picture(codec="libvpx-vp9", options={"cpu-used": "8", "deadline": "realtime"})
# Suffix, pictures, and how far off the container's own clock lets a frame be, in seconds.
EXACT, MILLISECONDS = Fraction(0), Fraction(1, 1000)
CLIPS = [
    pytest.param("mp4", replace(H264, rate=FILM), EXACT, id="mp4-h264-23.976"),
    pytest.param("mp4", replace(H264, rate=NTSC), EXACT, id="mp4-h264-29.97"),
    pytest.param("mov", replace(MPEG4, rate=NTSC), EXACT, id="mov-mpeg4"),
    pytest.param(
        "mov", Picture(codec="prores_ks", pixels="yuv422p10le", rate=FILM), EXACT, id="mov-prores"
    ),
    pytest.param(
        "mp4",
        Picture(codec="libx265", options={"preset": "ultrafast", "x265-params": "log-level=none"}),
        EXACT,
        id="mp4-h265",
    ),
    pytest.param("webm", VP9, MILLISECONDS, id="webm-vp9"),
    pytest.param("mkv", replace(H264, rate=NTSC), MILLISECONDS, id="mkv-h264"),
    pytest.param("avi", Picture(codec="mpeg4", rate=NTSC), EXACT, id="avi-mpeg4"),
    pytest.param("wmv", Picture(codec="wmv2"), MILLISECONDS, id="wmv-wmv2"),
    pytest.param("flv", Picture(codec="flv"), MILLISECONDS, id="flv-sorenson"),
    pytest.param("flv", replace(H264), MILLISECONDS, id="flv-h264"),
    pytest.param("rm", Picture(codec="rv20"), MILLISECONDS, id="rm-rv20"),
]


@pytest.mark.parametrize(("suffix", "picture", "tolerance"), CLIPS)
def test_every_frame_comes_once_in_order_and_on_time(
    tmp_path: Path, suffix: str, picture: Picture, tolerance: Fraction
):
    clip = tmp_path / f"clip.{suffix}"
    make_video(clip, picture)

    shown = watch(clip)

    numbers = [number_of(luma, *picture.size) for luma in shown.lumas]
    assert numbers == list(range(picture.frames))
    assert shown.info.facts.frames == picture.frames
    # Some writers move a whole clip; the steps are what is drawn.
    told = [tick * picture.tick for tick in picture.ticks]
    moved = [time - shown.times[0] for time in shown.times]
    assert max(abs(a - b) for a, b in zip(moved, told, strict=True)) <= tolerance
    assert shown.info.facts.seconds == pytest.approx(float(picture.frames / picture.rate), abs=2e-3)
    assert float(shown.info.timing.rate) == pytest.approx(float(picture.rate), rel=5e-3)


def test_an_avi_with_b_frames_that_tells_no_times_runs_evenly(tmp_path: Path):
    clip = tmp_path / "clip.avi"
    make_video(clip, H264)

    shown = watch(clip)

    assert [number_of(luma, *H264.size) for luma in shown.lumas] == list(range(H264.frames))
    assert set(np.diff([float(time) for time in shown.times]).round(6)) == {round(1 / 30, 6)}


@pytest.mark.parametrize("room", [0, 20])
def test_frames_that_matroska_cannot_time_do_not_put_off_the_others(tmp_path: Path, room: int):
    clip = tmp_path / "clip.mkv"
    # It has no times before zero.
    times = [*range(-10, 0), *range(room, room + 30)]
    picture = replace(H264, base=Fraction(1, 30), times=times)
    make_video(clip, picture, muxing={"avoid_negative_ts": "disabled"})
    with av.open(str(clip)) as opened:
        assert next(opened.demux(video=0)).pts is None

    shown = watch(clip)

    assert [number_of(luma, *picture.size) for luma in shown.lumas] == list(range(40))
    early, others = np.array(shown.times[:10], float), np.array(shown.times[10:], float)
    due = np.arange(room, room + 30) / 30
    # Behind nine or ten others, a frame has to come up to so many milliseconds late.
    assert np.abs(others - due)[1:].max() < 1e-3
    assert abs(others[0] - due[0]) < 0.011
    assert early[0] >= 0
    if room:
        assert np.abs(np.diff(early) - 1 / 30).max() < 3e-3


STARTS = [0, 1, 12_012, 90_000]


@pytest.mark.parametrize("start", STARTS)
@pytest.mark.parametrize("rate", [FILM, NTSC])
def test_mp4_carries_times_exactly(tmp_path: Path, rate: Fraction, start: int):
    source, silent, out = (tmp_path / name for name in ("in.mp4", "silent.mp4", "out.mp4"))
    base = Fraction(1, rate.numerator)
    ticks = [start + 1001 * number for number in range(24)]
    # The start of a track is told on the movie's clock, by default a millisecond.
    make_video(
        source,
        replace(H264, rate=rate, base=base, times=ticks),
        Tone(),
        muxing={"movie_timescale": str(rate.numerator)},
    )

    rewrite(source, silent, "mp4")
    mux(silent, source, out, "mp4")

    for clip in (source, silent, out):
        shown = watch(clip)
        assert shown.times == [tick * base for tick in ticks]
        assert shown.durations == [1001 * base] * 24


def test_mp4_carries_a_variable_rate_exactly(tmp_path: Path):
    source, out = tmp_path / "in.mp4", tmp_path / "out.mp4"
    steps = np.random.default_rng(3).integers(300, 9000, 40)
    ticks = np.cumsum(steps).tolist()
    make_video(
        source,
        replace(H264, base=Fraction(1, 90_000), times=ticks),
        muxing={"movie_timescale": "90000"},
    )

    info = rewrite(source, out, "mp4")

    shown = watch(out)
    assert shown.times == [Fraction(tick, 90_000) for tick in ticks]
    assert [number_of(luma, *H264.size) for luma in shown.lumas] == list(range(40))
    assert float(info.timing.rate) == pytest.approx(40 / info.facts.seconds, rel=1e-3)
    # The last frame lasts a thirtieth, and the movie as long as all of them.
    assert _edited_ticks(out) == ticks[-1] + 3000 - ticks[0]


def test_a_coarse_clock_with_a_numerator_is_carried_exactly(tmp_path: Path):
    source, out = tmp_path / "in.avi", tmp_path / "out.mp4"
    make_video(source, Picture(codec="mpeg4", rate=NTSC))

    info = rewrite(source, out, "mp4")

    assert info.timing.base == 1 / NTSC
    assert watch(out).times == watch(source).times


def test_webm_is_half_a_millisecond_off_at_most(tmp_path: Path):
    source, out = tmp_path / "in.mp4", tmp_path / "out.webm"
    make_video(source, replace(H264, rate=FILM, frames=48))

    rewrite(source, out, "webm")

    before, after = watch(source), watch(out)
    off = [abs(a - b) for a, b in zip(before.times, after.times, strict=True)]
    assert max(off) <= Fraction(1, 2000)
    assert [number_of(luma, *H264.size) for luma in after.lumas] == list(range(48))


def test_frames_of_one_millisecond_stay_apart_in_webm(tmp_path: Path):
    source, out = tmp_path / "in.mp4", tmp_path / "out.webm"
    ticks = [0, 10, 20, 30, 40, 3000, 6000]
    make_video(source, replace(H264, options=FAST, base=Fraction(1, 90_000), times=ticks))

    rewrite(source, out, "webm")

    with av.open(str(out)) as opened:
        times = [packet.pts for packet in opened.demux(video=0) if packet.size]
    assert times == [0, 1, 2, 3, 4, 33, 67]


def test_what_an_edit_list_cuts_off_is_not_shown(tmp_path: Path):
    clip = tmp_path / "clip.mp4"
    picture = replace(H264, rate=Fraction(25), base=Fraction(1, 12_800))
    make_video(clip, picture)
    whole = clip.read_bytes()
    # The track starts ten frames into its media; B-frames put that later by what they wait.
    media_time = struct.pack(">i", _edit(whole)[1] + 10 * 512)
    at = whole.index(b"elst") + 16
    clip.write_bytes(whole[:at] + media_time + whole[at + 4 :])

    shown = watch(clip)

    numbers = [number_of(luma, *picture.size) for luma in shown.lumas]
    assert numbers == list(range(10, 24))
    assert shown.times == [Fraction(number, 25) for number in range(14)]
    assert shown.info.facts.frames == 14


def test_a_last_frame_keeps_how_long_it_is_shown(tmp_path: Path):
    source, out = tmp_path / "in.mp4", tmp_path / "out.mp4"
    picture = Picture(codec="mpeg4", base=Fraction(1, 600), times=[0, 20, 40], rate=Fraction(2))
    make_video(source, picture)

    info = rewrite(source, out, "mp4")

    assert watch(source).durations == [Fraction(1, 30), Fraction(1, 30), Fraction(1, 2)]
    assert _edited_ticks(out) * info.timing.base == Fraction(1, 15) + Fraction(1, 2)


def _edit(file: bytes) -> tuple[int, int]:
    """Return the last edit of the first track: how long it is, and where it starts."""
    at = file.index(b"elst")
    count = struct.unpack(">I", file[at + 8 : at + 12])[0]
    assert file[at + 4] == 0
    last = at + 12 + 12 * (count - 1)
    return struct.unpack(">Ii", file[last : last + 8])


def _edited_ticks(path: Path) -> int:
    return _edit(path.read_bytes())[0]
