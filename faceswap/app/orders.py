"""The talk with a swap backend about one target."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import structlog

from faceswap.app.context import App
from faceswap.app.waiting import within
from faceswap.domain.clip import Progress
from faceswap.domain.errors import BackendLost
from faceswap.domain.job import Job, JobState
from faceswap.domain.trace import trace
from faceswap.ports import SwapResult, SwapStatus

log = structlog.get_logger()

LONGEST_CANCEL = 10.0
LONGEST_CHECK = 10.0
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 2.0
"""Seconds: a check waits for the order's end where the backend can, and is repeated after a pause
where it cannot."""
FIRST_ROUND = 0.5
ROUND = 1.0
"""Seconds from one look at what takes long to the next."""

Watch = Callable[[Progress], None]


def swap_id(job: Job, place: int) -> str:
    """Return an order's id: the same on each attempt, so that work done is found again."""
    return f"{job.id}-{place}"


def swap_ids(job: Job) -> list[str]:
    """Return the ids of all orders of a job."""
    return [swap_id(job, place) for place in range(job.request.orders)]


async def result_of(app: App, order_id: str, watch: Watch | None = None) -> SwapResult:
    """Wait for an order's end and return what came of it; the caller bounds the time.

    With `watch`, it is told about once a second how far it is.

    Raises:
        Refusal: It cannot be done.
        BackendFault: It may work another time.
    """
    ending = _watched_end(app, order_id, watch) if watch else _end_of(app, order_id)
    status = await ending
    if status.state is JobState.DONE:
        return await app.backend.fetch(order_id)
    # Left there, a failed order is all that another attempt would find.
    await forget_orders(app, [order_id])
    raise status.error or BackendLost()


async def forget_orders(app: App, order_ids: Sequence[str]) -> None:
    """Have orders stopped and forgotten; a backend that does not answer forgets by itself."""
    for order_id in order_ids:
        try:
            await within(app.clock, LONGEST_CANCEL, app.backend.cancel(order_id))
        except Exception as error:  # noqa: BLE001 - a courtesy, and the job has its end without it
            log.warning("order not forgotten", order=order_id, **trace(error))
            return


async def _end_of(app: App, order_id: str) -> SwapStatus:
    pause = FIRST_PAUSE
    while True:
        status = await app.backend.check(order_id, wait=LONGEST_CHECK)
        if status.state.is_final:
            return status
        await app.clock.sleep(pause)
        pause = min(pause * 2, LONGEST_PAUSE)


async def _watched_end(app: App, order_id: str, watch: Watch) -> SwapStatus:
    wait = FIRST_ROUND
    while True:
        began = app.clock.now()
        status = await app.backend.check(order_id, wait=wait)
        if status.state.is_final:
            return status
        if status.clip:
            watch(status.clip)
        # A backend that cannot wait leaves it to us; the clock may have been set meanwhile.
        waited = (app.clock.now() - began).total_seconds()
        await app.clock.sleep(min(wait, max(0.0, wait - waited)))
        wait = ROUND
