"""The seams: what the product needs from the world, in its own words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Protocol

from faceswap.domain.audit import AuditLine
from faceswap.domain.ban import Ban
from faceswap.domain.caps import NO_CAPS, Caps
from faceswap.domain.clip import Appearance, ClipFacts, ClipOutcome, Progress
from faceswap.domain.credits import Balance
from faceswap.domain.delivery import SOMEWHERE, Place, Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.face import FoundFace, Template
from faceswap.domain.identity import Identity, Shelf
from faceswap.domain.job import Job, JobState, Lane, Outcome, StoredSurvey, SwapRequest, Verb
from faceswap.domain.line import Line, Load
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.movements import Movement, Revoked, Spender, Spent
from faceswap.domain.options import Options
from faceswap.domain.policy import Policy, Rule
from faceswap.domain.tariff import Tariff

# ── Pixels, somewhere else ──────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class WeightedTemplate:
    """A template and its share in a mix; the shares of one face sum to 1."""

    template: Template
    weight: float


Casting = tuple[WeightedTemplate, ...] | None
"""Who goes to one face; None leaves it."""


@dataclass(frozen=True, slots=True)
class SwapOrder:
    """One target and who goes where.

    `cast` has a place for each face from left to right; one alone means the largest face. The faces
    of a clip are numbered as they appear in it, and from left to right where several do at once;
    the largest is looked for `reference_seconds` into it. `mark` is a text that is drawn into a
    corner of the result, as `checked_mark` takes it; '' for none.
    """

    target: NamedBytes
    cast: tuple[Casting, ...]
    options: Options
    most_bytes: int
    reference_seconds: float = 0.0
    mark: str = ""


@dataclass(frozen=True, slots=True)
class SwapStatus:
    """How far an order is: `state` is processing, done, failed or canceled; `progress` 0 to 1.

    `clip` tells more of a clip that is being rendered.
    """

    state: JobState
    progress: float = 0.0
    error: VisageError | None = None
    clip: Progress | None = None


@dataclass(frozen=True, slots=True)
class SwapResult:
    """What came of an order; see `SwappedPicture` for the fields' meanings.

    Of a clip, `before` is a frame of it, and `faces` has each face where it is seen largest.
    """

    result: Encoded
    before: Encoded
    numbered: Encoded | None
    faces: tuple[FoundFace, ...]
    swapped: tuple[int, ...]
    was_reduced: bool
    clip: ClipOutcome | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Who is seen in a clip, and when.

    `faces` has each face where it is seen largest, `numbered` is one picture that shows each with
    its number and its times.
    """

    facts: ClipFacts
    faces: tuple[FoundFace, ...]
    appearances: tuple[Appearance, ...]
    numbered: Encoded


class SwapBackend(Protocol):
    """Somebody who swaps faces. Refusals and faults are raised as errors of our tree."""

    async def submit(self, swap_id: str, order: SwapOrder) -> None:
        """Take an order; the same `swap_id` again is a no-op."""
        ...

    async def check(self, swap_id: str, wait: float = 0.0) -> SwapStatus:
        """Tell how far it is, waiting up to `wait` seconds for its end.

        Raises:
            BackendLost: It knows no such order.
        """
        ...

    async def fetch(self, swap_id: str) -> SwapResult:
        """Return what came of an order that is done."""
        ...

    async def glimpse(self, swap_id: str) -> Encoded | None:
        """Return a small picture of what a clip that is being rendered looks like by now."""
        ...

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over; an unknown one is fine.

        A clip that is being rendered stops within a second.
        """
        ...


class Surveyor(Protocol):
    """Somebody who looks at clips. Refusals and faults are raised as errors of our tree."""

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it; takes no longer than a moment.

        Raises:
            PictureRefused: It is none, or larger than the limits.
        """
        ...

    async def survey(self, clip: NamedBytes) -> Survey:
        """Look through a clip and tell who is seen in it and when."""
        ...


class Enroller(Protocol):
    """Somebody who learns faces. Refusals and faults are raised as errors of our tree."""

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        ...


