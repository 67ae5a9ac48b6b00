"""`python -m bot`: settings, logs, signals, and the bot until one of them ends it."""

from __future__ import annotations

import asyncio
import signal
import sys

import aiohttp
import discord

from bot.run import run
from faceswap.gateway.serve import GatewayRefused
from faceswap.settings import Settings, SettingsRefused, load_settings
from faceswap.sidecar.logs import configure_logs
from faceswap.storage.errors import StorageRefused

TO_GET_ONE = (
    "There is no bot token yet: get one in the Discord developer portal (your application → Bot → "
    "Reset Token) and put DISCORD_TOKEN=... in .env; `make demo` needs none."
)
TO_GET_ANOTHER = (
    "Discord does not know this DISCORD_TOKEN; get a new one in the developer portal (your "
    "application → Bot → Reset Token) and put it in .env."
)
REFUSED = 2
FAILED = 1
INTERRUPTED = 130


def main() -> int:
    """Run the bot and return its exit code."""
    try:
        settings = load_settings()
    except SettingsRefused as refused:
        return _end(str(refused), REFUSED)
    if not settings.discord_token.get_secret_value().strip():
        return _end(TO_GET_ONE, REFUSED)
    configure_logs(settings.log, settings.log_level)
    try:
        asyncio.run(until_signal(settings))
    except discord.LoginFailure:
        return _end(TO_GET_ANOTHER, REFUSED)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (StorageRefused, GatewayRefused) as refused:
        return _end(str(refused), FAILED)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        return _end(f"Discord cannot be reached ({type(error).__name__}: {error}).", FAILED)
    return 0


async def until_signal(settings: Settings, connector: aiohttp.BaseConnector | None = None) -> None:
    """Run the bot until a signal ends it."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()

    def end() -> None:
        stop.set()
        # Asked a second time, the process ends at once.
        for each in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(each)

    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, end)
    await run(settings, stop, connector=connector)


def _end(sentence: str, code: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
