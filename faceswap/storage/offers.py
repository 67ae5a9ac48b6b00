"""Offered jobs in the database: what their asker's consent, refusal or silence does to them.

The functions work in the caller's transaction, and change a job only while it is offered.
"""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.caps import Caps
from faceswap.domain.credits import Means
from faceswap.domain.errors import JobGone, VisageError
from faceswap.domain.job import JobState
from faceswap.ports import Terms
from faceswap.storage import credits, job_rows, open_jobs
from faceswap.storage.cipher import Cipher
from faceswap.storage.codecs import encode_request
from faceswap.storage.credits import Entry
from faceswap.storage.tables import jobs

OFFERED = jobs.c.state == JobState.OFFERED.value


async def accept(
    connection: AsyncConnection,
    job_id: str,
    terms: Terms,
    means: Means,
    now: datetime,
    cipher: Cipher,
    caps: Caps,
) -> None:
    """Queue a job that is offered and hold its price; one that was offered before stays as it is.

    Raises:
        TooManyOpenJobs: So many are open already.
        NotEnoughCredits: The account's pots do not cover it.
        JobGone: It is not stored, or the offer has ended.
    """
    query = sa.select(jobs.c.state, jobs.c.owner, jobs.c.account, jobs.c.deadline)
    row = (await connection.execute(query.where(jobs.c.id == job_id))).one_or_none()
    if row is None or row.state == JobState.EXPIRED.value:
        raise JobGone
    if row.state != JobState.OFFERED.value:
        return
    if row.deadline <= now:
        raise JobGone
    await open_jobs.refuse_too_many(connection, row.owner, row.account, caps)
    means = await credits.with_gone(connection, means, row.account, now, cipher)
    taken = await credits.take(connection, row.account, terms.price, means, now)
    await connection.execute(
        sa.update(jobs)
        .where(jobs.c.id == job_id, OFFERED)
        .values(
            state=JobState.QUEUED.value,
            lane=terms.request.lane.value,
            price=terms.price,
            request=encode_request(terms.request),
            deadline=terms.deadline,
            queued=now,
            due=now,
            updated=now,
            **job_rows.new_address(job_id, terms.address, cipher),
        )
    )
    if terms.request.source is None:
        await job_rows.drop_source(connection, job_id)
        await connection.execute(sa.update(jobs).where(jobs.c.id == job_id).values(template=None))
    entry = Entry(row.owner, "accepted", now)
    await credits.keep_hold(connection, job_id, terms.request.verb, taken, entry)


async def decline(
    connection: AsyncConnection,
    job_id: str,
    error: VisageError,
    now: datetime,
    address: dict[str, bytes],
) -> list[str] | None:
    """Cancel a job that is offered and drop its contents; return the blobs set free."""
    query = sa.select(jobs.c.request).where(jobs.c.id == job_id, OFFERED)
    request = (await connection.execute(query)).scalar_one_or_none()
    if request is None:
        return None
    values = {
        "state": JobState.CANCELED.value,
        "updated": now,
        "error": job_rows.error_text(error),
        **address,
    }
    return await job_rows.empty_job(connection, job_id, request, values)


async def ended(connection: AsyncConnection, now: datetime) -> list[str]:
    """Return the jobs whose offers nobody has accepted in time."""
    query = sa.select(jobs.c.id).where(OFFERED, jobs.c.deadline <= now)
    return list((await connection.execute(query.order_by(jobs.c.deadline, jobs.c.id))).scalars())


async def beyond(connection: AsyncConnection, owner: str, most: int) -> list[str]:
    """Return a member's oldest offered jobs beyond so many."""
    query = sa.select(jobs.c.id).where(jobs.c.owner == owner, OFFERED)
    newest_first = query.order_by(jobs.c.created.desc(), jobs.c.id.desc())
    return list((await connection.execute(newest_first.offset(most))).scalars())
