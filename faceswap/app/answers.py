"""Telling askers how their jobs ended: always, and once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from faceswap.app.auditing import note_end
from faceswap.app.context import App
from faceswap.app.erasing import plan_erasure
from faceswap.app.undelivered import NOT_TAKEN, another_answers, take_back
from faceswap.app.waiting import TimeLimit, within
from faceswap.domain.attempts import backoff
from faceswap.domain.delivery import Undelivered
from faceswap.domain.job import Job, JobState
from faceswap.domain.trace import trace
from faceswap.ports import Delivery, Receipt

log = structlog.get_logger()

FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
LONGEST_TELLING = 120.0
"""Seconds: the first and the longest pause between two rounds, and how long one answer may take."""
GIVEN_UP_AFTER = timedelta(days=1)


async def tell(app: App, job_id: str) -> None:
    """Answer a job that is over, unless that has been or is being done; `keep_telling` tries on."""
    if not await _is_told(app, job_id):
        app.telling.put_off.set()


async def keep_telling(app: App) -> None:
    """Answer what was left unanswered, then whatever is put off, until canceled."""
    failures = 0
    while True:
        app.telling.put_off.clear()
        failures = 0 if await _tell_all(app) else failures + 1
        wait = backoff(failures, FIRST_WAIT, LONGEST_WAIT)
        if await _is_put_off(app, within_seconds=wait if failures else None):
            failures = 0
            await app.clock.sleep(FIRST_WAIT)


async def finish_telling(app: App, grace: float) -> None:
    """Let answers on their way arrive and be noted; stop those that take longer than `grace`."""
    on_their_way = list(app.telling.busy.values())
    if not on_their_way:
        return
    try:
        await within(app.clock, grace, asyncio.wait(on_their_way))
    except TimeLimit:
        log.warning("answers were cut short", count=len(app.telling.busy))
    for answer in on_their_way:
        answer.cancel()
    await asyncio.gather(*on_their_way, return_exceptions=True)


async def _tell_all(app: App) -> bool:
    try:
        unanswered = await app.jobs.unanswered()
    except Exception as error:  # noqa: BLE001 - the loop outlives what it meets
        log.error("answers could not be looked up", **trace(error))
        return False
    return all([await _is_told(app, job.id) for job in unanswered])


async def _is_put_off(app: App, within_seconds: float | None) -> bool:
    """Wait until an answer is put off, at most so long, and tell whether one was."""
    if within_seconds is None:
        return await app.telling.put_off.wait()
    try:
        return await within(app.clock, within_seconds, app.telling.put_off.wait())
    except TimeLimit:
        return False


async def _is_told(app: App, job_id: str) -> bool:
    """Answer a job that is over, unless somebody is at it; tell whether nothing is left to do.

    Whoever waits may be canceled. The answer goes on: one that has been delivered must be noted, or
    it is given again at the next start.
    """
    if job_id in app.telling.busy:
        return True
    answer = asyncio.create_task(_answer(app, job_id))
    app.telling.busy[job_id] = answer
    answer.add_done_callback(lambda _: app.telling.busy.pop(job_id))
    return await asyncio.shield(answer)


async def _answer(app: App, job_id: str) -> bool:
    """Deliver an answer and note it; the job is read now, after whoever was at it before."""
    try:
        job = await app.jobs.job(job_id)
        if job is None or job.answered or not _has_end_to_tell(job):
            return True
        if await another_answers(app, job):
            await app.jobs.answered(job_id)
            return True
        receipt = await _deliver(app, job)
        if receipt.delivery is Delivery.TRY_LATER:
            return False
        if receipt.delivery in NOT_TAKEN and job.state is JobState.DONE:
            if not await take_back(app, job, receipt.delivery):
                return await _answer(app, job_id)
        else:
            await plan_erasure(app, job)
            await note_end(app, job)
        log.info("asker told", job=job_id, delivery=receipt.delivery.value)
        app.meter.answered(receipt.delivery, (app.clock.now() - job.updated).total_seconds())
        await app.jobs.answered(
            job_id,
            receipt.address,
            posted=receipt.posted,
            undelivered=_why_not(receipt),
        )
    except Exception as error:  # noqa: BLE001 - the job is over: its answer must not be lost
        log.error("answer could not be noted", job=job_id, **trace(error))
        return False
    return True


def _why_not(receipt: Receipt) -> Undelivered | None:
    # For what is too large, a smaller result answers.
    if receipt.delivery in {Delivery.DELIVERED, Delivery.TOO_LARGE}:
        return None
    return receipt.undelivered or Undelivered.REFUSED


def _has_end_to_tell(job: Job) -> bool:
    return job.state.is_final and job.state is not JobState.EXPIRED


async def _deliver(app: App, job: Job) -> Receipt:
    if not job.address:
        return Receipt(Delivery.IMPOSSIBLE, undelivered=Undelivered.NO_PLACE)
    try:
        receipt = await within(app.clock, LONGEST_TELLING, app.notifier.tell(job))
    except Exception as error:  # noqa: BLE001 - whatever it was, the asker is still to be told
        log.error("telling failed", job=job.id, **trace(error))
        receipt = Receipt(Delivery.TRY_LATER)
    is_late = app.clock.now() - job.updated > GIVEN_UP_AFTER
    given_up = receipt.delivery is Delivery.TRY_LATER and is_late
    if given_up:
        return Receipt(Delivery.IMPOSSIBLE, undelivered=Undelivered.GIVEN_UP)
    return receipt
