"""Looking at one's swaps, and stopping or trying them again."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.asking import Interaction, begin, visitor_of
from bot.client import VisageBot
from bot.completing import complete_job
from bot.errors import answering
from bot.exporting import export_page
from bot.language import say
from bot.ui import job_words
from bot.ui.job_buttons import retry
from bot.ui.job_list import list_page
from bot.ui.page import text_page
from faceswap.app.job_desk import Shown, Wanted, stop_job

JOB = "Which one: choose it, or type its id"
STATES = [Choice(name=say(f"jobs-shown-{each.value}"), value=each.value) for each in Shown]


class Jobs(
    commands.GroupCog, name="jobs", description="Your swaps: how they stand and how they went"
):
    """Jobs."""

    @app_commands.command(name="list", description="List your swaps, newest first")
    @app_commands.describe(
        state="Only those in this state",
        member="For moderators: whose swaps in this server",
    )
    @app_commands.choices(state=STATES)
    async def list_(
        self,
        interaction: Interaction,
        state: str | None = None,
        member: discord.User | None = None,
    ) -> None:
        """List jobs."""
        async with answering(interaction):
            await begin(interaction, private=True)
            whose = str(member.id) if member else None
            page = await list_page(interaction, Wanted(whose, Shown(state) if state else None))
            await interaction.edit_original_response(view=page.view, attachments=list(page.files))

    @app_commands.command(description="Show a swap: how far it is, and what came of it")
    @app_commands.describe(job=JOB)
    @app_commands.autocomplete(job=complete_job)
    async def show(self, interaction: Interaction, job: str) -> None:
        """Show a job, and keep it up to date."""
        async with answering(interaction):
            await begin(interaction, private=True)
            await interaction.client.looking.show(interaction, job)

    @app_commands.command(description="Stop a swap that waits or is worked on")
    @app_commands.describe(job=JOB)
    @app_commands.autocomplete(job=complete_job)
    async def cancel(self, interaction: Interaction, job: str) -> None:
        """Stop a job."""
        async with answering(interaction):
            await begin(interaction, private=True)
            visitor = visitor_of(interaction)
            stopped = await stop_job(interaction.client.app, visitor, job)
            if stopped.owner == visitor.owner:
                text = say("jobs-stopped", cost=job_words.cost(stopped))
            else:
                text = say("jobs-stopped-for", member=f"<@{stopped.owner}>")
            await interaction.edit_original_response(view=text_page(text).view)

    @app_commands.command(description="Try a swap again that failed, was canceled or never arrived")
    @app_commands.describe(job=JOB)
    @app_commands.autocomplete(job=complete_job)
    async def retry(self, interaction: Interaction, job: str) -> None:
        """Try a job again."""
        async with answering(interaction):
            await retry(interaction, job)

    @app_commands.command(description="Get all your swaps as a JSON file")
    async def export(self, interaction: Interaction) -> None:
        """Give somebody what is kept of their jobs."""
        async with answering(interaction):
            await begin(interaction, private=True)
            page = await export_page(interaction)
            await interaction.edit_original_response(view=page.view, attachments=list(page.files))


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Jobs())
