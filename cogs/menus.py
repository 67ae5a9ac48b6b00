"""What is offered when a message is right-clicked."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.asking import Interaction, Order, swap
from bot.client import VisageBot
from bot.errors import answering
from bot.language import say
from bot.pictures import Picture, in_message, largest, told_apart
from bot.ui.save import SaveAsId
from faceswap.domain.job import Verb

SAVE_AS_ID = "Save as ID"


@app_commands.context_menu(name=Verb.INSWAPPER.value)
async def inswapper(interaction: Interaction, message: discord.Message) -> None:
    """Swap the member's current ids into every picture and clip of the message."""
    async with answering(interaction):
        found = _pictures(interaction, message)
        pictures = told_apart(
            found, [say("files-picture", number=at) for at, _ in enumerate(found, 1)]
        )
        await swap(interaction, Order(verb=Verb.INSWAPPER, targets=pictures))


@app_commands.context_menu(name=SAVE_AS_ID)
async def save_as_id(interaction: Interaction, message: discord.Message) -> None:
    """Ask for a name, and save the face in the message's largest picture under it."""
    async with answering(interaction):
        picture = largest(_pictures(interaction, message))
        await interaction.response.send_modal(SaveAsId(picture))


def _pictures(interaction: Interaction, message: discord.Message) -> list[Picture]:
    is_ours = message.author.id == interaction.application_id
    return in_message(message, is_ours=is_ours)


async def setup(bot: VisageBot) -> None:
    """Add the entries."""
    bot.tree.add_command(inswapper)
    bot.tree.add_command(save_as_id)


async def teardown(bot: VisageBot) -> None:
    """Take the entries away."""
    for command in (inswapper, save_as_id):
        bot.tree.remove_command(command.name, type=command.type)
