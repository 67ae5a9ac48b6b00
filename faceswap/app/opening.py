"""Opening a job: its files kept, its price held, or offered where that has to be agreed to."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

import structlog

from faceswap.app.context import App
from faceswap.app.credits import means_of, refuse_if_short
from faceswap.app.terms import needs_consent, price_of, time_for
from faceswap.domain.caps import NO_CAPS
from faceswap.domain.clip import ClipFacts
from faceswap.domain.delivery import SOMEWHERE, Place
from faceswap.domain.face import Template
from faceswap.domain.job import Job, StoredFile, SwapRequest
from faceswap.domain.media import NamedBytes
from faceswap.domain.standing import NOWHERE, Standing
from faceswap.ports import NewJob

log = structlog.get_logger()

AS_IT_ARRIVED = "application/octet-stream"
"""The media type of a file that nobody has opened yet."""
MOST_OFFERS = 5
"""How many offers a member may have open: each keeps its pictures, and nothing is paid yet."""

Keep = Callable[[NamedBytes, ClipFacts | None], Awaitable[StoredFile]]
"""Stores a file as it arrived, with what is known of it if it is a clip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for a job, and where it is answered.

    `key` makes the same ask twice one job; `address` is for the notifier; `most_bytes` is what may
    be posted there. `place` is remembered with the job.
    """

    owner: str
    account: str
    key: str
    address: str
    most_bytes: int
    standing: Standing = NOWHERE
    place: Place = SOMEWHERE


def new_job(
    app: App,
    asking: Asking,
    request: SwapRequest,
    *,
    template: Template | None = None,
    parent: str | None = None,
) -> NewJob:
    """Return the job that somebody asks for, with its deadline from now."""
    return NewJob(
        id=secrets.token_hex(8),
        key=asking.key,
        owner=asking.owner,
        account=asking.account,
        request=request,
        address=asking.address,
        deadline=app.clock.now() + time_for(app.rules, request),
        parent=parent,
        template=template,
        place=asking.place,
    )


async def open_job(app: App, new: NewJob, standing: Standing, *, is_agreed: bool = False) -> Job:
    """Hold a job's price and queue it, or offer it when that has to be agreed to first.

    Raises:
        TooManyOpenJobs: So many are open already.
        NotEnoughCredits: It cannot be paid.
        JobGone: Its parent is no longer stored.
    """
    price = price_of(app.rules, new.request)
    if needs_consent(app.rules, new.request) and not is_agreed:
        return await _offer(app, new, standing, price)
    # What is agreed to takes the place of a job that is over.
    caps = NO_CAPS if is_agreed else app.rules.caps
    means = await means_of(app, new.account, standing)
    job = await app.jobs.open(
        new,
        hold=price,
        allowance=means.allowance,
        pool=means.pool,
        now=app.clock.now(),
        caps=caps,
    )
    app.engine.wake()
    return job


async def open_kept(
    app: App, asking: Asking, request_of: Callable[[Keep], Awaitable[SwapRequest]]
) -> Job:
    """Keep files and open the job they are for; what is refused or was asked before leaves none.

    When the process ends in between, or the caller is canceled, upkeep finds what is left.

    Args:
        app: What jobs are opened with.
        asking: Who asks.
        request_of: Makes the request, and keeps its files by what it is given.
    """
    kept: list[str] = []

    async def keep(file: NamedBytes, clip: ClipFacts | None) -> StoredFile:
        kept.append(await app.blobs.put(file.data))
        return StoredFile(kept[-1], file.name, AS_IT_ARRIVED, len(file.data), clip)

    try:
        request = await request_of(keep)
        job = await open_job(app, new_job(app, asking, request), asking.standing)
    except Exception:
        await app.blobs.delete(kept)
        raise
    if job.request != request:
        await app.blobs.delete(kept)
    return job


async def _offer(app: App, new: NewJob, standing: Standing, price: int) -> Job:
    """Offer a job; what nobody could pay is not worth a question."""
    await refuse_if_short(app, new.account, standing, price)
    means, now = await means_of(app, new.account, standing), app.clock.now()
    offered = replace(new, deadline=now + app.rules.offer)
    job = await app.jobs.offer(offered, price=price, allowance=means.allowance, now=now)
    log.info("job offered", job=job.id, price=price)
    await app.blobs.delete(await app.jobs.trim_offers(new.owner, MOST_OFFERS, now))
    return job
