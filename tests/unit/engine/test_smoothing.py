"""A face that is still does not tremble, and one that moves is where it was seen."""

import numpy as np
import pytest

from faceswap.engine.smoothing import REACH, smoothed

WIDTH, COUNT = 200.0, 80
MIDDLES = range(REACH, COUNT - REACH)


def face():
    """Return 100 points in a square 200 px wide."""
    return np.random.default_rng(1).uniform(0, WIDTH, (100, 3)).astype(np.float32)


def clip(path, tremor=0.0):
    """Return a face in each frame, moved by `path` of the frame, as a network sees it."""
    rng = np.random.default_rng(2)
    return [
        (face() + path(at) + rng.normal(0, tremor, (100, 3))).astype(np.float32)
        for at in range(COUNT)
    ]


def all_smoothed(meshes):
    return np.stack([smoothed(meshes[at - REACH : at + REACH + 1]) for at in MIDDLES])


def still(at):
    return 0.0


def nodding(at):
    """Return where a head is that nods once a second, by 6 % of its width."""
    return np.array([0.0, 0.06 * WIDTH * np.sin(at * np.pi / 15), 0.0])


def test_a_face_that_is_still_trembles_by_less_than_half():
    tremor = 0.3

    miss = all_smoothed(clip(still, tremor)) - face()

    assert miss[..., :2].std() < 0.45 * tremor


def test_a_head_that_nods_is_where_it_is():
    truth = np.stack([face() + nodding(at) for at in MIDDLES])

    miss = all_smoothed(clip(nodding, 0.3)) - truth

    # Over half a second alone, a parabola would cut a nod short by 3 px.
    assert np.abs(miss.mean(axis=1)[:, 1]).max() < 0.6


def test_what_moves_evenly_does_not_lag():
    drifting = np.array([3.0, -1.0, 0.5])
    truth = np.stack([face() + at * drifting for at in MIDDLES])

    assert np.abs(all_smoothed(clip(lambda at: at * drifting)) - truth).max() < 0.01


def test_a_lid_that_shuts_for_two_frames_does_so():
    meshes = clip(still)
    for at in (40, 41):
        meshes[at][7, 1] += 0.03 * WIDTH

    lid = all_smoothed(meshes)[:, 7, 1] - face()[7, 1]

    assert lid[[at - REACH for at in (40, 41)]].min() > 0.85 * 0.03 * WIDTH
    assert np.abs(lid[[at - REACH for at in (36, 37, 44, 45)]]).max() < 0.004 * WIDTH


def test_a_face_that_jumps_is_smoothed_from_neither_place():
    meshes = clip(lambda at: 0.5 * WIDTH * (at >= 40))

    assert np.abs(all_smoothed(meshes) - np.stack([meshes[at] for at in MIDDLES])).max() < 0.5


@pytest.mark.parametrize("gone", [1, 3, 4, REACH])
def test_a_face_that_has_only_come_is_smoothed_by_what_there_is(gone):
    meshes = clip(still, 0.3)
    around = [None] * REACH + meshes[REACH : 2 * REACH + 1]
    for at in range(REACH - gone + 1, REACH):
        around[at] = meshes[at]

    assert np.abs(smoothed(around) - face())[:, :2].mean() < 0.5


def test_one_frame_alone_stays():
    around = [None] * REACH + [face()] + [None] * REACH

    assert np.array_equal(smoothed(around), face())
