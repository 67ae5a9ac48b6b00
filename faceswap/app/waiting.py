"""Waiting, by the app's clock."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import TypeVar

from faceswap.ports import Clock

T = TypeVar("T")


async def within(clock: Clock, seconds: float, work: Coroutine[object, object, T]) -> T:
    """Return what work comes to, or cancel it when it takes longer.

    Raises:
        TimeLimit: It took longer.
    """
    return await _before(clock.sleep(max(0.0, seconds)), work, TimeLimit)


async def unless(event: asyncio.Event, work: Coroutine[object, object, T]) -> T:
    """Return what work comes to, or cancel it when the event comes first.

    Raises:
        Stopped: The event came first.
    """
    return await _before(event.wait(), work, Stopped)


async def _before(
    end: Coroutine[object, object, object],
    work: Coroutine[object, object, T],
    error: type[Exception],
) -> T:
    task = asyncio.ensure_future(work)
    rival = asyncio.ensure_future(end)
    try:
        await asyncio.wait({task, rival}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise error
        return task.result()
    finally:
        for each in (task, rival):
            each.cancel()
        await asyncio.gather(task, rival, return_exceptions=True)


class TimeLimit(Exception):
    """Something took longer than it was given."""


class Stopped(Exception):
    """Something was told to stop."""
