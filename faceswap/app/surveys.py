"""Who is seen in a clip, before credits are spent on it."""

from __future__ import annotations

import asyncio

import structlog

from faceswap.app.context import App
from faceswap.app.files import load_file
from faceswap.app.policies import admit
from faceswap.app.stored import own_job
from faceswap.app.waiting import TimeLimit, within
from faceswap.domain.errors import JobGone, NoFrames, TookTooLong
from faceswap.domain.job import Job, StoredFile, StoredSurvey
from faceswap.domain.media import Encoded, made_name
from faceswap.domain.standing import NOWHERE, Standing
from faceswap.ports import Survey

log = structlog.get_logger()

LONGEST_SURVEY = 120.0
"""Seconds that looking through a clip may take, waiting included."""


async def survey(app: App, job_id: str, owner: str, standing: Standing = NOWHERE) -> Survey:
    """Tell who is seen in a job's first clip; it takes some seconds, and is kept with the job.

    Raises:
        JobGone: The job or its clip is no longer stored.
        NotYours: Somebody else asked for it.
        ServerRefused: The server's rules do not let the member ask there.
        NoFrames: It has no clip.
        PictureRefused: The clip cannot be read.
        TookTooLong: It took longer than anybody waits.
        BackendFault: Nobody can look at clips just now.
    """
    job = await own_job(app, job_id, owner)
    await admit(app, owner, standing)
    if not job.request.clips:
        raise NoFrames
    try:
        return await within(app.clock, LONGEST_SURVEY, _look(app, job, job.request.clips[0]))
    except TimeLimit:
        raise TookTooLong from None


async def _look(app: App, job: Job, clip: StoredFile) -> Survey:
    """Look at a clip, unless somebody has; a member looks at one at a time."""
    lock = app.surveys.members.setdefault(job.owner, asyncio.Lock())
    async with lock:
        if known := await _known(app, job):
            return known
        async with app.surveys.slots:
            seen = await app.surveyor.survey(await load_file(app, clip))
        await _keep(app, job, clip, seen)
        return seen


async def _known(app: App, job: Job) -> Survey | None:
    kept = await app.jobs.survey(job.id)
    if kept is None:
        return None
    try:
        file = await load_file(app, kept.numbered)
    except JobGone:
        return None
    numbered = Encoded(file.data, kept.numbered.media_type, kept.width, kept.height)
    return Survey(kept.facts, kept.faces, kept.appearances, numbered)


async def _keep(app: App, job: Job, clip: StoredFile, seen: Survey) -> None:
    picture = seen.numbered
    blob = await app.blobs.put(picture.data)
    name = made_name(clip.name, "faces", picture.media_type)
    file = StoredFile(blob, name, picture.media_type, len(picture.data))
    kept = StoredSurvey(
        seen.facts, seen.faces, seen.appearances, file, picture.width, picture.height
    )
    if not await app.jobs.keep_survey(job.id, kept):
        await app.blobs.delete([blob])
