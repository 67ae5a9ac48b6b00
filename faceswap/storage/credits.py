"""Credits of jobs in the database: conditional updates, and lines in the ledger for what they move.

The functions work in the caller's transaction, so that credits and jobs move together or not at
all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.accounts import guild_of, nobodys
from faceswap.domain.credits import Balance, Means, next_refill, utc_day
from faceswap.domain.job import Verb
from faceswap.domain.movements import Kind
from faceswap.domain.pots import Parts, Pot
from faceswap.storage.cipher import Cipher
from faceswap.storage.tables import accounts, holds, ledger, pools


@dataclass(frozen=True, slots=True)
class Entry:
    """Who moved credits, why and when."""

    actor: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """Credits that were taken of an account's pots, and the days that they are of."""

    account: str
    parts: Parts
    day: date
    pool_day: date | None


@dataclass(frozen=True, slots=True)
class _Hold:
    """What a job has taken, and how much of that was kept in the end."""

    job: str
    verb: str
    taken: Taken
    charged: int

    @property
    def kept(self) -> Parts:
        return self.taken.parts.first(self.charged)

    @property
    def rest(self) -> Parts:
        return self.taken.parts - self.kept


async def take(
    connection: AsyncConnection, account: str, amount: int, means: Means, now: datetime
) -> Taken:
    """Spend of an account's pots, the allowance first; `keep_hold` notes it for the job.

    A clock that was set back does not bring yesterday's credits back.

    Raises:
        NotEnoughCredits: The pots together do not cover it.
    """
    day = await open_account(connection, account, now, means.allowance)
    guild = guild_of(account)
    pool_day = await _open_pool(connection, guild, now) if guild and means.pool else None
    have = await balance(connection, account, means, now)
    if refusal := have.refuses(amount):
        raise refusal
    parts = have.pots.first(amount)
    await _spend(connection, account, parts, means)
    return Taken(account, parts, day, pool_day if parts.pool else None)


async def open_account(
    connection: AsyncConnection, account: str, now: datetime, allowance: int | None = None
) -> date:
    """See that an account is there, of today or later, and return its day.

    An allowance that is given is kept as the one last known.
    """
    fresh = insert(accounts).values(id=account, day=utc_day(now), spent=0, granted=0)
    await connection.execute(
        fresh.on_conflict_do_update(
            index_elements=["id"],
            set_={"day": fresh.excluded.day, "spent": 0},
            where=accounts.c.day < fresh.excluded.day,
        )
    )
    is_it = accounts.c.id == account
    if allowance is not None:
        paid_from = sa.update(accounts).where(is_it).values(allowance=allowance)
        await connection.execute(paid_from)
    return (await connection.execute(sa.select(accounts.c.day).where(is_it))).scalar_one()


async def keep_hold(
    connection: AsyncConnection, job: str, verb: Verb, taken: Taken, entry: Entry
) -> None:
    """Note that a job holds what was taken."""
    await connection.execute(
        sa.insert(holds).values(
            job=job,
            account=taken.account,
            verb=verb.value,
            amount=taken.parts.total,
            granted=taken.parts.granted,
            pool=taken.parts.pool,
            day=taken.day,
            pool_day=taken.pool_day,
            state="held",
            charged=0,
        )
    )
    hold = _Hold(job, verb.value, taken, 0)
    await _write(connection, hold, Kind.HOLD, taken.parts, entry)


async def settle(connection: AsyncConnection, job: str, charge: int, entry: Entry) -> None:
    """Turn a job's hold into a charge and give the rest back; once only.

    The allowance is kept first, so that what goes back is of the pool first.

    Raises:
        ValueError: The charge is more than is held, or nothing is.
    """
    hold = await _release(connection, job, "settled", charge)
    await _write(connection, hold, Kind.SETTLE, hold.kept, entry)
    await _give_back(connection, hold, Kind.REFUND, hold.rest, entry)


async def refund(connection: AsyncConnection, job: str, entry: Entry) -> None:
    """Give all of a job's hold back; once only.

    Raises:
        ValueError: Nothing is held.
    """
    hold = await _release(connection, job, "refunded", 0)
    await _give_back(connection, hold, Kind.REFUND, hold.rest, entry)


async def reverse(connection: AsyncConnection, job: str, entry: Entry) -> None:
    """Take a job's settlement back; once only.

    Raises:
        ValueError: Nothing is settled.
    """
    settled = (holds.c.job == job, holds.c.state == "settled")
    row = (await connection.execute(sa.select(holds).where(*settled))).one_or_none()
    if row is None:
        raise ValueError(f"job {job} has settled nothing")
    refunded = sa.update(holds).where(*settled).values(state="refunded", charged=0)
    await connection.execute(refunded)
    hold = _to_hold(row)
    await _give_back(connection, hold, Kind.REVERSAL, hold.kept, entry)


async def balance(
    connection: AsyncConnection, account: str, means: Means, now: datetime
) -> Balance:
    """Return an account's credits of the day."""
    columns = (accounts.c.day, accounts.c.spent, accounts.c.granted)
    own = await connection.execute(sa.select(*columns).where(accounts.c.id == account))
    row = own.one_or_none()
    is_of_today = row is not None and row.day >= utc_day(now)
    return Balance(
        allowance=means.allowance,
        spent=means.gone + (row.spent if row and is_of_today else 0),
        refill=next_refill(now),
        granted=row.granted if row else 0,
        pool=await pool_left(connection, guild_of(account), means.pool, now),
    )


