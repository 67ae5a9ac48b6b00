"""Faces keep their numbers, gaps are bridged, and what is smoothed does not lag."""

import math
import os
import sys
import threading

import cv2
import numpy as np
import pytest

from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.relay import Relay
from tests.engine import clips
from tests.engine.clips import Place, drifting

FEW = 48


def numbers(frames):
    return [[seen.number for seen in frame.seen] for frame in frames]


def middle(seen):
    return seen.face.points[:, :2].mean(axis=0)


@pytest.fixture(scope="module")
def head(people):
    """Return who gives one of the six with what is around, about as large as the astronaut."""
    return lambda name: np.ascontiguousarray(people.of(name).closer(0.7))


@pytest.fixture(scope="module")
def swaying(engine):
    frames = clips.clip(96, (clips.astronaut(), drifting()))
    return frames, clips.tracked(engine, frames)


def test_frames_leave_as_they_came(swaying):
    frames, tracked = swaying

    assert len(tracked) == len(frames)
    for picture, frame in zip(frames, tracked, strict=True):
        left = frame.canvas.cut((0, 0, clips.WIDTH, clips.HEIGHT))
        assert np.array_equal(left, picture)


def test_somebody_who_moves_is_seen_in_every_frame(swaying):
    _, tracked = swaying

    assert numbers(tracked) == [[1]] * len(tracked)


def test_a_face_fills_the_box_that_it_is_found_in(swaying):
    _, tracked = swaying

    for frame in tracked:
        assert frame.seen[0].box == frame.seen[0].found.box


def test_a_smoothed_mesh_trembles_no_more_than_the_face_moves(engine, swaying):
    """The second difference of a path is what the eye sees as trembling."""
    frames, tracked = swaying
    truth = clips.true_meshes(engine, clips.astronaut(), drifting(), len(frames))[..., :2]
    seen = np.stack([frame.seen[0].face.points[:, :2] for frame in tracked])

    # The mesh's own opinion of the face differs from that of the still by a constant.
    own, moved = (np.diff(points, 2, axis=0)[4:-4] for points in (truth, seen))
    excess = np.sqrt((moved**2).mean()) / np.sqrt((own**2).mean())
    assert excess <= 1.1


def test_smoothing_does_not_lag(engine, swaying):
    frames, tracked = swaying
    meshes = clips.true_meshes(engine, clips.astronaut(), drifting(), len(frames))
    truth = meshes[..., :2].mean(axis=1)
    seen = np.stack([middle(frame.seen[0]) for frame in tracked])

    def miss(shift):
        a, b = truth[3:-3], seen[3 + shift : len(seen) - 3 + shift]
        return float(np.abs((a - a.mean(axis=0)) - (b - b.mean(axis=0))).mean())

    assert min(range(-2, 3), key=miss) == 0


def test_a_face_that_is_covered_for_a_while_is_bridged(engine):
    frames = clips.clip(FEW, (clips.astronaut(), drifting()))
    for at in range(20, 28):
        frames[at][60:300, 180:460] = 90

    tracked = clips.tracked(engine, frames)

    assert numbers(tracked) == [[1]] * FEW
    path = np.stack([middle(frame.seen[0]) for frame in tracked])
    assert np.abs(np.diff(path, axis=0)).max() < 12


def test_frames_that_a_decoder_spoilt_are_bridged(engine):
    frames = clips.clip(FEW, (clips.astronaut(), drifting()))
    for at in (9, 17, 18, 33):
        frames[at] = cv2.GaussianBlur(frames[at], (0, 0), 25)

    assert numbers(clips.tracked(engine, frames)) == [[1]] * FEW


def test_a_face_that_comes_in_is_seen_from_where_it_came_in(engine):
    def coming(at):
        return Place(-150 + 16 * at, 180, 1.0) if at >= 5 else None

    tracked = clips.tracked(engine, clips.clip(FEW, (clips.astronaut(), coming)))

    seen = [bool(frame.seen) for frame in tracked]
    assert not any(seen[:8])
    # All of the face is in the frame when its picture's middle is.
    assert all(seen[14:])


def test_a_fast_face_is_not_lost(engine):
    def dashing(at):
        return Place(320 + 200 * math.sin(at / 4.5), 180, 0.9)

    assert (
        numbers(clips.tracked(engine, clips.clip(FEW, (clips.astronaut(), dashing)))) == [[1]] * FEW
    )


def jumping(step, turns_back):
    """Return a path that stands, then moves by `step` pixels a frame, to and fro or to the edge."""
    across = 520

    def path(at):
        gone = step * max(0, at - 20)
        back = across - abs(gone % (2 * across) - across)
        return Place(60 + (back if turns_back else min(gone, across)), 180, 0.85)

    return path


@pytest.mark.parametrize("turns_back", [False, True], ids=["stops", "turns back"])
@pytest.mark.parametrize("step", [40, 77, 120])
def test_a_face_that_jumps_is_where_it_is_in_every_frame(engine, step, turns_back):
    """A face 80 px wide: where it begins to move and where it stops, nobody could foresee it."""
    path = jumping(step, turns_back)
    tracked = clips.tracked(engine, clips.clip(45, (clips.astronaut(), path)))

    assert numbers(tracked) == [[1]] * 45
    apart = np.array([middle(frame.seen[0])[0] - path(at).x for at, frame in enumerate(tracked)])
    assert np.abs(apart - apart[0]).max() < 5


