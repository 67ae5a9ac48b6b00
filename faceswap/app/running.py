"""Everything that runs beside the commands, for as long as the process does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import partial

from faceswap.app.answers import finish_telling, keep_telling
from faceswap.app.auditing import keep_posting
from faceswap.app.context import App
from faceswap.app.promises import make_good
from faceswap.app.upkeep import keep_tidy
from faceswap.app.worker import work

LAST_WORDS = 5.0
"""Seconds that answers on their way have at the end."""


@asynccontextmanager
async def running(app: App, grace: float = 15.0) -> AsyncGenerator[None]:
    """Run jobs, answers, audit and upkeep; at the end, give running jobs `grace` seconds to end."""
    # Before anything new is promised.
    unkept = await app.promises.unkept()
    await app.engine.start(partial(work, app))
    beside = [
        asyncio.create_task(each)
        for each in (
            keep_telling(app),
            make_good(app, unkept),
            keep_posting(app),
            keep_tidy(app),
        )
    ]
    try:
        yield
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await app.engine.stop(grace)
        await finish_telling(app, LAST_WORDS)
