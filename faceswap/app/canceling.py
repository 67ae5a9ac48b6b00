"""Stopping a job at its asker's wish: at once, and for the price of what was rendered.

A cancelation is a move like any other, fenced by the attempt it was decided on: of it and the end
of the job, whichever comes first stands.
"""

from __future__ import annotations

from collections.abc import Sequence

import structlog

from faceswap.app.answers import tell
from faceswap.app.context import App, Attempt
from faceswap.app.offers import withdraw
from faceswap.app.orders import forget_orders, swap_ids
from faceswap.app.progress import overall
from faceswap.app.stored import own_job
from faceswap.domain.credits import Rendered, charge_canceled
from faceswap.domain.errors import Canceled, StoppedByModerator
from faceswap.domain.job import Job, JobState

log = structlog.get_logger()

MOST_LOOKS = 10
"""How often a job is looked at anew because it moved on meanwhile."""


async def cancel(
    app: App,
    job_id: str,
    owner: str,
    *,
    address: str | None = None,
    by_moderator: bool = False,
) -> Job:
    """Stop a job that is offered, queued or running, and return it as it is then.

    What had been rendered is charged, unless a moderator stops it, and the rest goes back. One that
    is over stays as it is. The answer goes to `address` where one is given.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
    """
    for _ in range(MOST_LOOKS):
        job = await own_job(app, job_id, owner)
        if job.state.is_final:
            break
        stop = withdraw if job.state is JobState.OFFERED else _stop
        if await stop(app, job, address, by_moderator=by_moderator):
            break
    return await own_job(app, job_id, owner)


async def _stop(app: App, job: Job, address: str | None, *, by_moderator: bool) -> bool:
    """Cancel a job that is queued or running; tell whether it still was what it was."""
    attempt = app.attempts.get(job.id)
    is_here = attempt is not None and attempt.job.attempt == job.attempt
    rendered = _rendered(app, attempt) if attempt and is_here and job.state.is_running else ()
    clips = overall(attempt) if attempt and rendered else None
    error = Canceled(done=clips.done, total=clips.total) if clips else Canceled()
    if by_moderator:
        error = StoppedByModerator()
    charge = 0 if by_moderator else charge_canceled(rendered, job.held)
    now = app.clock.now()
    if not await app.jobs.cancel(
        job.id, job.attempt, error, charge=charge, now=now, address=address
    ):
        return False
    log.info("job canceled", job=job.id, attempt=job.attempt, charge=charge)
    if attempt:
        attempt.canceled.set()
    if job.request.source:
        await app.blobs.delete([job.request.source.blob])
    await tell(app, job.id)
    if not attempt:
        await forget_orders(app, swap_ids(job))
    return True


def _rendered(app: App, attempt: Attempt) -> Sequence[Rendered]:
    request, prices = attempt.job.request, app.rules.prices
    if request.making:
        # Nobody gets to see any of it.
        return ()
    return [
        Rendered(
            prices.of(target.clip, request.faces_wanted, request.face_price), each.done, each.total
        )
        for target, each in zip(request.targets, attempt.targets, strict=True)
    ]
