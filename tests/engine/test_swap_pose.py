"""A turned source fills a whole face, several photos help each other, and mixes lie between."""

import cv2
import numpy as np
import pytest

from faceswap.engine.mesh import enrol
from faceswap.engine.mesh.pose import STEADY_WEIGHTS, fit
from faceswap.engine.mesh.shape import canonical_shape
from faceswap.engine.mesh.topology import FACE
from tests.engine import measures, painting, pictures
from tests.engine.people import Person

TURNED = ("two", "five")
# Brows, eyes' corners, nose, mouth's corners and chin.
FEATURES = (70, 105, 107, 336, 334, 300, 33, 133, 362, 263, 6, 4, 1, 48, 278, 61, 291, 152)


@pytest.mark.parametrize("target", ["astronaut", "three", "two", "six"])
def test_the_new_face_stands_where_the_old_one_stood(people, engine, target):
    person = people.near(target, 2)

    for source in ("four", "grey man", "one", "five"):
        (found,) = engine.detect(people.swapped(person, source))
        steps = (found.mesh.points - person.points)[:, :2] / person.width
        assert np.abs(steps.mean(axis=0)).max() < 0.03
        assert np.linalg.norm(steps, axis=1).mean() < 0.05
        assert found.found.yaw == pytest.approx(person.face.found.yaw, abs=8)


def unlike(one, other):
    """Return how far apart two faces' features are, turned to the front and scaled alike."""
    faces = [canonical_shape(each) for each in (one, other)]
    placed = fit(faces[0], faces[1], STEADY_WEIGHTS).apply(faces[0])
    return float(np.linalg.norm((placed - faces[1])[list(FEATURES), :2], axis=1).mean())


def test_the_new_face_has_its_features_where_the_source_has_them(people, engine):
    before, after = [], []
    for target in ("astronaut", "three", "six"):
        person = people.near(target, 2)
        for name in ("four", "one", "five"):
            source = people.near(name, 2)
            (found,) = engine.detect(people.swapped(person, name))
            before.append(unlike(person.points, source.points))
            after.append(unlike(found.mesh.points, source.points))

    assert sum(after) < 0.8 * sum(before)


def halves(picture, person, measure):
    """Return a measure of the right and of the left cheek."""
    flat = measures.laid_flat(picture, person)
    return np.array([measure(flat, measures.cheek(is_right)) for is_right in (True, False)])


def detail(flat, where):
    return measures.fine(flat, where, 3)


def brightness(flat, where):
    return float(np.median(measures.luma(flat[where])))


@pytest.mark.parametrize("source", TURNED)
@pytest.mark.parametrize("target", ["astronaut", "three"])
def test_the_hidden_side_is_filled_as_the_visible_one(people, source, target):
    person = people.of(target)

    swapped = people.swapped(person, source)

    new = measures.changed(person.picture, swapped).astype(np.float32)
    flat = measures.laid_flat(np.dstack([new] * 3), person)[..., 0] > 0.5
    assert min(flat[measures.cheek(side)].mean() for side in (True, False)) > 0.85
    right, left = halves(swapped, person, detail)
    assert 0.5 < right / left < 2.0
    before, after = (halves(each, person, brightness) for each in (person.picture, swapped))
    assert after[0] / after[1] == pytest.approx(before[0] / before[1], rel=0.2)


@pytest.mark.parametrize(("source", "share"), [("two", 0.2), ("five", 0.25)])
@pytest.mark.parametrize("colour", [(60, 200, 60), (250, 250, 250), (20, 20, 20)])
def test_what_is_seen_edge_on_is_not_used(people, source, share, colour):
    # Both look to the picture's left; what is painted over is the rim of their right sides.
    person = people.of(source)
    rim = np.zeros(person.picture.shape[:2], np.uint8)
    pictures.fill(rim, pictures.hull_of(person.points[FACE.uv[:, 0] < share, :2]))
    # The nose stands before it.
    nose = np.zeros_like(rim)
    pictures.fill(nose, pictures.hull_of(person.points[FACE.uv[:, 0] >= 0.5, :2]))
    rim[nose > 0] = 0
    spoilt = person.picture.copy()
    spoilt[rim > 0] = colour
    gaze = people.source(source).gaze
    learnt = [
        enrol.learn([enrol.observe(picture, person.points, gaze)])
        for picture in (person.picture, spoilt)
    ]
    target = people.of("astronaut")

    one, other = (people.swapped(target, face) for face in learnt)

    assert (rim > 0).sum() > 100
    assert measures.difference(one, other, measures.hull(target)) < 5.5


