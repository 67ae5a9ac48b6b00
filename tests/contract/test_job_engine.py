"""What every `JobEngine` does."""

import asyncio
from collections import Counter

import pytest

from faceswap.domain.errors import NoFace
from faceswap.domain.job import JobState, Lane, Outcome
from tests.fakes.clock import NOON
from tests.fakes.patience import patience
from tests.stores import claimed, clip_request, new_job


class Bench:
    """A handler that says when a job starts and holds it until it is let go."""

    def __init__(self, jobs, clock):
        self.jobs = jobs
        self.clock = clock
        self.running = {}
        self.most = 0
        self.started = []
        self.canceled = []
        self._news = asyncio.Event()

    async def __call__(self, job):
        let_go = self.running[job.id] = asyncio.Event()
        self.most = max(self.most, len(self.running))
        self.started.append((job.id, job.attempt))
        self._news.set()
        try:
            await let_go.wait()
            await self.jobs.finish(job.id, job.attempt, Outcome(()), charge=0, now=self.clock.now())
        except asyncio.CancelledError:
            self.canceled.append(job.id)
            raise
        finally:
            del self.running[job.id]
            self._news.set()

    async def until(self, is_so):
        async with patience():
            while not is_so():
                self._news.clear()
                await self._news.wait()


class Watched:
    """`Jobs` that counts claims and fails as it is told to."""

    def __init__(self, jobs):
        self._jobs = jobs
        self.claims = Counter()
        self.failing_claims = 0
        self.failing_retries = 0
        self.retries = 0
        self._looked = set()
        self._news = asyncio.Event()

    def __getattr__(self, name):
        return getattr(self._jobs, name)

    async def claim(self, now, lane=None):
        self.claims[lane] += 1
        if self.failing_claims:
            self.failing_claims -= 1
            raise OSError("the disk is gone")
        return await self._jobs.claim(now, lane)

    async def next_due(self, lane=None):
        due = await self._jobs.next_due(lane)
        self._looked.add(lane)
        self._news.set()
        return due

    async def retry(self, *args, **more):
        self.retries += 1
        if self.failing_retries:
            self.failing_retries -= 1
            raise OSError("the disk is gone")
        return await self._jobs.retry(*args, **more)

    async def until_looked(self):
        """Wait until the engine has found nothing more to claim in any lane."""
        async with patience():
            while self._looked != set(Lane):
                self._news.clear()
                await self._news.wait()
        self._looked.clear()


@pytest.fixture
def watched(jobs):
    return Watched(jobs)


@pytest.fixture
def bench(jobs, clock):
    return Bench(jobs, clock)


async def put(jobs, *names):
    for name in names:
        await jobs.open(new_job(name, owner=name), hold=1, allowance=50, now=NOON)


async def put_clips(jobs, *names):
    for name in names:
        new = new_job(name, owner=name, request=clip_request())
        await jobs.open(new, hold=1, allowance=50, now=NOON)


async def state(jobs, name):
    return (await jobs.job(name)).state


async def test_a_queued_job_is_run_at_the_start(jobs, bench, make_engine):
    await put(jobs, "one")
    await make_engine(jobs).start(bench)
    await bench.until(lambda: "one" in bench.running)


async def test_a_new_job_is_run_at_a_wake(watched, bench, make_engine):
    engine = make_engine(watched)
    await engine.start(bench)
    await watched.until_looked()
    await put(watched, "one")
    engine.wake()
    await bench.until(lambda: "one" in bench.running)


async def test_an_engine_with_nothing_to_do_does_nothing(watched, bench, make_engine, clock):
    engine = make_engine(watched)
    await engine.start(bench)
    await watched.until_looked()
    clock.advance(3600)
    for _ in range(20):
        await asyncio.sleep(0)
    assert (dict(watched.claims), clock.waits) == (dict.fromkeys(Lane, 1), [])


async def test_jobs_an_earlier_process_left_are_taken_up(jobs, bench, make_engine):
    await claimed(jobs, new_job("one"))
    await make_engine(jobs).start(bench)
    await bench.until(lambda: bench.started == [("one", 2)])


async def test_no_more_jobs_run_than_there_are_slots(jobs, bench, make_engine):
    await put(jobs, "a", "b", "c", "d")
    await make_engine(jobs, slots=2).start(bench)
    for done in range(4):
        await bench.until(lambda: len(bench.started) == min(4, done + 2))  # noqa: B023
        next(event for event in bench.running.values() if not event.is_set()).set()
    await bench.until(lambda: not bench.running)
    assert bench.most == 2


async def test_stills_do_not_wait_for_clips_nor_clips_for_stills(jobs, bench, make_engine):
    await put_clips(jobs, "clip a", "clip b")
    await put(jobs, "a", "b", "c")
    await make_engine(jobs, slots=2, clip_slots=1).start(bench)
    await bench.until(lambda: set(bench.running) == {"a", "b", "clip a"})
    bench.running["a"].set()
    await bench.until(lambda: "c" in bench.running)
    assert "clip b" not in bench.running
    bench.running["clip a"].set()
    await bench.until(lambda: "clip b" in bench.running)
    assert set(bench.running) == {"b", "c", "clip b"}


async def test_a_lane_without_a_free_slot_is_not_looked_at(watched, bench, make_engine, clock):
    """A clip that falls due must not wake the engine while another one runs."""
    await put_clips(watched, "a", "b")
    await make_engine(watched).start(bench)
    await bench.until(lambda: bench.running)
    for _ in range(20):
        await asyncio.sleep(0)
    assert (dict(watched.claims), clock.waits) == ({Lane.STILLS: 1, Lane.CLIPS: 1}, [])


