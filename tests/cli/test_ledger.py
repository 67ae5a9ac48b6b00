"""`visage ledger check`, on databases as the bot leaves them, and on one that was tampered with."""

import asyncio
import sqlite3

import pytest

from faceswap.domain.job import Outcome
from tests.fakes.clock import NOON
from tests.stores import claimed, new_job, open_stores

ACCOUNT = "discord:42:7"


async def fill(path):
    """Leave a database with a job in each state that a hold has, paid from every pot."""
    async with open_stores(path) as stores:
        await stores.ledger.grant(ACCOUNT, 3, actor="ben", reason="a prize", now=NOON)
        await stores.ledger.revoke(ACCOUNT, 1, actor="ben", reason="", now=NOON)
        await stores.jobs.open(
            new_job("one", account=ACCOUNT), hold=9, allowance=5, pool=9, now=NOON
        )
        await stores.jobs.claim(NOON)
        await stores.jobs.finish("one", 1, Outcome(()), charge=6, now=NOON)
        await claimed(stores.jobs, new_job("two"), hold=2)


@pytest.fixture
def data(tmp_path):
    asyncio.run(fill(tmp_path / "visage-data" / "visage.db"))
    return tmp_path / "visage-data"


def tamper(data, statement):
    connection = sqlite3.connect(data / "visage.db")
    with connection:
        connection.execute(statement)
    connection.close()


def test_an_untouched_ledger_agrees_with_everything(visage, data):
    ran = visage("ledger", "check")
    assert (ran.code, ran.said) == (
        0,
        "Compared 2 accounts, 1 pool and 2 holds against 10 lines of the ledger: all credits are "
        "where they should be.",
    )


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "UPDATE accounts SET spent = 1 WHERE id = 'discord:42:7'",
            "account discord:42:7: spent on 2026-11-20: 1 is kept, and the ledger comes to 5.",
        ),
        (
            "UPDATE accounts SET granted = 99 WHERE id = 'discord:42:7'",
            "account discord:42:7: granted: 99 is kept, and the ledger comes to 1.",
        ),
        (
            "UPDATE pools SET spent = 2",
            "pool of 42: spent on 2026-11-20: 2 is kept, and the ledger comes to 0.",
        ),
        (
            "UPDATE holds SET charged = 5 WHERE job = 'one'",
            "job one: granted charged: 0 is kept, and the ledger comes to 1.",
        ),
        ("DELETE FROM pools", "pool of 42 is in the ledger and is not there."),
        ("DELETE FROM holds WHERE job = 'two'", "job two is in the ledger and holds nothing."),
        (
            "DELETE FROM ledger WHERE job = 'two'",
            "job two: allowance held: 2 is kept, and the ledger comes to 0.",
        ),
    ],
)
def test_whatever_differs_is_named(visage, data, statement, told):
    tamper(data, statement)
    ran = visage("ledger", "check")
    assert ran.code == 1
    assert told in ran.said


def test_it_looks_while_the_bot_has_the_file_open(visage, data):
    connection = sqlite3.connect(data / "visage.db", isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE accounts SET spent = 1")
    assert visage("ledger", "check").code == 0
    connection.close()


def test_without_a_database_it_says_so(visage):
    ran = visage("ledger", "check")
    assert ran.code == 2
    assert "the bot makes it on its first start" in ran.said


def test_a_database_of_an_older_version_is_not_touched(visage, data):
    tamper(data, "UPDATE alembic_version SET version_num = '0003'")
    ran = visage("ledger", "check")
    assert ran.code == 1
    assert "start the bot once to bring it up to date" in ran.said


def test_what_is_no_database_is_named(visage, tmp_path):
    (tmp_path / "visage-data").mkdir()
    (tmp_path / "visage-data" / "visage.db").write_bytes(b"not a database" * 99)
    ran = visage("ledger", "check")
    assert ran.code == 1
    assert "cannot be opened (file is not a database)" in ran.said


def test_its_help_says_what_it_proves(visage):
    assert "ledger" in visage("--help").said
    ran = visage("ledger", "check", "--help")
    assert ran.code == 0
    assert "it changes nothing. Exit code 1 when something differs." in ran.said
