"""Faces are found wherever, however large and however turned they are, and nowhere else."""

import numpy as np
import pytest

from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.engine import pictures
from tests.engine.files import exif, file_of
from tests.engine.people import SIX


def centres(faces):
    boxes = [face.found.box for face in faces]
    return np.array([((b.left + b.right) / 2, (b.top + b.bottom) / 2) for b in boxes])


def around(face_width, margin):
    """Return the astronaut's face in a square picture, with a margin in parts of its width."""
    side = round(face_width * (1.15 + 2 * margin))
    return pictures.portrait(side, side, face_width)


@pytest.mark.parametrize("scale", [0.3, 0.4, 0.5, 0.75, 1.0, 1.4, 2.0, 3.0])
def test_all_six_are_found_at_every_scale(engine, people, scale):
    faces = engine.detect(pictures.scaled(pictures.six(), scale))

    wanted = np.array([centres([people.of(name).face])[0] for name in SIX]) * scale
    assert len(faces) == 6
    apart = np.linalg.norm(centres(faces) - wanted, axis=1)
    assert (apart < 0.08 * 110 * scale).all()


@pytest.mark.parametrize("width", [28, 40, 64, 100, 200, 400, 800, 1200])
@pytest.mark.parametrize("margin", [0.0, 0.5, 1.5])
def test_a_face_of_any_width_is_found(engine, width, margin):
    (face,) = engine.detect(around(width, margin))

    assert face.found.box.width == pytest.approx(width, rel=0.05)


@pytest.mark.parametrize("name", ["four", "astronaut"])
def test_what_is_seen_at_first_glance_is_among_the_faces(engine, people, name):
    picture = people.of(name).closer()
    search = engine.search(picture)

    first, faces = search.largest(), search.faces()

    largest = max(faces, key=lambda each: each.found.box.area)
    assert largest.found.box == first.found.box
    (same,) = [each for each in engine.detect(picture) if each.number == largest.number]
    assert len(faces) == len(engine.detect(picture))
    apart = np.abs(largest.points - same.points)[:, :2].max()
    assert apart < 0.02 * same.found.box.width


def test_nobody_is_seen_at_first_glance_where_nobody_is(engine):
    assert engine.search(np.full((300, 400, 3), 90, np.uint8)).largest() is None


def test_which_of_many_small_faces_is_the_largest_is_not_told_at_first_glance(engine):
    assert engine.search(pictures.six()).largest() is None


def test_a_small_face_is_the_only_one(engine):
    assert len(engine.detect(pictures.portrait(300, 300, 36))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("width", [2000, 4000])
def test_a_face_of_thousands_of_pixels_is_found(engine, width):
    (face,) = engine.detect(around(width, 0.1))

    assert face.found.box.width == pytest.approx(width, rel=0.05)


@pytest.mark.parametrize("share", [1.0, 0.9, 0.8])
def test_a_close_up_that_the_frame_cuts_is_found(engine, share):
    picture = pictures.portrait(round(600 * share), round(660 * share), 600)

    (face,) = engine.detect(picture)

    assert face.found.box.width == pytest.approx(600, rel=0.08)


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1080, 1920), (4096, 2304)])
def test_small_faces_are_found_in_every_part_of_a_large_picture(engine, width, height):
    small = pictures.scaled(pictures.astronaut(), 42 / 94)
    picture = np.full((height, width, 3), 118, np.uint8)
    rows = np.linspace(0, height - len(small), 3).astype(int)
    columns = np.linspace(0, width - small.shape[1], 3).astype(int)
    for row in rows:
        for column in columns:
            picture[row : row + len(small), column : column + small.shape[1]] = small

    faces = engine.detect(picture)

    assert len(faces) == 9
    assert all(38 < face.found.box.width < 46 for face in faces)


