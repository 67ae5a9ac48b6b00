"""Who may see and do what with which job."""

from datetime import timedelta

import pytest

from faceswap.app.job_desk import (
    EVERYBODY,
    ON_A_PAGE,
    STOPPED,
    Shown,
    Visitor,
    Wanted,
    deliver_anew,
    find_job,
    job_to_retry,
    list_jobs,
    stop_job,
)
from faceswap.app.outlook import NOTHING_KNOWN, Outlook, outlook
from faceswap.app.progress import at_work
from faceswap.app.swaps import forget_result, submit
from faceswap.domain.clip import Progress
from faceswap.domain.delivery import Place, Undelivered
from faceswap.domain.errors import (
    BackendDown,
    Canceled,
    JobGone,
    JobOver,
    NotAModerator,
    NothingToRetry,
    NotYours,
    OnlyInServers,
    StoppedByModerator,
    UnknownJob,
)
from faceswap.domain.job import JobState, Outcome
from faceswap.domain.standing import Standing
from tests.unit.app.conftest import clip

HERE, THERE = Place("7", "70"), Place("8", "80")
ANNA = Visitor("member", Standing(guild="7"))
BEN = Visitor("ben", Standing(guild="7"))
MOD = Visitor("mod", Standing(guild="7", manages=True))
ELSEWHERE = Visitor("mod", Standing(guild="8", manages=True))


async def asked(world, place=HERE, **more):
    world.clock.advance(1)
    return await submit(world.app, world.ask(**{"place": place, "ids_text": "anna", **more}))


async def undelivered(world):
    world.notifier.deliveries.append(Undelivered.CHANNEL_GONE)
    return await world.worked(world.ask(place=HERE, ids_text="anna"))


async def listed(world, visitor, **wanted):
    found = await list_jobs(world.app, visitor, Wanted(**wanted))
    return [job.id for job in found.jobs]


async def test_one_s_own_are_listed_wherever_they_were_asked_for(world):
    jobs = [await asked(world, place) for place in (HERE, THERE, Place())]
    assert await listed(world, ANNA) == [job.id for job in reversed(jobs)]
    assert await listed(world, ANNA, whose="member") == await listed(world, ANNA)
    assert await listed(world, BEN) == []


async def test_a_moderator_lists_those_of_the_server(world):
    here = await asked(world, HERE)
    there = await asked(world, THERE)
    for whose in ("member", EVERYBODY):
        assert await listed(world, MOD, whose=whose) == [here.id]
        assert await listed(world, ELSEWHERE, whose=whose) == [there.id]
    assert await listed(world, MOD, whose="ben") == []


@pytest.mark.parametrize("whose", ["member", EVERYBODY])
async def test_others_list_only_their_own(world, whose):
    with pytest.raises(NotAModerator):
        await listed(world, BEN, whose=whose)
    with pytest.raises(OnlyInServers):
        await listed(world, Visitor("ben"), whose=whose)


async def test_behind_the_last_page_is_the_last(world):
    jobs = [await asked(world) for _ in range(ON_A_PAGE + 1)]
    found = await list_jobs(world.app, ANNA, Wanted(page=9))
    assert ([job.id for job in found.jobs], found.wanted.page) == ([jobs[0].id], 1)
    assert (found.count, found.pages, found.moderates) == (ON_A_PAGE + 1, 2, False)
    none = await list_jobs(world.app, ANNA, Wanted(shown=Shown.DONE, page=3))
    assert (none.jobs, none.wanted.page, none.pages) == ((), 0, 0)


async def test_a_job_is_found_by_those_who_may_see_it(world):
    job = await asked(world)
    for visitor in (ANNA, Visitor("member"), MOD):
        assert (await find_job(world.app, visitor, f" {job.id.upper()} ")).id == job.id
    for visitor in (BEN, ELSEWHERE, Visitor("mod")):
        with pytest.raises(NotYours):
            await find_job(world.app, visitor, job.id)
    with pytest.raises(UnknownJob):
        await find_job(world.app, MOD, "nothing like it")


async def test_a_job_of_no_server_is_no_moderator_s(world):
    job = await asked(world, Place())
    with pytest.raises(NotYours):
        await find_job(world.app, Visitor("mod", Standing(manages=True)), job.id)


async def test_one_s_own_job_is_stopped_and_nobody_else_is_told(world):
    job = await asked(world)
    stopped = await stop_job(world.app, ANNA, job.id)
    assert (stopped.state, type(stopped.error)) == (JobState.CANCELED, Canceled)
    assert await world.app.audit.unposted(9) == []
    with pytest.raises(JobOver):
        await stop_job(world.app, ANNA, job.id)


