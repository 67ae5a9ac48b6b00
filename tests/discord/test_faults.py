"""Discord at its worst: limits, errors, cut connections, results that are not taken."""

import asyncio

import pytest

from bot.address import Address
from faceswap.domain.errors import NoFace, ResultRefused, ResultTooLarge
from faceswap.domain.job import JobState
from tests.discord.stage import is_result, job_id, says


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("me")


def fail(stage, status, *, method="PATCH", path="@original", **more):
    stage.discord.faults.add(method=method, path=path, status=status, **more)


async def jobs(stage):
    """Return all jobs, oldest first."""
    found = [await stage.app.jobs.job(line["job"]) for line in stage.lines if "job" in line]
    return sorted({job.id: job for job in found}.values(), key=lambda job: (job.created, job.key))


@pytest.mark.parametrize("status", [429, 502])
async def test_a_short_trouble_is_not_noticed(stage, status):
    fail(stage, status)
    fail(stage, 429, method="POST", path="callback")
    seen = await stage.swapped()
    assert "49 of 50 left" in seen.text


async def test_an_answer_that_took_effect_and_was_lost_is_given_once(stage):
    fail(stage, 500, applied=True)
    asked = await stage.swap()
    seen = await asked.until(is_result)
    assert [each.id for each in asked.messages] == [seen.id]


async def test_an_answer_is_tried_again_when_discord_cannot_be_reached(stage):
    fail(stage, None)
    asked = await stage.swap()
    await stage.clock.until(lambda waits: 2.0 in waits)
    assert await stage.spent() == 1
    stage.clock.advance(2)
    assert await asked.until(is_result)
    assert await stage.spent() == 1


async def test_a_late_answer_that_was_lost_is_posted_once(stage):
    stage.engine.gate.clear()
    asked = await stage.swap()
    await stage.engine.has_begun()
    stage.discord.clock.advance(901)
    fail(stage, None, method="POST", path="/messages$", applied=True)
    stage.engine.gate.set()
    await stage.clock.until(lambda waits: 2.0 in waits)
    stage.clock.advance(2)
    await stage.discord.exchange(lambda each: each.path.endswith("/messages") and not each.fault)
    results = [each for each in stage.room.messages if is_result(each)]
    assert len(results) == 1
    assert asked.messages[0].loading


async def test_a_result_too_large_to_post_is_made_smaller_once(stage):
    fail(stage, 413)
    seen = await stage.swapped()
    assert "1 credit used · 49 of 50 left" in seen.text
    first, second = stage.backend.orders
    assert second.most_bytes == first.most_bytes // 2
    assert await stage.spent() == 1


async def test_a_result_too_large_in_any_size_costs_nothing(stage):
    fail(stage, 413, times=2)
    seen = await (await stage.swap()).until(says("may be posted here"))
    assert says("The result has 0.0 MB and less may be posted here, so nothing was charged")(seen)
    assert seen.ephemeral
    assert await stage.spent() == 0
    assert {type(job.error) for job in await jobs(stage)} == {ResultTooLarge}
    assert all(job.answered for job in await jobs(stage))


async def test_a_result_that_discord_does_not_take_costs_nothing(stage):
    """Such as one that its filters find offensive."""
    fail(stage, 400)
    seen = await (await stage.swap()).until(says("could not be posted here"))
    assert seen.ephemeral
    (job,) = await jobs(stage)
    assert (job.state, type(job.error)) == (JobState.FAILED, ResultRefused)
    assert await stage.spent() == 0


async def test_a_reply_that_was_deleted_meanwhile_is_followed_up(stage):
    stage.engine.gate.clear()
    asked = await stage.swap()
    await stage.engine.has_begun()
    stage.discord.world.remove(asked.messages[0].message)
    stage.engine.gate.set()
    seen = await asked.until(is_result)
    assert not seen.ephemeral
    assert await stage.spent() == 1
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.id != seen.id


async def test_a_refusal_whose_reply_was_deleted_is_told(stage):
    stage.engine.gate.clear()
    asked = await stage.swap()
    await stage.engine.has_begun()
    stage.discord.world.remove(asked.messages[0].message)
    stage.engine.fails = NoFace(name="party.png")
    stage.engine.gate.set()
    assert (await asked.until(says("I found no face"))).ephemeral


async def test_an_acknowledgement_that_comes_too_late_starts_nothing(stage):
    hold = stage.discord.faults.hold(method="POST", path="callback")
    asking = asyncio.create_task(stage.swap())
    await hold.arrived()
    stage.discord.clock.advance(4)
    hold.release()
    assert (await asking).failed
    assert await stage.spent() == 0
    assert stage.backend.orders == []


async def test_the_answer_goes_on_when_the_connection_is_lost(stage):
    stage.engine.gate.clear()
    asked = await stage.swap()
    await stage.engine.has_begun()
    stage.discord.gateway.drop()
    stage.engine.gate.set()
    seen = await asked.until(is_result)
    await stage.discord.ready()
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert job_id(again) != job_id(seen)


async def test_where_the_answer_is_is_kept_and_its_token_is_not(stage):
    seen = await stage.swapped()
    await stage.stop()
    await stage.start()
    address = Address.read((await stage.job(seen)).address)
    assert (address.message, address.channel, address.token) == (seen.id, stage.room.id, "")
