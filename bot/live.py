"""Progress on its way into replies: one edit at a time for each, and only the newest waits."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import discord
import structlog

from faceswap.domain.trace import trace
from faceswap.ports import Clock

log = structlog.get_logger()

SPACING = 1.2
"""Seconds from one edit to the next: Discord takes five in five, and one is left for the end."""
LAST_EDIT = 2.0
"""Seconds that an edit on its way has when the end is there; one that waits for Discord is dropped,
for discord.py sends nothing else to the reply meanwhile."""
MOST_REMEMBERED = 1000
GONE = {HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND}

Edit = Callable[[], Awaitable[object]]


@dataclass(eq=False, slots=True)
class _Reply:
    """A reply that is being edited; `newest` is what it is to show next."""

    newest: Edit | None = None
    sending: asyncio.Task[None] | None = None
    loop: asyncio.Task[None] | None = None


class Live:
    """Edits the replies of jobs that are not over, as fast as they may be."""

    def __init__(self, clock: Callable[[], Clock], last_edit: float = LAST_EDIT) -> None:
        self._clock = clock
        self._last_edit = last_edit
        self._replies: dict[str, _Reply] = {}
        self._over: OrderedDict[str, None] = OrderedDict()

    def show(self, job_id: str, edit: Edit) -> None:
        """Have an edit made as soon as may be, in place of one that waits; return at once."""
        if job_id in self._over:
            return
        reply = self._replies.setdefault(job_id, _Reply())
        reply.newest = edit
        if reply.loop is None:
            reply.loop = asyncio.create_task(self._go_on(job_id, reply))

    def is_shown(self, job_id: str) -> bool:
        """Tell whether something was shown of late."""
        return job_id in self._replies

    async def end(self, job_id: str) -> None:
        """Show no more of a job; return when nothing of it is on its way."""
        self._over[job_id] = None
        while len(self._over) > MOST_REMEMBERED:
            self._over.popitem(last=False)
        if reply := self._replies.pop(job_id, None):
            reply.newest = None
            if reply.sending:
                await asyncio.wait({reply.sending}, timeout=self._last_edit)
            await _stop(reply)

    async def close(self) -> None:
        """Show no more of any job."""
        replies = list(self._replies.values())
        self._replies.clear()
        await asyncio.gather(*map(_stop, replies))

    async def _go_on(self, job_id: str, reply: _Reply) -> None:
        """Make the newest edit, wait, and again while there is one."""
        while edit := reply.newest:
            reply.newest = None
            reply.sending = asyncio.create_task(self._send(job_id, edit))
            await asyncio.wait({reply.sending})
            await self._clock().sleep(SPACING)
        if self._replies.get(job_id) is reply:
            del self._replies[job_id]

    async def _send(self, job_id: str, edit: Edit) -> None:
        try:
            await edit()
        except discord.HTTPException as error:
            log.warning("progress not shown", job=job_id, status=error.status, code=error.code)
            if error.status in GONE:
                self._over[job_id] = None
        except (aiohttp.ClientError, OSError, TimeoutError) as error:
            log.warning("progress not shown", job=job_id, **trace(error))
        except Exception as error:  # noqa: BLE001 - the job goes on unannounced
            log.error("progress broke", job=job_id, **trace(error))


async def _stop(reply: _Reply) -> None:
    tasks = [task for task in (reply.loop, reply.sending) if task]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
