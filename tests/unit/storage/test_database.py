import asyncio
import sqlite3
import stat

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy.exc import IntegrityError, OperationalError

from faceswap.storage.database import open_database
from faceswap.storage.errors import StorageRefused
from faceswap.storage.migrate import config_for
from faceswap.storage.tables import accounts, job_blobs, metadata
from tests.fakes.clock import NOON
from tests.fakes.patience import patience
from tests.stores import open_stores

DAY = NOON.date()


@pytest.fixture
async def stores(tmp_path):
    async with open_stores(tmp_path / "visage.db") as opened:
        yield opened


def definitions(rows):
    """Return what a database is made of, without white space and Alembic's own table."""
    return {
        (kind, name): " ".join((sql or "").split())
        for kind, name, table, _, sql in rows
        if table != "alembic_version"
    }


async def test_migrations_come_to_the_tables(stores):
    plain = sa.create_engine("sqlite://")
    metadata.create_all(plain)
    with plain.connect() as connection:
        wanted = definitions(connection.execute(sa.text("SELECT * FROM sqlite_master")))
    async with stores.database.read() as connection:
        found = definitions(await connection.execute(sa.text("SELECT * FROM sqlite_master")))
        differences = await connection.run_sync(
            lambda sync: compare_metadata(MigrationContext.configure(sync), metadata)
        )
    plain.dispose()
    assert differences == []
    assert found == wanted


async def test_migrations_can_be_taken_back(tmp_path):
    path = tmp_path / "visage.db"
    async with open_stores(path) as stores, stores.database.write() as connection:
        await connection.run_sync(lambda sync: command.downgrade(config_for(sync), "base"))
        tables = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
        assert tables == ["alembic_version"]
    async with open_stores(path) as stores, stores.database.read() as connection:
        tables = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
        assert set(tables) == {"alembic_version", *metadata.tables}


async def test_opening_twice_keeps_what_is_there(tmp_path):
    path = tmp_path / "visage.db"
    async with open_stores(path) as stores, stores.database.write() as connection:
        await connection.execute(sa.insert(accounts).values(id="a", day=DAY, spent=7))
    async with open_stores(path) as stores, stores.database.read() as connection:
        assert (await connection.execute(sa.select(accounts.c.spent))).scalar_one() == 7


async def test_many_may_open_a_new_file_at_once(tmp_path):
    path = tmp_path / "data" / "visage.db"
    databases = await asyncio.gather(*(open_database(path) for _ in range(4)))
    for database in databases:
        await database.close()


async def test_a_file_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "visage.db"
    async with open_stores(path):
        pass
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageRefused, match=r"^The database was written by a newer .*\.$"):
        await open_database(path)


async def test_a_file_that_is_no_database_is_refused(tmp_path):
    path = tmp_path / "visage.db"
    path.write_bytes(b"a holiday diary, by no means a database" * 50)
    with pytest.raises(StorageRefused, match=r"cannot be opened .*\.$"):
        await open_database(path)


async def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageRefused, match=r"cannot be made or opened .*\.$"):
        await open_database(tmp_path / "file" / "visage.db")


async def test_only_the_owner_can_read_the_files(tmp_path):
    folder = tmp_path / "data"
    database = await open_database(folder / "visage.db")
    async with database.write() as connection:
        await connection.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    await database.close()
    assert modes == {"visage.db": 0o600, "visage.db-wal": 0o600, "visage.db-shm": 0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_a_folder_that_was_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o755)
    async with open_stores(tmp_path / "visage.db"):
        pass
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


async def test_connections_are_set_up(stores):
    wanted = {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "secure_delete": 1}
    for opened in (stores.database.read, stores.database.write):
        async with opened() as connection:
            found = {
                name: (await connection.exec_driver_sql(f"PRAGMA {name}")).scalar_one()
                for name in wanted
            }
        assert found == wanted


async def test_foreign_keys_hold(stores):
    row = {"job": "nobody's", "blob": "b", "role": "target"}
    async with stores.database.write() as connection:
        with pytest.raises(IntegrityError):
            await connection.execute(sa.insert(job_blobs).values(row))


async def test_a_reading_transaction_changes_nothing(stores):
    async with stores.database.read() as connection:
        with pytest.raises(OperationalError, match="readonly"):
            await connection.execute(sa.delete(accounts))


async def test_a_transaction_that_breaks_leaves_nothing(stores):
    async def break_off():
        async with stores.database.write() as connection:
            await connection.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await break_off()
    async with stores.database.read() as connection:
        assert (await connection.execute(sa.select(accounts))).all() == []


async def test_readers_do_not_wait_for_a_writer(stores):
    async with stores.database.write() as writing, patience():
        await writing.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
        async with stores.database.read() as reading:
            assert (await reading.execute(sa.select(accounts))).all() == []
    async with stores.database.read() as reading:
        assert len((await reading.execute(sa.select(accounts))).all()) == 1


async def test_a_reader_sees_one_state(stores):
    count = sa.select(sa.func.count()).select_from(accounts)
    async with stores.database.read() as reading:
        assert (await reading.execute(count)).scalar_one() == 0
        async with stores.database.write() as writing:
            await writing.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
        assert (await reading.execute(count)).scalar_one() == 0


async def test_a_writer_has_the_lock_before_it_reads(stores):
    """A deferred transaction would read first and then fail, its state being out of date."""
    spent = sa.select(accounts.c.spent).where(accounts.c.id == "a")

    async def add(database):
        async with database.write() as connection:
            now = (await connection.execute(spent)).scalar_one()
            await asyncio.sleep(0)
            await connection.execute(sa.update(accounts).values(spent=now + 1))

    other = await open_database(stores.path)
    async with stores.database.write() as connection:
        await connection.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
    await asyncio.gather(*(add(database) for database in (stores.database, other) * 10))
    await other.close()
    async with stores.database.read() as connection:
        assert (await connection.execute(spent)).scalar_one() == 20


async def test_a_canceled_writer_lets_go_of_the_lock(stores):
    is_writing = asyncio.Event()

    async def write_for_ever():
        async with stores.database.write() as connection:
            await connection.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
            is_writing.set()
            await asyncio.Event().wait()

    writer = asyncio.create_task(write_for_ever())
    await is_writing.wait()
    writer.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writer
    async with patience(), stores.database.write() as connection:
        assert (await connection.execute(sa.select(accounts))).all() == []


async def test_a_log_in_use_is_emptied_later(stores):
    await stores.database.wipe()
    log = stores.path.with_name("visage.db-wal")
    async with stores.database.read() as reading:
        await reading.execute(sa.select(accounts))
        async with stores.database.write() as writing:
            await writing.exec_driver_sql("PRAGMA busy_timeout = 0")
            await writing.execute(sa.insert(accounts).values(id="a", day=DAY, spent=0))
        await stores.database.wipe()
        assert log.stat().st_size > 0
    await stores.database.wipe()
    assert log.stat().st_size == 0
