"""Jobs in the database, with the credits they hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from faceswap.domain.caps import NO_CAPS, Caps
from faceswap.domain.credits import Balance, Means
from faceswap.domain.delivery import Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.face import Template
from faceswap.domain.job import Job, JobState, Lane, Outcome, StoredSurvey
from faceswap.ports import NewJob, Terms
from faceswap.storage import credits, job_rows, offers, open_jobs, surveys
from faceswap.storage.cipher import Cipher
from faceswap.storage.codecs import (
    decode_template,
    encode_outcome,
    encode_template,
)
from faceswap.storage.credits import Entry
from faceswap.storage.database import Database, unbroken
from faceswap.storage.tables import job_blobs, jobs, records

_CHUNK = 500
"""How many values one statement asks about; SQLite takes 32,766."""
_FAILURES = (JobState.FAILED, JobState.MODERATED)
US = "visage"
"""The actor of movements that no person made."""


class StoredJobs:
    """`Jobs` in a database."""

    def __init__(self, database: Database, cipher: Cipher) -> None:
        self._database = database
        self._cipher = cipher

    @unbroken
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

        Raises:
            TooManyOpenJobs: So many are open already.
            NotEnoughCredits: The account's pots do not cover `hold`.
            JobGone: Its parent is no longer stored.
        """
        async with self._database.write() as connection:
            known = await job_rows.by_key(connection, job.account, job.key, self._cipher)
            if known:
                return known
            await open_jobs.refuse_too_many(connection, job.owner, job.account, caps)
            row = job_rows.new_row(job, JobState.QUEUED, hold, now, self._cipher)
            await job_rows.insert(connection, job, row)
            means = await credits.with_gone(
                connection, Means(allowance, pool), job.account, now, self._cipher
            )
            taken = await credits.take(connection, job.account, hold, means, now)
            entry = Entry(job.owner, job.request.verb.value, now)
            await credits.keep_hold(connection, job.id, job.request.verb, taken, entry)
            return await job_rows.one(connection, job.id, self._cipher)

    @unbroken
    async def offer(
        self, job: NewJob, *, price: int, now: datetime, allowance: int | None = None
    ) -> Job:
        """Insert the job as offered until its deadline, or return the one that has this key.

        Raises:
            JobGone: Its parent is no longer stored.
        """
        async with self._database.write() as connection:
            known = await job_rows.by_key(connection, job.account, job.key, self._cipher)
            if known:
                return known
            row = job_rows.new_row(job, JobState.OFFERED, price, now, self._cipher)
            await job_rows.insert(connection, job, row)
            if allowance is not None:
                await credits.open_account(connection, job.account, now, allowance)
            return await job_rows.one(connection, job.id, self._cipher)

    @unbroken
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
        async with self._database.write() as connection:
            means = Means(allowance, pool)
            await offers.accept(connection, job_id, terms, means, now, self._cipher, caps)
            return await job_rows.one(connection, job_id, self._cipher)

    @unbroken
    async def decline(
        self, job_id: str, error: VisageError, now: datetime, *, address: str | None = None
    ) -> list[str] | None:
        """Cancel an offered job and drop its contents; return the blobs set free."""
        new = job_rows.new_address(job_id, address, self._cipher)
        async with self._database.write() as connection:
            freed = await offers.decline(connection, job_id, error, now, new)
        await self._database.wipe()
        return freed

    @unbroken
    async def trim_offers(self, owner: str, most: int, now: datetime) -> list[str]:
        """Expire a member's oldest offered jobs beyond so many; return the blobs set free."""
        async with self._database.write() as connection:
            ended = await offers.beyond(connection, owner, most)
            return await job_rows.expire_jobs(connection, ended, now, offered=True)

    @unbroken
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
        origins = job_rows.RUNNING if charge else [*job_rows.RUNNING, JobState.QUEUED.value]
        canceled = (
            sa.update(jobs)
            .where(jobs.c.id == job_id, jobs.c.attempt == attempt, jobs.c.state.in_(origins))
            .values(
                state=JobState.CANCELED.value,
                updated=now,
                error=job_rows.error_text(error),
                **job_rows.new_address(job_id, address, self._cipher),
            )
            .returning(jobs.c.owner)
        )
        async with self._database.write() as connection:
            owner = (await connection.execute(canceled)).scalar_one_or_none()
            if owner is None:
                return False
            await job_rows.drop_source(connection, job_id)
            entry = Entry(owner, error.code, now)
            if charge:
                await credits.settle(connection, job_id, charge, entry)
            else:
                await credits.refund(connection, job_id, entry)
            return True

    @unbroken
    async def by_key(self, account: str, key: str) -> Job | None:
        """Return the job an account asked for under a key."""
        async with self._database.read() as connection:
            return await job_rows.by_key(connection, account, key, self._cipher)

    @unbroken
    async def job(self, job_id: str) -> Job | None:
        """Return one job."""
        async with self._database.read() as connection:
            return await job_rows.find(connection, jobs.c.id == job_id, self._cipher)

    @unbroken
    async def claim(self, now: datetime, lane: Lane | None = None) -> Job | None:
        """Move the next job that is due to preparing, with its attempt counted, and return it."""
        async with self._database.write() as connection:
            chosen = job_rows.next_fair(now, lane).scalar_subquery()
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
            return await job_rows.one(connection, job_id, self._cipher) if job_id else None

    @unbroken
    async def next_due(self, lane: Lane | None = None) -> datetime | None:
        """Tell when the next queued job of a lane may be claimed, None when there is none."""
        is_queued = jobs.c.state == JobState.QUEUED.value
        query = sa.select(sa.func.min(jobs.c.due)).where(is_queued, job_rows.in_lane(lane))
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
    async def keep_survey(self, job_id: str, survey: StoredSurvey) -> bool:
        """Keep what was seen in a job's clip, with its picture, in place of any before."""
        async with self._database.write() as connection:
            return await surveys.keep(connection, job_id, survey)

    @unbroken
    async def survey(self, job_id: str) -> StoredSurvey | None:
        """Return what was seen in a job's clip, if that is known."""
        async with self._database.read() as connection:
            return await surveys.find(connection, job_id)

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
                {"job": job_id, "blob": blob, "role": "result"}
                for blob in job_rows.result_blobs(outcome)
            ]:
                await connection.execute(sa.insert(job_blobs), made)
            entry = Entry(US, JobState.DONE.value, now)
            await credits.settle(connection, job_id, charge, entry)
            return True

    @unbroken
    async def fail(
        self, job_id: str, attempt: int, error: VisageError, *, state: JobState, now: datetime
    ) -> bool:
        """End the job as failed or moderated and give back all that was held.

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
        is_over = sa.and_(jobs.c.id == job_id, jobs.c.state.in_(job_rows.ENDINGS))
        note = sa.update(jobs).where(is_over).values(answered=True)
        if address is not None:
            note = note.values(address=job_rows.seal_address(job_id, address, self._cipher))
        async with self._database.write() as connection:
            if (await connection.execute(note)).rowcount:
                await job_rows.keep_told(connection, job_id, posted, undelivered)

    @unbroken
    async def tell_anew(self, job_id: str, address: str) -> bool:
        """Have a job that is done, and could not be told of, told of elsewhere."""
        is_untold = sa.exists().where(
            records.c.job == jobs.c.id, records.c.undelivered.is_not(None)
        )
        anew = (
            sa.update(jobs)
            .where(jobs.c.id == job_id, jobs.c.state == JobState.DONE.value)
            .where(jobs.c.answered.is_(True), is_untold)
            .values(answered=False, **job_rows.new_address(job_id, address, self._cipher))
        )
        async with self._database.write() as connection:
            if (await connection.execute(anew)).rowcount == 0:
                return False
            await job_rows.keep_told(connection, job_id, None, None)
        return True

    @unbroken
    async def balance(
        self, account: str, *, allowance: int, now: datetime, pool: int = 0
    ) -> Balance:
        """Return an account's credits of the day."""
        async with self._database.read() as connection:
            means = await credits.with_gone(
                connection, Means(allowance, pool), account, now, self._cipher
            )
            return await credits.balance(connection, account, means, now)

    @unbroken
    async def expire(self, before: datetime, now: datetime) -> list[str]:
        """Expire jobs that ended before a time, drop their contents, return the blobs set free.

        Offers that have ended by `now` expire too.
        """
        query = (
            sa.select(jobs.c.id)
            .where(jobs.c.state.in_(job_rows.ENDINGS), jobs.c.updated < before)
            .order_by(jobs.c.updated, jobs.c.id)
        )
        async with self._database.write() as connection:
            ended = list((await connection.execute(query)).scalars())
            offered = await offers.ended(connection, now)
            freed = await job_rows.expire_jobs(connection, ended, now)
            freed += await job_rows.expire_jobs(connection, offered, now, offered=True)
        if ended or offered:
            await self._database.wipe()
        return freed

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
