"""What hides one half of a source's face leaves no trace in the middle of it."""

import numpy as np
import pytest

from faceswap.engine.mesh import enrol, zones

SIDE = 128


@pytest.fixture(scope="module")
def half_hidden(people):
    """The astronaut with black hair over the left half of her face, past the middle of her nose."""
    person = people.of("astronaut")
    picture = person.picture.copy()
    middle, width = person.points[[6, 4], 0].mean(), person.width
    left, right = round(middle - 0.01 * width), round(middle + 0.75 * width)
    top, bottom = (round(end) for end in (person.points[:, 1].min(), person.points[:, 1].max()))
    shade = np.random.default_rng(2).integers(8, 30, (bottom - top, right - left, 1), np.uint8)
    picture[top:bottom, left:right] = shade
    return people.learnt(picture)


def bridge():
    """The skin along the middle of the face between the eyes and the upper lip."""
    rows, columns = zones.rows_and_columns(SIDE)
    down = (rows > zones.BROW_LINE + 0.04) & (rows < zones.MOUTH_LINE - 0.14)
    return down & (np.abs(columns - 0.5) < 0.04) & zones.plain_skin(SIDE)


def test_no_strand_is_left_on_the_nose(people, half_hidden):
    whole = people.source("astronaut").at_side(SIDE)[..., 0]
    relief = half_hidden.at_side(SIDE)[..., 0]
    assert relief[bridge()].min() > whole[bridge()].min() - 0.15


def test_the_middle_is_known(half_hidden):
    assert half_hidden.known[bridge()].min() > 0.9


def test_a_narrow_gap_takes_what_is_beside_it():
    layers = np.full((SIDE, SIDE, 3), 0.1, np.float32)
    known = np.ones((SIDE, SIDE), np.float32)
    layers[50:90, 62:66], known[50:90, 62:66] = -0.9, 0
    layers *= known[..., None]

    filled, sure = enrol.close_gaps(layers, known)

    assert filled[bridge()].min() == pytest.approx(0.1, abs=0.01)
    assert sure[bridge()].min() == 1


def test_a_wide_gap_stays():
    layers, known = np.zeros((SIDE, SIDE, 3), np.float32), np.ones((SIDE, SIDE), np.float32)
    known[40:80, 40:80] = 0

    _, sure = enrol.close_gaps(layers, known)

    assert (sure == known).all()


def test_eyes_are_not_made_of_skin():
    layers, known = np.zeros((SIDE, SIDE, 3), np.float32), np.ones((SIDE, SIDE), np.float32)
    eyes = zones.zone(zones.EYES, 0.0, SIDE)
    known[eyes] = 0

    _, sure = enrol.close_gaps(layers, known)

    assert sure[eyes].max() == 0
