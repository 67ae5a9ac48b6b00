"""Coming into servers, and leaving them."""

import asyncio
from datetime import timedelta

import pytest

from faceswap.domain.policy import OPEN
from playground import Permission
from tests.discord.stage import job_id, says
from tests.fakes.patience import patience

WEEK = 7 * 24 * 3600
HELLO = says("Hello, I swap faces", "/policy edit", "50 credits", "/saveid")


@pytest.fixture
async def other(stage, bot):
    """Another server, which the bot is not in yet.

    It hears of servers to join when it is ready, and looks where it is once more then.
    """
    await stage.app.presence.wait()
    stage.app.presence.clear()
    await stage.app.presence.wait()
    return stage.discord.add_guild("Book club")


async def heard(stage, guild):
    """Wait until the bot has heard of all that happened in a server up to now."""
    room = guild.add_channel("last")
    guild.add_member(stage.anna)
    await (await stage.anna.slash(room, "help")).reply()


def greetings(stage):
    return [seen for room in stage.discord.rooms for seen in room.messages if HELLO(seen)]


async def test_whoever_manages_a_server_is_told_three_things_once(stage, other):
    hall, news = other.add_channel("hall"), other.add_channel("news")
    other.use_system_channel(news)
    stage.discord.install_bot(other)
    assert await news.until(HELLO)
    assert hall.messages == []
    stage.discord.remove_bot(other)
    stage.discord.install_bot(other)
    await heard(stage, other)
    assert len(greetings(stage)) == 1


async def test_they_are_told_in_the_language_of_the_server(stage, other):
    other.guild.locale = "de"
    hall = other.add_channel("hall")
    stage.discord.install_bot(other)
    assert await hall.until(says("Hallo", "/policy edit", "50 Credits"))


async def test_they_are_told_where_the_bot_may_write(stage, other):
    news, closed, hall = (other.add_channel(name) for name in ("news", "closed", "hall"))
    other.use_system_channel(news)
    for room in (news, closed):
        room.deny(other, Permission.SEND_MESSAGES)
    stage.discord.install_bot(other)
    assert await hall.until(HELLO)
    assert len(greetings(stage)) == 1


async def test_nothing_is_written_where_the_bot_may_write_nowhere(stage, other):
    other.add_channel("hall").deny(other, Permission.SEND_MESSAGES)
    stage.discord.install_bot(other)
    await heard(stage, other)
    assert greetings(stage) == []
    assert [each for each in stage.discord.exchanges if each.status == 403] == []


async def kept(stage):
    """Have a server with a rule and a result."""
    await stage.save("me")
    await stage.app.guilds.change(str(stage.guild.id), {"private": True})
    return job_id(await stage.swapped())


async def noticed(stage):
    """Wait until the bot knows that it has been removed."""
    soon = stage.clock.now() + timedelta(seconds=1)
    async with patience():
        while not await stage.app.guilds.gone(soon):  # noqa: ASYNC110 - the store tells nobody
            await asyncio.sleep(0)


async def forgets(stage):
    """Let a week pass, and have the bot tidy up at its next start."""
    await stage.stop()
    stage.clock.advance(WEEK + 1)
    await stage.start()
    await stage.app.presence.wait()
    await stage.clock.until_asleep(600)
    stage.clock.advance(600)
    await stage.clock.until_asleep(600)


async def test_a_server_that_is_left_is_forgotten_after_a_week(stage, bot):
    job = await kept(stage)
    stage.discord.remove_bot(stage.guild)
    await noticed(stage)
    await forgets(stage)
    assert await stage.app.jobs.job(job) is None
    assert await stage.app.guilds.policy(str(stage.guild.id)) == OPEN
    assert await stage.spent() == 0
    assert list(stage.data.glob("pictures/*/*")) == []


async def test_so_is_one_that_was_left_while_the_bot_was_away(stage, bot):
    job = await kept(stage)
    await stage.stop()
    stage.discord.remove_bot(stage.guild)
    await stage.start()
    await noticed(stage)
    await forgets(stage)
    assert await stage.app.jobs.job(job) is None


async def test_coming_back_in_time_keeps_all(stage, bot):
    job = await kept(stage)
    await stage.stop()
    stage.discord.remove_bot(stage.guild)
    await stage.start()
    stage.discord.install_bot(stage.guild)
    await forgets(stage)
    assert await stage.app.jobs.job(job)
    assert (await stage.app.guilds.policy(str(stage.guild.id))).private


async def test_a_server_that_is_out_of_order_is_not_gone(stage, bot):
    job = await kept(stage)
    stage.discord.break_down(stage.guild)
    await stage.stop()
    await stage.start()
    await forgets(stage)
    assert await stage.app.jobs.job(job)
