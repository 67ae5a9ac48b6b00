"""A result that is too large is encoded again, and scaled down, until it fits."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from faceswap.domain.errors import Canceled, ResultTooLarge
from faceswap.engine.media.clips import ClipInfo
from faceswap.engine.media.fitting import fit
from faceswap.engine.media.sound import mux
from faceswap.engine.media.video_writer import Container
from tests.media.videos import FAST, FILM, Picture, Tone, make_video, rewrite, watch


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clip of moving noise, which costs many bits."""
    path = tmp_path_factory.mktemp("clips") / "busy.mp4"
    noise = np.random.default_rng(1).integers(0, 255, (240, 480, 3), np.uint8)
    with av.open(str(path), "w") as output:
        stream = output.add_stream("libx264", rate=FILM, options=FAST, width=320, height=180)
        for number in range(48):
            left, top = 3 * number, number
            drawn = np.ascontiguousarray(noise[top : top + 180, left : left + 320])
            frame = av.VideoFrame.from_ndarray(drawn // 3 + 80, "rgb24")
            frame.pts, frame.time_base = number, 1 / FILM
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


def finished(busy: Path, tmp_path: Path, container: Container) -> tuple[Path, ClipInfo]:
    video = tmp_path / f"video.{container}"
    return video, rewrite(busy, video, container)


@pytest.mark.parametrize("container", ["mp4", "webm"])
@pytest.mark.parametrize("share", [0.6, 0.2])
def test_it_fits_with_every_frame_at_its_time(
    busy: Path, tmp_path: Path, container: Container, share: float
):
    video, info = finished(busy, tmp_path, container)
    most, out = int(video.stat().st_size * share), tmp_path / f"out.{container}"

    fitted = fit(video, out, info, container, most_bytes=most)

    assert out.stat().st_size <= most
    # What may be used is used; of two seconds, VP9 spends most on the first frame.
    assert out.stat().st_size > (0.5 if container == "mp4" else 0.25) * most
    assert watch(out).times == watch(video).times
    assert fitted.bits <= most * 8 / info.facts.seconds
    if container == "mp4":
        assert (fitted.width, fitted.height) == (320, 180)


def test_too_few_bits_for_its_size_make_it_smaller(busy: Path, tmp_path: Path):
    video, info = finished(busy, tmp_path, "mp4")
    out = tmp_path / "out.mp4"

    fitted = fit(video, out, info, "mp4", most_bytes=14_000)

    assert out.stat().st_size <= 14_000
    shown = watch(out)
    assert (shown.info.facts.width, shown.info.facts.height) == (fitted.width, fitted.height)
    assert fitted.width < 320
    assert fitted.width / fitted.height == pytest.approx(320 / 180, rel=0.05)
    assert shown.times == watch(video).times
    # The same picture, smaller.
    assert abs(shown.lumas[5].mean() - watch(video).lumas[5].mean()) < 4


def test_what_fits_at_no_rate_is_refused(busy: Path, tmp_path: Path):
    video, info = finished(busy, tmp_path, "mp4")

    with pytest.raises(ResultTooLarge) as told:
        fit(video, tmp_path / "out.mp4", info, "mp4", most_bytes=6000)

    assert told.value.limit == 6000
    assert told.value.size == video.stat().st_size


def test_the_sound_has_its_share(tmp_path: Path, busy: Path):
    source, silent, small, out = (
        tmp_path / name for name in ("in.mp4", "silent.mp4", "small.mp4", "out.mp4")
    )
    make_video(source, Picture(options=FAST, size=(320, 180), frames=48), Tone(seconds=2))
    silent, info = finished(busy, tmp_path, "mp4")
    mux(silent, source, out, "mp4")
    audio = out.stat().st_size - silent.stat().st_size
    most = audio + silent.stat().st_size // 2

    fit(silent, small, info, "mp4", most_bytes=most, audio_bytes=audio)
    mux(small, source, out, "mp4")

    assert audio > 10_000
    assert out.stat().st_size <= most


def test_how_a_video_is_shown_stays(tmp_path: Path):
    source, silent, out = (tmp_path / name for name in ("in.mp4", "silent.mp4", "out.mp4"))
    marks = (5, 2, 2, 2)
    picture = Picture(options=FAST, size=(320, 180), frames=48, aspect=Fraction(4, 3), marks=marks)
    make_video(source, picture)
    info = rewrite(source, silent, "mp4")

    fit(silent, out, info, "mp4", most_bytes=int(silent.stat().st_size * 0.7))

    again = watch(out)
    shown = (again.info.matrix, again.info.is_full_range, again.info.aspect)
    assert shown == (info.matrix, True, Fraction(4, 3))
    assert abs(again.lumas[9].mean() - watch(silent).lumas[9].mean()) < 3


def test_it_stops_when_told(busy: Path, tmp_path: Path):
    video, info = finished(busy, tmp_path, "mp4")
    calls = iter(range(5))

    def goes_on() -> None:
        if next(calls, None) is None:
            raise Canceled

    with pytest.raises(Canceled):
        fit(video, tmp_path / "out.mp4", info, "mp4", most_bytes=20_000, goes_on=goes_on)
