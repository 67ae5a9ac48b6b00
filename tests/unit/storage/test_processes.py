"""Several openings of one file, as several processes have, and openings one after another."""

import asyncio
from contextlib import AsyncExitStack

import pytest

from faceswap.domain.errors import NotEnoughCredits
from faceswap.domain.job import JobState, Outcome
from faceswap.storage.identities import StoredIdentities
from faceswap.storage.jobs import StoredJobs
from tests.fakes.clock import NOON
from tests.fakes.patience import patience
from tests.stores import claimed, new_job, open_stores


async def test_two_hundred_spends_from_several_openings_do_not_overdraw(tmp_path):
    async with AsyncExitStack() as stack:
        openings = [
            await stack.enter_async_context(open_stores(tmp_path / "visage.db")) for _ in range(4)
        ]
        results = await asyncio.gather(
            *(
                openings[number % 4].jobs.open(
                    new_job(f"job {number}"), hold=1, allowance=50, now=NOON
                )
                for number in range(200)
            ),
            return_exceptions=True,
        )
        refused = [result for result in results if isinstance(result, Exception)]
        assert {type(error) for error in refused} == {NotEnoughCredits}
        assert len(refused) == 150
        for stores in openings:
            balance = await stores.jobs.balance("account", allowance=50, now=NOON)
            assert balance.spent == 50


async def test_holds_and_ends_from_several_openings_add_up(tmp_path):
    """Ends race with holds and with each other; each job's second end must not count."""
    async with (
        open_stores(tmp_path / "visage.db") as one,
        open_stores(tmp_path / "visage.db") as two,
    ):
        for number in range(10):
            await claimed(one.jobs, new_job(f"old {number}"), hold=2)
        ends = [
            stores.jobs.finish(f"old {number}", 1, Outcome(()), charge=1, now=NOON)
            for number in range(10)
            for stores in (one, two)
        ]
        holds = [
            stores.jobs.open(new_job(f"new {number} {at}"), hold=3, allowance=50, now=NOON)
            for number in range(5)
            for at, stores in enumerate((one, two))
        ]
        results = await asyncio.gather(*ends, *holds)
        assert sorted(results[:20]) == [False] * 10 + [True] * 10
        assert (await two.jobs.balance("account", allowance=50, now=NOON)).spent == 10 + 30


async def test_a_job_outlives_the_process_and_is_charged_once(tmp_path):
    path = tmp_path / "visage.db"
    async with open_stores(path) as stores:
        await claimed(stores.jobs, new_job("one"), hold=3)
        await stores.jobs.processing("one", 1, NOON)
    async with open_stores(path) as stores:
        assert await stores.jobs.requeue_open(NOON) == 1
        job = await stores.jobs.claim(NOON)
        assert (job.id, job.attempt, job.held) == ("one", 2, 3)
        assert not await stores.jobs.finish("one", 1, Outcome(()), charge=3, now=NOON)
        assert await stores.jobs.finish("one", 2, Outcome(()), charge=2, now=NOON)
    async with open_stores(path) as stores:
        assert await stores.jobs.requeue_open(NOON) == 0
        assert (await stores.jobs.job("one")).state is JobState.DONE
        assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 2


async def test_callers_canceled_at_any_moment_leave_whole_jobs_and_no_lock(tmp_path):
    async def live(stores, name):
        new = new_job(name, account=f"account of {name}")
        await stores.jobs.open(new, hold=3, allowance=50, now=NOON)
        job = await stores.jobs.claim(NOON)
        await stores.jobs.finish(job.id, job.attempt, Outcome(()), charge=1, now=NOON)
        await stores.jobs.unanswered()
        await stores.jobs.forget(name, NOON)

    async with open_stores(tmp_path / "visage.db") as stores:
        async with patience():
            for turns in range(0, 200, 8):
                lives = [asyncio.create_task(live(stores, f"{turns} {at}")) for at in range(4)]
                # Real time: nothing announces the moments within a call of the driver.
                await asyncio.sleep(turns / 10_000)
                for each in lives[1:]:
                    each.cancel()
                await asyncio.gather(*lives, return_exceptions=True)
        for name in (f"{turns} {at}" for turns in range(0, 200, 8) for at in range(4)):
            job = await stores.jobs.job(name)
            balance = await stores.jobs.balance(f"account of {name}", allowance=50, now=NOON)
            wanted = {None: 0, JobState.DONE: 1, JobState.EXPIRED: 1}.get(job and job.state, 3)
            assert balance.spent == wanted


async def test_a_canceled_caller_is_canceled_and_its_transaction_is_not(tmp_path):
    async with open_stores(tmp_path / "visage.db") as stores:
        await claimed(stores.jobs, new_job("one"))
        async with stores.database.write():
            finishing = asyncio.create_task(
                stores.jobs.finish("one", 1, Outcome(()), charge=1, now=NOON)
            )
            await asyncio.sleep(0)
            finishing.cancel()
            await asyncio.sleep(0)
            finishing.cancel()
            await asyncio.sleep(0)
            assert not finishing.done()
        with pytest.raises(asyncio.CancelledError):
            await finishing
        assert (await stores.jobs.job("one")).state is JobState.DONE


@pytest.mark.parametrize("store", [StoredJobs, StoredIdentities])
def test_every_transaction_of_a_store_is_unbroken(store):
    public = [name for name in vars(store) if not name.startswith("_")]
    assert public
    assert [name for name in public if not hasattr(getattr(store, name), "__wrapped__")] == []
