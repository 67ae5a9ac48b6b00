"""Servers that the bot comes into, and those it leaves."""

from __future__ import annotations

from collections.abc import Collection

import structlog

from faceswap.app.context import App

log = structlog.get_logger()


async def come(app: App, guild: str) -> None:
    """Note that the bot came into a server; what is stored of it from before holds again."""
    await app.guilds.joined(guild)


async def greet(app: App, guild: str) -> bool:
    """Tell whether a server is to be greeted: once, and never again."""
    return await app.guilds.welcome(guild, app.clock.now())


async def leave(app: App, guild: str) -> None:
    """Note that the bot is no longer in a server."""
    log.info("server left", guild=guild)
    await app.guilds.left(guild, app.clock.now())


async def find_left(app: App, present: Collection[str]) -> None:
    """Note which servers were left while nobody was looking; `present` are all that are not."""
    await app.guilds.here(present, app.clock.now())
    app.presence.set()


async def forget_left(app: App) -> None:
    """Erase what is stored of servers that were left long enough ago.

    One that the bot came back into while it was not running is only known when it is connected.
    """
    if not app.presence.is_set():
        return
    for guild in await app.guilds.gone(app.clock.now() - app.rules.forget_servers):
        await app.blobs.delete(await app.guilds.forget(guild))
        log.info("server forgotten", guild=guild)
