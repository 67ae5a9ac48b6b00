"""The ledger tells the whole story of every credit."""

from datetime import timedelta

import pytest
import sqlalchemy as sa

from faceswap.domain.errors import NoFace, ResultRefused
from faceswap.domain.job import JobState, Outcome
from faceswap.storage import credits
from faceswap.storage.tables import ledger
from tests.fakes.clock import NOON
from tests.stores import claimed, new_job, open_stores


@pytest.fixture
async def stores(tmp_path):
    async with open_stores(tmp_path / "visage.db") as opened:
        yield opened


async def lines(stores):
    columns = (ledger.c.job, ledger.c.kind, ledger.c.amount, ledger.c.actor, ledger.c.reason)
    async with stores.database.read() as connection:
        rows = await connection.execute(sa.select(*columns).order_by(ledger.c.id))
        return [tuple(row) for row in rows]


async def test_each_movement_is_one_line(stores):
    await claimed(stores.jobs, new_job("one"), hold=5)
    await stores.jobs.finish("one", 1, Outcome(()), charge=3, now=NOON)
    await claimed(stores.jobs, new_job("two"), hold=2)
    await stores.jobs.fail("two", 1, NoFace(), state=JobState.FAILED, now=NOON)
    await claimed(stores.jobs, new_job("three"), hold=1)
    await stores.jobs.finish("three", 1, Outcome(()), charge=1, now=NOON)
    assert await lines(stores) == [
        ("one", "hold", 5, "member", "swapid"),
        ("one", "settle", 3, "visage", "done"),
        ("one", "refund", 2, "visage", "done"),
        ("two", "hold", 2, "member", "swapid"),
        ("two", "refund", 2, "visage", "no_face"),
        ("three", "hold", 1, "member", "swapid"),
        ("three", "settle", 1, "visage", "done"),
    ]


async def test_reports_that_come_twice_are_not_written_twice(stores):
    await claimed(stores.jobs, new_job("one"), hold=1)
    for _ in range(2):
        await stores.jobs.finish("one", 1, Outcome(()), charge=1, now=NOON)
        await stores.jobs.fail("one", 1, NoFace(), state=JobState.FAILED, now=NOON)
    assert [kind for _, kind, *_ in await lines(stores)] == ["hold", "settle"]


async def test_a_settlement_that_is_taken_back_is_a_line_of_its_own(stores):
    await claimed(stores.jobs, new_job("one"), hold=5)
    await stores.jobs.finish("one", 1, Outcome(()), charge=3, now=NOON)
    assert await stores.jobs.take_back("one", ResultRefused(), NOON)
    assert not await stores.jobs.take_back("one", ResultRefused(), NOON)
    assert (await lines(stores))[2:] == [
        ("one", "refund", 2, "visage", "done"),
        ("one", "reversal", 3, "visage", "result_refused"),
    ]


async def test_what_is_spent_can_be_derived(stores):
    tomorrow = NOON + timedelta(days=1)
    await claimed(stores.jobs, new_job("one"), hold=5)
    await claimed(stores.jobs, new_job("two"), hold=7)
    await stores.jobs.finish("one", 1, Outcome(()), charge=1, now=NOON)
    await stores.jobs.open(new_job("three"), hold=4, allowance=50, now=tomorrow)
    await stores.jobs.fail("two", 1, NoFace(), state=JobState.FAILED, now=tomorrow)
    await claimed(stores.jobs, new_job("four"), hold=9)
    await stores.jobs.finish("four", 1, Outcome(()), charge=6, now=NOON)
    await stores.jobs.take_back("four", ResultRefused(), NOON)
    given_back = ledger.c.kind.in_(["refund", "reversal"])
    sign = sa.case((ledger.c.kind == "hold", 1), (given_back, -1), else_=0)
    query = sa.select(ledger.c.day, sa.func.sum(sign * ledger.c.amount)).group_by(ledger.c.day)
    async with stores.database.read() as connection:
        derived = dict((await connection.execute(query)).all())
    assert derived == {NOON.date(): 1, tomorrow.date(): 4}
    balance = await stores.jobs.balance("account", allowance=50, now=tomorrow)
    assert balance.spent == 4


@pytest.mark.parametrize("second", ["settle", "refund"])
@pytest.mark.parametrize("first", ["settle", "refund"])
async def test_a_hold_is_released_once(stores, first, second):
    """Jobs end once, so this cannot happen; were it to, the credits would still be right."""
    entry = credits.Entry("somebody", "a defect", NOON)

    async def release(how):
        async with stores.database.write() as connection:
            if how == "settle":
                await credits.settle(connection, "one", 1, entry)
            else:
                await credits.refund(connection, "one", entry)

    await claimed(stores.jobs, new_job("one"), hold=2)
    await release(first)
    before = await lines(stores)
    with pytest.raises(ValueError, match="job one does not hold"):
        await release(second)
    assert await lines(stores) == before
