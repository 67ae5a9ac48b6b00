"""What an older version has stored is there after an update."""

import asyncio
import json
import sqlite3

import pytest
import sqlalchemy as sa
from alembic import command

from faceswap.domain.job import JobState, Lane, Outcome, Verb
from faceswap.domain.movements import Kind, Movement, Spent
from faceswap.domain.pots import Pot
from faceswap.storage.cipher import Cipher
from faceswap.storage.job_rows import seal_address
from faceswap.storage.ledger_check import check_ledger
from faceswap.storage.migrate import config_for
from faceswap.storage.tables import Moment
from tests.fakes.clock import NOON
from tests.stores import KEY, clip_request, new_job, open_stores

ACCOUNT = "discord:42:7"
REQUEST = {
    "v": 1,
    "verb": "swapid",
    "targets": [{"blob": "target", "name": "n.png", "media_type": "image/png", "size": 7}],
    "ids": [["Anna"], None, ["bo"]],
    "source": None,
    "options": {"keep_mouth": True, "keep_texture": False, "sharpen": False},
    "private": False,
    "most_bytes": 99,
}


def make_first_version(path):
    """Make a database of the first version, with a job that holds two credits."""
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        command.upgrade(config_for(connection), "0001")
    engine.dispose()
    at = Moment().process_bind_param(NOON, None)
    address = seal_address("one", "a token", Cipher(KEY))
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO accounts VALUES ('discord:42:7', '2026-11-20', 2)")
        connection.execute(
            "INSERT INTO jobs (id, key, owner, account, state, attempt, created, updated, deadline,"
            " due, answered, request, address)"
            " VALUES ('one', 'key', 'member', ?, 'queued', 0, ?, ?, ?, ?, 0, ?, ?)",
            (ACCOUNT, at, at, at + 10**9, at, json.dumps(REQUEST), address),
        )
        connection.execute("INSERT INTO job_blobs VALUES ('one', 'target', 'target')")
        connection.execute(
            "INSERT INTO holds VALUES ('one', 'discord:42:7', 2, '2026-11-20', 'held', 0)"
        )
        connection.execute(
            "INSERT INTO ledger"
            " VALUES (1, ?, 'one', 'hold', 2, '2026-11-20', 'member', 'swapid', ?)",
            (ACCOUNT, at),
        )
    connection.close()


@pytest.fixture
async def old(tmp_path):
    await asyncio.to_thread(make_first_version, tmp_path / "visage.db")
    return tmp_path / "visage.db"


async def test_a_job_of_the_first_version_is_a_still_that_costs_what_it_holds(old):
    async with open_stores(old) as stores:
        job = await stores.jobs.claim(NOON, Lane.STILLS)
        assert (job.id, job.price, job.held, job.address) == ("one", 2, 2, "a token")
        assert (str(job.request.ids), job.request.clips) == ("Anna,_,bo", ())
        assert await stores.jobs.unused(["target"]) == []
        assert (await stores.jobs.balance(ACCOUNT, allowance=50, now=NOON)).spent == 2


async def test_jobs_of_before_know_the_server_of_their_account(old):
    def add(path):
        with sqlite3.connect(path) as connection:
            for account in ("discord:77:5", "discord:dm:5"):
                connection.execute(
                    "INSERT INTO jobs SELECT ?, key, owner, ?, state, attempt, created, updated,"
                    " deadline, due, claimed, answered, request, address, error, outcome, template"
                    " FROM jobs WHERE id = 'one'",
                    (account, account),
                )
        connection.close()

    await asyncio.to_thread(add, old)
    async with open_stores(old) as stores:
        servers = [
            (await stores.jobs.job(each)).place.server
            for each in ("discord:77:5", "discord:dm:5", "one")
        ]
    assert servers == ["77", None, "42"]


async def test_foreign_keys_still_hold(old):
    async with open_stores(old) as stores, stores.database.write() as connection:
        broken = await connection.exec_driver_sql("PRAGMA foreign_key_check")
        assert broken.all() == []
        for table, parent in (("job_blobs", "jobs"), ("holds", "jobs"), ("records", "jobs")):
            keys = await connection.exec_driver_sql(f"PRAGMA foreign_key_list({table})")
            assert parent in {key[2] for key in keys}


async def test_a_step_back_keeps_jobs_and_loses_offers(old):
    async with open_stores(old) as stores:
        offer = new_job("two", request=clip_request(targets=("clip",)))
        await stores.jobs.offer(offer, price=20, now=NOON)
        async with stores.database.write() as connection:
            await connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            await connection.run_sync(lambda sync: command.downgrade(config_for(sync), "0001"))
    async with open_stores(old) as stores:
        assert (await stores.jobs.job("one")).state is JobState.QUEUED
        assert await stores.jobs.job("two") is None
        assert await stores.jobs.unused(["target", "clip"]) == ["clip"]


async def test_what_was_spent_before_there_were_pots_was_of_the_allowance(old):
    async with open_stores(old) as stores:
        await stores.jobs.claim(NOON)
        await stores.jobs.finish("one", 1, Outcome(()), charge=1, now=NOON)
        assert await stores.ledger.movements(ACCOUNT, skip=2, most=1) == [
            Movement(NOON, Kind.HOLD, Pot.ALLOWANCE, 2, "member", "swapid", Verb.SWAPID)
        ]
        assert await stores.ledger.spending("42", NOON.date()) == [
            Spent(NOON.date(), Verb.SWAPID, 1)
        ]
        async with stores.database.read() as connection:
            assert (await check_ledger(connection)).differences == []


async def test_a_step_back_from_pots_keeps_allowances(old):
    async with open_stores(old) as stores:
        await stores.ledger.grant(ACCOUNT, 5, actor="mod", reason="", now=NOON)
        new = new_job("two", account=ACCOUNT)
        await stores.jobs.open(new, hold=6, allowance=4, now=NOON)
        async with stores.database.write() as connection:
            await connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            await connection.run_sync(lambda sync: command.downgrade(config_for(sync), "0003"))
    async with open_stores(old) as stores:
        job = await stores.jobs.job("two")
        assert (job.held, job.price) == (2, 6)
        have = await stores.jobs.balance(ACCOUNT, allowance=50, now=NOON)
        assert (have.spent, have.granted) == (4, 0)
        async with stores.database.read() as connection:
            assert (await check_ledger(connection)).differences == []


async def test_lines_of_the_audit_are_still_there(tmp_path):
    path = tmp_path / "visage.db"
    async with open_stores(path) as stores:
        await stores.audit.note("club", "mia", "event", {"amount": 5}, NOON, key="one")
        (line,) = await stores.audit.unposted(9)
        async with stores.database.write() as connection:
            await connection.run_sync(lambda sync: command.downgrade(config_for(sync), "0003"))
    async with open_stores(path) as stores:
        assert await stores.audit.unposted(9) == [line]
        await stores.audit.note("club", "mia", "event", {}, NOON, key="one")
        assert len(await stores.audit.unposted(9)) == 2