class Readiness(StrEnum):
    """Whether a swap backend takes work now."""

    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Condition:
    """How a swap backend is.

    `engine` is '' while it starts; `provider` is what runs its networks, `models` where these are
    from, `version` its own.
    """

    readiness: Readiness
    engine: str
    provider: str
    models: str
    version: str


class Health(Protocol):
    """Somebody who tells how the swap backend is."""

    async def condition(self) -> Condition:
        """Tell how it is.

        Raises:
            BackendDown: It does not answer.
        """
        ...


# ── Memory ──────────────────────────────────────────────────────────────────────────────────────


class Identities(Protocol):
    """Saved faces, by member. Names are compared without case."""

    async def save(
        self, owner: str, name: str, template: Template, *, limit: int, now: datetime
    ) -> bool:
        """Save a template, make it the current id, and tell whether the name was there before.

        Raises:
            TooManyIds: The name is new and the member has `limit` already.
        """
        ...

    async def shelf(self, owner: str) -> Shelf:
        """Return what a member has saved."""
        ...

    async def identity(self, owner: str, name: str) -> Identity | None:
        """Return one identity, if the member has it."""
        ...

    async def template(self, owner: str, name: str) -> Template | None:
        """Return one template, if the member has it.

        Raises:
            IdUnreadable: It is there and cannot be opened.
        """
        ...

    async def set_default(self, owner: str, ids: str) -> None:
        """Make an id list (with its flags) the current one."""
        ...

    async def delete(self, owner: str, name: str) -> bool:
        """Erase an identity and its template, and tell whether it was there.

        A current id list that names it is cleared.
        """
        ...

    async def delete_all(self, owner: str) -> int:
        """Erase all identities of a member and tell how many there were."""
        ...


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


