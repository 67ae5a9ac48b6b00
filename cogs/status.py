"""How the bot is."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.asking import Interaction, begin
from bot.client import VisageBot
from bot.errors import answering
from bot.ui.status import status_page
from faceswap.app.status import status


class Status(commands.Cog):
    """The status."""

    @app_commands.command(
        name="status", description="How I am: the engine, how many swaps wait, versions"
    )
    async def show(self, interaction: Interaction) -> None:
        """Tell how the bot is."""
        async with answering(interaction):
            await begin(interaction, private=True)
            bot = interaction.client
            page = status_page(await status(bot.app), bot.started)
            await interaction.edit_original_response(view=page.view)


async def setup(bot: VisageBot) -> None:
    """Add the command."""
    await bot.add_cog(Status())
