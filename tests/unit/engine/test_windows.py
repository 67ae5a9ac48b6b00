"""The windows a picture is looked at in show all of it, finely enough for faces of every size."""

import numpy as np
import pytest

from faceswap.engine.mesh.models import PALM, SHORT_RANGE, read_model, widen
from faceswap.engine.mesh.windows import LEAST_SCALE, SIDES, plan_windows

# Pixels of a window between which the network finds a face, all but surely.
LEAST, MOST = 40 * LEAST_SCALE, 120
PICTURES = [
    *((1920, 1080), (1080, 1920), (1280, 720), (1280, 886), (640, 480), (512, 512), (300, 200)),
    *((4032, 3024), (3024, 4032), (4096, 4096), (7680, 4320), (1170, 2532), (3000, 200)),
    *((32, 32), (1, 500)),
]


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize(("width", "height"), PICTURES)
def test_there_is_a_network_for_every_window(width, height, quick):
    windows = plan_windows(width, height, quick=quick)
    sides = {(window.width, window.height) for window in windows}

    assert sides <= set(SIDES)
    # A window is turned with what it shows.
    assert {(down, across) for across, down in sides} <= set(SIDES)


@pytest.mark.parametrize("quick", [False, True])
@pytest.mark.parametrize(("width", "height"), PICTURES)
def test_every_level_shows_all_of_the_picture(width, height, quick):
    windows = plan_windows(width, height, quick=quick)

    for scale in {window.scale for window in windows}:
        across, down = max(1, round(width * scale)), max(1, round(height * scale))
        seen = np.zeros((down, across), bool)
        for window in windows:
            if window.scale == scale:
                left, top = window.left, window.top
                seen[top : top + window.height, left : left + window.width] = True
        assert seen.all()


@pytest.mark.parametrize(("width", "height"), PICTURES)
def test_a_face_of_any_size_is_of_a_fitting_size_somewhere(width, height):
    longer = max(width, height)
    scales = [window.scale for window in plan_windows(width, height)]

    for face in np.geomspace(40, max(40, longer), 200):
        # What fills the picture fills the network's own input.
        fills = face >= 0.8 * longer
        assert fills or any(LEAST - 0.01 <= face * scale <= MOST for scale in scales)


@pytest.mark.parametrize(("width", "height"), [(640, 360), (360, 640)])
def test_a_quick_look_at_half_a_frame_takes_one_tile(width, height):
    tiles = plan_windows(width, height, quick=True)[2:]

    assert [tile.scale for tile in tiles] == [1.0]


def test_a_close_up_is_shown_to_the_network_in_its_own_input():
    assert any((window.width, window.height) == (128, 128) for window in plan_windows(600, 660))


@pytest.mark.parametrize(("width", "height"), PICTURES)
def test_no_picture_is_looked_at_much_more_often_than_once(width, height):
    finest = max(window.scale for window in plan_windows(width, height))
    cost = sum(window.width * window.height for window in plan_windows(width, height))

    assert cost < 2.2 * width * height * finest**2 + 2 * 512 * 544 + 2 * 192 * 192


def test_only_the_network_it_knows_is_widened():
    assert len(widen(read_model(SHORT_RANGE), 512, 320)) == len(read_model(SHORT_RANGE))
    with pytest.raises(ValueError, match="no single output of stride 8"):
        widen(read_model(PALM), 512, 320)
