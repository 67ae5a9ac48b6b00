"""`visage demo`: a scripted visit to the bot on a local Discord, shown as a page."""

from __future__ import annotations

import asyncio
import signal
from pathlib import Path

from rich.console import Console

from playground.demo.folder import FolderRefused
from playground.demo.play import play
from playground.host import Playground

RIGHT, WRONG, REFUSED, INTERRUPTED, ENDED = 0, 1, 2, 130, 143


def main(output: Path) -> int:
    """Play the visit and write it to a folder; return 0 when each step did what it should."""
    console = Console(highlight=False, soft_wrap=True)
    try:
        return RIGHT if asyncio.run(_play(output, console)) else WRONG
    except FolderRefused as refused:
        console.print(str(refused), markup=False)
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except asyncio.CancelledError:
        return ENDED


async def _play(output: Path, console: Console) -> bool:
    """Play, and end in order on a SIGTERM too; `asyncio.run` sees to a Ctrl-C."""
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - a coroutine runs in one
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    async with Playground() as discord:
        return await play(discord, output, console)
