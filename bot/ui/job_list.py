"""A page of jobs, and the buttons that turn it, which work after a restart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Self

import discord
from discord import ui

from bot.asking import Interaction, visitor_of
from bot.errors import answering
from bot.language import say
from bot.ui import job_words
from bot.ui.page import COLOUR, Page, file_of, layout, row
from faceswap.app import App
from faceswap.app.job_desk import (
    EVERYBODY,
    JobPage,
    Shown,
    Visitor,
    Wanted,
    list_jobs,
    may_look_inside,
)
from faceswap.domain.job import Job, JobState, StoredFile

LARGEST_THUMBNAIL = 512 * 1024
"""Bytes of a result that is shown small; of a larger one, its small target is."""
TURN = re.compile(
    r"jobs:(?P<whose>mine|everybody|\d{1,20}):(?P<shown>all|[a-z]{1,20}):(?P<page>\d{1,5})"
)


class TurnPage(ui.DynamicItem[ui.Button[Any]], template=TURN):
    """Shows another page of jobs in place of one."""

    def __init__(self, wanted: Wanted, label: str, *, disabled: bool = False) -> None:
        whose, shown = wanted.whose or "mine", wanted.shown or "all"
        super().__init__(
            ui.Button(
                label=label, custom_id=f"jobs:{whose}:{shown}:{wanted.page}", disabled=disabled
            )
        )
        self.wanted = wanted

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the button that was pressed; a state that is no longer told apart is none."""
        whose = None if match["whose"] == "mine" else match["whose"]
        shown = Shown(match["shown"]) if match["shown"] in set(Shown) else None
        return cls(Wanted(whose, shown, int(match["page"])), "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page; whether those of others may be seen is looked up anew."""
        async with answering(interaction):
            page = await list_page(interaction, self.wanted)
            await interaction.response.edit_message(view=page.view, attachments=list(page.files))


async def list_page(interaction: Interaction, wanted: Wanted) -> Page:
    """Return a page of jobs for whoever asks.

    Raises:
        ServerRefused: Others' are wanted by somebody who may not see them.
    """
    app, visitor = interaction.client.app, visitor_of(interaction)
    found = await list_jobs(app, visitor, wanted)
    data = {job.id: await _thumbnail(app, visitor, job) for job in found.jobs}
    return jobs_page(found, visitor, data)


def jobs_page(found: JobPage, visitor: Visitor, data: Mapping[str, bytes | None]) -> Page:
    """Return a page of jobs; `data` has the pictures to be shown, by job."""
    files: list[discord.File] = []
    parts: list[ui.Item[Any]] = [ui.TextDisplay(f"### {_heading(found)}")]
    for job in found.jobs:
        text = _told(job, visitor, is_named=found.wanted.whose == EVERYBODY)
        parts += [ui.Separator(), _item(job, text, data.get(job.id), files)]
    if found.jobs:
        words = {"page": found.wanted.page + 1, "pages": found.pages}
        parts += [ui.Separator(), ui.TextDisplay(f"-# {say('jobs-page', **words)}")]
    else:
        parts.append(ui.TextDisplay(say("jobs-none-such" if found.wanted.shown else "jobs-none")))
    if buttons := _buttons(found):
        parts.append(row(*buttons))
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)), tuple(files))


def _heading(found: JobPage) -> str:
    match found.wanted.whose:
        case None:
            whose = say("jobs-of-yours")
        case str(each) if each == EVERYBODY:
            whose = say("jobs-of-everybody")
        case member:
            whose = say("jobs-of-member", member=f"<@{member}>")
    if found.wanted.shown is None:
        return say("jobs-heading", whose=whose, count=found.count)
    state = say(f"jobs-shown-{found.wanted.shown.value}")
    return say("jobs-heading-state", whose=whose, state=state, count=found.count)


def _item(job: Job, text: str, picture: bytes | None, files: list[discord.File]) -> ui.Item[Any]:
    file = thumbnail_file(job)
    if picture is None or file is None:
        return ui.TextDisplay(text)
    shown = file_of(f"{len(files) + 1}-{file.name}", picture, job_words.what(job, code=False))
    files.append(shown)
    return ui.Section(text, accessory=ui.Thumbnail(shown, description=shown.description))


def _told(job: Job, visitor: Visitor, *, is_named: bool) -> str:
    """Tell of a job in two lines; of others' private ones, not whose faces are in it."""
    is_seen = may_look_inside(visitor, job)
    what = job_words.what(job) if is_seen else job.request.verb.value
    first = say(
        "jobs-line",
        sign=job_words.sign(job),
        state=job_words.state(job),
        what=f"{what} · {say('jobs-private')}" if job.request.private else what,
        when=job_words.when(job.created),
    )
    details = [say("jobs-line-details", cost=job_words.cost(job), job=job.id)]
    if is_named:
        details.append(say("jobs-for", member=f"<@{job.owner}>"))
    if address := job_words.link(job):
        details.append(say("jobs-link", link=address))
    return f"{first}\n-# {' · '.join(details)}"


def _buttons(found: JobPage) -> list[TurnPage]:
    wanted = found.wanted
    buttons: list[TurnPage] = []
    if found.pages > 1:
        at, last = wanted.page, found.pages - 1
        newer, older = (replace(wanted, page=page) for page in (max(0, at - 1), at + 1))
        buttons.append(TurnPage(newer, say("jobs-newer-button"), disabled=at == 0))
        buttons.append(TurnPage(older, say("jobs-older-button"), disabled=at == last))
    if found.moderates and wanted.whose != EVERYBODY:
        everybodys = Wanted(EVERYBODY, wanted.shown)
        buttons.append(TurnPage(everybodys, say("jobs-everybodys-button")))
    if wanted.whose is not None:
        buttons.append(TurnPage(Wanted(None, wanted.shown), say("jobs-only-mine-button")))
    return buttons


def thumbnail_file(job: Job) -> StoredFile | None:
    """Return what shows a job small: its result where that is a small still, else its target."""
    if job.state is not JobState.DONE or job.outcome is None:
        return None
    for picture in job.outcome.pictures:
        result = picture.result
        if result and result.media_type.startswith("image/") and result.size <= LARGEST_THUMBNAIL:
            return result
        if result:
            return picture.before
    return None


async def _thumbnail(app: App, visitor: Visitor, job: Job) -> bytes | None:
    file = thumbnail_file(job)
    if file is None or not may_look_inside(visitor, job):
        return None
    try:
        return await app.blobs.get(file.blob)
    except KeyError:
        return None
