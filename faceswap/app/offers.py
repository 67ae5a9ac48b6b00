"""Jobs that wait for their asker's consent to the price."""

from __future__ import annotations

import structlog

from faceswap.app.answers import tell
from faceswap.app.context import App
from faceswap.app.credits import at_current_price, means_of
from faceswap.app.policies import admit, refuse_clips
from faceswap.app.stored import own_job
from faceswap.app.terms import changed, price_of, time_for
from faceswap.domain.errors import Canceled, StoppedByModerator
from faceswap.domain.job import Job, JobState
from faceswap.domain.standing import NOWHERE, Standing
from faceswap.ports import Terms

log = structlog.get_logger()


async def accept(
    app: App,
    job_id: str,
    owner: str,
    *,
    ids_text: str | None = None,
    address: str | None = None,
    standing: Standing = NOWHERE,
) -> Job:
    """Hold the price of an offered job and queue it; one that is no longer offered stays as it is.

    `ids_text` names other ids where it is given, with flags behind them: the places are the numbers
    of the clip's faces. A face costs what was offered. The answer goes to `address` from now on
    where one is given.

    Raises:
        JobGone: It is no longer stored, or the offer has ended.
        NotYours: Somebody else asked for it.
        TooManyOpenJobs: So many are open already; it is still offered.
        NotEnoughCredits: It cannot be paid; it is still offered.
        Refusal: The ids are not there, or the server's rules forbid it; it is still offered.
    """
    job = await own_job(app, job_id, owner)
    if job.state is not JobState.OFFERED:
        return job
    policy = await admit(app, owner, standing)
    refuse_clips(policy, [(each.name, each.clip) for each in job.request.clips])
    request = await changed(app, job.request, owner, ids_text)
    now = app.clock.now()
    terms = Terms(
        request=request,
        price=job.price if request == job.request else price_of(app.rules, request),
        deadline=now + time_for(app.rules, request),
        address=address,
    )
    means = await means_of(app, job.account, standing)
    accepted = await app.jobs.accept(
        job_id,
        terms,
        allowance=means.allowance,
        pool=means.pool,
        now=now,
        caps=app.rules.caps,
    )
    if accepted.state is JobState.QUEUED:
        log.info("offer accepted", job=job_id, price=accepted.price)
        if job.request.source and not accepted.request.source:
            await app.blobs.delete([job.request.source.blob])
        app.engine.wake()
    return accepted


async def decline(app: App, job_id: str, owner: str, *, address: str | None = None) -> Job:
    """End an offer and erase its pictures; a job that is no longer offered stays as it is.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
    """
    job = await own_job(app, job_id, owner)
    if job.state is JobState.OFFERED:
        await withdraw(app, job, address)
    return await own_job(app, job_id, owner)


async def withdraw(app: App, job: Job, address: str | None, *, by_moderator: bool = False) -> bool:
    """Cancel an offered job and tell its asker; tell whether it was still offered."""
    error, now = StoppedByModerator() if by_moderator else Canceled(), app.clock.now()
    freed = await app.jobs.decline(job.id, error, now, address=address)
    if freed is None:
        return False
    log.info("offer declined", job=job.id)
    await app.blobs.delete(freed)
    await tell(app, job.id)
    return True


async def quote(app: App, job_id: str, owner: str, ids_text: str | None = None) -> int:
    """Return what a job would cost with these ids, were it asked for now.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
        Refusal: The ids cannot be read, or are not there.
    """
    job = await own_job(app, job_id, owner)
    request = await changed(app, job.request, owner, ids_text)
    if job.state is not JobState.OFFERED:
        request = await at_current_price(app, job.account, request)
    return price_of(app.rules, request)
