"""What the demo takes for a good result, and what it does not."""

import io

import numpy as np
import pytest
from PIL import Image

from playground.demo.checks import Expected, Wrong, check_pixels
from playground.demo.samples import Sample, astronaut, group, portrait

FACES = ((40, 40, 100, 110), (260, 40, 320, 110))
INSIDE, MORE = (slice(50, 100), slice(50, 90)), (slice(50, 100), slice(270, 310))
ELSEWHERE = (slice(150, 160), slice(170, 180))


@pytest.fixture
def target():
    levels = np.random.default_rng(1).integers(60, 200, (12, 24, 3)).astype(np.uint8)
    picture = Image.fromarray(levels).resize((400, 200), Image.Resampling.BICUBIC)
    return np.asarray(picture)


def encoded(pixels, kind="PNG"):
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, kind, quality=92)
    return stream.getvalue()


def result(target, *places, by=40):
    changed = target.copy()
    for place in places:
        changed[place] += np.uint8(by)
    return changed


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_swapped_face_and_nothing_else_is_right(target, kind):
    expected = Expected(Sample("a.png", encoded(target), FACES), [1], 49)
    check_pixels(expected, encoded(result(target, INSIDE), kind))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize(
    ("swapped", "places", "words"),
    [
        ([1], [], "face 1 was not swapped: 0% of it changed"),
        ([1, 2], [INSIDE], "face 2 was not swapped: 0% of it changed"),
        ([1], [INSIDE, MORE], "of the picture changed where no face was to be swapped"),
        ([1], [INSIDE, ELSEWHERE], "of the picture changed where no face was to be swapped"),
    ],
)
def test_anything_else_is_wrong(target, kind, swapped, places, words):
    expected = Expected(Sample("a.png", encoded(target), FACES), swapped, 49)
    with pytest.raises(Wrong, match=words):
        check_pixels(expected, encoded(result(target, *places), kind))


def test_a_lossless_result_may_not_differ_at_all_elsewhere(target):
    expected = Expected(Sample("a.png", encoded(target), FACES), [1], 49)
    stray = result(result(target, INSIDE), (slice(199, 200), slice(399, 400)), by=1)
    with pytest.raises(Wrong, match="changed where no face"):
        check_pixels(expected, encoded(stray))


def test_a_result_of_another_size_or_kind_is_wrong(target):
    expected = Expected(Sample("a.png", encoded(target), FACES), [1], 49)
    with pytest.raises(Wrong, match="the result has 399 x 200 pixels"):
        check_pixels(expected, encoded(target[:, 1:]))
    with pytest.raises(Wrong, match="cannot be opened"):
        check_pixels(expected, b"no picture")


def test_what_a_result_should_say():
    sample = group()
    assert Expected(sample, [3, 4], 46).count == "2 of 6 faces"
    assert Expected(sample, [3, 4], 46).cost == "2 credits used · 46 of 50 left"
    assert Expected(astronaut(), [1], 49).count == ""
    assert Expected(astronaut(), [1], 49).cost == "1 credit used · 49 of 50 left"


def test_a_portrait_is_cut_out_of_the_group_at_twice_its_size():
    cut = portrait("one.png", 1)
    with Image.open(io.BytesIO(cut.data)) as picture, Image.open(io.BytesIO(group().data)) as whole:
        left, top, right, bottom = cut.faces[0]
        assert 0 < left < right < picture.width
        assert 0 < top < bottom < picture.height
        again = picture.crop(cut.faces[0]).resize(((right - left) // 2, (bottom - top) // 2))
        face = whole.convert("RGB").crop(group().faces[0])
        difference = np.abs(np.asarray(again, np.int16) - np.asarray(face, np.int16))
        assert difference.mean() < 4
