"""Having charts drawn: matplotlib is large and slow to load, and has no place in the bot."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Sequence
from subprocess import DEVNULL, PIPE

import structlog

from faceswap.app.credits import Report
from faceswap.app.waiting import TimeLimit, within
from faceswap.domain.job import Verb
from faceswap.ports import Clock

log = structlog.get_logger()

COMMAND = (sys.executable, "-m", "bot.chart")
LONGEST = 30.0
"""Seconds that a chart may take; the first one on a machine looks for fonts."""
SECRETS = ("DISCORD_", "VISAGE_")


class Charts:
    """Draws one chart at a time, each in a process of its own."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._turn = asyncio.Lock()

    async def draw(self, report: Report, clock: Clock) -> bytes | None:
        """Return a picture of a report as PNG, None where none can be drawn."""
        async with self._turn:
            try:
                return await within(clock, LONGEST, self._run(_told(report)))
            except (OSError, TimeLimit, ValueError) as error:
                log.warning("chart not drawn", reason=str(error) or type(error).__name__)
                return None

    async def _run(self, told: bytes) -> bytes:
        """Draw in a process, which never outlives this.

        Raises:
            ValueError: It came to no picture.
        """
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=_environment()
        )
        try:
            picture, _ = await process.communicate(told)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode or not picture:
            raise ValueError(f"the process ended with {process.returncode}")
        return picture


def _told(report: Report) -> bytes:
    spent = [(each.day.isoformat(), each.verb.value, each.amount) for each in report.spent]
    return json.dumps(
        {
            "first": report.first.isoformat(),
            "last": report.last.isoformat(),
            "verbs": [verb.value for verb in Verb],
            "spent": spent,
        }
    ).encode()


def _environment() -> dict[str, str]:
    """Return our environment without its secrets."""
    return {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
