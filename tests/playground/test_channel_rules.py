import io

import discord
import pytest

from playground import NotOffered, Permission, Upload
from playground.limits import MIB


@pytest.fixture
def post(stage, rest):
    async def call(**body):
        return await rest("POST", f"/channels/{stage.room.id}/messages", json=body)

    return call


async def test_a_message_by_the_bot(stage, start, png):
    bot = await start(lambda bot: None)
    channel = bot.get_channel(stage.room.id)
    embed = discord.Embed(title="Result", description="Swapped", color=0x5865F2)
    embed.set_image(url="attachment://a.png").set_footer(text="1 credit").add_field(
        name="ID", value="me"
    )
    files = [discord.File(io.BytesIO(png()), "a.png"), discord.File(io.BytesIO(b"log"), "log.txt")]
    sent = await channel.send("**Done** <@1>", embed=embed, files=files)
    seen = stage.room.messages[0]
    assert seen.text == "**Done** <@1>\nResult\nSwapped\nID\nme\n1 credit"
    assert [one["filename"] for one in seen.attachments] == ["log.txt"]
    assert [one.filename for one in sent.attachments] == ["log.txt"]
    assert seen.pictures[0].data == png()
    assert sent.embeds[0].image.width == 32
    edited = await sent.edit(content="Edited", embed=None)
    assert [one.filename for one in edited.attachments] == ["a.png", "log.txt"]
    edited = await sent.edit(
        attachments=[one for one in edited.attachments if one.filename == "a.png"]
    )
    assert [one.filename for one in edited.attachments] == ["a.png"]
    assert [message.id async for message in channel.history()] == [sent.id]
    await sent.delete()
    assert stage.room.messages == []


async def test_replies_and_mentions(stage, start):
    bot = await start(lambda bot: None)
    channel = bot.get_channel(stage.room.id)
    posted = await stage.anna.post(stage.room, "hello")
    reply = await channel.get_partial_message(posted.id).reply(
        f"{stage.anna.mention} {stage.ben.mention}"
    )
    assert reply.reference.message_id == posted.id
    assert {user.name for user in reply.mentions} == {"anna", "ben"}
    quiet = await channel.send(stage.anna.mention, allowed_mentions=discord.AllowedMentions.none())
    assert quiet.mentions == []
    one = discord.AllowedMentions(users=[discord.Object(stage.ben.id)])
    some = await channel.send(f"{stage.anna.mention} {stage.ben.mention}", allowed_mentions=one)
    assert [user.name for user in some.mentions] == ["ben"]
    with pytest.raises(discord.HTTPException, match="Unknown message"):
        await channel.get_partial_message(1).reply("to nothing")


async def test_a_nonce_makes_a_message_unique_for_a_few_minutes(stage, start):
    bot = await start(lambda bot: None)
    channel = bot.get_channel(stage.room.id)
    first = await channel.send("once", nonce="job-7")
    again = await channel.send("twice?", nonce="job-7")
    assert (again.id, again.content) == (first.id, "once")
    await channel.send("other", nonce="job-8")
    stage.discord.clock.advance(5 * 60 + 1)
    late = await channel.send("late", nonce="job-7")
    assert [seen.id for seen in stage.room.messages][2:] == [late.id]


async def test_direct_messages(stage, start):
    bot = await start(lambda bot: None)
    closed = stage.discord.add_user("Shy", accepts_dms=False)
    user = await bot.fetch_user(stage.anna.id)
    await user.send("hello")
    assert [seen.text for seen in stage.anna.dm.messages] == ["hello"]
    assert stage.anna.sees(stage.anna.dm.messages[0])
    assert not stage.ben.sees(stage.anna.dm.messages[0])
    with pytest.raises(discord.Forbidden) as caught:
        await (await bot.fetch_user(closed.id)).send("hello")
    assert caught.value.code == 50007


@pytest.mark.parametrize(
    ("permission", "code", "files", "embeds"),
    [
        (Permission.VIEW_CHANNEL, 50001, [], []),
        (Permission.SEND_MESSAGES, 50013, [], []),
        (Permission.ATTACH_FILES, 50013, [b"x"], []),
        (Permission.EMBED_LINKS, 50013, [], [discord.Embed(title="x")]),
    ],
)
async def test_the_bot_needs_permissions(stage, start, permission, code, files, embeds):
    bot = await start(lambda bot: None)
    channel = bot.get_channel(stage.room.id)
    made = [discord.File(io.BytesIO(data), "a.bin") for data in files]
    stage.room.deny(stage.discord.bot, permission)
    with pytest.raises(discord.Forbidden) as caught:
        await channel.send("x", files=made, embeds=embeds)
    assert caught.value.code == code
    stage.room.allow(stage.discord.bot, permission)
    await channel.send("fine", embeds=embeds)


