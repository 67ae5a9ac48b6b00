"""Waiting for a change instead of polling for it."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """Wakes everyone who waits for the state to change."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Let every waiter look again."""
        for future in self._waiting:
            if not future.done():
                future.set_result(None)

    async def until(self, look: Callable[[], T | None], within: float) -> T:
        """Return the first value of `look` that is not None.

        Args:
            look: Called now and after each ring.
            within: Real seconds.

        Raises:
            TimeoutError: Nothing was seen in time.
        """
        async with asyncio.timeout(within):
            while (seen := look()) is None:
                future = asyncio.get_running_loop().create_future()
                self._waiting.add(future)
                try:
                    await future
                finally:
                    self._waiting.discard(future)
        return seen
