"""Whole clips through the studio: every frame is swapped, at its time, and nothing trembles."""

import io
from dataclasses import replace
from fractions import Fraction

import av
import cv2
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind
from faceswap.domain.errors import MarkTooLong, ResultTooLarge
from faceswap.engine.mesh import unwrap, zones
from tests.engine import clips
from tests.engine.clip_files import COUNT, frames_of, gif_of, times_of, video_of
from tests.engine.clips import drifting

MOST_BYTES = 25_000_000
BESIDE = Fraction(1, 1000)


def flat_faces(frames, meshes):
    """Return the face with a mesh in each frame laid out flat, (frames, texels, 3)."""
    inside = zones.face_zone(64)
    pairs = zip(frames, meshes, strict=True)
    return np.stack([unwrap.unwrap(frame, points, 64)[inside] for frame, points in pairs])


@pytest.fixture(scope="module")
def swapped(studio, order, portrait_clip):
    target = video_of(portrait_clip)
    return target, studio.swap(order(target, "three"))


def test_every_frame_is_swapped_and_none_reverts(engine, swapped):
    target, result = swapped
    before, after = frames_of(target), frames_of(result.result.data)
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
        for frames in (frames_of(target), frames_of(result.result.data))
    ]

    old, new = (np.sqrt((np.diff(path, 2, axis=0)[4:-4] ** 2).mean()) for path in paths)
    assert new <= 1.1 * old


def test_what_is_not_the_face_stays_as_it_was(swapped):
    target, result = swapped
    for old, new in zip(frames_of(target), frames_of(result.result.data), strict=True):
        beside = np.abs(old[:, :120].astype(int) - new[:, :120])
        assert beside.mean() < 3


def test_times_and_sound_are_the_clips_own(swapped):
    target, result = swapped
    assert times_of(result.result.data) == times_of(target)
    with (
        av.open(io.BytesIO(target)) as old,
        av.open(io.BytesIO(result.result.data)) as new,
    ):
        packets = [
            [bytes(packet) for packet in source.demux(audio=0) if packet.size]
            for source in (old, new)
        ]
    assert packets[0] == packets[1] != []


def test_odd_times_are_kept(studio, order, portrait_clip):
    times = list(np.cumsum(np.random.default_rng(2).integers(800, 9000, COUNT)))
    target = video_of(
        portrait_clip, tone=False, base=Fraction(1, 90_000), times=[int(each) for each in times]
    )

    result = studio.swap(order(target, "three"))

    assert times_of(result.result.data) == times_of(target)


def test_a_gif_stays_a_gif_with_its_delays(studio, order, portrait_clip):
    delays = [40 + 10 * (at % 5) for at in range(20)]
    small = [cv2.resize(frame, (320, 180)) for frame in portrait_clip[:20]]

    result = studio.swap(order(gif_of(small, delays), "three"))

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


def test_every_frame_of_a_video_carries_the_mark(studio, order, swapped):
    target, plain = swapped

    made = studio.swap(replace(order(target, "three"), mark="Face swap"))

    before, after = frames_of(plain.result.data), frames_of(made.result.data)
    assert len(after) == COUNT
    assert (corners_of(after).max(axis=(1, 2, 3)) > 225).all()
    assert (corners_of(before).max(axis=(1, 2, 3)) < 225).all()
    # Elsewhere there is only what the encoder makes of it.
    assert np.abs(np.stack(after)[:, :300].astype(int) - np.stack(before)[:, :300]).mean() < 4


def test_every_frame_of_a_gif_carries_the_mark(studio, order, portrait_clip):
    small = [cv2.resize(frame, (320, 180)) for frame in portrait_clip[:12]]
    wanted = order(gif_of(small, 50), "three")

    made = studio.swap(replace(wanted, mark="Face swap"))

    after = frames_of(made.result.data)
    assert len(after) == 12
    letters = (corners_of(after).min(axis=3) > 225).sum(axis=(1, 2))
    assert letters.min() > 60
    # The letters stand still.
    assert np.ptp(letters) < 0.3 * letters.mean()


def test_a_clip_whose_mark_cannot_be_drawn_is_refused(studio, order, swapped):
    target, _ = swapped

    with pytest.raises(MarkTooLong):
        studio.swap(replace(order(target, "three"), mark="x" * 41))


def test_a_result_that_does_not_fit_is_made_smaller(studio, order, portrait_clip):
    target = video_of(portrait_clip)
    most = 60_000

    result = studio.swap(order(target, "three", most_bytes=most))

    assert len(result.result.data) <= most
    assert result.was_reduced
    assert result.clip.bits > 0
    assert times_of(result.result.data) == times_of(target)


def test_a_gif_that_does_not_fit_is_made_smaller(studio, order, portrait_clip):
    target = gif_of(portrait_clip[:8], 50)

    result = studio.swap(order(target, "three", most_bytes=len(target) // 3))

    assert len(result.result.data) <= len(target) // 3
    assert result.was_reduced
    assert (result.result.width, result.result.height) == (result.clip.width, result.clip.height)
    assert result.clip.width < clips.WIDTH


def test_what_cannot_be_made_small_enough_is_refused(studio, order, portrait_clip):
    with pytest.raises(ResultTooLarge):
        studio.swap(order(video_of(portrait_clip), "three", most_bytes=3000))


def whole(studio, wanted, animation):
    """Return a clip's result that nothing makes fit, and check that it may not be any larger."""
    tight = replace(wanted, most_bytes=2000 if animation else 3000)
    result = studio.swap(replace(tight, linked_bytes=MOST_BYTES))
    size = len(result.result.data)
    assert len(studio.swap(replace(tight, linked_bytes=size)).result.data) == size
    with pytest.raises(ResultTooLarge):
        studio.swap(replace(tight, linked_bytes=size - 1))
    return result


def test_a_video_that_cannot_fit_comes_as_it_is_where_it_may_be_linked_to(
    studio, order, portrait_clip
):
    target = video_of(portrait_clip[:8])
    result = whole(studio, order(target, "three"), animation=False)

    assert not result.was_reduced
    assert times_of(result.result.data) == times_of(target)
    assert (result.result.width, result.after.width) == (clips.WIDTH, clips.WIDTH)
    assert result.after.data != result.before.data


def test_a_gif_that_cannot_fit_comes_as_it_is_where_it_may_be_linked_to(
    studio, order, portrait_clip
):
    result = whole(studio, order(gif_of(portrait_clip[:3], 50), "three"), animation=True)

    assert not result.was_reduced
    assert result.result.width == clips.WIDTH
