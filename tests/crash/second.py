"""A second bot, which says in its last line why it does not start."""

from __future__ import annotations

import asyncio
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore", DeprecationWarning)

from bot.run import run  # noqa: E402 - after the filter
from faceswap.settings import Settings  # noqa: E402
from faceswap.storage.errors import StorageRefused  # noqa: E402
from playground import Ticket  # noqa: E402


async def main(ticket: Ticket, data: Path) -> None:
    settings = Settings(discord_token=ticket.token, data=data)
    await run(settings, asyncio.Event(), connector=ticket.connector())


try:
    asyncio.run(main(Ticket.read(Path(sys.argv[1])), Path(sys.argv[2])))
except StorageRefused as refused:
    sys.stderr.write(f"{refused}\n")
