"""People look as if they had been photographed where they are put."""

import numpy as np
import pytest

from faceswap.domain.wording import Made
from faceswap.engine.cutout.cutout import Cutout
from faceswap.engine.cutout.cutter import Cutter
from faceswap.engine.cutout.grain import camera_of, missing_grain, softness
from faceswap.engine.cutout.placing import put_before
from faceswap.engine.cutout.shadow import shadow_of
from faceswap.engine.cutout.tone import lab_of, tone_between
from faceswap.engine.making import MadePlace
from faceswap.engine.scenes.scene import Light
from tests.engine import pictures

MADE = Made("scenes", 1)
WIDTH, HEIGHT = 300, 240
SUN = Light(x=-0.8, y=-0.6, z=0.6, strength=0.8)


def plain(colour, **known):
    pixels = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    pixels[:] = colour
    return MadePlace(pixels, MADE, **known)


def figure(bottom, colour=(200, 150, 120), left=120, right=180, top=40):
    """Return a block of a person that ends at a row."""
    alpha = np.zeros((HEIGHT, WIDTH), np.float32)
    alpha[top:bottom, left:right] = 1
    front = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    front[:] = colour
    return Cutout(alpha, front)


def with_legs(bottom):
    """Return alpha of somebody who stands on two feet."""
    alpha = figure(bottom).alpha.copy()
    alpha[bottom - 60 : bottom, 140:160] = 0
    return alpha


def lightness(pixels, where):
    return float(lab_of(pixels.astype(np.float32) / 255)[..., 0][where].mean())


def test_people_stay_where_they_are_and_the_place_is_behind():
    made = put_before(figure(HEIGHT), plain((90, 110, 200)))

    assert made.shape == (HEIGHT, WIDTH, 3)
    assert made.dtype == np.uint8
    assert np.abs(made[:, :60].astype(int) - (90, 110, 200)).max() <= 1
    assert np.abs(made[100, 150].astype(int) - (200, 150, 120)).max() < 40


def test_the_same_people_before_the_same_place_are_the_same_picture(engine):
    photo = pictures.astronaut()
    cutout = Cutter(engine).cut_out(photo)
    place = MadePlace(np.full_like(photo, (20, 30, 60)), MADE, light=SUN)

    np.testing.assert_array_equal(put_before(cutout, place), put_before(cutout, place))


def test_people_are_darker_at_night_and_brighter_in_the_sun_within_bounds():
    cutout = figure(HEIGHT, (150, 120, 100))
    body = cutout.alpha == 1
    was = lightness(cutout.foreground, body)

    night, noon = (
        lightness(put_before(cutout, plain(colour)), body)
        for colour in ((4, 6, 14), (250, 248, 240))
    )

    assert 0.6 * was < night < 0.9 * was
    assert 1.03 * was < noon < 1.3 * was


@pytest.mark.parametrize("colour", [(0, 255, 0), (255, 0, 0), (0, 0, 255), (255, 0, 255)])
def test_skin_stays_skin_before_the_most_saturated_colours(colour):
    cutout = figure(HEIGHT, (205, 155, 130))
    inner = np.s_[60:200, 135:165]

    red, green, blue = put_before(cutout, plain(colour))[inner].reshape(-1, 3).mean(axis=0)

    assert red > green > blue * 0.9
    assert 90 < red < 240


def test_people_take_on_the_hue_of_the_light_there():
    people = figure(HEIGHT, (150, 150, 150))
    inner = np.s_[60:200, 135:165]
    warm = put_before(people, plain((200, 150, 90)))[inner].reshape(-1, 3).mean(axis=0)
    cold = put_before(people, plain((90, 130, 200)))[inner].reshape(-1, 3).mean(axis=0)

    assert warm[0] - warm[2] > 6
    assert cold[2] - cold[0] > 6


def test_the_side_of_the_lamp_is_brighter():
    people = figure(HEIGHT, (150, 130, 120), left=60, right=240)
    lamps = [Light(x=side, y=0.0, z=0.5, strength=0.9) for side in (-1.0, 1.0)]

    left, right = (put_before(people, plain((120, 120, 120), light=lamp)) for lamp in lamps)

    assert int(left[120, 80].sum()) > int(left[120, 220].sum()) + 20
    assert int(right[120, 220].sum()) > int(right[120, 80].sum()) + 20


