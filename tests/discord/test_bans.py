"""Members who may not use the bot in a server."""

import pytest

from playground import Permission
from tests.discord.stage import clip, is_result, photo, says


@pytest.fixture
async def mia(stage):
    """Somebody who manages the server; Anna and Ben have saved themselves."""
    mia = stage.discord.add_user("Mia")
    stage.guild.add_member(mia, Permission.MANAGE_GUILD)
    await stage.start()
    await stage.save("me")
    await stage.save("ben", who=stage.ben)
    return mia


async def ban(stage, by, member, **more):
    return await (await by.slash(stage.room, "policy ban", member=member, **more)).reply()


async def test_a_banned_member_is_told_why_and_until_when(stage, mia):
    before = await stage.swapped()
    seen = await ban(stage, mia, stage.anna, reason="too *many*", until="2h")
    end = int(stage.clock.now().timestamp()) + 7200
    assert seen.ephemeral
    assert f"<@{stage.anna.id}> may not use me here until <t:{end}:f>." in seen.text
    for asked in (
        await stage.swap(),
        await stage.anna.press(before, "Again"),
        await stage.anna.slash(stage.room, "saveid", idname="new", image=photo("new")),
    ):
        told = await asked.reply()
        assert told.ephemeral
        assert says(r"(reason: too \*many\*)", "until 2026-11-20 14:00 UTC")(told)
    assert await stage.spent() == 1
    assert is_result(await stage.swapped(who=stage.ben, ids="ben"))
    assert is_result(await stage.swapped(room=stage.anna.dm))
    stage.clock.advance(7200)
    assert is_result(await stage.swapped())


async def test_a_ban_is_listed_and_lifted(stage, mia):
    await ban(stage, mia, stage.anna, reason="spam")
    await ban(stage, mia, stage.ben, until="2030-12-24")
    shown = await (await mia.slash(stage.room, "policy show")).reply()
    assert says("**Banned:** 2 members", f"• <@{stage.anna.id}>, for good: spam")(shown)
    assert "until <t:1924300800:f>" in shown.text
    seen = await (await mia.slash(stage.room, "policy unban", member=stage.anna)).reply()
    assert seen.text == f"✅ <@{stage.anna.id}> may use me here again."
    assert is_result(await stage.swapped())
    again = await (await mia.slash(stage.room, "policy unban", member=stage.anna)).reply()
    assert "That member is not banned" in again.text


async def test_somebody_who_has_left_can_be_banned(stage, mia):
    stranger = stage.discord.add_user("Stranger")
    assert "may not use me here any more" in (await ban(stage, mia, stranger)).text


async def test_who_cannot_be_banned(stage, mia):
    cleo = stage.discord.add_user("Cleo")
    stage.guild.add_member(cleo, Permission.MANAGE_GUILD)
    assert "cannot ban or unban yourself" in (await ban(stage, mia, mia)).text
    assert "can manage this server and cannot be banned" in (await ban(stage, mia, cleo)).text
    assert "is no time to come" in (await ban(stage, mia, stage.anna, until="never")).text
    assert await stage.app.guilds.bans(str(stage.guild.id)) == []


async def test_an_offer_is_not_accepted_by_a_banned_member(stage, mia):
    image = photo("x")
    asked = await stage.anna.slash(stage.room, "faceswap", source=image, target=clip(frames=150))
    offer = await asked.reply()
    await ban(stage, mia, stage.anna)
    for button in offer.buttons[:2]:
        told = await (await stage.anna.press(offer, button.label)).until(lambda s: s.ephemeral)
        assert "You may not use me in this server" in told.text
    assert await stage.spent() == 0
