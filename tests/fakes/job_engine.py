"""A job engine that leaves the work to the test."""

from __future__ import annotations

from faceswap.ports import Handler


class IdleEngine:
    """A `JobEngine` that runs nothing: the test works the jobs itself."""

    def __init__(self) -> None:
        self.wakes = 0

    async def start(self, handler: Handler) -> None:
        """Start nothing."""

    def wake(self) -> None:
        self.wakes += 1

    async def stop(self, grace: float) -> None:
        """Stop nothing."""
