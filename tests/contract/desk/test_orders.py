"""What is asked of us with orders, beyond the contracts."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from faceswap.domain.errors import BackendBusy, BackendDown, BackendLost
from faceswap.domain.job import JobState
from faceswap.domain.options import Options
from faceswap.ports import WeightedTemplate
from tests.contract.desk.orders import done, ended, pixels, waiting_for
from tests.sidecar.engine import PAINT, SIDE, order, png, template


async def test_an_order_comes_back_as_pictures(backend):
    await backend.submit("one", order(png(faces=1)))

    status = await ended(backend, "one")
    result = await backend.fetch("one")

    assert (status.state, status.progress, status.error) == (JobState.DONE, 1.0, None)
    assert result.result.media_type == "image/png"
    assert (result.result.width, result.result.height) == (SIDE, SIDE)
    assert pixels(result.result)[SIDE // 2, SIDE // 2].tolist() == [PAINT] * 3
    assert (result.before.media_type, result.before.width) == ("image/jpeg", SIDE)
    assert result.numbered is None
    assert (result.swapped, result.was_reduced) == ((1,), False)
    assert [(face.number, face.yaw, face.box.right) for face in result.faces] == [(1, -3.5, 63.0)]


async def test_several_faces_are_numbered(backend):
    anna, ben = (WeightedTemplate(template(name), 1.0) for name in (b"anna", b"ben"))
    await backend.submit("two", replace(order(png(faces=3)), cast=((anna,), None, (ben,))))

    result = await done(backend, "two")

    assert result.swapped == (1, 3)
    assert [face.number for face in result.faces] == [1, 2, 3]
    assert result.numbered is not None
    assert pixels(result.numbered).shape == (SIDE, SIDE * 3, 3)


async def test_an_order_arrives_as_it_was_given(backend, engine):
    mix = tuple(WeightedTemplate(template(name), 1 / 3) for name in (b"a", b"\0\r\n--b", b"c"))
    options = Options(keep_mouth=True, sharpen=True)
    await backend.submit("mix", replace(order(), cast=(mix,), options=options))
    await done(backend, "mix")

    assert engine.swaps == [([(each.template, each.weight) for each in mix], options)]


async def test_one_template_may_go_to_several_faces(backend, engine):
    anna = WeightedTemplate(template(), 1.0)
    await backend.submit("twice", replace(order(png(faces=2)), cast=((anna,), (anna,))))
    await done(backend, "twice")

    assert [source for source, _ in engine.swaps] == [[(template(), 1.0)]] * 2


async def test_the_same_id_again_is_a_no_op(backend, engine):
    await backend.submit("same", order(png(mark=1)))
    first = await done(backend, "same")
    await backend.submit("same", order(png(faces=2)))

    assert await backend.fetch("same") == first
    assert len(engine.swaps) == 1


async def test_the_same_id_at_the_same_time_is_done_once(backend, engine):
    await asyncio.gather(*(backend.submit("same", order()) for _ in range(5)))
    await done(backend, "same")

    assert len(engine.swaps) == 1


async def test_a_check_that_waits_answers_at_the_end(backend, engine):
    engine.gate.clear()
    await backend.submit("slow", order())
    waiting = await waiting_for(backend, "slow")

    engine.gate.set()

    assert (await waiting).state is JobState.DONE


async def test_a_check_that_waited_in_vain_says_so(backend, engine):
    engine.gate.clear()
    await backend.submit("slow", order())

    for wait in (0.0, 0.01):
        status = await backend.check("slow", wait)
        assert (status.state, status.error) == (JobState.PROCESSING, None)
    with pytest.raises(BackendLost):
        await backend.fetch("slow")


async def test_canceling_wakes_who_waits_and_forgets(backend, engine):
    engine.gate.clear()
    await backend.submit("gone", order())
    await engine.has_begun()
    waiting = await waiting_for(backend, "gone")

    await backend.cancel("gone")

    assert (await waiting).state is JobState.CANCELED
    with pytest.raises(BackendLost):
        await backend.check("gone")


async def test_what_was_canceled_may_be_ordered_again(backend, engine):
    engine.gate.clear()
    await backend.submit("again", order())
    await engine.has_begun()
    await backend.cancel("again")
    await backend.submit("again", order(png(faces=2)))
    engine.gate.set()

    assert len((await done(backend, "again")).faces) == 2


async def test_what_waits_and_is_canceled_is_never_begun(backend, engine):
    engine.gate.clear()
    await backend.submit("runs", order())
    await engine.has_begun()
    await backend.submit("waits", order())
    await backend.cancel("waits")
    engine.gate.set()
    await done(backend, "runs")
    await backend.submit("last", order())
    await done(backend, "last")

    assert len(engine.swaps) == 2


async def test_too_many_orders_are_not_taken(backend, engine):
    engine.gate.clear()
    await backend.submit("runs", order())
    await backend.submit("waits", order())
    with pytest.raises(BackendBusy):
        await backend.submit("too-many", order())
    with pytest.raises(BackendLost):
        await backend.check("too-many")
    engine.gate.set()
    await done(backend, "waits")

    await backend.submit("too-many", order())
    await done(backend, "too-many")


async def test_a_desk_that_closes_is_down(stack):
    backend, engine = stack.backend, stack.engine
    engine.gate.clear()
    await backend.submit("runs", order())
    await engine.has_begun()
    waiting = await waiting_for(backend, "runs")

    stack.desk.refuse()

    with pytest.raises(BackendDown):
        await waiting
    for call in (
        backend.submit("new", order()),
        backend.check("runs"),
        backend.enrol([png()]),
        backend.faces(png()),
    ):
        with pytest.raises(BackendDown):
            await call
