"""What is kept about a member, over all tables: counted, handed over, erased."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.accounts import GONE, nobodys
from faceswap.domain.credits import utc_day
from faceswap.domain.job import JobState
from faceswap.ports import Kept, Record
from faceswap.storage import job_rows
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.credits import gone_today
from faceswap.storage.database import Database, unbroken
from faceswap.storage.identities import StoredIdentities
from faceswap.storage.tables import (
    accounts,
    audit,
    bans,
    erasures,
    holds,
    identities,
    job_blobs,
    jobs,
    ledger,
    promises,
    records,
    shelves,
)

MOST_JOBS = 5000
"""The newest jobs that are handed over; more than anybody asks for while pictures are kept."""
OPEN = [JobState.OFFERED.value, JobState.QUEUED.value, *job_rows.RUNNING]


class StoredMembers:
    """`Members` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher
        self._identities = StoredIdentities(database, cipher)

    @unbroken
    async def kept(self, owner: str) -> Kept:
        """Return what is kept about a member, counted."""
        shelf = await self._identities.shelf(owner)
        own = jobs.c.owner == owner
        files = job_blobs.join(jobs, jobs.c.id == job_blobs.c.job)
        async with self._database.read() as connection:
            return Kept(
                ids=tuple(shelf.names),
                swaps=await _count(connection, jobs, own, job_rows.HAS_CONTENTS),
                open=await _count(connection, jobs, own, jobs.c.state.in_(OPEN)),
                pictures=await _count(connection, files, own),
                past=await _count(connection, jobs, own, sa.not_(job_rows.HAS_CONTENTS)),
                accounts=await _count(connection, accounts, _owns(accounts.c.id, owner)),
                movements=await _count(connection, ledger, _owns(ledger.c.account, owner)),
                bans=await _count(connection, bans, bans.c.member == owner),
            )

    @unbroken
    async def record(self, owner: str) -> Record:
        """Return what is kept about a member; templates that do not open any more are left out."""
        newest = (
            job_rows.whole_job.where(jobs.c.owner == owner)
            .order_by(jobs.c.created.desc(), jobs.c.id.desc())
            .limit(MOST_JOBS)
        )
        moved = sa.select(ledger).where(_owns(ledger.c.account, owner)).order_by(ledger.c.id)
        banned = sa.select(bans).where(bans.c.member == owner)
        sealed = sa.select(identities).where(identities.c.owner == owner)
        shelf = await self._identities.shelf(owner)
        async with self._database.read() as connection:
            templates = (await connection.execute(sealed)).all()
            return Record(
                shelf=shelf,
                templates={
                    row.name: data for row in templates if (data := self._opened(row)) is not None
                },
                jobs=tuple(
                    job_rows.to_job(row, self._cipher)
                    for row in (await connection.execute(newest)).all()
                ),
                movements=await _rows(connection, moved),
                bans=await _rows(connection, banned),
            )

    @unbroken
    async def open_jobs(self, owner: str) -> list[str]:
        """Return the ids of a member's jobs that are not over."""
        query = sa.select(jobs.c.id).where(jobs.c.owner == owner, jobs.c.state.in_(OPEN))
        async with self._database.read() as connection:
            return list((await connection.execute(query)).scalars())

    @unbroken
    async def erase(self, owner: str, now: datetime) -> list[str] | None:
        """Erase all that is kept about a member; return the blobs set free."""
        async with self._database.write() as connection:
            if await _count(connection, jobs, jobs.c.owner == owner, jobs.c.state.in_(OPEN)):
                return None
            await connection.execute(sa.delete(identities).where(identities.c.owner == owner))
            await connection.execute(sa.delete(shelves).where(shelves.c.owner == owner))
            freed = await _erase_jobs(connection, owner, now)
            await self._rename_accounts(connection, owner, now)
            await _erase_mentions(connection, owner)
        await self._database.wipe()
        return freed

    @unbroken
    async def unname(self, now: datetime) -> None:
        """Cut the last tie of members who were erased on days that are over: they become one."""
        tied = sa.select(accounts.c.id).where(
            accounts.c.id.contains(GONE),
            sa.not_(accounts.c.id.endswith(GONE)),
            accounts.c.day < utc_day(now),
        )
        async with self._database.write() as connection:
            for account in (await connection.execute(tied)).scalars().all():
                await _rename(connection, account, nobodys(account, ""))

    async def _rename_accounts(
        self, connection: AsyncConnection, owner: str, now: datetime
    ) -> None:
        query = sa.select(accounts.c.id).where(_owns(accounts.c.id, owner))
        for account in (await connection.execute(query)).scalars().all():
            await _rename(connection, account, gone_today(account, now, self._cipher))

    def _opened(self, row: sa.Row[Any]) -> bytes | None:
        try:
            return self._cipher.open(row.template, "template", row.owner, row.name_key)
        except Unreadable:
            return None