class Ledger(Protocol):
    """Credits beside those of jobs: what moderators give and decide, and what there was."""

    async def tariff(self, guild: str) -> Tariff:
        """Return what was decided in a server."""
        ...

    async def set_allowance(self, guild: str, role: str, amount: int | None) -> None:
        """Decide what members with a role have a day, or all; None takes it back."""
        ...

    async def set_price(self, guild: str, verb: Verb, amount: int) -> None:
        """Decide what a face costs in a picture."""
        ...

    async def set_pool(self, guild: str, amount: int) -> None:
        """Decide what all members have a day together."""
        ...

    async def grant(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> int:
        """Give credits that stay, and return how many of those there are then."""
        ...

    async def revoke(
        self, account: str, amount: int, *, actor: str, reason: str, now: datetime
    ) -> Revoked:
        """Take granted credits back, at most what is there."""
        ...

    async def last_allowance(self, account: str) -> int | None:
        """Return the allowance last known of an account, None where none is."""
        ...

    async def movements(self, account: str, *, skip: int, most: int) -> list[Movement]:
        """Return an account's latest movements but so many, the newest first."""
        ...

    async def count(self, account: str) -> int:
        """Return how many movements an account has."""
        ...

    async def spenders(self, guild: str, since: date, most: int) -> list[Spender]:
        """Return who has spent most in a server, from a day on."""
        ...

    async def spending(self, guild: str, since: date) -> list[Spent]:
        """Return what was spent in a server by day and verb, from a day on."""
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


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about a member, counted.

    `swaps` are those whose pictures are still there, `pictures` these, what was sent and what was
    made; `open` swaps are not over; of `past` ones only what they cost is left. `accounts` is in
    how many places credits were counted, `movements` how often; `bans` are servers' decisions.
    """

    ids: tuple[str, ...]
    swaps: int
    open: int
    pictures: int
    past: int
    accounts: int
    movements: int
    bans: int


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept about a member but the pictures: `templates` by name, as engines read them.

    Movements have the columns of the ledger, bans those of their table.
    """

    shelf: Shelf
    templates: Mapping[str, bytes] = field(repr=False)
    jobs: tuple[Job, ...]
    movements: tuple[Mapping[str, object], ...]
    bans: tuple[Mapping[str, object], ...]


class Members(Protocol):
    """What is kept about members, wherever it is kept."""

    async def kept(self, owner: str) -> Kept:
        """Return what is kept about a member, counted."""
        ...

    async def record(self, owner: str) -> Record:
        """Return what is kept about a member; templates that do not open any more are left out."""
        ...

    async def open_jobs(self, owner: str) -> list[str]:
        """Return the ids of a member's jobs that are not over."""
        ...

    async def erase(self, owner: str, now: datetime) -> list[str] | None:
        """Erase all that is kept about a member; return the blobs set free.

        Movements of credits stay under a name that leads to nobody, and so does, until the day is
        over, what was spent of its allowance: whoever comes back on that day has only the rest.
        Return None, and do nothing, while a job of the member is not over.
        """
        ...

    async def unname(self, now: datetime) -> None:
        """Cut the last tie of members who were erased on days that are over."""
        ...


class Audit(Protocol):
    """What a server's moderators can look up."""

    async def note(
        self,
        guild: str,
        actor: str,
        event: str,
        words: Mapping[str, str | int],
        now: datetime,
        *,
        key: str | None = None,
    ) -> None:
        """Add a line; see `AuditLine`. Of those with the same key, the first one stays."""
        ...

    async def waiting(self) -> list[str]:
        """Return the servers that have lines which have not been posted."""
        ...

    async def unposted(self, most: int, guild: str | None = None) -> list[AuditLine]:
        """Return the oldest lines that have not been posted, of one server or of all."""
        ...

    async def posted(self, lines: Sequence[int]) -> None:
        """Note that lines have been posted, or never can be."""
        ...

    async def drop(self, before: datetime) -> None:
        """Erase lines from before a time."""
        ...


class Guilds(Protocol):
    """Servers: their rules, who is banned there, and since when the bot is there or gone."""

    async def policy(self, guild: str) -> Policy:
        """Return a server's rules."""
        ...

    async def change(self, guild: str, rules: Mapping[str, Rule]) -> tuple[Policy, Policy]:
        """Set some fields of a server's rules; return the rules before and after.

        A trouble that was noted is forgotten with a new audit channel.
        """
        ...

    async def trouble(self, guild: str) -> datetime | None:
        """Tell when it turned out that a server's audit channel takes nothing, if it did."""
        ...

    async def note_trouble(self, guild: str, now: datetime) -> None:
        """Note that a server's audit channel takes nothing."""
        ...

    async def ban(self, ban: Ban) -> None:
        """Keep a ban, in place of any before."""
        ...

    async def unban(self, guild: str, member: str) -> bool:
        """Lift a member's ban, and tell whether there was one."""
        ...

    async def banned(self, guild: str, member: str) -> Ban | None:
        """Return a member's ban, over or not."""
        ...

    async def bans(self, guild: str) -> list[Ban]:
        """Return a server's bans, the newest first."""
        ...

    async def here(self, present: Collection[str], now: datetime) -> None:
        """Note in which servers the bot is, and that it is gone from all others."""
        ...

    async def joined(self, guild: str) -> None:
        """Note that the bot is in a server."""
        ...

    async def left(self, guild: str, now: datetime) -> None:
        """Note that the bot is no longer in a server."""
        ...

    async def welcome(self, guild: str, now: datetime) -> bool:
        """Note that a server is greeted; tell whether it never was before."""
        ...

    async def gone(self, before: datetime) -> list[str]:
        """Return the servers that the bot left before a time."""
        ...

    async def forget(self, guild: str) -> list[str]:
        """Erase all that is stored of a server, with its jobs; return the blobs set free.

        While a job of it is not over, nothing is erased.
        """
        ...


@dataclass(frozen=True, slots=True)
class Erasure:
    """A job whose answer is to be deleted, with its pictures, at a time."""

    job: str
    at: datetime


class Erasures(Protocol):
    """Answers that do not stay."""

    async def plan(self, erasure: Erasure) -> None:
        """Note when an answer goes, in place of any time before."""
        ...

    async def due(self, now: datetime, most: int) -> list[Erasure]:
        """Return those whose time has come, the oldest first."""
        ...

    async def done(self, job_id: str) -> None:
        """Note that an answer is gone, or can never be deleted."""
        ...


class Blobs(Protocol):
    """Bytes by key. Not for templates, which live with their identities and jobs.

    Each `put` has a key of its own, also for the same bytes: whoever stored them may take them back
    without a thought for who else did, and nobody can tell that two members sent the same picture.
    """

    async def put(self, data: bytes) -> str:
        """Store bytes and return their key."""
        ...

    async def get(self, key: str) -> bytes:
        """Return stored bytes.

        Raises:
            KeyError: There are none under this key.
        """
        ...

    async def delete(self, keys: Sequence[str]) -> None:
        """Erase what is stored under the keys; unknown ones are fine."""
        ...

    async def older_than(self, moment: datetime) -> list[str]:
        """Return the keys of what was stored before a moment."""
        ...


# ── The rest of the world ───────────────────────────────────────────────────────────────────────


class Delivery(StrEnum):
    """What became of telling an asker.

    `IMPOSSIBLE`: nobody is there to be told. `TOO_LARGE` and `REFUSED`: the place takes words, but
    not these pictures.
    """

    DELIVERED = "delivered"
    IMPOSSIBLE = "impossible"
    TRY_LATER = "try later"
    TOO_LARGE = "too large"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of telling an asker.

    `address` is where the answer is and `posted` what it is, if that was learnt by telling;
    `undelivered` why it is impossible.
    """

    delivery: Delivery
    address: str | None = field(default=None, repr=False)
    posted: Posted | None = None
    undelivered: Undelivered | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """Where a server's audit is posted, and in which language; see `Policy`."""

    guild: str
    channel: str
    language: str


class Notifier(Protocol):
    """Tells askers what became of their jobs, and moderators what happened."""

    async def tell(self, job: Job) -> Receipt:
        """Answer a job that is over, at its `address`."""
        ...

    async def progress(self, job: Job, progress: Progress, glimpse: Encoded | None) -> None:
        """Show how far a job with clips is, and what they look like by now.

        Failing to is no failure. A call that takes long keeps others from being made, and is
        canceled when the job is over.
        """
        ...

    async def waiting(self, job: Job, reason: VisageError) -> None:
        """Say that the job is held and will be tried again; failing to say so is no failure."""
        ...

    async def erase(self, job: Job) -> Delivery:
        """Delete the answer of a job; one that is gone already is as good as deleted."""
        ...

    async def post(self, board: Board, lines: Sequence[AuditLine]) -> Delivery:
        """Post lines of the audit as one message that mentions nobody."""
        ...

    async def offer(self, job: Job) -> None:
        """Show what is offered, and its price, at the job's `address`."""
        ...

    async def apologize(self, promise: Promise) -> Receipt:
        """Say that what was asked was lost with a process, at the promise's `address`."""
        ...


@dataclass(frozen=True, slots=True)
class Queue:
    """Jobs that wait in a lane: how many, and for how many seconds the oldest has."""

    length: int = 0
    age: float = 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What is stored, counted: jobs by state, queues by lane, credits moved by kind of movement."""

    jobs: Mapping[str, int]
    queues: Mapping[Lane, Queue]
    credits: Mapping[str, int]


class Census(Protocol):
    """Counts what is stored."""

    async def count(self, now: datetime) -> Counts:
        """Return how much there is."""
        ...


class Meter(Protocol):
    """Measures how long things take, in seconds, and shows that to whoever watches the bot."""

    def waited(self, lane: Lane, seconds: float) -> None:
        """Note how long a job waited until it was first claimed."""
        ...

    def worked(self, lane: Lane, seconds: float) -> None:
        """Note how long an attempt took."""
        ...

    def answered(self, delivery: Delivery, seconds: float) -> None:
        """Note how long after a job's end its asker was told, and what became of that."""
        ...

    def acknowledged(self, seconds: float) -> None:
        """Note how long an interaction took to be acknowledged."""
        ...

    async def scrape(self, now: datetime) -> bytes:
        """Return all there is in the text format of Prometheus."""
        ...


class Clock(Protocol):
    """The time, and waiting for it."""

    def now(self) -> datetime:
        """Return the present, in UTC."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Let time pass."""
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
