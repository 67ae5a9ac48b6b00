"""Who is seen in the clips of jobs, in the caller's transaction."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.job import StoredSurvey
from faceswap.storage import job_rows
from faceswap.storage.codecs import decode_survey, encode_survey
from faceswap.storage.tables import job_blobs, jobs


async def keep(connection: AsyncConnection, job_id: str, survey: StoredSurvey) -> bool:
    """Keep what was seen in a job's clip, with its picture, in place of any before.

    Return False, and do nothing, when the job is no longer stored.
    """
    is_stored = sa.and_(jobs.c.id == job_id, job_rows.HAS_CONTENTS)
    kept = sa.update(jobs).where(is_stored).values(survey=encode_survey(survey))
    if (await connection.execute(kept)).rowcount == 0:
        return False
    await job_rows.drop_blobs(connection, job_id, "survey")
    picture = {"job": job_id, "blob": survey.numbered.blob, "role": "survey"}
    await connection.execute(sa.insert(job_blobs).values(picture))
    return True


async def find(connection: AsyncConnection, job_id: str) -> StoredSurvey | None:
    """Return what was seen in a job's clip, if that is known."""
    query = sa.select(jobs.c.survey).where(jobs.c.id == job_id)
    text = (await connection.execute(query)).scalar_one_or_none()
    return decode_survey(text) if text else None
