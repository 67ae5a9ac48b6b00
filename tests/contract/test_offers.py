"""What every `Jobs` does with jobs that are offered, and with those that are canceled."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.domain.errors import Canceled, JobGone, NoFace, NotEnoughCredits
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.idlist import parse_ids
from faceswap.domain.job import JobState, Lane, Outcome, StoredSurvey
from faceswap.ports import Terms
from tests.fakes.clock import NOON
from tests.fakes.media import facts_in, video
from tests.stores import ALLOWANCE, claimed, clip_request, new_job, stored_file, swap_request

SOON = NOON + timedelta(minutes=5)
LATER = NOON + timedelta(minutes=10)
"""When an offer ends that `new_job` makes."""
NOTHING = Outcome(())
FACE = Template("mesh", b"\0\x01 a face", 99.5, 1)


async def spent(jobs):
    return (await jobs.balance("account", allowance=ALLOWANCE, now=NOON)).spent


async def offered(jobs, name="one", **more):
    new = new_job(name, **{"request": clip_request(), **more})
    return await jobs.offer(new, price=20, now=NOON)


def terms(job, **more):
    values = {"request": job.request, "price": job.price, "deadline": LATER + timedelta(hours=1)}
    return Terms(**{**values, **more})


async def accepted(jobs, job, now=SOON, **more):
    return await jobs.accept(job.id, terms(job, **more), allowance=ALLOWANCE, now=now)


async def test_an_offer_holds_nothing_and_does_not_run(jobs):
    job = await offered(jobs)
    assert job == await jobs.job("one")
    assert (job.state, job.price, job.held, job.charged) == (JobState.OFFERED, 20, 0, 0)
    assert job.request == clip_request()
    assert job.deadline == LATER
    assert (await spent(jobs), await jobs.next_due(), await jobs.claim(NOON)) == (0, None, None)
    assert await jobs.unanswered() == []
    assert await jobs.requeue_open(NOON) == 0
    assert await jobs.unused(["target"]) == []


async def test_the_same_key_is_one_offer(jobs):
    first = await offered(jobs)
    assert await offered(jobs, "two", key="key of one") == first
    assert await jobs.open(new_job("two", key="key of one"), hold=1, allowance=1, now=NOON) == first


async def test_an_offer_of_a_job_that_is_gone_is_none(jobs):
    with pytest.raises(JobGone):
        await offered(jobs, parent="never there")


async def test_an_accepted_offer_is_held_and_queued(jobs):
    offer = await offered(jobs)
    job = await accepted(jobs, offer)
    assert job == await jobs.job("one")
    assert (job.state, job.price, job.held, await spent(jobs)) == (JobState.QUEUED, 20, 20, 20)
    assert (job.deadline, job.created, job.updated) == (LATER + timedelta(hours=1), NOON, SOON)
    assert (job.address, job.request) == (offer.address, offer.request)
    assert (await jobs.claim(SOON, Lane.CLIPS)).id == "one"


async def test_an_offer_can_be_accepted_with_others_and_elsewhere(jobs):
    offer = await offered(jobs)
    request = replace(offer.request, ids=parse_ids("bo,_,cy"))
    job = await accepted(jobs, offer, request=request, price=40, address="elsewhere")
    assert (job.request, job.price, job.held, job.address) == (request, 40, 40, "elsewhere")


async def test_an_offer_is_accepted_once(jobs):
    """The second press changes nothing, whatever it asks for and whatever has become of the job."""
    offer = await offered(jobs)
    first = await accepted(jobs, offer)
    assert await accepted(jobs, offer, price=5, address="elsewhere") == first
    job = await jobs.claim(SOON)
    assert (await accepted(jobs, offer)).state is JobState.PREPARING
    await jobs.finish("one", job.attempt, NOTHING, charge=7, now=SOON)
    assert (await accepted(jobs, offer)).state is JobState.DONE
    assert await spent(jobs) == 7


async def test_an_offer_that_is_accepted_by_many_at_once_is_held_once(jobs):
    offer = await offered(jobs)
    got = await asyncio.gather(*(accepted(jobs, offer) for _ in range(10)))
    assert {job.state for job in got} == {JobState.QUEUED}
    assert await spent(jobs) == 20


async def test_an_offer_that_cannot_be_paid_is_still_offered(jobs):
    offer = await offered(jobs)
    before = await jobs.open(new_job("two"), hold=31, allowance=ALLOWANCE, now=NOON)
    with pytest.raises(NotEnoughCredits) as refused:
        await accepted(jobs, offer)
    assert (refused.value.needed, refused.value.left) == (20, 19)
    assert await jobs.job("one") == offer
    await jobs.cancel("two", before.attempt, Canceled(), charge=0, now=SOON)
    assert (await accepted(jobs, offer)).state is JobState.QUEUED


async def test_an_offer_cannot_be_accepted_after_its_end(jobs):
    offer = await offered(jobs)
    with pytest.raises(JobGone):
        await accepted(jobs, offer, now=LATER)
    await jobs.expire(NOON, LATER)
    with pytest.raises(JobGone):
        await accepted(jobs, offer)
    with pytest.raises(JobGone):
        await jobs.accept("never there", terms(offer), allowance=ALLOWANCE, now=SOON)
    assert await spent(jobs) == 0


async def test_of_an_acceptance_and_the_offer_s_end_one_stands(jobs):
    for number in range(10):
        offer = await offered(jobs, f"job {number}", account=f"account {number}")
        now = LATER - timedelta(seconds=1) if number % 2 else LATER
        taken, freed = await asyncio.gather(
            accepted(jobs, offer, now=now), jobs.expire(NOON, LATER), return_exceptions=True
        )
        job = await jobs.job(offer.id)
        balance = await jobs.balance(f"account {number}", allowance=ALLOWANCE, now=NOON)
        if isinstance(taken, JobGone):
            assert (job.state, balance.spent) == (JobState.EXPIRED, 0)
        else:
            assert (job.state, balance.spent, freed) == (JobState.QUEUED, 20, [])


async def test_offers_end_with_their_contents_and_nobody_is_told(jobs):
    await offered(jobs, "old", request=clip_request(None, ("its own",), "photo"))
    await offered(jobs, "young", deadline=LATER + timedelta(seconds=1))
    assert await jobs.expire(NOON, LATER - timedelta(seconds=1)) == []
    assert sorted(await jobs.expire(NOON, LATER)) == ["its own", "photo"]
    job = await jobs.job("old")
    assert (job.state, job.request.targets, job.address) == (JobState.EXPIRED, (), "")
    assert (await jobs.job("young")).state is JobState.OFFERED
    assert (await jobs.unanswered(), await spent(jobs)) == ([], 0)


async def test_an_offer_is_not_forgotten_as_if_it_were_over(jobs):
    offer = await offered(jobs)
    assert await jobs.forget("one", SOON) == []
    assert await jobs.job("one") == offer


async def test_a_member_s_oldest_offers_can_be_ended(jobs):
    for minute, name in enumerate("abc"):
        request = clip_request(targets=(f"target of {name}",))
        at = NOON + timedelta(minutes=minute)
        await jobs.offer(new_job(name, request=request), price=20, now=at)
    await offered(jobs, "somebody's", owner="other")
    assert await jobs.trim_offers("member", 2, SOON) == ["target of a"]
    assert await jobs.trim_offers("member", 2, SOON) == []
    states = {name: (await jobs.job(name)).state for name in ("a", "b", "c", "somebody's")}
    assert states == {
        "a": JobState.EXPIRED,
        "b": JobState.OFFERED,
        "c": JobState.OFFERED,
        "somebody's": JobState.OFFERED,
    }


async def test_a_declined_offer_keeps_nothing_and_is_to_be_told(jobs):
    await offered(jobs, request=clip_request(None, source="photo"), template=FACE)
    assert await jobs.decline("one", Canceled(), SOON, address="elsewhere") == ["target"]
    job = await jobs.job("one")
    assert (job.state, type(job.error), job.address) == (JobState.CANCELED, Canceled, "elsewhere")
    assert (job.request.targets, await jobs.template("one")) == ((), None)
    assert [each.id for each in await jobs.unanswered()] == ["one"]
    assert (await accepted(jobs, job)).state is JobState.CANCELED
    with pytest.raises(JobGone):
        await offered(jobs, "two", parent="one")
    assert await spent(jobs) == 0


async def test_only_an_offer_can_be_declined(jobs):
    await accepted(jobs, await offered(jobs))
    before = await jobs.job("one")
    assert await jobs.decline("one", Canceled(), SOON) is None
    assert await jobs.decline("nobody's", Canceled(), SOON) is None
    assert await jobs.job("one") == before


async def test_of_an_acceptance_and_a_refusal_one_stands(jobs):
    for number in range(10):
        offer = await offered(jobs, f"job {number}", account=f"account {number}")
        taken, freed = await asyncio.gather(
            accepted(jobs, offer), jobs.decline(offer.id, Canceled(), SOON)
        )
        held = (await jobs.balance(f"account {number}", allowance=ALLOWANCE, now=NOON)).spent
        if freed is None:
            assert (taken.state, held) == (JobState.QUEUED, 20)
        else:
            assert (taken.state, held) == (JobState.CANCELED, 0)


async def test_an_accepted_offer_without_its_source_lets_go_of_it(jobs):
    offer = await offered(jobs, request=clip_request(None, source="photo"), template=FACE)
    request = replace(offer.request, source=None, ids=parse_ids("anna"))
    await accepted(jobs, offer, request=request)
    assert await jobs.unused(["photo", "target"]) == ["photo"]
    assert await jobs.template("one") is None


async def test_an_accepted_offer_keeps_its_source(jobs):
    await accepted(jobs, await offered(jobs, request=clip_request(None, source="photo")))
    assert await jobs.unused(["photo", "target"]) == []


# Canceled


async def test_a_queued_job_is_canceled_for_nothing(jobs):
    await jobs.open(new_job("one"), hold=3, allowance=ALLOWANCE, now=NOON)
    error = Canceled(done=0, total=40)
    assert await jobs.cancel("one", 0, error, charge=0, now=SOON, address="elsewhere")
    job = await jobs.job("one")
    assert (job.state, job.error.total, job.charged) == (JobState.CANCELED, 40, 0)
    assert (job.address, await spent(jobs)) == ("elsewhere", 0)
    assert await jobs.claim(SOON) is None
    assert [each.id for each in await jobs.unanswered()] == ["one"]


@pytest.mark.parametrize("charge", [0, 2, 3])
async def test_a_running_job_is_charged_for_what_was_done(jobs, charge):
    job = await claimed(jobs, new_job("one"), hold=3)
    assert await jobs.cancel("one", job.attempt, Canceled(5, 9), charge=charge, now=SOON)
    job = await jobs.job("one")
    assert (job.state, job.held, job.charged) == (JobState.CANCELED, 3, charge)
    assert (job.error.data(), job.address) == ({"done": 5, "total": 9}, "address of one")
    assert await spent(jobs) == charge


async def test_a_job_is_canceled_once_and_not_after_its_end(jobs):
    job = await claimed(jobs, new_job("one"), hold=3)
    assert await jobs.cancel("one", job.attempt, Canceled(), charge=1, now=SOON)
    assert not await jobs.cancel("one", job.attempt, Canceled(), charge=2, now=SOON)
    assert not await jobs.finish("one", job.attempt, NOTHING, charge=3, now=SOON)
    assert not await jobs.fail("one", job.attempt, NoFace(), state=JobState.FAILED, now=SOON)
    assert not await jobs.retry("one", job.attempt, at=SOON, now=SOON)
    assert not await jobs.processing("one", job.attempt, SOON)
    assert (await jobs.requeue_open(SOON), await spent(jobs)) == (0, 1)


async def test_a_job_that_has_moved_on_is_not_canceled_for_what_it_was(jobs):
    """What an attempt rendered is not charged when the job has been queued again meanwhile."""
    job = await claimed(jobs, new_job("one"), hold=3)
    await jobs.retry("one", job.attempt, at=SOON, now=SOON)
    assert not await jobs.cancel("one", job.attempt, Canceled(), charge=1, now=SOON)
    await jobs.claim(SOON)
    assert not await jobs.cancel("one", job.attempt, Canceled(), charge=0, now=SOON)
    assert (await jobs.job("one")).state is JobState.PREPARING
    assert await spent(jobs) == 3


async def test_of_a_cancelation_and_an_end_one_stands(jobs):
    for number in range(10):
        name = f"job {number}"
        job = await claimed(jobs, new_job(name, owner=name, account=name), hold=9)
        ends = [
            jobs.cancel(name, job.attempt, Canceled(), charge=4, now=SOON),
            jobs.finish(name, job.attempt, NOTHING, charge=8, now=SOON),
        ]
        stands = await asyncio.gather(*(ends if number % 2 else reversed(ends)))
        assert sorted(stands) == [False, True]
        job = await jobs.job(name)
        left = await jobs.balance(name, allowance=ALLOWANCE, now=NOON)
        assert left.spent == job.charged == {JobState.CANCELED: 4, JobState.DONE: 8}[job.state]


async def test_an_offer_is_declined_and_not_canceled(jobs):
    await offered(jobs)
    assert not await jobs.cancel("one", 0, Canceled(), charge=0, now=SOON)
    assert (await jobs.job("one")).state is JobState.OFFERED


async def test_more_than_was_held_is_not_charged(jobs):
    job = await claimed(jobs, new_job("one"), hold=3)
    with pytest.raises(ValueError, match="does not hold 4"):
        await jobs.cancel("one", job.attempt, Canceled(), charge=4, now=SOON)
    assert (await jobs.job("one")).state is JobState.PREPARING


async def test_a_canceled_job_lets_go_of_its_source_and_keeps_its_targets(jobs):
    job = await claimed(jobs, new_job("one", request=swap_request(None, source="photo")))
    await jobs.cancel("one", job.attempt, Canceled(), charge=0, now=SOON)
    assert await jobs.unused(["photo", "target"]) == ["photo"]


# Surveys


def seen(blob):
    face = FoundFace(1, Box(1.0, 2.0, 3.5, 4.0), -12.5, 3.0, 0.75)
    return StoredSurvey(facts_in(video()), (face,), (), stored_file(blob), 320, 240)


async def test_what_was_seen_in_a_clip_stays_with_its_job(jobs):
    await offered(jobs)
    assert await jobs.survey("one") is None
    assert await jobs.keep_survey("one", seen("first"))
    assert await jobs.keep_survey("one", seen("second"))
    assert await jobs.survey("one") == seen("second")
    assert await jobs.unused(["first", "second"]) == ["first"]
    await accepted(jobs, await jobs.job("one"))
    assert await jobs.survey("one") == seen("second")


async def test_what_was_seen_goes_with_its_job(jobs):
    await offered(jobs)
    await jobs.keep_survey("one", seen("picture"))
    assert sorted(await jobs.expire(NOON, LATER)) == ["picture", "target"]
    assert await jobs.survey("one") is None


async def test_nothing_is_kept_with_a_job_that_is_gone(jobs):
    await offered(jobs)
    await jobs.decline("one", Canceled(), SOON)
    await offered(jobs, "two")
    await jobs.expire(NOON, LATER)
    for name in ("one", "two", "nobody's"):
        assert not await jobs.keep_survey(name, seen("picture"))
    assert await jobs.unused(["picture"]) == ["picture"]