@pytest.mark.parametrize("width", [42, 60])
@pytest.mark.parametrize(("across", "down"), [(1920, 1080), (1080, 1920), (4096, 2304)])
def test_a_group_is_found_in_every_part_of_a_large_picture(engine, people, width, across, down):
    scale = width / np.mean([people.of(name).width for name in SIX])
    group = pictures.scaled(pictures.six(), scale)
    picture = np.full((down, across, 3), 118, np.uint8)
    high, wide = group.shape[:2]
    rows = np.linspace(0, down - high, min(2, down // high)).astype(int)
    columns = np.linspace(0, across - wide, min(2, across // wide)).astype(int)
    for row in rows:
        for column in columns:
            picture[row : row + high, column : column + wide] = group

    faces = engine.detect(picture)

    places = np.array([centres([people.of(name).face])[0] for name in SIX]) * scale
    corners = [(column, row) for row in rows for column in columns]
    wanted = (places + np.array(corners)[:, np.newaxis]).reshape(-1, 2)
    assert len(faces) == len(wanted)
    apart = np.linalg.norm(centres(faces)[:, np.newaxis] - wanted, axis=2)
    assert (apart.min(axis=0) < 0.1 * width).all()


@pytest.mark.parametrize(("width", "height"), [(3000, 200), (200, 3000), (6000, 160)])
def test_a_face_is_found_in_a_strip(engine, width, height):
    (face,) = engine.detect(pictures.portrait(width, height, 90))

    assert face.found.box.width == pytest.approx(90, rel=0.06)


@pytest.mark.parametrize("name", ["coffee.png", "chelsea.png", "rocket.jpg"])
@pytest.mark.parametrize("scale", [1.0, 3.0])
@pytest.mark.parametrize("degrees", [0, 90])
def test_nobody_is_found_where_nobody_is(engine, name, scale, degrees):
    picture = pictures.scaled(pictures.faceless(name), scale)

    assert engine.detect(pictures.turned(picture, degrees)[0]) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        *("brick.png", "cell.png", "clock_motion.png", "coins.png", "color.png", "grass.png"),
        *("gravel.png", "horse.png", "hubble_deep_field.jpg", "ihc.png", "moon.png", "page.png"),
        *("motorcycle_left.png", "retina.jpg", "text.png", "chessboard_RGB.png", "logo.png"),
    ],
)
def test_nobody_is_found_in_anything_else(engine, name):
    for scale in (1.0, 2.0):
        assert engine.detect(pictures.scaled(pictures.faceless(name), scale)) == []


@pytest.mark.parametrize("shape", [(32, 32), (1, 500), (500, 1), (2000, 33)])
def test_pictures_of_any_shape_are_looked_through(engine, shape):
    assert engine.detect(np.full((*shape, 3), 200, np.uint8)) == []


def test_faces_are_numbered_from_left_to_right(engine):
    faces = engine.detect(pictures.six())
    mirrored = engine.detect(pictures.mirrored(pictures.six()))

    for found in (faces, mirrored):
        assert [face.found.number for face in found] == [1, 2, 3, 4, 5, 6]
        assert (np.diff(centres(found)[:, 0]) > 0).all()
    width = pictures.six().shape[1]
    assert np.allclose(centres(faces)[::-1, 0], width - 1 - centres(mirrored)[:, 0], atol=12)


def test_a_box_spans_the_face(people):
    for name in SIX:
        person = people.of(name)
        box = person.face.found.box
        low, high = person.points[:, :2].min(axis=0), person.points[:, :2].max(axis=0)
        assert (box.left, box.top) == pytest.approx(tuple(low))
        assert (box.right, box.bottom) == pytest.approx(tuple(high))
        assert person.face.found.confidence > 0.99


@pytest.mark.parametrize("orientation", [3, 6, 8])
def test_a_phones_picture_is_looked_at_upright(engine, orientation):
    quarter = {3: 2, 6: 1, 8: 3}[orientation]
    held = np.ascontiguousarray(np.rot90(pictures.astronaut(), quarter))
    data = file_of(stills.Image.fromarray(held), "JPEG", exif=exif(orientation), quality=95)

    still = stills.decode(NamedBytes("IMG_0001.jpg", data), PictureLimits())
    (face,) = engine.detect(still.pixels)

    assert abs(face.found.roll) < 5
    assert centres([face])[0] == pytest.approx((225, 123), abs=3)
