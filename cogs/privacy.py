"""A member's own data: what there is, all of it, and none of it any more."""

from __future__ import annotations

from discord import app_commands
from discord.ext import commands

from bot.asking import Interaction, begin, most_bytes, owner
from bot.client import VisageBot
from bot.errors import answering
from bot.language import say
from bot.ui.own_data import EraseAll, archive_page, kept_page
from faceswap.app.own_data import hand_over, kept


class Privacy(commands.GroupCog, group_name="privacy", group_description="What I keep about you"):
    """What is kept about whoever asks."""

    @app_commands.command(description="Tell what is kept about you")
    async def show(self, interaction: Interaction) -> None:
        """Tell it."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            page = kept_page(await kept(app, owner(interaction)), app.rules)
            await interaction.edit_original_response(view=page.view)

    @app_commands.command(description="Get all that is kept about you, as one file")
    async def export(self, interaction: Interaction) -> None:
        """Hand it over."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            archive = await hand_over(
                app,
                owner(interaction),
                readme=say("privacy-readme", now=f"{app.clock.now():%Y-%m-%d %H:%M}"),
                most_bytes=most_bytes(interaction, moves=True),
            )
            page = archive_page(archive)
            await interaction.edit_original_response(view=page.view, attachments=list(page.files))

    @app_commands.command(description="Erase all that is kept about you; asks first")
    async def delete(self, interaction: Interaction) -> None:
        """Ask whether to; the form has to be the first answer."""
        async with answering(interaction):
            await interaction.response.send_modal(EraseAll())


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Privacy())
