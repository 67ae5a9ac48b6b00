"""Whom every `Jobs` lets go first."""

from datetime import timedelta

from faceswap.domain.job import Lane, Outcome
from faceswap.ports import Terms
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, clip_request, new_job

LATER = NOON + timedelta(minutes=1)
NOTHING = Outcome(())


async def opened(jobs, new, now=NOON):
    return await jobs.open(new, hold=1, allowance=ALLOWANCE, now=now)


async def order_of_claims(jobs, count, finish=True):
    order = []
    for second in range(count):
        now = NOON + timedelta(minutes=5, seconds=second)
        job = await jobs.claim(now)
        order.append(job.id)
        if finish:
            await jobs.finish(job.id, job.attempt, NOTHING, charge=0, now=now)
    return order


async def test_one_member_s_jobs_run_in_order(jobs):
    for second, name in enumerate(("b", "a", "c")):
        await opened(jobs, new_job(name), now=NOON + timedelta(seconds=second))
    assert await order_of_claims(jobs, 3) == ["b", "a", "c"]


async def test_who_has_fewest_running_comes_first(jobs):
    for second, name in enumerate(("a1", "a2", "a3", "b1", "b2")):
        await opened(jobs, new_job(name, owner=name[0]), now=NOON + timedelta(seconds=second))
    claims = await order_of_claims(jobs, 5, finish=False)
    assert claims == ["a1", "b1", "a2", "b2", "a3"]


async def test_members_take_turns_at_a_single_slot(jobs):
    for second, name in enumerate(("a1", "a2", "a3", "b1", "c1", "b2")):
        await opened(jobs, new_job(name, owner=name[0]), now=NOON + timedelta(seconds=second))
    assert await order_of_claims(jobs, 6) == ["a1", "b1", "c1", "a2", "b2", "a3"]


async def test_a_member_with_a_long_job_waits_for_those_with_none(jobs):
    for name in ("a1", "a2", "b1", "b2"):
        await opened(jobs, new_job(name, owner=name[0]))
    await jobs.claim(NOON)
    served = await jobs.claim(LATER)
    assert served.id == "b1"
    await jobs.finish("b1", 1, NOTHING, charge=0, now=LATER)
    assert (await jobs.claim(LATER)).id == "b2"


async def test_who_was_served_long_ago_is_not_ahead_of_who_asked_before(jobs):
    await opened(jobs, new_job("a1", owner="a"))
    assert await order_of_claims(jobs, 1) == ["a1"]
    for minute, name in ((10, "b1"), (11, "a2")):
        await opened(jobs, new_job(name, owner=name[0]), now=NOON + timedelta(minutes=minute))
    assert (await jobs.claim(NOON + timedelta(minutes=12))).id == "b1"


async def test_nobody_waits_for_ever_while_new_members_come(jobs):
    await opened(jobs, new_job("a1", owner="a"))
    await opened(jobs, new_job("a2", owner="a"))
    claims = []
    for minute in range(1, 5):
        now = NOON + timedelta(minutes=minute)
        await opened(jobs, new_job(f"n{minute}", owner=f"new {minute}"), now=now)
        job = await jobs.claim(now + timedelta(seconds=1))
        claims.append(job.id)
        await jobs.finish(job.id, 1, NOTHING, charge=0, now=now)
    assert claims == ["a1", "n1", "a2", "n2"]


# Lanes


async def test_a_lane_has_only_its_own_jobs(jobs):
    await opened(jobs, new_job("clip", request=clip_request()))
    assert await jobs.claim(NOON, Lane.STILLS) is None
    assert (await jobs.next_due(Lane.STILLS), await jobs.next_due(Lane.CLIPS)) == (None, NOON)
    await opened(jobs, new_job("still"))
    assert (await jobs.claim(NOON, Lane.STILLS)).id == "still"
    assert (await jobs.claim(NOON, Lane.CLIPS)).id == "clip"


async def test_a_member_s_clip_does_not_hold_their_stills_back(jobs):
    """Nor does a still that was served count against the member's clips."""
    for second, name in enumerate(("a clip", "a still", "b still", "b clip")):
        request = clip_request() if name.endswith("clip") else None
        new = new_job(name, owner=name[0], request=request)
        await opened(jobs, new, now=NOON + timedelta(seconds=second))
    assert (await jobs.claim(LATER, Lane.CLIPS)).id == "a clip"
    assert (await jobs.claim(LATER, Lane.STILLS)).id == "a still"
    assert (await jobs.claim(LATER, Lane.STILLS)).id == "b still"
    assert (await jobs.claim(LATER, Lane.CLIPS)).id == "b clip"


async def test_members_take_turns_within_a_lane(jobs):
    for second, name in enumerate(("a1", "a2", "b1")):
        new = new_job(name, owner=name[0], request=clip_request())
        await opened(jobs, new, now=NOON + timedelta(seconds=second))
    claims = [await jobs.claim(LATER, Lane.CLIPS) for _ in range(3)]
    assert [job.id for job in claims] == ["a1", "b1", "a2"]


async def test_who_accepts_an_offer_late_has_not_been_waiting(jobs):
    request = clip_request()
    await jobs.offer(new_job("a1", owner="a", request=request), price=20, now=NOON)
    await opened(jobs, new_job("b1", owner="b", request=request), now=NOON + timedelta(seconds=1))
    terms = Terms(request, 20, LATER + timedelta(hours=1))
    await jobs.accept("a1", terms, allowance=ALLOWANCE, now=NOON + timedelta(seconds=2))
    assert (await jobs.claim(LATER, Lane.CLIPS)).id == "b1"


async def test_who_has_many_open_jobs_waits_behind_who_has_few(jobs):
    """Of ten jobs asked for at once, nine give way to whoever asks for one after them."""
    for second in range(10):
        new = new_job(f"a{second}", owner="a")
        await opened(jobs, new, now=NOON + timedelta(seconds=second))
    for second, name in enumerate(("b", "c")):
        await opened(jobs, new_job(name, owner=name), now=NOON + timedelta(seconds=20 + second))
    assert await order_of_claims(jobs, 4) == ["a0", "b", "c", "a1"]
