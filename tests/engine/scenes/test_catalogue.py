import re
from itertools import chain

import pytest

from faceswap.domain.wording import Frame
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.scenes.frames import VIEWS
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, Backdrop, Dice, Look, Scene, View
from faceswap.engine.scenes.svg import drawn

IDS = re.compile(r'\bid="([^"]+)"')
ALL = [*SCENES, *BACKDROPS]


def look(each: Scene | Backdrop, frame: Frame = Frame.SQUARE) -> Look:
    return Look(each.palette, dice=Dice(5), view=VIEWS[frame])


def test_names_are_unique_and_typed_as_they_are():
    names = [each.name for each in ALL]
    assert len(set(names)) == len(names)
    assert all(name == name.strip().lower() for name in names)


def test_each_has_words_and_a_title():
    assert all(each.words and each.title for each in ALL)
    assert all(word == word.lower() for each in ALL for word in each.words)


@pytest.mark.parametrize("frame", Frame)
@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_scene_draws_and_its_backdrop_fills_the_picture(scene: Scene, frame: Frame):
    drawing = scene.draw(look(scene, frame))
    view = VIEWS[frame]
    assert drawn(drawing.backdrop, view, 128, 128)[..., 3].min() == 255
    assert drawn(drawing.body, view, 128, 128)[..., 3].max() > 250
    drawn(drawing.front, view, 128, 128)
    assert drawing.head.height > 250
    assert abs(drawing.head.yaw) <= 25
    assert abs(drawing.head.pitch) <= 12
    assert abs(drawing.head.roll) <= 15


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_ids_of_a_scene_do_not_meet_and_begin_with_their_fragment(scene: Scene):
    drawing = scene.draw(look(scene))
    fragments = {"backdrop": drawing.backdrop, "body": drawing.body, "front": drawing.front}
    ids = {name: IDS.findall(svg) for name, svg in fragments.items()}
    every = list(chain.from_iterable(ids.values()))
    assert len(set(every)) == len(every)
    for name, found in ids.items():
        assert all(each.startswith(f"{name}-") for each in found)


@pytest.mark.parametrize("backdrop", BACKDROPS, ids=lambda backdrop: backdrop.name)
def test_a_place_fills_the_whole_sheet(backdrop: Backdrop):
    place = backdrop.draw(look(backdrop))
    view = View(LEFT, TOP, RIGHT, BOTTOM)
    assert drawn(place.svg, view, 128, 116)[..., 3].min() == 255
    assert place.floor is None or TOP < place.floor < BOTTOM


@pytest.mark.parametrize("each", ALL, ids=lambda each: each.name)
def test_the_same_dice_draw_the_same(each: Scene | Backdrop):
    assert each.draw(look(each)) == each.draw(look(each))
