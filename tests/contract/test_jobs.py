"""What every `Jobs` does, credits aside."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.domain.delivery import Attachment, Place, Posted, Undelivered
from faceswap.domain.errors import BackendDown, JobGone, NoFace
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.job import JobState, Outcome, SwappedPicture, Verb
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, claimed, new_job, stored_file, swap_request

LATER = NOON + timedelta(minutes=1)
FACE = Template("mesh", b"\0\x01 a face", 99.5, 1)


def outcome(*results: str, swapped: tuple[int, ...] = (1,)) -> Outcome:
    pictures = [
        SwappedPicture(
            target=stored_file("target"),
            result=stored_file(result),
            before=stored_file(f"{result}-before"),
            faces=(FoundFace(1, Box(1.0, 2.0, 3.5, 4.0), -12.5, 3.0, 0.75),),
            swapped=swapped,
        )
        for result in results
    ]
    return Outcome(tuple(pictures))


async def opened(jobs, new, now=NOON, hold=1):
    return await jobs.open(new, hold=hold, allowance=ALLOWANCE, now=now)


async def test_an_opened_job_comes_back_whole(jobs):
    new = new_job("one", request=swap_request("anna,_,bo+bo+cy", ("first", "second")))
    job = await opened(jobs, new, hold=4)
    assert job == await jobs.job("one")
    assert job.request == new.request
    assert (job.id, job.key, job.owner, job.account) == ("one", "key of one", "member", "account")
    assert (job.address, job.deadline) == ("address of one", new.deadline)
    assert (job.state, job.attempt) == (JobState.QUEUED, 0)
    assert (job.price, job.held, job.charged) == (4, 4, 0)
    assert (job.created, job.updated) == (NOON, NOON)
    assert (job.outcome, job.error, job.answered) == (None, None, False)


async def test_an_unknown_job_is_none(jobs):
    assert await jobs.job("one") is None
    assert await jobs.by_key("account", "key of one") is None
    assert await jobs.template("one") is None
    assert await jobs.forget("one", NOON) == []


async def test_the_same_key_is_the_same_job(jobs):
    first = await opened(jobs, new_job("one"))
    assert await opened(jobs, new_job("two", key="key of one")) == first
    assert await jobs.job("two") is None
    assert await jobs.by_key("account", "key of one") == first


async def test_a_key_is_its_account_s_own(jobs):
    await opened(jobs, new_job("one", key="key"))
    other = await opened(jobs, new_job("two", key="key", account="other"))
    assert other.id == "two"
    assert await jobs.by_key("other", "key") == other


async def test_the_same_key_at_once_is_one_job(jobs):
    news = [new_job(f"job {number}", key="key") for number in range(10)]
    opened_jobs = await asyncio.gather(*(opened(jobs, new) for new in news))
    assert len({job.id for job in opened_jobs}) == 1


async def test_a_claim_counts_and_moves(jobs):
    job = await claimed(jobs, new_job("one"))
    assert (job.state, job.attempt) == (JobState.PREPARING, 1)
    assert await jobs.claim(NOON) is None


async def test_many_claims_at_once_get_different_jobs(jobs):
    for number in range(5):
        await opened(jobs, new_job(f"job {number}"))
    got = await asyncio.gather(*(jobs.claim(NOON) for _ in range(10)))
    ids = [job.id for job in got if job]
    assert sorted(ids) == [f"job {number}" for number in range(5)]


async def test_the_next_due_time_is_known(jobs):
    assert await jobs.next_due() is None
    job = await claimed(jobs, new_job("one"))
    assert await jobs.next_due() is None
    await jobs.retry("one", job.attempt, at=LATER, now=NOON)
    assert await jobs.next_due() == LATER
    assert await jobs.claim(NOON) is None
    again = await jobs.claim(LATER)
    assert (again.id, again.attempt) == ("one", 2)


async def test_a_retry_keeps_its_reason(jobs):
    job = await claimed(jobs, new_job("one"))
    await jobs.retry("one", job.attempt, at=NOON, now=NOON, reason=BackendDown())
    again = await jobs.claim(NOON)
    assert isinstance(again.error, BackendDown)
    assert await jobs.finish("one", again.attempt, outcome("r"), charge=1, now=NOON)
    assert (await jobs.job("one")).error is None


async def test_a_done_job_has_its_outcome(jobs):
    job = await claimed(jobs, new_job("one"), hold=3)
    assert await jobs.processing("one", job.attempt, NOON)
    made = outcome("result").pictures[0]
    refused = SwappedPicture(target=stored_file("other"), refusal=NoFace(name="other.png"))
    both = Outcome((made, refused))
    assert await jobs.finish("one", job.attempt, both, charge=2, now=LATER)
    done = await jobs.job("one")
    assert (done.state, done.held, done.charged, done.updated) == (JobState.DONE, 3, 2, LATER)
    assert done.outcome.pictures[0] == made
    refusal = done.outcome.pictures[1].refusal
    assert isinstance(refusal, NoFace)
    assert refusal.name == "other.png"


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.MODERATED])
async def test_a_failed_job_has_its_error(jobs, state):
    job = await claimed(jobs, new_job("one"))
    assert await jobs.fail("one", job.attempt, NoFace(name="a.png"), state=state, now=LATER)
    failed = await jobs.job("one")
    assert (failed.state, failed.charged, failed.updated) == (state, 0, LATER)
    assert isinstance(failed.error, NoFace)
    assert failed.error.name == "a.png"


@pytest.mark.parametrize(
    "state", [JobState.DONE, JobState.QUEUED, JobState.CANCELED, JobState.EXPIRED]
)
async def test_a_job_does_not_fail_as_anything_else(jobs, state):
    job = await claimed(jobs, new_job("one"))
    with pytest.raises(ValueError, match="does not fail as"):
        await jobs.fail("one", job.attempt, NoFace(), state=state, now=NOON)


def reports(jobs, attempt):
    return [
        jobs.processing("one", attempt, NOON),
        jobs.keep_template("one", attempt, FACE, NOON),
        jobs.retry("one", attempt, at=NOON, now=NOON),
        jobs.finish("one", attempt, outcome("late"), charge=1, now=NOON),
        jobs.fail("one", attempt, NoFace(), state=JobState.FAILED, now=NOON),
    ]


async def is_deaf_to(jobs, attempt):
    before = await jobs.job("one")
    answers = [await report for report in reports(jobs, attempt)]
    assert answers == [False] * 5
    assert await jobs.job("one") == before
    assert await jobs.unused(["late"]) == ["late"]
    assert await jobs.template("one") is None


async def test_late_reports_of_a_superseded_attempt_change_nothing(jobs):
    await claimed(jobs, new_job("one"))
    await jobs.requeue_open(NOON)
    await is_deaf_to(jobs, 1)
    assert (await jobs.claim(NOON)).attempt == 2
    await is_deaf_to(jobs, 1)


async def test_late_reports_of_an_attempt_that_gave_back_change_nothing(jobs):
    await claimed(jobs, new_job("one"))
    await jobs.retry("one", 1, at=LATER, now=NOON)
    await is_deaf_to(jobs, 1)


async def test_reports_on_a_job_that_is_over_change_nothing(jobs):
    await claimed(jobs, new_job("one"))
    await jobs.finish("one", 1, outcome("result"), charge=1, now=NOON)
    await is_deaf_to(jobs, 1)


async def test_reports_on_a_job_that_nobody_claimed_change_nothing(jobs):
    await opened(jobs, new_job("one"))
    await is_deaf_to(jobs, 0)


async def test_processing_is_entered_once(jobs):
    await claimed(jobs, new_job("one"))
    assert await jobs.processing("one", 1, NOON)
    assert not await jobs.processing("one", 1, NOON)


async def test_what_was_open_is_queued_again_at_a_start(jobs):
    for name in ("queued", "preparing", "processing", "done"):
        await opened(jobs, new_job(name, owner=name))
    for _ in range(4):
        job = await jobs.claim(NOON)
        if job.id == "queued":
            await jobs.retry(job.id, 1, at=LATER, now=NOON)
        if job.id == "processing":
            await jobs.processing(job.id, 1, NOON)
        if job.id == "done":
            await jobs.finish(job.id, 1, outcome("r"), charge=1, now=NOON)
    assert await jobs.requeue_open(NOON) == 2
    states = {name: (await jobs.job(name)).state for name in ("preparing", "processing", "done")}
    assert states == {
        "preparing": JobState.QUEUED,
        "processing": JobState.QUEUED,
        "done": JobState.DONE,
    }
    assert {(await jobs.claim(NOON)).id for _ in range(2)} == {"preparing", "processing"}
    assert await jobs.claim(NOON) is None


# Answers


async def test_who_is_to_be_told_is_known_oldest_end_first(jobs):
    for name in ("one", "two", "three"):
        await claimed(jobs, new_job(name, owner=name))
    await jobs.fail("two", 1, NoFace(), state=JobState.FAILED, now=NOON)
    await jobs.finish("one", 1, outcome("r"), charge=1, now=LATER)
    assert [job.id for job in await jobs.unanswered()] == ["two", "one"]
    await jobs.answered("two")
    assert [job.id for job in await jobs.unanswered()] == ["one"]
    told = await jobs.job("two")
    assert (told.answered, told.address) == (True, "address of two")


async def test_where_it_was_told_can_be_learnt_by_telling(jobs):
    await claimed(jobs, new_job("one"))
    await jobs.finish("one", 1, outcome("r"), charge=1, now=NOON)
    await jobs.answered("one", "a channel")
    assert (await jobs.job("one")).address == "a channel"


async def test_where_it_was_asked_for_is_remembered(jobs):
    place = Place("7", "70", "700")
    await done(jobs, "two")
    await opened(jobs, new_job("one", place=place))
    await opened(jobs, new_job("three", parent="two"))
    assert ((await jobs.job("one")).place, (await jobs.job("one")).parent) == (place, None)
    assert (await jobs.job("three")).parent == "two"


async def test_what_it_was_told_with_is_remembered(jobs):
    await done(jobs, "one")
    files = (Attachment("5", "1-a.jpg", "image/jpeg", 7, 640, 480), Attachment("6", "b", "", 0))
    posted = Posted("50", "70", NOON, "for you", files)
    await jobs.answered("one", "a channel", posted=posted)
    assert ((await jobs.job("one")).posted, (await jobs.job("one")).undelivered) == (posted, None)


async def test_why_nobody_could_be_told_is_remembered(jobs):
    await done(jobs, "one")
    await jobs.answered("one", undelivered=Undelivered.DMS_CLOSED)
    job = await jobs.job("one")
    assert (job.answered, job.posted, job.undelivered) == (True, None, Undelivered.DMS_CLOSED)


async def test_what_could_not_be_told_is_told_elsewhere(jobs):
    await done(jobs, "one")
    await jobs.answered("one", undelivered=Undelivered.CHANNEL_GONE)
    assert await jobs.tell_anew("one", "elsewhere")
    (job,) = await jobs.unanswered()
    assert (job.id, job.address, job.undelivered) == ("one", "elsewhere", None)
    assert not await jobs.tell_anew("one", "a third place")


async def test_what_was_told_is_not_told_anew(jobs):
    await done(jobs, "one")
    await jobs.answered("one", "a channel")
    assert not await jobs.tell_anew("one", "elsewhere")
    assert not await jobs.tell_anew("never there", "elsewhere")
    assert (await jobs.job("one")).address == "a channel"


async def test_an_expired_job_keeps_where_it_was_asked_for_and_nothing_of_its_answer(jobs):
    await opened(jobs, new_job("one", place=Place("7", "70", "700")))
    await jobs.claim(NOON)
    await jobs.finish("one", 1, outcome("r"), charge=1, now=NOON)
    await jobs.answered("one", posted=Posted("50", "70", NOON, "for you"))
    await jobs.forget("one", LATER)
    job = await jobs.job("one")
    assert (job.state, job.place, job.posted) == (JobState.EXPIRED, Place("7", "70"), None)
    assert (job.created, job.charged, job.request.verb) == (NOON, 1, Verb.SWAPID)


async def test_an_open_job_is_not_answered(jobs):
    await claimed(jobs, new_job("one"))
    await jobs.answered("one")
    assert not (await jobs.job("one")).answered


# One-shot sources


async def test_a_source_s_template_takes_the_place_of_its_photo(jobs):
    request = swap_request(None, source="photo")
    await claimed(jobs, new_job("one", request=request))
    assert await jobs.unused(["photo", "target"]) == []
    assert await jobs.keep_template("one", 1, FACE, NOON)
    assert await jobs.template("one") == FACE
    assert await jobs.unused(["photo", "target"]) == ["photo"]


async def test_a_job_that_is_over_needs_no_source(jobs):
    for name in ("done", "failed"):
        new = new_job(name, owner=name, request=swap_request(None, source=f"photo of {name}"))
        await claimed(jobs, new)
    await jobs.finish("done", 1, outcome("r"), charge=1, now=NOON)
    await jobs.fail("failed", 1, NoFace(), state=JobState.FAILED, now=NOON)
    photos = ["photo of done", "photo of failed"]
    assert await jobs.unused(photos) == photos


async def test_a_job_can_be_opened_with_a_template_in_place_of_the_photo(jobs):
    request = swap_request(None, source="photo")
    await opened(jobs, new_job("one", request=request, template=FACE))
    assert await jobs.template("one") == FACE
    assert await jobs.unused(["photo"]) == ["photo"]


# Letting go


async def done(jobs, name, now=NOON, **more):
    await claimed(jobs, new_job(name, owner=name, **more))
    await jobs.finish(name, 1, outcome(f"result of {name}"), charge=1, now=now)


async def test_jobs_expire_by_the_time_they_ended(jobs):
    await done(jobs, "old", request=swap_request(targets=("its own",)))
    await done(jobs, "young", now=LATER)
    freed = await jobs.expire(LATER, LATER)
    assert sorted(freed) == ["its own", "result of old", "result of old-before"]
    assert (await jobs.job("old")).state is JobState.EXPIRED
    assert (await jobs.job("young")).state is JobState.DONE
    assert await jobs.expire(LATER, LATER) == []


async def test_an_expired_job_keeps_nothing_but_its_facts(jobs):
    request = swap_request(None, source="photo")
    await done(jobs, "one", request=request, template=FACE)
    await jobs.forget("one", LATER)
    job = await jobs.job("one")
    assert job.request == replace(request, targets=(), ids=None, source=None)
    assert (job.address, job.outcome, job.error) == ("", None, None)
    assert (job.charged, job.created) == (1, NOON)
    assert await jobs.template("one") is None


async def test_blobs_are_freed_when_the_last_job_lets_go(jobs):
    await done(jobs, "one")
    await done(jobs, "two", parent="one")
    assert "target" not in await jobs.forget("one", NOON)
    assert await jobs.unused(["target", "stray"]) == ["stray"]
    assert "target" in await jobs.forget("two", NOON)
    assert await jobs.unused(["target"]) == ["target"]


@pytest.mark.parametrize("is_claimed", [False, True])
async def test_an_open_job_is_not_forgotten(jobs, is_claimed):
    before = await opened(jobs, new_job("one"))
    if is_claimed:
        before = await jobs.claim(NOON)
    assert await jobs.forget("one", NOON) == []
    assert await jobs.expire(NOON + timedelta(days=99), NOON) == []
    assert await jobs.job("one") == before


async def test_an_expired_job_has_no_children(jobs):
    await done(jobs, "one")
    await jobs.forget("one", NOON)
    for parent in ("one", "never there"):
        with pytest.raises(JobGone):
            await opened(jobs, new_job("two", parent=parent))
    assert (await jobs.balance("account", allowance=ALLOWANCE, now=NOON)).spent == 1


async def test_an_expired_job_is_not_answered_any_more(jobs):
    await done(jobs, "one")
    await jobs.forget("one", NOON)
    assert await jobs.unanswered() == []
    await jobs.answered("one", "somewhere")
    assert (await jobs.job("one")).address == ""


async def test_any_number_of_blobs_can_be_asked_about(jobs):
    await opened(jobs, new_job("one"))
    strays = [f"stray {number}" for number in range(1200)]
    assert await jobs.unused(["target", *strays]) == strays
    assert await jobs.unused([]) == []
