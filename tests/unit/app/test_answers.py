import asyncio
from contextlib import asynccontextmanager, suppress

import pytest

from faceswap.app.answers import finish_telling, keep_telling, tell
from faceswap.app.swaps import forget_result
from faceswap.domain.delivery import Undelivered
from faceswap.domain.errors import NoFace
from faceswap.domain.job import JobState
from faceswap.ports import Delivery
from tests.fakes.patience import patience
from tests.fakes.plays import Hangs


@pytest.fixture
def telling(world):
    """Return a context in which unanswered jobs are being told."""

    @asynccontextmanager
    async def telling(app=None):
        task = asyncio.create_task(keep_telling(app or world.app))
        try:
            yield task
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await finish_telling(app or world.app, 5)
        assert world.clock.waits == []

    return telling


async def over(world):
    """Return a job that is over and not yet answered."""
    job = await world.claimed()
    await world.jobs.fail(
        job.id, job.attempt, NoFace(), state=JobState.FAILED, now=world.clock.now()
    )
    return job


async def is_answered(world, job):
    return (await world.look(job)).answered


async def test_an_end_is_told_and_noted(world):
    job = await over(world)
    await tell(world.app, job.id)
    (told,) = world.notifier.told
    assert (told.id, told.state, told.address) == (job.id, JobState.FAILED, "a token")
    assert await is_answered(world, job)
    assert (await world.look(job)).address == f"where {job.id} was told"
    assert await world.jobs.unanswered() == []


async def test_an_end_is_told_once(world):
    job = await over(world)
    for _ in range(2):
        await tell(world.app, job.id)
    await asyncio.gather(*(tell(world.app, job.id) for _ in range(5)))
    assert len(world.notifier.told) == 1


async def test_an_end_is_told_once_by_many_at_once(world):
    job = await over(world)
    await asyncio.gather(*(tell(world.app, job.id) for _ in range(5)))
    assert len(world.notifier.told) == 1
    assert not world.app.telling.put_off.is_set()


async def test_an_end_being_told_is_not_told_by_the_next_round(world, telling):
    play = Hangs()
    world.notifier.deliveries.append(play)
    job = await over(world)
    first = asyncio.create_task(tell(world.app, job.id))
    await play.reached.wait()
    other = await over(world)
    async with telling():
        await world.notifier.until_told(1)
        play.released.set()
        await first
    assert sorted(told.id for told in world.notifier.told) == sorted([job.id, other.id])


@pytest.mark.parametrize("job_id", ["never there", ""])
async def test_nobody_is_told_of_nothing(world, job_id):
    await tell(world.app, job_id)
    assert world.notifier.told == []


async def test_nobody_is_told_of_a_job_that_is_not_over(world):
    job = await world.claimed()
    await tell(world.app, job.id)
    assert (world.notifier.told, await is_answered(world, job)) == ([], False)


async def test_nobody_is_told_of_a_job_that_was_erased(world):
    job = await over(world)
    await forget_result(world.app, job.id)
    await tell(world.app, job.id)
    assert world.notifier.told == []


async def test_what_was_left_is_told_at_the_start(world, telling):
    jobs = []
    for _ in range(3):
        jobs.append(await over(world))
        world.clock.advance(1)
    async with telling():
        await world.notifier.until_told(3)
    assert [told.id for told in world.notifier.told] == [job.id for job in jobs]


async def test_what_cannot_be_told_is_noted_and_not_repeated(world, telling):
    world.notifier.deliveries.append(Delivery.IMPOSSIBLE)
    job = await over(world)
    await tell(world.app, job.id)
    assert await is_answered(world, job)
    other = await over(world)
    async with telling():
        await world.notifier.until_told(2)
    assert [told.id for told in world.notifier.told] == [job.id, other.id]


async def test_why_nobody_was_told_is_noted(world):
    world.notifier.deliveries += [Undelivered.DMS_CLOSED, Delivery.IMPOSSIBLE]
    reasons = []
    for _ in range(3):
        job = await over(world)
        await tell(world.app, job.id)
        reasons.append((await world.look(job)).undelivered)
    assert reasons == [Undelivered.DMS_CLOSED, Undelivered.REFUSED, None]


async def test_what_was_posted_is_noted(world):
    job = await world.worked()
    assert job.posted.message == f"message of {job.id}"


async def test_a_job_without_an_address_is_nobody_s_to_tell(world):
    job = await world.worked(world.ask(address=""))
    assert (world.notifier.told, job.answered) == ([], True)
    assert job.undelivered is Undelivered.NO_PLACE


