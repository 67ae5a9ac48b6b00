"""What went wrong, in words, and telling it to whoever asked."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
import structlog
from discord import app_commands

from bot import credit_words, words
from bot.language import language_for, say, speaking
from bot.ui.page import text_page
from faceswap.app import promises
from faceswap.domain.errors import NotEnoughCredits, Unexpected, VisageError
from faceswap.domain.trace import trace

if TYPE_CHECKING:
    from bot.client import VisageBot

    Interaction = discord.Interaction[VisageBot]
else:
    # The client needs what needs this.
    Interaction = discord.Interaction

log = structlog.get_logger()

UNKNOWN_INTERACTION = 10062
ALREADY_ACKNOWLEDGED = 40060
IS_PRIVATE = "is private"
"""In an interaction's extras: whether its deferred reply is for the asker alone."""
IS_PROMISED = "is promised"
"""In an interaction's extras: that the next process answers it, should this one not live to."""


def _not_enough(error: NotEnoughCredits) -> str:
    if error.granted or error.pool:
        return credit_words.not_enough(error)
    refill = str(error.refill)
    return say("error-not-enough-credits", needed=error.needed, left=error.left, refill=refill)


def _defect(_: Exception) -> str:
    return say("error-unexpected", reference=secrets.token_hex(4))


def _changed(_: Exception) -> str:
    return say("error-command-changed")


WORDS: dict[type[BaseException], Callable[[Any], str]] = {
    NotEnoughCredits: _not_enough,
    Unexpected: _defect,
    VisageError: words.sentence,
    app_commands.CommandNotFound: _changed,
    app_commands.CommandSignatureMismatch: _changed,
    Exception: _defect,
}


def words_for(error: Exception) -> str:
    """Return what to say of an error, by the nearest class that has words."""
    return _words(error)(error)


def _words(error: Exception) -> Callable[[Any], str]:
    return next(WORDS[kind] for kind in type(error).__mro__ if kind in WORDS)


@asynccontextmanager
async def answering(interaction: Interaction) -> AsyncGenerator[None]:
    """Speak the asker's language, and tell the asker of whatever goes wrong inside.

    What was promised has been answered then, or a job is to answer it. Of what is canceled, as at
    the end of the process, or cannot be told, the promise stays for the next process.
    """
    with interaction.client.handling.one(), speaking(await language_for(interaction)):
        is_answered = True
        try:
            yield
        except Exception as error:  # noqa: BLE001 - nobody above could answer the asker
            is_answered = await excuse(interaction, error)
        if is_answered and IS_PROMISED in interaction.extras:
            await promises.keep(interaction.client.app, str(interaction.id))


async def excuse(interaction: discord.Interaction, error: Exception) -> bool:
    """Tell the asker what went wrong, to nobody else where that can be had.

    Return whether nothing is left to be told.
    """
    cause = getattr(error, "original", error)
    if _is_not_ours(cause):
        log.warning("interaction not ours to answer", interaction=interaction.id, **trace(cause))
        return True
    text = words_for(cause)
    if _words(cause) is _defect:
        log.error("interaction failed", interaction=interaction.id, said=text, **trace(cause))
    try:
        await say_privately(interaction, text)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as failure:
        log.warning("asker not told", interaction=interaction.id, **trace(failure))
        return False
    return True


async def say_privately(interaction: discord.Interaction, text: str) -> None:
    """Say something to the asker alone, in place of the reply that was begun."""
    view = text_page(text).view
    if not interaction.response.is_done():
        await interaction.response.send_message(view=view, ephemeral=True)
    elif IS_PRIVATE not in interaction.extras:
        await interaction.followup.send(view=view, ephemeral=True)
    elif interaction.extras[IS_PRIVATE]:
        await interaction.edit_original_response(view=view)
    else:
        # While it is there, a follow-up would become the public message that is loading.
        await interaction.delete_original_response()
        await interaction.followup.send(view=view, ephemeral=True)


def _is_not_ours(error: BaseException) -> bool:
    """Tell whether an interaction was not acknowledged in time, or is delivered a second time."""
    codes = {UNKNOWN_INTERACTION, ALREADY_ACKNOWLEDGED}
    return isinstance(error, discord.HTTPException) and error.code in codes
