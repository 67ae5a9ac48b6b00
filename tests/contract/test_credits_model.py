"""Credits against a purse of single coins, and the ledger against both, after every step."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from faceswap.domain.errors import NoFace, NotEnoughCredits, ResultRefused
from faceswap.domain.job import JobState, Outcome
from faceswap.domain.movements import Revoked
from faceswap.domain.pots import Parts
from faceswap.storage.ledger_check import check_ledger
from faceswap.storage.tables import ledger
from tests.fakes.clock import NOON
from tests.stores import new_job, open_stores

NOTHING = Outcome(())
MEMBERS = ("discord:42:anna", "discord:42:ben", "discord:dm:anna")


@dataclass
class Held:
    """Coins that a job has: `a12` is one of the allowance of day 12, `p12` of its pool."""

    account: str
    coins: list[str]
    kept: list[str] = field(default_factory=list)


class Paper:
    """Coins in purses, moved one by one."""

    def __init__(self):
        self.day = 0
        self.allowance, self.pool = 5, 8
        self.spent = dict.fromkeys(MEMBERS, 0)
        self.granted = dict.fromkeys(MEMBERS, 0)
        self.pool_spent = 0
        self.jobs: dict[str, Held] = {}

    def left(self, account):
        pool = 0 if ":dm:" in account else max(0, self.pool - self.pool_spent)
        return max(0, self.allowance - self.spent[account]), self.granted[account], pool

    def midnight(self):
        self.day += 1
        self.spent = dict.fromkeys(MEMBERS, 0)
        self.pool_spent = 0

    def open(self, account, amount):
        """Return the coins that are taken, None when there are too few."""
        allowance, granted, pool = self.left(account)
        coins = [f"a{self.day}"] * allowance + ["g"] * granted + [f"p{self.day}"] * pool
        if amount > len(coins):
            return None
        for coin in coins[:amount]:
            self._move(account, coin, 1)
        return coins[:amount]

    def give_back(self, account, coins):
        for coin in coins:
            self._move(account, coin, -1)

    def _move(self, account, coin, by):
        if coin == "g":
            self.granted[account] -= by
        elif coin == f"a{self.day}":
            self.spent[account] += by
        elif coin == f"p{self.day}":
            self.pool_spent += by


class Run:
    """Does each step to the stores and on paper, and compares."""

    def __init__(self, stores):
        self.stores, self.jobs, self.ledger = stores, stores.jobs, stores.ledger
        self.paper = Paper()
        self.names = map("job {}".format, count()).__next__
        self.running: list[str] = []
        self.done: list[str] = []

    @property
    def now(self):
        return NOON + timedelta(days=self.paper.day)

    def _opening(self, name, account, amount):
        new = new_job(name, account=account, owner=name)
        means = {"allowance": self.paper.allowance, "pool": self.paper.pool}
        return self.jobs.open(new, hold=amount, now=self.now, **means)

    async def open(self, account, amount):
        await self.rush(account, amount, 1)

    async def rush(self, account, amount, at_once=5):
        """Open some jobs at the same time; as they cost the same, any order is the same."""
        names = [self.names() for _ in range(at_once)]
        openings = [self._opening(name, account, amount) for name in names]
        results = await asyncio.gather(*openings, return_exceptions=True)
        by_name = zip(names, results, strict=True)
        taken = [name for name, result in by_name if not isinstance(result, NotEnoughCredits)]
        refused = [result for result in results if isinstance(result, Exception)]
        assert {type(error) for error in refused} <= {NotEnoughCredits}
        paid = [coins for _ in names if (coins := self.paper.open(account, amount)) is not None]
        assert len(taken) == len(paid)
        for name, coins in zip(await self._in_order(taken), paid, strict=True):
            self.paper.jobs[name] = Held(account, coins)
        while job := await self.jobs.claim(self.now):
            self.running.append(job.id)

    async def _in_order(self, names):
        """Return jobs as they were paid; those that cost nothing are in no order."""
        first = sa.select(ledger.c.job, sa.func.min(ledger.c.id)).where(ledger.c.job.in_(names))
        async with self.stores.database.read() as connection:
            rows = (await connection.execute(first.group_by(ledger.c.job))).all()
        order = dict(map(tuple, rows))
        return sorted(names, key=lambda name: order.get(name, 0))

    async def settle(self, _, number):
        if self.running:
            name = self.running.pop(number % len(self.running))
            held = self.paper.jobs[name]
            charge = number % (len(held.coins) + 1)
            end = self.jobs.finish(name, 1, NOTHING, charge=charge, now=self.now)
            again = self.jobs.finish(name, 1, NOTHING, charge=0, now=self.now)
            assert await asyncio.gather(end, again) == [True, False]
            held.kept = held.coins[:charge]
            self.paper.give_back(held.account, held.coins[charge:])
            self.done.append(name)

    async def cancel(self, _, number):
        if self.running:
            name = self.running.pop(number % len(self.running))
            held = self.paper.jobs[name]
            charge = number % (len(held.coins) + 1)
            assert await self.jobs.cancel(name, 1, NoFace(), charge=charge, now=self.now)
            self.paper.give_back(held.account, held.coins[charge:])

    async def refund(self, _, number):
        if self.running:
            name = self.running.pop(number % len(self.running))
            failed = self.jobs.fail(name, 1, NoFace(), state=JobState.FAILED, now=self.now)
            assert await failed
            self.paper.give_back(self.paper.jobs[name].account, self.paper.jobs[name].coins)

    async def reverse(self, _, number):
        if self.done:
            name = self.done.pop(number % len(self.done))
            twice = [self.jobs.take_back(name, ResultRefused(), self.now) for _ in range(2)]
            assert sorted(await asyncio.gather(*twice)) == [False, True]
            self.paper.give_back(self.paper.jobs[name].account, self.paper.jobs[name].kept)

    async def grant(self, account, number):
        self.paper.granted[account] += number
        told = await self.ledger.grant(account, number, actor="mod", reason="", now=self.now)
        assert told == self.paper.granted[account]

    async def revoke(self, account, number):
        taken = min(number, self.paper.granted[account])
        self.paper.granted[account] -= taken
        told = await self.ledger.revoke(account, number, actor="mod", reason="", now=self.now)
        assert told == Revoked(taken, self.paper.granted[account])

    async def allowance(self, _, number):
        self.paper.allowance = number

    async def pool(self, _, number):
        self.paper.pool = number

    async def midnight(self, _, __):
        self.paper.midnight()

    async def compare(self):
        for account in MEMBERS:
            means = {"allowance": self.paper.allowance, "pool": self.paper.pool}
            have = await self.jobs.balance(account, now=self.now, **means)
            assert have.pots == Parts(*self.paper.left(account))
            assert have.spent == self.paper.spent[account]
        async with self.stores.database.read() as connection:
            assert (await check_ledger(connection)).differences == []


WEIGHTS = {
    "open": 6,
    "rush": 1,
    "settle": 3,
    "cancel": 1,
    "refund": 3,
    "reverse": 3,
    "grant": 2,
    "revoke": 1,
    "allowance": 1,
    "pool": 1,
    "midnight": 2,
}
WHATS = [what for what, times in WEIGHTS.items() for _ in range(times)]
STEPS = st.tuples(st.sampled_from(WHATS), st.sampled_from(MEMBERS), st.integers(0, 9))


@given(steps=st.lists(STEPS, min_size=20, max_size=40))
@settings(
    max_examples=18, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_credits_are_where_paper_and_ledger_say(tmp_path_factory, steps):
    async with open_stores(tmp_path_factory.mktemp("credits") / "visage.db") as stores:
        run = Run(stores)
        for what, account, number in steps:
            await getattr(run, what)(account, number)
            await run.compare()


# All at once


STORM = st.lists(STEPS, min_size=10, max_size=40)


class Storm:
    """Steps that are begun before any has ended, through two openings of one file."""

    def __init__(self, one, two):
        self.openings = (one, two)
        self.names = map("late {}".format, count()).__next__

    async def prepare(self):
        """Leave some jobs that run, some that are done, and credits in all pots."""
        stores = self.openings[0]
        for account in MEMBERS:
            await stores.ledger.grant(account, 6, actor="mod", reason="", now=NOON)
        for number in range(10):
            account, name = MEMBERS[number % 3], f"early {number}"
            new = new_job(name, account=account, owner=name)
            await stores.jobs.open(new, hold=2, allowance=5, pool=8, now=NOON)
            await stores.jobs.claim(NOON)
        for number in range(5):
            await stores.jobs.finish(f"early {number}", 1, NOTHING, charge=1, now=NOON)

    async def do(self, at, what, account, number):
        jobs, ledger = self.openings[at % 2].jobs, self.openings[at % 2].ledger
        now, name = NOON + timedelta(days=at // 20), f"early {number}"
        match what:
            case "settle":
                await jobs.finish(name, 1, NOTHING, charge=number % 3, now=now)
            case "cancel":
                await jobs.cancel(name, 1, NoFace(), charge=number % 2, now=now)
            case "refund":
                await jobs.fail(name, 1, NoFace(), state=JobState.FAILED, now=now)
            case "reverse":
                await jobs.take_back(name, ResultRefused(), now)
            case "grant":
                await ledger.grant(account, number, actor="mod", reason="", now=now)
            case "revoke":
                await ledger.revoke(account, number, actor="mod", reason="", now=now)
            case _:
                late = self.names()
                new = new_job(late, account=account, owner=late)
                await jobs.open(new, hold=number % 4, allowance=5, pool=8, now=now)


@given(steps=STORM)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
async def test_whatever_comes_at_once_nothing_is_overdrawn(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("credits") / "visage.db"
    async with open_stores(path) as one, open_stores(path) as two:
        storm = Storm(one, two)
        await storm.prepare()
        results = await asyncio.gather(
            *(storm.do(at, *step) for at, step in enumerate(steps)), return_exceptions=True
        )
        refused = [result for result in results if result is not None]
        assert {type(error) for error in refused} <= {NotEnoughCredits}
        for account in MEMBERS:
            have = await one.jobs.balance(account, allowance=5, pool=8, now=NOON)
            assert 0 <= have.spent <= 5
            assert have.granted >= 0
            assert 0 <= have.pool <= 8
        async with one.database.read() as connection:
            assert (await check_ledger(connection)).differences == []
