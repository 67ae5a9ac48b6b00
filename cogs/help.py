"""How to use the bot."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.asking import Interaction
from bot.client import VisageBot
from bot.errors import answering
from bot.ui.help import help_page


class Help(commands.Cog):
    """The help."""

    @app_commands.command(name="help", description="How to swap faces, on one screen")
    async def show(self, interaction: Interaction) -> None:
        """Show the help to whoever asks."""
        async with answering(interaction):
            page = help_page(interaction.client.app.rules)
            await interaction.response.send_message(view=page.view, ephemeral=True)


async def setup(bot: VisageBot) -> None:
    """Add the command."""
    await bot.add_cog(Help())
