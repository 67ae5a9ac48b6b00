"""Results that are linked to, because they cannot be made to fit where they are shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from faceswap.app.context import App
from faceswap.domain.job import Job, StoredFile


@dataclass(frozen=True, slots=True)
class Link:
    """Where a result can be had, and until when."""

    file: StoredFile
    url: str = field(repr=False)
    until: datetime


def linked_files(job: Job) -> list[StoredFile]:
    """Return the results of a job that can only be linked to."""
    pictures = job.outcome.pictures if job.outcome else ()
    return [each.result for each in pictures if each.result and each.after]


def links_of(app: App, job: Job) -> tuple[Link, ...]:
    """Return where a job's results can be had that do not fit, none without a gateway."""
    if app.links is None:
        return ()
    until = job.updated + app.rules.retention
    return tuple(Link(file, app.links.link(file, until), until) for file in linked_files(job))
