"""Whole clips through the studio: every frame is swapped, at its time, and nothing trembles."""

import io
import threading
from contextlib import closing
from dataclasses import replace
from fractions import Fraction

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind, ClipLimits
from faceswap.domain.errors import (
    BrokenClip,
    Canceled,
    FaceTooSmall,
    MarkTooLong,
    NoFace,
    ResultTooLarge,
    TooFewFaces,
    TooManyFrames,
)
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.mesh import unwrap, zones
from faceswap.engine.studio import Studio
from faceswap.engine.watch import Watch
from faceswap.ports import SwapOrder, WeightedTemplate
from tests.engine import clips
from tests.engine.clips import Place, drifting

COUNT = 45
RATE = 30
MOST_BYTES = 25_000_000
BESIDE = Fraction(1, 1000)


def video_of(frames, *, tone=True, base=Fraction(1, RATE), times=None):
    """Return frames as an H.264 MP4, with a tone."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as output:
        pictures = output.add_stream("libx264", rate=RATE)
        pictures.width, pictures.height = frames[0].shape[1], frames[0].shape[0]
        pictures.pix_fmt, pictures.options = "yuv420p", {"preset": "ultrafast", "crf": "14"}
        pictures.time_base = pictures.codec_context.time_base = base
        sound = output.add_stream("aac", rate=44_100, layout="stereo") if tone else None
        for at, frame in enumerate(frames):
            made = av.VideoFrame.from_ndarray(frame, format="rgb24")
            made.pts, made.time_base = times[at] if times else at, base
            output.mux(pictures.encode(made))
        output.mux(pictures.encode(None))
        if sound:
            wave = 0.3 * np.sin(np.arange(44_100 * len(frames) // RATE) * 440 * 2 * np.pi / 44_100)
            for begin in range(0, len(wave), 1024):
                both = np.stack([wave[begin : begin + 1024]] * 2).astype(np.float32)
                frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
                frame.rate, frame.pts, frame.time_base = 44_100, begin, Fraction(1, 44_100)
                output.mux(sound.encode(frame))
            output.mux(sound.encode(None))
    return NamedBytes("clip.mp4", stream.getvalue())


def gif_of(frames, delays):
    stream = io.BytesIO()
    first, *rest = (Image.fromarray(frame).quantize(250) for frame in frames)
    first.save(stream, "GIF", save_all=True, append_images=rest, duration=delays, loop=0)
    return NamedBytes("clip.gif", stream.getvalue())


def frames_of(data):
    with av.open(io.BytesIO(data)) as source:
        return [frame.to_ndarray(format="rgb24") for frame in source.decode(video=0)]


def times_of(data):
    with av.open(io.BytesIO(data)) as source:
        stream = source.streams.video[0]
        return [frame.pts * stream.time_base for frame in source.decode(stream)]


def flat_faces(frames, meshes):
    """Return the face with a mesh in each frame laid out flat, (frames, texels, 3)."""
    inside = zones.face_zone(64)
    pairs = zip(frames, meshes, strict=True)
    return np.stack([unwrap.unwrap(frame, points, 64)[inside] for frame, points in pairs])


@pytest.fixture(scope="module")
def portrait_clip():
    return clips.clip(COUNT, (clips.astronaut(), drifting()))


@pytest.fixture(scope="module")
def ordered(people):
    """Return a maker of orders for clips."""

    def make(target, *cast, options=None, most_bytes=MOST_BYTES, reference_seconds=0.0):
        sources = [
            None if name == "_" else (WeightedTemplate(people.template(name), 1.0),)
            for name in cast
        ]
        return SwapOrder(
            target, tuple(sources), options or Options(), most_bytes, reference_seconds
        )

    return make


@pytest.fixture(scope="module")
def swapped(studio, ordered, portrait_clip):
    target = video_of(portrait_clip)
    return target, studio.swap(ordered(target, "three"))


def test_every_frame_is_swapped_and_none_reverts(engine, swapped):
    target, result = swapped
    before, after = frames_of(target.data), frames_of(result.result.data)
    meshes = clips.true_meshes(engine, clips.astronaut(), drifting(), COUNT)
    old, new = flat_faces(before, meshes), flat_faces(after, meshes)

    distances = np.abs(new - old).mean(axis=(1, 2))
    assert result.clip.changed == result.clip.frames == COUNT
    # A frame that shows the old face again would be no further from it than its compression.
    assert distances.min() > 0.8 * np.median(distances) > 4


def test_a_swapped_face_flickers_no_more_than_the_old_one(engine, people, portrait_clip):
    # Not through an encoder: what it makes of levels that differ by one is a matter of luck.
    seen = clips.tracked(engine, portrait_clip)
    after = clips.swapped(engine, seen, people.source("six"))
    meshes = clips.true_meshes(engine, clips.astronaut(), drifting(), COUNT)
    old, new = (flat_faces(frames, meshes) @ [0.3, 0.6, 0.1] for frames in (portrait_clip, after))

    # Beside its contrast: the same tremor moves dark brows more than light ones.
    flicker = [
        np.sqrt((np.diff(face, 2, axis=0) ** 2).mean()) / face.mean(axis=0).std()
        for face in (old, new)
    ]
    assert flicker[1] < 1.2 * flicker[0]
    # Nor does it get brighter and darker as a whole.
    beside = (new - old).mean(axis=1)
    assert np.abs(np.diff(beside)).max() < 1.5


def test_a_swapped_face_trembles_no_more_than_the_old_one(engine, swapped):
    target, result = swapped
    paths = [
        np.stack([frame.seen[0].face.points[:, :2] for frame in clips.tracked(engine, frames)])
        for frames in (frames_of(target.data), frames_of(result.result.data))
    ]

    old, new = (np.sqrt((np.diff(path, 2, axis=0)[4:-4] ** 2).mean()) for path in paths)
    assert new <= 1.1 * old


def test_what_is_not_the_face_stays_as_it_was(swapped):
    target, result = swapped
    for old, new in zip(frames_of(target.data), frames_of(result.result.data), strict=True):
        beside = np.abs(old[:, :120].astype(int) - new[:, :120])
        assert beside.mean() < 3


def test_times_and_sound_are_the_clips_own(swapped):
    target, result = swapped
    assert times_of(result.result.data) == times_of(target.data)
    with (
        av.open(io.BytesIO(target.data)) as old,
        av.open(io.BytesIO(result.result.data)) as new,
    ):
        packets = [
            [bytes(packet) for packet in source.demux(audio=0) if packet.size]
            for source in (old, new)
        ]
    assert packets[0] == packets[1] != []


def test_odd_times_are_kept(studio, ordered, portrait_clip):
    times = list(np.cumsum(np.random.default_rng(2).integers(800, 9000, COUNT)))
    target = video_of(
        portrait_clip, tone=False, base=Fraction(1, 90_000), times=[int(each) for each in times]
    )

    result = studio.swap(ordered(target, "three"))

    assert times_of(result.result.data) == times_of(target.data)


def test_a_gif_stays_a_gif_with_its_delays(studio, ordered, portrait_clip):
    delays = [40 + 10 * (at % 5) for at in range(20)]
    small = [cv2.resize(frame, (320, 180)) for frame in portrait_clip[:20]]

    result = studio.swap(ordered(gif_of(small, delays), "three"))

    assert (result.result.media_type, result.clip.kind) == ("image/gif", ClipKind.GIF)
    with Image.open(io.BytesIO(result.result.data)) as image:
        assert image.n_frames == 20
        found = []
        for at in range(20):
            image.seek(at)
            found.append(image.info["duration"])
    assert found == delays


def corners_of(frames):
    """Return what is in the lower right corners of frames, (frames, 24, 90, 3)."""
    return np.stack([frame[-24:, -90:] for frame in frames]).astype(int)


def test_every_frame_of_a_video_carries_the_mark(studio, ordered, swapped):
    target, plain = swapped

    made = studio.swap(replace(ordered(target, "three"), mark="Face swap"))

    before, after = frames_of(plain.result.data), frames_of(made.result.data)
    assert len(after) == COUNT
    assert (corners_of(after).max(axis=(1, 2, 3)) > 225).all()
    assert (corners_of(before).max(axis=(1, 2, 3)) < 225).all()
    # Elsewhere there is only what the encoder makes of it.
    assert np.abs(np.stack(after)[:, :300].astype(int) - np.stack(before)[:, :300]).mean() < 4


def test_every_frame_of_a_gif_carries_the_mark(studio, ordered, portrait_clip):
    small = [cv2.resize(frame, (320, 180)) for frame in portrait_clip[:12]]
    wanted = ordered(gif_of(small, 50), "three")

    made = studio.swap(replace(wanted, mark="Face swap"))

    after = frames_of(made.result.data)
    assert len(after) == 12
    letters = (corners_of(after).min(axis=3) > 225).sum(axis=(1, 2))
    assert letters.min() > 60
    # The letters stand still.
    assert np.ptp(letters) < 0.3 * letters.mean()


def test_a_clip_whose_mark_cannot_be_drawn_is_refused(studio, ordered, swapped):
    target, _ = swapped

    with pytest.raises(MarkTooLong):
        studio.swap(replace(ordered(target, "three"), mark="x" * 41))


def test_the_face_that_is_largest_at_a_moment_can_be_meant(studio, ordered, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))

    def growing(at):
        return Place(470, 190, 0.45 + 0.022 * at)

    target = video_of(
        clips.clip(COUNT, (clips.astronaut(), lambda _: Place(170, 170, 0.8)), (three, growing)),
        tone=False,
    )

    first = studio.swap(ordered(target, "six"))
    later = studio.swap(ordered(target, "six", reference_seconds=1.4))

    assert (first.swapped, later.swapped) == ((1,), (2,))
    assert len(first.faces) == len(first.clip.appearances) == 2
    assert first.numbered is not None


def test_looking_for_a_face_is_shown_and_costs_nothing(studio, ordered, portrait_clip):
    class Stopping(Watch):
        def report(self, progress, frame):
            super().report(progress, frame)
            self.cancel()

    watch = Stopping()
    with pytest.raises(Canceled) as stopped:
        studio.swap(
            ordered(video_of(portrait_clip, tone=False), "three", reference_seconds=1.4), watch
        )

    assert (stopped.value.done, stopped.value.total) == (0, COUNT)
    with Image.open(io.BytesIO(watch.glimpse().data)) as shown:
        assert shown.size == (480, 270)


def test_a_list_goes_by_the_numbers_of_the_clip(studio, ordered, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))
    frames = clips.clip(
        20,
        (clips.astronaut(), lambda _: Place(170, 170, 0.8)),
        (three, lambda _: Place(470, 190, 0.9)),
    )
    target = video_of(frames, tone=False)

    result = studio.swap(ordered(target, "_", "six"))

    assert result.swapped == (2,)
    for old, new in zip(frames_of(target.data), frames_of(result.result.data), strict=True):
        halves = [np.abs(old[:, part].astype(int) - new[:, part]).mean() for part in HALVES]
        assert halves[1] > halves[0] + 0.5


HALVES = (slice(0, 300), slice(340, 640))


def test_a_survey_tells_who_is_seen_and_when(studio, people):
    three = np.ascontiguousarray(people.of("three").closer(0.7))
    frames = [
        *clips.clip(15, (clips.astronaut(), drifting())),
        *clips.clip(15, (three, drifting(300, 170)), seed=5),
    ]

    survey = studio.survey(video_of(frames, tone=False))

    times = [
        (each.number, round(each.first, 1), round(each.last, 1)) for each in survey.appearances
    ]
    assert times == [(1, 0.0, 0.5), (2, 0.5, 1.0)]
    assert [face.number for face in survey.faces] == [1, 2]
    assert (survey.facts.frames, survey.facts.has_audio) == (30, False)


def test_a_result_that_does_not_fit_is_made_smaller(studio, ordered, portrait_clip):
    target = video_of(portrait_clip)
    most = 60_000

    result = studio.swap(ordered(target, "three", most_bytes=most))

    assert len(result.result.data) <= most
    assert result.was_reduced
    assert result.clip.bits > 0
    assert times_of(result.result.data) == times_of(target.data)


def test_a_gif_that_does_not_fit_is_made_smaller(studio, ordered, portrait_clip):
    target = gif_of(portrait_clip[:8], 50)

    result = studio.swap(ordered(target, "three", most_bytes=len(target.data) // 3))

    assert len(result.result.data) <= len(target.data) // 3
    assert result.was_reduced
    assert (result.result.width, result.result.height) == (result.clip.width, result.clip.height)
    assert result.clip.width < clips.WIDTH


def test_what_cannot_be_made_small_enough_is_refused(studio, ordered, portrait_clip):
    with pytest.raises(ResultTooLarge):
        studio.swap(ordered(video_of(portrait_clip), "three", most_bytes=3000))


def whole(studio, order, animation):
    """Return a clip's result that nothing makes fit, and check that it may not be any larger."""
    tight = replace(order, most_bytes=2000 if animation else 3000)
    result = studio.swap(replace(tight, linked_bytes=MOST_BYTES))
    size = len(result.result.data)
    assert len(studio.swap(replace(tight, linked_bytes=size)).result.data) == size
    with pytest.raises(ResultTooLarge):
        studio.swap(replace(tight, linked_bytes=size - 1))
    return result


