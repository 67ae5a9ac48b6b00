"""The form that asks for a name, and saving a face under one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import discord
from discord import ui

from bot import words
from bot.asking import Interaction, begin, owner, standing
from bot.errors import answering
from bot.language import say
from bot.patience import patiently
from bot.pictures import Picture
from bot.ui.another import OPEN_FOR
from bot.ui.page import text_page
from faceswap.app.identities import save_id
from faceswap.domain.identity import LONGEST_NAME


class SaveAsId(ui.Modal):
    """Asks what to call the face in a picture."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(title=say("form-save-title"), timeout=OPEN_FOR)
        self._picture = picture
        self._name: ui.TextInput[Any] = ui.TextInput(
            custom_id="name",
            min_length=1,
            max_length=LONGEST_NAME,
            placeholder=say("form-save-name-hint"),
        )
        self.add_item(ui.Label(text=say("form-save-name-label"), component=self._name))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Save the face."""
        await save(interaction, self._name.value, [self._picture])


async def save(interaction: Interaction, name: str, pictures: Sequence[Picture]) -> None:
    """Acknowledge, fetch the photos, learn the face from them and say how that went."""
    app, reader = interaction.client.app, interaction.client.reader
    async with answering(interaction):
        await begin(interaction, private=True)
        async with reader.for_ids:
            photos = await reader.read_photos(pictures, app.rules.limits.most_bytes)
            saved = await patiently(
                app.clock,
                partial(save_id, app, owner(interaction), name, photos, standing(interaction)),
                partial(answer, interaction, say("waiting-saving-held")),
            )
        await answer(interaction, words.saved(saved))


async def answer(interaction: Interaction, text: str) -> None:
    """Put words into the reply that was begun."""
    await interaction.edit_original_response(view=text_page(text).view)
