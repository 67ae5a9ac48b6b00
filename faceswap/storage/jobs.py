"""Jobs in the database, with the credits they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from faceswap.domain.credits import Balance
from faceswap.domain.errors import JobGone, VisageError
from faceswap.domain.face import Template
from faceswap.domain.job import Job, JobState, Outcome, StoredFile
from faceswap.ports import NewJob
from faceswap.storage import credits, job_rows
from faceswap.storage.cipher import Cipher
from faceswap.storage.codecs import decode_template, encode_outcome, encode_template
from faceswap.storage.credits import Entry
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import job_blobs, jobs

_CHUNK = 500
"""How many values one statement asks about; SQLite takes 32,766."""
_FAILURES = (JobState.FAILED, JobState.CANCELED, JobState.MODERATED)
US = "visage"
"""The actor of movements that no person made."""


class StoredJobs:
    """`Jobs` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @unbroken
    async def open(self, job: NewJob, *, hold: int, allowance: int, now: datetime) -> Job:
        """Hold credits and insert the job, or return the account's job that has this key already.

        Raises:
            NotEnoughCredits: The account's allowance of the day does not cover `hold`.
            JobGone: Its parent is no longer stored.
        """
        async with self._database.write() as connection:
            known = await self._by_key(connection, job.account, job.key)
            if known:
                return known
            if job.parent and not await _is_stored(connection, job.parent):
                raise JobGone
            day = await credits.take(connection, job.account, hold, allowance, now)
            await connection.execute(
                sa.insert(jobs).values(job_rows.new_row(job, now, self._cipher))
            )
            await connection.execute(sa.insert(job_blobs), job_rows.blob_rows(job))
            entry = Entry(job.owner, job.request.verb.value, now)
            await credits.keep_hold(connection, job.id, job.account, hold, day, entry)
            return await self._one(connection, job.id)

    @unbroken
    async def by_key(self, account: str, key: str) -> Job | None:
        """Return the job an account asked for under a key."""
        async with self._database.read() as connection:
            return await self._by_key(connection, account, key)

    @unbroken
    async def job(self, job_id: str) -> Job | None:
        """Return one job."""
        async with self._database.read() as connection:
            return await self._find(connection, jobs.c.id == job_id)

    @unbroken
    async def claim(self, now: datetime) -> Job | None:
        """Move the next job that is due to preparing, with its attempt counted, and return it."""
        async with self._database.write() as connection:
            chosen = job_rows.next_fair(now).scalar_subquery()
            claim = (
                sa.update(jobs)
                .where(jobs.c.id == chosen, jobs.c.state == JobState.QUEUED.value)
                .values(
                    state=JobState.PREPARING.value,
                    attempt=jobs.c.attempt + 1,
                    claimed=now,
                    updated=now,
                )
                .returning(jobs.c.id)
            )
            job_id = (await connection.execute(claim)).scalar_one_or_none()
            return await self._one(connection, job_id) if job_id else None

    @unbroken
    async def next_due(self) -> datetime | None:
        """Tell when the next queued job may be claimed, None when there is none."""
        query = sa.select(sa.func.min(jobs.c.due)).where(jobs.c.state == JobState.QUEUED.value)
        async with self._database.read() as connection:
            return (await connection.execute(query)).scalar_one()

    @unbroken
    async def requeue_open(self, now: datetime) -> int:
        """Queue what was preparing or processing when the process ended; return how many."""
        async with self._database.write() as connection:
            queued = await connection.execute(
                sa.update(jobs)
                .where(jobs.c.state.in_(job_rows.RUNNING))
                .values(state=JobState.QUEUED.value, due=now, updated=now)
            )
        return queued.rowcount

    @unbroken
    async def processing(self, job_id: str, attempt: int, now: datetime) -> bool:
        """Move a preparing job on."""
        async with self._database.write() as connection:
            return await job_rows.move(connection, job_id, attempt, JobState.PROCESSING, now)

    @unbroken
    async def keep_template(
        self, job_id: str, attempt: int, template: Template, now: datetime
    ) -> bool:
        """Keep what was learnt from a one-shot source with its job, and let go of the photo."""
        sealed = job_rows.seal_template(job_id, encode_template(template), self._cipher)
        async with self._database.write() as connection:
            kept = await connection.execute(
                sa.update(jobs)
                .where(
                    jobs.c.id == job_id,
                    jobs.c.attempt == attempt,
                    jobs.c.state.in_(job_rows.RUNNING),
                )
                .values(template=sealed, updated=now)
            )
            if kept.rowcount:
                await job_rows.drop_source(connection, job_id)
        return kept.rowcount == 1

    @unbroken
    async def template(self, job_id: str) -> Template | None:
        """Return what was learnt from a job's one-shot source, if it is there and can be opened."""
        query = sa.select(jobs.c.template).where(jobs.c.id == job_id)
        async with self._database.read() as connection:
            sealed = (await connection.execute(query)).scalar_one_or_none()
        data = job_rows.open_template(job_id, sealed, self._cipher)
        return decode_template(data) if data else None

    @unbroken
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
        async with self._database.write() as connection:
            return await job_rows.move(
                connection,
                job_id,
                attempt,
                JobState.QUEUED,
                now,
                due=at,
                error=job_rows.error_text(reason),
            )

    @unbroken
    async def finish(
        self, job_id: str, attempt: int, outcome: Outcome, *, charge: int, now: datetime
    ) -> bool:
        """Store the outcome, settle `charge` of what was held and give the rest back.

        The job lets go of its one-shot source.
        """
        async with self._database.write() as connection:
            values = {"outcome": encode_outcome(outcome), "error": None}
            if not await job_rows.move(connection, job_id, attempt, JobState.DONE, now, **values):
                return False
            await job_rows.drop_source(connection, job_id)
            if made := [
                {"job": job_id, "blob": blob, "role": "result"} for blob in _result_blobs(outcome)
            ]:
                await connection.execute(sa.insert(job_blobs), made)
            entry = Entry(US, JobState.DONE.value, now)
            await credits.settle(connection, job_id, charge, entry)
            return True

    @unbroken
    async def fail(
        self, job_id: str, attempt: int, error: VisageError, *, state: JobState, now: datetime
    ) -> bool:
        """End the job as failed, canceled or moderated and give back all that was held.

        The job lets go of its one-shot source.
        """
        if state not in _FAILURES:
            raise ValueError(f"a job does not fail as {state}")
        async with self._database.write() as connection:
            text = job_rows.error_text(error)
            if not await job_rows.move(connection, job_id, attempt, state, now, error=text):
                return False
            await job_rows.drop_source(connection, job_id)
            await credits.refund(connection, job_id, Entry(US, error.code, now))
            return True

    @unbroken
    async def take_back(self, job_id: str, error: VisageError, now: datetime) -> bool:
        """Fail a job that is done and whose asker has not been told; give back what it cost."""
        untold = sa.and_(
            jobs.c.id == job_id,
            jobs.c.state == JobState.DONE.value,
            jobs.c.answered.is_(False),
        )
        failed = (
            sa.update(jobs)
            .where(untold)
            .values(state=JobState.FAILED.value, error=job_rows.error_text(error), updated=now)
        )
        async with self._database.write() as connection:
            if (await connection.execute(failed)).rowcount == 0:
                return False
            await credits.reverse(connection, job_id, Entry(US, error.code, now))
            return True

    @unbroken
    async def unanswered(self) -> list[Job]:
        """Return jobs that are over and whose asker has not been told."""
        query = (
            job_rows.whole_job.where(jobs.c.answered.is_(False), jobs.c.state.in_(job_rows.ENDINGS))
            .order_by(jobs.c.updated, jobs.c.id)
            .limit(_CHUNK)
        )
        async with self._database.read() as connection:
            rows = (await connection.execute(query)).all()
        return [job_rows.to_job(row, self._cipher) for row in rows]

    @unbroken
    async def answered(self, job_id: str, address: str | None = None) -> None:
        """Note that the asker has been told, and where, if that was learnt by telling."""
        is_over = sa.and_(jobs.c.id == job_id, jobs.c.state.in_(job_rows.ENDINGS))
        note = sa.update(jobs).where(is_over).values(answered=True)
        if address is not None:
            note = note.values(address=job_rows.seal_address(job_id, address, self._cipher))
        async with self._database.write() as connection:
            await connection.execute(note)

    @unbroken
    async def balance(self, account: str, *, allowance: int, now: datetime) -> Balance:
        """Return an account's credits of the day."""
        async with self._database.read() as connection:
            return await credits.balance(connection, account, allowance, now)

    @unbroken
    async def expire(self, before: datetime, now: datetime) -> list[str]:
        """Expire jobs that ended before a time, drop their contents, return the blobs set free."""
        query = (
            sa.select(jobs.c.id)
            .where(jobs.c.state.in_(job_rows.ENDINGS), jobs.c.updated < before)
            .order_by(jobs.c.updated, jobs.c.id)
        )
        async with self._database.write() as connection:
            ended = list((await connection.execute(query)).scalars())
            freed = [await job_rows.expire_job(connection, job_id, now) for job_id in ended]
        if ended:
            await self._database.wipe()
        return [blob for blobs in freed for blob in blobs]

    @unbroken
    async def forget(self, job_id: str, now: datetime) -> list[str]:
        """Expire one job that is over, now; return the blobs set free."""
        async with self._database.write() as connection:
            freed = await job_rows.expire_job(connection, job_id, now)
        await self._database.wipe()
        return freed

    @unbroken
    async def unused(self, blobs: Sequence[str]) -> list[str]:
        """Return those of the blobs that no stored job refers to."""
        async with self._database.read() as connection:
            chunks = [
                await job_rows.unused(connection, list(blobs[at : at + _CHUNK]))
                for at in range(0, len(blobs), _CHUNK)
            ]
        return [blob for chunk in chunks for blob in chunk]

    async def _find(self, connection: AsyncConnection, which: sa.ColumnElement[bool]) -> Job | None:
        row = (await connection.execute(job_rows.whole_job.where(which))).one_or_none()
        return job_rows.to_job(row, self._cipher) if row else None

    async def _by_key(self, connection: AsyncConnection, account: str, key: str) -> Job | None:
        return await self._find(connection, sa.and_(jobs.c.account == account, jobs.c.key == key))

    async def _one(self, connection: AsyncConnection, job_id: str) -> Job:
        query = job_rows.whole_job.where(jobs.c.id == job_id)
        return job_rows.to_job((await connection.execute(query)).one(), self._cipher)


async def _is_stored(connection: AsyncConnection, job_id: str) -> bool:
    query = sa.select(jobs.c.state).where(jobs.c.id == job_id)
    state = (await connection.execute(query)).scalar_one_or_none()
    return state is not None and state != JobState.EXPIRED.value


def _result_blobs(outcome: Outcome) -> set[str]:
    files: list[StoredFile | None] = []
    for picture in outcome.pictures:
        files += [picture.result, picture.before, picture.numbered]
    return {file.blob for file in files if file}