def test_two_people_keep_their_numbers_while_they_pass(engine, head):
    def rightwards(at):
        return Place(160 + 6 * at, 110, 0.75)

    def leftwards(at):
        return Place(480 - 6 * at, 250, 0.9)

    tracked = clips.tracked(
        engine,
        clips.clip(FEW, (clips.astronaut(), rightwards), (head("three"), leftwards)),
    )

    assert numbers(tracked) == [[1, 2]] * FEW
    first, second = (np.stack([middle(f.seen[n]) for f in tracked]) for n in (0, 1))
    assert first[-1, 0] - first[0, 0] > 200
    assert second[0, 0] - second[-1, 0] > 200


def test_a_cut_begins_anew_and_knows_who_was_there_before(engine, head):
    one = clips.clip(20, (clips.astronaut(), drifting()))
    other = clips.clip(20, (head("three"), drifting(300, 170, 1.2)), seed=5)
    again = clips.clip(20, (clips.astronaut(), drifting(200, 200, 0.8)), seed=7)

    tracked = clips.tracked(engine, [*one, *other, *again])

    assert numbers(tracked) == [[1]] * 20 + [[2]] * 20 + [[1]] * 20
    assert [frame.shot for frame in tracked] == [0] * 20 + [1] * 20 + [2] * 20


def test_a_cut_from_one_speaker_to_the_other_is_noticed_at_the_same_place(engine, head):
    place = drifting(320, 180, 1.0, wide=5)
    one = clips.clip(20, (clips.astronaut(), place))
    other = clips.clip(20, (cv2.resize(head("three"), (300, 300)), place))

    tracked = clips.tracked(engine, [*one, *other])

    assert numbers(tracked) == [[1]] * 20 + [[2]] * 20


def test_a_lamp_is_no_cut(engine):
    frames = clips.clip(40, (clips.astronaut(), drifting()))
    for at in range(20, 40):
        frames[at] = np.clip(frames[at] * 0.45, 0, 255).astype(np.uint8)

    tracked = clips.tracked(engine, frames)

    assert numbers(tracked) == [[1]] * 40
    assert {frame.shot for frame in tracked} == {0}


@pytest.mark.parametrize("level", [0, 255])
def test_a_flash_is_no_shot_and_shows_nobody(engine, level):
    frames = clips.clip(36, (clips.astronaut(), drifting()))
    flashes = [*range(5, 36, 6), 24, 25]
    for at in flashes:
        frames[at][:] = level
        # A channel's mark stays.
        frames[at][10:40, 20:170] = 128

    tracked = clips.tracked(engine, frames)

    assert {frame.shot for frame in tracked} == {0}
    assert numbers(tracked) == [[] if at in flashes else [1] for at in range(36)]


def test_another_shot_after_a_flash_is_another_shot(engine, head):
    one = clips.clip(12, (clips.astronaut(), drifting()))
    other = clips.clip(12, (head("three"), drifting(300, 170, 1.2)), seed=5)
    white = np.full_like(one[0], 255)

    tracked = clips.tracked(engine, [*one, white, *other])

    assert numbers(tracked) == [[1]] * 12 + [[]] + [[2]] * 12


def test_nobody_is_nobody(engine):
    tracked = clips.tracked(engine, clips.clip(20))

    assert numbers(tracked) == [[]] * 20


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_clip_of_few_frames_is_tracked_too(engine, count):
    tracked = clips.tracked(engine, clips.clip(count, (clips.astronaut(), drifting())))

    assert numbers(tracked) == [[1]] * count


def test_the_same_clip_gives_the_same_numbers_and_places(engine, head):
    frames = clips.clip(24, (clips.astronaut(), drifting(160)), (head("three"), drifting(480)))

    first, second = clips.tracked(engine, frames), clips.tracked(engine, frames)

    assert numbers(first) == numbers(second) == [[1, 2]] * 24
    for one, other in zip(first, second, strict=True):
        for here, there in zip(one.seen, other.seen, strict=True):
            assert np.array_equal(here.face.points, there.face.points)


def test_a_small_face_that_comes_in_between_two_looks_is_followed_back(engine, head):
    def away_at_first(at):
        return Place(500, 250, 0.35) if at >= 20 else None

    tracked = clips.tracked(
        engine,
        clips.clip(FEW, (clips.astronaut(), drifting(200)), (head("three"), away_at_first)),
    )

    assert numbers(tracked) == [[1]] * 20 + [[1, 2]] * (FEW - 20)


@pytest.mark.parametrize(("who", "wide"), [("three", 48), ("one", 60)])
def test_a_small_face_of_a_large_clip_is_seen_from_where_it_came_in(engine, people, who, wide):
    face = people.of(who)
    small = cv2.resize(
        face.closer(),
        None,
        fx=wide / face.width,
        fy=wide / face.width,
        interpolation=cv2.INTER_AREA,
    )
    high, across = small.shape[:2]
    around = cv2.resize(clips.background(0), (1920, 1080), interpolation=cv2.INTER_LINEAR)
    frames = [around.copy() for _ in range(36)]
    for at in range(20, 36):
        x, y = 1200 + 3 * at, 500 + at
        frames[at][y : y + high, x : x + across] = small

    assert numbers(clips.tracked(engine, frames)) == [[]] * 20 + [[1]] * 16


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all threads are alike")
def test_a_clip_leaves_the_engines_threads_as_urgent_as_they_were():
    engine = MeshEngine()
    picture = clips.astronaut()

    def found():
        yield engine.detect(picture)

    with Relay(found, "tracking", lambda: None, gives_way=True) as faces:
        assert len(next(faces)) == 1

    mine = [thread for thread in threading.enumerate() if thread.name.startswith("mesh")]
    urgencies = {os.getpriority(os.PRIO_PROCESS, thread.native_id) for thread in mine}
    assert urgencies == {os.getpriority(os.PRIO_PROCESS, threading.get_native_id())}