def _owns(account: sa.ColumnElement[str], owner: str) -> sa.ColumnElement[bool]:
    """Return the condition of being a member's account."""
    return account.endswith(f":{owner}", autoescape=True)


async def _count(
    connection: AsyncConnection, table: sa.FromClause, *which: sa.ColumnElement[bool]
) -> int:
    query = sa.select(sa.func.count()).select_from(table).where(*which)
    return (await connection.execute(query)).scalar_one()


async def _rows(
    connection: AsyncConnection, query: sa.Select[Any]
) -> tuple[dict[str, object], ...]:
    rows = (await connection.execute(query)).mappings().all()
    return tuple({str(name): value for name, value in row.items()} for row in rows)


async def _erase_jobs(connection: AsyncConnection, owner: str, now: datetime) -> list[str]:
    """Leave of a member's jobs what the ledger refers to: that there was one, and when."""
    mine = sa.select(jobs.c.id).where(jobs.c.owner == owner)
    nobody = nobodys("", secrets.token_hex(8))
    freed: list[str] = []
    for job in (await connection.execute(mine)).scalars().all():
        query = sa.select(jobs.c.request).where(jobs.c.id == job)
        request = (await connection.execute(query)).scalar_one()
        values = {
            "owner": nobody,
            "key": job,
            "state": JobState.EXPIRED.value,
            "updated": now,
            "address": None,
            "error": None,
            "answered": True,
        }
        freed += await job_rows.empty_job(connection, job, request, values)
        await connection.execute(sa.delete(erasures).where(erasures.c.job == job))
        where = sa.update(records).where(records.c.job == job)
        await connection.execute(where.values(channel=None, parent=None, undelivered=None))
    return freed


async def _rename(connection: AsyncConnection, account: str, name: str) -> None:
    """Call an account by another name, with all that refers to it; one of that name takes it in."""
    await connection.execute(sa.text("PRAGMA defer_foreign_keys = ON"))
    both = sa.select(accounts).where(accounts.c.id.in_([account, name]))
    rows = (await connection.execute(both)).all()
    day = max(row.day for row in rows)
    whole = {
        "id": name,
        "day": day,
        "spent": sum(row.spent for row in rows if row.day == day),
        "granted": sum(row.granted for row in rows),
    }
    await connection.execute(sa.delete(accounts).where(accounts.c.id.in_([account, name])))
    await connection.execute(sa.insert(accounts).values(whole))
    for column in (holds.c.account, ledger.c.account, jobs.c.account):
        moved = sa.update(column.table).where(column == account).values({column.name: name})
        await connection.execute(moved)


async def _erase_mentions(connection: AsyncConnection, owner: str) -> None:
    """Erase a member from what others did, and what was written about them."""
    acted = sa.update(ledger).where(ledger.c.actor == owner).values(actor="")
    given = sa.update(ledger).where(ledger.c.account.contains(GONE)).values(reason="")
    told = sa.or_(audit.c.actor == owner, audit.c.words.contains(owner, autoescape=True))
    for gone in (
        acted,
        given,
        sa.delete(audit).where(told),
        sa.delete(promises).where(_owns(promises.c.account, owner)),
    ):
        await connection.execute(gone)
