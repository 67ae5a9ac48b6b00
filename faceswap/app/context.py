"""What every use case works with."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta

from faceswap.domain.media import PictureLimits
from faceswap.ports import (
    Blobs,
    Clock,
    Enroller,
    Identities,
    JobEngine,
    Jobs,
    Notifier,
    SwapBackend,
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What the operator decides.

    `id_limit` counts ids of a member, `allowance` credits a day; `attempts` and `deadline` bound
    how long a job is tried; `retention` is how long its pictures are kept.
    """

    id_limit: int = 20
    allowance: int = 50
    attempts: int = 12
    deadline: timedelta = timedelta(minutes=10)
    retention: timedelta = timedelta(days=31)
    limits: PictureLimits = field(default_factory=PictureLimits)


@dataclass(slots=True)
class Telling:
    """Which jobs' ends are being told just now, and whether one could not be."""

    busy: dict[str, asyncio.Task[bool]] = field(default_factory=dict[str, asyncio.Task[bool]])
    put_off: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class App:
    """The ports, and the rules."""

    backend: SwapBackend
    enroller: Enroller
    identities: Identities
    jobs: Jobs
    blobs: Blobs
    notifier: Notifier
    clock: Clock
    engine: JobEngine
    rules: Rules = field(default_factory=Rules)
    telling: Telling = field(default_factory=Telling)
