import asyncio
from contextlib import suppress
from datetime import timedelta

from faceswap.app.swaps import submit
from faceswap.app.upkeep import keep_tidy, tidy
from faceswap.domain.job import JobState

MONTH = timedelta(days=31).total_seconds()


async def test_jobs_are_kept_for_the_retention_and_no_longer(world):
    job = await world.worked()
    world.clock.advance(MONTH)
    await tidy(world.app)
    assert (await world.look(job)).state is JobState.DONE
    world.clock.advance(1)
    await tidy(world.app)
    assert (await world.look(job)).state is JobState.EXPIRED
    assert world.stored() == []


async def test_jobs_that_are_not_over_are_kept(world):
    job = await submit(world.app, world.one_shot())
    world.clock.advance(2 * MONTH)
    await tidy(world.app)
    assert (await world.look(job)).state is JobState.QUEUED
    assert world.stored() == [b"face of guest", b"picture of 1"]


async def test_strays_are_erased_when_they_can_be_no_part_of_a_job_to_come(world):
    job = await world.worked()
    needed = set(world.blobs.stored)
    stray = await world.blobs.put(b"stray")
    world.clock.advance(3600)
    await tidy(world.app)
    assert set(world.blobs.stored) == {*needed, stray}
    world.clock.advance(1)
    await tidy(world.app)
    assert set(world.blobs.stored) == needed
    assert (await world.look(job)).state is JobState.DONE


class FailingOnce:
    def __init__(self, blobs):
        self._blobs = blobs
        self.failures = 1

    def __getattr__(self, name):
        return getattr(self._blobs, name)

    async def older_than(self, moment):
        if self.failures:
            self.failures -= 1
            raise OSError("the disk is gone")
        return await self._blobs.older_than(moment)


async def test_it_is_tidied_again_and_again_whatever_happens(world):
    stray = await world.blobs.put(b"stray")
    world.clock.advance(3000)
    task = asyncio.create_task(keep_tidy(world.app_with(blobs=FailingOnce(world.blobs))))
    await world.clock.until_asleep(600)
    assert stray in world.blobs.stored
    world.clock.advance(601)
    await world.clock.until_asleep(600)
    assert world.stored() == []
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
