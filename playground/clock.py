"""Time as the playground sees it: real time plus what a test has added."""

import time
from collections.abc import Callable


class Clock:
    """Drives every expiry in the playground: acknowledgements, tokens, links.

    A test moves it with :meth:`advance` instead of sleeping.
    """

    def __init__(self) -> None:
        self._ahead = 0.0
        self._watchers: list[Callable[[], None]] = []

    def now(self) -> float:
        """Seconds since the Unix epoch."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Move time forward; it never runs backwards, as ids are made from it.

        Raises:
            ValueError: `seconds` is negative.
        """
        if seconds < 0:
            raise ValueError(f"the clock cannot go back {-seconds} s")
        self._ahead += seconds
        for watcher in self._watchers:
            watcher()

    def watch(self, watcher: Callable[[], None]) -> None:
        """Call `watcher` after each jump."""
        self._watchers.append(watcher)
