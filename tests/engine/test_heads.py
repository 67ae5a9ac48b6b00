"""A painted head is somebody's, stands where it is wanted, and is lit as the scene is."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from faceswap.engine.mesh.bust import bust_of, facing_us
from faceswap.engine.mesh.expression import INNER_BROWS, MOUTH_CORNERS, expressing
from faceswap.engine.mesh.light import LUMA
from faceswap.engine.mesh.likeness import likeness
from faceswap.engine.scenes.heads import HeadWanted
from faceswap.engine.scenes.scene import Hair, Head, Light, Mood, View

HEAD = Head(500, 430, 390)


@pytest.fixture
def wanted(engine, people):
    def asked(name="astronaut", **changes):
        sitter = engine.sitter(people.source(name))
        first = HeadWanted(HEAD, Light(), sitter, Hair.SHORT, Mood.CALM, View(), 512, 512)
        return replace(first, **changes)

    return asked


def over(patch, background=(0, 200, 0), sides=(512, 512)):
    """Return the patch over a plain picture, as float."""
    picture = np.empty((*sides, 3))
    picture[:] = background
    height, width = patch.pixels.shape[:2]
    part = picture[patch.top : patch.top + height, patch.left : patch.left + width]
    alpha = patch.pixels[..., 3:] / 255
    part[:] = part * (1 - alpha) + patch.pixels[..., :3] * alpha
    return picture


def alpha_at(patch, x, y, head=HEAD):
    """Return a patch's alpha at a place in head units, of a picture of 512 pixels."""
    scale = head.height / 400
    column = round((head.x + x * scale) * 0.512) - patch.left
    row = round((head.y + y * scale) * 0.512) - patch.top
    height, width = patch.pixels.shape[:2]
    if not (0 <= row < height and 0 <= column < width):
        return 0
    return int(patch.pixels[row, column, 3])


@pytest.mark.parametrize("name", ["astronaut", "one", "four"])
def test_eyes_and_chin_lie_where_artists_expect_them(people, name):
    face = facing_us(people.source(name).shape)

    assert face[[33, 133, 263, 362], 1].mean() == pytest.approx(10, abs=0.5)
    assert face[152, 1] == pytest.approx(200, abs=0.5)
    assert 110 < face[454, 0] < 140
    assert face[454, 0] == pytest.approx(-face[234, 0], abs=0.5)


def test_the_skull_reaches_to_where_crowns_are_drawn(engine, people, wanted):
    front = engine.head(people.source("astronaut"), wanted(hair=Hair.NONE)).front

    assert alpha_at(front, 0, -190) == 255
    assert alpha_at(front, 0, -210) == 0
    assert alpha_at(front, 136, -40) == alpha_at(front, -136, -40) == 255
    assert alpha_at(front, 152, -60) == alpha_at(front, -152, -60) == 0
    assert alpha_at(front, 150, 30) == alpha_at(front, -150, 30) == 255
    assert alpha_at(front, 172, 30) == alpha_at(front, -172, 30) == 0


def test_the_neck_lies_behind_and_goes_down_to_the_collar(engine, people, wanted):
    painted = engine.head(people.source("astronaut"), wanted())

    assert alpha_at(painted.behind, 0, 300) == alpha_at(painted.behind, 0, 420) == 255
    assert alpha_at(painted.front, 0, 300) == 0


def test_long_hair_hangs_behind_and_short_hair_does_not(engine, people, wanted):
    source = people.source("astronaut")

    long, short = (engine.head(source, wanted(hair=hair)) for hair in (Hair.LONG, Hair.SHORT))

    assert alpha_at(long.behind, 160, 200) == 255
    assert alpha_at(short.behind, 160, 200) == 0


@pytest.mark.parametrize("hair", Hair)
def test_the_face_is_the_same_under_all_hair(engine, people, wanted, hair):
    source = people.source("astronaut")

    bald, worn = (
        over(engine.head(source, wanted(hair=style)).front)[222:306, 226:286]
        for style in (Hair.NONE, hair)
    )

    assert np.abs(bald - worn).mean() < 6


@pytest.mark.parametrize("yaw", [-25, 0, 25])
def test_the_face_turns_with_the_head(engine, people, wanted, yaw):
    head = replace(HEAD, yaw=yaw)
    painted = engine.head(people.source("astronaut"), wanted(head=head, width=1024, height=1024))
    picture = over(painted.front, sides=(1024, 1024)).astype(np.uint8)

    (face,) = engine.detect(picture)

    assert face.found.yaw == pytest.approx(yaw, abs=9)


@pytest.mark.parametrize("roll", [-15, 15])
def test_a_head_rolls_the_way_headgear_does(engine, people, wanted, roll):
    head = replace(HEAD, roll=roll)
    painted = engine.head(people.source("astronaut"), wanted(head=head, width=1024, height=1024))
    picture = over(painted.front, sides=(1024, 1024)).astype(np.uint8)

    (face,) = engine.detect(picture)

    assert face.found.roll == pytest.approx(roll, abs=4)


