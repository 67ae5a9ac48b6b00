"""What a seed does to any drawing."""

from __future__ import annotations

import numpy as np
import pytest

from faceswap.engine.scenes.cast.office import OFFICE
from faceswap.engine.scenes.catalogue import SCENES
from faceswap.engine.scenes.frames import VIEWS
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Dice, Look, View
from faceswap.engine.scenes.svg import drawn
from faceswap.engine.scenes.turning import framed, mirrored

SQUARE = View()


def test_a_mirrored_drawing_is_the_other_way_round():
    drawing = OFFICE.draw(Look(OFFICE.palette))
    turned = mirrored(drawing)
    there, back = (drawn(each.body, SQUARE, 200, 200).astype(int) for each in (drawing, turned))
    assert np.abs(there - back[:, ::-1]).mean() < 1
    assert np.abs(there - back).mean() > 1
    assert (turned.head.x, turned.head.yaw) == (1000 - drawing.head.x, -drawing.head.yaw)
    assert turned.light.x == -drawing.light.x


def test_a_drawing_mirrored_twice_is_as_it_was():
    drawing = OFFICE.draw(Look(OFFICE.palette))
    again = mirrored(mirrored(drawing))
    assert (again.head, again.light) == (drawing.head, drawing.light)


@pytest.mark.parametrize("frame", VIEWS)
def test_a_nearer_view_stays_on_the_sheet_and_in_proportion(frame):
    view = VIEWS[frame]
    for seed in range(20):
        near = framed(view, Dice(seed))
        assert near.left >= LEFT
        assert near.right <= RIGHT
        assert near.top >= TOP
        assert near.bottom <= BOTTOM
        wide, high = near.right - near.left, near.bottom - near.top
        ratio = (view.right - view.left) / (view.bottom - view.top)
        assert wide / high == pytest.approx(ratio)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_headgear_stays_in_the_nearest_view(scene):
    head = scene.draw(Look(scene.palette)).head
    near = framed(View(), Dice(0))
    assert near.top < head.y - head.height / 2
    assert near.bottom > head.y + head.height / 2
