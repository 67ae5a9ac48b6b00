"""How far a job is from its end: its place in the line, and about how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from faceswap.app.context import App
from faceswap.app.progress import progress_of
from faceswap.domain.clip import Progress
from faceswap.domain.job import Job, JobState
from faceswap.domain.line import order, time_to_end, typical

LONGEST_LINE = 500
"""Jobs of which the order is foretold; whoever is behind them learns only that it takes long."""
TIMES = 31
"""Jobs whose times tell how long the next takes."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a job that is not over.

    `place` counts from 1 among those that wait; `ends_in` is about how long it takes from now;
    `progress` is how far its clips are.
    """

    place: int | None = None
    ends_in: timedelta | None = None
    progress: Progress | None = None


NOTHING_KNOWN = Outlook()


async def outlook(app: App, job: Job) -> Outlook:
    """Return how far a job is from its end."""
    if job.state.is_running:
        return await _of_running(app, job)
    if job.state is JobState.QUEUED:
        return await _of_waiting(app, job)
    return NOTHING_KNOWN


async def _of_running(app: App, job: Job) -> Outlook:
    progress = progress_of(app, job.id)
    if progress and progress.seconds_left is not None:
        return Outlook(ends_in=timedelta(seconds=progress.seconds_left), progress=progress)
    takes = await _typical(app, job)
    passed = app.clock.now() - job.updated
    left = takes - passed if takes is not None and takes > passed else None
    return Outlook(ends_in=left, progress=progress)


async def _of_waiting(app: App, job: Job) -> Outlook:
    lane = job.request.lane
    line = order(await app.lists.line(lane, app.clock.now(), LONGEST_LINE))
    if job.id not in line:
        return NOTHING_KNOWN
    before = line.index(job.id)
    running = (await app.lists.load(lane)).running
    takes = await _typical(app, job)
    at_once = app.rules.at_once(lane)
    ends_in = time_to_end(before + running, at_once, takes) if takes is not None else None
    return Outlook(before + 1, ends_in)


async def _typical(app: App, job: Job) -> timedelta | None:
    return typical(await app.lists.work_times(job.request.lane, TIMES))
