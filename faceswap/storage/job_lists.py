"""Jobs looked up by whom, where and how they stand, and the line they wait in."""

from __future__ import annotations

from datetime import datetime, timedelta

import sqlalchemy as sa

from faceswap.domain.job import Job, JobState, Lane
from faceswap.domain.line import Line, Load, Waiting
from faceswap.ports import Listing
from faceswap.storage import job_rows
from faceswap.storage.cipher import Cipher
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import jobs, records

IS_QUEUED = jobs.c.state == JobState.QUEUED.value


class StoredJobLists:
    """`JobLists` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @unbroken
    async def page(self, which: Listing, *, skip: int, most: int) -> list[Job]:
        """Return some jobs, the newest first."""
        query = (
            job_rows.whole_job.where(*_conditions(which))
            .order_by(jobs.c.created.desc(), jobs.c.id.desc())
            .offset(skip)
            .limit(most)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [job_rows.to_job(row, self._cipher) for row in rows]

    @unbroken
    async def count(self, which: Listing) -> int:
        """Return how many there are."""
        query = sa.select(sa.func.count()).select_from(
            jobs.join(records, records.c.job == jobs.c.id)
        )
        async with self._database.read() as connection:
            return (await connection.execute(query.where(*_conditions(which)))).scalar_one()

    @unbroken
    async def line(self, lane: Lane, now: datetime, most: int) -> Line:
        """Return who waits in a lane, of many those who have waited longest."""
        waiting = (
            sa.select(jobs.c.id, jobs.c.owner, jobs.c.queued)
            .where(IS_QUEUED, job_rows.in_lane(lane), jobs.c.due <= now)
            .order_by(jobs.c.queued, jobs.c.id)
            .limit(most)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(waiting)).all()
            owners = {row.owner for row in rows}
            of_owners = (
                sa.select(
                    jobs.c.owner,
                    sa.func.count().filter(jobs.c.state.in_(job_rows.RUNNING)).label("running"),
                    sa.func.max(jobs.c.claimed, type_=jobs.c.claimed.type).label("served"),
                )
                .where(jobs.c.owner.in_(owners), job_rows.in_lane(lane))
                .group_by(jobs.c.owner)
            )
            counted = (await connection.execute(of_owners)).all()
        return Line(
            waiting=tuple(Waiting(row.id, row.owner, row.queued) for row in rows),
            running={row.owner: row.running for row in counted},
            served={row.owner: row.served for row in counted if row.served},
        )

    @unbroken
    async def load(self, lane: Lane) -> Load:
        """Return how busy a lane is."""
        query = sa.select(
            sa.func.count().filter(IS_QUEUED).label("queued"),
            sa.func.count().filter(jobs.c.state.in_(job_rows.RUNNING)).label("running"),
            sa.func.min(jobs.c.queued, type_=jobs.c.queued.type).filter(IS_QUEUED).label("since"),
        ).where(
            jobs.c.state.in_([JobState.QUEUED.value, *job_rows.RUNNING]), job_rows.in_lane(lane)
        )
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one()
        return Load(row.queued, row.running, row.since)

    @unbroken
    async def work_times(self, lane: Lane, most: int) -> list[timedelta]:
        """Return how long the latest jobs took that were done, from their last claim."""
        query = (
            sa.select(jobs.c.claimed, jobs.c.updated)
            .where(
                jobs.c.state == JobState.DONE.value,
                job_rows.in_lane(lane),
                jobs.c.claimed.is_not(None),
            )
            # By when they fell due, which the index knows.
            .order_by(jobs.c.due.desc())
            .limit(most)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [max(row.updated - row.claimed, timedelta()) for row in rows]


def _conditions(which: Listing) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if which.owner is not None:
        conditions.append(jobs.c.owner == which.owner)
    if which.server is not None:
        conditions.append(records.c.server == which.server)
    if which.states:
        conditions.append(jobs.c.state.in_(sorted(state.value for state in which.states)))
    if which.undelivered:
        conditions.append(records.c.undelivered.is_not(None))
    return conditions
