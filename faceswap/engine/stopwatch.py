"""Where the time of a clip goes, by stage; measured only while somebody wants to know."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

Item = TypeVar("Item")


class Stopwatch:
    """Seconds of each stage, summed over all threads."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._lock = Lock()

    def add(self, stage: str, seconds: float) -> None:
        """Count some more."""
        with self._lock:
            self.seconds[stage] += seconds


_running: list[Stopwatch] = []


@contextmanager
def measuring() -> Generator[Stopwatch]:
    """Measure all stages of this process for a while."""
    stopwatch = Stopwatch()
    _running.append(stopwatch)
    try:
        yield stopwatch
    finally:
        _running.remove(stopwatch)


@contextmanager
def stage(name: str) -> Generator[None]:
    """Count the time of a block as that of a stage."""
    if not _running:
        yield
        return
    began = time.perf_counter()
    try:
        yield
    finally:
        _count(name, began)


def each(name: str, items: Iterable[Item]) -> Iterator[Item]:
    """Yield items, and count the wait for them as a stage."""
    began = time.perf_counter()
    for item in items:
        _count(name, began)
        yield item
        began = time.perf_counter()


def _count(name: str, began: float) -> None:
    seconds = time.perf_counter() - began
    for stopwatch in _running:
        stopwatch.add(name, seconds)
