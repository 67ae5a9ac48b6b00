"""Servers in the database."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.ban import Ban
from faceswap.domain.policy import OPEN, Policy, Rule
from faceswap.storage.database import Database, unbroken
from faceswap.storage.forgetting import erase_guild
from faceswap.storage.policies import decode_policy, encode_policy
from faceswap.storage.tables import bans, guilds


class StoredGuilds:
    """`Guilds` in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @unbroken
    async def policy(self, guild: str) -> Policy:
        """Return a server's rules."""
        async with self._database.read() as connection:
            return await _policy(connection, guild)

    @unbroken
    async def change(self, guild: str, rules: Mapping[str, Rule]) -> tuple[Policy, Policy]:
        """Set some fields of a server's rules; return the rules before and after."""
        async with self._database.write() as connection:
            before = await _policy(connection, guild)
            changes: dict[str, Any] = dict(rules)
            after = replace(before, **changes)
            values: dict[str, Any] = {"policy": encode_policy(after)}
            if "audit_channel" in rules:
                values["trouble"] = None
            await _put(connection, guild, **values)
        return before, after

    @unbroken
    async def trouble(self, guild: str) -> datetime | None:
        """Tell when it turned out that a server's audit channel takes nothing, if it did."""
        query = sa.select(guilds.c.trouble).where(guilds.c.id == guild)
        async with self._database.read() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    @unbroken
    async def note_trouble(self, guild: str, now: datetime) -> None:
        """Note that a server's audit channel takes nothing."""
        async with self._database.write() as connection:
            await _put(connection, guild, trouble=now)

    @unbroken
    async def ban(self, ban: Ban) -> None:
        """Keep a ban, in place of any before."""
        values = {
            "reason": ban.reason,
            "actor": ban.actor,
            "at": ban.at,
            "until": ban.until,
        }
        new = insert(bans).values(guild=ban.guild, member=ban.member, **values)
        async with self._database.write() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["guild", "member"], set_=values)
            )

    @unbroken
    async def unban(self, guild: str, member: str) -> bool:
        """Lift a member's ban, and tell whether there was one."""
        lift = sa.delete(bans).where(bans.c.guild == guild, bans.c.member == member)
        async with self._database.write() as connection:
            return (await connection.execute(lift)).rowcount == 1

    @unbroken
    async def banned(self, guild: str, member: str) -> Ban | None:
        """Return a member's ban, over or not."""
        query = sa.select(bans).where(bans.c.guild == guild, bans.c.member == member)
        async with self._database.read() as connection:
            row = (await connection.execute(query)).one_or_none()
        return Ban(*row) if row else None

    @unbroken
    async def bans(self, guild: str) -> list[Ban]:
        """Return a server's bans, the newest first."""
        query = sa.select(bans).where(bans.c.guild == guild)
        async with self._database.read() as connection:
            rows = await connection.execute(query.order_by(bans.c.at.desc(), bans.c.member))
            return [Ban(*row) for row in rows]

    @unbroken
    async def here(self, present: Collection[str], now: datetime) -> None:
        """Note in which servers the bot is, and that it is gone from all others."""
        stored = sa.select(guilds.c.id).where(guilds.c.left.is_(None))
        async with self._database.write() as connection:
            known = set((await connection.execute(stored)).scalars())
            for guild in set(present) - known:
                await _put(connection, guild, left=None)
            for guild in known - set(present):
                await _put(connection, guild, left=now)

    @unbroken
    async def joined(self, guild: str) -> None:
        """Note that the bot is in a server."""
        async with self._database.write() as connection:
            await _put(connection, guild, left=None)

    @unbroken
    async def left(self, guild: str, now: datetime) -> None:
        """Note that the bot is no longer in a server."""
        async with self._database.write() as connection:
            await _put(connection, guild, left=now)

    @unbroken
    async def welcome(self, guild: str, now: datetime) -> bool:
        """Note that a server is greeted; tell whether it never was before."""
        greet = (
            sa.update(guilds)
            .where(guilds.c.id == guild, guilds.c.welcomed.is_(None))
            .values(welcomed=now)
        )
        async with self._database.write() as connection:
            await _put(connection, guild)
            return (await connection.execute(greet)).rowcount == 1

    @unbroken
    async def gone(self, before: datetime) -> list[str]:
        """Return the servers that the bot left before a time."""
        query = sa.select(guilds.c.id).where(guilds.c.left < before).order_by(guilds.c.left)
        async with self._database.read() as connection:
            return list((await connection.execute(query)).scalars())

    @unbroken
    async def forget(self, guild: str) -> list[str]:
        """Erase all that is stored of a server, with its jobs; return the blobs set free."""
        async with self._database.write() as connection:
            freed = await erase_guild(connection, guild)
        await self._database.wipe()
        return freed


async def _policy(connection: AsyncConnection, guild: str) -> Policy:
    query = sa.select(guilds.c.policy).where(guilds.c.id == guild)
    text = (await connection.execute(query)).scalar_one_or_none()
    return decode_policy(text) if text else OPEN


async def _put(connection: AsyncConnection, guild: str, **values: Any) -> None:
    """Set some columns of a server's row, made when it is not there."""
    new = insert(guilds).values(id=guild, **{"policy": encode_policy(OPEN), **values})
    at_odds = (
        new.on_conflict_do_update(index_elements=["id"], set_=values)
        if values
        else new.on_conflict_do_nothing()
    )
    await connection.execute(at_odds)
