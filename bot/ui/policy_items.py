"""What can be chosen and pressed on the pages of a server's rules.

All of it works after a restart, and for those alone who moderate when they use it.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import Any, Self

import discord
from discord import ui

from bot.asking import Interaction, owner, standing
from bot.errors import answering
from bot.ui.policy_forms import BlockedWords, Limits, MarkText
from bot.ui.policy_page import Around, page_of, policy_page
from faceswap.app.deciding import change_rules, desk
from faceswap.domain.policy import OPEN, Rule

LISTS = "allowed_channels|forbidden_channels|users|savers|moderators"
CHOICE = re.compile(rf"policy:set:(?P<what>{LISTS}|backend|language|audit_channel)")
TURN = re.compile(r"policy:turn:(?P<what>(?:allow_gif|allow_video|private|mark):(?:on|off))")
VISIT = re.compile(r"policy:page:(?P<what>people|swaps|more)")
FORM = re.compile(r"policy:form:(?P<what>limits|words|mark)")
FORMS = {"limits": Limits, "words": BlockedWords, "mark": MarkText}


class PolicyItem(ui.DynamicItem[Any], template=r"policy:(?P<what>)"):
    """A part of the pages; whoever uses it is told of what goes wrong."""

    def __init__(self, item: ui.Item[Any], what: str) -> None:
        super().__init__(item)
        self.what = what

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return what was used."""
        return cls(item, match["what"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what it is for."""
        async with answering(interaction):
            await self.act(interaction)

    @abstractmethod
    async def act(self, interaction: Interaction) -> None:
        """Do what it is for."""


class Choice(PolicyItem, template=CHOICE):
    """What a rule is chosen to be."""

    async def act(self, interaction: Interaction) -> None:
        """Set the rule."""
        chosen = [str(getattr(each, "id", each)) for each in self.item.values]
        is_list = isinstance(getattr(OPEN, self.what), frozenset)
        value = frozenset(chosen) if is_list else next(iter(chosen), "")
        await set_rules(interaction, {self.what: value})


class Turn(PolicyItem, template=TURN):
    """Switches a rule."""

    async def act(self, interaction: Interaction) -> None:
        """Switch it to what the button said."""
        rule, to = self.what.split(":")
        await set_rules(interaction, {rule: to == "on"})


class Visit(PolicyItem, template=VISIT):
    """Leads to a page."""

    async def act(self, interaction: Interaction) -> None:
        """Show the page."""
        await show(interaction, self.what)


class OpenForm(PolicyItem, template=FORM):
    """Opens a form for what has to be typed."""

    async def act(self, interaction: Interaction) -> None:
        """Open it; it has to be the first answer."""
        now = await desk(interaction.client.app, standing(interaction))
        form = FORMS[self.what](now.policy, set_rules)
        await interaction.response.send_modal(form)


async def set_rules(interaction: Interaction, rules: dict[str, Rule]) -> None:
    """Set rules, and show their page as it is now."""
    app = interaction.client.app
    await change_rules(app, standing(interaction), owner(interaction), rules)
    await show(interaction, page_of(next(iter(rules))))


async def show(interaction: Interaction, page: str) -> None:
    """Put a page into the message that was acted on."""
    app = interaction.client.app
    now = await desk(app, standing(interaction))
    made = policy_page(now, Around(interaction.guild, app.backends), page)
    await interaction.response.edit_message(view=made.view)
