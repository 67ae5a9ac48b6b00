"""How long a test waits for what should come."""

from __future__ import annotations

import asyncio
import contextlib

PATIENCE = 10.0
"""Real seconds after which a test that waits for an event has failed."""


@contextlib.asynccontextmanager
async def patience():
    """Fail instead of hanging when what is awaited never comes."""
    async with asyncio.timeout(PATIENCE):
        yield
