"""What every `JobLists` finds."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faceswap.domain.delivery import Place, Undelivered
from faceswap.domain.errors import Canceled, NoFace
from faceswap.domain.job import JobState, Lane, Outcome
from faceswap.domain.line import Load, order
from faceswap.ports import Listing
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, clip_request, new_job, open_stores

NOTHING = Outcome(())
MOST = 500


def after(seconds):
    return NOON + timedelta(seconds=seconds)


async def opened(jobs, name, seconds=0, **more):
    return await jobs.open(new_job(name, **more), hold=1, allowance=ALLOWANCE, now=after(seconds))


async def done(jobs, name, seconds=0, takes=1):
    """Open a job, claim it at once and finish it."""
    await opened(jobs, name, seconds)
    job = await jobs.claim(after(seconds))
    assert job.id == name
    await jobs.finish(name, job.attempt, NOTHING, charge=0, now=after(seconds + takes))


async def found(lists, skip=0, most=10, **which):
    return [job.id for job in await lists.page(Listing(**which), skip=skip, most=most)]


async def test_a_member_s_jobs_come_newest_first_a_page_at_a_time(jobs, lists):
    for at in range(5):
        await opened(jobs, f"mine {at}", at)
    await opened(jobs, "another's", 9, owner="another")
    assert await found(lists, owner="member", most=2) == ["mine 4", "mine 3"]
    assert await found(lists, owner="member", skip=4, most=2) == ["mine 0"]
    assert await lists.count(Listing(owner="member")) == 5


async def test_a_server_s_jobs_are_those_asked_for_there(jobs, lists):
    await opened(jobs, "here", place=Place("7", "70"))
    await opened(jobs, "there", place=Place("8", "80"))
    await opened(jobs, "in a dm", place=Place(None, "90"))
    assert await found(lists, server="7") == ["here"]
    assert await found(lists, server="7", owner="another") == []
    assert await lists.count(Listing(server="8")) == 1


async def test_jobs_are_found_by_their_states(jobs, lists):
    await opened(jobs, "waits", 1)
    states = frozenset({JobState.QUEUED, JobState.CANCELED})
    await opened(jobs, "canceled", 2)
    await jobs.cancel("canceled", 0, Canceled(), charge=0, now=after(3))
    assert await found(lists, states=states) == ["canceled", "waits"]
    assert await found(lists, states=frozenset({JobState.DONE})) == []


async def test_answers_that_could_not_be_given_are_found(jobs, lists):
    for at, name in enumerate(("told", "untold")):
        await done(jobs, name, at)
    await jobs.answered("told")
    await jobs.answered("untold", undelivered=Undelivered.CHANNEL_GONE)
    assert await found(lists, undelivered=True) == ["untold"]


async def test_a_lane_tells_how_many_wait_and_since_when(jobs, lists):
    assert await lists.load(Lane.STILLS) == Load(0, 0, None)
    for at, name in enumerate(("one", "two", "three")):
        await opened(jobs, name, at)
    await opened(jobs, "clip", 9, request=clip_request())
    await jobs.claim(after(10), Lane.STILLS)
    assert await lists.load(Lane.STILLS) == Load(2, 1, after(1))
    assert await lists.load(Lane.CLIPS) == Load(1, 0, after(9))


async def test_work_is_timed_from_the_last_claim_to_the_end(jobs, lists):
    for at, takes in enumerate((3, 5, 4)):
        await done(jobs, f"job {at}", at * 10, takes)
    await opened(jobs, "failed", 40)
    await jobs.claim(after(40))
    await jobs.fail("failed", 1, NoFace(), state=JobState.FAILED, now=after(90))
    assert await lists.work_times(Lane.STILLS, 2) == [timedelta(seconds=4), timedelta(seconds=5)]
    assert await lists.work_times(Lane.CLIPS, 2) == []


async def test_a_clock_that_was_turned_back_makes_no_negative_times(jobs, lists):
    await done(jobs, "one", 10, takes=-5)
    assert await lists.work_times(Lane.STILLS, 1) == [timedelta()]


async def test_the_line_leaves_out_what_is_not_due(jobs, lists):
    for at, name in enumerate(("held", "one", "two", "clip")):
        request = clip_request() if name == "clip" else None
        await opened(jobs, name, at, request=request)
    await jobs.claim(after(5), Lane.STILLS)
    await jobs.retry("held", 1, at=after(60), now=after(6))
    assert order(await lists.line(Lane.STILLS, after(7), MOST)) == ["one", "two"]
    assert order(await lists.line(Lane.STILLS, after(7), 1)) == ["one"]
    assert order(await lists.line(Lane.STILLS, after(60), MOST)) == ["held", "one", "two"]


asks = st.lists(st.sampled_from("abc"), min_size=1, max_size=12)


@given(before=asks, claims=st.integers(0, 6), ends=st.sets(st.integers(0, 5)), later=asks)
@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_jobs_are_claimed_in_the_order_of_the_line(
    tmp_path_factory, before, claims, ends, later
):
    path = tmp_path_factory.mktemp("line") / "visage.db"
    async with open_stores(path) as stores:
        jobs, lists = stores.jobs, stores.lists
        for at, owner in enumerate(before):
            await opened(jobs, f"{owner} {at}", at, owner=owner)
        for at in range(claims):
            job = await jobs.claim(after(100 + at))
            if job and at in ends:
                await jobs.finish(job.id, 1, NOTHING, charge=0, now=after(100 + at))
        for at, owner in enumerate(later):
            await opened(jobs, f"{owner} later {at}", 98 + at, owner=owner)
        foretold = order(await lists.line(Lane.STILLS, after(200), MOST))
        claimed = []
        while job := await jobs.claim(after(200 + len(claimed)), Lane.STILLS):
            claimed.append(job.id)
        assert foretold == claimed
