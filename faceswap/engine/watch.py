"""Looking on while a clip is rendered or a picture made, and stopping it; shared by threads."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from threading import Event, Lock

from faceswap.domain.clip import Progress
from faceswap.domain.errors import Canceled
from faceswap.domain.media import Encoded

GLIMPSE_EVERY = 0.5
"""Seconds between two glimpses; each costs a few milliseconds."""


class Watch:
    """How far it is, what it looks like, and whether it is still wanted."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._canceled = Event()
        self._progress: Progress | None = None
        self._glimpse: Encoded | None = None
        self._next_glimpse = 0.0
        self._stops: list[Callable[[], None]] = []

    @property
    def progress(self) -> Progress | None:
        """Return how far it is, None before the first frame."""
        with self._lock:
            return self._progress

    @property
    def is_canceled(self) -> bool:
        """Tell whether it is no longer wanted."""
        return self._canceled.is_set()

    def glimpse(self) -> Encoded | None:
        """Return a small picture of one of the latest frames."""
        with self._lock:
            return self._glimpse

    def cancel(self) -> None:
        """Have it stopped at the next frame or step."""
        with self._lock:
            self._canceled.set()
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()

    def on_cancel(self, stop: Callable[[], None]) -> None:
        """Have `stop` called, on any thread, as soon as it is no longer wanted."""
        with self._lock:
            if not self.is_canceled:
                self._stops.append(stop)
                return
        stop()

    def go_on(self) -> None:
        """Return while it is wanted.

        Raises:
            Canceled: It no longer is.
        """
        if self.is_canceled:
            progress = self.progress or Progress(0, 0)
            raise Canceled(done=progress.done, total=progress.total)

    @contextmanager
    def counting(self) -> Generator[None]:
        """Have what is stopped tell how far it was, wherever in the work that comes from."""
        try:
            yield
        except Canceled:
            self.go_on()
            raise

    def steps(self, done: int, total: int) -> None:
        """Note how far a picture is that is made step by step.

        Raises:
            Canceled: It is no longer wanted.
        """
        self.go_on()
        with self._lock:
            self._progress = Progress(done, total)

    def report(self, progress: Progress, frame: Callable[[], Encoded]) -> None:
        """Note how far it is; `frame` makes a small picture, and is called now and then.

        Raises:
            Canceled: It is no longer wanted.
        """
        self.go_on()
        now = time.monotonic()
        glimpse = frame() if now >= self._next_glimpse else None
        with self._lock:
            self._progress = progress
            if glimpse:
                self._glimpse = glimpse
                self._next_glimpse = now + GLIMPSE_EVERY
