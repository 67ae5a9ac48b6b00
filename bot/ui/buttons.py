"""The buttons below a result.

Each carries its job's id in its custom id, so that it works after a restart; who may press it is
looked up when it is pressed.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from contextlib import suppress
from typing import Any, Self

import discord
import structlog
from discord import ui

from bot.asking import Interaction, own_job, owner, swap_again
from bot.errors import answering
from bot.language import say
from bot.ui.another import AnotherId
from faceswap.app.identities import list_ids
from faceswap.app.swaps import forget_result
from faceswap.domain.errors import NotYours

log = structlog.get_logger()

JOB = r"(?P<job>[0-9a-f]{16})"


class JobButton(ui.DynamicItem[ui.Button[Any]], template=rf"job:{JOB}"):
    """A button that belongs to a job; whoever presses is told of what goes wrong."""

    name = "job"
    says = ""
    """The message with its label."""
    style = discord.ButtonStyle.secondary
    opens_form = False
    """A form that was dismissed may be opened again at once: nothing has happened yet."""

    def __init__(self, job_id: str, label: str = "", *, disabled: bool = False) -> None:
        super().__init__(
            ui.Button(
                style=self.style,
                label=label or say(self.says),
                custom_id=f"{self.name}:{job_id}",
                disabled=disabled,
            )
        )
        self.job_id = job_id

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button that was pressed."""
        return cls(match["job"], getattr(item, "label", ""))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button is for; a press that is one too many does nothing."""
        async with answering(interaction):
            if not self.opens_form and interaction.client.presses.is_repeated(interaction):
                await interaction.response.defer()
            else:
                await self.act(interaction)

    @abstractmethod
    async def act(self, interaction: Interaction) -> None:
        """Do what the button is for."""


class Again(JobButton, template=rf"again:{JOB}"):
    """Asks for the same once more."""

    name, says = "again", "button-again"

    async def act(self, interaction: Interaction) -> None:
        """Ask for the job once more."""
        await swap_again(interaction, await own_job(interaction, self.job_id))


class Another(JobButton, template=rf"another:{JOB}"):
    """Asks whose face to put in instead."""

    name, says = "another", "button-another"
    opens_form = True

    async def act(self, interaction: Interaction) -> None:
        """Open the form; it has to be the first answer."""
        job = await own_job(interaction, self.job_id)
        shelf = await list_ids(interaction.client.app, owner(interaction))
        await interaction.response.send_modal(AnotherId(job, shelf))


class Delete(JobButton, template=rf"delete:{JOB}"):
    """Deletes the message and the stored pictures, for the asker and for moderators."""

    name, says = "delete", "button-delete"

    async def act(self, interaction: Interaction) -> None:
        """Delete."""
        app = interaction.client.app
        job = await app.jobs.job(self.job_id)
        is_own = job is not None and job.owner == owner(interaction)
        if not (is_own or interaction.permissions.manage_messages):
            raise NotYours(moderators=True)
        await interaction.response.defer()
        with suppress(discord.NotFound):
            await interaction.delete_original_response()
        if job is not None:
            await forget_result(app, job.id)
        log.info("result deleted", job=self.job_id, by_asker=is_own)
