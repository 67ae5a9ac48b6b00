"""Outside the blended region the picture is what it was, bit for bit."""

import io

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.options import Options
from tests.engine import measures, pictures
from tests.engine.files import file_of
from tests.engine.people import EVERYBODY, PLAIN, Person

# How far beyond the mesh's outline, in parts of the face's width, the swap may reach.
REACH = 0.03
ALL = Options(keep_mouth=True, keep_texture=True, sharpen=True)


def stays_outside(before, after, allowed):
    assert after.shape == before.shape
    assert after.dtype == np.uint8
    assert not (measures.changed(before, after) & ~allowed).any()


@pytest.mark.parametrize("target", EVERYBODY)
@pytest.mark.parametrize("options", [PLAIN, ALL], ids=["plain", "all options"])
def test_nothing_changes_outside_the_face(people, target, options):
    person = people.of(target)
    source = "four" if target == "astronaut" else "astronaut"

    swapped = people.swapped(person, source, options)

    stays_outside(person.picture, swapped, measures.hull(person, REACH))
    assert measures.changed(person.picture, swapped)[measures.hull(person)].mean() > 0.4


@pytest.mark.parametrize("deviation", [0, 12])
def test_noise_and_colours_around_the_face_stay(people, deviation):
    # Grain is added to the new face only, and nothing is clipped or rounded beside it.
    noise = np.random.default_rng(9).integers(0, 256, (512, 512, 3), np.uint8)
    person = people.of("astronaut")
    beside = ~measures.hull(person, 0.1)
    picture = pictures.noisy(person.picture, deviation)
    picture[beside] = noise[beside]
    person = Person(picture, person.face)

    stays_outside(picture, people.swapped(person, "four"), measures.hull(person, REACH))


WHOLE = -9.0
CUTS = {
    "left": (0.25, WHOLE, WHOLE, WHOLE),
    "top": (WHOLE, 0.25, WHOLE, WHOLE),
    "right": (WHOLE, WHOLE, 0.25, WHOLE),
    "bottom": (WHOLE, WHOLE, WHOLE, 0.25),
    "everywhere": (0.1, 0.1, 0.1, 0.1),
}


@pytest.mark.parametrize("where", CUTS)
def test_a_face_that_the_border_cuts_is_swapped_as_far_as_it_is_there(people, where):
    box = people.of("astronaut").face.found.box
    left, top, right, bottom = (round(share * box.width) for share in CUTS[where])
    rows = slice(max(0, round(box.top) + top), round(box.bottom) - bottom)
    columns = slice(max(0, round(box.left) + left), round(box.right) - right)
    person = people.only(np.ascontiguousarray(pictures.astronaut()[rows, columns]))

    swapped = people.swapped(person, "four")

    stays_outside(person.picture, swapped, measures.hull(person, REACH))
    assert measures.changed(person.picture, swapped)[measures.hull(person)].mean() > 0.4


def test_the_picture_it_is_given_is_not_written_to(people):
    person = people.of("astronaut")
    picture = person.picture.copy()

    swapped = people.swapped(Person(picture, person.face), "four", ALL)

    assert not np.shares_memory(swapped, picture)
    assert (picture == person.picture).all()


def test_a_lossless_file_keeps_every_pixel_and_its_transparency(studio, people, order):
    person = people.of("astronaut")
    see_through = Image.fromarray(person.picture)
    alpha = np.tile(np.arange(512, dtype=np.uint8) // 2, (512, 1))
    see_through.putalpha(Image.fromarray(alpha))

    result = studio.swap(order(file_of(see_through, "PNG"), "four")).result

    assert result.media_type == "image/png"
    after = np.array(Image.open(io.BytesIO(result.data)))
    assert (after[..., 3] == alpha).all()
    stays_outside(person.picture, after[..., :3], measures.hull(person, REACH))
    assert measures.changed(person.picture, after[..., :3]).any()


def test_faces_are_swapped_apart(people):
    # What one swap does depends on no other face of the picture.
    picture = pictures.six()
    at_once = picture
    for name in ("three", "four"):
        at_once = people.swapped(Person(at_once, people.of(name).face), "astronaut")

    for name in ("three", "four"):
        alone = people.swapped(people.of(name), "astronaut")
        here = measures.hull(people.of(name), REACH)
        assert (at_once[here] == alone[here]).all()
