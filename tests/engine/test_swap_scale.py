"""Faces of every size, at every roll, in whole groups and in pictures of turned phones."""

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from tests.engine import measures, pictures
from tests.engine.files import exif, file_of
from tests.engine.people import SIX

SEEN_AT = 90


def at_one_size(picture, person):
    """Return the face laid flat, as small as the smallest is, so that sizes compare."""
    flat = measures.laid_flat(picture, person)
    return pictures.blurred(flat, measures.SIDE / SEEN_AT)


def portrait_of(people, width):
    return people.only(pictures.portrait(round(width * 1.5), round(width * 1.8), width))


@pytest.mark.parametrize(
    "width",
    [40, 64, 150, 400, 1200, pytest.param(4000, marks=pytest.mark.slow)],
)
@pytest.mark.parametrize("source", ["four", "one"])
def test_a_face_of_any_size_is_swapped_alike(people, width, source):
    usual, person = portrait_of(people, 200), portrait_of(people, width)

    wanted, found, before = (
        at_one_size(picture, who)
        for picture, who in (
            (people.swapped(usual, source), usual),
            (people.swapped(person, source), person),
            (usual.picture, usual),
        )
    )

    skin = measures.skin()
    apart = measures.difference(wanted, found, skin)
    assert apart < 12
    assert apart < 0.6 * measures.difference(wanted, before, skin)


@pytest.mark.parametrize("width", [300, 900])
def test_no_row_of_a_large_face_is_left_out(people, width):
    person = portrait_of(people, width)

    swapped = people.swapped(person, "four")

    inner = measures.hull(person, -0.08)
    new = measures.changed(person.picture, swapped) & inner
    rows = inner.sum(axis=1) > 0.2 * width
    assert rows.sum() > 0.7 * width
    assert (new.sum(axis=1)[rows] > 0.4 * inner.sum(axis=1)[rows]).all()


@pytest.mark.parametrize("degrees", [-90, -45, 20, 90, 135, 180])
@pytest.mark.parametrize("source", ["four", "grey man"])
def test_the_swap_of_a_turned_picture_is_the_turn_of_the_swap(people, degrees, source):
    upright = people.near("astronaut", 2)
    picture, matrix = pictures.turned(upright.picture, degrees)
    person = people.only(picture)

    swapped = people.swapped(person, source)

    back = cv2.invertAffineTransform(matrix)
    size = upright.picture.shape[1::-1]
    again = cv2.warpAffine(swapped, back, size, flags=cv2.INTER_LINEAR)
    wanted, face = people.swapped(upright, source), measures.hull(upright, -0.05)
    apart = measures.difference(wanted, np.asarray(again), face)
    assert apart < 10
    assert apart < 0.5 * measures.difference(wanted, upright.picture, face)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_phones_picture_comes_back_upright_and_swapped(studio, people, order, orientation):
    quarter = {1: 0, 3: 2, 6: 1, 8: 3}[orientation]
    held = np.ascontiguousarray(np.rot90(pictures.astronaut(), quarter))
    file = file_of(Image.fromarray(held), "JPEG", exif=exif(orientation), quality=97, subsampling=0)

    made = studio.swap(order(file, "four", name="IMG_0001.jpg"))

    after = Image.open(io.BytesIO(made.result.data))
    assert after.size == (512, 512)
    assert after.getexif().get(0x0112, 1) == 1
    person = people.of("astronaut")
    wanted = people.swapped(person, "four")
    assert measures.difference(wanted, np.array(after), measures.hull(person)) < 6
    assert measures.difference(wanted, person.picture, measures.hull(person)) > 12


@pytest.mark.parametrize("source", ["astronaut", "grey man"])
def test_all_six_of_a_group_are_swapped(studio, people, order, source):
    file = file_of(Image.fromarray(pictures.six()), "PNG")

    made = studio.swap(order(file, *[source] * 6))

    assert made.swapped == (1, 2, 3, 4, 5, 6)
    after = np.array(Image.open(io.BytesIO(made.result.data)))
    for name in SIX:
        person = people.of(name)
        face = measures.hull(person)
        assert measures.changed(pictures.six(), after)[face].mean() > 0.6
        assert measures.difference(after, people.swapped(person, source), face) < 0.5


@pytest.mark.slow
@pytest.mark.parametrize("scale", [0.4, 2.0, 4.0])
def test_a_group_is_swapped_at_every_scale(studio, order, scale):
    picture = pictures.scaled(pictures.six(), scale)

    made = studio.swap(order(file_of(Image.fromarray(picture), "PNG"), *["astronaut"] * 6))

    assert made.swapped == (1, 2, 3, 4, 5, 6)


def test_in_the_mirror_the_light_is_mirrored_too(people):
    person = people.near("three", 2)
    mirrored = people.only(pictures.mirrored(person.picture))

    one, other = (
        measures.laid_flat(people.swapped(each, "astronaut"), each) for each in (person, mirrored)
    )

    skin = measures.skin() & measures.skin()[:, ::-1]
    assert measures.difference(one, other[:, ::-1], skin) < 14
