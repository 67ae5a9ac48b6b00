"""Every line of the tables of portraits and places can be measured."""

import pytest

from benchmarks import portraits
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES


@pytest.mark.slow
def test_every_line_can_be_measured():
    tables = dict(portraits.tables(1))

    assert [row.name for row in tables["Portraits"]][:-1] == [scene.name for scene in SCENES]
    assert [row.name for row in tables["New places"]] == [place.name for place in BACKDROPS]
    assert all(min(row.values) > 0 for rows in tables.values() for row in rows)
