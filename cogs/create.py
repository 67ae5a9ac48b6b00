"""Pictures that are made from words."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.asking import Interaction
from bot.client import VisageBot
from bot.completing import (
    complete_backdrop,
    complete_list,
    complete_place_flags,
    complete_portrait_flags,
    complete_scene,
)
from bot.creating import Wish, create
from bot.language import say
from bot.pictures import of_attachment, told_apart
from faceswap.domain.job import Verb

PRIVATE = "Only you see the result"


class Create(commands.Cog):
    """Portraits and new places from words."""

    @app_commands.command(description="Make a portrait of a saved face from a description")
    @app_commands.describe(
        prompt="Who, and as what: me, a mad king in royal blue --no green --square --seed 7",
        idname="Whose portrait, where the description does not begin with an id",
        options="--square, --portrait or --landscape; --grid makes four; -m, -f, -s",
        private=PRIVATE,
    )
    @app_commands.autocomplete(
        prompt=complete_scene, idname=complete_list, options=complete_portrait_flags
    )
    async def headshot(
        self,
        interaction: Interaction,
        prompt: str,
        idname: str = "",
        options: str = "",
        private: bool | None = None,
    ) -> None:
        """Make a portrait."""
        wish = Wish(verb=Verb.HEADSHOT, prompt=prompt, ids=idname, options=options, private=private)
        await create(interaction, wish)

    @app_commands.command(description="Put the people of a picture in another place")
    @app_commands.describe(
        image="The picture with the people",
        a_background_photo_of="Where to put them: a beach at sunset --no people --seed 7",
        background="A picture to put them before, instead of a description",
        options="--grid makes four, --seed 7 makes the same again",
        private=PRIVATE,
    )
    @app_commands.autocomplete(
        a_background_photo_of=complete_backdrop, options=complete_place_flags
    )
    async def changebg(
        self,
        interaction: Interaction,
        image: discord.Attachment,
        a_background_photo_of: str = "",
        background: discord.Attachment | None = None,
        options: str = "",
        private: bool | None = None,
    ) -> None:
        """Put people elsewhere."""
        files = [of_attachment(each) for each in (image, background) if each]
        wish = Wish(
            verb=Verb.CHANGEBG,
            prompt=a_background_photo_of,
            options=options,
            files=told_apart(files, (say("files-people"), say("files-background"))),
            private=private,
        )
        await create(interaction, wish)


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Create())
