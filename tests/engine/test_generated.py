"""Portraits and places by a generator: what it is asked for, and what is done with what comes."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import Canceled, IdUnreadable, MakerDown, NoFaceMade
from faceswap.domain.face import Template
from faceswap.domain.media import Encoded, PictureLimits
from faceswap.domain.options import Options
from faceswap.domain.wording import MOST_SEED, Frame, Made, Wording
from faceswap.engine.generated import generated, sides_to_make
from faceswap.engine.making import PortraitWanted
from faceswap.engine.watch import Watch
from faceswap.ports import Brief, WeightedTemplate
from tests.engine import measures, pictures
from tests.engine.files import file_of
from tests.sidecar.engine import InProcess
from tests.sidecar.makers import FakeCutter

NOBODY = np.full((256, 256, 3), 120, np.uint8)


def png(pixels):
    return file_of(Image.fromarray(pixels), "PNG")


@dataclass
class FakeGenerator:
    """An `ImageMaker` that gives out files one after another, the last again and again."""

    files: list[bytes]
    name: str = "a generator"
    briefs: list[Brief] = field(default_factory=list)
    cancels_at: int = 0

    def make(self, brief, watch):
        self.briefs.append(brief)
        watch.steps(len(self.briefs), 9)
        if len(self.briefs) == self.cancels_at:
            watch.cancel()
        data = self.files.pop(0) if len(self.files) > 1 else self.files[0]
        return Encoded(data, "image/png", brief.width, brief.height)


@pytest.fixture
def made_by(engine):
    def make(*files, **more):
        generator = FakeGenerator(list(files), **more)
        makers = generated(generator, engine, InProcess(), PictureLimits(), FakeCutter(engine))
        return generator, makers

    return make


@pytest.fixture
def wanted(people):
    def want(seed=7, text="a mad king.", without=("green",), frame=Frame.SQUARE):
        cast = (WeightedTemplate(people.template("four"), 1.0),)
        return PortraitWanted(Wording(text, without), cast, frame, seed, Options())

    return want


def test_the_identity_is_swapped_onto_the_largest_face(made_by, wanted, people):
    _, makers = made_by(png(pictures.six()))

    portrait = makers.portraits.portrait(wanted(), Watch())

    largest = people.of("one")
    assert portrait.made == Made("a generator", 7)
    change = measures.changed(pictures.six(), portrait.pixels)
    assert change[measures.hull(largest, -0.1)].mean() > 0.3
    assert not change[measures.hull(people.of("four"), -0.1)].any()


def test_the_words_ask_for_one_person_whose_face_is_seen(made_by, wanted):
    generator, makers = made_by(png(pictures.astronaut()))

    for text, frame in (("a mad king.", Frame.PORTRAIT), ("", Frame.SQUARE)):
        makers.portraits.portrait(wanted(text=text, frame=frame), Watch())

    king, anybody = generator.briefs
    assert king.wording == Wording(
        "a mad king, portrait photo of one person looking at the camera, face clearly visible",
        ("green",),
    )
    assert (king.width, king.height, king.seed) == (832, 1216, 7)
    assert (king.picture, king.mask) == (None, None)
    assert anybody.wording.text.startswith("portrait photo of one person")


def test_a_picture_without_a_face_is_made_anew_of_the_next_seed(made_by, wanted):
    generator, makers = made_by(png(NOBODY), png(NOBODY), png(pictures.astronaut()))

    portrait = makers.portraits.portrait(wanted(seed=MOST_SEED), Watch())

    assert [brief.seed for brief in generator.briefs] == [MOST_SEED, 0, 1]
    assert portrait.made.seed == 1


@pytest.mark.parametrize("picture", [NOBODY, pictures.scaled(pictures.astronaut(), 0.25)])
def test_three_pictures_without_a_face_that_is_large_enough_are_refused(made_by, wanted, picture):
    generator, makers = made_by(png(picture))

    with pytest.raises(NoFaceMade):
        makers.portraits.portrait(wanted(), Watch())

    assert len(generator.briefs) == 3


def test_a_template_of_another_engine_is_refused_before_anything_is_made(made_by, wanted):
    generator, makers = made_by(png(pictures.astronaut()))
    cast = (WeightedTemplate(Template("another", b"?", 80.0, 1), 1.0),)
    foreign = PortraitWanted(Wording("x"), cast, Frame.SQUARE, 7, Options())

    with pytest.raises(IdUnreadable):
        makers.portraits.portrait(foreign, Watch())

    assert generator.briefs == []


@pytest.mark.parametrize("file", [b"", b"<html>busy</html>", b"\x89PNG\r\n\x1a\n", b"GIF89a"])
def test_what_is_no_picture_is_the_generators_fault(made_by, wanted, file):
    _, makers = made_by(file)

    with pytest.raises(MakerDown):
        makers.portraits.portrait(wanted(), Watch())
    with pytest.raises(MakerDown):
        makers.places.place(Wording("a beach"), (640, 480), 7, Watch())


def test_nothing_more_is_made_of_what_was_canceled(made_by, wanted):
    generator, makers = made_by(png(NOBODY), cancels_at=1)

    with pytest.raises(Canceled):
        makers.portraits.portrait(wanted(), Watch())

    assert len(generator.briefs) == 1


def test_a_place_has_nobody_in_it_and_the_sides_that_are_asked_for(made_by):
    generator, makers = made_by(png(NOBODY))

    place = makers.places.place(Wording("a beach", ("palms",)), (1500, 1001), 9, Watch())

    assert place.pixels.shape == (1001, 1500, 3)
    assert (place.made, place.light, place.floor) == (Made("a generator", 9), None, None)
    (brief,) = generator.briefs
    assert brief.wording == Wording(
        "a beach, an empty place, wide view, nobody there", ("palms", "people", "person", "face")
    )
    assert (brief.width, brief.height) == sides_to_make(1500, 1001)


@pytest.mark.parametrize(
    ("sides", "made"),
    [
        ((1024, 1024), (1024, 1024)),
        ((64, 64), (1024, 1024)),
        ((4096, 2304), (1344, 768)),
        ((1080, 1920), (768, 1344)),
        ((20_000, 100), (2048, 512)),
        ((100, 20_000), (512, 2048)),
    ],
)
def test_generators_are_asked_for_about_a_megapixel_of_the_same_form(sides, made):
    assert sides_to_make(*sides) == made


def test_a_transparent_picture_is_taken_as_it_is_seen(made_by):
    clear = Image.fromarray(np.dstack([NOBODY, np.zeros(NOBODY.shape[:2], np.uint8)]))
    _, makers = made_by(file_of(clear, "PNG"))

    place = makers.places.place(Wording(""), (64, 64), 1, Watch())

    assert set(np.unique(place.pixels)) == {128}


def test_a_generator_is_slow_and_has_no_scenes(made_by):
    _, makers = made_by(png(NOBODY))
    assert (makers.name, makers.is_slow) == ("a generator", True)
    assert (makers.scenes, makers.backdrops) == ((), ())
