"""Credits in the database: each movement is one conditional update and one line in the ledger.

The functions work in the caller's transaction, so that credits and jobs move together or not at
all.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.credits import Balance, next_refill, utc_day
from faceswap.domain.errors import NotEnoughCredits
from faceswap.storage.tables import accounts, holds, ledger


@dataclass(frozen=True, slots=True)
class Entry:
    """Who moved credits, why and when."""

    actor: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class _Hold:
    account: str
    amount: int
    day: date


async def take(
    connection: AsyncConnection, account: str, amount: int, allowance: int, now: datetime
) -> date:
    """Spend of the day's allowance and return the day; `keep_hold` notes it for the job.

    A clock that was set back does not bring yesterday's allowance back.

    Raises:
        NotEnoughCredits: The allowance does not cover it.
    """
    fresh = insert(accounts).values(id=account, day=utc_day(now), spent=0)
    await connection.execute(
        fresh.on_conflict_do_update(
            index_elements=["id"],
            set_={"day": fresh.excluded.day, "spent": 0},
            where=accounts.c.day < fresh.excluded.day,
        )
    )
    spend = (
        sa.update(accounts)
        .where(accounts.c.id == account, accounts.c.spent + amount <= allowance)
        .values(spent=accounts.c.spent + amount)
        .returning(accounts.c.day)
    )
    day = (await connection.execute(spend)).scalar_one_or_none()
    if day is None:
        have = await balance(connection, account, allowance, now)
        raise NotEnoughCredits(needed=amount, left=have.left, refill=int(have.refill.timestamp()))
    return day


async def keep_hold(
    connection: AsyncConnection, job: str, account: str, amount: int, day: date, entry: Entry
) -> None:
    """Note that a job holds what was taken."""
    await connection.execute(
        sa.insert(holds).values(
            job=job, account=account, amount=amount, day=day, state="held", charged=0
        )
    )
    await _write(connection, job, account, "hold", amount, day, entry)


async def settle(connection: AsyncConnection, job: str, charge: int, entry: Entry) -> None:
    """Turn a job's hold into a charge and give the rest back; once only.

    Raises:
        ValueError: The charge is more than is held, or nothing is.
    """
    hold = await _release(connection, job, "settled", charge)
    await _write(connection, job, hold.account, "settle", charge, hold.day, entry)
    if hold.amount > charge:
        await _give_back(connection, job, hold, hold.amount - charge, entry)


async def refund(connection: AsyncConnection, job: str, entry: Entry) -> None:
    """Give all of a job's hold back; once only.

    Raises:
        ValueError: Nothing is held.
    """
    hold = await _release(connection, job, "refunded", 0)
    await _give_back(connection, job, hold, hold.amount, entry)


async def reverse(connection: AsyncConnection, job: str, entry: Entry) -> None:
    """Take a job's settlement back; once only.

    Raises:
        ValueError: Nothing is settled.
    """
    settled = (holds.c.job == job, holds.c.state == "settled")
    columns = (holds.c.account, holds.c.charged, holds.c.day)
    row = (await connection.execute(sa.select(*columns).where(*settled))).one_or_none()
    if row is None:
        raise ValueError(f"job {job} has settled nothing")
    refunded = sa.update(holds).where(*settled).values(state="refunded", charged=0)
    await connection.execute(refunded)
    hold = _Hold(*row)
    await _give_back(connection, job, hold, hold.amount, entry, kind="reversal")


async def balance(
    connection: AsyncConnection, account: str, allowance: int, now: datetime
) -> Balance:
    """Return an account's credits of the day."""
    query = sa.select(accounts.c.day, accounts.c.spent).where(accounts.c.id == account)
    row = (await connection.execute(query)).one_or_none()
    is_of_today = row is not None and row.day >= utc_day(now)
    return Balance(allowance, row.spent if row and is_of_today else 0, next_refill(now))


async def _release(connection: AsyncConnection, job: str, state: str, charge: int) -> _Hold:
    release = (
        sa.update(holds)
        .where(holds.c.job == job, holds.c.state == "held", holds.c.amount >= charge)
        .values(state=state, charged=charge)
        .returning(holds.c.account, holds.c.amount, holds.c.day)
    )
    hold = (await connection.execute(release)).one_or_none()
    if hold is None:
        raise ValueError(f"job {job} does not hold {charge} credits")
    return _Hold(*hold)


async def _give_back(
    connection: AsyncConnection,
    job: str,
    hold: _Hold,
    amount: int,
    entry: Entry,
    *,
    kind: str = "refund",
) -> None:
    """Return credits to the day they came from; once that is over, they lapse with it."""
    await connection.execute(
        sa.update(accounts)
        .where(accounts.c.id == hold.account, accounts.c.day == hold.day)
        .values(spent=accounts.c.spent - amount)
    )
    await _write(connection, job, hold.account, kind, amount, hold.day, entry)


async def _write(
    connection: AsyncConnection,
    job: str,
    account: str,
    kind: str,
    amount: int,
    day: date,
    entry: Entry,
) -> None:
    await connection.execute(
        sa.insert(ledger).values(
            account=account,
            job=job,
            kind=kind,
            amount=amount,
            day=day,
            actor=entry.actor,
            reason=entry.reason,
            at=entry.at,
        )
    )
