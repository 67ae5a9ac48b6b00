"""What is offered while somebody types."""

from __future__ import annotations

from discord.app_commands import Choice

from bot import words
from bot.asking import Interaction, owner
from bot.language import say
from bot.ui import job_words
from faceswap.app.identities import MOST_CHOICES, complete_ids, list_ids
from faceswap.app.job_desk import recent_jobs
from faceswap.domain.identity import name_key

LATEST = 100
"""How many of a member's jobs are looked through."""


async def complete_list(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Complete the last name of a list of ids."""
    shelf = await list_ids(interaction.client.app, owner(interaction))
    return [Choice(name=text, value=text) for text in complete_ids(shelf, current)]


async def complete_name(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Complete one name."""
    shelf = await list_ids(interaction.client.app, owner(interaction))
    typed = name_key(current.strip())
    fitting = sorted((name for name in shelf.names if typed in name_key(name)), key=str.casefold)
    return [Choice(name=name, value=name) for name in fitting[:MOST_CHOICES]]


async def complete_job(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the member's latest jobs that fit what was typed."""
    app = interaction.client.app
    now, typed = app.clock.now(), current.strip().casefold()
    told = {
        job.id: job_words.choice(job, now)
        for job in await recent_jobs(app, owner(interaction), LATEST)
    }
    fitting = [
        Choice(name=text, value=job_id)
        for job_id, text in told.items()
        if typed in job_id or typed in text.casefold()
    ]
    return fitting[:MOST_CHOICES]


async def complete_options(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the flags that are not there yet."""
    typed = current.split()
    left = [flag for flag in words.FLAGS if flag not in typed]
    kept = " ".join(flag for flag in typed if flag in words.FLAGS)
    return [
        Choice(
            name=f"{kept} {flag} · {say(words.FLAGS[flag])}".strip(),
            value=f"{kept} {flag}".strip(),
        )
        for flag in left
    ]
