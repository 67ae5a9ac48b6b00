"""Progress on its way: never two edits at once, never one too many, never in the way of the end."""

import asyncio

import pytest

from bot.live import MOST_REMEMBERED, SPACING, Live
from tests.fakes.clock import HandClock
from tests.quiet_discord import discord


class Sent:
    """Edits that were begun; each waits while `gate` is closed."""

    def __init__(self):
        self.begun, self.done, self.gate = [], [], asyncio.Event()
        self.gate.set()
        self.error = None

    def edit(self, name):
        async def send():
            self.begun.append(name)
            await self.gate.wait()
            if self.error:
                raise self.error
            self.done.append(name)

        return send


@pytest.fixture
async def clock():
    return HandClock()


@pytest.fixture
async def sent():
    return Sent()


@pytest.fixture
async def live(clock):
    made = Live(lambda: clock)
    yield made
    await made.close()


async def spaced(clock):
    await clock.until_asleep(SPACING)


async def test_the_first_edit_is_made_at_once(live, clock, sent):
    live.show("job", sent.edit("first"))
    await spaced(clock)
    assert sent.done == ["first"]
    assert live.is_shown("job")


async def test_of_what_comes_too_soon_only_the_newest_is_shown(live, clock, sent):
    live.show("job", sent.edit("first"))
    await spaced(clock)
    for name in ("second", "third", "fourth"):
        live.show("job", sent.edit(name))
    assert sent.begun == ["first"]
    clock.advance(SPACING)
    await spaced(clock)
    assert sent.done == ["first", "fourth"]
    clock.advance(SPACING)
    await asyncio.sleep(0)
    assert sent.begun == ["first", "fourth"]


async def test_edits_do_not_queue_up_behind_a_slow_one(live, clock, sent):
    sent.gate.clear()
    live.show("job", sent.edit("first"))
    for name in ("second", "third"):
        await asyncio.sleep(0)
        live.show("job", sent.edit(name))
    sent.gate.set()
    await spaced(clock)
    clock.advance(SPACING)
    await spaced(clock)
    assert sent.done == ["first", "third"]


async def test_jobs_do_not_wait_for_one_another(live, clock, sent):
    held = Sent()
    held.gate.clear()
    live.show("one", held.edit("one"))
    live.show("other", sent.edit("other"))
    await spaced(clock)
    assert (held.begun, held.done, sent.done) == (["one"], [], ["other"])


async def test_what_waits_is_not_shown_after_the_end(live, clock, sent):
    live.show("job", sent.edit("first"))
    await spaced(clock)
    live.show("job", sent.edit("second"))
    await live.end("job")
    clock.advance(SPACING)
    await asyncio.sleep(0)
    assert sent.begun == ["first"]


async def test_what_comes_after_the_end_is_not_shown(live, sent):
    await live.end("job")
    live.show("job", sent.edit("late"))
    await asyncio.sleep(0)
    assert sent.begun == []


async def test_the_end_waits_for_an_edit_on_its_way(live, sent):
    sent.gate.clear()
    live.show("job", sent.edit("first"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    ending = asyncio.create_task(live.end("job"))
    await asyncio.sleep(0)
    assert not ending.done()
    sent.gate.set()
    await ending
    assert sent.done == ["first"]


async def test_the_end_does_not_wait_for_ever(clock, sent):
    live = Live(lambda: clock, last_edit=0.01)
    sent.gate.clear()
    live.show("job", sent.edit("first"))
    await asyncio.sleep(0)
    await live.end("job")
    sent.gate.set()
    await asyncio.sleep(0)
    assert sent.done == []


@pytest.mark.parametrize("error", [OSError(), TimeoutError()])
async def test_an_edit_that_fails_is_followed_by_the_next(live, clock, sent, error):
    sent.error = error
    live.show("job", sent.edit("first"))
    await spaced(clock)
    sent.error = None
    live.show("job", sent.edit("second"))
    clock.advance(SPACING)
    await spaced(clock)
    assert sent.done == ["second"]


@pytest.mark.parametrize("status", [401, 404])
async def test_a_reply_that_is_gone_is_left_alone(live, clock, sent, status):
    response = type("Response", (), {"status": status, "reason": ""})()
    sent.error = discord.HTTPException(response, {"code": 10008, "message": ""})
    live.show("job", sent.edit("first"))
    await spaced(clock)
    live.show("job", sent.edit("second"))
    clock.advance(SPACING)
    await asyncio.sleep(0)
    assert sent.begun == ["first"]


async def test_many_ends_are_not_remembered_for_ever(live, clock, sent):
    for number in range(MOST_REMEMBERED + 1):
        await live.end(str(number))
    live.show("1", sent.edit("late"))
    live.show("0", sent.edit("forgotten"))
    await spaced(clock)
    assert sent.begun == ["forgotten"]
