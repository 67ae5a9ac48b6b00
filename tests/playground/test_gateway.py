import asyncio
import json
import zlib

import discord
import pytest

from playground import Upload
from tests.playground.conftest import Bot


def add_ping(bot):
    @bot.tree.command()
    async def ping(interaction):
        """Ping."""
        await interaction.response.send_message("pong")


async def test_resume_replays_an_interaction_sent_while_away(stage, start):
    await start(add_ping)
    stage.discord.gateway.drop()
    asked = await stage.anna.slash(stage.room, "ping")
    assert (await asked.reply()).text == "pong"
    assert (stage.discord.gateway.identified, stage.discord.gateway.resumed) == (1, 1)


async def test_a_request_to_reconnect_is_followed_by_a_resume(stage, start):
    bot = await start(add_ping)
    stage.discord.gateway.reconnect()
    assert await bot.heard.get() == "resumed"
    assert (stage.discord.gateway.identified, stage.discord.gateway.resumed) == (1, 1)
    assert (await (await stage.anna.slash(stage.room, "ping")).reply()).text == "pong"


async def test_a_closed_connection_is_resumed(stage, start):
    bot = await start(add_ping)
    stage.discord.gateway.close(4000)
    assert await bot.heard.get() == "resumed"


async def test_an_invalid_session_makes_the_bot_identify_again(stage, start):
    bot = await start(add_ping)
    bot.ready.clear()
    stage.discord.gateway.invalidate()
    await asyncio.wait_for(bot.ready.wait(), 20)
    assert (stage.discord.gateway.identified, stage.discord.gateway.resumed) == (2, 0)
    assert (await (await stage.anna.slash(stage.room, "ping")).reply()).text == "pong"


async def test_a_sequence_that_is_too_old_cannot_be_resumed(stage, start):
    bot = await start(add_ping)
    bot.ready.clear()
    stage.discord.gateway.drop()
    for _ in range(1100):
        stage.discord.world.tell_guild(stage.guild.guild, "TYPING_START", {})
    await asyncio.wait_for(bot.ready.wait(), 20)
    assert (stage.discord.gateway.identified, stage.discord.gateway.resumed) == (2, 0)


class Sharded(Bot, discord.AutoShardedClient):
    """The same client with as many shards as the gateway recommends."""


async def test_two_shards(stage, start):
    stage.discord.world.shards = 2
    rooms = {}
    while len(rooms) < 2:
        stage.discord.clock.advance(1)
        guild = stage.discord.add_guild("Another")
        room = guild.add_channel("general")
        guild.add_member(stage.anna)
        stage.discord.install_bot(guild)
        rooms[(guild.id >> 22) % 2] = (guild, room)

    def setup(bot):
        @bot.tree.command()
        async def shard(interaction):
            """Shard."""
            await interaction.response.send_message(str(interaction.guild.shard_id))

    bot = await start(setup, kind=Sharded)
    assert sorted(bot.shards) == [0, 1]
    assert stage.discord.gateway.identified == 2
    for number, (guild, room) in rooms.items():
        asked = await stage.anna.slash(room, "shard")
        assert (await asked.reply()).text == str(number)
        assert bot.get_guild(guild.id).shard_id == number
    assert any(one.route == "/gateway/bot" for one in stage.discord.exchanges)


async def test_a_bad_token_is_refused_over_rest(stage):
    bot = Bot(connector=stage.discord.connector(), intents=discord.Intents.none())
    with pytest.raises(discord.LoginFailure):
        await bot.start("wrong")
    await bot.close()
    assert [one.status for one in stage.discord.exchanges] == [401]


async def test_an_intent_that_is_off_in_the_portal_is_refused(stage, start):
    stage.fails = True
    intents = discord.Intents(guilds=True, message_content=True)
    with pytest.raises(discord.PrivilegedIntentsRequired):
        await start(add_ping, intents=intents)


class Wire:
    """The gateway by hand, to say what discord.py would not."""

    def __init__(self, socket):
        self.socket = socket

    async def say(self, op, data=None):
        await self.socket.send_str(json.dumps({"op": op, "d": data}))

    async def hear(self):
        message = await self.socket.receive(timeout=10)
        return json.loads(message.data)

    async def closed(self):
        while not self.socket.closed:
            await self.socket.receive(timeout=10)
        return self.socket.close_code


@pytest.fixture
async def wire(session):
    async with session.ws_connect("wss://gateway.discord.gg/?v=10&encoding=json") as socket:
        made = Wire(socket)
        hello = await made.hear()
        assert hello["op"] == 10
        yield made


