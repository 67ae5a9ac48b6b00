"""A member's own jobs as a file."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

import aiohttp
import discord
from discord import ui

from bot.asking import Interaction, owner
from bot.language import say
from bot.posted import links_in
from bot.ui.page import Page, file_of, layout
from faceswap.app.job_desk import count_jobs, recent_jobs
from faceswap.domain.job import Job
from faceswap.domain.job_object import Link, job_object

FILE = "visage-jobs.json"
MOST_JOBS = 5000
MOST_LINKED = 20
"""How many answers are read again for the addresses of their pictures: each is a request."""
ROOM = 0.9
"""How much of what may be posted the file may take."""


async def export_page(interaction: Interaction) -> Page:
    """Return a message with the asker's jobs, expired ones too, as far as they fit into a file."""
    app, member = interaction.client.app, owner(interaction)
    jobs = await recent_jobs(app, member, MOST_JOBS)
    links = await _links(interaction, jobs)
    data, count = await asyncio.to_thread(
        exported, jobs, links, int(interaction.filesize_limit * ROOM)
    )
    lines = [_told(count, await count_jobs(app, member))]
    if any(job.posted and job.posted.attachments for job in jobs):
        which = "jobs-exported-links" if links else "jobs-exported-no-links"
        lines.append(f"-# {say(which, count=len(links))}")
    words = ui.TextDisplay("\n".join(lines))
    if not count:
        return Page(layout(words))
    file = file_of(FILE, data, FILE)
    return Page(layout(words, ui.File(file)), (file,))


def exported(
    jobs: Sequence[Job], links: dict[str, dict[str, Link]], most_bytes: int
) -> tuple[bytes, int]:
    """Return jobs as JSON, the newest of them where all are too many, and how many they are."""
    rows: list[bytes] = []
    room = most_bytes
    for job in jobs:
        row = json.dumps(job_object(job, links.get(job.id, {})), ensure_ascii=False).encode()
        room -= len(row) + 2
        if room < 0:
            break
        rows.append(row)
    return b"[\n" + b",\n".join(rows) + b"\n]\n", len(rows)


def _told(count: int, everything: int) -> str:
    if count < everything:
        return say("jobs-exported-some", count=count, all=everything)
    return say("jobs-exported", count=count)


async def _links(interaction: Interaction, jobs: Sequence[Job]) -> dict[str, dict[str, Link]]:
    """Return where the pictures of the newest answers are just now, by job."""
    answered = [job for job in jobs if job.posted and not job.posted.private][:MOST_LINKED]
    found = {job.id: await _links_of(interaction, job) for job in answered}
    return {job_id: links for job_id, links in found.items() if links}


async def _links_of(interaction: Interaction, job: Job) -> dict[str, Link]:
    """Return where the pictures of an answer are; nowhere, where it cannot be read any more."""
    if job.posted is None or not job.posted.attachments:
        return {}
    place = interaction.client.get_partial_messageable(int(job.posted.channel))
    try:
        return links_in(await place.fetch_message(int(job.posted.message)))
    except (discord.DiscordException, aiohttp.ClientError, OSError):
        return {}
