"""How many jobs are open, counted in the transaction that would open one more."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.caps import Caps, server_accounts
from faceswap.domain.errors import TooManyOpenJobs
from faceswap.domain.job import JobState
from faceswap.storage.job_rows import RUNNING
from faceswap.storage.tables import jobs

_OPEN = jobs.c.state.in_([*RUNNING, JobState.QUEUED.value])


async def refuse_too_many(
    connection: AsyncConnection, owner: str, account: str, caps: Caps
) -> None:
    """Refuse another job of a member or a server that has as many open as it may.

    Raises:
        TooManyOpenJobs: It has.
    """
    if caps.member is not None:
        waiting = await _count(connection, jobs.c.owner == owner)
        if waiting >= caps.member:
            raise TooManyOpenJobs(waiting=waiting)
    start = server_accounts(account)
    if caps.server is not None and start:
        waiting = await _count(connection, jobs.c.account.startswith(start, autoescape=True))
        if waiting >= caps.server:
            raise TooManyOpenJobs(waiting=waiting, server=True)


async def _count(connection: AsyncConnection, whose: sa.ColumnElement[bool]) -> int:
    query = sa.select(sa.func.count()).select_from(jobs).where(_OPEN, whose)
    return (await connection.execute(query)).scalar_one()
