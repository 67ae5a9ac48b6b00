"""A few threads for blocking work, with a bounded number of calls waiting for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from faceswap.domain.errors import BackendBusy, BackendDown

Result = TypeVar("Result")


class Slots:
    """Runs `threads` calls at once and keeps up to `waiting` more; to be used from one loop."""

    def __init__(self, threads: int, waiting: int, name: str = "slot") -> None:
        self.threads = threads
        self._room = threads + waiting
        self._taken = 0
        self._is_open = True
        self._idle = asyncio.Event()
        self._idle.set()
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)

    @property
    def waiting(self) -> int:
        """Return how many calls wait for a thread."""
        return max(0, self._taken - self.threads)

    @property
    def is_full(self) -> bool:
        """Tell whether another call would be refused."""
        return self._taken >= self._room

    def run(self, work: Callable[[], Result]) -> asyncio.Future[Result]:
        """Run a call when a thread is free.

        A call whose future is canceled before it began is dropped; one that runs cannot be stopped
        and keeps its thread until it ends.

        Raises:
            BackendBusy: Too many wait already.
            BackendDown: No more calls are taken.
        """
        if not self._is_open:
            raise BackendDown
        if self.is_full:
            raise BackendBusy
        loop = asyncio.get_running_loop()
        # Not asyncio.wrap_future, whose closures keep a call and its result alive as a cycle.
        future: asyncio.Future[Result] = loop.create_future()
        call = self._pool.submit(work)
        self._taken += 1
        self._idle.clear()

        def over(call: Future[Result]) -> None:
            # A call that outlives the loop has nobody left to tell.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(self._over, future, call)

        call.add_done_callback(over)
        future.add_done_callback(lambda done: done.cancelled() and call.cancel())
        return future

    async def close(self, grace: float) -> None:
        """Take no more calls, drop those that wait and give the others `grace` seconds to end."""
        self._is_open = False
        self._pool.shutdown(wait=False, cancel_futures=True)
        with suppress(TimeoutError):
            async with asyncio.timeout(grace):
                await self._idle.wait()

    def _over(self, future: asyncio.Future[Result], call: Future[Result]) -> None:
        self._taken -= 1
        if not self._taken:
            self._idle.set()
        if future.cancelled():
            return
        if call.cancelled():
            future.cancel()
        elif error := call.exception():
            future.set_exception(_tame(error))
        else:
            future.set_result(call.result())


def _tame(error: BaseException) -> Exception:
    """Return an error that ends a call and neither the loop (SystemExit) nor a generator."""
    if isinstance(error, Exception) and not isinstance(error, StopIteration):
        return error
    return RuntimeError(f"{type(error).__name__} on a thread").with_traceback(error.__traceback__)
