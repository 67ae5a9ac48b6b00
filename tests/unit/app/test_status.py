import asyncio
from datetime import timedelta

import pytest

from faceswap.app.status import LONGEST_ASKING, LaneStatus, status
from faceswap.app.swaps import submit
from faceswap.domain.errors import BackendBusy, BackendDown
from faceswap.domain.job import Lane
from tests.fakes.backend import READY
from tests.fakes.plays import Hangs
from tests.unit.app.conftest import clip


async def test_all_is_quiet(world):
    seen = await status(world.app)
    assert seen.backend == READY
    assert seen.lanes == {
        Lane.STILLS: LaneStatus(0, 0, 2, None, None),
        Lane.CLIPS: LaneStatus(0, 0, 1, None, None),
    }


async def test_lanes_tell_who_waits_and_how_long_it_takes(world):
    await world.worked(world.ask(targets=(clip(),), ids_text="anna"))
    for _ in range(2):
        await submit(world.app, world.ask(targets=(clip(),), ids_text="anna"))
    await world.jobs.claim(world.clock.now())
    world.clock.advance(30)
    lane = (await status(world.app)).lanes[Lane.CLIPS]
    assert lane == LaneStatus(1, 1, 1, timedelta(seconds=30), timedelta())


@pytest.mark.parametrize("trouble", [BackendDown(), BackendBusy()])
async def test_a_backend_that_cannot_tell(world, trouble):
    world.backend.health = trouble
    assert (await status(world.app)).backend is None


async def test_a_backend_that_hangs_is_not_waited_for(world):
    world.backend.health = Hangs()
    asking = asyncio.create_task(status(world.app))
    await world.clock.until_asleep(LONGEST_ASKING)
    world.clock.advance(LONGEST_ASKING)
    assert (await asking).backend is None
