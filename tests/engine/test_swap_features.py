"""Mouths and eyes do what the target's do; options keep or sharpen what they say."""

from dataclasses import replace

import numpy as np
import pytest

from faceswap.domain.options import Options
from faceswap.engine.mesh import shape
from faceswap.engine.mesh import topology as at
from tests.engine import measures, painting, pictures
from tests.engine.people import PLAIN, Person

KEEP_MOUTH = Options(keep_mouth=True)
KEEP_TEXTURE = Options(keep_texture=True)
SHARPEN = Options(sharpen=True)
CLOSED_MOUTHS = ("one", "two", "grey man")


def eyes(person):
    return measures.inside(person, at.RIGHT_EYE) | measures.inside(person, at.LEFT_EYE)


@pytest.mark.parametrize("source", CLOSED_MOUTHS)
def test_a_closed_mouth_under_a_laugh_leaves_the_teeth(people, source):
    target = people.near("astronaut")
    lips = measures.inside(target, at.OUTER_LIPS) & ~pictures.grown(
        measures.mouth(target).astype(np.uint8), 4
    ).astype(bool)

    swapped = people.swapped(target, source)

    assert measures.difference(target.picture, swapped, measures.mouth(target)) < 8
    assert measures.difference(target.picture, swapped, lips) > 15


@pytest.mark.parametrize("source", ["one", "grey man"])
def test_a_closed_mouth_under_a_smaller_laugh_leaves_the_teeth(people, source):
    target = people.near("four")

    swapped = people.swapped(target, source)

    assert measures.difference(target.picture, swapped, measures.mouth(target)) < 15


def blinking(person):
    """Return the person with each eye's lids nearly together in the mesh."""
    points = person.points.copy()
    for loop in (at.RIGHT_EYE, at.LEFT_EYE):
        for upper, lower in zip(loop[9:], loop[7:0:-1], strict=True):
            middle = (points[upper] + points[lower]) / 2
            points[[upper, lower]] = middle + (points[[upper, lower]] - middle) * 0.15
    assert max(shape.eye_openings(points)) < 0.1
    mesh = replace(person.face.mesh, points=points)
    return Person(person.picture, replace(person.face, mesh=mesh))


@pytest.mark.parametrize("source", ["three", "grey man", "one"])
def test_shut_eyes_stay_shut(people, source):
    awake = people.near("astronaut")
    asleep = blinking(awake)

    kept, replaced = people.swapped(asleep, source), people.swapped(awake, source)

    assert measures.difference(asleep.picture, kept, eyes(asleep)) < 8
    assert measures.difference(awake.picture, replaced, eyes(awake)) > 25


def test_one_shut_eye_stays_and_the_other_is_swapped(people):
    awake = people.near("astronaut")
    points = awake.points.copy()
    points[list(at.LEFT_EYE)] = blinking(awake).points[list(at.LEFT_EYE)]
    winking = Person(
        awake.picture, replace(awake.face, mesh=replace(awake.face.mesh, points=points))
    )

    swapped = people.swapped(winking, "three")

    left, right = (measures.inside(winking, eye) for eye in (at.LEFT_EYE, at.RIGHT_EYE))
    assert measures.difference(awake.picture, swapped, left) < 8
    assert measures.difference(awake.picture, swapped, right) > 25


def test_a_source_whose_eyes_were_shut_leaves_the_targets(people):
    target = people.near("astronaut")
    source = people.source("three")
    asleep = replace(source, openings=(0.05, 0.05, source.openings[2]))

    swapped = people.swapped(target, asleep)

    assert measures.difference(target.picture, swapped, eyes(target)) < 5


@pytest.mark.parametrize("source", ["one", "three", "grey man", "five"])
@pytest.mark.parametrize("target", ["astronaut", "four"])
def test_keep_mouth_keeps_all_of_the_mouth_and_nothing_else(people, source, target):
    person = people.near(target)
    lips = measures.inside(person, at.OUTER_LIPS)
    far = pictures.grown(lips.astype(np.uint8), round(person.width * 0.12)) == 0

    plain, kept = (people.swapped(person, source, each) for each in (PLAIN, KEEP_MOUTH))

    assert measures.difference(person.picture, kept, lips) < 5
    assert measures.difference(person.picture, plain, lips) > 8
    assert measures.difference(plain, kept, measures.hull(person) & far) < 4


@pytest.fixture(scope="module")
def cheeks(people):
    """Return pictures of a person with smooth and with freckled cheeks, and where those are."""

    def of(name):
        person = people.near(name)
        freckled, where = painting.freckles(person.picture, person.points, 14)
        return person.picture, freckled, pictures.grown((~where).astype(np.uint8), 3) == 0

    return of


def roughness(picture, where):
    return measures.fine(picture, where, 3)


@pytest.mark.parametrize("target", ["astronaut", "three"])
def test_keep_texture_keeps_the_targets_skin(people, cheeks, target):
    smooth, freckled, where = cheeks(target)
    large = people.only(pictures.portrait(700, 800, 500))
    smooth_source = people.learnt(large.picture)
    freckled_source = people.learnt(painting.freckles(large.picture, large.points, 14)[0])

    for picture, source in ((freckled, smooth_source), (smooth, freckled_source)):
        person = people.only(picture)
        plain, kept = (people.swapped(person, source, each) for each in (PLAIN, KEEP_TEXTURE))
        one, other, wanted = (roughness(each, where) for each in (plain, kept, picture))
        assert abs(np.log(other / wanted)) < 0.65 * abs(np.log(one / wanted))
        lips = measures.inside(person, at.INNER_LIPS)
        assert measures.difference(plain, kept, lips) < 3


@pytest.mark.xfail(reason="the target's skin is kept no finer than the source's own texture is")
def test_keep_texture_keeps_skin_finer_than_a_small_source(people, cheeks):
    _, freckled, where = cheeks("astronaut")

    kept = people.swapped(people.only(freckled), "four", KEEP_TEXTURE)

    assert roughness(kept, where) > 0.5 * roughness(freckled, where)


@pytest.mark.parametrize("source", ["four", "grey man"])
@pytest.mark.parametrize("target", ["astronaut", "six"])
def test_sharpen_makes_edges_crisper_and_colours_no_other(people, source, target):
    person = people.near(target)
    face = measures.hull(person, -0.05)

    plain, crisp = (people.swapped(person, source, each) for each in (PLAIN, SHARPEN))

    assert 1.1 < measures.fine(crisp, face, 2) / measures.fine(plain, face, 2) < 2.5
    one, other = (pictures.blurred(each, person.width * 0.03) for each in (plain, crisp))
    assert measures.difference(one, other, face) < 3


def test_teeth_in_the_dark_of_a_source_are_not_carried_along(people):
    # Three smiles, with his teeth in the shadow of his lips.
    target = people.near("astronaut")
    swapped = people.swapped(target, "three")
    assert measures.difference(target.picture, swapped, measures.mouth(target)) < 12


def test_eyes_that_look_down_leave_open_ones_open(people):
    target = people.near("astronaut")
    swapped = people.swapped(target, "six")
    assert measures.difference(target.picture, swapped, eyes(target)) < 12