@pytest.mark.parametrize("trouble", [Delivery.TRY_LATER, RuntimeError("no route")])
async def test_what_is_put_off_is_told_later(world, telling, trouble):
    async with telling():
        first = await over(world)
        await tell(world.app, first.id)
        world.notifier.deliveries.append(trouble)
        job = await over(world)
        await tell(world.app, job.id)
        assert not await is_answered(world, job)
        await world.clock.until_asleep(2)
        before = len(world.notifier.told)
        world.clock.advance(2)
        await world.notifier.until_told(before + 1)
    assert await is_answered(world, job)


async def test_rounds_are_further_and_further_apart(world, telling):
    world.notifier.deliveries += [Delivery.TRY_LATER] * 10
    job = await over(world)
    async with telling():
        for told, wait in enumerate((2, 4, 8, 16, 32, 64, 128, 256, 300, 300), 1):
            await world.clock.until_asleep(wait)
            assert len(world.notifier.told) == told
            world.clock.advance(wait)
        await world.notifier.until_told(11)
    assert {told.id for told in world.notifier.told} == {job.id}


async def test_a_new_job_does_not_wait_for_an_old_one_s_round(world, telling):
    world.notifier.deliveries += [Delivery.TRY_LATER] * 8
    await over(world)
    async with telling():
        for wait in (2, 4, 8, 16, 32, 64, 128):
            await world.clock.until_asleep(wait)
            world.clock.advance(wait)
        await world.clock.until_asleep(256)
        world.notifier.deliveries.append(Delivery.TRY_LATER)
        new = await over(world)
        await tell(world.app, new.id)
        await world.clock.until_asleep(2)
        world.clock.advance(2)
        await world.notifier.until_told(11)
    assert new.id in {told.id for told in world.notifier.told[-2:]}


async def test_after_a_day_it_is_given_up(world):
    world.notifier.deliveries += [Delivery.TRY_LATER] * 2
    job = await over(world)
    world.clock.advance(86_400)
    await tell(world.app, job.id)
    assert not await is_answered(world, job)
    world.clock.advance(1)
    await tell(world.app, job.id)
    assert await is_answered(world, job)


async def test_a_notifier_that_hangs_is_stopped(world):
    play = Hangs()
    world.notifier.deliveries.append(play)
    job = await over(world)
    answer = asyncio.create_task(tell(world.app, job.id))
    await play.reached.wait()
    await world.clock.until_asleep(120)
    world.clock.advance(120)
    async with patience():
        await answer
    assert not await is_answered(world, job)
    assert world.app.telling.put_off.is_set()


class Failing:
    """`Jobs` some of whose methods fail so many times."""

    def __init__(self, jobs, **failures):
        self._jobs = jobs
        self._failures = failures

    def __getattr__(self, name):
        if self._failures.get(name):
            self._failures[name] -= 1
            return self._fail
        return getattr(self._jobs, name)

    async def _fail(self, *args):
        raise OSError("the disk is gone")


async def test_an_answer_that_cannot_be_noted_is_not_lost(world):
    job = await over(world)
    app = world.app_with(jobs=Failing(world.jobs, answered=1))
    await tell(app, job.id)
    assert app.telling.put_off.is_set()
    await tell(app, job.id)
    assert await is_answered(world, job)


async def test_a_store_that_fails_for_a_while_is_outlived(world, telling):
    await over(world)
    async with telling(world.app_with(jobs=Failing(world.jobs, unanswered=1, job=1))):
        for wait in (2, 4):
            await world.clock.until_asleep(wait)
            world.clock.advance(wait)
        await world.notifier.until_told(1)


async def test_an_answer_on_its_way_arrives_and_is_noted_at_the_end(world):
    play = Hangs()
    world.notifier.deliveries.append(play)
    job = await over(world)
    answer = asyncio.create_task(tell(world.app, job.id))
    await play.reached.wait()
    answer.cancel()
    ending = asyncio.create_task(finish_telling(world.app, 5))
    await world.clock.until_asleep(5)
    play.released.set()
    async with patience():
        await ending
    assert await is_answered(world, job)
    assert len(world.notifier.told) == 1


async def test_an_answer_that_does_not_arrive_is_left_for_the_next_start(world):
    play = Hangs()
    world.notifier.deliveries.append(play)
    job = await over(world)
    answer = asyncio.create_task(tell(world.app, job.id))
    await play.reached.wait()
    answer.cancel()
    ending = asyncio.create_task(finish_telling(world.app, 5))
    await world.clock.until_asleep(5)
    world.clock.advance(5)
    async with patience():
        await ending
    assert not await is_answered(world, job)
    assert (world.app.telling.busy, world.clock.waits) == ({}, [])
