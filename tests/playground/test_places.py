import discord
import pytest
from discord import app_commands

from playground import NotOffered, Permission


def add_everywhere(bot):
    @bot.tree.command()
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def where(interaction):
        """Where."""
        guild = interaction.guild
        parts = [
            interaction.context,
            sorted(interaction._integration_owners),
            type(interaction.channel).__name__,
            guild.name if guild else None,
            interaction.app_permissions.send_messages,
        ]
        bot.heard.put_nowait(parts)
        await interaction.response.send_message("here")

    @bot.tree.command()
    async def plain(interaction):
        """Guild install only."""
        await interaction.response.send_message("plain")

    @bot.tree.command()
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False)
    async def servers(interaction):
        """Servers only."""

    @bot.tree.command()
    @app_commands.allowed_installs(guilds=False, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def own(interaction):
        """User install only."""


async def asked_where(stage, bot, person, room):
    asked = await person.slash(room, "where")
    context, owners, channel, guild, may_send = await bot.heard.get()
    reply = await asked.reply()
    return context, owners, channel, guild, may_send, reply


async def test_guild_install_in_a_guild_and_in_the_bots_dm(stage, start):
    bot = await start(add_everywhere)
    assert stage.anna.offered(stage.room) == ["where", "plain", "servers"]
    assert stage.anna.offered(stage.anna.dm) == ["where", "plain"]
    context, owners, channel, guild, may_send, _ = await asked_where(
        stage, bot, stage.anna, stage.room
    )
    assert (context.guild, owners, channel, guild) == (True, [0], "TextChannel", "Film club")
    assert may_send
    context, owners, channel, guild, _, reply = await asked_where(
        stage, bot, stage.anna, stage.anna.dm
    )
    assert (context.dm_channel, owners, channel, guild) == (True, [0], "DMChannel", None)
    assert reply.raw["interaction_metadata"]["authorizing_integration_owners"] == {"0": "0"}
    assert not stage.ben.sees(reply)


async def test_user_install_in_the_bots_dm_and_a_group(stage, start):
    bot = await start(add_everywhere)
    carla = stage.discord.add_user("Carla")
    stage.discord.install_for_user(carla)
    assert carla.offered(carla.dm) == ["where", "own"]
    _, owners, *_ = await asked_where(stage, bot, carla, carla.dm)
    assert owners == [1]
    group = stage.discord.add_private(carla, stage.anna, stage.ben, name="Weekend")
    assert carla.offered(group) == ["where", "own"]
    assert stage.anna.offered(group) == []
    context, owners, channel, guild, _, reply = await asked_where(stage, bot, carla, group)
    assert (context.private_channel, owners, channel, guild) == (True, [1], "GroupChannel", None)
    assert stage.ben.sees(reply)
    pair = stage.discord.add_private(carla, stage.anna)
    context, _, channel, *_ = await asked_where(stage, bot, carla, pair)
    assert (context.private_channel, channel) == (True, "DMChannel")


async def test_user_install_in_a_server_without_the_bot(stage, start):
    bot = await start(add_everywhere)
    other = stage.discord.add_guild("Elsewhere")
    room = other.add_channel("general")
    other.add_member(stage.anna)
    assert stage.anna.offered(room) == []
    stage.discord.install_for_user(stage.anna)
    assert stage.anna.offered(room) == ["where", "own"]
    context, owners, _, _, may_send, reply = await asked_where(stage, bot, stage.anna, room)
    assert (context.guild, owners, may_send) == (True, [1], False)
    assert bot.get_guild(other.id) is None
    assert not reply.ephemeral
    other.deny_everyone(Permission.USE_EXTERNAL_APPS)
    *_, reply = await asked_where(stage, bot, stage.anna, room)
    assert reply.ephemeral


async def test_both_installs_name_both_owners(stage, start):
    bot = await start(add_everywhere)
    stage.discord.install_for_user(stage.anna)
    _, owners, *_ = await asked_where(stage, bot, stage.anna, stage.room)
    assert owners == [0, 1]


async def test_the_bot_cannot_read_a_private_channel(stage, start, rest):
    await start(add_everywhere)
    stage.discord.install_for_user(stage.anna)
    group = stage.discord.add_private(stage.anna, stage.ben)
    await stage.anna.slash(group, "where")
    status, body, _ = await rest("GET", f"/channels/{group.id}/messages")
    assert (status, body["code"]) == (403, 50001)


async def test_five_follow_ups_for_an_app_only_its_user_installed(stage, start):
    def setup(bot):
        @bot.tree.command()
        @app_commands.allowed_installs(guilds=False, users=True)
        @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
        async def talk(interaction):
            """Talk."""
            await interaction.response.send_message("0")
            try:
                for number in range(1, 7):
                    await interaction.followup.send(str(number))
            except discord.HTTPException as error:
                bot.heard.put_nowait((error.status, error.code))

    stage.discord.rates.rates.clear()
    bot = await start(setup)
    stage.discord.install_for_user(stage.anna)
    asked = await stage.anna.slash(stage.anna.dm, "talk")
    assert await bot.heard.get() == (400, 40094)
    assert [seen.text for seen in asked.messages] == ["0", "1", "2", "3", "4", "5"]


async def test_joining_and_leaving_servers_while_connected(stage, start):
    bot = await start(add_everywhere)
    other = stage.discord.add_guild("Late", boost_tier=2)
    room = other.add_channel("late")
    other.add_member(stage.anna)
    with pytest.raises(NotOffered):
        await stage.anna.slash(room, "where")
    stage.discord.install_bot(other)
    other.add_channel("later")
    _, _, _, guild, _, _ = await asked_where(stage, bot, stage.anna, room)
    assert guild == "Late"
    assert bot.get_guild(other.id).premium_tier == 2
    assert [one.name for one in bot.get_guild(other.id).text_channels] == ["late", "later"]
    stage.discord.remove_bot(other)
    assert stage.anna.offered(room) == []


async def test_entitlements_come_with_interactions(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def buy(interaction):
            """Buy."""
            owned = [one.sku_id for one in interaction.entitlements]
            found = [one async for one in bot.entitlements()]
            await found[0].consume()
            await interaction.response.send_message(f"{owned}")

    await start(setup)
    stage.discord.entitle(stage.anna, 77)
    asked = await stage.anna.slash(stage.room, "buy")
    assert (await asked.reply()).text == "[77]"
    assert stage.discord.world.application.entitlements[0]["consumed"]