def test_a_bright_place_shines_round_dark_edges_only():
    people = figure(HEIGHT, (20, 20, 20))

    made = put_before(people, plain((250, 250, 250))).astype(int)

    assert made[120, 121, 0] > made[120, 150, 0] + 15
    dark = put_before(people, plain((2, 2, 2))).astype(int)
    assert abs(dark[120, 121, 0] - dark[120, 150, 0]) <= 3


def test_a_rim_of_light_lines_people_in_its_colour():
    people = figure(HEIGHT, (30, 30, 30))
    rim = Light(rim="#ff2000")

    made = put_before(people, plain((10, 10, 10), light=rim)).astype(int)

    assert made[120, 120, 0] > made[120, 120, 2] + 30
    assert abs(made[120, 150, 0] - made[120, 150, 2]) < 20


def test_nobody_who_is_cut_by_the_pictures_edge_throws_a_shadow():
    assert shadow_of(figure(HEIGHT).alpha, 150.0, SUN).max() == 0
    assert shadow_of(np.zeros((HEIGHT, WIDTH), np.float32), 150.0, SUN).max() == 0


def test_it_is_dark_under_feet_and_hardly_between_them():
    shadow = shadow_of(with_legs(200), None, None)

    assert shadow[200, 130] > 0.4
    assert shadow[200, 170] > 0.4
    assert shadow[200, 150] < 0.7 * shadow[200, 130]
    assert shadow[100].max() < 0.01
    assert shadow[:, :60].max() < 0.01


def test_of_two_people_only_the_one_who_stands_has_a_shadow():
    alpha = np.maximum(
        figure(200, left=30, right=80).alpha, figure(HEIGHT, left=200, right=270).alpha
    )

    shadow = shadow_of(alpha, None, None)

    assert shadow[200, 55] > 0.4
    assert shadow[:, 180:].max() < 0.01


@pytest.mark.parametrize(("lamp", "darker", "lighter"), [(-0.8, 195, 105), (0.8, 105, 195)])
def test_the_shadow_falls_away_from_the_lamp(lamp, darker, lighter):
    shadow = shadow_of(figure(220).alpha, 150.0, Light(x=lamp, y=-0.6, z=0.6, strength=0.8))

    assert shadow[200, darker] > shadow[200, lighter] + 0.05


def test_no_shadow_falls_where_there_is_no_ground():
    shadow = shadow_of(figure(220).alpha, 210.0, SUN)

    assert shadow[:200].max() < 0.01
    assert shadow[220].max() > 0.3
    assert shadow_of(figure(150).alpha, 200.0, SUN).max() == 0


def test_a_shadow_darkens_the_place_and_not_the_people():
    standing = figure(200)

    made = put_before(standing, plain((180, 180, 180)))

    assert int(made[202, 150].max()) < 130
    assert int(made[20, 150].min()) > 175
    cut = put_before(figure(HEIGHT), plain((180, 180, 180)))
    assert np.abs(made[150, 150].astype(int) - cut[150, 150]).max() < 8


def test_the_place_takes_on_the_grain_of_the_picture():
    noise = np.random.default_rng(2).normal(0, 4, (HEIGHT, WIDTH, 1))
    grainy = figure(HEIGHT, left=60, right=240)
    grainy = Cutout(grainy.alpha, pictures.levels(grainy.foreground + noise))

    made = put_before(grainy, plain((120, 120, 120)))

    assert 2 < made[:, :50].std() < 6
    clean = put_before(figure(HEIGHT), plain((120, 120, 120)))
    assert clean[:, :50].std() < 0.5


def test_grain_is_measured_as_it_was_made():
    everywhere = np.ones((400, 400), np.bool_)
    flat = np.full((400, 400, 3), 120.0)

    for deviation in (0.0, 1.5, 3.0):
        camera = camera_of(pictures.noisy(flat, deviation), everywhere)
        assert camera.grain == pytest.approx(deviation, abs=0.5)


def test_a_sharp_place_is_softened_behind_soft_people():
    everywhere = np.ones((512, 512), np.bool_)
    sharp = camera_of(pictures.astronaut(), everywhere)
    soft = camera_of(pictures.blurred(pictures.astronaut(), 3), everywhere)

    assert softness(soft, sharp) > 0.8
    assert softness(sharp, soft) == 0
    assert missing_grain(sharp, sharp) == 0


def test_there_is_no_tone_without_people():
    nobody = np.zeros((10, 10), np.float32)
    grey = np.full((10, 10, 3), 0.5, np.float32)

    tone = tone_between(grey, nobody, grey, None)

    assert (tone.gain, tone.contrast, tone.black) == (1.0, 1.0, 0.0)