def test_a_video_that_cannot_fit_comes_as_it_is_where_it_may_be_linked_to(
    studio, ordered, portrait_clip
):
    target = video_of(portrait_clip[:8])
    result = whole(studio, ordered(target, "three"), animation=False)

    assert not result.was_reduced
    assert times_of(result.result.data) == times_of(target.data)
    assert (result.result.width, result.after.width) == (clips.WIDTH, clips.WIDTH)
    assert result.after.data != result.before.data


def test_a_gif_that_cannot_fit_comes_as_it_is_where_it_may_be_linked_to(
    studio, ordered, portrait_clip
):
    result = whole(studio, ordered(gif_of(portrait_clip[:3], 50), "three"), animation=True)

    assert not result.was_reduced
    assert result.result.width == clips.WIDTH


def test_a_clip_without_a_face_is_refused(studio, ordered):
    with pytest.raises(NoFace):
        studio.swap(ordered(video_of(clips.clip(12)), "three"))


def test_a_list_beyond_the_faces_is_refused(studio, ordered, portrait_clip):
    with pytest.raises(TooFewFaces):
        studio.swap(ordered(video_of(portrait_clip[:12]), "_", "_", "three"))


def test_faces_that_are_too_small_are_refused(studio, ordered):
    far = clips.clip(12, (clips.astronaut(), lambda _: Place(320, 180, 0.25)))

    with pytest.raises((FaceTooSmall, NoFace)):
        studio.swap(ordered(video_of(far), "three"))


