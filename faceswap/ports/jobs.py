"""Jobs: stored with what they hold, looked up, run, and promised an answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from faceswap.domain.caps import NO_CAPS, Caps
from faceswap.domain.credits import Balance
from faceswap.domain.delivery import SOMEWHERE, Place, Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.face import Template
from faceswap.domain.job import Job, JobState, Lane, Outcome, StoredSurvey, SwapRequest
from faceswap.domain.line import Line, Load


@dataclass(frozen=True, slots=True)
class NewJob:
    """A job to be; see `Job`.

    `parent` is the job it repeats, whose files it shares; `template` what was learnt from a
    one-shot source before, where its photo is gone.
    """

    id: str
    key: str
    owner: str
    account: str
    request: SwapRequest
    address: str = field(repr=False)
    deadline: datetime
    parent: str | None = None
    template: Template | None = None
    place: Place = SOMEWHERE


@dataclass(frozen=True, slots=True)
class Terms:
    """What an offered job is accepted with.

    `address` is where the answer is to go now, if that has changed.
    """

    request: SwapRequest
    price: int
    deadline: datetime
    address: str | None = field(default=None, repr=False)


class Jobs(Protocol):
    """Jobs and the credits they hold. Every method is one transaction.

    Moves that `JobState.may_become` does not allow are not made.

    Methods that take `attempt` do nothing and return False when the job is over, has been given
    back or has been claimed anew since: a late report changes nothing.
    """

    async def open(
        self,
        job: NewJob,
        *,
        hold: int,
        allowance: int,
        now: datetime,
        pool: int = 0,
        caps: Caps = NO_CAPS,
    ) -> Job:
        """Hold credits and insert the job, or return the account's job that has this key already.

        The account pays from the day's allowance first, then from what it was granted, then from
        its server's pool, whose members have `pool` credits a day together.

        Raises:
            TooManyOpenJobs: So many are open already.
            NotEnoughCredits: The account's pots do not cover `hold`.
            JobGone: Its parent is no longer stored.
        """
        ...

    async def offer(
        self, job: NewJob, *, price: int, now: datetime, allowance: int | None = None
    ) -> Job:
        """Insert the job as offered until its deadline, or return the one that has this key.

        Nothing is paid yet; the allowance is kept as the one last known.

        Raises:
            JobGone: Its parent is no longer stored.
        """
        ...

    async def accept(
        self,
        job_id: str,
        terms: Terms,
        *,
        allowance: int,
        now: datetime,
        pool: int = 0,
        caps: Caps = NO_CAPS,
    ) -> Job:
        """Hold the price of an offered job and queue it; one that was accepted stays as it is.

        Raises:
            TooManyOpenJobs: So many are open already; the job is still offered.
            NotEnoughCredits: The account's pots do not cover it; the job is still offered.
            JobGone: It is not stored, or the offer has ended.
        """
        ...

    async def decline(
        self, job_id: str, error: VisageError, now: datetime, *, address: str | None = None
    ) -> list[str] | None:
        """Cancel an offered job and drop its contents; return the blobs set free.

        Return None, and do nothing, when it is not offered.
        """
        ...

    async def trim_offers(self, owner: str, most: int, now: datetime) -> list[str]:
        """Expire a member's oldest offered jobs beyond so many; return the blobs set free."""
        ...

    async def cancel(
        self,
        job_id: str,
        attempt: int,
        error: VisageError,
        *,
        charge: int,
        now: datetime,
        address: str | None = None,
    ) -> bool:
        """Cancel a job that is queued or running, settle `charge` and give the rest back.

        The job lets go of its one-shot source. Only a running job can be charged.
        """
        ...

    async def keep_survey(self, job_id: str, survey: StoredSurvey) -> bool:
        """Keep what was seen in a job's clip, with its picture, in place of any before.

        Return False, and do nothing, when the job is no longer stored.
        """
        ...

    async def survey(self, job_id: str) -> StoredSurvey | None:
        """Return what was seen in a job's clip, if that is known."""
        ...

    async def by_key(self, account: str, key: str) -> Job | None:
        """Return the job an account asked for under a key."""
        ...

    async def job(self, job_id: str) -> Job | None:
        """Return one job."""
        ...

    async def claim(self, now: datetime, lane: Lane | None = None) -> Job | None:
        """Move the next job that is due to preparing, with its attempt counted, and return it.

        Members with the fewest jobs running in its lane come first; among them, whoever has waited
        longest since asking or since being served there. None looks at all lanes as if at one.
        """
        ...

    async def next_due(self, lane: Lane | None = None) -> datetime | None:
        """Tell when the next queued job of a lane may be claimed, None when there is none."""
        ...

    async def requeue_open(self, now: datetime) -> int:
        """Queue what was preparing or processing when the process ended; return how many."""
        ...

    async def processing(self, job_id: str, attempt: int, now: datetime) -> bool:
        """Move a preparing job on."""
        ...

    async def keep_template(
        self, job_id: str, attempt: int, template: Template, now: datetime
    ) -> bool:
        """Keep what was learnt from a one-shot source with its job, and let go of the photo."""
        ...

    async def template(self, job_id: str) -> Template | None:
        """Return what was learnt from a job's one-shot source, if it is there and can be opened."""
        ...

    async def retry(
        self,
        job_id: str,
        attempt: int,
        *,
        at: datetime,
        now: datetime,
        reason: VisageError | None = None,
    ) -> bool:
        """Queue the job for another attempt not before `at`; `reason` becomes the job's error."""
        ...

    async def finish(
        self, job_id: str, attempt: int, outcome: Outcome, *, charge: int, now: datetime
    ) -> bool:
        """Store the outcome, settle `charge` of what was held and give the rest back.

        The job lets go of its one-shot source.
        """
        ...

    async def fail(
        self, job_id: str, attempt: int, error: VisageError, *, state: JobState, now: datetime
    ) -> bool:
        """End the job as failed or moderated and give back all that was held.

        The job lets go of its one-shot source.
        """
        ...

    async def take_back(self, job_id: str, error: VisageError, now: datetime) -> bool:
        """Fail a job that is done and whose asker has not been told; give back what it cost.

        Return False, and do nothing, when it is not such a job.
        """
        ...

    async def unanswered(self) -> list[Job]:
        """Return jobs that are over and whose asker has not been told."""
        ...

    async def answered(
        self,
        job_id: str,
        address: str | None = None,
        *,
        posted: Posted | None = None,
        undelivered: Undelivered | None = None,
    ) -> None:
        """Note that the asker has been told, where, and with what, if that was learnt by telling.

        `undelivered` is why it never can be done.
        """
        ...

    async def tell_anew(self, job_id: str, address: str) -> bool:
        """Have a job that is done, and could not be told of, told of elsewhere.

        Return False, and do nothing, when it is not such a job.
        """
        ...

    async def balance(
        self, account: str, *, allowance: int, now: datetime, pool: int = 0
    ) -> Balance:
        """Return an account's credits of the day."""
        ...

    async def expire(self, before: datetime, now: datetime) -> list[str]:
        """Expire jobs that ended before a time, drop their contents, return the blobs set free.

        Offers that have ended by `now` expire too.
        """
        ...

    async def forget(self, job_id: str, now: datetime) -> list[str]:
        """Expire one job that is over, now; return the blobs set free."""
        ...

    async def unused(self, blobs: Sequence[str]) -> list[str]:
        """Return those of the blobs that no stored job refers to."""
        ...