def identify(stage, **changed):
    return {"token": stage.discord.token, "intents": 1, "properties": {}, **changed}


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ((2, {"token": "wrong", "intents": 1}), 4004),
        ((6, {"token": "wrong", "session_id": "x", "seq": 1}), 4004),
        ((8, {"guild_id": "1"}), 4003),
        ((99, None), 4003),
    ],
)
async def test_close_codes_before_identifying(wire, frame, code):
    await wire.say(*frame)
    assert await wire.closed() == code


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"intents": 1 << 1}, 4014),
        ({"intents": 1 << 40}, 4013),
        ({"shard": [2, 2]}, 4010),
    ],
)
async def test_close_codes_of_an_identify(stage, wire, changed, code):
    await wire.say(2, identify(stage, **changed))
    assert await wire.closed() == code


async def test_text_that_is_no_json_closes_the_connection(wire):
    await wire.socket.send_str("{")
    assert await wire.closed() == 4002


async def test_identifying_twice_closes_the_connection(stage, wire):
    await wire.say(2, identify(stage))
    await wire.say(2, identify(stage))
    assert await wire.closed() == 4005


async def test_heartbeats_are_acknowledged_and_sends_are_limited(wire):
    await wire.say(1)
    assert await wire.hear() == {"op": 11}
    for _ in range(120):
        await wire.say(1)
    assert await wire.closed() == 4008


async def test_an_unknown_session_cannot_be_resumed(stage, wire):
    await wire.say(6, {"token": stage.discord.token, "session_id": "x", "seq": 1})
    assert await wire.hear() == {"op": 9, "d": False}


async def test_one_compressor_serves_the_whole_connection(stage, session):
    url = "wss://gateway.discord.gg/?v=10&encoding=json&compress=zlib-stream"
    inflate = zlib.decompressobj()
    async with session.ws_connect(url) as socket:
        first = await socket.receive_bytes()
        assert first.endswith(b"\x00\x00\xff\xff")
        assert json.loads(inflate.decompress(first))["op"] == 10
        await socket.send_str(json.dumps({"op": 2, "d": identify(stage)}))
        names = []
        while len(names) < 2:
            names.append(json.loads(inflate.decompress(await socket.receive_bytes()))["t"])
        assert names == ["READY", "GUILD_CREATE"]


async def test_members_can_be_requested(stage, wire):
    await wire.say(2, identify(stage))
    await wire.hear()
    await wire.hear()
    await wire.say(8, {"guild_id": str(stage.guild.id), "query": "an", "limit": 5, "nonce": "n"})
    chunk = await wire.hear()
    assert chunk["t"] == "GUILD_MEMBERS_CHUNK"
    assert [one["user"]["global_name"] for one in chunk["d"]["members"]] == ["Anna"]
    assert chunk["d"]["nonce"] == "n"


def add_listener(bot):
    @bot.event
    async def on_message(message):
        bot.heard.put_nowait((message.content, len(message.attachments)))

    @bot.event
    async def on_raw_message_edit(payload):
        bot.heard.put_nowait(("edited", payload.message.content))

    @bot.event
    async def on_raw_message_delete(payload):
        bot.heard.put_nowait(("deleted", payload.message_id))

    @bot.tree.command()
    async def hidden(interaction):
        """Hidden."""
        await interaction.response.send_message("hidden", ephemeral=True)


async def test_messages_reach_a_bot_that_listens_without_their_content(stage, start):
    bot = await start(add_listener, intents=discord.Intents(guilds=True, guild_messages=True))
    posted = await stage.anna.post(stage.room, "secret", files=[Upload("a.txt", b"a")])
    assert await bot.heard.get() == ("", 0)
    await stage.anna.post(stage.room, f"hello {stage.discord.bot.mention}")
    assert (await bot.heard.get())[0] == f"hello {stage.discord.bot.mention}"
    await stage.anna.delete(posted)
    assert await bot.heard.get() == ("deleted", posted.id)
    await stage.anna.slash(stage.room, "hidden")
    await stage.anna.post(stage.anna.dm, "not for this intent")
    await stage.anna.post(stage.room, "last")
    assert await bot.heard.get() == ("", 0)


async def test_direct_messages_come_with_their_content(stage, start):
    bot = await start(add_listener, intents=discord.Intents(guilds=True, dm_messages=True))
    await stage.anna.post(stage.room, "not for this intent")
    await stage.anna.post(stage.anna.dm, "to you")
    assert await bot.heard.get() == ("to you", 0)
