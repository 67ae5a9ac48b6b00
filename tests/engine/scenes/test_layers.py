import numpy as np
import pytest

from faceswap.engine.scenes.heads import Patch
from faceswap.engine.scenes.layers import Size, alpha_of, lay, layer, soft
from faceswap.engine.scenes.meeting import cast_shadow, wrap
from faceswap.engine.scenes.scene import Light, View
from faceswap.engine.scenes.svg import drawn

SIZE = Size(View(), 512, 512)
SQUARE = '<rect x="600" y="200" width="150" height="300" fill="#ff8000" fill-opacity="0.5"/>'
WHOLE = '<rect x="-300" y="-300" width="2000" height="2000" fill="#4060a0"/>'


@pytest.mark.parametrize("svg", [SQUARE, WHOLE, SQUARE.replace("200", "-100"), ""])
def test_a_layer_is_what_is_drawn_and_no_larger(svg: str):
    patch = layer(svg, SIZE)
    whole = np.full((512, 512, 3), 100, np.float32)
    part = whole.copy()
    lay(whole, Patch(0, 0, drawn(svg, SIZE.view, 512, 512)))
    lay(part, patch)
    assert np.abs(whole - part).max() < 2
    assert svg == WHOLE or patch.pixels.size < 4 * 512 * 512 / 4


def test_a_patch_that_reaches_beyond_the_picture_is_cut():
    picture = np.zeros((20, 30, 3), np.float32)
    patch = Patch(-5, 15, np.full((10, 10, 4), 255, np.uint8))
    lay(picture, patch)
    assert np.count_nonzero(picture[..., 0]) == 25
    assert np.count_nonzero(alpha_of(patch, 20, 30)) == 25


def test_a_patch_outside_the_picture_does_nothing():
    picture = np.zeros((20, 30, 3), np.float32)
    lay(picture, Patch(40, 40, np.full((10, 10, 4), 255, np.uint8)))
    assert not picture.any()


def test_a_soft_backdrop_has_no_edges_left():
    line = WHOLE + '<rect x="500" y="-300" width="800" height="2000" fill="#ffffff"/>'
    crisp, blurred = (np.abs(np.diff(soft(line, SIZE, by)[..., 0], axis=1)).max() for by in (0, 30))
    assert crisp > 150
    assert blurred < 20


def test_a_soft_backdrop_is_as_light_at_the_edges_as_inside():
    assert np.ptp(soft(WHOLE, SIZE, 40)[..., 2]) < 2


def box(left: int, top: int, right: int, bottom: int) -> np.ndarray:
    alpha = np.zeros((200, 200), np.uint8)
    alpha[top:bottom, left:right] = 255
    return alpha


def test_a_shadow_falls_away_from_the_lamp_and_only_onto_what_is_there():
    picture = np.full((200, 200, 3), 200, np.float32)
    head, body = box(80, 20, 120, 100), box(0, 90, 200, 160)
    cast_shadow(picture, head, body, Light(x=-0.8, y=-0.3, z=0.5), 80)
    assert picture[105, 122, 0] < picture[105, 78, 0] - 3
    assert picture[105, 100, 0] < 190
    assert (picture[:90] == 200).all()
    assert (picture[130:] > 195).all()


def test_a_shadow_of_nothing_is_none():
    picture = np.full((200, 200, 3), 200, np.float32)
    cast_shadow(picture, box(0, 0, 0, 0), box(0, 0, 200, 200), Light(), 80)
    assert (picture == 200).all()


def test_the_backdrop_shines_over_edges_and_a_rim_lines_the_side_away_from_the_lamp():
    light = Light(x=-0.8, rim="#ff0000")
    picture = np.full((200, 200, 3), 60, np.float32)
    backdrop = np.full((200, 200, 3), (0, 0, 250), np.float32)
    wrap(picture, backdrop, box(50, 50, 150, 150), light)
    assert picture[100, 50, 2] > 75
    assert (picture[100, 100] == 60).all()
    assert (picture[100, 20] == 60).all()
    assert picture[100, 149, 0] > picture[100, 50, 0] + 2
