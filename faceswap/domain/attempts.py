"""How often, and until when, a job is tried."""

from __future__ import annotations

from datetime import datetime, timedelta

from faceswap.domain.errors import TookTooLong, Unexpected, VisageError
from faceswap.domain.job import Job

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0


def backoff(failures: int, first: float = FIRST_WAIT, longest: float = LONGEST_WAIT) -> float:
    """Return the seconds to wait after failures in a row: `first`, doubling to `longest`."""
    doublings = min(max(failures, 1) - 1, 32)
    return min(first * 2**doublings, longest)


def retry_at(job: Job, now: datetime, most_attempts: int) -> datetime | None:
    """Return when a job whose attempt failed is worth another one; None when it has had enough."""
    at = now + timedelta(seconds=backoff(job.attempt))
    return at if job.attempt < most_attempts and at < job.deadline else None


def reason_not_to_start(job: Job, now: datetime, most_attempts: int) -> VisageError | None:
    """Return why a claimed job is not worked on, None when it is.

    An attempt that ended with the process is counted and leaves no error; a job that takes the
    process down each time must not do so for ever.
    """
    if now >= job.deadline:
        return job.error or TookTooLong()
    if job.attempt > most_attempts:
        return job.error or Unexpected()
    return None
