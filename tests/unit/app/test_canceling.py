"""Jobs stopped by whoever asked: at once, and for what was rendered."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from faceswap.app.canceling import cancel
from faceswap.app.progress import progress_of
from faceswap.app.swaps import again, submit
from faceswap.app.worker import work
from faceswap.domain.clip import Progress
from faceswap.domain.errors import BackendDown, Canceled, JobGone, NoFace, NotYours
from faceswap.domain.job import JobState
from tests.fakes.patience import patience
from tests.fakes.plays import Hangs, Renders, Turns
from tests.unit.app.conftest import clip, gif, picture

WHOLE = 100
"""Frames of the clip that costs ten."""


def film(seconds=10, **more):
    return clip(seconds=seconds, **more)


@asynccontextmanager
async def working(world, *targets, plays=(), **more):
    """Work a job in the background, and see to it that the attempt comes to its end."""
    world.backend.plays += plays
    job = await world.claimed(world.ask(targets=targets, **more))
    attempt = asyncio.create_task(work(world.app, job))
    yield job
    async with patience():
        await attempt
    assert world.clock.waits == []
    assert world.app.attempts == {}
    assert world.backend.orders == {}


async def is_canceled(world, job, charged, done=0, total=0):
    job = await world.look(job)
    assert (job.state, job.charged, await world.spent()) == (JobState.CANCELED, charged, charged)
    assert (type(job.error), job.error.data()) == (Canceled, {"done": done, "total": total})
    assert [told.id for told in world.notifier.told] == [job.id]
    assert job.answered


async def test_a_clip_is_stopped_and_what_was_rendered_is_charged(world):
    async with working(world, film(), plays=[Renders([25, 55])]) as job:
        for pause in (0.5, 1):
            await world.clock.until_asleep(pause)
            world.clock.advance(pause * (pause < 1))
        canceled = await cancel(world.app, job.id, "member", address="elsewhere")
        assert canceled.state is JobState.CANCELED
        assert world.notifier.told[0].address == "elsewhere"
    await is_canceled(world, job, charged=5, done=55, total=WHOLE)


async def test_a_clip_that_was_not_begun_costs_nothing(world):
    play = Hangs()
    async with working(world, film(), plays=[play]) as job:
        await play.reached.wait()
        await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=0, total=WHOLE)


async def test_stills_and_clips_that_were_done_before_are_charged_too(world):
    """One still, a clip of two credits and half of one of four, of seven credits together."""
    targets = (picture(), gif(frames=20), clip(seconds=4), picture())
    plays = [Renders(), Renders(), Renders([20])]
    async with working(world, *targets, plays=plays) as job:
        await world.clock.until_asleep(0.5)
        assert progress_of(world.app, job.id) == Progress(40, 60, 25.0)
        await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=1 + 2 + 2, done=40, total=60)


async def test_what_was_refused_is_not_charged(world):
    world.app = world.app_with(rules=replace(world.rules, confirm_above=20))
    plays = [Renders([30], NoFace()), Renders([50])]
    async with working(world, film(), film(), plays=plays) as job:
        await world.clock.until_asleep(0.5)
        world.clock.advance(0.5)
        await world.clock.until_asleep(0.5)
        await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=5, done=50, total=2 * WHOLE)


async def test_a_still_can_be_stopped(world):
    play = Hangs()
    async with working(world, picture(), plays=[play]) as job:
        await play.reached.wait()
        await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=0)


async def test_a_queued_job_is_canceled_for_nothing(world):
    job = await submit(world.app, world.one_shot(targets=(film(),)))
    await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=0)
    assert await world.jobs.next_due() is None
    assert b"face of guest" not in world.stored()


async def test_a_job_that_waits_for_another_attempt_costs_nothing(world):
    """Its orders may still be there, and are forgotten."""
    world.backend.plays += [Renders(), Turns(BackendDown())]
    job = await world.worked(world.ask(targets=(gif(), film(4))))
    assert (job.state, list(world.backend.orders)) == (JobState.QUEUED, [f"{job.id}-0"])
    await cancel(world.app, job.id, "member")
    await is_canceled(world, job, charged=0)
    assert world.backend.orders == {}


async def test_an_offer_is_canceled_as_if_it_were_declined(world):
    job = await submit(world.app, world.ask(targets=(film(20),)))
    canceled = await cancel(world.app, job.id, "member")
    assert (canceled.state, world.stored(), await world.spent()) == (JobState.CANCELED, [], 0)
    assert [told.id for told in world.notifier.told] == [job.id]


async def test_a_job_that_is_over_stays_as_it_is(world):
    done = await world.worked()
    assert await cancel(world.app, done.id, "member") == done
    assert (await world.spent(), len(world.notifier.told)) == (1, 1)


async def test_canceling_twice_is_canceling_once(world):
    async with working(world, film(), plays=[Renders([50])]) as job:
        await world.clock.until_asleep(0.5)
        await asyncio.gather(*(cancel(world.app, job.id, "member") for _ in range(5)))
    await is_canceled(world, job, charged=5, done=50, total=WHOLE)


@pytest.mark.parametrize(
    ("job_id", "owner", "error"),
    [(None, "somebody else", NotYours), ("never there", "member", JobGone)],
)
async def test_only_who_asked_can_cancel(world, job_id, owner, error):
    job = await submit(world.app, world.ask())
    with pytest.raises(error):
        await cancel(world.app, job_id or job.id, owner)
    assert (await world.look(job)).state is JobState.QUEUED


async def test_a_canceled_clip_can_be_done_again(world):
    job = await submit(world.app, world.ask(targets=(film(),)))
    await cancel(world.app, job.id, "member")
    new = await again(world.app, world.repeat(job))
    assert (await world.attempt(new)).state is JobState.DONE


async def test_a_backend_that_does_not_stop_keeps_nobody_waiting(world):
    world.backend.cancel_error = BackendDown()
    world.backend.plays.append(Renders([50]))
    job = await world.claimed(world.ask(targets=(film(),)))
    attempt = asyncio.create_task(work(world.app, job))
    await world.clock.until_asleep(0.5)
    await cancel(world.app, job.id, "member")
    async with patience():
        await attempt
    await is_canceled(world, job, charged=5, done=50, total=WHOLE)


# Races


class Slow:
    """Blobs whose writing waits for the test."""

    def __init__(self, blobs, play):
        self._blobs = blobs
        self._play = play

    def __getattr__(self, name):
        return getattr(self._blobs, name)

    async def put(self, data):
        self._play.reached.set()
        await self._play.released.wait()
        return await self._blobs.put(data)


async def test_a_cancelation_that_comes_while_the_result_is_stored_stands(world):
    """All frames had been rendered, so all is charged; the result is not kept."""
    job = await world.claimed(world.ask(targets=(film(),)))
    play = Hangs()
    app = world.app_with(blobs=Slow(world.blobs, play))
    attempt = asyncio.create_task(work(app, job))
    await play.reached.wait()
    await cancel(app, job.id, "member")
    play.released.set()
    async with patience():
        await attempt
    await is_canceled(world, job, charged=10, done=WHOLE, total=WHOLE)
    assert len(world.stored()) == 1
    assert world.backend.orders == {}


async def test_a_result_that_comes_first_stands(world):
    """The cancelation has seen the job at work, and finds it done."""

    class FinishedMeanwhile:
        def __getattr__(self, name):
            return getattr(world.jobs, name)

        async def cancel(self, *args, **more):
            play.released.set()
            await attempt
            return await world.jobs.cancel(*args, **more)

    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed(world.ask(targets=(film(),)))
    attempt = asyncio.create_task(work(world.app, job))
    await play.reached.wait()
    world.backend.orders[f"{job.id}-0"].play = Renders()
    app = world.app_with(jobs=FinishedMeanwhile(), attempts=world.app.attempts)
    async with patience():
        found = await cancel(app, job.id, "member")
    assert (found.state, found.charged, await world.spent()) == (JobState.DONE, 10, 10)
    assert len(world.notifier.told) == 1


async def test_a_job_that_is_claimed_meanwhile_is_canceled_all_the_same(world):
    class ClaimedMeanwhile:
        claims = 1

        def __getattr__(self, name):
            return getattr(world.jobs, name)

        async def cancel(self, *args, **more):
            if self.claims:
                self.claims -= 1
                assert await world.jobs.claim(world.clock.now())
            return await world.jobs.cancel(*args, **more)

    job = await submit(world.app, world.ask(targets=(film(),)))
    await cancel(world.app_with(jobs=ClaimedMeanwhile()), job.id, "member")
    await is_canceled(world, job, charged=0)


async def test_an_attempt_that_finds_its_job_canceled_orders_nothing(world):
    """It is claimed, canceled before it is begun, and told of once."""
    job = await world.claimed(world.ask(targets=(film(),)))
    await cancel(world.app, job.id, "member")
    await work(world.app, job)
    assert [name for name, _ in world.backend.calls if name == "submit"] == []
    await is_canceled(world, job, charged=0)


async def test_what_an_earlier_attempt_rendered_is_not_charged(world):
    """An attempt that hangs is given up by a restart; another one has just begun."""
    play = Hangs()
    world.backend.plays.append(Renders([90]))
    first = await world.claimed(world.ask(targets=(film(),)))
    attempt = asyncio.create_task(work(world.app, first))
    await world.clock.until_asleep(0.5)
    await world.jobs.requeue_open(world.clock.now())
    await world.jobs.claim(world.clock.now())
    world.backend.orders[f"{first.id}-0"].play = play
    await cancel(world.app, first.id, "member")
    async with patience():
        await attempt
    await is_canceled(world, first, charged=0)