def test_a_clip_that_breaks_off_is_refused(studio, ordered, portrait_clip):
    data = video_of(portrait_clip).data

    with pytest.raises(BrokenClip):
        studio.swap(ordered(NamedBytes("clip.mp4", data[: len(data) // 2]), "three"))


def test_a_canceled_clip_stops_at_once(studio, ordered, portrait_clip):
    class Stopping(Watch):
        def report(self, progress, frame):
            super().report(progress, frame)
            if progress.done == 5:
                self.cancel()

    with pytest.raises(Canceled) as stopped:
        studio.swap(ordered(video_of(portrait_clip), "three"), Stopping())

    assert (stopped.value.done, stopped.value.total) == (5, COUNT)


def test_a_clip_is_canceled_while_the_last_frames_are_encoded(studio, ordered, portrait_clip):
    class Ending(Watch):
        def go_on(self):
            super().go_on()
            # All frames are swapped, and none is looked at any more.
            if self.progress and self.progress.done == COUNT:
                self.cancel()

        def on_cancel(self, stop):
            assert self.progress is None
            super().on_cancel(stop)

    with pytest.raises(Canceled) as stopped:
        studio.swap(ordered(video_of(portrait_clip), "three"), Ending())

    assert (stopped.value.done, stopped.value.total) == (COUNT, COUNT)


def test_a_clip_that_is_canceled_while_its_sound_is_joined_leaves_nothing(
    studio, ordered, portrait_clip, tmp_path
):
    class Joining(Watch):
        def on_cancel(self, stop):
            super().on_cancel(stop)
            if self.progress and self.progress.done == COUNT:
                self.cancel()

    order = ordered(video_of(portrait_clip), "three")
    target = tmp_path / "in.mp4"
    target.write_bytes(order.target.data)

    with pytest.raises(Canceled) as stopped:
        studio.swap_file(target, tmp_path / "out.mp4", order.cast, Options(), watch=Joining())

    assert (stopped.value.done, stopped.value.total) == (COUNT, COUNT)
    assert [path.name for path in tmp_path.iterdir()] == ["in.mp4"]


def test_no_thread_and_no_process_is_left(studio, ordered, portrait_clip):
    target = video_of(portrait_clip[:12])
    studio.swap(ordered(target, "three"))
    before = threading.active_count()

    studio.swap(ordered(target, "three"))

    assert threading.active_count() == before


def test_more_frames_than_are_taken_are_refused(engine, ordered, portrait_clip):
    limits = ClipLimits(most_frames=20)
    with closing(Studio(engine, PictureLimits(), limits)) as studio, pytest.raises(TooManyFrames):
        studio.swap(ordered(video_of(portrait_clip), "three"))


def test_progress_tells_frames_and_shows_one(studio, ordered, portrait_clip):
    watch = Watch()

    studio.swap(ordered(video_of(portrait_clip), "three"), watch)

    assert (watch.progress.done, watch.progress.total) == (COUNT, COUNT)
    with Image.open(io.BytesIO(watch.glimpse().data)) as shown:
        assert shown.size == (480, 270)
