"""What is in the database, counted."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from faceswap.domain.job import JobState, Lane
from faceswap.ports import Counts, Queue
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import jobs, ledger


class StoredCensus:
    """`Census` of a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def count(self, now: datetime) -> Counts:
        """Return how much there is."""
        count = sa.func.count()
        states = sa.select(jobs.c.state, count.label("number")).group_by(jobs.c.state)
        waiting = (
            sa.select(jobs.c.lane, count, sa.func.min(jobs.c.queued))
            .where(jobs.c.state == JobState.QUEUED.value)
            .group_by(jobs.c.lane)
        )
        moved = sa.select(ledger.c.kind, sa.func.sum(ledger.c.amount)).group_by(ledger.c.kind)
        async with self._database.read() as connection:
            by_state = (await connection.execute(states)).all()
            by_lane = (await connection.execute(waiting)).all()
            by_kind = (await connection.execute(moved)).all()
        queues = {lane: Queue() for lane in Lane} | {
            Lane(lane): Queue(length, max(0.0, (now - since).total_seconds()))
            for lane, length, since in by_lane
        }
        return Counts(
            jobs={row.state: row.number for row in by_state},
            queues=queues,
            credits={kind: int(amount) for kind, amount in by_kind},
        )
