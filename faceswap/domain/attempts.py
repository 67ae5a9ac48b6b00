"""How often, and until when, a job is tried."""

from __future__ import annotations

from datetime import datetime, timedelta

from faceswap.domain.errors import BackendBusy, TookTooLong, Unexpected, VisageError
from faceswap.domain.job import Job

FIRST_WAIT = 1.0
LONGEST_WAIT = 30.0


def backoff(failures: int, first: float = FIRST_WAIT, longest: float = LONGEST_WAIT) -> float:
    """Return the seconds to wait after failures in a row: `first`, doubling to `longest`."""
    doublings = min(max(failures, 1) - 1, 32)
    return min(first * 2**doublings, longest)


def retry_at(
    job: Job, now: datetime, most_attempts: int, *, is_busy: bool = False
) -> datetime | None:
    """Return when a job whose attempt failed is worth another one; None when it has had enough.

    Waiting for one's turn, `is_busy`, is no failure: only the deadline ends it.
    """
    at = now + timedelta(seconds=backoff(job.attempt))
    is_worth_it = is_busy or job.attempt < most_attempts
    return at if is_worth_it and at < job.deadline else None


def reason_not_to_start(job: Job, now: datetime, most_attempts: int) -> VisageError | None:
    """Return why a claimed job is not worked on, None when it is.

    An attempt that ended with the process is counted and leaves no error; a job that takes the
    process down each time must not do so for ever.
    """
    if now >= job.deadline:
        return job.error or TookTooLong()
    if job.attempt > most_attempts and not isinstance(job.error, BackendBusy):
        return job.error or Unexpected()
    return None