@dataclass(frozen=True, slots=True)
class Listing:
    """Which jobs are looked for: whose, asked for where, in which states; all, where it is silent.

    `undelivered` leaves those whose answer could not be given.
    """

    owner: str | None = None
    server: str | None = None
    states: frozenset[JobState] = frozenset()
    undelivered: bool = False


class JobLists(Protocol):
    """Looking jobs up."""

    async def page(self, which: Listing, *, skip: int, most: int) -> list[Job]:
        """Return some jobs, the newest first."""
        ...

    async def count(self, which: Listing) -> int:
        """Return how many there are."""
        ...

    async def line(self, lane: Lane, now: datetime, most: int) -> Line:
        """Return who waits in a lane, of many those who have waited longest."""
        ...

    async def load(self, lane: Lane) -> Load:
        """Return how busy a lane is."""
        ...

    async def work_times(self, lane: Lane, most: int) -> list[timedelta]:
        """Return how long the latest jobs took that were done, from their last claim."""
        ...


@dataclass(frozen=True, slots=True)
class Promise:
    """An answer that somebody was promised when what they asked was acknowledged.

    `key`, `account` and `address` are those of the job that may come of it.
    """

    key: str
    account: str
    address: str = field(repr=False)
    made: datetime


class Promises(Protocol):
    """Answers that were promised and have not been given, nor left to a job."""

    async def make(self, promise: Promise) -> None:
        """Note a promise; one with its key that is there already stays as it is."""
        ...

    async def keep(self, key: str) -> None:
        """Forget a promise; an unknown one is fine."""
        ...

    async def unkept(self) -> list[Promise]:
        """Return all promises, the oldest first."""
        ...


Handler = Callable[[Job], Awaitable[None]]
"""Works one claimed job: ends it or queues it again, and raises nothing but cancellation."""


class JobEngine(Protocol):
    """Says who runs what, when."""

    async def start(self, handler: Handler) -> None:
        """Take up what was left, then run jobs as they fall due."""
        ...

    def wake(self) -> None:
        """Look for due jobs now."""
        ...

    async def stop(self, grace: float) -> None:
        """Claim no more; let running jobs end within `grace` seconds, then hand them back."""
        ...
