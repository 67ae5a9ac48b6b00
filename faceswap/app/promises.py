"""Answers that are promised before there is a job that could give them.

Whoever asks is told at once that it was heard; what they sent is fetched, looked at and stored
after that. A process that ends in between leaves a promise, and the next one makes it good.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import structlog

from faceswap.app.context import App
from faceswap.app.waiting import within
from faceswap.domain.attempts import backoff
from faceswap.domain.job import JobState
from faceswap.domain.trace import trace
from faceswap.ports import Delivery, Promise

log = structlog.get_logger()

FIRST_WAIT = 2.0
LONGEST_WAIT = 300.0
LONGEST_TELLING = 60.0
"""Seconds: the first and the longest pause between two rounds, and how long one answer may take."""
GIVEN_UP_AFTER = timedelta(days=1)


async def promise(app: App, key: str, account: str, address: str) -> None:
    """Note that an answer is owed; without the note, the asker is still served."""
    try:
        await app.promises.make(Promise(key, account, address, app.clock.now()))
    except Exception as error:  # noqa: BLE001 - it matters only if this process ends too soon
        log.error("promise not noted", **trace(error))


async def keep(app: App, key: str) -> None:
    """Note that an answer has been given, or that a job is to give it."""
    try:
        await app.promises.keep(key)
    except Exception as error:  # noqa: BLE001 - the asker has been served
        log.error("promise not forgotten", **trace(error))


async def make_good(app: App, left: Sequence[Promise]) -> None:
    """Answer what an earlier process left unanswered, until all of it is."""
    failures = 0
    while left := [each for each in left if not await _is_made_good(app, each)]:
        failures += 1
        await app.clock.sleep(backoff(failures, FIRST_WAIT, LONGEST_WAIT))


async def _is_made_good(app: App, promise: Promise) -> bool:
    """Answer for a promise, unless a job does; tell whether nothing is left to do."""
    try:
        job = await app.jobs.by_key(promise.account, promise.key)
        if job is None and not await _is_told(app, promise):
            return False
        if job and job.state is JobState.OFFERED:
            await within(app.clock, LONGEST_TELLING, app.notifier.offer(job))
        await app.promises.keep(promise.key)
    except Exception as error:  # noqa: BLE001 - the asker is still to be answered
        log.warning("promise not made good", **trace(error))
        return app.clock.now() - promise.made > GIVEN_UP_AFTER
    return True


async def _is_told(app: App, promise: Promise) -> bool:
    receipt = await within(app.clock, LONGEST_TELLING, app.notifier.apologize(promise))
    log.info("asker told of a restart", delivery=receipt.delivery.value)
    is_late = app.clock.now() - promise.made > GIVEN_UP_AFTER
    return receipt.delivery is not Delivery.TRY_LATER or is_late
