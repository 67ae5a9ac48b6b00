"""Faces are found at every roll, and which way they look is told as promised."""

import numpy as np
import pytest

from tests.engine import pictures
from tests.engine.people import SIX

# Degrees. The mesh of a face that is turned away sways a little with the direction it is seen in.
ROLL_SLACK, YAW_SLACK = 8.0, 10.0
ALL_ROUND = range(0, 360, 30)


def matched(person, matrix, faces):
    """Return the face that lies where a person's face was turned to, and how far off, in faces."""
    place = matrix @ (*person.points[:, :2].mean(axis=0), 1.0)
    off = [np.linalg.norm(face.mesh.points[:, :2].mean(axis=0) - place) for face in faces]
    return faces[int(np.argmin(off))], min(off) / person.width


def apart(one, other):
    return abs((one - other + 180) % 360 - 180)


@pytest.mark.parametrize("degrees", ALL_ROUND)
def test_one_face_is_found_at_any_roll(engine, people, degrees):
    person = people.of("astronaut")
    picture, matrix = pictures.turned(person.picture, degrees)

    faces = engine.detect(picture)

    face, off = matched(person, matrix, faces)
    assert len(faces) == 1
    assert off < 0.03
    assert apart(face.found.roll, person.face.found.roll + degrees) < 2
    assert abs(face.found.yaw - person.face.found.yaw) < 3


@pytest.mark.parametrize("degrees", ALL_ROUND)
def test_a_group_is_found_at_any_roll(engine, people, degrees):
    picture, matrix = pictures.turned(pictures.six(), degrees)

    faces = engine.detect(picture)

    assert len(faces) == 6
    for name in SIX:
        person = people.of(name)
        face, off = matched(person, matrix, faces)
        assert off < 0.06
        assert apart(face.found.roll, person.face.found.roll + degrees) < ROLL_SLACK
        assert abs(face.found.yaw - person.face.found.yaw) < YAW_SLACK


@pytest.mark.parametrize("width", [40, 400, 900])
@pytest.mark.parametrize("degrees", [90, 180])
def test_a_turned_face_is_found_at_any_width(engine, width, degrees):
    picture, _ = pictures.turned(pictures.portrait(width * 3, width * 3, width), degrees)

    (face,) = engine.detect(picture)

    box = face.found.box
    assert (box.width if degrees == 180 else box.height) == pytest.approx(width, rel=0.06)
    assert apart(face.found.roll, 3 + degrees) < 5


def test_a_turned_face_takes_nobodys_place(engine, people):
    # Beside somebody upright, only a turned face that is large in the picture is looked for.
    upright = pictures.portrait(500, 500, 230)
    beside, _ = pictures.turned(upright, 180)

    faces = engine.detect(np.hstack([upright, beside]))

    assert [round(face.found.roll / 90) % 4 for face in faces] == [0, 2]


def test_roll_is_clockwise(engine):
    (clockwise,) = engine.detect(pictures.turned(pictures.astronaut(), 20)[0])
    (counter,) = engine.detect(pictures.turned(pictures.astronaut(), -20)[0])

    assert 15 < clockwise.found.roll < 30
    assert -25 < counter.found.roll < -10


def test_yaw_is_positive_where_the_nose_points_right(engine, people):
    # Five looks far to the picture's left, and the grey man to its right.
    assert -60 < people.of("five").face.found.yaw < -30
    assert 10 < people.of("grey man").face.found.yaw < 30
    assert abs(people.of("astronaut").face.found.yaw) < 5


def test_yaw_changes_its_sign_in_the_mirror(engine, people):
    for name in ("two", "four", "five", "grey man"):
        person = people.of(name)
        seen = people.only(pictures.mirrored(person.closer()))
        assert seen.face.found.yaw == pytest.approx(-person.face.found.yaw, abs=YAW_SLACK)
        assert seen.face.found.roll == pytest.approx(-person.face.found.roll, abs=ROLL_SLACK)
