"""A disk that is full, and a database that somebody else holds."""

import sqlite3
from contextlib import closing

import pytest

from tests.crash.scenes import SCENES, is_end
from tests.discord.stage import is_result


@pytest.mark.parametrize(
    "edge", ["promises.make", "blobs.put", "jobs.open", "blobs.put 3", "jobs.finish"]
)
async def test_a_full_disk_costs_nothing_and_is_told(house, sidecar, edge):
    """What cannot be stored is taken back; the next swap, when there is room again, succeeds."""
    at, _, nth = edge.partition(" ")
    await house.start(at=at, nth=int(nth or 1), deed="fill disk", sidecar=sidecar)
    asked = await SCENES["a still"].play(house)
    seen = await asked.until(is_end)
    assert is_result(seen) or "Something went wrong on my side, so nothing was charged" in seen.text
    again = await SCENES["a still"].play(house)
    assert is_result(await again.until(is_end))
    await house.until_told()
    await house.stopped()
    await house.check()
    assert len([each for each in house.room.messages if is_end(each)]) == 2


async def test_a_database_that_another_process_holds_is_waited_for(house, sidecar):
    await house.start(sidecar=sidecar)
    with closing(sqlite3.connect(house.data / "visage.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        asked = await SCENES["a still"].play(house)
        assert asked.acknowledged.milliseconds < 2000
        other.execute("ROLLBACK")
    assert is_result(await asked.until(is_end))
    await house.until_told()
    await house.stopped()
    await house.check()
