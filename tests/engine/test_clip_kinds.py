"""Clips of every kind through the studio: what is swapped comes back as it was shown."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.engine.clip_studio import OURS
from faceswap.engine.media.animation_reader import AnimationReader
from faceswap.ports import SwapOrder, SwapResult, WeightedTemplate
from tests.engine import clips
from tests.engine.clips import drifting
from tests.media.videos import FAST

COUNT = 8
RATE = 25
SIZE = (320, 180)
BT2020, PQ = 9, 16


@pytest.fixture(scope="module")
def frames() -> list[np.ndarray]:
    """Return somebody who sways, (180, 320, 3) each."""
    made = clips.clip(COUNT, (clips.astronaut(), drifting()))
    return [cv2.resize(frame, SIZE, interpolation=cv2.INTER_AREA) for frame in made]


@pytest.fixture(scope="module")
def swap(studio, people):
    """Return a swapper of a clip's largest face."""

    def swap(data: bytes, options: Options | None = None) -> SwapResult:
        cast = ((WeightedTemplate(people.template("three"), 1.0),),)
        order = SwapOrder(NamedBytes("clip", data), cast, options or Options(), 25_000_000)
        return studio.swap(order)

    return swap


def shown(data: bytes) -> list[np.ndarray]:
    with av.open(io.BytesIO(data)) as source:
        return [frame.to_ndarray(format="rgb24") for frame in source.decode(video=0)]


def parts(before: Sequence[np.ndarray], after: Sequence[np.ndarray]) -> tuple[float, float]:
    """Return how much the middle of the face changed, and how much the left edge did."""
    pairs = list(zip(before, after, strict=True))
    differences = [np.abs(old.astype(int) - new[..., :3]).mean(axis=2) for old, new in pairs]
    face = [each[70:110, 145:175].mean() for each in differences]
    return min(face), max(each[:, :60].mean() for each in differences)


# ── Animations ──────────────────────────────────────────────────────────────────────────────────

ANIMATIONS = {
    ClipKind.APNG: ("PNG", {"loop": 2}),
    ClipKind.WEBP: ("WEBP", {"loop": 3, "quality": 90}),
    ClipKind.AVIF: ("AVIF", {"quality": 90}),
}


def timing(data: bytes) -> tuple[list[Fraction], int, ClipKind]:
    """Return how long each frame of an animation is shown, how often, and its kind."""
    reader = AnimationReader(io.BytesIO(data), "clip", OURS)
    base = reader.info.timing.base
    lasting = [moment.duration * base for moment in reader.moments()]
    return lasting, reader.info.timing.loops, reader.info.facts.kind


@pytest.mark.parametrize("kind", ANIMATIONS)
def test_an_animation_keeps_kind_times_and_loops(swap, frames, kind):
    stream = io.BytesIO()
    form, how = ANIMATIONS[kind]
    delays = [40 + 30 * (at % 3) for at in range(COUNT)]
    first, *rest = [Image.fromarray(frame) for frame in frames]
    first.save(stream, form, save_all=True, append_images=rest, duration=delays, **how)

    result = swap(stream.getvalue())

    data = result.result.data
    assert result.result.media_type == f"image/{kind}"
    assert timing(data) == timing(stream.getvalue())
    assert timing(data) == ([Fraction(delay, 1000) for delay in delays], how.get("loop", 0), kind)
    reader = AnimationReader(io.BytesIO(data), "clip", OURS)
    face, edge = parts(frames, [moment.planes[0].copy() for moment in reader.moments()])
    assert result.clip.changed == COUNT
    assert face > 8 > 4 > edge


# ── Videos ──────────────────────────────────────────────────────────────────────────────────────


def made(path: Path, codec: str, pixels: str, frames: Sequence[av.VideoFrame], **how) -> bytes:
    """Return frames as a clip; `how` is set on the encoder."""
    with av.open(str(path), "w") as output:
        options = dict(FAST) if codec == "libx264" else {}
        options |= how.pop("options", {})
        stream = output.add_stream(codec, rate=RATE, options=options)
        stream.width, stream.height, stream.pix_fmt = frames[0].width, frames[0].height, pixels
        if codec != "libx264":
            stream.codec_context.bit_rate = 4_000_000
        for name, value in how.items():
            setattr(stream.codec_context, name, value)
        for number, frame in enumerate(frames):
            frame.pts, frame.time_base = number, Fraction(1, RATE)
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path.read_bytes()


