"""The ledger in the database: what moderators give and decide, and what is looked up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.accounts import GONE
from faceswap.domain.job import Verb
from faceswap.domain.movements import Kind, Movement, Revoked, Spender, Spent
from faceswap.domain.pots import Pot
from faceswap.domain.tariff import Tariff
from faceswap.storage.credits import Entry, open_account, write_line
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import accounts, ledger, tariffs

_ALLOWANCE, _PRICE, _POOL = "allowance", "price", "pool"
_CHARGES = (Kind.SETTLE.value, Kind.REVERSAL.value)
_CHARGED = sa.func.sum(
    sa.case((ledger.c.kind == Kind.SETTLE.value, ledger.c.amount), else_=-ledger.c.amount)
)


class StoredLedger:
    """`Ledger` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def tariff(self, guild: str) -> Tariff:
        """Return what was decided in a server."""
        columns = (tariffs.c.what, tariffs.c.name, tariffs.c.amount)
        query = sa.select(*columns).where(tariffs.c.guild == guild)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        found: Mapping[str, dict[str, int]] = {_ALLOWANCE: {}, _PRICE: {}, _POOL: {}}
        for what, name, amount in rows:
            found[what][name] = amount
        known = {verb.value: verb for verb in Verb}
        prices = {known[name]: amount for name, amount in found[_PRICE].items() if name in known}
        return Tariff(found[_ALLOWANCE], prices, found[_POOL].get("", 0))

    @unbroken
    async def set_allowance(self, guild: str, role: str, amount: int | None) -> None:
        """Decide what members with a role have a day, or all; None takes it back."""
        await self._decide(guild, _ALLOWANCE, role, amount)

    @unbroken
    async def set_price(self, guild: str, verb: Verb, amount: int) -> None:
        """Decide what a face costs in a picture."""
        await self._decide(guild, _PRICE, verb.value, amount)

    @unbroken
    async def set_pool(self, guild: str, amount: int) -> None:
        """Decide what all members have a day together."""
        await self._decide(guild, _POOL, "", amount)

    @unbroken
    async def grant(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> int:
        """Give credits that stay, and return how many of those there are then."""
        async with self._database.write() as connection:
            entry = Entry(actor, reason, now)
            return await _move(connection, account, Kind.GRANT, amount, entry)

    @unbroken
    async def revoke(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> Revoked:
        """Take granted credits back, at most what is there."""
        query = sa.select(accounts.c.granted).where(accounts.c.id == account)
        async with self._database.write() as connection:
            there = (await connection.execute(query)).scalar_one_or_none() or 0
            taken = min(amount, there)
            if taken:
                entry = Entry(actor, reason, now)
                await _move(connection, account, Kind.REVOKE, taken, entry)
            return Revoked(taken, there - taken)

    @unbroken
    async def last_allowance(self, account: str) -> int | None:
        """Return the allowance last known of an account, None where none is."""
        query = sa.select(accounts.c.allowance).where(accounts.c.id == account)
        async with self._database.read() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    @unbroken
    async def movements(self, account: str, *, skip: int, most: int) -> list[Movement]:
        """Return an account's latest movements but so many, the newest first."""
        query = sa.select(ledger).where(ledger.c.account == account)
        page = query.order_by(ledger.c.id.desc()).offset(skip).limit(most)
        async with self._database.read() as connection:
            return [_to_movement(row) for row in (await connection.execute(page)).all()]

    @unbroken
    async def count(self, account: str) -> int:
        """Return how many movements an account has."""
        query = sa.select(sa.func.count()).where(ledger.c.account == account)
        async with self._database.read() as connection:
            return (await connection.execute(query)).scalar_one()

    @unbroken
    async def spenders(self, guild: str, since: date, most: int) -> list[Spender]:
        """Return who has spent most in a server, from a day on."""
        query = (
            sa.select(ledger.c.account, _CHARGED)
            .where(_was_charged(guild, since), sa.not_(ledger.c.account.contains(GONE)))
            .group_by(ledger.c.account)
            .having(_CHARGED > 0)
            .order_by(_CHARGED.desc(), ledger.c.account)
            .limit(most)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [Spender(account, amount) for account, amount in rows]

    @unbroken
    async def spending(self, guild: str, since: date) -> list[Spent]:
        """Return what was spent in a server by day and verb, from a day on."""
        query = (
            sa.select(ledger.c.day, ledger.c.verb, _CHARGED)
            .where(_was_charged(guild, since), ledger.c.verb.is_not(None))
            .group_by(ledger.c.day, ledger.c.verb)
            .having(_CHARGED > 0)
            .order_by(ledger.c.day, ledger.c.verb)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [Spent(day, Verb(verb), amount) for day, verb, amount in rows]

    async def _decide(self, guild: str, what: str, name: str, amount: int | None) -> None:
        key = {"guild": guild, "what": what, "name": name}
        if amount is None:
            change: sa.Executable = sa.delete(tariffs).filter_by(**key)
        else:
            change = insert(tariffs).values(**key, amount=amount)
            change = change.on_conflict_do_update(index_elements=list(key), set_={"amount": amount})
        async with self._database.write() as connection:
            await connection.execute(change)


async def _move(
    connection: AsyncConnection, account: str, kind: Kind, amount: int, entry: Entry
) -> int:
    """Change what an account was granted, with a line that says so; return how many that are."""
    day = await open_account(connection, account, entry.at)
    change = amount if kind is Kind.GRANT else -amount
    update = (
        sa.update(accounts)
        .where(accounts.c.id == account, accounts.c.granted + change >= 0)
        .values(granted=accounts.c.granted + change)
        .returning(accounts.c.granted)
    )
    granted = (await connection.execute(update)).scalar_one()
    pot = Pot.GRANTED.value
    await write_line(connection, account, entry, kind=kind.value, pot=pot, amount=amount, day=day)
    return granted


def _was_charged(guild: str, since: date) -> sa.ColumnElement[bool]:
    return sa.and_(ledger.c.guild == guild, ledger.c.day >= since, ledger.c.kind.in_(_CHARGES))


def _to_movement(row: sa.Row[Any]) -> Movement:
    return Movement(
        at=row.at,
        kind=Kind(row.kind),
        pot=Pot(row.pot),
        amount=row.amount,
        actor=row.actor,
        reason=row.reason,
        verb=Verb(row.verb) if row.verb else None,
    )
