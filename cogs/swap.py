"""Swapping faces in a picture or a clip that is uploaded."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Interaction, Order, swap
from bot.client import VisageBot
from bot.completing import complete_list, complete_options
from bot.language import say
from bot.pictures import of_attachment, told_apart
from faceswap.domain.job import Verb

OPTIONS = (
    "-m keeps the mouth, -f the skin texture, -s sharpens; --mute drops sound, --webm for WebM"
)
PRIVATE = "Only you see the result"


class Swap(commands.Cog):
    """Faces into pictures and clips."""

    @app_commands.command(
        description="Put one or more of your saved faces into a picture, GIF or video"
    )
    @app_commands.describe(
        idname="An id, or a list from left to right: anna,_,ben (_ skips a face, anna+ben mixes)",
        image="The picture, GIF or video to put them into",
        options=OPTIONS,
        private=PRIVATE,
    )
    @app_commands.autocomplete(idname=complete_list, options=complete_options)
    async def swapid(
        self,
        interaction: Interaction,
        idname: str,
        image: discord.Attachment,
        options: str = "",
        private: bool | None = None,
    ) -> None:
        """Swap saved faces in."""
        order = Order(
            verb=Verb.SWAPID,
            targets=[of_attachment(image)],
            ids=idname,
            options=options,
            private=private,
        )
        await swap(interaction, order)

    @app_commands.command(
        description="Put the face from a photo into a picture, GIF or video; saves no id"
    )
    @app_commands.describe(
        source="A photo of the face",
        target="The picture, GIF or video to put it into",
        options=OPTIONS,
        private=PRIVATE,
    )
    @app_commands.autocomplete(options=complete_options)
    async def faceswap(
        self,
        interaction: Interaction,
        source: discord.Attachment,
        target: discord.Attachment,
        options: str = "",
        private: bool | None = None,
    ) -> None:
        """Swap a face of a photo in."""
        await _one_shot(interaction, Verb.FACESWAP, source, target, options, private)

    @app_commands.command(
        description="Put the face from a photo into a picture, GIF or video; saves no id"
    )
    @app_commands.describe(
        source_image="A photo of the face",
        target_image_gif_or_video="The picture, GIF or video to put it into",
        options=OPTIONS,
        private=PRIVATE,
    )
    @app_commands.autocomplete(options=complete_options)
    async def picsi(
        self,
        interaction: Interaction,
        source_image: discord.Attachment,
        target_image_gif_or_video: discord.Attachment,
        options: str = "",
        private: bool | None = None,
    ) -> None:
        """Swap a face of a photo in, by another name."""
        target = target_image_gif_or_video
        await _one_shot(interaction, Verb.PICSI, source_image, target, options, private)


async def _one_shot(
    interaction: Interaction,
    verb: Verb,
    source: discord.Attachment,
    target: discord.Attachment,
    options: str,
    private: bool | None,
) -> None:
    files = [of_attachment(source), of_attachment(target)]
    face, picture = told_apart(files, (say("files-source"), say("files-target")))
    order = Order(verb=verb, targets=[picture], options=options, source=face, private=private)
    await swap(interaction, order)


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Swap())
