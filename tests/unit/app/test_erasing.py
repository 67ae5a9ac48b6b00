"""Answers that a server lets go some hours after they were given."""

from datetime import timedelta

import pytest

from faceswap.app.erasing import GIVEN_UP_AFTER
from faceswap.app.swaps import forget_result
from faceswap.app.upkeep import tidy
from faceswap.domain.job import JobState
from faceswap.domain.standing import Standing
from faceswap.ports import Delivery
from tests.unit.app.conftest import picture

HERE = Standing("club")
HOURS = 3600


@pytest.fixture
async def passing(world):
    await world.stores.guilds.change("club", {"delete_after": 5})
    return world


async def test_a_result_goes_with_its_pictures_when_its_time_has_come(passing):
    job = await passing.worked(passing.ask(standing=HERE))
    passing.clock.advance(5 * HOURS - 1)
    await tidy(passing.app)
    assert (await passing.look(job)).state is JobState.DONE
    passing.clock.advance(1)
    await tidy(passing.app)
    await tidy(passing.app)
    assert passing.notifier.erased == [job.id]
    assert (await passing.look(job)).state is JobState.EXPIRED
    assert passing.stored() == []


async def test_other_results_stay(passing):
    elsewhere = await passing.worked()
    failed = await passing.worked(passing.ask(standing=HERE, targets=(picture(0),)))
    await passing.stores.guilds.change("club", {"delete_after": 0})
    stays = await passing.worked(passing.ask(standing=HERE))
    passing.clock.advance(5 * HOURS)
    await tidy(passing.app)
    assert passing.notifier.erased == []
    for job, state in ((elsewhere, "done"), (failed, "failed"), (stays, "done")):
        assert (await passing.look(job)).state.value == state


async def test_a_result_that_cannot_be_deleted_now_is_tried_again(passing):
    job = await passing.worked(passing.ask(standing=HERE))
    passing.clock.advance(5 * HOURS)
    passing.notifier.deliveries += [Delivery.TRY_LATER, OSError("no network")]
    await tidy(passing.app)
    await tidy(passing.app)
    assert (await passing.look(job)).state is JobState.DONE
    await tidy(passing.app)
    assert passing.notifier.erased == [job.id]
    assert (await passing.look(job)).state is JobState.EXPIRED


async def test_one_that_can_never_be_deleted_goes_from_here(passing):
    job = await passing.worked(passing.ask(standing=HERE))
    passing.clock.advance((timedelta(hours=5) + GIVEN_UP_AFTER).total_seconds() + 1)
    passing.notifier.deliveries.append(Delivery.TRY_LATER)
    await tidy(passing.app)
    assert (await passing.look(job)).state is JobState.EXPIRED
    assert await passing.stores.erasures.due(passing.clock.now(), 9) == []


async def test_one_that_was_deleted_before_is_let_be(passing):
    job = await passing.worked(passing.ask(standing=HERE))
    await forget_result(passing.app, job.id)
    passing.clock.advance(5 * HOURS)
    await tidy(passing.app)
    assert passing.notifier.erased == []
    assert await passing.stores.erasures.due(passing.clock.now(), 9) == []
