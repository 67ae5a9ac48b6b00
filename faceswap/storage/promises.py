"""Promised answers in the database, each until it is given or a job is to give it."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa
from sqlalchemy import Executable
from sqlalchemy.dialects.sqlite import insert

from faceswap.ports import Promise
from faceswap.storage.cipher import Cipher, Unreadable
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import promises

_PLACE = "promise"


class StoredPromises:
    """`Promises` in a database.

    Every interaction makes one and keeps it: those that come while one is being written are written
    together, so that a storm of them leaves the writer to the jobs.
    """

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher
        self._waiting: list[tuple[Executable, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None

    @unbroken
    async def make(self, promise: Promise) -> None:
        """Note a promise; one with its key that is there already stays as it is."""
        row = {
            "key": promise.key,
            "account": promise.account,
            "address": self._cipher.seal(promise.address.encode(), _PLACE, promise.key),
            "made": promise.made,
        }
        await self._write(insert(promises).values(row).on_conflict_do_nothing())

    @unbroken
    async def keep(self, key: str) -> None:
        """Forget a promise; an unknown one is fine."""
        await self._write(sa.delete(promises).where(promises.c.key == key))

    @unbroken
    async def unkept(self) -> list[Promise]:
        """Return all promises, the oldest first; an address that does not open any more is ''."""
        query = sa.select(promises).order_by(promises.c.made, promises.c.key)
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [Promise(row.key, row.account, self._address(row), row.made) for row in rows]

    async def _write(self, change: Executable) -> None:
        written = asyncio.get_running_loop().create_future()
        self._waiting.append((change, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())
        await written

    async def _write_all(self) -> None:
        while self._waiting:
            batch: list[tuple[Executable, asyncio.Future[None]]] = []
            try:
                async with self._database.write() as connection:
                    # What came while we waited for our turn goes along.
                    batch, self._waiting = self._waiting, []
                    for change, _ in batch:
                        await connection.execute(change)
            except Exception as error:  # noqa: BLE001 - whoever waits for it is told
                if not batch:
                    batch, self._waiting = self._waiting, []
                for _, written in batch:
                    written.set_exception(error)
            else:
                for _, written in batch:
                    written.set_result(None)
        self._writing = None

    def _address(self, row: sa.Row[tuple[str, str, bytes, object]]) -> str:
        try:
            return self._cipher.open(row.address, _PLACE, row.key).decode()
        except Unreadable:
            return ""
