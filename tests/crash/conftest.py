"""Bots that are killed, on a playground that is not."""

from __future__ import annotations

import pytest

from playground import Playground
from tests.crash.house import House, lasting_sidecar, zygote
from tests.discord_schema import available, check_exchanges


@pytest.fixture(scope="session")
def nursery():
    """Where bots come from."""
    with zygote() as started:
        yield started


@pytest.fixture
async def house(nursery, tmp_path):
    async with Playground() as place:
        made = House(place, nursery, tmp_path)
        await made.furnish()
        try:
            yield made
        finally:
            await made.close()
    if available():
        assert check_exchanges(place.exchanges) == []


@pytest.fixture(scope="session")
def sidecar(tmp_path_factory):
    """Where a sidecar is that outlives the bots, as one on another machine does; and its key."""
    with lasting_sidecar(tmp_path_factory.mktemp("sidecar") / "log") as address:
        yield address
