"""Erasing what belongs to a server, in the caller's transaction."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.job import JobState
from faceswap.storage import job_rows
from faceswap.storage.tables import (
    accounts,
    audit,
    bans,
    erasures,
    guilds,
    holds,
    job_blobs,
    jobs,
    ledger,
    pools,
    promises,
    records,
    tariffs,
)

_OPEN = [state.value for state in JobState if not state.is_final and state is not JobState.OFFERED]


async def erase_guild(connection: AsyncConnection, guild: str) -> list[str]:
    """Erase a server with its rules, bans, audit, jobs and credits; return the blobs set free.

    Its credits go whole, ledger and balances together, so that what is left still adds up. While a
    job of it waits or runs, nothing is erased.
    """
    its_accounts = f"discord:{guild}:"
    mine = sa.select(jobs.c.id).where(jobs.c.account.startswith(its_accounts, autoescape=True))
    running = sa.select(sa.exists(mine.where(jobs.c.state.in_(_OPEN))))
    if (await connection.execute(running)).scalar_one():
        return []
    dropped = sa.delete(job_blobs).where(job_blobs.c.job.in_(mine)).returning(job_blobs.c.blob)
    blobs = list((await connection.execute(dropped)).scalars())
    for gone in (
        sa.delete(erasures).where(erasures.c.job.in_(mine)),
        sa.delete(records).where(records.c.job.in_(mine)),
        sa.delete(holds).where(holds.c.account.startswith(its_accounts, autoescape=True)),
        sa.delete(ledger).where(ledger.c.account.startswith(its_accounts, autoescape=True)),
        sa.delete(promises).where(promises.c.account.startswith(its_accounts, autoescape=True)),
        sa.delete(jobs).where(jobs.c.account.startswith(its_accounts, autoescape=True)),
        sa.delete(accounts).where(accounts.c.id.startswith(its_accounts, autoescape=True)),
        sa.delete(pools).where(pools.c.guild == guild),
        sa.delete(tariffs).where(tariffs.c.guild == guild),
        sa.delete(audit).where(audit.c.guild == guild),
        sa.delete(bans).where(bans.c.guild == guild),
        sa.delete(guilds).where(guilds.c.id == guild),
    ):
        await connection.execute(gone)
    return await job_rows.unused(connection, blobs)
