"""Identities in the database, their templates sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.errors import IdUnreadable, TooManyIds
from faceswap.domain.face import Template
from faceswap.domain.identity import Identity, Shelf, name_key
from faceswap.domain.typed import names_it
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import identities, shelves

_COLUMNS = (
    identities.c.owner,
    identities.c.name,
    identities.c.engine,
    identities.c.photos,
    identities.c.face_width,
    identities.c.created,
)


class StoredIdentities:
    """`Identities` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @unbroken
    async def save(
        self, owner: str, name: str, template: Template, *, limit: int, now: datetime
    ) -> bool:
        """Save a template, make it the current id, and tell whether the name was there before.

        Raises:
            TooManyIds: The name is new and the member has `limit` already.
        """
        key = name_key(name)
        row = {
            "name": name,
            "engine": template.engine,
            "photos": template.photos,
            "face_width": template.width,
            "created": now,
            "template": self._cipher.seal(template.data, "template", owner, key),
        }
        async with self._database.write() as connection:
            taken = {known.name_key for known in await _keys(connection, owner)}
            if key not in taken and len(taken) >= limit:
                raise TooManyIds(limit=limit)
            await connection.execute(
                insert(identities)
                .values(owner=owner, name_key=key, **row)
                .on_conflict_do_update(index_elements=["owner", "name_key"], set_=row)
            )
            await _set_current(connection, owner, name)
        if key in taken:
            await self._database.wipe()
        return key in taken

    @unbroken
    async def shelf(self, owner: str) -> Shelf:
        """Return what a member has saved."""
        oldest_first = (
            sa.select(*_COLUMNS)
            .where(identities.c.owner == owner)
            .order_by(identities.c.created, identities.c.name_key)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(oldest_first)).all()
            current = await _current(connection, owner)
        return Shelf(tuple(Identity(*row) for row in rows), current)

    @unbroken
    async def identity(self, owner: str, name: str) -> Identity | None:
        """Return one identity, if the member has it."""
        async with self._database.read() as connection:
            query = sa.select(*_COLUMNS).where(_is(owner, name))
            row = (await connection.execute(query)).one_or_none()
        return Identity(*row) if row else None

    @unbroken
    async def template(self, owner: str, name: str) -> Template | None:
        """Return one template, if the member has it.

        Raises:
            IdUnreadable: It is there and cannot be opened.
        """
        async with self._database.read() as connection:
            query = sa.select(identities).where(_is(owner, name))
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        try:
            data = self._cipher.open(row.template, "template", owner, row.name_key)
        except Unreadable:
            raise IdUnreadable(name=row.name) from None
        return Template(engine=row.engine, data=data, width=row.face_width, photos=row.photos)

    @unbroken
    async def set_default(self, owner: str, ids: str) -> None:
        """Make an id list (with its flags) the current one."""
        async with self._database.write() as connection:
            await _set_current(connection, owner, ids)

    @unbroken
    async def delete(self, owner: str, name: str) -> bool:
        """Erase an identity and its template, and tell whether it was there.

        A current id list that names it is cleared.
        """
        async with self._database.write() as connection:
            gone = await connection.execute(sa.delete(identities).where(_is(owner, name)))
            if gone.rowcount and names_it(await _current(connection, owner), name):
                await connection.execute(sa.delete(shelves).where(shelves.c.owner == owner))
        if gone.rowcount:
            await self._database.wipe()
        return gone.rowcount > 0

    @unbroken
    async def delete_all(self, owner: str) -> int:
        """Erase all identities of a member and tell how many there were."""
        async with self._database.write() as connection:
            gone = await connection.execute(
                sa.delete(identities).where(identities.c.owner == owner)
            )
            await connection.execute(sa.delete(shelves).where(shelves.c.owner == owner))
        if gone.rowcount:
            await self._database.wipe()
        return gone.rowcount


def _is(owner: str, name: str) -> sa.ColumnElement[bool]:
    return sa.and_(identities.c.owner == owner, identities.c.name_key == name_key(name))


async def _keys(connection: AsyncConnection, owner: str) -> Sequence[sa.Row[tuple[str]]]:
    query = sa.select(identities.c.name_key).where(identities.c.owner == owner)
    return (await connection.execute(query)).all()


async def _current(connection: AsyncConnection, owner: str) -> str:
    query = sa.select(shelves.c.current).where(shelves.c.owner == owner)
    return (await connection.execute(query)).scalar_one_or_none() or ""


async def _set_current(connection: AsyncConnection, owner: str, ids: str) -> None:
    await connection.execute(
        insert(shelves)
        .values(owner=owner, current=ids)
        .on_conflict_do_update(index_elements=["owner"], set_={"current": ids})
    )
