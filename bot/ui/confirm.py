"""Asking before everything is deleted."""

from __future__ import annotations

import re
from typing import Any, Self

import discord
from discord import ui

from bot import words
from bot.asking import owner
from bot.errors import answering
from bot.language import say
from bot.ui.page import Page, layout, row, text_page
from faceswap.app.identities import delete_all_ids
from faceswap.domain.errors import NotYours
from faceswap.domain.identity import Shelf

ANSWER = re.compile(r"delall:(?P<owner>\d+):(?P<answer>yes|no)")


class DeleteAll(ui.DynamicItem[ui.Button[Any]], template=ANSWER):
    """The answer of the member whose ids are asked about."""

    def __init__(self, owner_id: str, answer: str) -> None:
        is_yes = answer == "yes"
        super().__init__(
            ui.Button(
                style=discord.ButtonStyle.danger if is_yes else discord.ButtonStyle.secondary,
                label=say("button-delete-all" if is_yes else "button-keep"),
                custom_id=f"delall:{owner_id}:{answer}",
            )
        )
        self.owner, self.is_yes = owner_id, is_yes

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button that was pressed."""
        return cls(match["owner"], match["answer"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Delete, or keep, and say so in place of the question."""
        async with answering(interaction):
            if self.owner != owner(interaction):
                raise NotYours
            text = say("ids-kept-all")
            if self.is_yes:
                text = words.deleted_all(await delete_all_ids(interaction.client.app, self.owner))
            await interaction.response.edit_message(view=text_page(text).view)


def delete_all_page(owner_id: str, shelf: Shelf) -> Page:
    """Return the question."""
    return Page(
        layout(
            ui.TextDisplay(words.ask_delete_all(shelf)),
            row(DeleteAll(owner_id, "yes"), DeleteAll(owner_id, "no")),
        )
    )
