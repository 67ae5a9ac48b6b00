"""Discord's bad days, and clocks that are set."""

from datetime import timedelta

import pytest

from tests.discord.stage import is_result, says
from tests.fakes.clock import NOON


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("me")


async def hold_back(stage, **more):
    """Ask for a swap that is held at the engine."""
    stage.engine.gate.clear()
    asked = await stage.swap(**more)
    await stage.engine.has_begun()
    return asked


async def test_a_storm_of_errors_ends_with_one_answer_each(stage):
    """Limits and errors are waited out by discord.py; what it gives up is tried again by us."""
    stage.engine.gate.clear()
    asks = [await stage.swap() for _ in range(3)]
    for status, times in ((None, 1), (502, 1), (429, 4)):
        stage.discord.faults.add(method="PATCH", path="@original", status=status, times=times)
    stage.engine.gate.set()
    await stage.clock.until(lambda waits: 2.0 in waits)
    stage.clock.advance(2)
    for asked in asks:
        await asked.until(is_result)
    assert len([seen for seen in stage.room.messages if is_result(seen)]) == 3
    assert await stage.spent() == 3


async def test_commands_given_while_the_connection_was_lost_are_answered(stage):
    """Discord keeps them for a session that is taken up again."""
    stage.discord.gateway.drop()
    asked = await stage.swap()
    assert is_result(await asked.until(is_result))


async def test_a_session_that_is_over_is_begun_anew(stage):
    """What happened in between is not told again; jobs and their answers do not hang on it."""
    asked = await hold_back(stage)
    stage.discord.gateway.invalidate()
    stage.engine.gate.set()
    seen = await asked.until(is_result)
    await stage.discord.ready()
    assert is_result(await (await stage.anna.press(seen, "Again")).until(is_result))
    assert await stage.spent() == 2


async def test_a_clock_set_past_the_deadline_ends_jobs_and_costs_nothing(stage):
    asked = await hold_back(stage)
    stage.clock.turn_to(NOON + timedelta(hours=1))
    stage.engine.gate.set()
    assert "took too long" in (await stage.room.until(says("took too long"))).text
    assert await stage.spent() == 0
    assert asked.acknowledged


async def test_a_clock_set_back_gives_no_second_allowance_and_stops_nothing(stage):
    await stage.swapped()
    stage.clock.turn_to(NOON - timedelta(days=1))
    assert "48 of 50 left" in (await stage.swapped()).text


async def test_a_clock_set_to_another_day_brings_that_day_s_allowance(stage):
    asked = await hold_back(stage)
    stage.clock.turn_to(NOON + timedelta(minutes=9))
    stage.engine.gate.set()
    assert "49 of 50 left" in (await asked.until(is_result)).text
    stage.clock.turn_to(NOON + timedelta(days=1))
    assert "49 of 50 left" in (await stage.swapped()).text


async def test_a_clock_set_past_a_token_s_life_has_the_answer_posted(stage):
    """Ours is ahead of Discord's: the reply could still be edited, and a message is as good."""
    stage.discord.faults.add(method="PATCH", path="@original", status=None)
    asked = await stage.swap()
    await stage.clock.until(lambda waits: 2.0 in waits)
    stage.clock.turn_to(stage.clock.now() + timedelta(minutes=16))
    seen = await stage.room.until(is_result)
    assert seen.id not in [each.id for each in asked.messages]
    assert await stage.spent() == 1
