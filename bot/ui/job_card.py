"""One job, looked at: how it stands, what came of it, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot.errors import words_for
from bot.language import say
from bot.ui import job_words
from bot.ui.job_buttons import Refresh, Retry, Stop
from bot.ui.linked import linked, open_buttons
from bot.ui.page import COLOUR, Page, file_of, layout
from faceswap.app import App
from faceswap.app.job_desk import (
    Visitor,
    find_job,
    is_undelivered,
    may_be_retried,
    may_look_inside,
)
from faceswap.app.linking import Link, links_of
from faceswap.app.outlook import Outlook, outlook
from faceswap.domain.job import Job, JobState, StoredFile

MOST_PICTURES = 10
LONGEST_ALT = 256


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody sees of a job, in words; `link` leads to its answer."""

    job: Job
    visitor: Visitor
    lines: tuple[str, ...]
    link: str | None

    @property
    def is_own(self) -> bool:
        """Tell whether it is their own."""
        return self.job.owner == self.visitor.owner

    @property
    def is_last(self) -> bool:
        """Tell whether nothing more will come of the job."""
        return self.job.state.is_final and (self.job.answered or self.job.state is JobState.EXPIRED)


@dataclass(frozen=True, slots=True)
class Pictures:
    """The results of a job, with their bytes, or a line that says why they are not shown.

    Of those in `links`, small copies are shown.
    """

    shown: tuple[tuple[StoredFile, bytes], ...] = field(default=(), repr=False)
    instead: str = ""
    links: tuple[Link, ...] = ()


NO_PICTURES = Pictures()


async def card_of(app: App, visitor: Visitor, job_id: str) -> Card:
    """Return what somebody sees of a job.

    Raises:
        UnknownJob: There is none.
        NotYours: They may not see it.
    """
    job = await find_job(app, visitor, job_id)
    lines = tuple(_lines(job, visitor, await outlook(app, job)))
    return Card(job, visitor, lines, job_words.link(job))


async def pictures_of(app: App, card: Card, most_bytes: int) -> Pictures:
    """Return the results of a job that is done, where they may be seen and are not too large."""
    job = card.job
    if job.state is not JobState.DONE or job.outcome is None:
        return NO_PICTURES
    if not may_look_inside(card.visitor, job):
        return Pictures(instead=say("jobs-result-private"))
    shown = [each.after or each.result for each in job.outcome.pictures]
    results = [file for file in shown if file][:MOST_PICTURES]
    if sum(file.size for file in results) > most_bytes:
        return Pictures(instead=say("jobs-result-too-large"))
    try:
        data = [(file, await app.blobs.get(file.blob)) for file in results]
    except KeyError:
        return Pictures(instead=say("jobs-result-gone"))
    return Pictures(tuple(data), links=links_of(app, job))


def card_page(card: Card, pictures: Pictures = NO_PICTURES, note: str = "") -> Page:
    """Return the message, with a note where there is one."""
    parts: list[ui.Item[Any]] = [ui.TextDisplay("\n".join(card.lines))]
    files: list[discord.File] = []
    for file, data in pictures.shown:
        alt = say("jobs-result", name=file.name)[:LONGEST_ALT]
        files.append(file_of(f"{len(files) + 1}-{file.name}", data, alt))
    if files:
        items = [discord.MediaGalleryItem(file, description=file.description) for file in files]
        parts.append(ui.MediaGallery(*items))
    below = [line for line in (pictures.instead, *map(linked, pictures.links), note) if line]
    if below:
        parts.append(ui.TextDisplay("\n".join(f"-# {line}" for line in below)))
    parts += [*open_buttons(pictures.links), *_buttons(card)]
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)), tuple(files))


def _lines(job: Job, visitor: Visitor, seen: Outlook) -> list[str]:
    is_hidden = not may_look_inside(visitor, job)
    title = say(
        "jobs-title",
        sign=job_words.sign(job),
        state=job_words.state(job),
        what=job.request.verb.value if is_hidden else job_words.what(job),
    )
    lines = [f"### {title}", *_standing(job, seen, is_hidden=is_hidden)]
    if is_undelivered(job) and job.owner == visitor.owner:
        lines.append(say("jobs-kept-here"))
    lines.append(f"-# {_asked(job)}")
    details = say("jobs-line-details", cost=job_words.cost(job), job=job.id)
    lines.append(f"-# {details}")
    if job.parent:
        lines.append(f"-# {say('jobs-is-again', parent=job.parent)}")
    return lines


def _asked(job: Job) -> str:
    words = {"member": f"<@{job.owner}>", "when": job_words.when(job.created)}
    if job.place.channel is None:
        return say("jobs-asked", **words)
    return say("jobs-asked-in", channel=f"<#{job.place.channel}>", **words)


def _standing(job: Job, seen: Outlook, *, is_hidden: bool) -> list[str]:
    """Tell how a job stands; why others' private ones failed may name their files."""
    if job.state is JobState.EXPIRED:
        return [say("jobs-has-expired")]
    if job.state is JobState.OFFERED:
        return [say("jobs-offered-until", when=job_words.when(job.deadline))]
    if not job.state.is_final:
        return [job_words.outlook(job, seen)]
    lines = [say("jobs-done-at", when=job_words.when(job.updated))]
    if job.error and not is_hidden:
        lines.append(words_for(job.error))
    if job.undelivered and is_undelivered(job):
        lines.append(job_words.undelivered(job.undelivered))
    return lines


def _buttons(card: Card) -> list[ui.Item[Any]]:
    job = card.job
    # By its types, a row takes no dynamic items.
    buttons: list[Any] = []
    if not job.state.is_final:
        buttons.append(Stop(job.id, say("jobs-cancel-button")))
    if card.is_own and may_be_retried(job):
        buttons.append(Retry(job.id, say("jobs-retry-button")))
    if not card.is_last:
        buttons.append(Refresh(job.id, say("jobs-refresh-button")))
    if card.link:
        buttons.append(ui.Button(label=say("jobs-open-button"), url=card.link))
    return [ui.ActionRow(*buttons)] if buttons else []
