"""What a face loses when the head it goes on is turned, and what it keeps."""

from dataclasses import replace

import numpy as np
import pytest

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.detail import subdued


@pytest.fixture
def shaded(people):
    """A face with the same soft shadow everywhere, and a beard."""
    face = people.source("astronaut")
    layers = np.zeros_like(face.layers)
    layers[..., 0] = -0.2
    layers[beard(face.side), 0] = -0.6
    return replace(face, layers=layers)


def beard(side):
    rows, columns = zones.rows_and_columns(side)
    return zones.plain_skin(side) & (rows > zones.MOUTH_LINE) & (np.abs(columns - 0.5) > 0.2)


def relief(face, where):
    return float(face.layers[where, 0].mean())


def test_from_the_front_nothing(shaded):
    assert subdued(shaded, -5) is shaded


@pytest.mark.parametrize("yaw", [-40, 40])
def test_in_profile_the_shadows_of_bare_skin(shaded, yaw):
    side = shaded.side
    _, columns = zones.rows_and_columns(side)
    skin = zones.plain_skin(side) & ~beard(side)
    turned = subdued(shaded, yaw)

    middle = relief(turned, skin & (np.abs(columns - 0.5) < 0.1))
    sides = relief(turned, skin & (np.abs(columns - 0.5) > 0.3))

    assert -0.2 < middle < sides < 0
    assert relief(turned, zones.zone(zones.EYES, 0.0, side)) == pytest.approx(-0.2, abs=0.01)
    assert relief(turned, beard(side)) < -0.3


def test_the_more_the_further_it_turns(shaded):
    kept = [abs(relief(subdued(shaded, yaw), zones.plain_skin(shaded.side))) for yaw in (0, 15, 25)]
    assert kept == sorted(kept, reverse=True)
    assert len(set(kept)) == 3


def test_its_colours_stay(people):
    face = people.source("astronaut")
    assert (subdued(face, 40).layers[..., 1:] == face.layers[..., 1:]).all()
