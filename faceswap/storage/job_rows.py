"""Jobs as rows, and the questions asked of them."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.delivery import Place, Posted, Undelivered
from faceswap.domain.errors import JobGone, VisageError
from faceswap.domain.job import Job, JobState, Lane, Outcome, StoredFile, SwapRequest
from faceswap.ports import NewJob
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.codecs import (
    decode_error,
    decode_outcome,
    decode_posted,
    decode_request,
    encode_error,
    encode_posted,
    encode_request,
    encode_template,
)
from faceswap.storage.tables import holds, job_blobs, jobs, records

RUNNING = [state.value for state in JobState if state.is_running]
ENDINGS = [state.value for state in JobState if state.is_final and state is not JobState.EXPIRED]

HAS_CONTENTS = sa.or_(
    sa.exists().where(job_blobs.c.job == jobs.c.id, job_blobs.c.role == "target"),
    # A portrait has no target: its words are its contents.
    sa.func.json_extract(jobs.c.request, "$.making").is_not(None),
)
"""Holds for jobs that have not expired, nor been declined."""

whole_job = (
    sa.select(
        *(column for column in jobs.c if column.name not in {"template", "survey"}),
        sa.func.coalesce(holds.c.amount, 0).label("held"),
        sa.func.coalesce(holds.c.charged, 0).label("charged"),
        *(column for column in records.c if column.name not in {"job", "created"}),
    )
    .join(holds, holds.c.job == jobs.c.id, isouter=True)
    .join(records, records.c.job == jobs.c.id)
)
"""Selects what `to_job` reads; a job that was never accepted holds nothing."""


def new_row(
    job: NewJob, state: JobState, price: int, now: datetime, cipher: Cipher
) -> dict[str, Any]:
    """Return a job's first row."""
    template = job.template and seal_template(job.id, encode_template(job.template), cipher)
    return {
        "id": job.id,
        "key": job.key,
        "owner": job.owner,
        "account": job.account,
        "request": encode_request(job.request),
        "address": seal_address(job.id, job.address, cipher),
        "template": template,
        "state": state.value,
        "lane": job.request.lane.value,
        "price": price,
        "attempt": 0,
        "created": now,
        "queued": now,
        "updated": now,
        "deadline": job.deadline,
        "due": now,
        "answered": False,
    }


def record_row(job: NewJob, now: datetime) -> dict[str, Any]:
    """Return the record of a new job."""
    return {"job": job.id, "created": now, "parent": job.parent, **asdict(job.place)}


def blob_rows(job: NewJob) -> list[dict[str, str]]:
    """Return which blobs a new job needs; a source that was learnt from before is gone."""
    roles = {target.blob: "target" for target in job.request.targets}
    if job.request.making and job.request.making.background:
        roles[job.request.making.background.blob] = "target"
    if job.request.source and job.template is None:
        roles[job.request.source.blob] = "source"
    return [{"job": job.id, "blob": blob, "role": role} for blob, role in roles.items()]


def to_job(row: sa.Row[Any], cipher: Cipher) -> Job:
    """Return the job of a row; an address that does not open any more is ''."""
    return Job(
        id=row.id,
        key=row.key,
        owner=row.owner,
        account=row.account,
        request=decode_request(row.request),
        address=_open_address(row, cipher),
        state=JobState(row.state),
        attempt=row.attempt,
        price=row.price,
        held=row.held,
        charged=row.charged,
        created=row.created,
        updated=row.updated,
        deadline=row.deadline,
        outcome=decode_outcome(row.outcome) if row.outcome else None,
        error=decode_error(row.error) if row.error else None,
        answered=row.answered,
        place=Place(row.server, row.channel, row.target),
        parent=row.parent,
        posted=decode_posted(row.posted) if row.posted else None,
        undelivered=Undelivered(row.undelivered) if row.undelivered else None,
    )


def seal_address(job_id: str, address: str, cipher: Cipher) -> bytes:
    """Return an address, which may hold a token that lets anyone answer, sealed for its job."""
    return cipher.seal(address.encode("utf-8", "surrogatepass"), "address", job_id)


