"""Waiting for a sidecar that is just starting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from faceswap.domain.attempts import backoff
from faceswap.domain.errors import BackendFault
from faceswap.ports import Clock

T = TypeVar("T")

ATTEMPTS = 6
"""With the pauses between them, half a minute."""


async def patiently(
    clock: Clock, work: Callable[[], Awaitable[T]], say_held: Callable[[], Awaitable[object]]
) -> T:
    """Do work that needs the sidecar, and again after a while when that is not there.

    `say_held` is called once, before the first wait.

    Raises:
        BackendFault: It was not there for half a minute.
    """
    for failures in range(1, ATTEMPTS):
        try:
            return await work()
        except BackendFault:
            if failures == 1:
                await say_held()
            await clock.sleep(backoff(failures))
    return await work()
