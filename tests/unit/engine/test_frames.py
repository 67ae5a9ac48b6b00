"""Regions of a clip's frames."""

import cv2
import numpy as np
import pytest

from faceswap.engine.media.clips import Matrix
from faceswap.engine.media.frames import YuvCanvas
from faceswap.engine.media.scaling import square_of

SIDE = 96
# Turns in radians, sides and middles in pixels; the last lie across the frame's edges.
SQUARES = [
    (0.0, 96.0, (320, 180)),
    (0.4, 130.0, (200, 150)),
    (-1.2, 40.0, (500, 300)),
    (2.5, 700.0, (310, 190)),
    (0.3, 260.0, (10, 350)),
    (-0.7, 300.0, (640, 20)),
]


def smooth(width, height, seed, least, most):
    rough = np.random.default_rng(seed).random((height, width)).astype(np.float32)
    blurred = cv2.GaussianBlur(rough, (0, 0), 4)
    return cv2.normalize(blurred, None, least, most, cv2.NORM_MINMAX).astype(np.uint8)


@pytest.mark.parametrize(("turn", "across", "middle"), SQUARES)
def test_a_square_is_what_the_whole_frame_has_there(turn, across, middle):
    colours = (smooth(320, 180, seed, 110, 146) for seed in (2, 3))
    planes = smooth(640, 360, 1, 60, 200), *colours
    canvas = YuvCanvas(planes, Matrix.BT709, is_full_range=False)
    whole = canvas.cut((0, 0, 640, 360))
    matrix = cv2.getRotationMatrix2D(middle, np.degrees(turn), SIDE / across)
    matrix[:, 2] += SIDE / 2 - np.array(middle)

    square = canvas.square(matrix, SIDE)

    wanted = square_of(whole, matrix, SIDE)
    assert np.abs(square.astype(int) - wanted).mean() < 1.0
    assert np.percentile(np.abs(square.astype(int) - wanted), 99) <= 6