def new_address(job_id: str, address: str | None, cipher: Cipher) -> dict[str, bytes]:
    """Return the columns that change when a job is to be answered elsewhere, none for None."""
    return {} if address is None else {"address": seal_address(job_id, address, cipher)}


def seal_template(job_id: str, template: bytes, cipher: Cipher) -> bytes:
    """Return an encoded template sealed for its job."""
    return cipher.seal(template, "job template", job_id)


def open_template(job_id: str, sealed: bytes | None, cipher: Cipher) -> bytes | None:
    """Return a job's encoded template, None when there is none or it does not open."""
    try:
        return None if sealed is None else cipher.open(sealed, "job template", job_id)
    except Unreadable:
        return None


def _open_address(row: sa.Row[Any], cipher: Cipher) -> str:
    try:
        sealed: bytes = row.address or b""
        return cipher.open(sealed, "address", row.id).decode("utf-8", "surrogatepass")
    except Unreadable:
        return ""


def emptied(request: SwapRequest) -> SwapRequest:
    """Return what may be remembered of a request whose contents are dropped."""
    return replace(request, targets=(), ids=None, source=None, making=None)


def next_fair(now: datetime, lane: Lane | None) -> sa.Select[tuple[str]]:
    """Select the queued job to be claimed next.

    Members with the fewest jobs running come first. Among them goes the job that has waited
    longest, where waiting starts anew when its member is served: somebody who asks for ten swaps at
    once does not keep others waiting for all of them, and nobody waits for ever. Each lane is fair
    by itself.
    """
    others = jobs.alias()
    is_in_lane = sa.and_(others.c.owner == jobs.c.owner, in_lane(lane, others.c.lane))
    running = (
        sa.select(sa.func.count()).where(is_in_lane, others.c.state.in_(RUNNING)).scalar_subquery()
    )
    served = (
        sa.select(sa.func.coalesce(sa.func.max(others.c.claimed), jobs.c.queued))
        .where(is_in_lane)
        .scalar_subquery()
    )
    waiting_since = sa.case((served > jobs.c.queued, served), else_=jobs.c.queued)
    return (
        sa.select(jobs.c.id)
        .where(jobs.c.state == JobState.QUEUED.value, in_lane(lane), jobs.c.due <= now)
        .order_by(running, waiting_since, jobs.c.queued, jobs.c.id)
        .limit(1)
    )


def in_lane(
    lane: Lane | None, column: sa.ColumnElement[str] = jobs.c.lane
) -> sa.ColumnElement[bool]:
    """Return the condition of being in a lane, or in any."""
    return column == lane.value if lane else sa.true()


async def find(
    connection: AsyncConnection, which: sa.ColumnElement[bool], cipher: Cipher
) -> Job | None:
    """Return the one job that a condition holds for, if there is one."""
    row = (await connection.execute(whole_job.where(which))).one_or_none()
    return to_job(row, cipher) if row else None


async def by_key(connection: AsyncConnection, account: str, key: str, cipher: Cipher) -> Job | None:
    """Return the job an account asked for under a key."""
    return await find(connection, sa.and_(jobs.c.account == account, jobs.c.key == key), cipher)


async def one(connection: AsyncConnection, job_id: str, cipher: Cipher) -> Job:
    """Return a job that is there."""
    row = (await connection.execute(whole_job.where(jobs.c.id == job_id))).one()
    return to_job(row, cipher)


async def insert(connection: AsyncConnection, job: NewJob, row: dict[str, Any]) -> None:
    """Insert a job with what it needs.

    Raises:
        JobGone: Its parent is no longer stored.
    """
    if job.parent:
        query = sa.select(jobs.c.id).where(jobs.c.id == job.parent, HAS_CONTENTS)
        if (await connection.execute(query)).scalar_one_or_none() is None:
            raise JobGone
    await connection.execute(sa.insert(jobs).values(row))
    await connection.execute(sa.insert(records).values(record_row(job, row["created"])))
    if rows := blob_rows(job):
        await connection.execute(sa.insert(job_blobs), rows)


