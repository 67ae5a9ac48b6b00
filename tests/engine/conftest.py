"""One engine for all tests, and the people of the sample pictures, learnt once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest

from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.studio import Studio
from faceswap.ports import SwapOrder, WeightedTemplate
from tests.engine import clips
from tests.engine.clip_files import COUNT
from tests.engine.clips import drifting
from tests.engine.people import PLAIN, People

MOST_BYTES = 25_000_000


@pytest.fixture(scope="session")
def engine() -> MeshEngine:
    return MeshEngine()


@pytest.fixture(scope="session")
def people(engine) -> People:
    return People(engine)


@pytest.fixture(scope="session")
def studio(engine) -> Iterator[Studio]:
    studio = Studio(engine, PictureLimits())
    yield studio
    studio.close()


@pytest.fixture(scope="session")
def order(people) -> Callable[..., SwapOrder]:
    """Return a maker of orders: `_` leaves a face, `astronaut+one` is an even mix."""

    def make(
        data: bytes,
        *cast: str,
        options: Options = PLAIN,
        most_bytes: int = MOST_BYTES,
        name: str = "party.png",
        reference_seconds: float = 0.0,
    ) -> SwapOrder:
        mixes = [who.split("+") if who != "_" else [] for who in cast]
        casting = [
            tuple(WeightedTemplate(people.template(each), 1 / len(mix)) for each in mix) or None
            for mix in mixes
        ]
        target = NamedBytes(name, data)
        return SwapOrder(target, tuple(casting), options, most_bytes, reference_seconds)

    return make


@pytest.fixture(scope="session")
def portrait_clip() -> list[np.ndarray]:
    """Return the frames of somebody who sways and nods, (360, 640, 3) uint8 RGB each."""
    return clips.clip(COUNT, (clips.astronaut(), drifting()))
