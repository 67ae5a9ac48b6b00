"""Sending answers to Discord, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

import aiohttp
import discord
import structlog

from bot.address import Address
from bot.posted import NO_SIZES, posted_with
from bot.ui.page import Page
from faceswap.domain.delivery import Undelivered
from faceswap.domain.trace import trace
from faceswap.ports import Delivery, Receipt

if TYPE_CHECKING:
    from bot.client import VisageBot

log = structlog.get_logger()

UNKNOWN_MESSAGE = 10008
UNKNOWN_WEBHOOK = 10015
WHY_NOT = {
    10003: Undelivered.CHANNEL_GONE,
    50001: Undelivered.NOT_ALLOWED,
    50007: Undelivered.DMS_CLOSED,
    50013: Undelivered.NOT_ALLOWED,
}
"""Discord's codes for places that cannot be reached: unknown channel, missing access, closed
messages, missing permissions."""
# Stands for the reply itself where a message's id is asked for.
ORIGINAL = cast("int", "@original")


class TokenGone(Exception):
    """The interaction can no longer be answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A message to be; `page` makes it anew for each sending, and words begin with a greeting.

    `is_aside` tells that nobody but the asker needs to see it; `sizes` has the bytes of its files,
    by their names.
    """

    page: Callable[[str], Page]
    is_aside: bool
    sizes: Mapping[str, int] = field(default_factory=lambda: NO_SIZES)


async def reply(bot: VisageBot, address: Address, answer: Answer) -> Receipt:
    """Answer in the interaction's reply, or beside it where that is for all and the answer is not.

    Raises:
        TokenGone: It is too late for that.
    """
    hook = _hook(bot, address)
    if answer.is_aside and not address.private:
        return await _receipt(address, answer, _aside(hook, answer))
    return await _receipt(address, answer, _in_place(hook, address, answer))


async def message(bot: VisageBot, address: Address, answer: Answer, nonce: str) -> Receipt:
    """Answer with a message that mentions the asker, where it was asked, or to the asker alone.

    Of messages with the same nonce, Discord posts the first one only.
    """
    try:
        return await _receipt(address, answer, _post(bot, address, answer, nonce))
    except TokenGone:
        return Receipt(Delivery.TRY_LATER)


async def edit(bot: VisageBot, address: Address, page: Page) -> None:
    """Put something else into the interaction's reply."""
    hook = _hook(bot, address)
    await hook.edit_message(ORIGINAL, view=page.view, attachments=list(page.files))


async def has_left(bot: VisageBot, server: str | None) -> bool:
    """Tell whether the bot is no longer in a server; not, where that cannot be found out."""
    if server is None:
        return False
    try:
        await bot.fetch_guild(int(server), with_counts=False)
    except (discord.Forbidden, discord.NotFound):
        return True
    except (discord.HTTPException, aiohttp.ClientError, OSError, TimeoutError):
        return False
    return False


def _hook(bot: VisageBot, address: Address) -> discord.Webhook:
    hook = discord.Webhook.partial(address.application, address.token, client=bot)
    # What discord.py takes a partial webhook for may not send messages that only one person sees.
    hook.type = discord.WebhookType.application
    return hook


async def _in_place(hook: discord.Webhook, address: Address, answer: Answer) -> discord.Message:
    page = answer.page("")
    try:
        return await hook.edit_message(ORIGINAL, view=page.view, attachments=list(page.files))
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
        return await _follow_up(hook, answer.page(""), private=address.private)


async def _aside(hook: discord.Webhook, answer: Answer) -> discord.Message:
    try:
        # While it is there, a follow-up would become the public message that is loading.
        await hook.delete_message(ORIGINAL)
    except discord.NotFound as error:
        if error.code != UNKNOWN_MESSAGE:
            raise
    return await _follow_up(hook, answer.page(""), private=True)


async def _follow_up(hook: discord.Webhook, page: Page, *, private: bool) -> discord.Message:
    return await hook.send(view=page.view, files=list(page.files), ephemeral=private, wait=True)


async def _post(bot: VisageBot, address: Address, answer: Answer, nonce: str) -> discord.Message:
    asker = discord.Object(address.user)
    if address.posts and address.channel and not address.private:
        page = answer.page(f"<@{asker.id}> ")
        place: discord.abc.Messageable = bot.get_partial_messageable(address.channel)
    else:
        page = answer.page("")
        place = await bot.create_dm(asker)
    return await place.send(
        view=page.view,
        files=list(page.files),
        nonce=nonce,
        allowed_mentions=discord.AllowedMentions(users=[asker]),
    )


async def _receipt(
    address: Address, answer: Answer, sending: Awaitable[discord.Message]
) -> Receipt:
    try:
        message = await sending
    except discord.HTTPException as error:
        if error.status == HTTPStatus.UNAUTHORIZED or error.code == UNKNOWN_WEBHOOK:
            raise TokenGone from None
        log.warning("answer not taken", status=error.status, code=error.code)
        return Receipt(_meaning(error), undelivered=WHY_NOT.get(error.code))
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("discord not reached", **trace(error))
        return Receipt(Delivery.TRY_LATER)
    posted = posted_with(message, answer.sizes)
    return Receipt(Delivery.DELIVERED, str(address.told_by(message)), posted)


def _meaning(error: discord.HTTPException) -> Delivery:
    match error.status:
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            return Delivery.TOO_LARGE
        case HTTPStatus.BAD_REQUEST:
            return Delivery.REFUSED
        case HTTPStatus.FORBIDDEN | HTTPStatus.NOT_FOUND:
            return Delivery.IMPOSSIBLE
        case _:
            return Delivery.TRY_LATER
