"""The implementations each contract is run over. A new one is another parameter here."""

from __future__ import annotations

import pytest

from faceswap.jobs.embedded import EmbeddedEngine
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher
from tests.fakes.blobs import MemoryBlobs
from tests.fakes.clock import HandClock
from tests.stores import KEY, open_stores


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture(params=["sqlite"])
async def stores(request, tmp_path):
    async with open_stores(tmp_path / "data" / "visage.db") as opened:
        yield opened


@pytest.fixture
def identities(stores):
    return stores.identities


@pytest.fixture
def jobs(stores):
    return stores.jobs


@pytest.fixture
def lists(stores):
    return stores.lists


@pytest.fixture(params=["files", "memory"])
def blobs(request, tmp_path, clock):
    if request.param == "memory":
        return MemoryBlobs(clock)
    return FileBlobs(tmp_path / "blobs", Cipher(KEY), clock)


@pytest.fixture(params=["embedded"])
async def make_engine(request, clock):
    """Make engines over some jobs; each is stopped when the test is over."""
    made = []

    def make(jobs, slots=2, clip_slots=1):
        made.append(EmbeddedEngine(jobs, clock, slots=slots, clip_slots=clip_slots))
        return made[-1]

    yield make
    for engine in made:
        await engine.stop(0)
