"""The lines of the audit, each until it has been posted and some time after."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from faceswap.domain.audit import AuditLine
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import audit


class StoredAudit:
    """`Audit` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def note(
        self, guild: str, actor: str, event: str, words: Mapping[str, str | int], now: datetime
    ) -> None:
        """Add a line."""
        line = {
            "guild": guild,
            "at": now,
            "actor": actor,
            "event": event,
            "words": json.dumps(dict(words)),
            "posted": False,
        }
        async with self._database.write() as connection:
            await connection.execute(sa.insert(audit).values(line))

    @unbroken
    async def unposted(self, most: int) -> list[AuditLine]:
        """Return the oldest lines that have not been posted."""
        query = sa.select(audit).where(audit.c.posted.is_(False)).order_by(audit.c.id).limit(most)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [
            AuditLine(row.id, row.guild, row.at, row.actor, row.event, json.loads(row.words))
            for row in rows
        ]

    @unbroken
    async def posted(self, lines: Sequence[int]) -> None:
        """Note that lines have been posted, or never can be."""
        async with self._database.write() as connection:
            await connection.execute(
                sa.update(audit).where(audit.c.id.in_(lines)).values(posted=True)
            )

    @unbroken
    async def drop(self, before: datetime) -> None:
        """Erase lines from before a time."""
        async with self._database.write() as connection:
            await connection.execute(sa.delete(audit).where(audit.c.at < before))
