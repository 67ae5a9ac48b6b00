"""Credits: what there is, what it is for, and what moderators decide."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice, Range
from discord.ext import commands

from bot import credit_words
from bot.asking import Interaction, account, begin, standing
from bot.client import VisageBot
from bot.errors import answering
from bot.ui.credit_history import show_history
from bot.ui.credit_report import show_report
from bot.ui.credits import asker, show_balance, show_text
from faceswap.app import credit_desk
from faceswap.app.credits import tariff_of, top
from faceswap.domain.job import Verb
from faceswap.domain.tariff import EVERYBODY

MOST = 1_000_000
DEAREST = 1000
TAKE_BACK = -1
"""The amount that takes an allowance back."""
Amount = Range[int, 1, MOST]
Reason = Range[str, 1, 200]
VERBS = [Choice(name=verb.value, value=verb.value) for verb in Verb]


class Credits(commands.GroupCog, name="credits", description="What swaps cost, and what is left"):
    """The ledger's commands."""

    @app_commands.command(description="What you have left, and when there is more")
    @app_commands.describe(member="Whose; moderators can look at others'")
    async def balance(self, interaction: Interaction, member: discord.User | None = None) -> None:
        """Tell what there is."""
        async with answering(interaction):
            await show_balance(interaction, member)

    @app_commands.command(description="What you spent, got back and were granted")
    @app_commands.describe(member="Whose; moderators can look at others'")
    async def history(self, interaction: Interaction, member: discord.User | None = None) -> None:
        """List movements."""
        async with answering(interaction):
            await show_history(interaction, member)

    @app_commands.command(description="What a face costs here, and what there is each day")
    async def prices(self, interaction: Interaction) -> None:
        """Tell the prices."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            tariff = await tariff_of(app, account(interaction))
            await show_text(interaction, credit_words.prices(tariff, app.rules))

    @app_commands.command(description="For moderators: give a member credits that stay")
    @app_commands.describe(member="To whom", amount="How many", reason="Why; the member sees it")
    async def grant(
        self,
        interaction: Interaction,
        member: discord.User,
        amount: Amount,
        reason: Reason | None = None,
    ) -> None:
        """Give credits."""
        me, why = interaction.user.id, reason or ""
        async with answering(interaction):
            await begin(interaction, private=True)
            now = await credit_desk.grant(
                interaction.client.app, asker(interaction), str(member.id), amount, why
            )
            await show_text(interaction, credit_words.granted(me, member.id, amount, now, why))

    @app_commands.command(description="For moderators: take granted credits back")
    @app_commands.describe(
        member="From whom",
        amount="How many; at most what is left of those granted",
        reason="Why; the member sees it",
    )
    async def revoke(
        self,
        interaction: Interaction,
        member: discord.User,
        amount: Amount,
        reason: Reason | None = None,
    ) -> None:
        """Take credits back."""
        me, why = interaction.user.id, reason or ""
        async with answering(interaction):
            await begin(interaction, private=True)
            back = await credit_desk.revoke(
                interaction.client.app, asker(interaction), str(member.id), amount, why
            )
            said = credit_words.revoked(me, member.id, back.taken, back.granted, why)
            await show_text(interaction, said)

    @app_commands.command(description="For moderators: how many credits members have a day")
    @app_commands.describe(
        amount="Credits a day; -1 goes back to what holds otherwise",
        role="For members with this role only; the role that gives most counts",
    )
    async def allowance(
        self,
        interaction: Interaction,
        amount: Range[int, TAKE_BACK, MOST],
        role: discord.Role | None = None,
    ) -> None:
        """Decide an allowance."""
        app, me = interaction.client.app, interaction.user.id
        # Everybody has Discord's role for everybody.
        whose = EVERYBODY if role is None or role.is_default() else str(role.id)
        given = None if amount == TAKE_BACK else amount
        async with answering(interaction):
            await begin(interaction, private=True)
            tariff = await credit_desk.set_allowance(app, asker(interaction), given, whose)
            said = credit_words.allowance(me, given, whose, tariff, app.rules)
            await show_text(interaction, said)

    @app_commands.command(description="For moderators: what a face costs with a command")
    @app_commands.describe(
        verb="With which command",
        amount="Credits for each face in a picture, 0 for free; clips cost as many times more",
    )
    @app_commands.choices(verb=VERBS)
    async def price(
        self, interaction: Interaction, verb: str, amount: Range[int, 0, DEAREST]
    ) -> None:
        """Decide a price."""
        app, me = interaction.client.app, interaction.user.id
        async with answering(interaction):
            await begin(interaction, private=True)
            await credit_desk.set_price(app, asker(interaction), Verb(verb), amount)
            said = credit_words.price(me, Verb(verb), amount, app.rules)
            await show_text(interaction, said)

    @app_commands.command(description="For moderators: credits a day that all members share")
    @app_commands.describe(amount="Credits a day for all together, 0 for none")
    async def pool(self, interaction: Interaction, amount: Range[int, 0, MOST]) -> None:
        """Decide the pool."""
        async with answering(interaction):
            await begin(interaction, private=True)
            await credit_desk.set_pool(interaction.client.app, asker(interaction), amount)
            await show_text(interaction, credit_words.pool(interaction.user.id, amount))

    @app_commands.command(description="For moderators: who spent most in thirty days")
    async def top(self, interaction: Interaction) -> None:
        """List who spent most."""
        async with answering(interaction):
            await begin(interaction, private=True)
            spenders = await top(interaction.client.app, standing(interaction))
            await show_text(interaction, credit_words.top(spenders))

    @app_commands.command(description="For moderators: what was spent, as a chart and a table")
    @app_commands.describe(days="How many days, today included; 30 unless given")
    async def report(self, interaction: Interaction, days: Range[int, 1, 90] = 30) -> None:
        """Show what was spent."""
        async with answering(interaction):
            await show_report(interaction, days)


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Credits())
