"""What the worker does when others fail, or it does."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from faceswap.app.swaps import submit
from faceswap.app.worker import work
from faceswap.domain.errors import BackendBusy, BackendDown, BackendLost, TookTooLong, Unexpected
from faceswap.domain.job import JobState
from tests.fakes.clock import NOON
from tests.fakes.patience import patience
from tests.fakes.plays import Fails, Hangs, Swaps, Turns
from tests.unit.app.conftest import picture


@pytest.mark.parametrize(
    "play",
    [
        Turns(BackendDown()),
        Turns(BackendBusy()),
        Fails(BackendLost()),
        Fails(None),
        Fails(None, JobState.CANCELED),
    ],
    ids=["down", "busy", "lost", "failed for no reason", "canceled"],
)
async def test_a_fault_holds_the_job_and_says_so(world, play):
    world.backend.plays.append(play)
    job = await world.worked()
    assert (job.state, job.attempt) == (JobState.QUEUED, 1)
    assert await world.jobs.next_due() == world.clock.now() + timedelta(seconds=1)
    assert (await world.spent(), world.notifier.told) == (1, [])
    ((waiting, reason),) = world.notifier.waits
    assert (waiting.id, type(reason)) == (job.id, type(job.error))
    done = await world.attempt(job)
    assert (done.state, done.attempt, done.charged, done.error) == (JobState.DONE, 2, 1, None)


async def test_waits_double_and_are_announced_once(world):
    world.backend.plays += [Turns(BackendDown()) for _ in range(7)]
    job = await world.worked()
    waits = []
    while job.state is JobState.QUEUED:
        waits.append((await world.jobs.next_due() - world.clock.now()).total_seconds())
        job = await world.attempt(job)
    assert waits == [1, 2, 4, 8, 16, 30, 30]
    assert (job.state, len(world.notifier.waits), await world.spent()) == (JobState.DONE, 1, 1)


async def test_attempts_are_used_up(world):
    world.backend.plays += [Turns(BackendDown()) for _ in range(12)]
    job = await world.worked()
    while job.state is JobState.QUEUED:
        job = await world.attempt(job)
    assert job.attempt == 12
    await world.is_refunded_and_told(job, BackendDown)


async def test_the_deadline_ends_the_waiting(world):
    world.app = world.app_with(rules=replace(world.rules, deadline=timedelta(seconds=10)))
    world.backend.plays += [Turns(BackendBusy()) for _ in range(12)]
    job = await world.worked()
    while job.state is JobState.QUEUED:
        job = await world.attempt(job)
    assert (job.attempt, world.clock.now()) == (4, NOON + timedelta(seconds=7))
    await world.is_refunded_and_told(job, BackendBusy)


async def test_an_order_that_hangs_is_stopped_at_the_deadline(world):
    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed()
    working = asyncio.create_task(work(world.app, job))
    await play.reached.wait()
    await world.clock.until_asleep(600)
    world.clock.advance(600)
    async with patience():
        await working
    await world.is_refunded_and_told(await world.look(job), TookTooLong)
    assert world.backend.calls[-1] == ("cancel", f"{job.id}-0")


async def test_a_job_claimed_after_its_deadline_is_not_begun(world):
    job = await submit(world.app, world.ask())
    world.clock.advance(600)
    await work(world.app, await world.jobs.claim(world.clock.now()))
    assert not world.backend.taken
    await world.is_refunded_and_told(await world.look(job), TookTooLong)


async def test_a_job_that_takes_the_process_down_each_time_is_given_up(world):
    job = await submit(world.app, world.ask())
    for _ in range(12):
        await world.jobs.claim(NOON)
        await world.jobs.requeue_open(NOON)
    await work(world.app, await world.jobs.claim(NOON))
    assert not world.backend.taken
    await world.is_refunded_and_told(await world.look(job), Unexpected)


async def test_work_done_before_a_fault_is_found_again(world):
    """The second picture fails once; the first one's order is still there."""
    world.backend.plays += [Swaps(), Turns(BackendDown()), Swaps()]
    job = await world.worked(world.ask(targets=(picture(1), picture(2))))
    assert list(world.backend.orders) == [f"{job.id}-0"]
    assert len(world.stored()) == 2
    done = await world.attempt(job)
    assert (done.state, done.charged) == (JobState.DONE, 2)
    assert [order.target.data for order in world.backend.taken] == [
        b"picture of 1",
        b"picture of 2",
    ]
    assert world.backend.orders == {}


async def test_a_failed_order_is_cleared_away_for_the_next_attempt(world):
    world.backend.plays.append(Fails(BackendLost()))
    job = await world.worked()
    assert world.backend.orders == {}
    assert (await world.attempt(job)).state is JobState.DONE


async def test_a_backend_that_does_not_clear_away_changes_nothing(world):
    world.backend.cancel_error = BackendDown()
    job = await world.worked(world.ask(targets=(picture(1), picture(1))))
    assert (job.state, job.charged, job.answered) == (JobState.DONE, 1 + 1, True)


async def test_an_announcement_that_fails_changes_nothing(world):
    world.notifier.waiting_error = RuntimeError("no such channel")
    world.backend.plays.append(Turns(BackendDown()))
    job = await world.worked()
    assert (job.state, type(job.error)) == (JobState.QUEUED, BackendDown)


# Defects


@pytest.mark.parametrize("error", [ZeroDivisionError(), KeyError("x"), TimeoutError(), OSError()])
async def test_a_defect_is_refunded_and_told(world, error):
    world.backend.plays.append(Turns(error))
    await world.is_refunded_and_told(await world.worked(), Unexpected)


async def test_a_failure_the_backend_did_not_expect_is_not_repeated(world):
    world.backend.plays.append(Fails(Unexpected()))
    await world.is_refunded_and_told(await world.worked(), Unexpected)


async def test_results_that_cannot_be_kept_are_refunded_and_leave_nothing(world):
    job = await world.claimed()
    world.blobs.room = 2
    await work(world.app, job)
    await world.is_refunded_and_told(await world.look(job), Unexpected)
    assert world.stored() == [b"picture of 1"]


async def test_logs_tell_of_a_defect_without_its_words(world):
    world.backend.plays.append(Turns(RuntimeError("token hunter2")))
    with capture_logs() as logged:
        job = await world.worked(world.ask(address="hunter2"))
    broke = next(line for line in logged if line["log_level"] == "error")
    assert (broke["job"], broke["error"]) == (job.id, "RuntimeError")
    assert "in submit" in broke["stack"]
    assert "hunter2" not in str(logged)
