import asyncio
from types import SimpleNamespace

import pytest

from bot.recent import MOST_REMEMBERED, Choices, Handling, Presses


def press(user=1, message=2, button="again:x"):
    return SimpleNamespace(
        user=SimpleNamespace(id=user),
        message=SimpleNamespace(id=message),
        data={"custom_id": button},
    )


@pytest.fixture
def clock():
    return SimpleNamespace(now=100.0)


@pytest.fixture
def presses(clock):
    return Presses(lambda: clock.now)


def test_the_same_press_within_a_moment_is_one_too_many(presses, clock):
    assert not presses.is_repeated(press())
    clock.now += 1.9
    assert presses.is_repeated(press())
    clock.now += 2.1
    assert not presses.is_repeated(press())


@pytest.mark.parametrize("other", [{"user": 9}, {"message": 9}, {"button": "delete:x"}])
def test_other_presses_are_not(presses, other):
    presses.is_repeated(press())
    assert not presses.is_repeated(press(**other))


def test_not_everything_is_remembered(presses):
    for message in range(MOST_REMEMBERED + 5):
        presses.is_repeated(press(message=message))
    assert not presses.is_repeated(press(message=0))
    assert presses.is_repeated(press(message=MOST_REMEMBERED + 4))


async def test_choices_of_one_message_are_made_one_after_the_other():
    choices, order = Choices(), []

    async def choose(message, face):
        async with choices.of(message) as kept:
            order.append((message, dict(kept)))
            await asyncio.sleep(0)
            kept[face] = "a"

    await asyncio.gather(choose(1, 1), choose(1, 2), choose(2, 1))
    assert order == [(1, {}), (2, {}), (1, {1: "a"})]


async def test_the_end_waits_for_what_is_being_answered():
    handling = Handling()
    with handling.one():
        ending = asyncio.create_task(handling.end(10))
        await asyncio.sleep(0)
        assert not ending.done()
    await ending


async def test_what_takes_too_long_is_canceled_at_the_end():
    handling, canceled = Handling(), asyncio.Event()

    async def answer():
        try:
            with handling.one():
                await asyncio.Event().wait()
        except asyncio.CancelledError:
            canceled.set()
            raise

    answering = asyncio.create_task(answer())
    await asyncio.sleep(0)
    await handling.end(0.01)
    assert answering.done()
    assert canceled.is_set()
