"""Servers that the bot comes into, leaves and forgets."""

from datetime import timedelta

from faceswap.app.guilds import come, find_left, greet, leave
from faceswap.app.upkeep import tidy
from faceswap.domain.policy import OPEN
from faceswap.domain.standing import Standing

HERE = Standing("7")
WEEK = timedelta(days=7).total_seconds()


async def settled(world):
    """Have a server with a rule and a job that is over."""
    await find_left(world.app, ["7"])
    await come(world.app, "7")
    await world.stores.guilds.change("7", {"private": True})
    return await world.worked(world.ask(standing=HERE, account="discord:7:member"))


async def test_a_server_is_greeted_once(world):
    await come(world.app, "7")
    assert [await greet(world.app, "7"), await greet(world.app, "7")] == [True, False]


async def test_a_server_that_was_left_is_forgotten_after_a_week(world):
    job = await settled(world)
    await leave(world.app, "7")
    world.clock.advance(WEEK)
    await tidy(world.app)
    assert await world.jobs.job(job.id)
    world.clock.advance(1)
    await tidy(world.app)
    assert await world.jobs.job(job.id) is None
    assert await world.stores.guilds.policy("7") == OPEN
    assert world.stored() == []


async def test_coming_back_in_time_keeps_all(world):
    job = await settled(world)
    await leave(world.app, "7")
    world.clock.advance(WEEK - 1)
    await come(world.app, "7")
    world.clock.advance(WEEK)
    await tidy(world.app)
    assert await world.jobs.job(job.id)
    assert (await world.stores.guilds.policy("7")).private


async def test_a_server_that_was_left_unseen_is_found_out(world):
    job = await settled(world)
    await find_left(world.app, ["8"])
    world.clock.advance(WEEK + 1)
    await tidy(world.app)
    assert await world.jobs.job(job.id) is None


async def test_nothing_is_forgotten_before_it_is_known_where_the_bot_is(world):
    await settled(world)
    await leave(world.app, "7")
    world.clock.advance(WEEK + 1)
    world.app.presence.clear()
    await tidy(world.app)
    assert (await world.stores.guilds.policy("7")).private
    await find_left(world.app, ["7"])
    await tidy(world.app)
    assert (await world.stores.guilds.policy("7")).private


async def test_old_lines_of_the_audit_go(world):
    await settled(world)
    world.clock.advance(world.rules.retention.total_seconds() + 1)
    await tidy(world.app)
    assert await world.stores.audit.waiting() == []