async def move(
    connection: AsyncConnection,
    job_id: str,
    attempt: int,
    to: JobState,
    now: datetime,
    **values: Any,
) -> bool:
    """Move a running job that is still this attempt's, if the move is legal."""
    origins = [state.value for state in JobState if state.is_running and state.may_become(to)]
    moved = await connection.execute(
        sa.update(jobs)
        .where(jobs.c.id == job_id, jobs.c.attempt == attempt, jobs.c.state.in_(origins))
        .values(state=to.value, updated=now, **values)
    )
    return moved.rowcount == 1


async def drop_source(connection: AsyncConnection, job_id: str) -> None:
    """Let a job go of its one-shot source."""
    await drop_blobs(connection, job_id, "source")


async def drop_blobs(connection: AsyncConnection, job_id: str, role: str) -> None:
    """Let a job go of its blobs of one role; upkeep erases what nobody needs then."""
    await connection.execute(
        sa.delete(job_blobs).where(job_blobs.c.job == job_id, job_blobs.c.role == role)
    )


async def expire_jobs(
    connection: AsyncConnection, job_ids: list[str], now: datetime, *, offered: bool = False
) -> list[str]:
    """Expire jobs that are over, or that are offered; return the blobs no job needs any more."""
    freed = [await expire_job(connection, job_id, now, offered=offered) for job_id in job_ids]
    return [blob for blobs in freed for blob in blobs]


async def expire_job(
    connection: AsyncConnection, job_id: str, now: datetime, *, offered: bool = False
) -> list[str]:
    """Expire a job that is over, or one that is offered; return the blobs no job needs any more."""
    origins = [JobState.OFFERED.value] if offered else ENDINGS
    query = sa.select(jobs.c.request).where(jobs.c.id == job_id, jobs.c.state.in_(origins))
    request = (await connection.execute(query)).scalar_one_or_none()
    if request is None:
        return []
    values = {"state": JobState.EXPIRED.value, "updated": now, "address": None, "error": None}
    return await empty_job(connection, job_id, request, values)


async def empty_job(
    connection: AsyncConnection, job_id: str, request: str, values: dict[str, Any]
) -> list[str]:
    """Drop a job's contents and set other values; return the blobs that no job needs any more."""
    await connection.execute(
        sa.update(jobs)
        .where(jobs.c.id == job_id)
        .values(
            request=encode_request(emptied(decode_request(request))),
            template=None,
            survey=None,
            outcome=None,
            **values,
        )
    )
    await connection.execute(
        sa.update(records).where(records.c.job == job_id).values(posted=None, target=None)
    )
    dropped = sa.delete(job_blobs).where(job_blobs.c.job == job_id).returning(job_blobs.c.blob)
    blobs = list((await connection.execute(dropped)).scalars())
    return await unused(connection, blobs)


async def unused(connection: AsyncConnection, blobs: list[str]) -> list[str]:
    """Return those of the blobs that no job needs, in the order given."""
    query = sa.select(job_blobs.c.blob).where(job_blobs.c.blob.in_(blobs))
    used = set((await connection.execute(query)).scalars())
    return [blob for blob in blobs if blob not in used]


async def keep_told(
    connection: AsyncConnection,
    job_id: str,
    posted: Posted | None,
    undelivered: Undelivered | None,
) -> None:
    """Keep what a job's asker was told with, or why that cannot be done."""
    told = {
        "posted": encode_posted(posted) if posted else None,
        "undelivered": undelivered.value if undelivered else None,
    }
    await connection.execute(sa.update(records).where(records.c.job == job_id).values(told))


def result_blobs(outcome: Outcome) -> set[str]:
    """Return the blobs that an outcome is kept in."""
    files: list[StoredFile | None] = []
    for picture in outcome.pictures:
        files += [picture.result, picture.before, picture.numbered, picture.after]
    return {file.blob for file in files if file}


def error_text(error: VisageError | None) -> str | None:
    """Return an error as its column holds it."""
    return encode_error(error) if error else None
