"""What is said while one waits, and what becomes of a swap when things go down."""

from faceswap.domain.errors import BackendBusy, BackendDown, NoFace
from faceswap.domain.job import JobState
from tests.discord.stage import is_result, says

WORKING = "⏳ Working on it. The picture will appear here."


async def begun(stage, **more):
    """Ask for a swap that the engine is at until its gate is opened."""
    stage.engine.gate.clear()
    asked = await stage.swap(**more)
    await stage.engine.has_begun()
    return asked


def announcements(stage):
    return [each for each in stage.requests("PATCH", "webhooks") if "⏳" in repr(each.body)]


async def test_a_quick_swap_is_not_announced(stage, bot):
    await stage.save("me")
    await stage.swapped()
    stage.clock.advance(1.5)
    # By the end of another one, it would have been.
    await stage.swapped()
    assert announcements(stage) == []


async def test_a_slow_swap_is_announced_and_then_replaced(stage, bot):
    await stage.save("me")
    asked = await begun(stage)
    assert all(seen.loading for seen in asked.messages)
    stage.clock.advance(1.5)
    working = await asked.reply()
    assert working.text == WORKING
    stage.engine.gate.set()
    seen = await asked.until(is_result)
    assert seen.id == working.id
    assert WORKING not in seen.text


async def test_a_private_swap_is_announced_privately(stage, bot):
    await stage.save("me")
    asked = await begun(stage, private=True)
    stage.clock.advance(1.5)
    assert (await asked.reply()).ephemeral


async def test_a_refusal_takes_the_place_of_the_announcement(stage, bot):
    await stage.save("me")
    asked = await begun(stage)
    stage.clock.advance(1.5)
    working = await asked.reply()
    stage.engine.fails = NoFace(name="party.png")
    stage.engine.gate.set()
    seen = await asked.until(says("I found no face in party.png"))
    assert seen.ephemeral
    assert not stage.anna.sees(working)


async def test_a_swap_is_held_while_the_engine_is_down(stage, bot):
    await stage.save("me")
    stage.backend.on_swap += [BackendDown(), BackendDown()]
    asked = await stage.swap()
    held = await asked.reply()
    assert held.text == (
        "⏳ The swap engine is restarting. Your swap is held and nothing is lost; the result will "
        "appear here."
    )
    assert await stage.spent() == 1
    for pause in (1, 2):
        await stage.clock.until_asleep(pause)
        stage.clock.advance(pause)
    seen = await asked.until(is_result)
    assert seen.id == held.id
    assert await stage.spent() == 1


async def test_a_swap_is_held_while_the_engine_is_busy(stage, bot):
    await stage.save("me")
    stage.backend.on_swap.append(BackendBusy())
    held = await (await stage.swap()).reply()
    assert held.text.startswith("⏳ The swap engine has a lot to do. Your swap is held")


async def test_a_swap_that_is_held_for_too_long_is_given_back(stage, bot):
    await stage.save("me")
    stage.backend.on_swap += [BackendDown() for _ in range(12)]
    asked = await stage.swap()
    await asked.reply()
    for pause in (1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30):
        await stage.clock.until_asleep(pause)
        stage.clock.advance(pause)
    seen = await asked.until(lambda seen: "⏳" not in seen.text)
    assert "The swap engine is not answering just now, so nothing was charged" in seen.text
    assert seen.ephemeral
    assert await stage.spent() == 0


async def test_a_swap_outlasts_a_stop(stage, bot):
    await stage.save("me")
    asked = await begun(stage)
    await stage.stop()
    assert all(seen.loading for seen in asked.messages)
    stage.engine.gate.set()
    await stage.start()
    seen = await asked.until(is_result)
    assert "49 of 50 left" in seen.text
    assert [each.id for each in asked.messages] == [seen.id]


async def test_a_swap_outlasts_a_kill(stage, bot):
    await stage.save("me")
    asked = await begun(stage)
    await stage.kill()
    stage.engine.gate.set()
    await stage.start()
    seen = await asked.until(is_result)
    assert await stage.spent() == 1
    assert (await stage.job(seen)).attempt == 2


async def test_an_answer_that_was_not_given_is_given_after_a_restart(stage, bot):
    await stage.save("me")
    stage.discord.faults.add(method="PATCH", path="@original", status=None, times=50)
    asked = await stage.swap()
    await stage.clock.until(lambda waits: 2.0 in waits)
    await stage.kill()
    stage.discord.faults.release_all()
    await stage.start()
    seen = await asked.until(is_result)
    job = await stage.job(seen)
    assert (job.state, job.charged) == (JobState.DONE, 1)


async def test_a_swap_that_is_being_answered_is_not_announced(stage, bot):
    await stage.save("me")
    hold = stage.discord.faults.hold(method="PATCH", path="@original")
    asked = await stage.swap()
    await hold.arrived()
    stage.clock.advance(1.5)
    await stage.swapped(who=stage.anna)
    hold.release()
    await asked.until(is_result)
    assert announcements(stage) == []


async def test_an_answer_comes_after_an_announcement_on_its_way(stage, bot):
    await stage.save("me")
    asked = await begun(stage)
    hold = stage.discord.faults.hold(method="PATCH", path="@original")
    stage.clock.advance(1.5)
    await hold.arrived()
    stage.engine.gate.set()
    await stage.swapped()
    assert asked.messages[0].loading
    hold.release()
    seen = await asked.until(is_result)
    assert seen.id == asked.messages[0].id
    assert len(announcements(stage)) == 1
