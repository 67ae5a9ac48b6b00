"""Servers that a client joins and leaves, their categories, and selects of what is in them."""

import asyncio

import discord
import pytest
from discord import ui

from playground import NotOffered


def listening(*names):
    """Return a client's set-up that keeps what it hears of servers."""

    def setup(bot):
        bot.happened = asyncio.Queue()
        for name in names:

            async def hear(guild, name=name):
                bot.happened.put_nowait((name, guild))

            setattr(bot, f"on_guild_{name}", hear)

    return setup


async def test_a_client_hears_of_servers_it_joins_and_leaves(stage, start):
    bot = await start(listening("join", "remove"))
    other = stage.discord.add_guild("Book club", locale="fr")
    news = other.add_channel("news")
    other.use_system_channel(news)
    stage.discord.install_bot(other)
    happened, guild = await bot.happened.get()
    assert (happened, guild.id, guild.system_channel.id) == ("join", other.id, news.id)
    assert guild.preferred_locale is discord.Locale.french
    assert guild.me.guild_permissions.send_messages
    stage.discord.remove_bot(other)
    assert (await bot.happened.get())[0] == "remove"
    assert bot.get_guild(other.id) is None


async def test_a_server_that_is_out_of_order_is_still_there(stage, start):
    bot = await start(listening("join", "remove", "unavailable"))
    stage.discord.break_down(stage.guild)
    assert (await bot.happened.get())[0] == "unavailable"
    assert bot.get_guild(stage.guild.id).unavailable


def add_selects(bot):
    class Picks(ui.View):
        def __init__(self, room, role):
            super().__init__()
            kinds = discord.SelectDefaultValueType
            place = ui.ChannelSelect(
                custom_id="place",
                channel_types=[discord.ChannelType.category],
                min_values=0,
                default_values=[discord.SelectDefaultValue(id=room, type=kinds.channel)],
            )
            role = ui.RoleSelect(
                custom_id="role",
                default_values=[discord.SelectDefaultValue(id=role, type=kinds.role)],
            )
            for item in (place, role):
                item.callback = self.say
                self.add_item(item)

        async def say(self, interaction):
            values = [each for item in self.children for each in item.values]
            await interaction.response.edit_message(content=" ".join(map(str, values)))

    @bot.tree.command()
    async def picks(interaction, room: str, role: str):
        """Picks."""
        await interaction.response.send_message("pick", view=Picks(int(room), int(role)))


async def test_selects_begin_with_what_is_chosen_and_offer_what_they_should(stage, start):
    studio = stage.guild.add_category("studio")
    role = stage.guild.add_role("judges")
    await start(add_selects)
    asked = await stage.anna.slash(stage.room, "picks", room=str(studio.id), role=str(role.id))
    seen = await asked.reply()
    assert [select.chosen for select in seen.selects] == [(str(studio.id),), (str(role.id),)]
    with pytest.raises(NotOffered, match="has no pictures"):
        await stage.anna.choose(seen, "place", [stage.room])
    seen = await (await stage.anna.choose(seen, "place", [studio])).reply()
    assert seen.text == "studio"


async def test_channels_and_threads_tell_of_their_category(stage, start):
    studio = stage.guild.add_category("studio")
    inside = stage.guild.add_channel("inside", category=studio)

    def setup(bot):
        @bot.tree.command()
        async def where(interaction):
            """Where."""
            await interaction.response.send_message(interaction.channel.category.name)

    await start(setup)
    thread = stage.guild.add_thread("thread", inside)
    for room in (inside, thread):
        assert (await (await stage.anna.slash(room, "where")).reply()).text == "studio"


async def test_somebody_whose_roles_were_taken_can_do_less(stage, start):
    mia = stage.discord.add_user("Mia")
    stage.guild.add_member(mia, discord.Permissions(manage_guild=True).value)

    def setup(bot):
        @bot.tree.command()
        async def may(interaction):
            """May."""
            await interaction.response.send_message(str(interaction.permissions.manage_guild))

    await start(setup)
    assert (await (await mia.slash(stage.room, "may")).reply()).text == "True"
    stage.guild.take_roles(mia)
    assert (await (await mia.slash(stage.room, "may")).reply()).text == "False"
