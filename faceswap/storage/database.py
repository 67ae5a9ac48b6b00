"""The SQLite file: how it is opened, migrated, read, written and wiped."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import time
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager, closing, suppress
from functools import wraps
from pathlib import Path
from types import CoroutineType
from typing import Any, ParamSpec, TypeVar

import sqlalchemy as sa
import structlog
from sqlalchemy import event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from faceswap.storage.errors import StorageRefused
from faceswap.storage.migrate import upgrade

log = structlog.get_logger()

BUSY_MS = 10_000
"""How long a writer waits for another process's transaction; ours take milliseconds."""
PAUSE = 0.02
READERS = 4


P = ParamSpec("P")
T = TypeVar("T")


def unbroken(
    function: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, CoroutineType[Any, Any, T]]:
    """Let a function that works in transactions come to its end when its caller is canceled.

    The caller is canceled too, after that. A statement that is given up while the driver's thread
    runs it can leave its connection, and with it the lock on the file, open for good.
    """

    @wraps(function)
    async def to_the_end(*args: P.args, **kwargs: P.kwargs) -> T:
        task = asyncio.create_task(function(*args, **kwargs))
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            while not task.done():
                with suppress(asyncio.CancelledError):
                    await asyncio.wait({task})
            if not task.cancelled():
                task.exception()
            raise

    return to_the_end


class Database:
    """One file, one writing connection and a few that read.

    Writers of this process queue for the one connection, which is fairer and cheaper than SQLite's
    own waiting; those of other processes are waited for at BEGIN IMMEDIATE. Under WAL, readers wait
    for nobody. Whoever opens a transaction does so in a function that is `unbroken`.
    """

    def __init__(self, path: Path) -> None:
        self._is_closed = False
        self._writer = _engine(path, "BEGIN IMMEDIATE", pool_size=1, max_overflow=0)
        self._reader = _engine(path, "BEGIN", query_only=1, pool_size=READERS, max_overflow=0)

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncConnection]:
        """Open a transaction that sees one state of the file and changes nothing."""
        self._refuse_if_closed()
        async with self._reader.begin() as connection:
            yield connection

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        """Open a transaction that may change the file: all of it, or with an error none."""
        self._refuse_if_closed()
        async with self._writer.begin() as connection:
            yield connection

    @unbroken
    async def wipe(self) -> None:
        """Leave no copy of deleted content: move the log into the file and cut it to nothing.

        What `secure_delete` has overwritten in the file may still stand in the write-ahead log.
        """
        async with self._writer.connect() as connection:
            raw = await connection.get_raw_connection()
            driver: Any = raw.driver_connection
            async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)") as cursor:
                (was_blocked, *_) = await cursor.fetchone()
        if was_blocked:
            log.warning("the write-ahead log is in use and will be emptied later")

    @unbroken
    async def close(self) -> None:
        """Empty the log and close all connections."""
        self._is_closed = True
        try:
            await self.wipe()
        finally:
            await self._reader.dispose()
            await self._writer.dispose()

    def _refuse_if_closed(self) -> None:
        """Raise for a caller that outlived us: the pools would open connections nobody closes."""
        if self._is_closed:
            raise RuntimeError("the database is closed")


@unbroken
async def open_database(path: Path) -> Database:
    """Open a file, made and brought up to date as needed.

    Raises:
        StorageRefused: The file is no database of ours, or of a newer version.
    """
    await asyncio.to_thread(_make_private, path)
    try:
        await asyncio.to_thread(_log_ahead, path)
    except sqlite3.DatabaseError as error:
        raise _refused(path, error) from error
    # Rebuilding a table drops it, which would fail or cascade under foreign keys.
    migrator = _engine(path, "BEGIN IMMEDIATE", foreign_keys=0, poolclass=NullPool)
    try:
        async with migrator.begin() as connection:
            await connection.run_sync(upgrade)
    except DatabaseError as error:
        raise _refused(path, error.orig) from error
    finally:
        await migrator.dispose()
    return Database(path)


@asynccontextmanager
async def look_into(path: Path) -> AsyncGenerator[AsyncConnection]:
    """Open a transaction on a file that is there, of whatever version; nothing is changed by it.

    Raises:
        StorageRefused: The file is no database.
    """
    engine = _engine(path, "BEGIN", query_only=1, poolclass=NullPool)
    try:
        async with engine.begin() as connection:
            yield connection
    except DatabaseError as error:
        raise _refused(path, error.orig) from error
    finally:
        await engine.dispose()


def _make_private(path: Path) -> None:
    """Make the file for its owner alone; SQLite gives its log and index the same mode."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
    except OSError as error:
        raise StorageRefused(
            f"The database {path} cannot be made or opened ({error.strerror}); choose a folder "
            "this user may write to."
        ) from error


def _log_ahead(path: Path) -> None:
    """Have the file keep a write-ahead log, which it remembers.

    SQLite does not wait for others while it switches, whatever `busy_timeout` says.
    """
    until = time.monotonic() + BUSY_MS / 1000
    with closing(sqlite3.connect(path, timeout=BUSY_MS / 1000)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(PAUSE)
            else:
                return


def _refused(path: Path, reason: object) -> StorageRefused:
    return StorageRefused(
        f"The database {path} cannot be opened ({reason}); restore it from a backup, or move it "
        "away to start anew."
    )


def _engine(
    path: Path, begin: str, *, foreign_keys: int = 1, query_only: int = 0, **options: Any
) -> AsyncEngine:
    engine = create_async_engine(
        sa.URL.create("sqlite+aiosqlite", database=str(path)), hide_parameters=True, **options
    )
    pragmas = f"""
        PRAGMA busy_timeout = {BUSY_MS};
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = NORMAL;
        PRAGMA foreign_keys = {foreign_keys};
        PRAGMA secure_delete = ON;
        PRAGMA query_only = {query_only};
    """

    @event.listens_for(engine.sync_engine, "connect")
    def set_up(connection: Any, record: object) -> None:
        # The driver's own transactions would begin late, deferred, and not at all for reading.
        connection.isolation_level = None
        connection.run_async(lambda driver: driver.executescript(pragmas))

    @event.listens_for(engine.sync_engine, "begin")
    def begin_as_told(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
