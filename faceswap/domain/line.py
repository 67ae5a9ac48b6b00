"""The line of jobs that wait for their turn, and how long that takes."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Waiting:
    """A job that could be claimed now."""

    job: str
    owner: str
    queued: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """Who waits in a lane, longest first.

    `running` counts the jobs that each member has running there, `served` tells when one of theirs
    was claimed last.
    """

    waiting: tuple[Waiting, ...]
    running: Mapping[str, int]
    served: Mapping[str, datetime]


@dataclass(frozen=True, slots=True)
class Load:
    """How busy a lane is; `since` is when the job that has waited longest began to."""

    queued: int
    running: int
    since: datetime | None = None


def order(line: Line) -> list[str]:
    """Return the jobs in the order in which `Jobs.claim` takes them, were none to end meanwhile.

    Whoever is served goes behind all who have fewer running, and waits anew among the others.
    """
    queues: dict[str, list[Waiting]] = {}
    for each in sorted(line.waiting, key=lambda each: (each.queued, each.job), reverse=True):
        queues.setdefault(each.owner, []).append(each)
    heap = [
        _turn(queue, line.running.get(owner, 0), line.served.get(owner), 0)
        for owner, queue in queues.items()
    ]
    heapq.heapify(heap)
    claimed: list[str] = []
    while heap:
        running, _, _, _, job, owner = heapq.heappop(heap)
        claimed.append(job)
        queues[owner].pop()
        if queues[owner]:
            heapq.heappush(heap, _turn(queues[owner], running + 1, None, len(claimed)))
    return claimed


_Turn = tuple[int, int, datetime, datetime, str, str]


def _turn(queue: Sequence[Waiting], running: int, served: datetime | None, claims: int) -> _Turn:
    """Return what a member's next job is sorted by; after `claims`, its owner was served by one."""
    first = queue[-1]
    since = max(served, first.queued) if served else first.queued
    return running, claims, since, first.queued, first.job, first.owner


def typical(times: Sequence[timedelta]) -> timedelta | None:
    """Return how long a job takes, by how long others took; None when nothing is known."""
    return sorted(times)[len(times) // 2] if times else None


def time_to_end(before: int, at_once: int, typical: timedelta) -> timedelta:
    """Return how long a job takes with so many before it, running and waiting."""
    return typical * (before // max(at_once, 1) + 1)
