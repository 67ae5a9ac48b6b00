"""What eyes do is told by more than a single look of a network that errs."""

from itertools import chain, cycle, repeat

import numpy as np
import pytest

from faceswap.engine.mesh.eyes import LONGEST_BLINK, EyeWatch
from faceswap.engine.mesh.gaze import Eye
from faceswap.engine.mesh.topology import FACE

PIXELS = np.zeros((4, 4, 3), np.uint8)


class Looks:
    """An iris network that sees what it is told: openings, and where the right iris is."""

    def __init__(self, openings, places):
        self._looks = zip(openings, places, strict=False)

    def one(self, picture, points, *, is_right):
        opening, place = next(self._looks)
        return Eye((place if is_right else 1 - place, 0.0), opening)


def seen(openings, eye_width, places=None, count=90):
    """Return what the eyes do in the frames of a face whose mesh does not move."""
    outer, inner = FACE.canonical[33], FACE.canonical[133]
    points = FACE.canonical * np.float32(eye_width / np.hypot(*(outer - inner)[:2]))
    watch = EyeWatch(Looks(chain([0.3, 0.3], openings), chain([0.3, 0.3], places or repeat(0.3))))
    return [watch.look(PIXELS, points) for _ in range(count)]


def watched(openings, eye_width):
    """Return how far the eyes are shut, frame by frame, when they are so open again and again."""
    return [eyes.shut[0] for eyes in seen(cycle(openings), eye_width)]


@pytest.mark.parametrize(("eye_width", "is_steady"), [(15, True), (40, False)])
def test_lids_that_tremble_do_so_only_where_they_are_seen(eye_width, is_steady):
    shut = watched([0.3, 0.18, 0.26, 0.29, 0.2, 0.28, 0.19, 0.3, 0.27, 0.18], eye_width)

    assert (max(shut) == 0) == is_steady


def test_small_eyes_that_stay_shut_are_shut():
    shut = watched([0.12, 0.15, 0.11, 0.16, 0.13, 0.12, 0.17, 0.12], 15)

    assert set(shut[9:]) == {1.0}


NARROW = 0.25


def looking(openings, places):
    """Return a large eye's gaze and how far it is shut, frame by frame, ended by open looks."""
    eyes = seen(chain(openings, repeat(0.3)), 40, chain(places, repeat(0.3)))
    return [each.gaze.right[0] for each in eyes], [each.shut[0] for each in eyes]


def test_lids_that_seem_to_have_an_iris_elsewhere_are_shut():
    gaze, shut = looking([NARROW] * 4, [0.5] * 4)

    assert max(shut) == 1
    assert shut[-1] == 0
    assert {round(each, 3) for each in gaze} == {0.3}


def test_eyes_that_only_narrow_are_open():
    _, shut = looking([NARROW] * 4, [0.3] * 4)

    assert max(shut) < 0.1


def test_eyes_that_look_aside_do_so():
    gaze, shut = looking([0.3] * 4, [0.5] * 4)

    assert max(shut) == 0
    assert max(gaze) == pytest.approx(0.5)


def test_who_narrows_their_eyes_and_goes_on_looking_aside_does_so():
    looks = 2 * LONGEST_BLINK
    gaze, shut = looking([NARROW] * looks, [0.5] * looks)

    assert shut[looks] < 0.1
    assert max(gaze) == pytest.approx(0.5)
