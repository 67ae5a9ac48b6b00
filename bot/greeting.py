"""The first message in a server."""

from __future__ import annotations

import aiohttp
import discord
import structlog

from bot.language import language_of, say, speaking
from bot.ui.page import text_page
from faceswap.domain.trace import trace

log = structlog.get_logger()


def where_to_greet(guild: discord.Guild) -> discord.TextChannel | None:
    """Return where a server reads of news, or the first channel the bot may write in, if any."""
    first = [guild.system_channel] if guild.system_channel else []
    return next((each for each in [*first, *guild.text_channels] if _may_write(each)), None)


async def say_hello(place: discord.TextChannel, allowance: int) -> None:
    """Tell whoever manages the server what to do first; failing to is no failure."""
    with speaking(language_of(str(place.guild.preferred_locale))):
        view = text_page(say("welcome", credits=allowance)).view
    try:
        await place.send(view=view)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning("server not greeted", guild=place.guild.id, **trace(error))


def _may_write(channel: discord.TextChannel) -> bool:
    may = channel.permissions_for(channel.guild.me)
    return may.view_channel and may.send_messages
