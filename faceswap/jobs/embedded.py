"""Jobs run in this process, as they fall due, so many at a time of each lane."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog

from faceswap.domain.attempts import backoff
from faceswap.domain.job import Job, Lane
from faceswap.domain.trace import trace
from faceswap.ports import Clock, Handler, Jobs

log = structlog.get_logger()

LEAST_WAIT = 0.05
"""Seconds to a job that is due and could not be claimed."""
AFTER_A_CRASH = timedelta(seconds=30)
MOST_HAND_BACKS = 8


class EmbeddedEngine:
    """`JobEngine` over the `Jobs` of one process.

    Each lane has slots of its own, so that stills do not wait for clips. One task claims; it
    sleeps until a job falls due, a slot falls free or somebody wakes it. It is the only one to take
    up what an earlier process left, so no second process may run an engine on the same jobs.
    """

    def __init__(self, jobs: Jobs, clock: Clock, *, slots: int, clip_slots: int = 1) -> None:
        self._jobs = jobs
        self._clock = clock
        self._slots = {Lane.STILLS: slots, Lane.CLIPS: clip_slots}
        self._changed = asyncio.Event()
        self._is_stopping = False
        self._claiming: asyncio.Task[None] | None = None
        self._running: dict[asyncio.Task[None], Lane] = {}

    async def start(self, handler: Handler) -> None:
        """Take up what was left, then run jobs as they fall due."""
        left = await self._jobs.requeue_open(self._clock.now())
        if left:
            log.info("jobs taken up again", count=left)
        self._is_stopping = False
        self._claiming = asyncio.create_task(self._keep_claiming(handler))

    def wake(self) -> None:
        """Look for due jobs now."""
        self._changed.set()

    async def stop(self, grace: float) -> None:
        """Claim no more; let running jobs end within `grace` seconds, then hand them back."""
        self._is_stopping = True
        self._changed.set()
        if self._claiming:
            await self._claiming
        await self._let_end(grace)
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    async def _keep_claiming(self, handler: Handler) -> None:
        failures = 0
        while not self._is_stopping:
            self._changed.clear()
            try:
                due = await self._claim_all(handler)
                failures = 0
            except Exception as error:  # noqa: BLE001 - the loop outlives what it meets
                failures += 1
                log.error("no job could be claimed", **trace(error))
                due = self._clock.now() + timedelta(seconds=backoff(failures))
            await self._idle_until(due)

    async def _claim_all(self, handler: Handler) -> datetime | None:
        """Fill the free slots; return when to look again, None for when something changes."""
        due = [await self._claim_in(lane, handler) for lane in Lane]
        return min((each for each in due if each), default=None)

    async def _claim_in(self, lane: Lane, handler: Handler) -> datetime | None:
        """Fill the free slots of a lane; return when its next job falls due, if a slot is left."""
        while self._free_slots(lane) and not self._is_stopping:
            job = await self._jobs.claim(self._clock.now(), lane)
            if job is None:
                return await self._jobs.next_due(lane)
            task = asyncio.create_task(self._run(handler, job))
            self._running[task] = lane
            task.add_done_callback(self._set_free)
        return None

    def _free_slots(self, lane: Lane) -> int:
        return self._slots[lane] - list(self._running.values()).count(lane)

    async def _idle_until(self, due: datetime | None) -> None:
        alarm = asyncio.create_task(self._ring_at(due)) if due else None
        try:
            await self._changed.wait()
        finally:
            if alarm:
                alarm.cancel()
                await asyncio.gather(alarm, return_exceptions=True)

    async def _ring_at(self, due: datetime) -> None:
        seconds = (due - self._clock.now()).total_seconds()
        await self._clock.sleep(max(seconds, LEAST_WAIT))
        self._changed.set()

    def _set_free(self, task: asyncio.Task[None]) -> None:
        del self._running[task]
        self._changed.set()

    async def _run(self, handler: Handler, job: Job) -> None:
        try:
            await handler(job)
        except asyncio.CancelledError:
            await self._hand_back(job, timedelta())
        except Exception as error:  # noqa: BLE001 - one job's end must not be all jobs' end
            log.error("handler broke", job=job.id, attempt=job.attempt, **trace(error))
            await self._hand_back(job, AFTER_A_CRASH)

    async def _hand_back(self, job: Job, delay: timedelta) -> None:
        """Queue a job whose handler did not come to an end; one that is over stays so.

        When that fails too, the job waits for the next start.
        """
        for failures in range(1, MOST_HAND_BACKS + 1):
            now = self._clock.now()
            try:
                await self._jobs.retry(job.id, job.attempt, at=now + delay, now=now)
                return
            except Exception as error:  # noqa: BLE001 - tried again, and at the next start
                log.error("job not handed back", job=job.id, **trace(error))
            if self._is_stopping:
                return
            await self._clock.sleep(backoff(failures))

    async def _let_end(self, grace: float) -> None:
        if not self._running:
            return
        alarm = asyncio.create_task(self._clock.sleep(grace))
        ending = asyncio.gather(*self._running, return_exceptions=True)
        try:
            await asyncio.wait({alarm, ending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            alarm.cancel()
            await asyncio.gather(alarm, return_exceptions=True)
