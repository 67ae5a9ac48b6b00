"""What the desk does that nobody sees from outside: what it keeps, and what it lets go."""

from __future__ import annotations

import asyncio
import sys
import threading
import weakref

import pytest
from structlog.testing import capture_logs

from faceswap.apis.native.wire import HealthState
from faceswap.domain.errors import BackendDown, BackendLost, FaceTooSmall
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.sidecar.desk import Bounds, Desk
from tests.sidecar.engine import PATIENCE, FakeEngine, gif, order, png, studio
from tests.sidecar.stack import open_desk, open_desk_over


@pytest.fixture
def engine():
    return FakeEngine()


async def done(desk, swap_id, given=None):
    await desk.submit(swap_id, given or order())
    async with asyncio.timeout(PATIENCE):
        status = await desk.check(swap_id, PATIENCE)
    # The thread has let go of the last call when it is through with another.
    await desk.faces(png())
    return status


def holders(data):
    """Return how many refer to bytes beside the caller's name for them.

    Nothing is collected before: cycles would keep pictures until a collection comes along.
    """
    return sys.getrefcount(data) - 3


class Blob(bytes):
    """Bytes that nobody else can share."""


@pytest.mark.parametrize("fails", [None, FaceTooSmall, ZeroDivisionError])
async def test_the_inputs_of_a_finished_order_are_let_go(engine, fails):
    engine.fails = fails
    target = Blob(png().data)
    async with open_desk(engine) as desk:
        await done(desk, "a", order(NamedBytes("", target)))
        assert (await desk.check("a")).state.is_final
        assert holders(target) == 0


async def test_the_inputs_of_a_canceled_order_are_let_go_before_its_turn(engine):
    engine.gate.clear()
    target = Blob(png().data)
    async with open_desk(engine) as desk:
        await desk.submit("runs", order())
        await engine.has_begun()
        await desk.submit("waits", order(NamedBytes("", target)))
        assert holders(target) == 1
        await desk.cancel("waits")
        assert holders(target) == 0


@pytest.mark.parametrize("fails", [None, FaceTooSmall])
async def test_the_inputs_of_a_clip_are_let_go(engine, fails):
    engine.fails = fails
    fake = studio(engine)
    target = Blob(gif().data)
    async with open_desk_over(fake) as desk:
        await done(desk, "a", order(NamedBytes("", target)))
        fake.orders.clear()
        # The thread has let go of the last call when it is through with another.
        await done(desk, "b", order(gif()))
        assert holders(target) == 0


async def test_a_studio_may_let_go_of_a_clip_while_it_works(engine):
    fake = studio(engine)
    fake.gate.clear()
    target = Blob(gif().data)
    async with open_desk_over(fake) as desk:
        await desk.submit("a", order(NamedBytes("", target)))
        await fake.has_begun()
        fake.orders.clear()
        assert holders(target) == 0
        fake.gate.set()


async def test_a_forgotten_result_is_let_go(engine):
    async with open_desk(engine) as desk:
        await done(desk, "a")
        data = (await desk.fetch("a")).result.data
        assert holders(data) == 1
        await desk.cancel("a")
        assert holders(data) == 0


async def test_a_kept_error_has_no_stack(engine):
    engine.fails = FaceTooSmall
    async with open_desk(engine) as desk:
        error = (await done(desk, "a")).error
    assert error.__traceback__ is None
    assert error.__cause__ is None
    assert error.__context__ is None


async def test_results_are_forgotten_after_their_time(engine):
    engine.fails = FaceTooSmall
    gone = asyncio.Event()
    async with open_desk(engine, Bounds(keep_seconds=0.01)) as desk:
        weakref.finalize((await done(desk, "a")).error, gone.set)
        async with asyncio.timeout(PATIENCE):
            await gone.wait()
        with pytest.raises(BackendLost):
            await desk.check("a")


async def test_results_are_forgotten_when_there_are_too_many(engine):
    async with open_desk(engine, Bounds(keep_bytes=2 * 4096)) as desk:
        for swap_id in ("a", "b", "c"):
            assert (await done(desk, swap_id)).state is JobState.DONE
        with pytest.raises(BackendLost):
            await desk.check("a")
        assert (await desk.fetch("c")).result.data


async def test_health_tells_what_a_swap_would_meet(engine):
    desk = Desk(Bounds(slots=1, waiting=1), "1.2.3")
    assert desk.health().state is HealthState.STARTING
    assert desk.health().engine == ""
    with pytest.raises(BackendDown):
        await desk.submit("early", order())

    await desk.open(lambda: studio(engine))
    assert desk.health().model_dump() == {
        "state": "ready",
        "engine": "fake",
        "provider": "a test, on the CPU",
        "models": "none 1.0",
        "version": "1.2.3",
        "queue": 0,
        "slots": 1,
        "clips": {"state": "ready", "queue": 0, "slots": 1},
        "maker": "painter",
        "scenes": ("mad king", "astronaut"),
        "backdrops": ("beach",),
    }

    engine.gate.clear()
    await desk.submit("runs", order())
    assert (desk.health().state, desk.health().queue) == (HealthState.READY, 0)
    await desk.submit("waits", order())
    assert (desk.health().state, desk.health().queue) == (HealthState.BUSY, 1)

    engine.gate.set()
    await desk.close(PATIENCE)


async def test_health_tells_of_clips_apart(engine):
    fake = studio(engine)
    fake.gate.clear()
    async with open_desk_over(fake) as desk:
        for name in ("runs", "waits"):
            await desk.submit(name, order(gif()))
        health = desk.health()
        assert (health.state, health.queue) == (HealthState.READY, 0)
        assert (health.clips.state, health.clips.queue) == (HealthState.BUSY, 1)
        fake.gate.set()


async def test_a_studio_that_was_still_loading_is_closed_too(engine):
    loading, go = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    fake = studio(engine)

    def load():
        loop.call_soon_threadsafe(loading.set)
        assert go.wait(PATIENCE)
        return fake

    desk = Desk(Bounds(), "1.2.3")
    opening = asyncio.create_task(desk.open(load))
    await loading.wait()
    opening.cancel()
    closing = asyncio.create_task(desk.close(PATIENCE))
    await asyncio.sleep(0)
    go.set()
    await closing
    assert fake.sandbox.is_closed


async def test_learning_that_waits_when_the_desk_closes_is_told(engine):
    engine.gate.clear()
    async with open_desk(engine) as desk:
        await desk.submit("runs", order())
        await engine.has_begun()
        learning = asyncio.create_task(desk.enrol([png()]))
        await asyncio.sleep(0)
        closing = asyncio.create_task(desk.close(PATIENCE))
        with pytest.raises(BackendDown):
            await learning
        engine.gate.set()
        await closing


async def test_the_log_tells_of_swaps_and_not_of_what_they_hold(engine):
    with capture_logs() as lines:
        async with open_desk(engine) as desk:
            await done(desk, "job-1", order(png(name="secret-name.png")))
            engine.fails = ValueError("secret words")
            await done(desk, "job-2")
    by_event = {line["event"]: line for line in lines}
    assert by_event["swap done"]["swap"] == "job-1"
    assert {"wait_ms", "work_ms", "faces", "swapped"} <= by_event["swap done"].keys()
    assert by_event["swap failed"]["error"] == "ValueError"
    assert "secret" not in str(lines)
    assert "PNG" not in str(lines)
