"""Jobs somebody acts on."""

from __future__ import annotations

from faceswap.app.context import App
from faceswap.domain.errors import JobGone, NotYours
from faceswap.domain.job import Job, JobState


async def own_job(app: App, job_id: str, owner: str) -> Job:
    """Return a job that a member asked for.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
    """
    job = await app.jobs.job(job_id)
    if job is None or job.state is JobState.EXPIRED:
        raise JobGone
    if job.owner != owner:
        raise NotYours
    return job
