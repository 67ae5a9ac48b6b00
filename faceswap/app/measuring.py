"""Measuring nothing, where nobody watches."""

from __future__ import annotations

from datetime import datetime

from faceswap.domain.job import Lane
from faceswap.ports import Delivery


class Unmeasured:
    """`Meter` that keeps nothing."""

    def waited(self, lane: Lane, seconds: float) -> None:
        """Do nothing."""

    def worked(self, lane: Lane, seconds: float) -> None:
        """Do nothing."""

    def answered(self, delivery: Delivery, seconds: float) -> None:
        """Do nothing."""

    def acknowledged(self, seconds: float) -> None:
        """Do nothing."""

    async def scrape(self, now: datetime) -> bytes:
        """Return nothing."""
        return b""
