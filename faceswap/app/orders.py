"""The talk with a swap backend about one picture."""

from __future__ import annotations

import structlog

from faceswap.app.context import App
from faceswap.app.waiting import within
from faceswap.domain.errors import BackendLost
from faceswap.domain.job import Job, JobState
from faceswap.domain.trace import trace
from faceswap.ports import SwapOrder, SwapResult, SwapStatus

log = structlog.get_logger()

LONGEST_CANCEL = 10.0
LONGEST_CHECK = 10.0
FIRST_PAUSE = 0.25
LONGEST_PAUSE = 2.0
"""Seconds: a check waits for the order's end where the backend can, and is repeated after a pause
where it cannot."""


def swap_id(job: Job, place: int) -> str:
    """Return an order's id: the same on each attempt, so that work done is found again."""
    return f"{job.id}-{place}"


async def place_order(app: App, order_id: str, order: SwapOrder) -> SwapResult:
    """Have one picture swapped and return what came of it; the caller bounds the time.

    Raises:
        Refusal: It cannot be done.
        BackendFault: It may work another time.
    """
    await app.backend.submit(order_id, order)
    status = await _end_of(app, order_id)
    if status.state is JobState.DONE:
        return await app.backend.fetch(order_id)
    # Left there, a failed order is all that another attempt would find.
    await forget_orders(app, [order_id])
    raise status.error or BackendLost()


async def forget_orders(app: App, order_ids: list[str]) -> None:
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