def in_pq(rgb: np.ndarray) -> av.VideoFrame:
    """Return a picture as HDR of ten bits, its white that of paper, 203 nits."""
    to_2020 = np.array(
        [[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]]
    )
    power = ((rgb / 255) ** 2.4 @ to_2020.T * 203 / 10_000) ** 0.1593017578125
    coded = ((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power)) ** 78.84375
    luma = coded @ (0.2627, 0.6780, 0.0593)
    blue, red = (coded[..., 2] - luma) / 1.8814, (coded[..., 0] - luma) / 1.4746
    halved = [
        cv2.resize(each, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA) for each in (blue, red)
    ]
    frame = av.VideoFrame(rgb.shape[1], rgb.shape[0], "yuv420p10le")
    codes = [64 + 876 * luma, *(512 + 896 * each for each in halved)]
    for plane, code in zip(frame.planes, codes, strict=True):
        rows = np.frombuffer(plane, np.uint16).reshape(plane.height, -1)
        rows[:, : plane.width] = code.round()
    return frame


def test_a_clip_in_hdr_comes_back_as_players_show_it(swap, frames, tmp_path):
    marks = {"colorspace": BT2020, "color_primaries": BT2020, "color_trc": PQ, "color_range": 1}
    data = made(
        tmp_path / "in.mkv", "ffv1", "yuv420p10le", [in_pq(each) for each in frames], **marks
    )

    result = swap(data)

    with av.open(io.BytesIO(result.result.data)) as opened:
        context = opened.streams.video[0].codec_context
        assert (context.pix_fmt, context.colorspace, context.color_trc) == ("yuv420p", 1, 1)
    face, edge = parts(frames, shown(result.result.data))
    assert result.clip.changed == COUNT
    assert face > 8 > 6 > edge


def test_an_interlaced_avi_is_swapped_frame_by_frame(swap, frames, tmp_path):
    woven = []
    for before, after in pairwise(frames):
        both = before.copy()
        # The second field is a moment later.
        both[1::2] = after[1::2]
        frame = av.VideoFrame.from_ndarray(both, "rgb24").reformat(format="yuv420p")
        woven.append(frame)
    fields = {"flags": "+ilme+ildct", "field_order": "tt"}
    data = made(tmp_path / "in.avi", "mpeg2video", "yuv420p", woven, options=fields)
    with av.open(io.BytesIO(data)) as opened:
        assert next(opened.decode(video=0)).interlaced_frame

    result = swap(data)

    assert result.clip.changed == result.clip.frames == COUNT - 1
    combs = [
        [np.abs(np.diff(each[:, 100:220].astype(int), 2, axis=0)).mean() for each in film]
        for film in (shown(data), shown(result.result.data))
    ]
    assert np.mean(combs[1]) < 0.8 * np.mean(combs[0])


@pytest.mark.parametrize("webm", [False, True])
def test_a_picture_of_pixels_that_are_not_square_keeps_its_shape(swap, frames, tmp_path, webm):
    squeezed = [cv2.resize(frame, (240, 180), interpolation=cv2.INTER_AREA) for frame in frames]
    plain = [av.VideoFrame.from_ndarray(frame, "rgb24") for frame in squeezed]
    data = made(
        tmp_path / "in.mkv",
        "libx264",
        "yuv420p",
        [each.reformat(format="yuv420p") for each in plain],
        sample_aspect_ratio=Fraction(4, 3),
    )

    result = swap(data, Options(webm=webm))

    with av.open(io.BytesIO(result.result.data)) as opened:
        stream = opened.streams.video[0]
        aspect = stream.sample_aspect_ratio or 1
        assert (stream.width * aspect, stream.height) == SIZE
    wide = [cv2.resize(each, SIZE) for each in shown(result.result.data)]
    face, edge = parts(frames, wide)
    assert face > 8 > 6 > edge


def test_subtitles_do_not_disturb(swap, frames, tmp_path):
    plain, titles, path = tmp_path / "plain.mkv", tmp_path / "titles.srt", tmp_path / "in.mkv"
    pictures = [
        av.VideoFrame.from_ndarray(each, "rgb24").reformat(format="yuv420p") for each in frames
    ]
    made(plain, "libx264", "yuv420p", pictures)
    titles.write_text(
        "1\n00:00:00,000 --> 00:00:00,200\nHello\n\n2\n00:00:00,200 --> 00:00:09,000\nBye\n\n"
    )
    with av.open(str(plain)) as old, av.open(str(titles)) as words, av.open(str(path), "w") as new:
        streams = {
            # The words come first.
            source: new.add_stream_from_template(source)
            for source in (words.streams[0], old.streams[0])
        }
        for source, stream in streams.items():
            for packet in source.container.demux(source):
                if packet.size:
                    packet.stream = stream
                    new.mux(packet)

    result = swap(path.read_bytes())

    with av.open(io.BytesIO(result.result.data)) as opened:
        assert [stream.type for stream in opened.streams] == ["video"]
    face, edge = parts(frames, shown(result.result.data))
    assert result.clip.changed == result.clip.frames == COUNT
    assert face > 8 > 6 > edge
