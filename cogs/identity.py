"""Saving, choosing, listing and deleting faces."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Range
from discord.ext import commands

from bot import words
from bot.asking import Interaction, account, begin, owner, standing
from bot.client import VisageBot
from bot.completing import complete_list, complete_name
from bot.errors import answering
from bot.language import say
from bot.pictures import of_attachment, told_apart
from bot.ui.confirm import delete_all_page
from bot.ui.page import text_page
from bot.ui.save import answer, save
from faceswap.app.credits import balance
from faceswap.app.identities import delete_id, list_ids, set_id
from faceswap.domain.identity import LONGEST_NAME

Name = Range[str, 1, LONGEST_NAME]


class Identity(commands.Cog):
    """Faces by name."""

    @app_commands.command(description="Save a face under a name, from one to three photos of it")
    @app_commands.describe(
        idname="What to call it: 1 to 10 letters and digits",
        image="A clear photo of the face",
        image2="Another photo of the same face, for a better likeness",
        image3="A third photo of the same face",
    )
    @app_commands.autocomplete(idname=complete_name)
    async def saveid(
        self,
        interaction: Interaction,
        idname: Name,
        image: discord.Attachment,
        image2: discord.Attachment | None = None,
        image3: discord.Attachment | None = None,
    ) -> None:
        """Learn a face."""
        photos = [of_attachment(each) for each in (image, image2, image3) if each]
        numbered = [say("files-photo", number=number) for number, _ in enumerate(photos, 1)]
        await save(interaction, idname, told_apart(photos, numbered))

    @app_commands.command(description="Choose which of your ids is used when you name none")
    @app_commands.describe(idname="An id, or a list such as anna,_,ben or anna+ben, with options")
    @app_commands.autocomplete(idname=complete_list)
    async def setid(self, interaction: Interaction, idname: str) -> None:
        """Choose the current ids."""
        async with answering(interaction):
            await begin(interaction, private=True)
            kept = await set_id(interaction.client.app, owner(interaction), idname)
            await answer(interaction, say("ids-chosen", ids=kept))

    @app_commands.command(description="List your ids, and your credits")
    async def listid(self, interaction: Interaction) -> None:
        """List what is saved."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            shelf = await list_ids(app, owner(interaction))
            credit = await balance(app, account(interaction), standing(interaction))
            await answer(interaction, words.listed(shelf, app.rules.id_limit, credit))

    @app_commands.command(description="Delete one of your ids and what was learnt of its face")
    @app_commands.describe(idname="Which one")
    @app_commands.autocomplete(idname=complete_name)
    async def delid(self, interaction: Interaction, idname: str) -> None:
        """Delete an id."""
        app = interaction.client.app
        async with answering(interaction):
            await begin(interaction, private=True)
            name = await delete_id(app, owner(interaction), idname)
            await answer(interaction, words.deleted(name, await list_ids(app, owner(interaction))))

    @app_commands.command(description="Delete all of your ids; asks first")
    async def delall(self, interaction: Interaction) -> None:
        """Ask whether to delete all ids."""
        async with answering(interaction):
            await begin(interaction, private=True)
            shelf = await list_ids(interaction.client.app, owner(interaction))
            page = delete_all_page(owner(interaction), shelf)
            if not shelf.identities:
                page = text_page(say("ids-nothing-to-delete"))
            await interaction.edit_original_response(view=page.view)


async def setup(bot: VisageBot) -> None:
    """Add the commands."""
    await bot.add_cog(Identity())
