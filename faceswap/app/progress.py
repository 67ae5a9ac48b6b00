"""How far jobs that take long are, kept in memory and shown to their askers."""

from __future__ import annotations

import asyncio
from collections.abc import Generator
from contextlib import contextmanager

import structlog

from faceswap.app.context import App, Attempt
from faceswap.app.waiting import within
from faceswap.domain.clip import Progress
from faceswap.domain.job import Job, SwapRequest
from faceswap.domain.media import Encoded
from faceswap.domain.trace import trace

log = structlog.get_logger()

LONGEST_GLIMPSE = 2.0
LONGEST_SHOWING = 10.0
"""Seconds that fetching a picture of the work, and showing it with the rest, may take."""


@contextmanager
def at_work(app: App, job: Job) -> Generator[Attempt]:
    """Keep how far a job is for as long as it is worked on."""
    attempt = Attempt(job, [Progress(0, frames) for frames in _frames(job.request)])
    app.attempts[job.id] = attempt
    try:
        yield attempt
    finally:
        if app.attempts.get(job.id) is attempt:
            del app.attempts[job.id]


def progress_of(app: App, job_id: str) -> Progress | None:
    """Return how far a job is, None when it is not running or has nothing that takes long."""
    attempt = app.attempts.get(job_id)
    return overall(attempt) if attempt and attempt.job.request.shows_progress else None


def overall(attempt: Attempt) -> Progress:
    """Return how far a job's clips are together, or the pictures that are made for it.

    A picture that is not begun takes as many steps as the longest that is.
    """
    if attempt.job.request.making:
        steps = max(each.total for each in attempt.targets)
        done = sum(round(each.share * steps) for each in attempt.targets)
        return Progress(done, steps * len(attempt.targets))
    targets = zip(attempt.job.request.targets, attempt.targets, strict=True)
    clips = [progress for target, progress in targets if target.clip]
    return Progress(
        sum(clip.done for clip in clips),
        sum(clip.total for clip in clips),
        sum(clip.fps for clip in clips),
    )


def _frames(request: SwapRequest) -> list[int]:
    """Return how many frames are to be rendered for each order; a still is one."""
    if request.making:
        return [1] * request.orders
    return [each.clip.frames if each.clip else 1 for each in request.targets]


class Announcer:
    """Shows an asker how far an order is, beside the work: once at a time, and always the latest.

    Whoever made it closes it.
    """

    def __init__(self, app: App, job: Job, order_id: str) -> None:
        self._app = app
        self._job = job
        self._order_id = order_id
        self._latest: Progress | None = None
        self._shown: Progress | None = None
        self._showing: asyncio.Task[None] | None = None
        self._has_failed = False

    def show(self, progress: Progress) -> None:
        """Show this next, in place of whatever has not been shown yet."""
        self._latest = progress
        if self._showing is None or self._showing.done():
            self._showing = asyncio.create_task(self._show_latest())

    async def close(self) -> None:
        """Show no more."""
        if self._showing:
            self._showing.cancel()
            await asyncio.gather(self._showing, return_exceptions=True)

    async def _show_latest(self) -> None:
        while self._latest and self._latest != self._shown:
            self._shown = self._latest
            try:
                await within(self._app.clock, LONGEST_SHOWING, self._show(self._shown))
            except Exception as error:  # noqa: BLE001 - the work goes on unseen
                self._note(error)

    async def _show(self, progress: Progress) -> None:
        await self._app.notifier.progress(self._job, progress, await self._glimpse())

    async def _glimpse(self) -> Encoded | None:
        try:
            return await within(
                self._app.clock, LONGEST_GLIMPSE, self._app.backend.glimpse(self._order_id)
            )
        except Exception as error:  # noqa: BLE001 - the numbers go without a picture
            self._note(error)
            return None

    def _note(self, error: Exception) -> None:
        """Log what went wrong, once: the next second may bring the same."""
        if not self._has_failed:
            self._has_failed = True
            log.warning("progress not shown", job=self._job.id, **trace(error))
