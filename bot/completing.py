"""What is offered while somebody types."""

from __future__ import annotations

from collections.abc import Mapping

from discord.app_commands import Choice

from bot import words
from bot.asking import Interaction, owner
from bot.language import say
from bot.ui import job_words
from faceswap.app.identities import MOST_CHOICES, complete_ids, list_ids
from faceswap.app.job_desk import recent_jobs
from faceswap.app.making import complete_prompt
from faceswap.app.status import condition
from faceswap.domain.identity import name_key

LONGEST_ASKING = 1.0
"""Seconds that the backend has to tell what it can draw, while somebody types."""
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
    return _flags(words.FLAGS, current)


async def complete_portrait_flags(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the flags of a portrait that are not there yet."""
    return _flags(words.PORTRAIT_FLAGS, current)


async def complete_place_flags(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer the flags of a new place that are not there yet."""
    return _flags(words.PLACE_FLAGS, current)


async def complete_scene(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer scenes behind the id that a description begins with."""
    app = interaction.client.app
    found = await condition(app, LONGEST_ASKING)
    shelf = await list_ids(app, owner(interaction))
    texts = complete_prompt(found.scenes if found else (), shelf, current)
    return [Choice(name=text, value=text) for text in texts]


async def complete_backdrop(interaction: Interaction, current: str) -> list[Choice[str]]:
    """Offer places that there are."""
    found = await condition(interaction.client.app, LONGEST_ASKING)
    typed = current.strip().casefold()
    names = [name for name in (found.backdrops if found else ()) if typed in name.casefold()]
    return [Choice(name=name, value=name) for name in names[:MOST_CHOICES]]


def _flags(flags: Mapping[str, str], current: str) -> list[Choice[str]]:
    typed = current.split()
    left = [flag for flag in flags if flag not in typed]
    kept = " ".join(flag for flag in typed if flag in flags)
    return [
        Choice(
            name=f"{kept} {flag} · {say(flags[flag])}".strip(),
            value=f"{kept} {flag}".strip(),
        )
        for flag in left
    ]
