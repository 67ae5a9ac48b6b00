"""How far a clip is: known each second, shown beside the work."""

import asyncio

import pytest
from structlog.testing import capture_logs

from faceswap.app.progress import progress_of
from faceswap.app.worker import work
from faceswap.domain.clip import Progress
from faceswap.domain.errors import BackendDown
from faceswap.domain.job import JobState
from tests.fakes.patience import patience
from tests.fakes.plays import Hangs, Renders, Swaps
from tests.unit.app.conftest import clip, picture


async def working(world, *targets, plays=()):
    world.backend.plays += plays
    job = await world.claimed(world.ask(targets=targets or (clip(seconds=4),)))
    return job, asyncio.create_task(work(world.app, job))


async def ended(world, job, attempt):
    async with patience():
        await attempt
    assert world.clock.waits == []
    assert progress_of(world.app, job.id) is None
    return await world.look(job)


async def pass_time(world, *pauses):
    """Let the worker's pauses pass, each when nothing but it and the deadline is waited for."""
    for pause in pauses:
        await world.clock.until(lambda waits: len(waits) == 2 and waits[0] == pause)  # noqa: B023
        world.clock.advance(pause)


async def pass_time_while_showing(world, *pauses):
    for pause in pauses:
        await world.clock.until_asleep(pause)
        world.clock.advance(pause)


async def test_progress_is_shown_each_second_with_a_picture(world):
    job, attempt = await working(world, plays=[Renders([4, 20])])
    for shown, pause in ((1, 0.5), (2, 1)):
        await world.notifier.until_shown(shown)
        await pass_time(world, pause)
    assert (await ended(world, job, attempt)).state is JobState.DONE
    assert [(each, progress) for each, progress, _ in world.notifier.shown] == [
        (job.id, Progress(4, 40, 25.0)),
        (job.id, Progress(20, 40, 25.0)),
    ]
    assert {each.data for _, _, each in world.notifier.shown} == {
        b"glimpse of %s-0" % job.id.encode()
    }


async def test_the_last_progress_is_known(world):
    job, attempt = await working(world, plays=[Renders([4, 20])])
    await world.clock.until_asleep(0.5)
    assert progress_of(world.app, job.id) == Progress(4, 40, 25.0)
    await pass_time(world, 0.5)
    await world.clock.until_asleep(1)
    assert progress_of(world.app, job.id) == Progress(20, 40, 25.0)
    await pass_time(world, 1)
    await ended(world, job, attempt)


async def test_clips_of_one_ask_are_shown_together(world):
    targets = (clip(seconds=4), picture(), clip(seconds=4))
    job, attempt = await working(world, *targets, plays=[Renders(), Renders(), Renders([10])])
    await world.notifier.until_shown(1)
    await pass_time(world, 0.5)
    await ended(world, job, attempt)
    assert [progress for _, progress, _ in world.notifier.shown] == [Progress(50, 80, 25.0)]


async def test_stills_show_nothing(world):
    play = Hangs()
    world.backend.plays.append(play)
    job, attempt = await working(world, picture())
    await play.reached.wait()
    assert progress_of(world.app, job.id) is None
    world.backend.orders[f"{job.id}-0"].play = Swaps(after_checks=1)
    play.released.set()
    await pass_time(world, 0.25)
    await ended(world, job, attempt)
    assert world.notifier.shown == []


async def test_a_showing_that_takes_long_keeps_neither_the_work_nor_the_latest_waiting(world):
    """While the first is on its way, three more come to be known; the last of them is shown."""
    play = Hangs()
    world.notifier.showings.append(play)
    job, attempt = await working(world, plays=[Renders([1, 2, 3, 4, 5])])
    await play.reached.wait()
    await pass_time_while_showing(world, 0.5, 1, 1)
    await world.clock.until_asleep(1)
    assert progress_of(world.app, job.id).done == 4
    play.released.set()
    await world.notifier.until_shown(2)
    assert [progress.done for _, progress, _ in world.notifier.shown] == [1, 4]
    await pass_time(world, 1, 1)
    assert (await ended(world, job, attempt)).state is JobState.DONE


async def test_a_showing_on_its_way_ends_with_the_work(world):
    play = Hangs()
    world.notifier.showings.append(play)
    job, attempt = await working(world, plays=[Renders([1])])
    await play.reached.wait()
    await pass_time_while_showing(world, 0.5)
    assert (await ended(world, job, attempt)).state is JobState.DONE
    play.released.set()
    assert world.notifier.shown == []
    assert [told.id for told in world.notifier.told] == [job.id]


async def test_a_showing_that_hangs_is_given_up_for_the_next(world):
    play = Hangs()
    world.notifier.showings.append(play)
    job, attempt = await working(world, plays=[Renders(range(1, 13))])
    await play.reached.wait()
    await pass_time_while_showing(world, 0.5, *[1] * 10)
    await world.notifier.until_shown(1)
    await pass_time(world, 1)
    assert (await ended(world, job, attempt)).state is JobState.DONE
    assert world.notifier.shown[0][1].done in {11, 12}


@pytest.mark.parametrize("is_glimpse", [True, False])
async def test_what_cannot_be_shown_stops_nothing_and_is_logged_once(world, is_glimpse):
    if is_glimpse:
        world.backend.glimpse_error = BackendDown()
    else:
        world.notifier.showings += [RuntimeError("no such channel")] * 2
    with capture_logs() as lines:
        job, attempt = await working(world, plays=[Renders([1, 2, 3, 4])])
        await pass_time(world, 0.5, 1, 1, 1)
        assert (await ended(world, job, attempt)).state is JobState.DONE
    assert [line["event"] for line in lines].count("progress not shown") == 1
    assert ({glimpse for _, _, glimpse in world.notifier.shown} == {None}) is is_glimpse


async def test_nothing_new_is_not_shown_again(world):
    job, attempt = await working(world, plays=[Renders([7] * 8)])
    await pass_time(world, 0.5, *[1] * 7)
    await ended(world, job, attempt)
    assert len(world.notifier.shown) == 1


async def test_a_backend_that_waits_is_not_waited_for_twice(world):
    """Its check takes the second that lies between two looks."""

    class Waiting:
        def __getattr__(self, name):
            return getattr(world.backend, name)

        async def check(self, swap_id, wait=0.0):
            waits.append(wait)
            world.clock.advance(wait)
            return await world.backend.check(swap_id, wait)

    waits = []
    world.backend.plays.append(Renders([1, 2, 3]))
    job = await world.claimed(world.ask(targets=(clip(),)))
    async with patience():
        await work(world.app_with(backend=Waiting()), job)
    assert waits == [0.5, 1.0, 1.0, 1.0]


async def test_a_clock_that_is_set_back_does_not_stop_the_looking(world):
    class SetBack:
        def __getattr__(self, name):
            return getattr(world.backend, name)

        async def check(self, swap_id, wait=0.0):
            world.clock.advance(-3600)
            return await world.backend.check(swap_id, wait)

    world.backend.plays.append(Renders([1]))
    job = await world.claimed(world.ask(targets=(clip(),)))
    attempt = asyncio.create_task(work(world.app_with(backend=SetBack()), job))
    await world.clock.until_asleep(0.5)
    world.clock.advance(0.5)
    async with patience():
        await attempt
