from __future__ import annotations

import asyncio
import threading

import pytest

from faceswap.domain.errors import BackendBusy, BackendDown
from faceswap.sidecar.slots import Slots

PATIENCE = 10.0


class Work:
    """Blocks its thread until it is let go."""

    def __init__(self) -> None:
        self.began, self.go = threading.Event(), threading.Event()

    def __call__(self):
        self.began.set()
        assert self.go.wait(PATIENCE)
        return threading.current_thread().name

    async def has_begun(self):
        assert await asyncio.to_thread(self.began.wait, PATIENCE)


async def told():
    """Let a cancellation reach the threads, and what comes of it the loop."""
    for _ in range(3):
        await asyncio.sleep(0)


@pytest.fixture
async def slots():
    opened = Slots(threads=2, waiting=1)
    yield opened
    await opened.close(PATIENCE)


async def test_as_many_run_as_there_are_threads(slots):
    works = [Work() for _ in range(3)]
    futures = [slots.run(work) for work in works]
    await works[0].has_begun()
    await works[1].has_begun()

    assert (slots.waiting, slots.is_full, works[2].began.is_set()) == (1, True, False)
    with pytest.raises(BackendBusy):
        slots.run(Work())

    for work in works:
        work.go.set()
    assert len(set(await asyncio.gather(*futures))) <= 2


async def test_a_canceled_call_that_runs_keeps_its_thread(slots):
    works = [Work() for _ in range(3)]
    futures = [slots.run(work) for work in works]
    await works[0].has_begun()
    await works[1].has_begun()
    futures[0].cancel()
    futures[2].cancel()
    await told()

    assert (slots.waiting, slots.is_full) == (0, False)
    waits = slots.run(Work())
    assert slots.is_full
    waits.cancel()
    await told()
    for work in works:
        work.go.set()
    await futures[1]
    assert not works[2].began.is_set()


async def test_an_error_is_the_callers(slots):
    with pytest.raises(ZeroDivisionError):
        await slots.run(lambda: 1 // 0)
    assert not slots.is_full


@pytest.mark.parametrize(
    "error", [SystemExit(1), KeyboardInterrupt(), StopIteration(), GeneratorExit()]
)
async def test_an_error_that_would_end_more_than_the_call_is_tamed(slots, error):
    def work():
        raise error

    with pytest.raises(RuntimeError, match=type(error).__name__):
        await slots.run(work)


async def test_closing_drops_what_waits_and_awaits_what_runs():
    slots = Slots(threads=1, waiting=1)
    runs, waits = Work(), Work()
    running, waiting = slots.run(runs), slots.run(waits)
    await runs.has_begun()
    closing = asyncio.create_task(slots.close(PATIENCE))
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert not closing.done()
    with pytest.raises(BackendDown):
        slots.run(waits)

    runs.go.set()

    await closing
    assert await running
    assert not waits.began.is_set()


async def test_closing_does_not_wait_for_ever():
    slots = Slots(threads=1, waiting=0)
    work = Work()
    running = slots.run(work)
    await work.has_begun()

    await slots.close(grace=0.01)

    assert not running.done()
    work.go.set()
    await running
