"""Sending answers to Discord, and what its refusals mean."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, cast

import aiohttp
import discord
import structlog

from bot.address import Address
from bot.ui.page import Page
from faceswap.domain.trace import trace
from faceswap.ports import Delivery, Receipt

if TYPE_CHECKING:
    from bot.client import VisageBot

log = structlog.get_logger()

UNKNOWN_MESSAGE = 10008
UNKNOWN_WEBHOOK = 10015
# Stands for the reply itself where a message's id is asked for.
ORIGINAL = cast("int", "@original")


class TokenGone(Exception):
    """The interaction can no longer be answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A message to be; `page` makes it anew for each sending, and words begin with a greeting.

    `is_aside` tells that nobody but the asker needs to see it.
    """

    page: Callable[[str], Page]
    is_aside: bool


async def reply(bot: VisageBot, address: Address, answer: Answer) -> Receipt:
    """Answer in the interaction's reply, or beside it where that is for all and the answer is not.

    Raises:
        TokenGone: It is too late for that.
    """
    hook = _hook(bot, address)
    if answer.is_aside and not address.private:
        return await _receipt(address, _aside(hook, answer))
    return await _receipt(address, _in_place(hook, address, answer))


async def message(bot: VisageBot, address: Address, answer: Answer, nonce: str) -> Receipt:
    """Answer with a message that mentions the asker, where it was asked, or to the asker alone.

    Of messages with the same nonce, Discord posts the first one only.
    """
    try:
        return await _receipt(address, _post(bot, address, answer, nonce))
    except TokenGone:
        return Receipt(Delivery.TRY_LATER)


async def edit(bot: VisageBot, address: Address, page: Page) -> None:
    """Put something else into the interaction's reply."""
    hook = _hook(bot, address)
    await hook.edit_message(ORIGINAL, view=page.view, attachments=list(page.files))


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


async def _receipt(address: Address, sending: Awaitable[discord.Message]) -> Receipt:
    try:
        message = await sending
    except discord.HTTPException as error:
        if error.status == HTTPStatus.UNAUTHORIZED or error.code == UNKNOWN_WEBHOOK:
            raise TokenGone from None
        log.warning("answer not taken", status=error.status, code=error.code)
        return Receipt(_meaning(error))
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("discord not reached", **trace(error))
        return Receipt(Delivery.TRY_LATER)
    return Receipt(Delivery.DELIVERED, str(address.told_by(message)))


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
