"""Jobs, credits and results that are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import MEGABYTE, Refusal


@dataclass(eq=False)
class JobRefused(Refusal):
    """The job cannot be acted on."""


@dataclass(eq=False)
class NotYours(JobRefused):
    """Somebody else's job; `moderators` tells that they may do this too."""

    moderators: bool = False

    code: ClassVar[str] = "not_yours"
    says: ClassVar[str] = "Only the member who asked for it can do that."
    variants: ClassVar[dict[str, str]] = {
        "moderators": "Only the member who asked for it, or a moderator, can do that.",
    }

    @property
    def variant(self) -> str:
        """Return 'moderators' where they may do it, too."""
        return "moderators" if self.moderators else ""


@dataclass(eq=False)
class JobGone(JobRefused):
    """No longer stored."""

    code: ClassVar[str] = "job_gone"
    says: ClassVar[str] = "That swap is no longer stored; please start a new one."


@dataclass(eq=False)
class UnknownJob(JobRefused):
    """There never was one, as far as anyone knows."""

    code: ClassVar[str] = "unknown_job"
    says: ClassVar[str] = (
        "I know no such job; choose one of those that are offered while you type, or take its id "
        "from /jobs list."
    )


@dataclass(eq=False)
class JobOver(JobRefused):
    """It can no longer be stopped."""

    code: ClassVar[str] = "job_over"
    says: ClassVar[str] = "That job is over already; /jobs show tells how it ended."


@dataclass(eq=False)
class NothingToRetry(JobRefused):
    """It did not fail, or has not ended."""

    code: ClassVar[str] = "nothing_to_retry"
    says: ClassVar[str] = (
        "Only a job that failed, was canceled or could not be delivered can be tried again; for "
        "another result, press Again below the one you have."
    )


@dataclass(eq=False)
class StillAtWork(JobRefused):
    """Jobs of the member that keep coming in the way of erasing what is kept."""

    code: ClassVar[str] = "still_at_work"
    says: ClassVar[str] = (
        "New swaps of yours came in meanwhile, so nothing was erased; please wait for them and try "
        "again."
    )


@dataclass(eq=False)
class Canceled(JobRefused):
    """Stopped by whoever asked; `done` of `total` frames had been rendered, and are charged."""

    done: int = 0
    total: int = 0

    code: ClassVar[str] = "canceled"
    says: ClassVar[str] = "Canceled, as you asked."


@dataclass(eq=False)
class StoppedByModerator(JobRefused):
    """Stopped by a moderator of the server where it was asked for; costs nothing."""

    code: ClassVar[str] = "stopped_by_moderator"
    says: ClassVar[str] = (
        "A moderator of this server stopped it, so nothing was charged; please ask them why."
    )


@dataclass(eq=False)
class NotEnoughCredits(Refusal):
    """The account cannot pay; `refill` in seconds since the epoch.

    Of what is `left`, `granted` was given to the member and `pool` is the server's.
    """

    needed: int = 0
    left: int = 0
    refill: int = 0
    granted: int = 0
    pool: int = 0

    code: ClassVar[str] = "not_enough_credits"
    says: ClassVar[str] = (
        "This costs {needed} and you have {left} credits left: {allowance} of today's, {granted} "
        "granted and {pool} of the server's pool; today's are refilled at 00:00 UTC."
    )

    @property
    def allowance(self) -> int:
        """Return what is left of the day's allowance."""
        return self.left - self.granted - self.pool

    def words(self) -> dict[str, str]:
        """Return the fields in words, with what is left of the allowance."""
        return super().words() | {"allowance": str(self.allowance)}


@dataclass(eq=False)
class TooManyOpenJobs(Refusal):
    """So many wait already: `waiting` of the member's, or of the whole server's with `server`."""

    waiting: int = 0
    server: bool = False

    code: ClassVar[str] = "too_many_open_jobs"
    says: ClassVar[str] = (
        "As many swaps of yours are open as may be ({waiting}); please try again when one is done."
    )
    variants: ClassVar[dict[str, str]] = {
        "server": (
            "As many swaps of this server are open as may be ({waiting}); please try again when "
            "one is done."
        ),
    }

    @property
    def variant(self) -> str:
        """Return 'server' where all of its members' swaps count."""
        return "server" if self.server else ""


@dataclass(eq=False)
class ResultTooLarge(Refusal):
    """The result does not fit where it should go, also when encoded smaller; bytes.

    `limit` is 0 where it is not known.
    """

    size: int = 0
    limit: int = 0

    code: ClassVar[str] = "result_too_large"
    says: ClassVar[str] = (
        "The result has {size} MB and at most {limit} MB may be posted here, so nothing was "
        "charged; please send something smaller or shorter."
    )
    variants: ClassVar[dict[str, str]] = {
        "unknown": (
            "The result has {size} MB and less may be posted here, so nothing was charged; please "
            "send something smaller or shorter."
        ),
    }

    @property
    def variant(self) -> str:
        """Return 'unknown' where the limit is not known."""
        return "" if self.limit else "unknown"

    def words(self) -> dict[str, str]:
        """Return the fields in words, sizes in megabytes."""
        return {
            "size": f"{self.size / MEGABYTE:.1f}",
            "limit": f"{self.limit / MEGABYTE:.0f}",
        }


@dataclass(eq=False)
class ResultRefused(Refusal):
    """The place where the result should go takes it in no size."""

    code: ClassVar[str] = "result_refused"
    says: ClassVar[str] = (
        "The result was made and could not be posted here, so nothing was charged; please try "
        "another picture, or another place."
    )