async def with_gone(
    connection: AsyncConnection, means: Means, account: str, now: datetime, cipher: Cipher
) -> Means:
    """Return an account's means with what its member spent today before being erased."""
    query = sa.select(accounts.c.spent).where(accounts.c.id == gone_today(account, now, cipher))
    spent = (await connection.execute(query)).scalar_one_or_none()
    return replace(means, gone=spent or 0)


def gone_today(account: str, now: datetime, cipher: Cipher) -> str:
    """Return what an account is called until midnight when its member is erased today.

    Without the key, nobody can tell whose it was.
    """
    return nobodys(account, cipher.mark(account, utc_day(now).isoformat())[:16])


async def pool_left(
    connection: AsyncConnection, guild: str | None, budget: int, now: datetime
) -> int:
    """Return what is left of a server's budget of the day."""
    if guild is None:
        return 0
    query = sa.select(pools.c.spent).where(pools.c.guild == guild, pools.c.day >= utc_day(now))
    spent = (await connection.execute(query)).scalar_one_or_none()
    return max(0, budget - (spent or 0))


async def _open_pool(connection: AsyncConnection, guild: str, now: datetime) -> date:
    fresh = insert(pools).values(guild=guild, day=utc_day(now), spent=0)
    await connection.execute(
        fresh.on_conflict_do_update(
            index_elements=["guild"],
            set_={"day": fresh.excluded.day, "spent": 0},
            where=pools.c.day < fresh.excluded.day,
        )
    )
    query = sa.select(pools.c.day).where(pools.c.guild == guild)
    return (await connection.execute(query)).scalar_one()


async def _spend(connection: AsyncConnection, account: str, parts: Parts, means: Means) -> None:
    """Spend parts of the pots, each only while it covers its own."""
    covers = accounts.c.spent + parts.allowance + means.gone <= means.allowance
    spend = (
        sa.update(accounts)
        .where(
            accounts.c.id == account,
            # An allowance lowered today may be overspent already; the other pots still pay.
            covers if parts.allowance else sa.true(),
            accounts.c.granted >= parts.granted,
        )
        .values(
            spent=accounts.c.spent + parts.allowance, granted=accounts.c.granted - parts.granted
        )
    )
    await _changes_one(connection, spend)
    if parts.pool:
        share = (
            sa.update(pools)
            .where(pools.c.guild == guild_of(account), pools.c.spent + parts.pool <= means.pool)
            .values(spent=pools.c.spent + parts.pool)
        )
        await _changes_one(connection, share)


async def _changes_one(connection: AsyncConnection, update: sa.Update) -> None:
    if (await connection.execute(update)).rowcount != 1:
        raise RuntimeError("credits were spent by another in the same transaction")


async def _release(connection: AsyncConnection, job: str, state: str, charge: int) -> _Hold:
    release = (
        sa.update(holds)
        .where(holds.c.job == job, holds.c.state == "held", holds.c.amount >= charge)
        .values(state=state, charged=charge)
        .returning(*holds.c)
    )
    row = (await connection.execute(release)).one_or_none()
    if row is None:
        raise ValueError(f"job {job} does not hold {charge} credits")
    return _to_hold(row)


def _to_hold(row: sa.Row[Any]) -> _Hold:
    parts = Parts(row.amount - row.granted - row.pool, row.granted, row.pool)
    return _Hold(row.job, row.verb, Taken(row.account, parts, row.day, row.pool_day), row.charged)


async def _give_back(
    connection: AsyncConnection, hold: _Hold, kind: Kind, parts: Parts, entry: Entry
) -> None:
    """Return credits to the pots they came from; those of a day that is over lapse with it."""
    taken = hold.taken
    is_its_day = accounts.c.day == taken.day
    await connection.execute(
        sa.update(accounts)
        .where(accounts.c.id == taken.account)
        .values(
            spent=accounts.c.spent - sa.case((is_its_day, parts.allowance), else_=0),
            granted=accounts.c.granted + parts.granted,
        )
    )
    if parts.pool:
        await connection.execute(
            sa.update(pools)
            .where(pools.c.guild == guild_of(taken.account), pools.c.day == taken.pool_day)
            .values(spent=pools.c.spent - parts.pool)
        )
    await _write(connection, hold, kind, parts, entry)


async def _write(
    connection: AsyncConnection, hold: _Hold, kind: Kind, parts: Parts, entry: Entry
) -> None:
    taken = hold.taken
    for pot, amount in parts.by_pot.items():
        day = taken.pool_day if pot is Pot.POOL else taken.day
        await write_line(
            connection,
            taken.account,
            entry,
            job=hold.job,
            verb=hold.verb,
            kind=kind.value,
            pot=pot.value,
            amount=amount,
            day=day,
        )


async def write_line(
    connection: AsyncConnection, account: str, entry: Entry, **values: object
) -> None:
    """Add a line to the ledger."""
    line = {"actor": entry.actor, "reason": entry.reason, "at": entry.at, **values}
    guild = guild_of(account)
    await connection.execute(sa.insert(ledger).values(account=account, guild=guild, **line))
