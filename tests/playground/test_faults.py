import asyncio
import io

import aiohttp
import discord
import pytest

from playground.limits import Rate


def add_post(bot):
    @bot.tree.command()
    async def post(interaction):
        """Post."""
        await interaction.response.defer()
        file = discord.File(io.BytesIO(b"x" * 5000), "a.bin")
        await interaction.edit_original_response(content="done", attachments=[file])


async def test_a_429_is_waited_out_and_the_file_sent_again(stage, start):
    await start(add_post)
    stage.discord.faults.add(
        method="PATCH", path="@original", status=429, times=2, retry_after=0.01
    )
    asked = await stage.anna.slash(stage.room, "post")
    reply = await asked.reply()
    sent = [one for one in stage.discord.exchanges if one.method == "PATCH"]
    assert [one.status for one in sent] == [429, 429, 200]
    assert [one.files[0].size for one in sent] == [5000] * 3
    assert stage.discord.cdn.open(reply.files[0]["url"]).data == b"x" * 5000


async def test_a_429_on_a_channel_route(stage, start):
    bot = await start(add_post)
    path = f"/channels/{stage.room.id}/messages"
    stage.discord.faults.add(
        method="POST", path=path, status=429, retry_after=0.01, everywhere=True
    )
    await bot.get_channel(stage.room.id).send("hello")
    sent = [one for one in stage.discord.exchanges if one.path == path]
    assert [(one.status, one.fault) for one in sent] == [(429, True), (200, False)]
    assert sent[0].reply["global"]


async def test_a_500_is_retried(stage, start):
    await start(add_post)
    stage.discord.faults.add(method="PATCH", path="@original", status=502)
    asked = await stage.anna.slash(stage.room, "post")
    assert (await asked.reply()).text == "done"


async def test_a_lost_reply_leaves_its_effect(stage, start):
    bot = await start(add_post)
    channel = bot.get_channel(stage.room.id)
    stage.discord.faults.add(method="POST", path="/messages$", status=None, applied=True)
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await channel.send("twice?")
    assert [seen.text for seen in stage.room.messages] == ["twice?"]


async def test_slow_replies_are_right_in_the_end(stage, start):
    await start(add_post)
    stage.discord.faults.slow(method="PATCH", path="@original", delay=0.02)
    asked = await stage.anna.slash(stage.room, "post")
    assert (await asked.reply()).text == "done"


async def test_faults_hit_only_what_they_name(stage, start):
    bot = await start(add_post)
    stage.discord.faults.add(method="DELETE", path="/messages/", status=500, times=9)
    stage.discord.faults.add(method="POST", path="/guilds/", status=500, times=9)
    message = await bot.get_channel(stage.room.id).send("hello")
    assert message.content == "hello"


async def test_a_held_request_waits_for_its_release(stage, start):
    bot = await start(add_post)
    held = stage.discord.faults.hold(method="POST", path="/messages$")
    sending = asyncio.create_task(bot.get_channel(stage.room.id).send("hello"))
    await held.arrived()
    assert stage.room.messages == []
    held.release()
    await sending
    assert [seen.text for seen in stage.room.messages] == ["hello"]


async def test_replies_carry_rate_limit_headers(stage, rest):
    status, _, headers = await rest("GET", f"/channels/{stage.room.id}")
    assert status == 200
    assert headers["X-RateLimit-Limit"] == "50"
    assert headers["X-RateLimit-Remaining"] == "49"
    assert 0 < float(headers["X-RateLimit-Reset-After"]) <= 1
    _, _, again = await rest("GET", f"/channels/{stage.room.id}")
    assert again["X-RateLimit-Bucket"] == headers["X-RateLimit-Bucket"]
    assert again["X-RateLimit-Remaining"] == "48"
    assert again["Content-Type"] == "application/json"


async def test_too_many_calls_are_refused_until_the_window_ends(stage, rest):
    stage.discord.rates.default = Rate(1, 60.0)
    await rest("GET", "/users/@me")
    status, body, headers = await rest("GET", "/users/@me")
    assert (status, body["message"]) == (429, "You are being rate limited.")
    assert headers["Via"]
    assert 0 < body["retry_after"] <= 60
    assert (await rest("GET", "/gateway"))[0] == 200


async def test_a_client_keeps_within_its_rate_limit(stage, start):
    stage.discord.rates.rates["POST /channels/{channel_id}/messages"] = Rate(2, 0.05)
    bot = await start(add_post)
    channel = bot.get_channel(stage.room.id)
    for number in range(5):
        await channel.send(str(number))
    assert [seen.text for seen in stage.room.messages] == list("01234")
    assert {one.status for one in stage.discord.exchanges} <= {200, 204}
