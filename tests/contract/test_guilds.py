"""Servers: rules, bans, coming and going, and being forgotten."""

import json
from datetime import timedelta

import pytest
import sqlalchemy as sa

from faceswap.domain.ban import Ban
from faceswap.domain.errors import TookTooLong
from faceswap.domain.job import JobState, Outcome
from faceswap.domain.policy import OPEN, Policy
from faceswap.ports import Erasure
from faceswap.storage.ledger_check import check_ledger
from faceswap.storage.policies import decode_policy, encode_policy
from faceswap.storage.tables import accounts, holds, ledger
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, claimed, new_job, swap_request

DAY = timedelta(days=1)


@pytest.fixture
def guilds(stores):
    return stores.guilds


async def test_a_server_without_rules_has_the_open_ones(guilds):
    assert await guilds.policy("club") == OPEN


async def test_rules_are_changed_one_by_one(guilds):
    roles = frozenset({"1", "2"})
    assert await guilds.change("club", {"private": True}) == (OPEN, Policy(private=True))
    before, after = await guilds.change("club", {"users": roles, "delete_after": 5})
    assert before == Policy(private=True)
    assert after == Policy(users=roles, private=True, delete_after=5)
    assert await guilds.policy("club") == after
    assert await guilds.policy("other") == OPEN


def test_rules_of_another_version_are_let_be():
    policy = Policy(users=frozenset({"2", "1"}), mark=True, mark_text="ours", longest_seconds=9)
    text = encode_policy(policy)
    assert decode_policy(text) == policy
    row = {**json.loads(text), "users": "all", "mark": 1, "longest_seconds": None, "mood": "sad"}
    assert decode_policy(json.dumps(row)) == Policy(mark_text="ours")
    assert decode_policy("{}") == OPEN


async def test_a_trouble_is_over_with_another_audit_channel(guilds):
    await guilds.note_trouble("club", NOON)
    await guilds.change("club", {"private": True})
    assert await guilds.trouble("club") == NOON
    await guilds.change("club", {"audit_channel": "7"})
    assert await guilds.trouble("club") is None
    assert await guilds.trouble("other") is None


async def test_bans_are_kept_and_lifted(guilds):
    first = Ban("club", "ben", "spam", "mia", NOON)
    second = Ban("club", "anna", "", "mia", NOON + DAY, NOON + 2 * DAY)
    for ban in (first, second, Ban("other", "ben", "", "mia", NOON)):
        await guilds.ban(ban)
    assert await guilds.bans("club") == [second, first]
    assert await guilds.banned("club", "ben") == first
    assert await guilds.banned("club", "cleo") is None
    again = Ban("club", "ben", "more spam", "cleo", NOON + DAY, NOON + 3 * DAY)
    await guilds.ban(again)
    assert await guilds.banned("club", "ben") == again
    assert await guilds.unban("club", "ben")
    assert not await guilds.unban("club", "ben")
    assert await guilds.bans("club") == [second]


async def test_a_server_is_greeted_once(guilds):
    await guilds.joined("club")
    assert await guilds.welcome("club", NOON)
    assert not await guilds.welcome("club", NOON)
    await guilds.left("club", NOON)
    await guilds.joined("club")
    assert not await guilds.welcome("club", NOON)
    assert await guilds.welcome("other", NOON)


async def test_a_server_that_was_left_is_gone_until_it_is_there_again(guilds):
    await guilds.change("club", {"private": True})
    await guilds.left("club", NOON)
    assert await guilds.gone(NOON) == []
    assert await guilds.gone(NOON + DAY) == ["club"]
    await guilds.joined("club")
    assert await guilds.gone(NOON + DAY) == []
    assert (await guilds.policy("club")).private


async def test_servers_that_are_missing_at_a_look_were_left_then(guilds):
    await guilds.here(["club", "other"], NOON)
    await guilds.here(["other", "third"], NOON + DAY)
    await guilds.here(["other", "third"], NOON + 3 * DAY)
    assert await guilds.gone(NOON + 2 * DAY) == ["club"]
    await guilds.here(["club", "other"], NOON + 4 * DAY)
    assert await guilds.gone(NOON + 5 * DAY) == ["third"]


