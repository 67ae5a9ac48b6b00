"""Whatever video comes in, upright 8-bit 4:2:0 frames of even sides come out, or a refusal."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np
import pytest

from faceswap.domain.clip import ClipLimits
from faceswap.engine.media.clips import ClipInfo, Matrix
from faceswap.engine.media.video_reader import VideoReader
from tests.media.videos import (
    FAST,
    Picture,
    make_video,
    number_of,
    picture_at,
    rewrite,
    rgb_of,
    watch,
)

LOSSLESS = Picture(codec="ffv1", frames=3)
SHARP = {"preset": "veryfast", "crf": "1"}
PLAIN = Picture(options=FAST, frames=6)
PQ, HLG, BT2020 = 16, 18, 9


def first_frame(path: Path) -> tuple[ClipInfo, np.ndarray]:
    """Return what is told of a clip, and its first frame as a player shows it."""
    reader = VideoReader(path, "clip", ClipLimits())
    picture = rgb_of(reader.info, next(reader.moments()).planes)
    reader.close()
    return reader.info, picture.astype(int)


# ── Upright ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("mirror", [None, "x", "y"])
def test_frames_come_upright(tmp_path: Path, quarters: int, mirror: str | None):
    clip = tmp_path / "clip.mp4"
    turn = (90.0 * quarters, mirror == "x", mirror == "y")
    make_video(clip, replace(PLAIN, options=SHARP, rotation=turn, aspect=Fraction(4, 3)))

    info, shown = first_frame(clip)

    upright = np.rot90(picture_at(0, *PLAIN.size), quarters)
    if mirror is not None:
        upright = np.flip(upright, 1 if mirror == "x" else 0)
    assert np.abs(shown - upright).mean() < 4
    assert (info.facts.height, info.facts.width) == upright.shape[:2]
    assert info.aspect == (Fraction(3, 4) if quarters % 2 else Fraction(4, 3))


@pytest.mark.parametrize("turn", [0.0, 90.0])
def test_odd_sides_are_made_even_by_repeating_the_edge(tmp_path: Path, turn: float):
    clip = tmp_path / "clip.mov"
    make_video(
        clip,
        Picture(
            codec="png", pixels="rgb24", frames=1, size=(97, 65), rotation=(turn, False, False)
        ),
    )

    info, shown = first_frame(clip)

    drawn = np.rot90(picture_at(0, 97, 65), turn // 90)
    height, width = drawn.shape[:2]
    assert (info.facts.width, info.facts.height) == (width, height)
    assert shown.shape[:2] == (height + 1, width + 1)
    assert np.abs(shown[:-1, :-1] - drawn).mean() < 4
    luma = watch(clip).lumas[0]
    assert (luma[-1] == luma[-2]).all()
    assert (luma[:, -1] == luma[:, -2]).all()


def test_a_clip_that_changes_its_size_keeps_the_first(tmp_path: Path):
    clip = tmp_path / "clip.mkv"
    with av.open(str(clip), "w") as output:
        stream = output.add_stream("mjpeg", rate=30, width=96, height=64)
        stream.pix_fmt = "yuvj420p"
        for number, size in enumerate([(96, 64), (192, 128), (96, 64)]):
            encoder = av.CodecContext.create("mjpeg", "w")
            encoder.width, encoder.height = size
            encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1, 30)
            drawn = av.VideoFrame.from_ndarray(picture_at(number, *size), "rgb24")
            frame = drawn.reformat(format="yuvj420p", dst_color_range=2)
            frame.pts, frame.time_base = number, Fraction(1, 30)
            for packet in (*encoder.encode(frame), *encoder.encode(None)):
                packet.stream = stream
                output.mux(packet)

    shown = watch(clip)

    assert [luma.shape for luma in shown.lumas] == [(64, 96)] * 3
    assert [number_of(luma, 96, 64) for luma in shown.lumas] == [0, 1, 2]


def test_an_interlaced_clip_loses_its_combs_and_no_frame(tmp_path: Path):
    clip = tmp_path / "clip.mp4"
    fields = {"preset": "veryfast", "crf": "1", "x264-params": "interlaced=1:tff=1"}
    with av.open(str(clip), "w") as output:
        stream = output.add_stream("libx264", rate=25, options=fields, width=96, height=64)
        for number in range(12):
            # Two fields a moment apart: a bright bar is further on in every other row.
            luma = np.full((96, 96), 128, np.uint8)
            luma[:64] = 40
            luma[0:64:2, 8 + 4 * number : 24 + 4 * number] = 220
            luma[1:64:2, 16 + 4 * number : 32 + 4 * number] = 220
            frame = av.VideoFrame.from_ndarray(luma, "yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))

    shown = watch(clip)

    assert len(shown.lumas) == 12
    assert shown.times == [Fraction(number, 25) for number in range(12)]
    with av.open(str(clip)) as opened:
        woven = [frame.to_ndarray()[:64] for frame in opened.decode(video=0)]
    for luma, raw in zip(shown.lumas, woven, strict=True):
        assert _combs(luma) < 0.6 * _combs(raw)


def _combs(luma: np.ndarray) -> float:
    """Return how much a row differs from those around it."""
    rows = luma[8:-8].astype(int)
    return float(np.abs(2 * rows[1:-1] - rows[:-2] - rows[2:]).mean())


# ── Colours ─────────────────────────────────────────────────────────────────────────────────────

COLOURS = [
    pytest.param("mkv", LOSSLESS, Matrix.BT601, False, id="420"),
    pytest.param("mkv", replace(LOSSLESS, pixels="yuv422p"), Matrix.BT601, False, id="422"),
    pytest.param("mkv", replace(LOSSLESS, pixels="yuv444p"), Matrix.BT601, False, id="444"),
    pytest.param("mkv", replace(LOSSLESS, pixels="yuv420p10le"), Matrix.BT601, False, id="10-bit"),
    pytest.param("mkv", replace(LOSSLESS, pixels="yuva420p"), Matrix.BT601, False, id="alpha"),
    pytest.param("mkv", replace(LOSSLESS, pixels="bgr0"), Matrix.BT709, False, id="rgb"),
    pytest.param("mkv", replace(LOSSLESS, pixels="gbrp10le"), Matrix.BT709, False, id="rgb-10-bit"),
    pytest.param("mkv", replace(LOSSLESS, marks=(1, 1, 1, 1)), Matrix.BT709, False, id="709"),
    pytest.param(
        "mp4", replace(PLAIN, options=SHARP, marks=(1, 2, 1, 1)), Matrix.BT709, True, id="full-709"
    ),
    pytest.param(
        "mp4",
        replace(PLAIN, options=SHARP, pixels="yuvj422p", marks=(5, 2, 1, 1)),
        Matrix.BT601,
        True,
        id="full-422",
    ),
]


@pytest.mark.parametrize(("suffix", "picture", "matrix", "is_full"), COLOURS)
def test_colours_are_shown_as_drawn(
    tmp_path: Path, suffix: str, picture: Picture, matrix: Matrix, is_full: bool
):
    clip = tmp_path / f"clip.{suffix}"
    make_video(clip, picture)

    info, shown = first_frame(clip)

    assert (info.matrix, info.is_full_range) == (matrix, is_full)
    assert np.abs(shown - picture_at(0, *picture.size)).mean() < 2.5


@pytest.mark.parametrize(
    ("size", "matrix"), [((720, 576), Matrix.BT601), ((1280, 720), Matrix.BT709)]
)
def test_an_unmarked_matrix_is_told_by_the_size(tmp_path: Path, size, matrix: Matrix):
    clip = tmp_path / "clip.mp4"
    make_video(clip, replace(PLAIN, frames=1, size=size))

    assert watch(clip).info.matrix is matrix


@pytest.mark.parametrize("suffix", ["mp4", "webm"])
@pytest.mark.parametrize("marks", [(1, 1, 1, 1), (5, 2, 2, 2)])
def test_what_is_written_is_marked_as_what_was_read(tmp_path: Path, suffix, marks):
    source, out = tmp_path / "in.mp4", tmp_path / f"out.{suffix}"
    make_video(source, replace(PLAIN, options=SHARP, marks=marks, aspect=Fraction(4, 3)))

    info = rewrite(source, out, suffix)

    again, shown = first_frame(out)
    assert (again.matrix, again.is_full_range) == (info.matrix, info.is_full_range)
    assert info.aspect == Fraction(4, 3)
    # WebM's pixels are square.
    drawn = picture_at(0, *PLAIN.size)
    drawn = drawn if suffix == "mp4" else cv2.resize(drawn, (128, 64))
    assert again.aspect == (info.aspect if suffix == "mp4" else 1)
    assert np.abs(shown - drawn).mean() < 6
    with av.open(str(out)) as opened:
        context = opened.streams.video[0].codec_context
        assert (context.colorspace, context.color_range) == (
            (1, 1) if marks[0] == 1 else (6, 2)
        ) or (
            # VP9 has one number for both kinds of BT.601.
            suffix == "webm" and context.colorspace in (5, 6)
        )


def _pq(nits: np.ndarray) -> np.ndarray:
    power = (nits / 10_000) ** 0.1593017578125
    return ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375


def _pq_codes(rgb: tuple[int, int, int]) -> tuple[int, ...]:
    """Return 10-bit YUV of a BT.709 colour whose white is that of paper, 203 nits."""
    to_2020 = np.array(
        [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]]
    )
    red, green, blue = _pq(to_2020 @ (np.array(rgb) / 255) ** 2.4 * 203)
    luma = 0.2627 * red + 0.6780 * green + 0.0593 * blue
    return (
        round(64 + 876 * luma),
        round(512 + 896 * (blue - luma) / 1.8814),
        round(512 + 896 * (red - luma) / 1.4746),
    )


def _hdr_clip(path: Path, patches: list[tuple[int, ...]], transfer: int) -> None:
    with av.open(str(path), "w") as output:
        stream = output.add_stream("ffv1", rate=30, width=64, height=64)
        stream.pix_fmt = "yuv420p10le"
        context = stream.codec_context
        context.colorspace, context.color_range = BT2020, 1
        context.color_trc, context.color_primaries = transfer, BT2020
        for number, patch in enumerate(patches):
            frame = av.VideoFrame(64, 64, "yuv420p10le")
            for plane, code in zip(frame.planes, patch, strict=True):
                np.frombuffer(plane, np.uint16)[:] = code
            frame.pts, frame.time_base = number, Fraction(1, 30)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))


def _patches(path: Path) -> list[np.ndarray]:
    reader = VideoReader(path, "clip", ClipLimits())
    assert (reader.info.matrix, reader.info.is_full_range) == (Matrix.BT709, False)
    shown = [rgb_of(reader.info, moment.planes)[32, 32].astype(int) for moment in reader.moments()]
    reader.close()
    return shown


def test_hdr_of_pq_keeps_skin_and_greys_and_rolls_off_what_is_brighter(tmp_path: Path):
    clip = tmp_path / "clip.mkv"
    kept = [(128, 128, 128), (64, 64, 64), (16, 16, 16), (200, 150, 125), (120, 80, 65)]
    nits = [100, 203, 400, 1000, 4000]
    bright = [(round(64 + 876 * float(_pq(np.array(nit)))), 512, 512) for nit in nits]
    _hdr_clip(clip, [_pq_codes(rgb) for rgb in kept] + bright, PQ)

    shown = _patches(clip)

    for rgb, patch in zip(kept, shown, strict=False):
        assert np.abs(patch - rgb).max() <= 4
    whites = [int(patch[1]) for patch in shown[len(kept) :]]
    assert whites == sorted(whites)
    # Paper stays light, and what is five times as bright can be told from it.
    assert 220 < whites[1] < 240 < whites[2] < whites[3] <= 255
    assert max(np.ptp(patch) for patch in shown[len(kept) :]) <= 2


def test_hdr_of_hlg_comes_out_as_bright_as_pq(tmp_path: Path):
    clip = tmp_path / "clip.mkv"
    # BT.2408: 38 % is a grey card at 26 nits, 75 % the white of paper.
    signals = [0.38, 0.75, 1.0]
    _hdr_clip(clip, [(round(64 + 876 * signal), 512, 512) for signal in signals], HLG)

    grey, paper, peak = (int(patch[1]) for patch in _patches(clip))

    assert abs(grey - 255 * (26 / 203) ** (1 / 2.4)) < 4
    assert 220 < paper < 240 < peak <= 255
