"""What every `Jobs` does with credits: no overdraft, no double charge, nothing carried over."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faceswap.domain.errors import NoFace, NotEnoughCredits, ResultRefused
from faceswap.domain.job import JobState, Outcome
from tests.fakes.clock import NOON
from tests.stores import claimed, new_job

NOTHING = Outcome(())
TOMORROW = NOON + timedelta(days=1)


async def spent(jobs, now=NOON, account="account"):
    return (await jobs.balance(account, allowance=50, now=now)).spent


async def test_an_account_starts_with_its_allowance(jobs):
    balance = await jobs.balance("account", allowance=50, now=NOON)
    assert (balance.allowance, balance.spent, balance.left) == (50, 0, 50)
    assert balance.refill == NOON.replace(hour=0) + timedelta(days=1)


async def test_opening_holds(jobs):
    await jobs.open(new_job("one"), hold=3, allowance=50, now=NOON)
    assert await spent(jobs) == 3


async def test_the_last_credit_can_be_spent_and_no_more(jobs):
    await jobs.open(new_job("one"), hold=50, allowance=50, now=NOON)
    with pytest.raises(NotEnoughCredits) as refused:
        await jobs.open(new_job("two"), hold=1, allowance=50, now=NOON)
    assert (refused.value.needed, refused.value.left) == (1, 0)
    assert refused.value.refill == int((NOON.replace(hour=0) + timedelta(days=1)).timestamp())
    assert await jobs.job("two") is None
    assert await spent(jobs) == 50


async def test_a_job_that_costs_more_than_a_day_is_refused_on_a_new_account(jobs):
    with pytest.raises(NotEnoughCredits) as refused:
        await jobs.open(new_job("one"), hold=51, allowance=50, now=NOON)
    assert (refused.value.needed, refused.value.left) == (51, 50)


async def test_the_same_key_holds_once_even_when_nothing_is_left(jobs):
    for _ in range(2):
        await jobs.open(new_job("one"), hold=50, allowance=50, now=NOON)
    assert await spent(jobs) == 50


async def test_a_settlement_gives_back_what_was_not_needed(jobs):
    job = await claimed(jobs, new_job("one"), hold=5)
    await jobs.finish("one", job.attempt, NOTHING, charge=2, now=NOON)
    assert await spent(jobs) == 2


async def test_a_failure_gives_all_back(jobs):
    job = await claimed(jobs, new_job("one"), hold=5)
    await jobs.fail("one", job.attempt, NoFace(), state=JobState.FAILED, now=NOON)
    assert await spent(jobs) == 0


async def test_a_result_nobody_took_is_given_back(jobs):
    job = await claimed(jobs, new_job("one"), hold=5)
    await jobs.finish("one", job.attempt, NOTHING, charge=2, now=NOON)
    assert await jobs.take_back("one", ResultRefused(), NOON)
    assert await spent(jobs) == 0
    job = await jobs.job("one")
    assert (job.state, type(job.error), job.charged) == (JobState.FAILED, ResultRefused, 0)
    assert [each.id for each in await jobs.unanswered()] == ["one"]


async def test_only_a_result_nobody_was_told_of_is_taken_back(jobs):
    job = await claimed(jobs, new_job("one"), hold=5)
    assert not await jobs.take_back("one", ResultRefused(), NOON)
    await jobs.finish("one", job.attempt, NOTHING, charge=2, now=NOON)
    await jobs.answered("one")
    assert not await jobs.take_back("one", ResultRefused(), NOON)
    assert not await jobs.take_back("nobody's", ResultRefused(), NOON)
    assert await spent(jobs) == 2
    assert (await jobs.job("one")).state is JobState.DONE


async def test_more_than_is_held_cannot_be_charged(jobs):
    job = await claimed(jobs, new_job("one"), hold=1)
    with pytest.raises(ValueError, match="does not hold 2"):
        await jobs.finish("one", job.attempt, NOTHING, charge=2, now=NOON)
    assert (await jobs.job("one")).state is JobState.PREPARING
    assert await spent(jobs) == 1


async def test_the_allowance_is_new_at_midnight(jobs):
    await jobs.open(new_job("one"), hold=50, allowance=50, now=NOON)
    assert await spent(jobs, TOMORROW) == 0
    await jobs.open(new_job("two"), hold=50, allowance=50, now=TOMORROW)
    assert await spent(jobs, TOMORROW) == 50


async def test_yesterday_s_refund_does_not_raise_today_s_allowance(jobs):
    job = await claimed(jobs, new_job("one"), hold=20)
    await jobs.open(new_job("two"), hold=50, allowance=50, now=TOMORROW)
    await jobs.fail("one", job.attempt, NoFace(), state=JobState.FAILED, now=TOMORROW)
    assert await spent(jobs, TOMORROW) == 50
    with pytest.raises(NotEnoughCredits):
        await jobs.open(new_job("three"), hold=1, allowance=50, now=TOMORROW)


async def test_a_clock_set_back_brings_nothing_back(jobs):
    await jobs.open(new_job("one"), hold=50, allowance=50, now=TOMORROW)
    with pytest.raises(NotEnoughCredits):
        await jobs.open(new_job("two"), hold=1, allowance=50, now=NOON)
    assert await spent(jobs, NOON) == 50


async def test_an_allowance_lowered_today_leaves_nothing(jobs):
    await jobs.open(new_job("one"), hold=40, allowance=50, now=NOON)
    balance = await jobs.balance("account", allowance=10, now=NOON)
    assert (balance.spent, balance.left) == (40, 0)


async def test_two_hundred_at_once_do_not_overdraw(jobs):
    news = [new_job(f"job {number}") for number in range(200)]
    results = await asyncio.gather(
        *(jobs.open(new, hold=1, allowance=50, now=NOON) for new in news), return_exceptions=True
    )
    assert sum(isinstance(result, NotEnoughCredits) for result in results) == 150
    assert await spent(jobs) == 50


# The same against a model


@dataclass
class Model:
    """Credits as a person would keep them on paper."""

    spent: int = 0
    day: int = 0
    holds: dict[str, tuple[int, int]] = field(default_factory=dict)

    def midnight(self):
        self.day += 1
        self.spent = 0

    def open(self, name, amount, allowance):
        if self.spent + amount > allowance:
            return False
        self.spent += amount
        self.holds[name] = (amount, self.day)
        return True

    def end(self, name, charge):
        amount, day = self.holds.pop(name)
        if day == self.day:
            self.spent -= amount - charge


STEPS = st.one_of(
    st.tuples(st.just("open"), st.integers(0, 9)),
    st.tuples(st.just("again"), st.integers(0, 9)),
    st.tuples(st.just("settle"), st.integers(0, 9)),
    st.tuples(st.just("refund"), st.integers(0, 9)),
    st.tuples(st.just("twice"), st.integers(0, 9)),
    st.tuples(st.just("midnight"), st.just(0)),
)
names = count()


class Run:
    """Does each step to the jobs and to the model, on an account of its own."""

    def __init__(self, jobs):
        self.jobs = jobs
        self.account = f"account {next(names)}"
        self.model = Model()
        self.ended = []

    @property
    def now(self):
        return NOON + timedelta(days=self.model.day)

    async def open(self, amount, again=None):
        name = f"job {next(names)}"
        new = new_job(name, account=self.account, owner=name, key=again or name)
        expected = bool(again) or self.model.open(name, amount, 20)
        try:
            await self.jobs.open(new, hold=amount, allowance=20, now=self.now)
        except NotEnoughCredits:
            assert not expected
        else:
            assert expected
            await self.jobs.claim(self.now)

    async def again(self, number):
        if self.model.holds:
            await self.open(number, again=list(self.model.holds)[number % len(self.model.holds)])

    async def end(self, number, is_settled):
        if not self.model.holds:
            return
        name = list(self.model.holds)[number % len(self.model.holds)]
        charge = min(number, self.model.holds[name][0]) if is_settled else 0
        assert await self.report(name, charge, is_settled)
        self.model.end(name, charge)
        self.ended.append(name)

    async def report(self, name, charge, is_settled):
        if is_settled:
            return await self.jobs.finish(name, 1, NOTHING, charge=charge, now=self.now)
        return await self.jobs.fail(name, 1, NoFace(), state=JobState.FAILED, now=self.now)

    async def twice(self, number):
        if self.ended:
            name = self.ended[number % len(self.ended)]
            assert not await self.report(name, 0, bool(number % 2))

    async def step(self, what, number):
        match what:
            case "open":
                await self.open(number)
            case "again":
                await self.again(number)
            case "settle" | "refund":
                await self.end(number, what == "settle")
            case "twice":
                await self.twice(number)
            case "midnight":
                self.model.midnight()
        balance = await self.jobs.balance(self.account, allowance=20, now=self.now)
        assert balance.spent == self.model.spent


@given(steps=st.lists(STEPS, max_size=25))
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_credits_are_kept_as_on_paper(jobs, steps):
    run = Run(jobs)
    for what, number in steps:
        await run.step(what, number)
