"""Letting go of what is not to be kept."""

from __future__ import annotations

from datetime import timedelta

import structlog

from faceswap.app.context import App
from faceswap.app.erasing import erase_due
from faceswap.app.guilds import forget_left
from faceswap.domain.trace import trace

log = structlog.get_logger()

EVERY = 600.0
"""Seconds between two rounds, and how much longer than they should offers can be kept."""
STRAY_AFTER = timedelta(hours=1)
"""A blob is stored before the job that needs it: only one this old can be a leftover."""


async def tidy(app: App) -> None:
    """Let go of jobs past retention, offers past their end and pictures that no job needs.

    Answers that do not stay go before, and old audit lines and servers long left behind.
    """
    await erase_due(app)
    now = app.clock.now()
    await app.blobs.delete(await app.jobs.expire(now - app.rules.retention, now))
    old = await app.blobs.older_than(now - STRAY_AFTER)
    await app.blobs.delete(await app.jobs.unused(old))
    await app.audit.drop(now - app.rules.retention)
    await app.members.unname(now)
    await forget_left(app)


async def keep_tidy(app: App) -> None:
    """Tidy now and every ten minutes until canceled."""
    while True:
        try:
            await tidy(app)
        except Exception as error:  # noqa: BLE001 - the loop outlives what it meets
            log.error("tidying failed", **trace(error))
        await app.clock.sleep(EVERY)
