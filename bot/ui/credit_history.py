"""What moved a member's credits, in pages.

The buttons carry the member and the page, so that they work after a restart; who may look is found
out when they are pressed.
"""

from __future__ import annotations

import re
from typing import Any, Self

import discord
from discord import ui

from bot import credit_words
from bot.asking import Interaction, account_of, begin
from bot.errors import answering
from bot.ui.credits import Somebody, asker, show
from bot.ui.page import Page, layout, row
from faceswap.app.credit_desk import refuse_others
from faceswap.app.credits import History, history

PLACE = re.compile(r"history:(?P<member>\d+):(?P<page>\d+):(?P<way>newer|older)")
WAYS = {"newer": "◀️", "older": "▶️"}
"""Signs, which need no language."""


class HistoryPage(ui.DynamicItem[ui.Button[Any]], template=PLACE):
    """Turns to a page."""

    def __init__(self, member: int, page: int, way: str, *, disabled: bool = False) -> None:
        super().__init__(
            ui.Button(
                emoji=WAYS[way],
                custom_id=f"history:{member}:{page}:{way}",
                disabled=disabled,
            )
        )
        self.member, self.page = member, page

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button that was pressed."""
        return cls(int(match["member"]), int(match["page"]), match["way"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Show the page in place of the one before."""
        async with answering(interaction):
            page = await _page(interaction, self.member, self.page)
            await interaction.response.edit_message(view=page.view)


async def show_history(interaction: Interaction, member: Somebody | None) -> None:
    """Acknowledge, and list what moved a member's credits; others' is for moderators."""
    await begin(interaction, private=True)
    whose = interaction.user if member is None else member
    await show(interaction, await _page(interaction, whose.id, 0))


async def _page(interaction: Interaction, member: int, page: int) -> Page:
    app, account = interaction.client.app, account_of(interaction, member)
    await refuse_others(app, asker(interaction), account)
    found = await history(app, account, page)
    is_own = member == interaction.user.id
    text = ui.TextDisplay[Any](credit_words.history(found, None if is_own else member))
    return Page(layout(text, *([_turning(found, member)] if found.pages > 1 else [])))


def _turning(found: History, member: int) -> ui.ActionRow[Any]:
    newer = HistoryPage(member, max(0, found.page - 1), "newer", disabled=found.page == 0)
    is_last = found.page == found.pages - 1
    return row(newer, HistoryPage(member, found.page + 1, "older", disabled=is_last))
