import numpy as np
import pytest

from faceswap.domain.errors import Canceled
from faceswap.domain.face import Template
from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Wording
from faceswap.engine.making import Portrait, PortraitWanted
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.scenes.choosing import choose
from faceswap.engine.scenes.drawn import DrawnPlaces, DrawnPortraits
from faceswap.engine.scenes.portrait import drawn_by
from faceswap.engine.scenes.scene import Drawing, Hair, Look, Mood, Palette, Scene
from faceswap.engine.watch import Watch
from faceswap.ports import WeightedTemplate
from tests.engine.scenes.dummy import DummyPainter

NOBODY = (WeightedTemplate(Template("mesh", b"{}", 200.0, 1), 1.0),)


def portrait(
    text: str,
    *without: str,
    frame: Frame = Frame.SQUARE,
    seed: int = 1,
    painter: DummyPainter | None = None,
    watch: Watch | None = None,
) -> Portrait:
    wanted = PortraitWanted(Wording(text, without), NOBODY, frame, seed, Options())
    return DrawnPortraits(painter or DummyPainter()).portrait(wanted, watch or Watch())


def share_of_green(pixels: np.ndarray) -> float:
    red, green, blue = (pixels[..., at].astype(int) for at in range(3))
    return float(np.mean(green > np.maximum(red, blue) + 25))


@pytest.mark.parametrize("frame", Frame)
def test_a_portrait_has_the_size_of_its_frame(frame: Frame):
    pixels = portrait("a king", frame=frame).pixels
    assert pixels.shape == (*frame.sides[::-1], 3)
    assert pixels.dtype == np.uint8


def test_it_says_how_it_was_made():
    made = portrait("a king", seed=7).made
    assert (made.maker, made.scene, made.is_match, made.seed) == ("scenes", "king", True, 7)
    assert made.title == next(each.title for each in SCENES if each.name == "king")


def test_it_says_where_the_words_put_the_figure():
    assert portrait("a king in a studio").made.title == "king, a photographer's studio"


def test_it_says_that_nothing_matched():
    assert not portrait("qwxyz").made.is_match


@pytest.mark.parametrize("words", ["a king", "oil king", "comic king", "film king"])
def test_the_same_seed_makes_the_same_picture_and_another_does_not(words: str):
    first, second, other = (portrait(words, seed=seed).pixels for seed in (3, 3, 4))
    assert np.array_equal(first, second)
    assert words == "comic king" or not np.array_equal(first, other)


def test_finishes_differ():
    plain, oil, comic, film = (
        portrait(f"{style} king").pixels.astype(int) for style in ("photo", "oil", "comic", "film")
    )
    for one, other in ((plain, oil), (plain, comic), (plain, film), (oil, comic)):
        assert np.abs(one - other).mean() > 3


def test_a_colour_that_is_not_wanted_is_nowhere():
    assert share_of_green(portrait("a king in emerald green").pixels) > 0.02
    assert share_of_green(portrait("a king in emerald green", "green").pixels) < 0.001


def test_the_painter_is_told_the_mood_the_hair_and_the_place():
    painter = DummyPainter()
    portrait("an evil king with long red hair", frame=Frame.LANDSCAPE, painter=painter)
    wanted = painter.wanted[0]
    assert (wanted.mood, wanted.hair, wanted.sitter.hair) == (Mood.EVIL, Hair.LONG, "#983f20")
    assert (wanted.width, wanted.height) == Frame.LANDSCAPE.sides


def test_a_mix_is_opened_with_its_weights():
    class Opening(DummyPainter):
        cast: list[tuple[Template, float]]

        def open(self, cast):
            self.cast = list(cast)
            return "two"

    painter = Opening()
    two = tuple(
        WeightedTemplate(Template("mesh", b"{}", 200.0, 1), weight) for weight in (0.25, 0.75)
    )
    wanted = PortraitWanted(Wording("king"), two, Frame.SQUARE, 1, Options())
    DrawnPortraits(painter).portrait(wanted, Watch())
    assert [weight for _, weight in painter.cast] == [0.25, 0.75]


def test_a_portrait_that_is_no_longer_wanted_stops():
    watch = Watch()
    watch.cancel()
    painter = DummyPainter()
    with pytest.raises(Canceled):
        portrait("a king", painter=painter, watch=watch)
    assert painter.wanted == []


def test_its_progress_is_told():
    watch = Watch()
    portrait("a king", watch=watch)
    assert watch.progress is not None
    assert watch.progress.done == watch.progress.total > 0


@pytest.mark.parametrize("sides", [(640, 480), (333, 1000), (1600, 500), (64, 64)])
def test_a_place_has_the_size_that_is_asked_for(sides: tuple[int, int]):
    place = DrawnPlaces().place(Wording("a studio"), sides, 1, Watch())
    assert place.pixels.shape == (sides[1], sides[0], 3)
    assert (place.made.scene, place.made.is_match) == ("studio", True)
    assert place.light is not None


def test_a_place_that_is_not_there_is_the_nearest():
    place = DrawnPlaces().place(Wording("qwxyz"), (64, 64), 1, Watch())
    assert place.made.scene in {each.name for each in BACKDROPS}
    assert not place.made.is_match


def test_a_place_is_the_same_for_the_same_seed():
    first, second, other = (
        DrawnPlaces().place(Wording("a studio"), (320, 240), seed, Watch()).pixels
        for seed in (1, 1, 2)
    )
    assert np.array_equal(first, second)
    assert not np.array_equal(first, other)


def test_a_place_that_is_no_longer_wanted_is_not_made():
    watch = Watch()
    watch.cancel()
    with pytest.raises(Canceled):
        DrawnPlaces().place(Wording("a studio"), (64, 64), 1, watch)


def test_a_colour_that_the_artwork_brings_along_is_replaced_as_well():
    def draw(look: Look) -> Drawing:
        backdrop, body, front = (f'<rect fill="#1f8f3f" id="{name}"/>' for name in "abc")
        return Drawing(backdrop, body, front)

    scene = Scene("elf", "comics", "an elf", ("elf",), Palette("#202080", "#f0f0f0"), draw)
    look = Look(scene.palette)
    choice = choose(Wording("an elf", ("green",)), 1, (scene,), BACKDROPS)
    drawing = drawn_by(choice, look)
    assert all("#1f8f3f" not in part for part in (drawing.backdrop, drawing.body, drawing.front))
    plain = drawn_by(choose(Wording("an elf"), 1, (scene,), BACKDROPS), look)
    assert all("#1f8f3f" in part for part in (plain.backdrop, plain.body, plain.front))