async def test_what_a_moderator_stops_costs_nothing(world):
    job = await world.claimed(world.ask(targets=(clip(),), place=HERE, ids_text="anna"))
    with at_work(world.app, job) as attempt:
        attempt.targets[0] = Progress(30, 40)
        stopped = await stop_job(world.app, MOD, job.id)
    assert (stopped.charged, await world.spent()) == (0, 0)
    assert (stopped.state, type(stopped.error)) == (JobState.CANCELED, StoppedByModerator)
    (line,) = await world.app.audit.unposted(9)
    assert (line.guild, line.actor, line.event) == ("7", "mod", STOPPED)
    assert line.words == {"job": job.id, "member": "member"}


async def test_a_job_that_ends_meanwhile_was_not_stopped(world):
    class FinishedMeanwhile:
        def __getattr__(self, name):
            return getattr(world.jobs, name)

        async def cancel(self, job_id, attempt, *_, **__):
            now = world.clock.now()
            await world.jobs.finish(job_id, attempt, Outcome(()), charge=1, now=now)
            return False

    job = await world.claimed(world.ask(place=HERE, ids_text="anna"))
    with pytest.raises(JobOver):
        await stop_job(world.app_with(jobs=FinishedMeanwhile()), MOD, job.id)
    assert await world.app.audit.unposted(9) == []


async def test_nobody_else_stops_a_job(world):
    job = await asked(world)
    for visitor in (BEN, ELSEWHERE):
        with pytest.raises(NotYours):
            await stop_job(world.app, visitor, job.id)
    assert (await world.look(job)).state is JobState.QUEUED


async def test_only_what_went_wrong_is_tried_again_by_its_asker_alone(world):
    waits = await asked(world)
    with pytest.raises(NothingToRetry):
        await job_to_retry(world.app, ANNA, waits.id)
    await stop_job(world.app, ANNA, waits.id)
    assert (await job_to_retry(world.app, ANNA, waits.id)).id == waits.id
    with pytest.raises(NotYours):
        await job_to_retry(world.app, MOD, waits.id)
    done = await world.worked(world.ask(place=HERE, ids_text="anna"))
    with pytest.raises(NothingToRetry):
        await job_to_retry(world.app, ANNA, done.id)
    await forget_result(world.app, done.id)
    with pytest.raises(JobGone):
        await job_to_retry(world.app, ANNA, done.id)


async def test_a_result_that_could_not_be_posted_is_told_anew_and_paid_once(world):
    job = await undelivered(world)
    assert (await job_to_retry(world.app, ANNA, job.id)).id == job.id
    await deliver_anew(world.app, job, "elsewhere")
    told = await world.look(job)
    assert (told.answered, told.undelivered, await world.spent()) == (True, None, 1)
    assert [each.address for each in world.notifier.told] == ["a token", "elsewhere"]
    with pytest.raises(NothingToRetry):
        await deliver_anew(world.app, job, "a third place")


# Outlooks


async def test_who_waits_knows_their_place_and_about_how_long(world):
    job = await world.claimed(world.ask(ids_text="anna"))
    world.clock.advance(10)
    await world.jobs.finish(job.id, 1, Outcome(()), charge=0, now=world.clock.now())
    waiting = [await asked(world, ids_text="anna") for _ in range(3)]
    seen = [await outlook(world.app, each) for each in waiting]
    times = [timedelta(seconds=seconds) for seconds in (10, 10, 20)]
    assert seen == [Outlook(at, time) for at, time in enumerate(times, 1)]


async def test_nothing_is_foretold_while_nothing_is_known(world):
    job = await asked(world)
    assert await outlook(world.app, job) == Outlook(1, None)
    running = await world.jobs.claim(world.clock.now())
    assert await outlook(world.app, running) == NOTHING_KNOWN


async def test_a_job_that_is_held_has_no_place(world):
    job = await world.claimed(world.ask(ids_text="anna"))
    now = world.clock.now()
    later = now + timedelta(seconds=9)
    await world.jobs.retry(job.id, 1, at=later, now=now, reason=BackendDown())
    assert await outlook(world.app, await world.look(job)) == NOTHING_KNOWN


async def test_a_clip_that_is_rendered_tells_how_far_it_is(world):
    job = await world.claimed(world.ask(targets=(clip(),), ids_text="anna"))
    with at_work(world.app, job) as attempt:
        attempt.targets[0] = Progress(30, 40, 5.0)
        seen = await outlook(world.app, job)
    assert seen == Outlook(None, timedelta(seconds=2), Progress(30, 40, 5.0))


async def test_a_job_that_is_over_has_no_outlook(world):
    job = await world.worked()
    assert await outlook(world.app, job) == NOTHING_KNOWN
