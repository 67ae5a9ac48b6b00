"""The audit: a line for each job that is over, and posting what was noted."""

from __future__ import annotations

import structlog

from faceswap.app.context import App
from faceswap.app.delivering import try_once
from faceswap.domain.job import Job
from faceswap.domain.trace import trace
from faceswap.ports import Board, Delivery

log = structlog.get_logger()

EVERY = 2.9
"""Seconds between two looks for lines: what is noted meanwhile goes into one message."""
MOST_LINES = 15
"""Lines of one message."""
LONGEST_POST = 60.0
"""Seconds that posting one message may take."""


async def note_end(app: App, job: Job) -> None:
    """Note that a job of a server is over; once, however often its end is told."""
    guild = job.request.house.guild
    if guild is None:
        return
    words = {"verb": job.request.verb.value, "credits": job.charged, "job": job.id}
    event = f"job-{job.state.value}"
    await app.audit.note(guild, job.owner, event, words, app.clock.now(), key=job.id)


async def keep_posting(app: App) -> None:
    """Post what was noted, and whatever is noted then, until canceled."""
    while True:
        try:
            await post_all(app)
        except Exception as error:  # noqa: BLE001 - the loop outlives what it meets
            log.error("audit could not be posted", **trace(error))
        await app.clock.sleep(EVERY)


async def post_all(app: App) -> None:
    """Post the lines that wait, server by server; what cannot be posted now waits on."""
    for guild in await app.audit.waiting():
        while await _post(app, guild):
            pass


async def _post(app: App, guild: str) -> bool:
    """Post a server's next lines as one message; tell whether there may be more to post."""
    lines = await app.audit.unposted(MOST_LINES, guild)
    policy = await app.guilds.policy(guild)
    if not lines:
        return False
    if policy.audit_channel and not await app.guilds.trouble(guild):
        board = Board(guild, policy.audit_channel, policy.language)
        delivery = await try_once(app, LONGEST_POST, app.notifier.post(board, lines))
        if delivery is Delivery.TRY_LATER:
            return False
        if delivery is Delivery.IMPOSSIBLE:
            log.warning("audit channel takes nothing", guild=guild, delivery=delivery.value)
            await app.guilds.note_trouble(guild, app.clock.now())
    await app.audit.posted([line.id for line in lines])
    return True
