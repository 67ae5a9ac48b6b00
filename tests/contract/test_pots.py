"""What every `Jobs` and every `Ledger` do with the pots that an account pays from."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.domain.errors import NoFace, NotEnoughCredits, ResultRefused
from faceswap.domain.job import JobState, Outcome, Verb
from faceswap.domain.movements import Kind, Movement, Revoked, Spender, Spent
from faceswap.domain.pots import Parts, Pot
from faceswap.domain.tariff import EVERYBODY, Tariff
from faceswap.ports import Terms
from tests.fakes.clock import NOON
from tests.stores import clip_request, new_job, swap_request

NOTHING = Outcome(())
TOMORROW = NOON + timedelta(days=1)
ANNA, BEN = "discord:42:anna", "discord:42:ben"
ALLOWANCE, POOL = 5, 10


@pytest.fixture
def ledger(stores):
    return stores.ledger


async def opened(jobs, name, hold, account=ANNA, now=NOON, **more):
    new = new_job(name, account=account, owner=name, **more)
    return await jobs.open(new, hold=hold, allowance=ALLOWANCE, pool=POOL, now=now)


async def running(jobs, name, hold, now=NOON):
    await opened(jobs, name, hold, now=now)
    assert (await jobs.claim(now)).id == name


async def left(jobs, account=ANNA, now=NOON):
    have = await jobs.balance(account, allowance=ALLOWANCE, pool=POOL, now=now)
    return have.pots


async def granted(ledger, amount, account=ANNA):
    return await ledger.grant(account, amount, actor="mod", reason="a prize", now=NOON)


async def test_the_allowance_is_spent_first_then_what_was_granted_then_the_pool(jobs, ledger):
    await granted(ledger, 3)
    assert await left(jobs) == Parts(5, 3, 10)
    await opened(jobs, "one", 4)
    assert await left(jobs) == Parts(1, 3, 10)
    await opened(jobs, "two", 3)
    assert await left(jobs) == Parts(0, 1, 10)
    await opened(jobs, "three", 11)
    assert await left(jobs) == Parts()


async def test_what_the_pots_do_not_cover_is_refused_with_what_is_in_them(jobs, ledger):
    await granted(ledger, 3)
    await opened(jobs, "one", 4)
    with pytest.raises(NotEnoughCredits) as refused:
        await opened(jobs, "two", 15)
    error = refused.value
    assert (error.needed, error.left) == (15, 14)
    assert (error.allowance, error.granted, error.pool) == (1, 3, 10)
    assert await jobs.job("two") is None
    assert await left(jobs) == Parts(1, 3, 10)


async def test_the_pool_is_shared_by_the_members_of_a_server(jobs):
    await opened(jobs, "one", 12)
    assert await left(jobs, BEN) == Parts(5, 0, 3)
    assert await left(jobs, "discord:43:anna") == Parts(5, 0, 10)
    with pytest.raises(NotEnoughCredits):
        await opened(jobs, "two", 9, account=BEN)


async def test_outside_of_servers_there_is_no_pool(jobs):
    assert await left(jobs, "discord:dm:anna") == Parts(5)
    with pytest.raises(NotEnoughCredits):
        await opened(jobs, "one", 6, account="discord:dm:anna")


async def test_what_was_not_needed_goes_back_to_the_pool_first(jobs, ledger):
    await granted(ledger, 3)
    await running(jobs, "one", 12)
    await jobs.finish("one", 1, NOTHING, charge=6, now=NOON)
    assert await left(jobs) == Parts(0, 2, 10)


async def test_a_failure_gives_each_pot_its_own_back(jobs, ledger):
    await granted(ledger, 3)
    await running(jobs, "one", 12)
    await jobs.fail("one", 1, NoFace(), state=JobState.FAILED, now=NOON)
    assert await left(jobs) == Parts(5, 3, 10)


async def test_a_result_nobody_took_goes_back_to_where_it_was_paid_from(jobs, ledger):
    await granted(ledger, 3)
    await running(jobs, "one", 12)
    await jobs.finish("one", 1, NOTHING, charge=10, now=NOON)
    assert await left(jobs) == Parts(0, 0, 8)
    assert await jobs.take_back("one", ResultRefused(), NOON)
    assert await left(jobs) == Parts(5, 3, 10)


async def test_at_midnight_allowance_and_pool_are_new_and_grants_stay(jobs, ledger):
    await granted(ledger, 3)
    await opened(jobs, "one", 9)
    assert await left(jobs) == Parts(0, 0, 9)
    assert await left(jobs, now=TOMORROW) == Parts(5, 0, 10)
    await granted(ledger, 2)
    assert await left(jobs, now=TOMORROW + timedelta(days=400)) == Parts(5, 2, 10)


async def test_what_was_held_yesterday_lapses_but_for_what_was_granted(jobs, ledger):
    await granted(ledger, 3)
    await running(jobs, "one", 12)
    await opened(jobs, "two", 12, account=BEN, now=TOMORROW)
    await opened(jobs, "three", 2, now=TOMORROW)
    await jobs.fail("one", 1, NoFace(), state=JobState.FAILED, now=TOMORROW)
    assert await left(jobs, now=TOMORROW) == Parts(3, 3, 3)


async def test_a_clock_set_back_does_not_bring_the_pool_back(jobs):
    await opened(jobs, "one", 15, now=TOMORROW)
    assert await left(jobs, BEN) == Parts(5)
    with pytest.raises(NotEnoughCredits):
        await opened(jobs, "two", 6, account=BEN)


async def test_a_hold_keeps_the_day_of_the_pool_it_was_paid_from(jobs):
    """The clock is set back after the pool was used: a refund finds its way all the same."""
    await opened(jobs, "one", 6, now=TOMORROW)
    await opened(jobs, "two", 7, account=BEN)
    assert (await jobs.claim(TOMORROW)).id == "two"
    assert await left(jobs, BEN) == Parts(0, 0, 7)
    await jobs.fail("two", 1, NoFace(), state=JobState.FAILED, now=NOON)
    assert await left(jobs, BEN) == Parts(5, 0, 9)


async def test_an_allowance_and_a_pool_that_are_lowered_leave_nothing_and_take_nothing(
    jobs, ledger
):
    await opened(jobs, "one", 12)
    await granted(ledger, 2)
    have = await jobs.balance(ANNA, allowance=1, pool=1, now=NOON)
    assert (have.pots, have.left) == (Parts(0, 2, 0), 2)
    new = new_job("two", account=ANNA)
    await jobs.open(new, hold=2, allowance=1, pool=1, now=NOON)
    assert await left(jobs) == Parts(0, 0, 3)


async def test_an_accepted_offer_pays_from_all_pots(jobs, ledger):
    await granted(ledger, 3)
    request = clip_request()
    offer = await jobs.offer(new_job("one", account=ANNA, request=request), price=16, now=NOON)
    terms = Terms(request=request, price=16, deadline=offer.deadline)
    await jobs.accept("one", terms, allowance=ALLOWANCE, pool=POOL, now=NOON)
    assert await left(jobs) == Parts(0, 0, 2)


@pytest.mark.parametrize("pot", ["granted", "pool"])
async def test_two_hundred_at_once_overdraw_no_pot(jobs, ledger, pot):
    if pot == "granted":
        await granted(ledger, 50)
    budget = 50 if pot == "pool" else 0
    news = [
        new_job(f"job {number}", account=f"discord:42:{number % 7 if budget else 'anna'}")
        for number in range(200)
    ]
    results = await asyncio.gather(
        *(jobs.open(new, hold=1, allowance=0, pool=budget, now=NOON) for new in news),
        return_exceptions=True,
    )
    assert sum(isinstance(result, NotEnoughCredits) for result in results) == 150
    have = await jobs.balance(ANNA, allowance=0, pool=budget, now=NOON)
    assert have.left == 0


# Grants


async def test_grants_add_up(ledger, jobs):
    assert await granted(ledger, 3) == 3
    assert await granted(ledger, 4) == 7
    assert (await left(jobs)).granted == 7


async def test_a_revocation_takes_what_is_there_and_no_more(ledger, jobs):
    await granted(ledger, 3)
    assert await ledger.revoke(ANNA, 2, actor="mod", reason="", now=NOON) == Revoked(2, 1)
    assert await ledger.revoke(ANNA, 2, actor="mod", reason="", now=NOON) == Revoked(1, 0)
    assert await ledger.revoke(ANNA, 2, actor="mod", reason="", now=NOON) == Revoked(0, 0)
    assert await ledger.revoke(BEN, 2, actor="mod", reason="", now=NOON) == Revoked(0, 0)
    assert await left(jobs) == Parts(5, 0, 10)


async def test_what_is_held_is_not_revoked(ledger, jobs):
    await granted(ledger, 3)
    await running(jobs, "one", 7)
    assert await ledger.revoke(ANNA, 9, actor="mod", reason="", now=NOON) == Revoked(1, 0)
    await jobs.fail("one", 1, NoFace(), state=JobState.FAILED, now=NOON)
    assert await left(jobs) == Parts(5, 2, 10)


# What is decided


async def test_a_server_where_nothing_is_decided_has_the_operator_s_rules(ledger):
    assert await ledger.tariff("42") == Tariff()


async def test_what_is_decided_holds_in_its_server_until_decided_anew(ledger):
    await ledger.set_allowance("42", EVERYBODY, 20)
    await ledger.set_allowance("42", "friend", 40)
    await ledger.set_allowance("42", "friend", 30)
    await ledger.set_price("42", Verb.PICSI, 0)
    await ledger.set_pool("42", 500)
    assert await ledger.tariff("42") == Tariff({"": 20, "friend": 30}, {Verb.PICSI: 0}, 500)
    assert await ledger.tariff("43") == Tariff()
    await ledger.set_allowance("42", "friend", None)
    await ledger.set_allowance("42", "never there", None)
    assert (await ledger.tariff("42")).allowances == {"": 20}


async def test_the_allowance_last_paid_from_is_kept(ledger, jobs):
    assert await ledger.last_allowance(ANNA) is None
    await granted(ledger, 1)
    assert await ledger.last_allowance(ANNA) is None
    await opened(jobs, "one", 1)
    assert await ledger.last_allowance(ANNA) == ALLOWANCE


# What is looked up


async def test_movements_are_told_the_newest_first(ledger, jobs):
    await granted(ledger, 3)
    await running(jobs, "one", 7)
    await jobs.finish("one", 1, NOTHING, charge=5, now=NOON)
    assert await ledger.count(ANNA) == 5
    assert await ledger.movements(ANNA, skip=0, most=2) == [
        Movement(NOON, Kind.REFUND, Pot.GRANTED, 2, "visage", "done", Verb.SWAPID),
        Movement(NOON, Kind.SETTLE, Pot.ALLOWANCE, 5, "visage", "done", Verb.SWAPID),
    ]
    assert await ledger.movements(ANNA, skip=4, most=2) == [
        Movement(NOON, Kind.GRANT, Pot.GRANTED, 3, "mod", "a prize")
    ]
    assert await ledger.movements(BEN, skip=0, most=2) == []


async def spend(jobs, name, account, amount, verb=Verb.SWAPID, now=NOON):
    request = replace(swap_request(), verb=verb)
    await opened(jobs, name, amount + 1, account, now, request=request)
    await jobs.claim(now)
    await jobs.finish(name, 1, NOTHING, charge=amount, now=now)


async def test_what_was_spent_is_told_by_day_and_verb(ledger, jobs):
    await spend(jobs, "one", ANNA, 1)
    await spend(jobs, "two", BEN, 2)
    await spend(jobs, "three", ANNA, 2, Verb.PICSI)
    await spend(jobs, "four", ANNA, 3, now=TOMORROW)
    await spend(jobs, "five", "discord:43:anna", 4)
    await spend(jobs, "six", BEN, 1, now=TOMORROW)
    await jobs.take_back("six", ResultRefused(), TOMORROW)
    today, tomorrow = NOON.date(), TOMORROW.date()
    assert await ledger.spending("42", today) == [
        Spent(today, Verb.PICSI, 2),
        Spent(today, Verb.SWAPID, 3),
        Spent(tomorrow, Verb.SWAPID, 3),
    ]
    assert await ledger.spending("42", tomorrow) == [Spent(tomorrow, Verb.SWAPID, 3)]
    assert await ledger.spenders("42", today, 9) == [Spender(ANNA, 6), Spender(BEN, 2)]
    assert await ledger.spenders("42", today, 1) == [Spender(ANNA, 6)]


async def test_a_job_that_has_expired_still_counts(ledger, jobs):
    await spend(jobs, "one", ANNA, 3, Verb.PICSI)
    await jobs.expire(TOMORROW, TOMORROW)
    assert await ledger.spending("42", NOON.date()) == [Spent(NOON.date(), Verb.PICSI, 3)]
