"""Promised answers in the database, each until it is given or a job is to give it."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from faceswap.ports import Promise
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import promises

_PLACE = "promise"


class StoredPromises:
    """`Promises` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @unbroken
    async def make(self, promise: Promise) -> None:
        """Note a promise; one with its key that is there already stays as it is."""
        row = {
            "key": promise.key,
            "account": promise.account,
            "address": self._cipher.seal(promise.address.encode(), _PLACE, promise.key),
            "made": promise.made,
        }
        async with self._database.write() as connection:
            await connection.execute(insert(promises).values(row).on_conflict_do_nothing())

    @unbroken
    async def keep(self, key: str) -> None:
        """Forget a promise; an unknown one is fine."""
        async with self._database.write() as connection:
            await connection.execute(sa.delete(promises).where(promises.c.key == key))

    @unbroken
    async def unkept(self) -> list[Promise]:
        """Return all promises, the oldest first; an address that does not open any more is ''."""
        query = sa.select(promises).order_by(promises.c.made, promises.c.key)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [Promise(row.key, row.account, self._address(row), row.made) for row in rows]

    def _address(self, row: sa.Row[tuple[str, str, bytes, object]]) -> str:
        try:
            return self._cipher.open(row.address, _PLACE, row.key).decode()
        except Unreadable:
            return ""
