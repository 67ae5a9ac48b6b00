"""Jobs as rows, and the questions asked of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.errors import VisageError
from faceswap.domain.job import Job, JobState, SwapRequest
from faceswap.ports import NewJob
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.codecs import (
    decode_error,
    decode_outcome,
    decode_request,
    encode_error,
    encode_request,
    encode_template,
)
from faceswap.storage.tables import holds, job_blobs, jobs

RUNNING = [state.value for state in JobState if state.is_running]
ENDINGS = [state.value for state in JobState if state.may_become(JobState.EXPIRED)]

whole_job = sa.select(
    *(column for column in jobs.c if column is not jobs.c.template),
    holds.c.amount.label("held"),
    holds.c.charged,
).join(holds, holds.c.job == jobs.c.id)
"""Selects what `to_job` reads."""


def new_row(job: NewJob, now: datetime, cipher: Cipher) -> dict[str, Any]:
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
        "state": JobState.QUEUED.value,
        "attempt": 0,
        "created": now,
        "updated": now,
        "deadline": job.deadline,
        "due": now,
        "answered": False,
    }


def blob_rows(job: NewJob) -> list[dict[str, str]]:
    """Return which blobs a new job needs; a source that was learnt from before is gone."""
    roles = {target.blob: "target" for target in job.request.targets}
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
        held=row.held,
        charged=row.charged,
        created=row.created,
        updated=row.updated,
        deadline=row.deadline,
        outcome=decode_outcome(row.outcome) if row.outcome else None,
        error=decode_error(row.error) if row.error else None,
        answered=row.answered,
    )


def seal_address(job_id: str, address: str, cipher: Cipher) -> bytes:
    """Return an address, which may hold a token that lets anyone answer, sealed for its job."""
    return cipher.seal(address.encode("utf-8", "surrogatepass"), "address", job_id)


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
    """Return what may be remembered of a request when its job has expired."""
    return replace(request, targets=(), ids=None, source=None)


def next_fair(now: datetime) -> sa.Select[tuple[str]]:
    """Select the queued job to be claimed next.

    Members with the fewest jobs running come first. Among them goes the job that has waited
    longest, where waiting starts anew when its member is served: somebody who asks for ten swaps at
    once does not keep others waiting for all of them, and nobody waits for ever.
    """
    others = jobs.alias()
    running = (
        sa.select(sa.func.count())
        .where(others.c.owner == jobs.c.owner, others.c.state.in_(RUNNING))
        .scalar_subquery()
    )
    served = (
        sa.select(sa.func.coalesce(sa.func.max(others.c.claimed), jobs.c.created))
        .where(others.c.owner == jobs.c.owner)
        .scalar_subquery()
    )
    waiting_since = sa.case((served > jobs.c.created, served), else_=jobs.c.created)
    return (
        sa.select(jobs.c.id)
        .where(jobs.c.state == JobState.QUEUED.value, jobs.c.due <= now)
        .order_by(running, waiting_since, jobs.c.created, jobs.c.id)
        .limit(1)
    )


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
    await connection.execute(
        sa.delete(job_blobs).where(job_blobs.c.job == job_id, job_blobs.c.role == "source")
    )


async def expire_job(connection: AsyncConnection, job_id: str, now: datetime) -> list[str]:
    """Expire a job that is over; return the blobs that no job needs any more."""
    query = sa.select(jobs.c.request).where(jobs.c.id == job_id, jobs.c.state.in_(ENDINGS))
    request = (await connection.execute(query)).scalar_one_or_none()
    if request is None:
        return []
    await connection.execute(
        sa.update(jobs)
        .where(jobs.c.id == job_id)
        .values(
            state=JobState.EXPIRED.value,
            updated=now,
            request=encode_request(emptied(decode_request(request))),
            address=None,
            template=None,
            outcome=None,
            error=None,
        )
    )
    dropped = sa.delete(job_blobs).where(job_blobs.c.job == job_id).returning(job_blobs.c.blob)
    blobs = list((await connection.execute(dropped)).scalars())
    return await unused(connection, blobs)


async def unused(connection: AsyncConnection, blobs: list[str]) -> list[str]:
    """Return those of the blobs that no job needs, in the order given."""
    query = sa.select(job_blobs.c.blob).where(job_blobs.c.blob.in_(blobs))
    used = set((await connection.execute(query)).scalars())
    return [blob for blob in blobs if blob not in used]


def error_text(error: VisageError | None) -> str | None:
    """Return an error as its column holds it."""
    return encode_error(error) if error else None
