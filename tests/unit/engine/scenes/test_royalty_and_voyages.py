import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from faceswap.engine.scenes.cast.astronaut import ASTRONAUT
from faceswap.engine.scenes.cast.diver import DIVER
from faceswap.engine.scenes.cast.explorer import EXPLORER
from faceswap.engine.scenes.cast.king import KING
from faceswap.engine.scenes.cast.knight import KNIGHT
from faceswap.engine.scenes.cast.pharaoh import PHARAOH
from faceswap.engine.scenes.cast.pilot import PILOT
from faceswap.engine.scenes.cast.pirate import PIRATE
from faceswap.engine.scenes.cast.queen import QUEEN
from faceswap.engine.scenes.cast.samurai import SAMURAI
from faceswap.engine.scenes.scene import Dice, Drawing, Look, Mood, Scene, View
from faceswap.engine.scenes.svg import drawn

SCENES = (KING, QUEEN, KNIGHT, SAMURAI, PHARAOH, ASTRONAUT, PILOT, DIVER, EXPLORER, PIRATE)
VIEWS = {
    "square": View(),
    "portrait": View(100, -50, 900, 1119),
    "landscape": View(-231, 0, 1231, 1000),
}
MOST = 180_000
every_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


def fragments(drawing: Drawing) -> dict[str, str]:
    return {"backdrop": drawing.backdrop, "body": drawing.body, "front": drawing.front}


def looks(scene: Scene) -> list[Look]:
    return [Look(scene.palette, mood=mood, dice=Dice(seed)) for mood in Mood for seed in range(3)]


@every_scene
@pytest.mark.parametrize("frame", VIEWS)
def test_a_scene_draws_in_every_frame(scene: Scene, frame: str) -> None:
    view = VIEWS[frame]
    drawing = scene.draw(Look(scene.palette, view=view))
    width, height = int(view.right - view.left) // 8, int(view.bottom - view.top) // 8

    layers = {
        name: drawn(svg, view, width, height)[..., 3] for name, svg in fragments(drawing).items()
    }

    assert layers["backdrop"].min() == 255
    assert layers["body"][-1, width // 2] == 255
    assert layers["front"].max() == 255


@every_scene
def test_a_face_is_left_free(scene: Scene) -> None:
    drawing = scene.draw(Look(scene.palette))
    head = drawing.head
    scale = head.height / 400

    front = drawn(drawing.front, View(), 500, 500)[..., 3]

    for across, down in ((0, -70), (0, 60), (-62, 10), (62, 10), (0, 130), (0, 185), (-80, 90)):
        x, y = head.x + across * scale, head.y + down * scale
        assert front[int(y / 2), int(x / 2)] < 90, (across, down)


@every_scene
def test_its_fragments_are_sound_and_of_bounded_size(scene: Scene) -> None:
    for look in looks(scene):
        for name, svg in fragments(scene.draw(look)).items():
            assert len(svg) < MOST
            ElementTree.fromstring(f"<svg>{svg}</svg>")  # noqa: S314 - our own drawing
            ids = re.findall(r'\bid="([^"]+)"', svg)
            assert len(ids) == len(set(ids))
            assert all(each.startswith(f"{name}-") for each in ids)
            assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)


@every_scene
def test_a_colour_that_is_asked_for_takes_the_place_of_its_own(scene: Scene) -> None:
    asked = replace(scene.palette, main="#12ab56", accent="#7d12c3")

    drawing = scene.draw(Look(asked))

    own = fragments(scene.draw(Look(scene.palette)))
    assert scene.palette.main in own["body"]
    assert "#12ab56" in drawing.body
    for svg in fragments(drawing).values():
        assert scene.palette.main not in svg
        assert scene.palette.accent not in svg


@every_scene
def test_the_seed_varies_what_is_drawn_and_makes_it_again(scene: Scene) -> None:
    sheets = [scene.draw(Look(scene.palette, dice=Dice(seed))) for seed in (1, 1, 2, 3)]

    assert sheets[0] == sheets[1]
    assert len({sheet.backdrop for sheet in sheets}) > 1
    assert len({sheet.body + sheet.front for sheet in sheets}) > 1


@every_scene
def test_a_dark_mood_is_drawn_otherwise(scene: Scene) -> None:
    calm, evil = (scene.draw(Look(scene.palette, mood=mood)) for mood in (Mood.CALM, Mood.EVIL))

    assert calm.light != evil.light


@every_scene
def test_a_scene_is_chosen_by_its_name_and_plain_small_words(scene: Scene) -> None:
    assert scene.words[0] == scene.name
    assert len(set(scene.words)) == len(scene.words) >= 10
    assert all(re.fullmatch("[a-z]+", word) for word in scene.words)
    assert scene.title.startswith(("a ", "an "))
    assert 320 <= scene.draw(Look(scene.palette)).head.height <= 420


def test_the_king_holds_a_sword_when_asked() -> None:
    plain = KING.draw(Look(KING.palette))
    armed = KING.draw(Look(KING.palette, words=frozenset({"sword"})))

    assert "front-steel" in armed.front
    assert "front-steel" not in plain.front


def test_a_named_planet_lies_behind_the_astronaut() -> None:
    for word, light in (("moon", "#ffffff"), ("mars", "#ff9a6a"), ("nebula", "#ff8ad0")):
        drawing = ASTRONAUT.draw(Look(ASTRONAUT.palette, words=frozenset({word})))

        assert drawing.light.rim == light
