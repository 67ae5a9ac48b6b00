"""The lines of the audit, each until it has been posted and some time after."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from faceswap.domain.audit import AuditLine
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import audit


class StoredAudit:
    """`Audit` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def note(
        self,
        guild: str,
        actor: str,
        event: str,
        words: Mapping[str, str | int],
        now: datetime,
        *,
        key: str | None = None,
    ) -> None:
        """Add a line; of those with the same key, the first one stays."""
        line = {
            "guild": guild,
            "at": now,
            "actor": actor,
            "event": event,
            "words": json.dumps(dict(words)),
            "posted": False,
            "key": key,
        }
        new = insert(audit).values(line).on_conflict_do_nothing(index_elements=["key"])
        async with self._database.write() as connection:
            await connection.execute(new)

    @unbroken
    async def waiting(self) -> list[str]:
        """Return the servers that have lines which have not been posted."""
        query = sa.select(audit.c.guild).where(audit.c.posted.is_(False)).distinct()
        async with self._database.read() as connection:
            return list((await connection.execute(query.order_by(audit.c.guild))).scalars())

    @unbroken
    async def unposted(self, most: int, guild: str | None = None) -> list[AuditLine]:
        """Return the oldest lines that have not been posted, of one server or of all."""
        is_its = sa.true() if guild is None else audit.c.guild == guild
        query = sa.select(audit).where(audit.c.posted.is_(False), is_its)
        async with self._database.read() as connection:
            rows = (await connection.execute(query.order_by(audit.c.id).limit(most))).all()
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
