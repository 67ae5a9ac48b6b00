"""Results that the place they are for does not take: nobody pays for them."""

from __future__ import annotations

import structlog

from faceswap.app.context import App
from faceswap.app.swaps import SMALLER, smaller
from faceswap.domain.errors import Refusal, ResultRefused, ResultTooLarge
from faceswap.domain.job import Job
from faceswap.ports import Delivery

log = structlog.get_logger()

NOT_TAKEN = {Delivery.TOO_LARGE, Delivery.REFUSED}


async def take_back(app: App, job: Job, delivery: Delivery) -> bool:
    """Fail a job that is done and give back its credits; tell whether a smaller one answers for it.

    Otherwise its asker is still to be told that it failed.
    """
    too_large = delivery is Delivery.TOO_LARGE
    error = _too_large(job) if too_large else ResultRefused()
    await app.jobs.take_back(job.id, error, app.clock.now())
    log.warning("result not taken", job=job.id, delivery=delivery.value)
    if not too_large:
        return False
    try:
        return await smaller(app, job) is not None
    except Refusal as refusal:
        log.info("no smaller result", job=job.id, reason=refusal.code)
        return False


async def another_answers(app: App, job: Job) -> bool:
    """Tell whether a smaller result, asked for before this process began, answers for a job."""
    if not isinstance(job.error, ResultTooLarge):
        return False
    return await app.jobs.by_key(job.account, job.key + SMALLER) is not None


def _too_large(job: Job) -> ResultTooLarge:
    pictures = job.outcome.pictures if job.outcome else ()
    size = max((each.result.size for each in pictures if each.result), default=0)
    return ResultTooLarge(size=size, limit=0)