async def test_the_soonest_of_all_lanes_is_waited_for(jobs, bench, make_engine, clock):
    await put(jobs, "still")
    await put_clips(jobs, "clip")
    for minute, lane in ((7, Lane.STILLS), (3, Lane.CLIPS)):
        job = await jobs.claim(NOON, lane)
        await jobs.retry(job.id, job.attempt, at=NOON.replace(minute=minute), now=NOON)
    await make_engine(jobs).start(bench)
    await clock.until_asleep(180)
    clock.advance(180)
    await bench.until(lambda: "clip" in bench.running)
    await clock.until_asleep(240)


async def test_a_job_that_falls_due_later_is_run_then(jobs, bench, make_engine, clock):
    job = await claimed(jobs, new_job("one"))
    engine = make_engine(jobs)
    await engine.start(bench)
    await bench.until(lambda: bench.running)
    at = clock.now().replace(minute=7)
    await jobs.retry("one", job.attempt + 1, at=at, now=NOON)
    bench.running["one"].set()
    await clock.until_asleep(420)
    clock.advance(420)
    await bench.until(lambda: bench.started[-1] == ("one", 3))


async def test_a_handler_that_breaks_stops_nobody_else(jobs, make_engine, clock):
    runs = []
    recovered = asyncio.Event()

    async def break_once(job):
        runs.append((job.id, job.attempt))
        if job.id == "bad" and job.attempt == 1:
            raise ZeroDivisionError
        await jobs.fail(job.id, job.attempt, NoFace(), state=JobState.FAILED, now=NOON)
        if job.id == "bad":
            recovered.set()

    await put(jobs, "bad", "good")
    await make_engine(jobs, slots=1).start(break_once)
    await clock.until_asleep(30)
    assert runs == [("bad", 1), ("good", 1)]
    clock.advance(30)
    async with patience():
        await recovered.wait()
    assert runs[-1] == ("bad", 2)
    assert await state(jobs, "bad") is JobState.FAILED


async def test_a_store_that_fails_for_a_while_is_outlived(watched, bench, make_engine, clock):
    watched.failing_claims = 2
    await put(watched, "one")
    await make_engine(watched).start(bench)
    for seconds in (1, 2):
        await clock.until_asleep(seconds)
        clock.advance(seconds)
    await bench.until(lambda: "one" in bench.running)


async def test_a_hand_back_that_fails_is_tried_again(watched, make_engine, clock):
    async def break_down(job):
        raise ZeroDivisionError

    watched.failing_retries = 1
    await put(watched, "one")
    await make_engine(watched).start(break_down)
    await clock.until_asleep(1)
    clock.advance(1)
    await clock.until_asleep(30)
    assert await state(watched, "one") is JobState.QUEUED


async def test_a_hand_back_that_always_fails_is_left_for_the_next_start(
    watched, make_engine, clock
):
    async def break_down(job):
        raise ZeroDivisionError

    watched.failing_retries = 100
    await put(watched, "one")
    await make_engine(watched).start(break_down)
    for seconds in (1, 2, 4, 8, 16, 30, 30, 30):
        await clock.until_asleep(seconds)
        clock.advance(seconds)
    await watched.until_looked()
    assert (watched.retries, await state(watched, "one")) == (8, JobState.PREPARING)


async def test_a_job_that_ends_within_the_grace_is_left_to(jobs, bench, make_engine, clock):
    await put(jobs, "one")
    engine = make_engine(jobs)
    await engine.start(bench)
    await bench.until(lambda: bench.running)
    stopping = asyncio.create_task(engine.stop(15))
    await clock.until_asleep(15)
    bench.running["one"].set()
    await stopping
    assert (await state(jobs, "one"), bench.canceled) == (JobState.DONE, [])
    assert clock.waits == []


async def test_a_job_that_outlasts_the_grace_is_handed_back(jobs, bench, make_engine, clock):
    await put(jobs, "one")
    engine = make_engine(jobs)
    await engine.start(bench)
    await bench.until(lambda: bench.running)
    stopping = asyncio.create_task(engine.stop(15))
    await clock.until_asleep(15)
    clock.advance(15)
    await stopping
    assert bench.canceled == ["one"]
    assert await state(jobs, "one") is JobState.QUEUED
    assert await jobs.next_due() == clock.now()


async def test_a_stop_does_not_wait_for_a_store_that_fails(watched, bench, make_engine, clock):
    await put(watched, "one")
    engine = make_engine(watched)
    await engine.start(bench)
    await bench.until(lambda: bench.running)
    watched.failing_retries = 100
    async with patience():
        await engine.stop(0)
    assert watched.retries == 1


async def test_nothing_is_claimed_while_stopping(jobs, bench, make_engine, clock):
    await put(jobs, "one")
    engine = make_engine(jobs, slots=1)
    await engine.start(bench)
    await bench.until(lambda: bench.running)
    await put(jobs, "two")
    stopping = asyncio.create_task(engine.stop(15))
    await clock.until_asleep(15)
    bench.running["one"].set()
    await stopping
    engine.wake()
    assert (await state(jobs, "two"), len(bench.started)) == (JobState.QUEUED, 1)


async def test_an_engine_can_stop_before_it_has_started(jobs, make_engine):
    await make_engine(jobs).stop(15)


async def test_an_engine_can_start_again(jobs, bench, make_engine):
    engine = make_engine(jobs)
    await engine.start(bench)
    await engine.stop(0)
    await put(jobs, "one")
    await engine.start(bench)
    await bench.until(lambda: "one" in bench.running)