async def job_of(stores, name, guild, **more):
    account = f"discord:{guild}:ben"
    request = swap_request(targets=(f"picture of {name}",))
    return await claimed(stores.jobs, new_job(name, account=account, request=request, **more))


async def test_a_server_is_forgotten_whole_and_nothing_else_is(stores):
    for name, guild in (("one", "1"), ("two", "11"), ("three", "dm")):
        job = await job_of(stores, name, guild)
        await stores.jobs.fail(job.id, 1, TookTooLong(), state=JobState.FAILED, now=NOON)
        await stores.erasures.plan(Erasure(name, NOON))
    for guild in ("1", "11"):
        await stores.guilds.change(guild, {"private": True})
        await stores.guilds.ban(Ban(guild, "ben", "", "mia", NOON))
        await stores.audit.note(guild, "mia", "event", {}, NOON)
    assert await stores.guilds.forget("1") == ["picture of one"]
    assert await stores.jobs.job("one") is None
    assert await stores.guilds.policy("1") == OPEN
    assert await stores.guilds.bans("1") == []
    assert await stores.audit.waiting() == ["11"]
    assert [each.job for each in await stores.erasures.due(NOON, 9)] == ["two", "three"]
    assert await stores.jobs.job("two")
    assert (await stores.guilds.policy("11")).private
    assert len(await stores.guilds.bans("11")) == 1
    async with stores.database.read() as connection:
        for column in (accounts.c.id, holds.c.account, ledger.c.account):
            query = sa.select(column).distinct().order_by(column)
            left = (await connection.execute(query)).scalars().all()
            assert left == ["discord:11:ben", "discord:dm:ben"]


async def test_what_a_server_decided_about_credits_goes_with_it(stores):
    for name, guild in (("one", "1"), ("two", "11")):
        await stores.ledger.set_pool(guild, 50)
        await stores.ledger.grant(f"discord:{guild}:ben", 5, actor="mia", reason="", now=NOON)
        job = new_job(name, account=f"discord:{guild}:ben")
        await stores.jobs.open(job, hold=9, allowance=1, pool=50, now=NOON)
        await stores.jobs.claim(NOON)
        await stores.jobs.finish(name, 1, Outcome(()), charge=9, now=NOON)
    await stores.guilds.forget("1")
    assert [(await stores.ledger.tariff(guild)).pool for guild in ("1", "11")] == [0, 50]
    async with stores.database.read() as connection:
        found = await check_ledger(connection)
    assert (found.differences, found.accounts, found.pools) == ([], 1, 1)


async def test_pictures_that_another_servers_job_needs_stay(stores):
    job = await job_of(stores, "one", "1")
    await stores.jobs.fail(job.id, 1, TookTooLong(), state=JobState.FAILED, now=NOON)
    again = new_job("two", account="discord:2:ben", request=job.request, parent="one")
    await stores.jobs.open(again, hold=1, allowance=ALLOWANCE, now=NOON)
    assert await stores.guilds.forget("1") == []
    assert await stores.jobs.job("two")


async def test_a_server_whose_job_is_not_over_is_forgotten_later(stores):
    job = await job_of(stores, "one", "1")
    await stores.guilds.left("1", NOON)
    assert await stores.guilds.forget("1") == []
    assert await stores.guilds.gone(NOON + DAY) == ["1"]
    await stores.jobs.fail(job.id, 1, TookTooLong(), state=JobState.FAILED, now=NOON)
    assert await stores.guilds.forget("1") == ["picture of one"]
    assert await stores.guilds.gone(NOON + DAY) == []


async def test_answers_that_do_not_stay_are_due_in_their_order(stores):
    erasures = stores.erasures
    for job, days in (("late", 2), ("soon", 1), ("later", 9)):
        await erasures.plan(Erasure(job, NOON + days * DAY))
    assert await erasures.due(NOON, 9) == []
    due = [Erasure("soon", NOON + DAY), Erasure("late", NOON + 2 * DAY)]
    assert await erasures.due(NOON + 2 * DAY, 9) == due
    assert await erasures.due(NOON + 2 * DAY, 1) == due[:1]
    await erasures.done("soon")
    await erasures.plan(Erasure("late", NOON + 3 * DAY))
    assert await erasures.due(NOON + 2 * DAY, 9) == []
