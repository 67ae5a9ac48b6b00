"""What every use case works with."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from weakref import WeakValueDictionary

from faceswap.app.measuring import Unmeasured
from faceswap.domain.caps import Caps
from faceswap.domain.clip import ClipLimits, Progress
from faceswap.domain.credits import Prices
from faceswap.domain.job import Job, Lane
from faceswap.domain.media import PictureLimits
from faceswap.ports import (
    Audit,
    Blobs,
    Clock,
    Enroller,
    Erasures,
    Guilds,
    Health,
    Identities,
    JobEngine,
    JobLists,
    Jobs,
    Ledger,
    Links,
    Members,
    Meter,
    Notifier,
    Promises,
    Surveyor,
    SwapBackend,
)

SURVEYS_AT_ONCE = 2
SIDECAR = "sidecar"
"""The backend that every installation has."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator decides.

    `id_limit` counts ids of a member, `allowance` credits a day; `attempts` and `deadline` bound
    how long a job is tried, `clip_deadline` one with clips, beside what their length gives it;
    `retention` is how long its pictures are kept, `forget_servers` how long a server is that the
    bot has left. Clips that come to more than `confirm_above` credits are offered first, for as
    long as `offer`. `stills_at_once` and `clips_at_once` are worked on side by side; `caps` count
    open jobs. A result that cannot be made to fit is linked to, if it has at most `linked_bytes`.
    """

    id_limit: int = 20
    allowance: int = 50
    attempts: int = 12
    deadline: timedelta = timedelta(minutes=10)
    retention: timedelta = timedelta(days=31)
    forget_servers: timedelta = timedelta(days=7)
    limits: PictureLimits = field(default_factory=PictureLimits)
    clips: ClipLimits = field(default_factory=ClipLimits)
    clip_deadline: timedelta = timedelta(minutes=30)
    prices: Prices = field(default_factory=Prices)
    confirm_above: int = 10
    offer: timedelta = timedelta(hours=1)
    stills_at_once: int = 2
    clips_at_once: int = 1
    caps: Caps = field(default_factory=lambda: Caps(member=10, server=200))
    linked_bytes: int = 0

    def at_once(self, lane: Lane) -> int:
        """Return how many jobs of a lane are worked on side by side."""
        return self.clips_at_once if lane is Lane.CLIPS else self.stills_at_once

    @property
    def most_bytes(self) -> int:
        """Return how large a target may be, whatever it is."""
        return max(self.limits.most_bytes, self.clips.most_bytes)


@dataclass(slots=True)
class Telling:
    """Which jobs' ends are being told just now, and whether one could not be."""

    busy: dict[str, asyncio.Task[bool]] = field(default_factory=dict[str, asyncio.Task[bool]])
    put_off: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Attempt:
    """A job at work in this process: how far each target is, and whether it has been canceled."""

    job: Job
    targets: list[Progress]
    canceled: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(slots=True)
class Surveys:
    """Who may look at a clip: so many at once, one of a member."""

    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SURVEYS_AT_ONCE))
    members: WeakValueDictionary[str, asyncio.Lock] = field(
        default_factory=lambda: WeakValueDictionary[str, asyncio.Lock]()
    )


@dataclass(frozen=True, slots=True)
class App:
    """The ports, and the rules.

    `backends` names those who can swap, of whom a server's policy may choose one. Without a gateway
    there are no `links`. `presence` is set once it is known in which servers the bot is.
    """

    backend: SwapBackend
    enroller: Enroller
    surveyor: Surveyor
    health: Health
    identities: Identities
    jobs: Jobs
    ledger: Ledger
    lists: JobLists
    promises: Promises
    audit: Audit
    guilds: Guilds
    erasures: Erasures
    members: Members
    blobs: Blobs
    notifier: Notifier
    clock: Clock
    engine: JobEngine
    rules: Rules = field(default_factory=Rules)
    backends: tuple[str, ...] = (SIDECAR,)
    meter: Meter = field(default_factory=Unmeasured)
    links: Links | None = None
    telling: Telling = field(default_factory=Telling)
    attempts: dict[str, Attempt] = field(default_factory=dict[str, Attempt])
    surveys: Surveys = field(default_factory=Surveys)
    presence: asyncio.Event = field(default_factory=asyncio.Event)
