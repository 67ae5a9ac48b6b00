"""One engine for all tests, and the people of the sample pictures, learnt once."""

from __future__ import annotations

import pytest

from faceswap.engine.mesh.engine import MeshEngine
from tests.engine.people import People


@pytest.fixture(scope="session")
def engine() -> MeshEngine:
    return MeshEngine()


@pytest.fixture(scope="session")
def people(engine) -> People:
    return People(engine)
