"""Deleting answers that were given."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

import aiohttp
import discord
import structlog

from bot.address import Address
from faceswap.domain.trace import trace
from faceswap.ports import Delivery

if TYPE_CHECKING:
    from bot.client import VisageBot

log = structlog.get_logger()

NOT_OURS = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND}
"""Deleted before, in a channel that is closed, or seen by its asker alone."""


async def delete_answer(bot: VisageBot, address: Address) -> Delivery:
    """Delete the message at an address, as far as that can be done."""
    if address.message is None or address.channel is None:
        return Delivery.IMPOSSIBLE
    place = bot.get_partial_messageable(address.channel)
    try:
        await place.get_partial_message(address.message).delete()
    except discord.HTTPException as error:
        log.info("answer not deleted", status=error.status, code=error.code)
        return Delivery.IMPOSSIBLE if error.status in NOT_OURS else Delivery.TRY_LATER
    except (aiohttp.ClientError, OSError, TimeoutError) as error:
        log.warning("discord not reached", **trace(error))
        return Delivery.TRY_LATER
    return Delivery.DELIVERED