def moles(people, source):
    """Return how much darker the darkest spot of each cheek is than what is around it."""
    target = people.only(pictures.scaled(people.of("astronaut").closer(), 2))

    def darkest(flat, where):
        light = measures.luma(flat)
        return float((cv2.GaussianBlur(light, (0, 0), 8) - light)[where].max())

    return halves(people.swapped(target, source), target, darkest)


def test_each_side_comes_from_the_photo_that_shows_it(people, engine):
    # One photo from each side; a mole on the one must not come to the other.
    five = people.of("five")
    plain = Person(five.picture, five.face).closer(1.0)
    spotted = Person(
        painting.mole(five.picture, five.points, painting.LEFT_CHEEK, 0.05)[0], five.face
    ).closer(1.0)
    other_side = pictures.mirrored(plain)

    clean = moles(people, people.learnt(plain))
    alone = moles(people, people.learnt(spotted))
    learnt = engine.enrol([("left", spotted), ("right", other_side)])
    fused = moles(people, engine.open([(learnt, 1.0)]))

    assert learnt.photos == 2
    assert (alone > clean + 50).all()
    assert fused[1] > clean[1] + 40
    assert fused[0] < clean[0] + 25


def test_of_two_photos_the_sharper_is_seen(people, engine):
    sharp = pictures.portrait(400, 460, 240)
    small = pictures.portrait(120, 140, 64)
    both = engine.open([(engine.enrol([("small", small), ("sharp", sharp)]), 1.0)])
    target = people.only(pictures.portrait(400, 460, 240))
    swaps = [
        people.swapped(target, source)
        for source in (people.learnt(small), people.learnt(sharp), both)
    ]

    skin = measures.hull(target, -0.05)
    soft, crisp, fused = (measures.fine(each, skin, 2) for each in swaps)

    assert crisp > soft * 1.15
    assert fused > (crisp + soft) / 2


def mixed(people, **weights):
    source = people.engine.open(
        [(people.template(name), weight) for name, weight in weights.items()]
    )
    return people.swapped(people.of("astronaut"), source)


def test_a_mix_lies_between_those_who_are_mixed(people):
    one, other = mixed(people, three=1.0), mixed(people, one=1.0)
    half, most = mixed(people, three=0.5, one=0.5), mixed(people, three=0.75, one=0.25)
    face = measures.hull(people.of("astronaut"))

    apart = measures.difference(one, other, face)

    assert apart > 5
    for mix in (half, most):
        assert measures.difference(mix, one, face) < 0.9 * apart
        assert measures.difference(mix, other, face) < 0.9 * apart
    assert measures.difference(most, one, face) < measures.difference(most, other, face) * 0.8
    assert measures.difference(most, one, face) < measures.difference(half, one, face)


def test_a_mix_of_one_person_is_that_person(people):
    alone = people.source("four")
    doubled = people.engine.open([(people.template("four"), 0.5)] * 2)
    face = people.of("three")

    apart = measures.difference(
        people.swapped(face, alone), people.swapped(face, doubled), measures.hull(face)
    )

    assert apart < 0.5


def test_faces_learnt_from_photos_of_different_sizes_may_be_mixed(people):
    large = people.engine.enrol([("large", pictures.portrait(700, 800, 500))])
    cast = [people.template("three"), people.template("one"), large]

    mix = people.engine.open([(each, 1 / 3) for each in cast])

    assert mix.side == 512
    swapped = people.swapped(people.of("six"), mix)
    assert measures.changed(people.of("six").picture, swapped).any()
