from datetime import timedelta

import pytest
import sqlalchemy as sa

from faceswap.domain.errors import Canceled, NotEnoughCredits
from faceswap.domain.job import JobState, Outcome
from faceswap.storage import tables
from faceswap.storage.ledger_check import check_ledger
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, new_job, open_stores, swap_request

MEMBER, OTHER = "1007", "11007"
HERE = f"discord:42:{MEMBER}"
THERE = f"discord:43:{MEMBER}"
THEIRS = f"discord:42:{OTHER}"
TOMORROW = NOON + timedelta(days=1)


@pytest.fixture
async def stores(tmp_path):
    async with open_stores(tmp_path / "visage.db") as opened:
        yield opened


async def done(stores, name, *, owner=MEMBER, account=HERE, cost=1, now=NOON):
    request, until = swap_request(targets=(name,)), now + timedelta(hours=1)
    new = new_job(name, owner=owner, account=account, request=request, deadline=until)
    await stores.jobs.open(new, hold=cost, allowance=ALLOWANCE, now=now)
    job = await stores.jobs.claim(now)
    await stores.jobs.finish(job.id, job.attempt, Outcome(()), charge=cost, now=now)


async def rows_of(stores, member):
    """Return the tables with rows that name a member."""
    found = set()
    async with stores.database.read() as connection:
        for table in tables.metadata.sorted_tables:
            for row in (await connection.execute(sa.select(table))).all():
                if any(str(value).endswith(f":{member}") or str(value) == member for value in row):
                    found.add(table.name)
    return found


async def differences(stores):
    async with stores.database.read() as connection:
        return (await check_ledger(connection)).differences


async def spent(stores, account=HERE, now=NOON):
    return (await stores.jobs.balance(account, allowance=ALLOWANCE, now=now)).spent


async def test_erasing_leaves_a_member_nowhere_and_others_where_they_are(stores):
    await done(stores, "one", cost=2)
    await done(stores, "two", account=THERE)
    await done(stores, "three", owner=OTHER, account=THEIRS)
    await stores.ledger.grant(HERE, 5, actor=OTHER, reason="for 7", now=NOON)
    await stores.ledger.grant(THEIRS, 5, actor=MEMBER, reason="", now=NOON)
    assert await stores.members.erase(MEMBER, NOON) == ["one", "two"]
    assert await rows_of(stores, MEMBER) == set()
    assert {"jobs", "accounts", "ledger"} <= await rows_of(stores, OTHER)
    assert await differences(stores) == []


async def test_what_others_did_still_adds_up_and_says_nothing_of_who_it_was(stores):
    await done(stores, "one", cost=2)
    await stores.ledger.grant(HERE, 5, actor=OTHER, reason="for Anna", now=NOON)
    await stores.members.erase(MEMBER, NOON)
    assert [each.amount for each in await stores.ledger.spending("42", NOON.date())] == [2]
    assert await stores.ledger.spenders("42", NOON.date(), 10) == []
    async with stores.database.read() as connection:
        reasons = (await connection.execute(sa.select(tables.ledger.c.reason))).scalars().all()
    assert set(reasons) == {""}


async def test_nothing_is_erased_while_a_job_is_not_over(stores):
    new = new_job("one", owner=MEMBER, account=HERE)
    await stores.jobs.open(new, hold=1, allowance=ALLOWANCE, now=NOON)
    assert await stores.members.open_jobs(MEMBER) == ["one"]
    assert await stores.members.erase(MEMBER, NOON) is None
    assert "jobs" in await rows_of(stores, MEMBER)
    await stores.jobs.cancel("one", 0, Canceled(), charge=0, now=NOON)
    assert await stores.members.erase(MEMBER, NOON) is not None


async def test_who_comes_back_on_the_same_day_has_only_the_rest_of_it(stores):
    for name in ("one", "two"):
        await done(stores, name, cost=20)
        await stores.members.erase(MEMBER, NOON)
    assert (await spent(stores), await spent(stores, THERE)) == (40, 0)
    with pytest.raises(NotEnoughCredits):
        await done(stores, "three", cost=11)
    await done(stores, "four", cost=10)
    assert await spent(stores) == 50
    assert await spent(stores, now=TOMORROW) == 0
    assert await differences(stores) == []


async def test_on_the_next_day_nobody_can_tell_any_more_who_it_was(stores):
    await done(stores, "one", cost=20)
    await stores.members.erase(MEMBER, NOON)
    await stores.members.unname(NOON)
    assert await spent(stores) == 20
    await stores.members.unname(TOMORROW)
    assert await spent(stores) == 0
    async with stores.database.read() as connection:
        names = (await connection.execute(sa.select(tables.accounts.c.id))).scalars().all()
    assert names == ["discord:42:gone-"]
    assert await differences(stores) == []


async def test_those_who_were_erased_become_one(stores):
    for day in range(3):
        now = NOON + timedelta(days=day)
        await done(stores, f"job {day}", cost=day + 1, now=now)
        await stores.members.erase(MEMBER, now)
        await stores.members.unname(now + timedelta(days=1))
    assert await differences(stores) == []


async def test_what_is_kept_is_counted_and_handed_over(stores):
    await done(stores, "one")
    await done(stores, "two", account=THERE)
    kept = await stores.members.kept(MEMBER)
    assert (kept.ids, kept.swaps, kept.open, kept.past) == ((), 2, 0, 0)
    assert (kept.accounts, kept.movements, kept.pictures) == (2, 4, 2)
    record = await stores.members.record(MEMBER)
    assert [job.id for job in record.jobs] == ["two", "one"]
    assert {job.state for job in record.jobs} == {JobState.DONE}
    assert [each["account"] for each in record.movements] == [HERE, HERE, THERE, THERE]
    assert (await stores.members.kept("8")).movements == 0
