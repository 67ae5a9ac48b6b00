"""The result of what was made from words as one message, and its buttons."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot import made_words, words
from bot.asking import Interaction, own_job, swap_again
from bot.language import say
from bot.ui.buttons import JOB, Again, Another, Delete, JobButton
from bot.ui.page import COLOUR, Page, layout, row
from bot.ui.result import Result, Show, galleries, refusals
from bot.ui.title import title
from faceswap.app.making import CANDIDATES, Take
from faceswap.domain.job import Job, Verb


class Reroll(JobButton, template=rf"reroll:{JOB}"):
    """Makes the same words again, with another seed."""

    name = "reroll"

    async def act(self, interaction: Interaction) -> None:
        """Ask for another one."""
        job = await own_job(interaction, self.job_id)
        await swap_again(interaction, job, take=Take.REROLL)


class Variations(JobButton, template=rf"vary:{JOB}"):
    """Makes four more of the same words."""

    name = "vary"

    async def act(self, interaction: Interaction) -> None:
        """Ask for four."""
        job = await own_job(interaction, self.job_id)
        await swap_again(interaction, job, take=Take.VARIATIONS)


def made_page(result: Result) -> Page:
    """Return the message: who asked, the words, the pictures, how they were made, and the cost."""
    job = result.job
    show = Show(result.data)
    parts: list[ui.Item[Any]] = [ui.TextDisplay(_head(result))]
    for pictures in galleries(job):
        parts.append(ui.MediaGallery(*(show.item(file, alt) for file, alt in pictures)))
    parts += [ui.TextDisplay(words.left_out(refusal)) for refusal in refusals(job)]
    parts.append(ui.TextDisplay(_below(result)))
    parts.append(row(*_buttons(job)))
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)), tuple(show.files))


def _head(result: Result) -> str:
    quoted = made_words.quoted(result.job)
    return "\n".join([title(result.job, result.asker), *([quoted] if quoted else [])])


def _below(result: Result) -> str:
    job = result.job
    small = [
        " · ".join([*made_words.seeds(job), words.cost(job.charged, result.balance)]),
        *made_words.reduced(job),
        *made_words.hint(job),
    ]
    return "\n".join([*made_words.shown(job), *(f"-# {line}" for line in small)])


def _buttons(job: Job) -> list[JobButton]:
    making = job.request.making
    # An uploaded background looks the same with every seed.
    if making is None or making.wording is None:
        return [Again(job.id), Delete(job.id)]
    price = job.request.face_price
    others = [Another(job.id)] if job.request.verb is Verb.HEADSHOT else []
    return [
        Reroll(job.id, say("button-reroll", price=making.count * price)),
        Variations(job.id, say("button-variations", price=CANDIDATES * price)),
        *others,
        Delete(job.id),
    ]
