"""Answers that do not stay, in the database."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from faceswap.ports import Erasure
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import erasures


class StoredErasures:
    """`Erasures` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def plan(self, erasure: Erasure) -> None:
        """Note when an answer goes, in place of any time before."""
        new = insert(erasures).values(job=erasure.job, at=erasure.at)
        async with self._database.write() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["job"], set_={"at": erasure.at})
            )

    @unbroken
    async def due(self, now: datetime, most: int) -> list[Erasure]:
        """Return those whose time has come, the oldest first."""
        query = sa.select(erasures).where(erasures.c.at <= now).order_by(erasures.c.at)
        async with self._database.read() as connection:
            return [Erasure(*row) for row in await connection.execute(query.limit(most))]

    @unbroken
    async def done(self, job_id: str) -> None:
        """Note that an answer is gone, or can never be deleted."""
        async with self._database.write() as connection:
            await connection.execute(sa.delete(erasures).where(erasures.c.job == job_id))
