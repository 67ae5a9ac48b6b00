"""Looking jobs up, and acting on them: one's own, and for moderators, their server's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import structlog

from faceswap.app.answers import tell
from faceswap.app.canceling import cancel
from faceswap.app.context import App
from faceswap.app.moderators import moderated_guild, moderates
from faceswap.domain.errors import (
    JobGone,
    JobOver,
    NothingToRetry,
    NotYours,
    StoppedByModerator,
    UnknownJob,
)
from faceswap.domain.job import Job, JobState
from faceswap.domain.standing import NOWHERE, Standing
from faceswap.ports import Listing

log = structlog.get_logger()

ON_A_PAGE = 5
MOST_PAGES = 1000
EVERYBODY = "everybody"
"""Whose jobs are listed: those of all members of a server."""
STOPPED = "job-stopped"
"""The audit's event of a moderator who stops somebody else's job."""


class Shown(StrEnum):
    """Which jobs are listed, in the words that members choose from."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELED = "canceled"
    UNDELIVERED = "undelivered"
    EXPIRED = "expired"


_STATES = {
    Shown.WAITING: frozenset({JobState.OFFERED, JobState.QUEUED}),
    Shown.RUNNING: frozenset({JobState.PREPARING, JobState.PROCESSING}),
    Shown.DONE: frozenset({JobState.DONE}),
    Shown.FAILED: frozenset({JobState.FAILED, JobState.MODERATED}),
    Shown.CANCELED: frozenset({JobState.CANCELED}),
    Shown.UNDELIVERED: frozenset({JobState.DONE}),
    Shown.EXPIRED: frozenset({JobState.EXPIRED}),
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at the desk: a member, and what the server they are in knows of them."""

    owner: str
    standing: Standing = NOWHERE


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody wants listed: `whose` is a member or `EVERYBODY`, None for their own."""

    whose: str | None = None
    shown: Shown | None = None
    page: int = 0


@dataclass(frozen=True, slots=True)
class JobPage:
    """A page of jobs, of `pages`, and how many there are in all.

    `moderates` tells that whoever looks may see those of others.
    """

    wanted: Wanted
    jobs: tuple[Job, ...]
    count: int
    pages: int
    moderates: bool


async def list_jobs(app: App, visitor: Visitor, wanted: Wanted) -> JobPage:
    """Return a page of jobs, the newest first; behind the last page, the last.

    One's own are listed from everywhere, those of others only from the server one moderates.

    Raises:
        OnlyInServers: Others' are wanted, outside of a server.
        NotAModerator: Others' are wanted by somebody who does not moderate the server.
    """
    if wanted.whose == visitor.owner:
        wanted = replace(wanted, whose=None)
    which = await _listing(app, visitor, wanted)
    count = await app.lists.count(which)
    pages = min(-(-count // ON_A_PAGE), MOST_PAGES)
    page = max(0, min(wanted.page, pages - 1))
    jobs = await app.lists.page(which, skip=page * ON_A_PAGE, most=ON_A_PAGE)
    return JobPage(
        replace(wanted, page=page),
        tuple(jobs),
        count,
        pages,
        await moderates(app, visitor.standing),
    )


async def recent_jobs(app: App, owner: str, most: int) -> list[Job]:
    """Return a member's latest jobs."""
    return await app.lists.page(Listing(owner=owner), skip=0, most=most)


async def count_jobs(app: App, owner: str) -> int:
    """Return how many jobs of a member are known."""
    return await app.lists.count(Listing(owner=owner))


async def find_job(app: App, visitor: Visitor, job_id: str) -> Job:
    """Return a job that somebody may see: their own, or one of the server they moderate.

    Raises:
        UnknownJob: There is none.
        NotYours: It is somebody else's.
    """
    job = await app.jobs.job(job_id.strip().lower())
    if job is None:
        raise UnknownJob
    if job.owner != visitor.owner and not await _is_in_charge(app, visitor, job):
        raise NotYours(moderators=True)
    return job


def may_look_inside(visitor: Visitor, job: Job) -> bool:
    """Tell whether somebody may see whose faces are in a job: of others' private ones, nobody."""
    return job.owner == visitor.owner or not job.request.private


async def stop_job(app: App, visitor: Visitor, job_id: str) -> Job:
    """Cancel a job; a moderator may stop those of the server, and the audit tells of it.

    Raises:
        UnknownJob: There is none.
        NotYours: It is somebody else's.
        JobOver: It has ended.
    """
    job = await find_job(app, visitor, job_id)
    if job.state.is_final:
        raise JobOver
    is_own = job.owner == visitor.owner
    job = await cancel(app, job.id, job.owner, by_moderator=not is_own)
    if job.state is not JobState.CANCELED:
        raise JobOver
    if isinstance(job.error, StoppedByModerator) and job.place.server:
        words = {"job": job.id, "member": job.owner}
        now = app.clock.now()
        await app.audit.note(job.place.server, visitor.owner, STOPPED, words, now)
    return job


async def job_to_retry(app: App, visitor: Visitor, job_id: str) -> Job:
    """Return a job that its asker may have tried again.

    Raises:
        UnknownJob: There is none.
        NotYours: Somebody else asked for it.
        JobGone: It has expired.
        NothingToRetry: It has not ended, or well.
    """
    job = await find_job(app, visitor, job_id)
    if job.owner != visitor.owner:
        raise NotYours
    if job.state is JobState.EXPIRED:
        raise JobGone
    if not may_be_retried(job):
        raise NothingToRetry
    return job


def may_be_retried(job: Job) -> bool:
    """Tell whether there is something to be tried again."""
    ended_badly = {JobState.FAILED, JobState.CANCELED, JobState.MODERATED}
    return is_undelivered(job) or (job.state in ended_badly and job.request.has_contents)


def is_undelivered(job: Job) -> bool:
    """Tell whether a result is there that could not be posted."""
    return job.state is JobState.DONE and job.undelivered is not None


async def deliver_anew(app: App, job: Job, address: str) -> None:
    """Have a result that could not be posted told of elsewhere; it costs nothing more.

    Raises:
        NothingToRetry: It has been told of meanwhile.
    """
    if not await app.jobs.tell_anew(job.id, address):
        raise NothingToRetry
    log.info("answer told anew", job=job.id)
    await tell(app, job.id)


async def _listing(app: App, visitor: Visitor, wanted: Wanted) -> Listing:
    states = _STATES[wanted.shown] if wanted.shown else frozenset[JobState]()
    undelivered = wanted.shown is Shown.UNDELIVERED
    if wanted.whose is None:
        return Listing(visitor.owner, None, states, undelivered)
    server = await moderated_guild(app, visitor.standing)
    owner = None if wanted.whose == EVERYBODY else wanted.whose
    return Listing(owner, server, states, undelivered)


async def _is_in_charge(app: App, visitor: Visitor, job: Job) -> bool:
    is_here = job.place.server == visitor.standing.guild
    return is_here and await moderates(app, visitor.standing)
