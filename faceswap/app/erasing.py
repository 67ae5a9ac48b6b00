"""Answers that do not stay: a server's rules may have them go some hours after they were given."""

from __future__ import annotations

from datetime import timedelta

import structlog

from faceswap.app.context import App
from faceswap.app.delivering import try_once
from faceswap.domain.job import Job, JobState
from faceswap.ports import Delivery, Erasure

log = structlog.get_logger()

AT_ONCE = 100
"""How many answers are deleted in one round."""
LONGEST_ERASING = 30.0
"""Seconds that deleting one may take."""
GIVEN_UP_AFTER = timedelta(days=1)


async def plan_erasure(app: App, job: Job) -> None:
    """Note when the answer of a job that is done goes, if it does."""
    hours = job.request.house.delete_after
    if hours and job.state is JobState.DONE:
        await app.erasures.plan(Erasure(job.id, app.clock.now() + timedelta(hours=hours)))


async def erase_due(app: App) -> None:
    """Delete the answers whose time has come, with all that is stored of their pictures."""
    for erasure in await app.erasures.due(app.clock.now(), AT_ONCE):
        if await _is_erased(app, erasure):
            await app.erasures.done(erasure.job)


async def _is_erased(app: App, erasure: Erasure) -> bool:
    """Delete an answer; tell whether nothing is left to do."""
    job = await app.jobs.job(erasure.job)
    if job is None or job.state is JobState.EXPIRED:
        return True
    now = app.clock.now()
    is_late = now - erasure.at > GIVEN_UP_AFTER
    delivery = await try_once(app, LONGEST_ERASING, app.notifier.erase(job))
    if delivery is Delivery.TRY_LATER and not is_late:
        return False
    await app.blobs.delete(await app.jobs.forget(job.id, now))
    log.info("answer erased", job=job.id)
    return True
