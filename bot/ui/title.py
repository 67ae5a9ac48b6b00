"""The first line of what is told of a job: whose face, for whom, and how it was asked for."""

from __future__ import annotations

from bot import words
from faceswap.domain.job import Job, Verb


def title(job: Job, asker: int) -> str:
    """Return the line."""
    request = job.request
    typed = " ".join(part for part in (str(request.ids or ""), str(request.options)) if part)
    verb = request.verb.value
    command = verb if verb[0].isupper() else f"/{verb}"
    return words.title(typed, asker, command, is_place=request.verb is Verb.CHANGEBG)
