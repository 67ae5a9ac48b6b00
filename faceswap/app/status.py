"""How the whole of it is just now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from faceswap.app.context import App
from faceswap.app.outlook import TIMES
from faceswap.app.waiting import TimeLimit, within
from faceswap.domain.errors import BackendFault
from faceswap.domain.job import Lane
from faceswap.domain.line import time_to_end, typical
from faceswap.ports import Condition

log = structlog.get_logger()

LONGEST_ASKING = 5.0
"""Seconds that the backend has to tell how it is."""


@dataclass(frozen=True, slots=True)
class LaneStatus:
    """How busy a lane is: so many wait, so many of `at_once` are worked on.

    `waited` is how long the one that has waited longest has; `takes` about how long a new one would
    take, as far as that is known.
    """

    queued: int
    running: int
    at_once: int
    waited: timedelta | None
    takes: timedelta | None


@dataclass(frozen=True, slots=True)
class Status:
    """How the backend is, None when it does not answer, and the lanes are."""

    backend: Condition | None
    lanes: Mapping[Lane, LaneStatus]


async def status(app: App) -> Status:
    """Return how the whole of it is."""
    return Status(await condition(app), {lane: await _lane(app, lane) for lane in Lane})


async def condition(app: App, seconds: float = LONGEST_ASKING) -> Condition | None:
    """Return how the backend is, None when it does not tell within so many seconds."""
    try:
        return await within(app.clock, seconds, app.health.condition())
    except (BackendFault, TimeLimit) as error:
        log.info("backend does not tell how it is", reason=type(error).__name__)
        return None


async def _lane(app: App, lane: Lane) -> LaneStatus:
    load = await app.lists.load(lane)
    times = typical(await app.lists.work_times(lane, TIMES))
    at_once = app.rules.at_once(lane)
    before = load.queued + load.running
    return LaneStatus(
        load.queued,
        load.running,
        at_once,
        app.clock.now() - load.since if load.since else None,
        None if times is None else time_to_end(before, at_once, times),
    )
