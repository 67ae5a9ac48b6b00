"""What just happened in this process; nothing is lost when it is forgotten."""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager, suppress

import discord

DOUBLE_CLICK = 2.0
"""Seconds within which the same press by the same person is one too many."""
MOST_REMEMBERED = 1000


class Handling:
    """Knows the interactions that are being answered."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[object]] = []
        self._idle = asyncio.Event()
        self._idle.set()

    @contextmanager
    def one(self) -> Generator[None]:
        """Count the running task as one more until the end."""
        task = asyncio.current_task()
        if task is None:
            raise RuntimeError("only a task can answer")
        self._tasks.append(task)
        self._idle.clear()
        try:
            yield
        finally:
            self._tasks.remove(task)
            if not self._tasks:
                self._idle.set()

    async def end(self, seconds: float) -> None:
        """Wait until none is left, so long at most; cancel those that are, such as long looks."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._idle.wait()
        left = set(self._tasks) - {asyncio.current_task()}
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


class Presses:
    """Tells double clicks from clicks."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._at: OrderedDict[tuple[int, int, str], float] = OrderedDict()

    def is_repeated(self, interaction: discord.Interaction) -> bool:
        """Tell whether somebody pressed this very button a moment ago."""
        message = interaction.message.id if interaction.message else 0
        key = (interaction.user.id, message, str((interaction.data or {}).get("custom_id")))
        now = self._now()
        before = self._at.pop(key, None)
        self._at[key] = now
        while len(self._at) > MOST_REMEMBERED:
            self._at.popitem(last=False)
        return before is not None and now - before < DOUBLE_CLICK


class Choices:
    """Choices in selects of messages that are being edited.

    Two selects used in quick succession each bring the message as it was before; what the first one
    chose is not in the second one's.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[asyncio.Lock, dict[int, str]]] = OrderedDict()

    @asynccontextmanager
    async def of(self, message_id: int) -> AsyncGenerator[dict[int, str]]:
        """Return what was chosen of late in a message, one user at a time."""
        lock, choices = self._kept.setdefault(message_id, (asyncio.Lock(), {}))
        self._kept.move_to_end(message_id)
        while len(self._kept) > MOST_REMEMBERED:
            self._kept.popitem(last=False)
        async with lock:
            yield choices
