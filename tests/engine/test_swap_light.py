"""The new face stands in the target's light and has its tone, up to the seam."""

import cv2
import numpy as np
import pytest

from faceswap.engine.mesh import topology as at
from tests.engine import measures, pictures
from tests.engine.people import EVERYBODY

TARGETS = ("astronaut", "three", "six")
SOURCES = ("astronaut", "three", "grey man", "two")
LIGHTS = {
    "daylight": (1.0, 1.0, 1.0),
    "dim": (0.5, 0.5, 0.5),
    "candle": (1.0, 0.75, 0.5),
    "blue": (0.6, 0.75, 1.0),
}


def in_light(people, name, light, times=1):
    """Return a person in a coloured light."""
    picture = people.near(name, times).picture
    return people.only(pictures.levels(picture * np.array(LIGHTS[light])))


def skin_colour(picture, person, where):
    return np.median(measures.laid_flat(picture, person)[where], axis=0)


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("light", LIGHTS)
def test_skin_has_the_targets_tone(people, target, light):
    person = in_light(people, target, light)
    was = skin_colour(person.picture, person, measures.skin())

    for source in SOURCES:
        now = skin_colour(people.swapped(person, source), person, measures.skin())
        assert now.sum() / was.sum() == pytest.approx(1, abs=0.15)
        assert now / now.sum() == pytest.approx(was / was.sum(), abs=0.04)


@pytest.mark.parametrize("target", TARGETS)
def test_no_forehead_is_bleached(people, target):
    person = people.of(target)
    forehead = measures.forehead()
    was = measures.luma(measures.laid_flat(person.picture, person)[forehead])

    for source in EVERYBODY:
        swapped = measures.laid_flat(people.swapped(person, source), person)
        now = measures.luma(swapped[forehead])
        assert np.median(now) < 1.22 * np.median(was)
        assert np.percentile(now, 95) < 1.15 * np.percentile(was, 95) + 5


def lean(picture, person):
    """Return by how much the right cheek is brighter than the left one, a logarithm."""
    flat = measures.luma(measures.laid_flat(picture, person))
    right, left = (np.median(flat[measures.cheek(is_right)]) for is_right in (True, False))
    return float(np.log(right / left))


@pytest.mark.parametrize("target", ["astronaut", "three", "one", "six"])
@pytest.mark.parametrize(("right", "left"), [(1.0, 0.4), (0.5, 1.0)])
def test_light_from_the_side_stays_there(people, target, right, left):
    person = people.near(target, 1)
    middle = float(person.points[:, 0].mean())
    person = people.only(pictures.lit_from_side(person.picture, right, left, middle))
    was = lean(person.picture, person)

    for source in SOURCES:
        now = lean(people.swapped(person, source), person)
        assert 0.5 < now / was < 1.5


@pytest.mark.parametrize("side", [(1.0, 0.4), (0.4, 1.0)], ids=["right", "left"])
def test_a_lamp_beside_the_source_is_not_brought_along(people, side):
    sitter = people.near("astronaut")
    middle = float(sitter.points[:, 0].mean())
    lit = pictures.lit_from_side(sitter.picture, *side, middle)
    target = people.of("three")

    even, uneven = (
        lean(people.swapped(target, people.learnt(each)), target) for each in (sitter.picture, lit)
    )

    there = lean(lit, people.only(lit)) - lean(sitter.picture, sitter)
    assert abs(there) > 0.4
    assert abs(uneven - even) < 0.25 * abs(there)


@pytest.mark.parametrize("target", TARGETS)
def test_a_source_in_grey_gets_colour(people, target):
    person = people.near(target, 1)
    grey = people.learnt(pictures.in_grey(people.near("three").picture))
    face = measures.hull(person, -0.05)
    lips = measures.inside(person, at.OUTER_LIPS) & ~measures.mouth(person)

    for source in (grey, people.source("grey man")):
        swapped = people.swapped(person, source)
        for where in (face, lips):
            was = measures.colourfulness(person.picture[where])
            assert measures.colourfulness(swapped[where]) > 0.75 * was


def redness(pixels):
    light = measures.luma(pixels.astype(np.float32)) + 1
    return float(((pixels[:, 0].astype(np.float32) - pixels[:, 1]) / light).mean())


@pytest.mark.parametrize("target", TARGETS)
def test_a_source_in_grey_gets_red_lips(people, target):
    person = people.near(target, 1)
    mouth = measures.inside(person, at.OUTER_LIPS)
    lips = mouth & ~measures.mouth(person)
    skin = measures.hull(person, -0.1) & (pictures.grown(mouth.astype(np.uint8), 4) == 0)

    swapped = people.swapped(person, "grey man")

    was, now = (redness(each[lips]) - redness(each[skin]) for each in (person.picture, swapped))
    assert now > 0.6 * was


@pytest.mark.parametrize("target", TARGETS)
def test_a_picture_in_grey_stays_grey(people, target):
    person = people.only(pictures.in_grey(people.near(target, 1).picture))

    for source in EVERYBODY:
        swapped = people.swapped(person, source).astype(int)
        colours = np.ptp(swapped, axis=2)
        assert colours.max() <= 8
        assert colours.mean() < 1


def steps(before, after, person):
    """Return how steeply what was changed changes: at the seam, and inside the face.

    In levels a face's width, the middle value over the pixels of each.
    """
    change = measures.luma(after.astype(np.float32) - before)
    smooth = cv2.GaussianBlur(change, (0, 0), 0.01 * person.width)
    slope = np.hypot(*np.gradient(smooth)) * person.width
    inner = measures.hull(person, -0.06)
    ring = measures.hull(person, 0.02) & ~inner
    return float(np.median(slope[ring])), float(np.median(slope[inner]))


@pytest.mark.parametrize("target", [*TARGETS, "grey man"])
@pytest.mark.parametrize("light", ["daylight", "candle"])
def test_no_halo_tells_the_seam(people, target, light):
    person = in_light(people, target, light, 2)

    for source in set(SOURCES) - {target}:
        seam, inside = steps(person.picture, people.swapped(person, source), person)
        assert seam < 0.6 * inside
