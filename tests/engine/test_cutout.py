"""People are cut out of pictures: all of them, to the hair, and nothing of what was behind them."""

from concurrent.futures import ThreadPoolExecutor

import cv2
import numpy as np
import pytest

from faceswap.domain.errors import NobodyThere
from faceswap.domain.face import Box, FoundFace
from faceswap.engine.cutout.bands import Bands, bands_of
from faceswap.engine.cutout.cutout import Cutout, cut_out
from faceswap.engine.cutout.cutter import Cutter
from faceswap.engine.cutout.foreground import foreground_of
from faceswap.engine.cutout.matting import matte
from faceswap.engine.cutout.segment import Look, looks_at
from tests.engine import pictures

GREEN, SKIN = (20, 230, 40), (196, 150, 120)


@pytest.fixture(scope="module")
def cutter(engine):
    return Cutter(engine)


def face_at(left, top, side, roll=0.0):
    return FoundFace(1, Box(left, top, left + side, top + side), 0.0, roll, 1.0)


def disc(side, radius, soft=1.5):
    """Return a soft disc, alpha known exactly."""
    rows, columns = np.mgrid[:side, :side].astype(np.float32) - side / 2
    return np.clip((radius - np.hypot(rows, columns)) / soft + 0.5, 0, 1).astype(np.float32)


def before(colour, alpha, front=SKIN):
    share = alpha[..., None]
    return pictures.levels(np.array(front) * share + np.array(colour) * (1 - share))


def middle_of(face):
    box = face.found.box
    return int((box.top + box.bottom) / 2), int((box.left + box.right) / 2)


def test_somebody_is_kept_and_the_place_is_not(cutter, people):
    astronaut = people.of("astronaut")

    made = cutter.cut_out(astronaut.picture)

    assert made.alpha.shape == astronaut.picture.shape[:2]
    assert made.alpha.dtype == np.float32
    assert made.alpha.min() >= 0
    assert made.alpha.max() <= 1
    assert made.alpha[middle_of(astronaut.face)] > 0.99
    assert made.alpha[:60, 380:].max() < 0.02
    whole = made.alpha == 1
    np.testing.assert_array_equal(made.foreground[whole], astronaut.picture[whole])


def test_six_people_are_all_kept(cutter, engine):
    picture = pictures.six()

    alpha = cutter.cut_out(picture).alpha

    faces = engine.detect(picture)
    assert len(faces) == 6
    assert min(alpha[middle_of(face)] for face in faces) > 0.95
    assert alpha[60:200, 580:820].mean() < 0.01


def test_two_people_far_apart_and_small_are_both_kept(cutter, engine):
    near = pictures.scaled(pictures.astronaut()[:, :380], 0.5)
    picture = np.full((600, 1600, 3), 150, np.uint8)
    height, width = near.shape[:2]
    picture[-height:, 40 : 40 + width] = near
    picture[-height:, -width - 40 : -40] = near

    alpha = cutter.cut_out(picture).alpha

    faces = engine.detect(picture)
    assert len(faces) == 2
    assert min(alpha[middle_of(face)] for face in faces) > 0.95
    assert alpha[:, 700:900].max() < 0.02


def test_somebody_who_lies_is_kept(cutter, engine):
    picture = np.ascontiguousarray(np.rot90(pictures.astronaut()))

    alpha = cutter.cut_out(picture).alpha

    (face,) = engine.detect(picture)
    upright = cutter.cut_out(pictures.astronaut()).alpha
    assert alpha[middle_of(face)] > 0.95
    assert np.abs(np.rot90(alpha, -1) - upright).mean() < 0.08


def test_a_picture_of_nobody_is_refused_by_its_name(cutter):
    with pytest.raises(NobodyThere, match=r"nobody in bricks\.png"):
        cutter.cut_out(np.dstack([pictures.faceless("brick.png")] * 3)[..., :3], "bricks.png")


def test_somebody_without_a_face_is_kept(cutter, people):
    picture = people.of("astronaut").picture.copy()
    box = people.of("astronaut").face.found.box
    picture[int(box.top) : int(box.bottom), int(box.left) : int(box.right)] = (90, 70, 50)

    alpha = cutter.cut_out(picture).alpha

    assert alpha[300:, 120:260].mean() > 0.9
    assert alpha[:60, 380:].max() < 0.05


def test_the_same_picture_is_always_cut_the_same_way_on_all_threads(cutter):
    picture = pictures.astronaut()
    first = cutter.cut_out(picture)

    with ThreadPoolExecutor(3) as threads:
        every = list(threads.map(lambda _: cutter.cut_out(picture), range(3)))

    for made in every:
        np.testing.assert_array_equal(made.alpha, first.alpha)
        np.testing.assert_array_equal(made.foreground, first.foreground)


def test_a_large_picture_is_cut_at_its_own_size(cutter):
    picture = pictures.scaled(pictures.astronaut(), 4)

    made = cutter.cut_out(picture)

    small = cutter.cut_out(pictures.astronaut()).alpha
    assert made.alpha.shape == picture.shape[:2]
    assert np.abs(cv2.resize(made.alpha, small.shape[::-1]) - small).mean() < 0.03