def test_it_is_painted_as_large_as_the_head_is_wanted(engine, people, wanted):
    source = people.source("astronaut")

    small, large = (
        engine.head(source, wanted(head=replace(HEAD, height=height))).front
        for height in (200, 400)
    )

    assert large.pixels.shape[0] == pytest.approx(2 * small.pixels.shape[0], abs=4)


def test_a_head_outside_the_picture_is_no_error(engine, people, wanted):
    painted = engine.head(people.source("astronaut"), wanted(head=replace(HEAD, x=5000)))

    assert painted.front.pixels.size == painted.behind.pixels.size == 0


def test_patches_stay_within_the_picture(engine, people, wanted):
    painted = engine.head(people.source("astronaut"), wanted(head=replace(HEAD, x=40, y=900)))

    for patch in (painted.front, painted.behind):
        assert min(patch.left, patch.top) >= 0
        assert patch.left + patch.pixels.shape[1] <= 512
        assert patch.top + patch.pixels.shape[0] <= 512


def test_the_same_head_is_painted_the_same_again(engine, people, wanted):
    source = people.source("one")

    first, again = (engine.head(source, wanted("one", hair=Hair.CURLY)) for _ in range(2))

    assert np.array_equal(first.front.pixels, again.front.pixels)
    assert np.array_equal(first.behind.pixels, again.behind.pixels)


def test_the_side_that_the_lamp_is_on_is_brighter(engine, people, wanted):
    source = people.source("astronaut")

    left, right = (
        over(engine.head(source, wanted(light=Light(x=x, y=-0.2, z=0.4))).front) @ LUMA
        for x in (-0.9, 0.9)
    )

    cheek = slice(238, 262), slice(212, 226)
    assert left[cheek].mean() > right[cheek].mean() + 15


def test_an_edge_is_soft_over_a_pixel_or_two_and_no_more(engine, people, wanted):
    front = engine.head(people.source("astronaut"), wanted(hair=Hair.NONE)).front
    row = front.pixels[round(430 * 0.512) - 30 - front.top, :, 3]

    soft = np.count_nonzero((row > 5) & (row < 250))

    assert 2 <= soft <= 10


def test_no_seam_is_seen_where_the_face_ends(engine, people, wanted):
    picture = over(engine.head(people.source("astronaut"), wanted(hair=Hair.NONE)).front) @ LUMA

    forehead = cv2.GaussianBlur(picture[150:200, 230:280], (0, 0), 1.5)

    assert np.abs(np.diff(forehead, axis=0)).max() < 6


@pytest.mark.parametrize("mood", [Mood.HAPPY, Mood.SAD])
def test_a_mood_moves_the_corners_of_the_mouth(people, mood):
    calm = facing_us(people.source("one").shape)

    moved = expressing(calm, mood)[list(MOUTH_CORNERS), 1] - calm[list(MOUTH_CORNERS), 1]

    assert (moved < -5).all() if mood is Mood.HAPPY else (moved > 5).all()


def test_an_evil_smile_has_one_side(people):
    calm = facing_us(people.source("one").shape)

    evil = expressing(calm, Mood.EVIL)
    right, left = (evil[point, 1] - calm[point, 1] for point in MOUTH_CORNERS)
    brows = evil[list(INNER_BROWS), 1] - calm[list(INNER_BROWS), 1]

    assert left < -8 < right
    assert (brows > 4).all()


@pytest.mark.parametrize("mood", Mood)
def test_no_mood_moves_a_point_so_far_that_it_is_somebody_else(people, mood):
    calm = facing_us(people.source("one").shape)

    assert np.abs(expressing(calm, mood) - calm).max() < 20


def test_the_proud_carry_their_chin_higher(people):
    shape = people.source("one").shape

    calm, proud = (bust_of(shape, HEAD, mood).face[152, 1] for mood in (Mood.CALM, Mood.PROUD))

    assert proud < calm


def test_it_is_still_the_same_person(engine, people, wanted):
    painted = over(
        engine.head(
            people.source("astronaut"), wanted(width=1024, height=1024, light=Light(0, -0.2, 1))
        ).front,
        sides=(1024, 1024),
    ).astype(np.uint8)
    mine = _looks(engine, painted, engine.detect(painted)[0])

    own, others = (
        [_looks(engine, people.of(name).picture, people.of(name).face) for name in names]
        for names in (("astronaut",), ("two", "three", "five"))
    )

    assert all(mine @ own[0] > mine @ other for other in others)


def _looks(engine, picture, face):
    return likeness(picture, face.points)


@pytest.mark.parametrize("roll", [-15, 15])
def test_long_hair_of_a_head_that_rolls_ends_within_its_patch(engine, people, wanted, roll):
    asked = wanted(head=replace(HEAD, roll=roll), hair=Hair.LONG)
    front = engine.head(people.source("astronaut"), asked).front.pixels[..., 3]

    assert front[:, [0, -1]].max() == front[[0, -1]].max() == 0
