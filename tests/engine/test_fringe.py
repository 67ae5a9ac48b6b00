"""Hair that hangs beside a source's cheeks is not taken for the source's skin."""

import numpy as np
import pytest

from faceswap.engine.mesh import enrol, fringe, zones
from faceswap.engine.mesh.arrays import blur
from faceswap.engine.mesh.gaze import Gaze
from faceswap.engine.mesh.raster import rasterise
from faceswap.engine.mesh.topology import FACE
from tests.engine.painting import RIGHT_CHEEK
from tests.engine.pictures import levels

SIDE = fringe.SIDE
AHEAD = Gaze((0.5, 0.0), (0.5, 0.0))
ROWS, COLUMNS = zones.rows_and_columns(SIDE)


def with_strands(person, covers, colour, contrast):
    """Paint strands over a picture where `covers` says so of texture places (..., 2)."""
    height, width = person.picture.shape[:2]
    drawn = rasterise(person.points[:, :2], width, height)
    uv = drawn.paint(FACE.uv)
    noise = np.random.default_rng(5).normal(0, 1, (height, width, 1)).astype(np.float32)
    noise = blur(noise, 1.0, 8.0)
    hair = np.array(colour, np.float32) * (1 + noise * (contrast / noise.std()))
    share = blur((covers(uv) & drawn.covered).astype(np.float32), 1.0)[..., None]
    return levels(person.picture + share * (hair - person.picture))


def known(person, picture):
    """How much of each texel is taken from the picture."""
    return enrol.observe(picture, person.points, AHEAD).face.known


def cheek(inmost):
    """Skin beside the eye and the nose, from so far right of the middle on, within the face."""
    rows = (ROWS > zones.BROW_LINE + 0.03) & (ROWS < zones.MOUTH_LINE - 0.08)
    return rows & (inmost + 0.5 < COLUMNS) & fringe.inner() & zones.plain_skin(SIDE)


@pytest.fixture(scope="module", params=["astronaut", "two", "five"])
def person(request, people):
    return people.near(request.param)


def test_hair_in_the_colour_of_the_skin_is_told_by_its_strands(person):
    before = known(person, person.picture)
    column, row = np.round(person.points[RIGHT_CHEEK, :2]).astype(int)
    skin = person.picture[row - 2 : row + 3, column - 2 : column + 3].mean(axis=(0, 1))

    picture = with_strands(person, lambda uv: uv[..., 0] > 0.74, skin * 0.8, 0.35)

    now = known(person, picture)
    assert now[cheek(0.28)].mean() < 0.3 * before[cheek(0.28)].mean()


def test_dark_hair_is_found_as_far_in_as_it_hangs(person):
    before = known(person, person.picture)

    picture = with_strands(person, lambda uv: uv[..., 0] > 0.72, (40, 34, 30), 0.2)

    now = known(person, picture)
    assert now[cheek(0.25)].mean() < 0.1 * before[cheek(0.25)].mean()
