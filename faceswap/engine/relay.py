"""Runs a step of a clip's way on a thread of its own, some frames ahead of the step after it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from queue import Full, Queue
from threading import Event
from typing import Generic, TypeVar

from faceswap.engine.urgency import less_urgent

QUEUED = 4
"""Items between two threads."""
PATIENCE = 0.1
# How much less urgent than the thread that takes the items one is that makes them.
LESS_URGENT = 10

Item = TypeVar("Item")


class Relay(Generic[Item]):
    """An iterator that runs on a thread of its own, a few items ahead; to be used with `with`.

    What it raises is raised to whoever takes the items, before those that still lie ready.
    """

    def __init__(
        self,
        items: Callable[[], Iterator[Item]],
        name: str,
        cancel: Callable[[], None],
        *,
        gives_way: bool,
    ) -> None:
        """Take what makes the items, and what to call for it to end when they are not wanted.

        It gives way where who takes them has the more to do.
        """
        self._items = items
        self._cancel = cancel
        self._queue: Queue[Item | None] = Queue(QUEUED)
        self._stop = Event()
        self._pool = ThreadPoolExecutor(1, name, less_urgent, (LESS_URGENT if gives_way else 0,))
        self._error: BaseException | None = None

    def __enter__(self) -> Iterator[Item]:
        """Begin."""
        self._pool.submit(self._run)
        return iter(self._next, None)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """End it and wait until it has."""
        self._stop.set()
        if kind is not None:
            self._cancel()
        self._pool.shutdown(wait=True)

    def _run(self) -> None:
        try:
            for item in self._items():
                self._put(item)
            self._put(None)
        except BaseException as error:  # noqa: BLE001 - it is raised on the other thread
            self._error = error
            # Where the queue is full, nobody waits to be woken.
            with suppress(Full):
                self._queue.put_nowait(None)

    def _put(self, item: Item | None) -> None:
        while not self._stop.is_set():
            with suppress(Full):
                self._queue.put(item, timeout=PATIENCE)
                return
        raise _Stopped

    def _next(self) -> Item | None:
        item = self._queue.get()
        if self._error is not None:
            raise self._error
        return item


class _Stopped(Exception):
    """Nobody wants what a thread is making."""
