"""Deriving what there is from the ledger, and naming whatever differs from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.movements import Kind
from faceswap.domain.pots import Parts, Pot
from faceswap.storage.errors import StorageRefused
from faceswap.storage.migrate import is_current
from faceswap.storage.tables import accounts, holds, ledger, pools

_SIGNS = {
    Kind.HOLD: 1,
    Kind.SETTLE: 0,
    Kind.REFUND: -1,
    Kind.REVERSAL: -1,
    Kind.GRANT: -1,
    Kind.REVOKE: 1,
}
"""What each kind of line does to what is spent of its pot."""

_Sums = Mapping[tuple[Any, ...], int]


@dataclass(frozen=True, slots=True)
class LedgerCheck:
    """How much was looked at, and each difference in a sentence."""

    lines: int
    accounts: int
    pools: int
    holds: int
    differences: list[str]


async def check_ledger(connection: AsyncConnection) -> LedgerCheck:
    """Recompute every account, pool and hold from the ledger, in one state of the file.

    Raises:
        StorageRefused: The file has not been brought up to date.
    """
    if not await connection.run_sync(is_current):
        raise StorageRefused(
            "The database is of another version of Visage; start the bot once to bring it up to "
            "date, and check again."
        )
    lines = (await connection.execute(sa.select(sa.func.count(ledger.c.id)))).scalar_one()
    own = (await connection.execute(sa.select(accounts).order_by(accounts.c.id))).all()
    shared = (await connection.execute(sa.select(pools).order_by(pools.c.guild))).all()
    held = (await connection.execute(sa.select(holds).order_by(holds.c.job))).all()
    differences = [
        *_of_accounts(own, await _spent_by_account(connection)),
        *_of_pools(shared, await _spent_by_pool(connection)),
        *_of_holds(held, await _moved_by_job(connection)),
    ]
    return LedgerCheck(lines, len(own), len(shared), len(held), differences)


async def _spent_by_account(connection: AsyncConnection) -> _Sums:
    """Return what is spent by account, pot and day; what was granted has no day."""
    day = sa.case((ledger.c.pot == Pot.ALLOWANCE.value, ledger.c.day))
    return await _sums(
        connection, ledger.c.account, ledger.c.pot, sa.type_coerce(day, sa.Date).label("of")
    )


async def _spent_by_pool(connection: AsyncConnection) -> _Sums:
    """Return what is spent by server, pot and day."""
    return await _sums(connection, ledger.c.guild, ledger.c.pot, ledger.c.day)


async def _sums(connection: AsyncConnection, *by: sa.ColumnElement[Any]) -> _Sums:
    signs = {kind.value: sign for kind, sign in _SIGNS.items()}
    signed = ledger.c.amount * sa.case(signs, value=ledger.c.kind)
    query = sa.select(*by, sa.func.sum(signed)).group_by(*by)
    return {tuple(key): amount for *key, amount in (await connection.execute(query)).all()}


async def _moved_by_job(connection: AsyncConnection) -> Mapping[str, Counter[tuple[str, str]]]:
    """Return how much of each kind and pot there is by job."""
    columns = (ledger.c.job, ledger.c.kind, ledger.c.pot, ledger.c.amount)
    query = sa.select(*columns).where(ledger.c.job.is_not(None))
    moved: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for job, kind, pot, amount in (await connection.execute(query)).all():
        moved[job][kind, pot] += amount
    return moved


def _of_accounts(rows: Sequence[Any], sums: _Sums) -> Iterator[str]:
    known: set[str] = set()
    for row in rows:
        known.add(row.id)
        yield from _unless_equal(
            f"account {row.id}: spent on {row.day}",
            row.spent,
            sums.get((row.id, Pot.ALLOWANCE.value, row.day), 0),
        )
        granted = -sums.get((row.id, Pot.GRANTED.value, None), 0)
        yield from _unless_equal(f"account {row.id}: granted", row.granted, granted)
    for account in sorted({key[0] for key in sums} - known):
        yield f"account {account} is in the ledger and is not there."


def _of_pools(rows: Sequence[Any], sums: _Sums) -> Iterator[str]:
    for row in rows:
        spent = sums.get((row.guild, Pot.POOL.value, row.day), 0)
        yield from _unless_equal(f"pool of {row.guild}: spent on {row.day}", row.spent, spent)
    known = {row.guild for row in rows}
    for guild in sorted({key[0] for key in sums if key[1] == Pot.POOL.value} - known):
        yield f"pool of {guild} is in the ledger and is not there."


def _of_holds(rows: Sequence[Any], moved: Mapping[str, Counter[tuple[str, str]]]) -> Iterator[str]:
    for row in rows:
        parts = Parts(row.amount - row.granted - row.pool, row.granted, row.pool)
        yield from _of_hold(row, parts, moved.get(row.job, Counter()))
    for job in sorted(moved.keys() - {row.job for row in rows}):
        yield f"job {job} is in the ledger and holds nothing."


def _of_hold(row: Any, parts: Parts, moved: Counter[tuple[str, str]]) -> Iterator[str]:
    """Compare a hold, pot by pot: what was held, what of it ended, and what stays charged."""
    is_over = row.state != "held"
    charged = parts.first(row.charged)
    for pot in Pot:
        held, kept = parts.by_pot.get(pot, 0), charged.by_pot.get(pot, 0)
        settled, refunded = moved[Kind.SETTLE.value, pot.value], moved[Kind.REFUND.value, pot.value]
        reversed_ = moved[Kind.REVERSAL.value, pot.value]
        label = f"job {row.job}: {pot.value}"
        yield from _unless_equal(f"{label} held", held, moved[Kind.HOLD.value, pot.value])
        yield from _unless_equal(f"{label} ended", held if is_over else 0, settled + refunded)
        yield from _unless_equal(f"{label} charged", kept, settled - reversed_)


def _unless_equal(what: str, found: int, derived: int) -> Iterator[str]:
    if found != derived:
        yield f"{what}: {found} is kept, and the ledger comes to {derived}."
