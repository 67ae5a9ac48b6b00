"""An offer: what a clip is, what its swap costs, and whose faces go where."""

from __future__ import annotations

from functools import partial
from typing import Any

import discord
from discord import ui

from bot import words
from bot.asking import Interaction, own_job, owner, pressed_at, standing
from bot.errors import say_privately
from bot.language import say
from bot.patience import patiently
from bot.ui.buttons import JOB, JobButton
from bot.ui.page import COLOUR, Page, file_of, layout, row
from bot.ui.picker import all_chosen, face_choices, id_list, meant, price
from bot.ui.progress import Cancel
from bot.ui.title import title
from faceswap.app import Rules
from faceswap.app.credits import balance
from faceswap.app.identities import list_ids
from faceswap.app.offers import accept
from faceswap.app.surveys import survey
from faceswap.domain.credits import Balance
from faceswap.domain.errors import NoFace
from faceswap.domain.identity import Shelf
from faceswap.domain.job import Job, JobState
from faceswap.domain.media import made_name
from faceswap.ports import Survey


class Accept(JobButton, template=rf"swap:{JOB}"):
    """Consents to the price of what is offered, with the faces that were chosen."""

    name = "swap"
    style = discord.ButtonStyle.primary

    async def act(self, interaction: Interaction) -> None:
        """Have it done; the notifier answers in the message that was pressed."""
        job = await own_job(interaction, self.job_id)
        if job.state is not JobState.OFFERED:
            await say_privately(
                interaction, say("offer-over" if job.state.is_final else "offer-begun")
            )
            return
        choices = await all_chosen(interaction, self.view)
        await interaction.response.defer()
        bot = interaction.client
        job = await accept(
            bot.app,
            job.id,
            job.owner,
            ids_text=id_list(choices) if choices else None,
            address=str(pressed_at(interaction)),
            standing=standing(interaction),
        )
        await bot.notifier.follow(job, at_once=True)


class ChooseFaces(JobButton, template=rf"who:{JOB}"):
    """Looks through a clip, and asks who goes to which face."""

    name, says = "who", "button-choose-faces"

    async def act(self, interaction: Interaction) -> None:
        """Say at once that it takes a while; then show the faces, or the offer again."""
        job = await own_job(interaction, self.job_id)
        if job.state is not JobState.OFFERED:
            await say_privately(
                interaction, say("offer-over" if job.state.is_final else "offer-begun")
            )
            return
        asker = interaction.user.id
        looking = _looking_page(job, asker, say("waiting-looking"))
        await interaction.response.edit_message(view=looking.view)
        try:
            page = await _choosing(interaction, job)
        except Exception:
            await _put_back(interaction, job)
            raise
        await _replace(interaction, job, page)


def offer_page(job: Job, asker: int, balance: Balance) -> Page:
    """Return what is offered, for how much."""
    buttons = [Accept(job.id, say("button-swap", price=job.price))]
    # Of several, it would not be plain whose faces are meant.
    buttons += [ChooseFaces(job.id)] if len(job.request.targets) == 1 else []
    return Page(
        _box(
            ui.TextDisplay(title(job, asker)),
            ui.TextDisplay(_what(job)),
            ui.TextDisplay(words.offer(job.price, balance)),
            row(*buttons, Cancel(job.id)),
        )
    )


def choosing_page(
    job: Job, asker: int, seen: Survey, shelf: Shelf, balance: Balance, rules: Rules
) -> Page:
    """Return the faces of an offered clip with a select for each."""
    name = made_name(job.request.clips[0].name, "faces", seen.numbered.media_type)
    numbered = file_of(name, seen.numbered.data, say("alt-numbered-clip", count=len(seen.faces)))
    gallery: ui.MediaGallery[Any] = ui.MediaGallery(
        discord.MediaGalleryItem(numbered, description=numbered.description)
    )
    choices = meant(job, seen.faces)
    cost = price(rules, job.request, choices)
    view = _box(
        ui.TextDisplay(title(job, asker)),
        ui.TextDisplay(_what(job)),
        gallery,
        ui.TextDisplay(words.seen_when(seen.appearances)),
        *face_choices(job, shelf, choices),
        ui.TextDisplay(words.left_today(balance)),
        row(Accept(job.id, say("button-swap", price=cost), disabled=not cost), Cancel(job.id)),
    )
    return Page(view, (numbered,))


def _looking_page(job: Job, asker: int, text: str) -> Page:
    """Return what is shown while a clip is looked through; it need not be waited for."""
    return Page(
        _box(
            ui.TextDisplay(title(job, asker)),
            ui.TextDisplay(text),
            row(Accept(job.id, say("button-swap", price=job.price)), Cancel(job.id)),
        )
    )


async def _choosing(interaction: Interaction, job: Job) -> Page:
    """Return the page to choose on.

    Raises:
        NoFace: Nobody is seen.
        VisageError: The clip cannot be looked through.
    """
    app, asker = interaction.client.app, interaction.user.id
    held = _looking_page(job, asker, say("waiting-looking-held"))
    seen = await patiently(
        app.clock,
        partial(survey, app, job.id, owner(interaction), standing(interaction)),
        partial(interaction.edit_original_response, view=held.view),
    )
    if not seen.faces:
        raise NoFace(name=job.request.targets[0].name)
    shelf = await list_ids(app, job.owner)
    credit = await balance(app, job.account, standing(interaction))
    return choosing_page(job, asker, seen, shelf, credit, app.rules)


async def _put_back(interaction: Interaction, job: Job) -> None:
    credit = await balance(interaction.client.app, job.account, standing(interaction))
    await _replace(interaction, job, offer_page(job, interaction.user.id, credit))


async def _replace(interaction: Interaction, job: Job, page: Page) -> None:
    """Put a page into the offer's message, unless the offer was acted on meanwhile."""
    now = await interaction.client.app.jobs.job(job.id)
    if now and now.state is JobState.OFFERED:
        await interaction.edit_original_response(view=page.view, attachments=list(page.files))


def _what(job: Job) -> str:
    mute = job.request.options.mute
    facts = [(each.name, each.clip) for each in job.request.clips]
    return "\n".join(words.clip(name, clip, mute=mute) for name, clip in facts if clip)


def _box(*items: ui.Item[Any]) -> ui.LayoutView:
    return layout(ui.Container(*items, accent_colour=COLOUR))
