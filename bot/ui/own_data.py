"""What is kept about a member: shown, handed over, and asked about before it is erased."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import discord
from discord import ui

from bot.asking import begin, owner
from bot.errors import answering
from bot.language import say
from bot.ui.another import OPEN_FOR
from bot.ui.page import COLOUR, Page, file_of, layout, text_page
from faceswap.app import Rules
from faceswap.app.own_data import Archive, erase
from faceswap.ports import Kept

ARCHIVE = "visage-about-me.zip"


def kept_page(kept: Kept, rules: Rules) -> Page:
    """Return what is kept about a member, in words."""
    lines = list(_lines(kept, rules.retention.days))
    if not lines:
        return text_page(say("privacy-nothing"))
    parts = (say("privacy-title"), "\n".join(lines), say("privacy-never"))
    texts: list[ui.Item[Any]] = [ui.TextDisplay(part) for part in parts]
    return Page(layout(ui.Container(*texts, accent_colour=COLOUR)))


def archive_page(archive: Archive) -> Page:
    """Return the message that hands over what is kept."""
    lines = [say("privacy-handed-over")]
    if archive.left_out:
        lines.append(say("privacy-left-out", count=archive.left_out))
    file = file_of(ARCHIVE, archive.data, "")
    return Page(layout(ui.TextDisplay("\n".join(lines)), ui.File(file)), (file,))


class EraseAll(ui.Modal):
    """Asks whether a member is sure, and erases."""

    def __init__(self) -> None:
        super().__init__(title=say("privacy-delete-title"), timeout=OPEN_FOR)
        # A lone checkbox could be left empty; a group of one cannot.
        self._sure: ui.CheckboxGroup[Any] = ui.CheckboxGroup(custom_id="sure", required=True)
        self._sure.add_option(label=say("privacy-delete-yes"), value="yes")
        self.add_item(ui.TextDisplay(say("privacy-delete-what")))
        self.add_item(ui.Label(text=say("privacy-delete-sure"), component=self._sure))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Erase, and only then say so."""
        async with answering(interaction):
            await begin(interaction, private=True)
            had = await erase(interaction.client.app, owner(interaction))
            lines = [
                say("privacy-erased", ids=len(had.ids), swaps=had.swaps),
                say("privacy-kept-after"),
            ]
            await interaction.edit_original_response(view=text_page("\n".join(lines)).view)


def _lines(kept: Kept, days: int) -> Iterator[str]:
    if kept.ids:
        names = ", ".join(f"`{name}`" for name in kept.ids)
        yield say("privacy-ids", count=len(kept.ids), names=names)
    if kept.swaps:
        yield say("privacy-swaps", count=kept.swaps, pictures=kept.pictures, days=days)
        yield say("privacy-words")
    if kept.open:
        yield say("privacy-open", count=kept.open)
    if kept.past:
        yield say("privacy-past", count=kept.past)
    if kept.movements:
        yield say("privacy-credits", movements=kept.movements, accounts=kept.accounts)
    if kept.bans:
        yield say("privacy-bans", count=kept.bans)
