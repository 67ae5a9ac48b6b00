"""The audit channel: what it says, to whom, and when it cannot."""

import asyncio

import pytest

from faceswap.app.auditing import EVERY
from playground import Permission


@pytest.fixture
async def desk(stage):
    """A room for moderators alone, where the audit is posted."""
    desk = stage.guild.add_channel("desk")
    mia = stage.discord.add_user("Mia")
    stage.guild.add_member(mia, Permission.MANAGE_GUILD)
    await stage.start()
    await stage.app.guilds.change(str(stage.guild.id), {"audit_channel": str(desk.id)})
    await stage.save("me")
    return desk


async def pass_time(stage):
    """Let what is being told be noted, and then be looked for."""
    await asyncio.gather(*stage.app.telling.busy.values())
    await stage.clock.until(lambda waits: any(wait <= EVERY for wait in waits))
    stage.clock.advance(EVERY)


def mia(stage):
    return next(each for each in stage.discord.people if each.name == "Mia")


async def test_swaps_and_changes_are_lines_of_one_message(stage, desk):
    await stage.swapped()
    told = await (await stage.swap(0)).until(lambda seen: seen.ephemeral)
    assert "no face" in told.text.lower()
    await pass_time(stage)
    seen = await desk.until(lambda seen: "swapid" in seen.text)
    first, second = seen.text.splitlines()
    assert f"<@{stage.anna.id}> · `swapid` done, 1 credit used" in first
    assert f"<@{stage.anna.id}> · `swapid` failed, nothing charged" in second
    assert seen.raw["mentions"] == []
    assert seen.author.id == stage.discord.bot.id


async def test_what_moderators_write_is_neither_markup_nor_mention(stage, desk):
    who = mia(stage)
    reason = f"@everyone **hi** <@{stage.ben.id}>"
    await (await who.slash(stage.room, "policy ban", member=stage.ben, reason=reason)).reply()
    await pass_time(stage)
    seen = await desk.until(lambda seen: "Banned" in seen.text)
    assert f"<@{who.id}> · Banned <@{stage.ben.id}> for good" in seen.text
    assert "@everyone" not in seen.text
    assert "**hi**" not in seen.text
    assert seen.raw["mentions"] == []
    assert not seen.raw["mention_everyone"]


@pytest.mark.parametrize(("chosen", "said"), [("auto", "fertig"), ("de", "fertig"), ("en", "done")])
async def test_it_speaks_the_language_of_the_server(stage, desk, chosen, said):
    stage.guild.guild.locale = "de"
    await stage.stop()
    await stage.start()
    await stage.app.guilds.change(str(stage.guild.id), {"language": chosen})
    await stage.swapped()
    await pass_time(stage)
    assert await desk.until(lambda seen: f"`swapid` {said}, 1 " in seen.text)


@pytest.mark.parametrize("status", [429, 500])
async def test_lines_wait_for_a_discord_in_trouble_and_survive_a_restart(stage, desk, status):
    stage.discord.faults.add(method="POST", path=f"/channels/{desk.id}/messages", status=status)
    await stage.swapped()
    await stage.kill()
    await stage.start()
    await pass_time(stage)
    await desk.until(lambda seen: "`swapid` done" in seen.text)
    assert len(desk.messages) == 1


async def test_a_channel_that_is_closed_is_told_of_until_another_is_chosen(stage, desk):
    desk.deny(stage.discord.bot, Permission.SEND_MESSAGES)
    await stage.swapped()
    await pass_time(stage)
    await stage.discord.exchange(lambda each: each.status == 403)
    who = mia(stage)
    await stage.clock.until_asleep(EVERY)
    shown = await (await who.slash(stage.room, "policy show")).reply()
    assert "I could not write there" in shown.text
    seen = await (await who.slash(stage.room, "policy edit")).reply()
    seen = await (await who.press(seen, "Mark, language, audit")).reply()
    assert "I could not write there" in seen.text
    desk.allow(stage.discord.bot, Permission.SEND_MESSAGES)
    seen = await (await who.choose(seen, "policy:set:audit_channel", [desk])).reply()
    assert "I could not write there" not in seen.text
    await stage.swapped()
    await pass_time(stage)
    await desk.until(lambda seen: "`swapid` done" in seen.text)
    assert len(desk.messages) == 1
