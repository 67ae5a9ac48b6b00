"""Servers, direct messages, group DMs, and people who bring the bot along."""

import io
from functools import cache

import numpy as np
import pytest
from PIL import Image

from playground import Permission, Upload
from tests.discord.stage import is_result, picture, says


async def test_a_dm_with_the_bot(stage, bot):
    await stage.save("me", room=stage.anna.dm)
    seen = await stage.swapped(room=stage.anna.dm)
    assert not seen.ephemeral
    assert await stage.spent(place="dm") == 1
    assert await stage.spent() == 0
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_ids_are_the_same_everywhere_and_credits_are_the_places(stage, bot):
    other = stage.discord.add_guild("Book club")
    hall = other.add_channel("hall")
    other.add_member(stage.anna)
    stage.discord.install_bot(other)
    await stage.save("me")
    for room in (stage.room, hall, stage.anna.dm):
        assert "49 of 50 left" in (await stage.swapped(room=room)).text
    assert await stage.spent() == 1
    assert await stage.spent(place=other.id) == 1
    assert await stage.spent(place="dm") == 1


async def test_a_late_answer_in_a_dm(stage, bot):
    await stage.save("me")
    stage.engine.gate.clear()
    await stage.swap(room=stage.anna.dm)
    await stage.engine.has_begun()
    stage.discord.clock.advance(901)
    stage.engine.gate.set()
    assert await stage.anna.dm.until(is_result)


class Elsewhere:
    """A server without the bot, in which Anna has brought it along."""

    def __init__(self, stage):
        self.guild = stage.discord.add_guild("Elsewhere", boost_tier=3)
        self.room = self.guild.add_channel("lounge")
        self.guild.add_member(stage.anna)
        self.guild.add_member(stage.ben)
        stage.discord.install_for_user(stage.anna)


@pytest.fixture
def elsewhere(stage):
    return Elsewhere(stage)


async def test_a_server_without_the_bot(stage, elsewhere, bot):
    assert elsewhere.room.name == "lounge"
    assert "swapid" in stage.anna.offered(elsewhere.room)
    assert stage.ben.offered(elsewhere.room) == []
    await stage.save("me", room=elsewhere.room)
    seen = await stage.swapped(2, room=elsewhere.room)
    assert not seen.ephemeral
    assert stage.ben.sees(seen)
    assert await stage.spent(place="dm") == 1
    select = seen.selects[1]
    chosen = await stage.anna.choose(seen, select.custom_id, ["me"])
    seen = await chosen.reply()
    other = await (await stage.anna.press(seen, seen.buttons[-1].label)).until(is_result)
    assert "**`me,me`**" in other.text
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_a_message_of_a_server_without_the_bot(stage, elsewhere, bot):
    await stage.save("me")
    posted = await stage.ben.post(elsewhere.room, "look", files=[picture()])
    seen = await (await stage.anna.menu("INSwapper", posted)).until(is_result)
    assert stage.ben.sees(seen)


async def test_a_server_where_outside_apps_may_not_speak(stage, elsewhere, bot):
    elsewhere.guild.deny_everyone(Permission.USE_EXTERNAL_APPS)
    await stage.save("me")
    seen = await stage.swapped(room=elsewhere.room)
    assert seen.ephemeral
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.ephemeral
    asked = await stage.swap(room=elsewhere.room, ids="nobody")
    told = await asked.reply()
    assert told.ephemeral
    assert [each.id for each in asked.messages] == [told.id]


async def test_a_late_answer_where_the_bot_is_not(stage, elsewhere, bot):
    await stage.save("me")
    stage.engine.gate.clear()
    await stage.swap(room=elsewhere.room)
    await stage.engine.has_begun()
    stage.discord.clock.advance(901)
    stage.engine.gate.set()
    seen = await stage.anna.dm.until(is_result)
    assert not any(is_result(each) for each in elsewhere.room.messages)
    assert says("for", "/swapid")(seen)


async def test_a_group_of_friends(stage, bot):
    stage.discord.install_for_user(stage.anna)
    group = stage.discord.add_private(stage.anna, stage.ben, stage.discord.add_user("Cleo"))
    await stage.save("me", room=group)
    seen = await stage.swapped(room=group)
    assert stage.ben.sees(seen)
    told = await (await stage.ben.press(seen, "Delete")).reply()
    assert told.ephemeral
    assert "Only the member who asked" in told.text


@pytest.mark.parametrize(("tier", "premium", "limit"), [(0, 0, 10), (2, 0, 25), (0, 2, 10)])
async def test_a_result_fits_what_the_server_takes(stage, bot, tier, premium, limit):
    """Also when the asker could post more: the answer may come as a message of the bot's own."""
    stage.guild.guild.boost_tier = tier
    stage.anna.user.premium = premium
    await stage.stop()
    await stage.start()
    await stage.save("me")
    await stage.swapped()
    assert stage.backend.orders[0].most_bytes == limit * 2**20


async def test_a_result_that_was_reduced_says_so(stage, bot):
    stage.anna.user.premium = 2
    await stage.save("me")
    seen = await (await stage.swap(image=noise())).until(is_result)
    assert "-# Made smaller to fit what may be posted here." in seen.text
    assert seen.pictures[1].filename.endswith(".jpg")
    assert len(seen.pictures[1].data) < 10 * 2**20 < len(noise().data)


@cache
def noise() -> Upload:
    """Return a picture that no lossless file under the limit can hold."""
    pixels = np.random.default_rng(1).integers(0, 256, (1900, 2000, 3), np.uint8)
    pixels[0, 0] = 1
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG", compress_level=0)
    return Upload("noise.png", stream.getvalue())