async def test_reading_needs_the_history_permission(stage, start):
    bot = await start(lambda bot: None)
    posted = await stage.anna.post(stage.room, "x")
    stage.room.deny(stage.guild, Permission.READ_MESSAGE_HISTORY)
    with pytest.raises(discord.Forbidden):
        await bot.get_channel(stage.room.id).fetch_message(posted.id)


async def test_others_messages_can_be_deleted_by_a_moderator_only(stage, start):
    bot = await start(lambda bot: None)
    partial = bot.get_channel(stage.room.id).get_partial_message
    posted = await stage.anna.post(stage.room, "x")
    with pytest.raises(discord.Forbidden) as caught:
        await partial(posted.id).edit(content="y")
    assert caught.value.code == 50005
    with pytest.raises(discord.Forbidden):
        await partial(posted.id).delete()
    stage.room.allow(stage.discord.bot, Permission.MANAGE_MESSAGES)
    await partial(posted.id).delete()
    assert stage.room.messages == []


async def test_roles_and_overwrites_add_up(stage):
    judge = stage.guild.add_role("Judge", Permission.MANAGE_MESSAGES)
    carla = stage.discord.add_user("Carla")
    stage.guild.add_member(carla, Permission.BAN_MEMBERS, judge)
    may = stage.discord.world.permissions
    channel = stage.room.channel
    assert Permission.MANAGE_MESSAGES | Permission.BAN_MEMBERS in may(carla.user, channel)
    stage.room.deny(stage.guild, Permission.SEND_MESSAGES)
    assert Permission.SEND_MESSAGES not in may(carla.user, channel)
    stage.room.allow(judge, Permission.SEND_MESSAGES)
    assert Permission.SEND_MESSAGES in may(carla.user, channel)
    stage.room.deny(carla, Permission.SEND_MESSAGES)
    assert Permission.SEND_MESSAGES not in may(carla.user, channel)
    stage.room.deny(carla, Permission.VIEW_CHANNEL)
    assert may(carla.user, channel) == 0
    admin = stage.discord.add_user("Admin")
    stage.guild.add_member(admin, Permission.ADMINISTRATOR)
    stage.room.deny(admin, Permission.VIEW_CHANNEL)
    assert Permission.BAN_MEMBERS in may(admin.user, channel)
    stranger = stage.discord.add_user("Stranger")
    assert may(stranger.user, channel) == 0


@pytest.mark.parametrize(("tier", "limit"), [(0, 10), (1, 10), (2, 50), (3, 100)])
async def test_upload_limits_follow_the_boost_tier(stage, start, tier, limit):
    def setup(bot):
        @bot.tree.command()
        async def size(interaction):
            """Size."""
            await interaction.response.send_message(f"{interaction.filesize_limit}")

    stage.guild.guild.boost_tier = tier
    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "size")
    assert (await asked.reply()).text == str(limit * MIB)
    assert bot.guilds[0].filesize_limit == limit * MIB


async def test_a_file_over_the_limit_is_refused(stage, start):
    stage.fails = True
    picture = b"x" * (10 * MIB)

    def setup(bot):
        @bot.tree.command()
        async def big(interaction, extra: int):
            """Big."""
            await interaction.response.defer()
            file = discord.File(io.BytesIO(picture + b"x" * extra), "a.bin")
            await interaction.edit_original_response(attachments=[file])

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "big", extra=0)
    assert (await asked.reply()).files[0]["size"] == 10 * MIB
    await stage.anna.slash(stage.room, "big", extra=1)
    failure = await bot.failures.get()
    assert (failure.status, failure.code) == (413, 40005)
    with pytest.raises(discord.HTTPException) as caught:
        await bot.get_channel(stage.room.id).send(
            file=discord.File(io.BytesIO(picture + b"x"), "a")
        )
    assert (caught.value.status, caught.value.code) == (413, 40005)
    with pytest.raises(NotOffered, match="too large"):
        await stage.anna.post(stage.room, files=[Upload("a.bin", picture + b"x")])


