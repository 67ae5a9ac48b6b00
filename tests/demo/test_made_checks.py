"""What the demo takes for a good picture made from words, and what it does not."""

import io

import numpy as np
import pytest
from PIL import Image, ImageFilter

from playground.demo.checks import Wrong
from playground.demo.made_checks import check_colours, check_people_moved, check_square
from playground.demo.samples import Sample

BLUE, GREEN, GREY = (30, 60, 200), (30, 180, 60), (128, 128, 128)
FACES = ((40, 40, 100, 110), (260, 40, 320, 110))


def encoded(pixels):
    stream = io.BytesIO()
    Image.fromarray(np.asarray(pixels, np.uint8)).save(stream, "PNG")
    return stream.getvalue()


def striped(*colours):
    """Return a square with a column of each colour."""
    return encoded(np.tile(np.repeat(np.array(colours), 10, axis=0), (10 * len(colours), 1, 1)))


def scene(seed):
    levels = np.random.default_rng(seed).integers(0, 256, (40, 80, 3)).astype(np.uint8)
    picture = Image.fromarray(levels).resize((400, 200), Image.Resampling.BICUBIC)
    return np.asarray(picture.filter(ImageFilter.GaussianBlur(2)), np.int16)


def moved(before, *, keeps=FACES):
    """Return people before another place, in a little more light."""
    after = scene(2)
    for left, top, right, bottom in keeps:
        after[top:bottom, left:right] = before[top:bottom, left:right] * 0.8 + 40
    return after


def test_a_square_is_one():
    check_square(striped(BLUE, GREY))
    with pytest.raises(Wrong, match="20 x 10 pixels and is not square"):
        check_square(encoded(np.zeros((10, 20, 3))))


def test_a_picture_with_one_colour_and_not_another():
    check_colours(striped(BLUE, GREY, GREY), has="blue", lacks="green")


@pytest.mark.parametrize(
    ("colours", "words"),
    [
        ((GREY, GREY), "0.0% of the picture is blue"),
        ((BLUE, GREEN), "50.0% of the picture is green"),
    ],
)
def test_a_picture_with_the_wrong_colours(colours, words):
    with pytest.raises(Wrong, match=words):
        check_colours(striped(*colours), has="blue", lacks="green")


def test_people_in_another_place():
    before = scene(1)
    check_people_moved(Sample("a.png", encoded(before), FACES), encoded(moved(before)))


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (lambda before: before, "0% of the corners changed"),
        (lambda before: moved(before, keeps=FACES[:1]), "face 2 is no longer itself"),
        (lambda before: before[:-1], "does not have the pixels of the target"),
    ],
)
def test_people_who_are_not(after, words):
    before = scene(1)
    with pytest.raises(Wrong, match=words):
        check_people_moved(Sample("a.png", encoded(before), FACES), encoded(after(before)))
