"""The visit as a whole: the processes, the steps, and the folder that is left."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from rich.console import Console

from playground.bot_process import BotProcess
from playground.demo.checks import Wrong
from playground.demo.folder import prepare_folder, publish
from playground.demo.keeping import Keeper
from playground.demo.script import SCRIPT
from playground.demo.terminal import Terminal
from playground.demo.visit import Visit
from playground.errors import PlaygroundError
from playground.host import Playground
from playground.page import render

MOST = 180.0
"""Seconds that the whole visit may take."""
LOG_LINES = 25
TITLE = "A visit to Visage"
INTRO = (
    "This conversation took place on a local Discord, with no account and no network. What the "
    "members do is scripted; what the bot answers is real, and its swap engine made each picture "
    "and clip on this machine. Click a picture to see it whole. The photos come with packages that "
    "Visage installs; the clips are drawn with them."
)


async def play(discord: Playground, output: Path, console: Console) -> bool:
    """Play the visit and write it to a folder; tell whether each step did what it should.

    Raises:
        FolderRefused: The folder holds other files, or cannot be written to.
    """
    prepare_folder(output)
    terminal = Terminal(console)
    terminal.begin("A local Discord, the bot and its swap engine; no account, no network.")
    # A file that somebody still has open must not make a bad visit out of a good one.
    with tempfile.TemporaryDirectory(prefix="visage-demo-", ignore_cleanup_errors=True) as private:
        made = Path(private, "made")
        async with BotProcess(Path(private), discord.ticket) as bot:
            is_right = await _visit(Visit(discord, Keeper(made)), bot, terminal)
        render(discord, made, title=TITLE, intro=INTRO)
        publish(made, output)
    terminal.end(str(output / "index.html"), is_right=is_right)
    return is_right


async def _visit(visit: Visit, bot: BotProcess, terminal: Terminal) -> bool:
    """Take each step until one goes wrong."""
    try:
        async with asyncio.timeout(MOST):
            with terminal.step("the bot starts and connects"):
                await _see_start(bot, visit.discord)
            for number, step in enumerate(SCRIPT, 1):
                visit.keeper.begin(number, step.name)
                with terminal.step(f"{number:2} {step.told}"):
                    await step.do(visit)
            with terminal.step("the bot ends in good order"):
                await _see_end(bot)
    except (Wrong, PlaygroundError) as error:
        terminal.wrong(str(error), bot.last_lines(LOG_LINES))
    except TimeoutError:
        terminal.wrong(f"the visit is not over in {MOST:.0f} s", bot.last_lines(LOG_LINES))
    else:
        return True
    return False


async def _see_start(bot: BotProcess, discord: Playground) -> None:
    ready = asyncio.create_task(discord.ready())
    ended = asyncio.create_task(bot.ended())
    try:
        await asyncio.wait({ready, ended}, return_when=asyncio.FIRST_COMPLETED)
        if ended.done():
            raise Wrong(f"it ended with code {ended.result()}")
        ready.result()
    finally:
        for task in (ready, ended):
            task.cancel()
        await asyncio.gather(ready, ended, return_exceptions=True)


async def _see_end(bot: BotProcess) -> None:
    if code := await bot.end():
        raise Wrong(f"it ended with code {code}")
