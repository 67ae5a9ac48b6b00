"""The rules of a server, for its moderators."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from bot.asking import Interaction, begin, owner, standing
from bot.client import VisageBot
from bot.errors import answering
from bot.language import say
from bot.ui.page import text_page
from bot.ui.policy_page import PEOPLE, Around, policy_page
from bot.ui.policy_text import banned_text, policy_text
from faceswap.app.deciding import ban, desk, unban
from faceswap.domain.ban import LONGEST_REASON


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class PolicyDesk(
    commands.GroupCog,
    group_name="policy",
    group_description="The rules of this server, for its moderators",
):
    """What a server's moderators decide."""

    @app_commands.command(description="Show the rules of this server, and who is banned")
    async def show(self, interaction: Interaction) -> None:
        """Show the rules in words."""
        async with answering(interaction):
            await begin(interaction, private=True)
            now = await desk(interaction.client.app, standing(interaction))
            await interaction.edit_original_response(view=text_page(policy_text(now)).view)

    @app_commands.command(description="Change the rules of this server: where, who, what and how")
    async def edit(self, interaction: Interaction) -> None:
        """Show the rules in a message that changes them."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            now = await desk(app, standing(interaction))
            page = policy_page(now, Around(interaction.guild, app.backends), PEOPLE)
            await interaction.edit_original_response(view=page.view)

    @app_commands.command(description="Keep a member from using me in this server")
    @app_commands.describe(
        member="Whom",
        reason="Why; the member is told",
        until="For how long, such as 2h or 3d, or until a date such as 2030-12-24",
    )
    async def ban(
        self,
        interaction: Interaction,
        member: discord.User,
        reason: Range[str, 0, LONGEST_REASON] = "",
        until: str = "",
    ) -> None:
        """Ban a member."""
        async with answering(interaction):
            await begin(interaction, private=True)
            made = await ban(
                interaction.client.app,
                standing(interaction),
                owner(interaction),
                str(member.id),
                manages=_manages(member),
                reason=reason,
                until=until,
            )
            await interaction.edit_original_response(view=text_page(banned_text(made)).view)

    @app_commands.command(description="Let a banned member use me in this server again")
    @app_commands.describe(member="Whom to let in again")
    async def unban(self, interaction: Interaction, member: discord.User) -> None:
        """Lift a ban."""
        who, app = str(member.id), interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            await unban(app, standing(interaction), owner(interaction), who)
            text = say("policy-unbanned", member=who)
            await interaction.edit_original_response(view=text_page(text).view)


def _manages(member: discord.User | discord.Member) -> bool:
    """Tell whether a member can manage the server; Discord tells of those who are in it."""
    may = member.resolved_permissions if isinstance(member, discord.Member) else None
    return may is not None and may.manage_guild


async def setup(bot: VisageBot) -> None:
    """Add the commands: they are about servers that have the bot."""
    await bot.add_cog(PolicyDesk())