async def test_nitro_lifts_the_limit_of_a_person(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def big(interaction, image: discord.Attachment):
            """Big."""
            await interaction.response.send_message(f"{image.size} {interaction.filesize_limit}")

    rich = stage.discord.add_user("Rich", premium=3)
    stage.guild.add_member(rich)
    await start(setup)
    upload = Upload("a.bin", b"x" * (11 * MIB))
    with pytest.raises(NotOffered, match="over the limit"):
        await stage.anna.slash(stage.room, "big", image=upload)
    asked = await rich.slash(stage.room, "big", image=upload)
    assert (await asked.reply()).text == f"{11 * MIB} {50 * MIB}"


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/channels/1", 404, 10003),
        ("GET", "/channels/{room}/messages/1", 404, 10008),
        ("PATCH", "/channels/{room}/messages/1", 404, 10008),
        ("GET", "/guilds/1", 404, 10004),
        ("GET", "/guilds/{guild}/members/1", 404, 10007),
        ("GET", "/guilds/{guild}/members", 403, 50001),
        ("GET", "/users/1", 404, 10013),
        ("GET", "/applications/1/commands", 404, 10002),
        ("GET", "/applications/{app}/commands/1", 404, 10063),
        ("GET", "/applications/{app}/guilds/1/commands", 403, 50001),
        ("GET", "/webhooks/{app}/nothing/messages/@original", 404, 10015),
        ("POST", "/interactions/1/nothing/callback", 404, 10062),
        ("POST", "/users/@me/channels", 400, 50035),
        ("GET", "/channels/x", 400, 50035),
    ],
)
async def test_what_is_not_there(stage, rest, method, path, status, code):
    stage.sends_nonsense = True
    filled = path.format(room=stage.room.id, guild=stage.guild.id, app=stage.discord.bot.id)
    body = {"recipient_id": "1"} if method != "GET" else None
    found = await rest(method, filled, json=body)
    assert (found[0], found[1]["code"]) == (status, code)


async def test_reads(stage, rest):
    _, guild, _ = await rest("GET", f"/guilds/{stage.guild.id}?with_counts=true")
    assert (guild["name"], guild["approximate_member_count"]) == ("Film club", 4)
    _, members, _ = await rest("GET", f"/guilds/{stage.guild.id}/members/{stage.anna.id}")
    assert members["user"]["global_name"] == "Anna"
    _, roles, _ = await rest("GET", f"/guilds/{stage.guild.id}/roles")
    assert [role["name"] for role in roles] == ["@everyone", "Visage"]
    _, channels, _ = await rest("GET", f"/guilds/{stage.guild.id}/channels")
    assert [channel["name"] for channel in channels] == ["pictures"]
    _, guilds, _ = await rest("GET", "/users/@me/guilds")
    assert [one["name"] for one in guilds] == ["Film club"]
    _, emojis, _ = await rest("GET", f"/applications/{stage.discord.bot.id}/emojis")
    assert emojis == {"items": []}
    _, application, _ = await rest("GET", "/applications/@me")
    assert application["name"] == "Visage"
    _, page, _ = await rest("GET", f"/channels/{stage.room.id}/messages?limit=2")
    assert page == []
    assert (await rest("POST", f"/channels/{stage.room.id}/typing"))[0] == 204


async def test_history_pages(stage, rest):
    ids = [(await stage.anna.post(stage.room, str(number))).id for number in range(5)]
    path = f"/channels/{stage.room.id}/messages"

    async def page(query):
        _, found, _ = await rest("GET", f"{path}?{query}")
        return [int(one["id"]) for one in found]

    assert await page("limit=2") == [ids[4], ids[3]]
    assert await page(f"before={ids[3]}&limit=2") == [ids[2], ids[1]]
    assert await page(f"after={ids[0]}&limit=2") == [ids[2], ids[1]]


async def test_a_bot_without_the_content_intent_reads_nothing_of_others(stage, rest):
    posted = await stage.anna.post(stage.room, "secret", files=[Upload("a.txt", b"x")])
    _, found, _ = await rest("GET", f"/channels/{stage.room.id}/messages/{posted.id}")
    assert (found["content"], found["attachments"]) == ("", [])


async def test_people_need_permissions_too(stage):
    stage.room.deny(stage.anna, Permission.SEND_MESSAGES)
    with pytest.raises(NotOffered, match="may not post"):
        await stage.anna.post(stage.room, "x")
    with pytest.raises(NotOffered, match="empty message"):
        await stage.ben.post(stage.room, "")
    posted = await stage.ben.post(stage.room, "x")
    with pytest.raises(NotOffered, match="did not write"):
        await stage.anna.delete(posted)
