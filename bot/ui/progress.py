"""How far what takes long is, and the button that stops it."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot import words
from bot.asking import Interaction, own_job, pressed_at
from bot.language import say
from bot.ui.buttons import JOB, JobButton
from bot.ui.page import COLOUR, Page, file_of, layout, row
from bot.ui.title import title
from faceswap.app.canceling import cancel
from faceswap.domain.clip import Progress
from faceswap.domain.job import Job
from faceswap.domain.media import Encoded, made_name


class Cancel(JobButton, template=rf"cancel:{JOB}"):
    """Stops a job, or declines what is offered; the notifier says what that came to."""

    name, says = "cancel", "button-cancel"

    async def act(self, interaction: Interaction) -> None:
        """Stop; of a job that is over, the end is on its way already."""
        job = await own_job(interaction, self.job_id)
        await interaction.response.defer()
        if not job.state.is_final:
            address = str(pressed_at(interaction))
            await cancel(interaction.client.app, job.id, job.owner, address=address)


def waiting_page(job: Job, asker: int, text: str) -> Page:
    """Return what is shown of a job that waits and may take long."""
    return Page(layout(_box(ui.TextDisplay(title(job, asker)), ui.TextDisplay(text), job=job)))


def progress_page(job: Job, asker: int, progress: Progress, glimpse: Encoded | None) -> Page:
    """Return how far a job is, with what its clip looks like by now where that is known."""
    is_made = job.request.making is not None
    texts = title(job, asker), words.progress(progress, is_made=is_made)
    if glimpse is None or is_made:
        return Page(layout(_box(*map(ui.TextDisplay, texts), job=job)))
    name = made_name(job.request.clips[0].name, "now", glimpse.media_type)
    shown = file_of(name, glimpse.data, say("progress-glimpse"))
    thumbnail: ui.Thumbnail[Any] = ui.Thumbnail(shown, description=shown.description)
    return Page(layout(_box(ui.Section(*texts, accessory=thumbnail), job=job)), (shown,))


def _box(*items: ui.Item[Any], job: Job) -> ui.Container[Any]:
    return ui.Container(*items, row(Cancel(job.id)), accent_colour=COLOUR)
