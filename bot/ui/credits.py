"""Showing what there is to pay with, and what was given and decided."""

from __future__ import annotations

import discord

from bot import credit_words
from bot.asking import Interaction, account, account_of, begin, owner, roles_of, standing
from bot.ui.page import Page, text_page
from faceswap.app.credit_desk import Asker, refuse_others
from faceswap.app.credits import balance, tariff_of
from faceswap.domain.standing import Standing

Somebody = discord.User | discord.Member


def asker(interaction: discord.Interaction) -> Asker:
    """Return who acts, and where they stand."""
    return Asker(owner(interaction), standing(interaction))


def other(interaction: discord.Interaction, member: Somebody | None) -> Somebody | None:
    """Return the member that is asked about, None where askers mean themselves."""
    return member if member and member.id != interaction.user.id else None


async def show(interaction: Interaction, page: Page) -> None:
    """Put a page into the reply that was begun."""
    await interaction.edit_original_response(view=page.view, attachments=list(page.files))


async def show_text(interaction: Interaction, text: str) -> None:
    """Put words into the reply that was begun."""
    await show(interaction, text_page(text))


async def show_balance(interaction: Interaction, member: Somebody | None) -> None:
    """Acknowledge, and tell what a member has; others' is for moderators."""
    app, whose = interaction.client.app, other(interaction, member)
    await begin(interaction, private=True)
    place, at = account(interaction), standing(interaction)
    if whose:
        place = account_of(interaction, whose.id)
        await refuse_others(app, asker(interaction), place)
        at = Standing(guild=at.guild, roles=roles_of(whose))
    have, tariff = await balance(app, place, at), await tariff_of(app, place)
    await show_text(
        interaction, credit_words.balance(have, tariff.pool, whose.id if whose else None)
    )