@pytest.mark.parametrize("colour", [GREEN, (128, 128, 128), (10, 20, 60)])
def test_an_edge_is_found_where_the_rough_mask_only_hints_at_it(colour):
    truth = disc(200, 60)
    rough = cv2.GaussianBlur(disc(200, 54), (0, 0), 5)

    made = matte(before(colour, truth).astype(np.float32) / 255, rough, bands_of(rough, [wide()]))

    assert np.abs(made - truth).max() < 0.4
    assert np.abs(made - truth).mean() < np.abs(rough - truth).mean() / 3


def wide():
    return face_at(65, 65, 70)


def test_hair_thinner_than_the_rough_mask_knows_is_found():
    truth = disc(300, 70)
    hair = np.zeros((300, 300), np.uint8)
    for angle in np.linspace(0, 2 * np.pi, 24, endpoint=False):
        way = np.array((np.cos(angle), np.sin(angle)))
        ends = [tuple(np.round((150 + way * far) * 16).astype(int).tolist()) for far in (60, 90)]
        cv2.line(hair, *ends, 255, 1, cv2.LINE_AA, shift=4)
    truth = np.maximum(truth, hair.astype(np.float32) / 255)
    rough = disc(300, 70, 8)
    picture = before((180, 190, 210), truth, (60, 40, 30)).astype(np.float32) / 255

    made = matte(picture, rough, bands_of(rough, [face_at(100, 100, 100)]))

    outside = disc(300, 76) == 0
    strands = outside & (truth > 0.8)
    assert strands.sum() > 50
    assert rough[strands].max() < 0.05
    assert made[strands].mean() > 0.5
    assert made[outside & (truth == 0)].mean() < 0.05


def test_a_hole_that_shows_the_place_stays_a_hole():
    truth = np.minimum(disc(240, 90), 1 - disc(240, 30))
    rough = cv2.GaussianBlur(np.minimum(disc(240, 90), 1 - disc(240, 26)), (0, 0), 3)

    made = matte(before(GREEN, truth).astype(np.float32) / 255, rough, bands_of(rough, []))

    assert made[120, 120] < 0.02
    assert made[120, 60] > 0.98


def test_what_is_certain_is_left_alone():
    rough = disc(200, 60, 12)
    bands = bands_of(rough, [])
    noise = np.random.default_rng(1).random((200, 200, 3), np.float32)

    made = matte(noise, rough, bands)

    assert bands.inside.any()
    assert bands.outside.any()
    assert made[bands.inside].min() > 0.97
    assert made[bands.outside].max() < 0.04


def test_hair_makes_the_unknown_wider_around_a_head():
    rough = disc(200, 40)

    plain = bands_of(rough, []).unknown.sum()

    assert bands_of(rough, [face_at(75, 75, 50)]).unknown.sum() > 1.5 * plain
    assert isinstance(bands_of(rough, []), Bands)


def test_no_colour_of_the_old_place_is_left():
    alpha = disc(200, 60, 14)
    picture = before(GREEN, alpha)

    colours = foreground_of(picture, alpha).astype(int)

    soft = (alpha > 0.1) & (alpha < 0.9)
    greener = (colours[..., 1] - colours[..., 0])[soft]
    assert (picture.astype(int)[..., 1] - picture[..., 0])[soft].max() > 100
    # Skin is redder than it is green, by 46 levels.
    assert greener.max() < -20


def test_a_person_before_green_has_no_green_fringe_before_grey(cutter, people):
    astronaut = people.of("astronaut")
    known = cutter.cut_out(astronaut.picture)
    share = known.alpha[..., None]
    green = pictures.levels(known.foreground * share + np.array(GREEN) * (1 - share))

    made = cutter.cut_out(green)

    grey = made.foreground * made.alpha[..., None] + 128 * (1 - made.alpha[..., None])
    fringe = (made.alpha > 0.05) & (made.alpha < 0.95)
    spill = grey[..., 1] - grey[..., [0, 2]].max(axis=-1)
    assert fringe.sum() > 300
    assert np.percentile(spill[fringe], 95) < 15


def test_rough_masks_are_asked_for_at_a_bounded_size():
    asked = []

    def rough(small, near):
        asked.append((small.shape, near[0].box))
        return disc(max(small.shape[:2]), 100)[: small.shape[0], : small.shape[1]]

    made = cut_out(np.full((1536, 1536, 3), 90, np.uint8), [face_at(700, 700, 100)], rough)

    assert asked == [((768, 768, 3), Box(350, 350, 400, 400))]
    assert isinstance(made, Cutout)
    assert made.foreground.shape == (1536, 1536, 3)


def test_a_face_is_looked_at_from_near_to_far_within_the_picture():
    looks = looks_at(face_at(900, 300, 100), 2000, 2000)

    assert [look.area for look in looks] == sorted(look.area for look in looks)
    assert len(looks) == 4
    assert all(look.left <= 900 and look.right >= 1000 for look in looks)
    assert all(look.bottom <= 2000 and look.top >= 0 for look in looks)


def test_looks_that_show_the_same_are_one():
    assert looks_at(face_at(100, 100, 300), 500, 500)[-1] == Look(0, 0, 500, 500)
    assert len(looks_at(face_at(100, 100, 300), 500, 500)) == 1


@pytest.mark.parametrize(("roll", "quarter"), [(0, 0), (30, 0), (90, 1), (-90, 3), (180, 2)])
def test_who_lies_is_looked_at_from_the_side(roll, quarter):
    assert {look.quarter for look in looks_at(face_at(900, 900, 90, roll), 2000, 2000)} == {quarter}
