"""What is offered while somebody types."""

from __future__ import annotations

from discord.app_commands import Choice

from bot import words
from bot.asking import Interaction, owner
from bot.language import say
from faceswap.app.identities import MOST_CHOICES, complete_ids, list_ids
from faceswap.domain.identity import name_key


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
