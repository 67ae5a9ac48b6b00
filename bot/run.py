"""The bot at work: in, until told to stop, and out again in order."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import structlog

from bot.client import VisageBot, create_bot
from bot.scraping import scraped
from bot.sync import sync_commands
from faceswap.app import App
from faceswap.app.running import running
from faceswap.gateway.serve import create_gateway, serving
from faceswap.ports import Notifier
from faceswap.settings import Settings
from faceswap.wiring import open_app, open_media

log = structlog.get_logger()

LAST_ANSWERS = 3.0
GRACE = 6.0
"""Seconds that answers to commands, and then running jobs, have at the end; with the sidecar's end,
a stop takes less than 20."""

Opening = Callable[[Settings, Notifier], AbstractAsyncContextManager[App]]


async def run(
    settings: Settings,
    stop: asyncio.Event,
    *,
    connector: aiohttp.BaseConnector | None = None,
    opening: Opening = open_app,
) -> None:
    """Run the bot until `stop` is set.

    At the end, commands are no longer taken, those that were are answered, and jobs that cannot be
    finished are kept for the next start.

    Raises:
        discord.LoginFailure: Discord does not know the token.
        StorageRefused: The data folder cannot be used.
        GatewayRefused: The gateway cannot be served.
        discord.DiscordException, aiohttp.ClientError, OSError: Discord cannot be reached.
    """
    async with create_bot(connector) as bot:
        if await _before(stop, bot.login(settings.discord_token.get_secret_value())):
            await _serve(bot, settings, stop, opening)
    log.info("stopped")


async def _serve(bot: VisageBot, settings: Settings, stop: asyncio.Event, opening: Opening) -> None:
    async with opening(settings, bot.notifier) as app:
        bot.app, bot.started = app, app.clock.now()
        async with scraped(app, settings), _gateway(settings), running(app, GRACE):
            if await _before(stop, sync_commands(bot.tree, settings.data)):
                await _connect(bot, stop)


@asynccontextmanager
async def _gateway(settings: Settings) -> AsyncGenerator[None]:
    """Serve the gateway, where a port is set for it."""
    if not settings.gateway_port:
        yield
        return
    media = open_media(settings)
    gateway = create_gateway(media.blobs, media.links, media.clock.now)
    async with serving(gateway, settings.gateway_host, settings.gateway_port):
        yield


async def _connect(bot: VisageBot, stop: asyncio.Event) -> None:
    connecting = asyncio.create_task(bot.connect())
    try:
        await _before(stop, asyncio.shield(connecting))
    finally:
        # What comes in from now on could not be finished.
        connecting.cancel()
        await asyncio.gather(connecting, return_exceptions=True)
        log.info("stopping")
        await bot.handling.end(LAST_ANSWERS)
        await bot.looking.close()
        await bot.notifier.close()


async def _before(stop: asyncio.Event, work: Awaitable[object]) -> bool:
    """Do work, unless it is time to stop first; tell whether it was done."""
    doing = asyncio.ensure_future(work)
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({doing, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            return False
        doing.result()
        return True
    finally:
        for task in (doing, stopping):
            task.cancel()
        await asyncio.gather(doing, stopping, return_exceptions=True)
