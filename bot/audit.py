"""The audit as messages: what was noted, in the language of the server."""

from __future__ import annotations

from collections.abc import Sequence
from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog
from discord.utils import escape_markdown, escape_mentions

from bot.language import language_of_server, say, speaking
from bot.ui.page import text_page
from faceswap.domain.audit import AuditLine
from faceswap.domain.trace import trace
from faceswap.ports import Board, Delivery

if TYPE_CHECKING:
    from bot.client import VisageBot

log = structlog.get_logger()

LONGEST_LINE = 260
"""Characters: fifteen lines of one message stay below Discord's four thousand."""
MENTIONS = {
    "policy-allowed-channels": "<#{}>",
    "policy-forbidden-channels": "<#{}>",
    "policy-audit-channel": "<#{}>",
    "policy-users": "<@&{}>",
    "policy-moderators": "<@&{}>",
    "policy-savers": "<@&{}>",
}
"""How ids in the values of rules are shown, by the event."""
NONE = "none"
"""Stands for an empty word where a message tells the two apart."""
TOLD_APART = ("policy-", "member-", "credits-")
"""How the events begin whose messages do."""
CLOSED = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}


async def post_lines(bot: VisageBot, board: Board, lines: Sequence[AuditLine]) -> Delivery:
    """Post lines as one message that mentions nobody; of the same lines, Discord posts it once."""
    guild = bot.get_guild(int(board.guild))
    if guild is None:
        # Not connected yet, or left: then it is forgotten in time.
        return Delivery.TRY_LATER
    with speaking(language_of_server(board.language, str(guild.preferred_locale))):
        view = text_page("\n".join(map(told, lines))).view
    place = bot.get_partial_messageable(int(board.channel), guild_id=guild.id)
    try:
        await place.send(
            view=view,
            nonce=f"audit-{lines[-1].id}",
            allowed_mentions=discord.AllowedMentions.none(),
            silent=True,
        )
    except discord.HTTPException as error:
        log.warning("audit not taken", status=error.status, code=error.code)
        return _meaning(error)
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("discord not reached", **trace(error))
        return Delivery.TRY_LATER
    return Delivery.DELIVERED


def told(line: AuditLine) -> str:
    """Return a line as moderators read it: when, who, and what."""
    who = f" <@{line.actor}>" if line.actor else ""
    sentence = say(f"audit-{line.event}", **_words(line)).strip()
    text = f"<t:{int(line.at.timestamp())}:t>{who} · {sentence}"
    return text if len(text) <= LONGEST_LINE else f"{text[: LONGEST_LINE - 1]}…"


def _words(line: AuditLine) -> dict[str, str | int]:
    """Return what stands in a line's sentence; what members wrote is neither markup nor mention."""
    words = {name: _plain(value) for name, value in line.words.items()}
    if form := MENTIONS.get(line.event):
        ids = str(line.words["value"]).split(",")
        words["value"] = " ".join(form.format(each) for each in ids if each)
    if not line.event.startswith(TOLD_APART):
        return words
    return {name: value if value != "" else NONE for name, value in words.items()}


def _plain(value: str | int) -> str | int:
    return escape_mentions(escape_markdown(value)) if isinstance(value, str) else value


def _meaning(error: discord.HTTPException) -> Delivery:
    if error.status in CLOSED:
        return Delivery.IMPOSSIBLE
    is_refused = error.status == HTTPStatus.BAD_REQUEST
    return Delivery.REFUSED if is_refused else Delivery.TRY_LATER
