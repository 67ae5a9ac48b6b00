"""Servers that the bot comes into and leaves."""

from __future__ import annotations

import discord
import structlog
from discord.ext import commands

from bot.client import VisageBot
from bot.greeting import say_hello, where_to_greet
from faceswap.app.guilds import come, find_left, greet, leave

log = structlog.get_logger()


class Guilds(commands.Cog):
    """Coming and going."""

    def __init__(self, bot: VisageBot) -> None:
        self._bot = bot

    @commands.Cog.listener()
    async def on_connect(self) -> None:
        """Note where the bot is: what happened while it was away, nobody tells.

        Servers that are out of order for a while are among those that Discord names first.
        """
        await find_left(self._bot.app, [str(guild.id) for guild in self._bot.guilds])

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Note it again: of servers that came in between, nobody tells either."""
        await self.on_connect()

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet the server, once, where that can be read."""
        app, place = self._bot.app, where_to_greet(guild)
        await come(app, str(guild.id))
        log.info("server joined", guild=guild.id, greeted=place is not None)
        if place and await greet(app, str(guild.id)):
            await say_hello(place, app.rules.allowance)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note that the bot is gone."""
        await leave(self._bot.app, str(guild.id))


async def setup(bot: VisageBot) -> None:
    """Listen."""
    await bot.add_cog(Guilds(bot))
