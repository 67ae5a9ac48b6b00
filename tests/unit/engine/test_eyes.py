"""Eyes too small to be seen well are open or shut for long, whatever a single look says."""

from itertools import chain, cycle

import numpy as np
import pytest

from faceswap.engine.mesh.eyes import EyeWatch
from faceswap.engine.mesh.gaze import Eye
from faceswap.engine.mesh.topology import FACE

PIXELS = np.zeros((4, 4, 3), np.uint8)


class Looks:
    """An iris network that sees open eyes in the first frame, then what it is told, in turn."""

    def __init__(self, openings):
        self._openings = chain([0.3, 0.3], cycle(openings))

    def one(self, picture, points, *, is_right):
        return Eye((0.5, 0.0), next(self._openings))


def watched(openings, eye_width):
    """Return how far the eyes are shut in 90 frames of a face whose mesh does not move."""
    outer, inner = FACE.canonical[33], FACE.canonical[133]
    points = FACE.canonical * np.float32(eye_width / np.hypot(*(outer - inner)[:2]))
    watch = EyeWatch(Looks(openings))
    return [watch.look(PIXELS, points).shut[0] for _ in range(90)]


@pytest.mark.parametrize(("eye_width", "is_steady"), [(15, True), (40, False)])
def test_lids_that_tremble_do_so_only_where_they_are_seen(eye_width, is_steady):
    shut = watched([0.3, 0.18, 0.26, 0.29, 0.2, 0.28, 0.19, 0.3, 0.27, 0.18], eye_width)

    assert (max(shut) == 0) == is_steady


def test_small_eyes_that_stay_shut_are_shut():
    shut = watched([0.12, 0.15, 0.11, 0.16, 0.13, 0.12, 0.17, 0.12], 15)

    assert set(shut[9:]) == {1.0}
