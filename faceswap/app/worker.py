"""Working one claimed job to its end, or to its next attempt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from faceswap.app.answers import tell
from faceswap.app.casting import Superseded, load_cast
from faceswap.app.context import App, Attempt
from faceswap.app.ordering import order_of, result_name, target_of
from faceswap.app.orders import forget_orders, result_of, swap_id, swap_ids
from faceswap.app.progress import Announcer, at_work, overall
from faceswap.app.terms import time_for
from faceswap.app.waiting import Stopped, TimeLimit, unless, within
from faceswap.domain.attempts import reason_not_to_start, retry_at
from faceswap.domain.clip import Progress
from faceswap.domain.credits import charge
from faceswap.domain.errors import (
    BackendBusy,
    BackendFault,
    ContentRefused,
    MakerRefused,
    Refusal,
    TookTooLong,
    Unexpected,
    VisageError,
)
from faceswap.domain.job import Job, JobState, Outcome, StoredFile, SwappedPicture
from faceswap.domain.media import Encoded, made_name
from faceswap.domain.trace import trace
from faceswap.ports import Casting, SwapResult

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of one order, in memory; places count from 0."""

    place: int
    came: SwapResult | Refusal


async def work(app: App, job: Job) -> None:
    """Work a claimed job; a `Handler` once the app is given.

    Every way out ends the job, queues it again, or finds that it is over or another attempt has it.
    Only cancellation leaves it open, for the engine to hand back.
    """
    began = app.clock.now()
    if job.attempt == 1:
        asked = job.deadline - time_for(app.rules, job.request)
        app.meter.waited(job.request.lane, (began - asked).total_seconds())
    with at_work(app, job) as attempt:
        await _see_through(app, job, attempt)
        app.meter.worked(job.request.lane, (app.clock.now() - began).total_seconds())
        if attempt.canceled.is_set():
            await forget_orders(app, swap_ids(job))


async def _see_through(app: App, job: Job, attempt: Attempt) -> None:
    try:
        await _work(app, job, attempt)
    except (Superseded, Stopped):
        log.info("attempt superseded", job=job.id, attempt=job.attempt)
    except TimeLimit:
        await _fail(app, job, TookTooLong())
    except BackendFault as fault:
        await _try_again(app, job, fault)
    except VisageError as error:
        await _fail(app, job, error)
    except Exception as error:  # noqa: BLE001 - a defect of ours must not silence the job
        log.error("job broke", job=job.id, attempt=job.attempt, **trace(error))
        await _fail(app, job, Unexpected())


async def _work(app: App, job: Job, attempt: Attempt) -> None:
    now = app.clock.now()
    if reason := reason_not_to_start(job, now, app.rules.attempts):
        raise reason
    seconds_left = (job.deadline - now).total_seconds()
    swapping = unless(attempt.canceled, _swap_all(app, job, attempt))
    made = await within(app.clock, seconds_left, swapping)
    refusals = [each.came for each in made if isinstance(each.came, Refusal)]
    if len(refusals) == len(made):
        raise refusals[0]
    await _finish(app, job, made)


async def _swap_all(app: App, job: Job, attempt: Attempt) -> list[_Made]:
    """Have each order done in turn; one that is refused does not stop the others."""
    cast = await load_cast(app, job)
    if not await app.jobs.processing(job.id, job.attempt, app.clock.now()):
        raise Superseded
    return [await _swap(app, attempt, place, cast) for place in range(job.request.orders)]


async def _swap(app: App, attempt: Attempt, place: int, cast: tuple[Casting, ...]) -> _Made:
    job = attempt.job
    order = await order_of(app, job, place, cast)
    try:
        await app.backend.submit(swap_id(job, place), order)
        # It holds the whole file, and a clip takes minutes.
        del order
        result = await _result(app, attempt, place)
    except Refusal as refusal:
        attempt.targets[place] = Progress(0, attempt.targets[place].total)
        return _Made(place, refusal)
    total = result.clip.frames if result.clip else attempt.targets[place].total
    attempt.targets[place] = Progress(total, total)
    return _Made(place, result)


async def _result(app: App, attempt: Attempt, place: int) -> SwapResult:
    """Wait for a result; while it may take long, its asker is shown how far it is."""
    order_id, target = swap_id(attempt.job, place), target_of(attempt.job, place)
    if not attempt.job.request.making and not (target and target.clip):
        return await result_of(app, order_id)
    announcer = Announcer(app, attempt.job, order_id)

    def watch(progress: Progress) -> None:
        attempt.targets[place] = progress
        announcer.show(overall(attempt))

    try:
        return await result_of(app, order_id, watch)
    finally:
        await announcer.close()


async def _finish(app: App, job: Job, made: Sequence[_Made]) -> None:
    """Keep the pictures and settle; pictures of an attempt that came too late are not kept."""
    kept: list[str] = []
    try:
        outcome = Outcome(tuple([await _keep(app, job, each, kept) for each in made]))
        is_done = await app.jobs.finish(
            job.id,
            job.attempt,
            outcome,
            charge=charge(_prices(app, job, outcome), job.held),
            now=app.clock.now(),
        )
    except Exception:
        await app.blobs.delete(kept)
        raise
    if not is_done:
        await app.blobs.delete(kept)
        raise Superseded
    log.info("job done", job=job.id, attempt=job.attempt, faces=outcome.faces_swapped)
    await _close(app, job)


def _prices(app: App, job: Job, outcome: Outcome) -> list[int]:
    """Return what each target comes to, by what was rendered of it, at the price agreed."""
    prices, face_price = app.rules.prices, job.request.face_price
    if job.request.making:
        return [face_price for each in outcome.pictures if each.result]
    return [prices.of(each.clip, len(each.swapped), face_price) for each in outcome.pictures]


async def _fail(app: App, job: Job, error: VisageError) -> None:
    now = app.clock.now()
    is_unfit = isinstance(error, ContentRefused | MakerRefused)
    state = JobState.MODERATED if is_unfit else JobState.FAILED
    if not await app.jobs.fail(job.id, job.attempt, error, state=state, now=now):
        return
    log.info("job failed", job=job.id, attempt=job.attempt, reason=error.code)
    await _close(app, job)


async def _close(app: App, job: Job) -> None:
    """Do what is due when a job is over: drop the source's photo, tell, clear the backend."""
    if job.request.source:
        await app.blobs.delete([job.request.source.blob])
    await tell(app, job.id)
    await forget_orders(app, swap_ids(job))


async def _try_again(app: App, job: Job, fault: BackendFault) -> None:
    """Queue another attempt while there is one; orders stay, so that it finds what was done."""
    now = app.clock.now()
    is_busy = isinstance(fault, BackendBusy)
    at = retry_at(job, now, app.rules.attempts, is_busy=is_busy)
    if at is None:
        await _fail(app, job, fault)
        return
    if not await app.jobs.retry(job.id, job.attempt, at=at, now=now, reason=fault):
        return
    log.info("job held", job=job.id, attempt=job.attempt, reason=fault.code)
    if job.error is None:
        await _say_waiting(app, job, fault)


async def _say_waiting(app: App, job: Job, fault: BackendFault) -> None:
    try:
        await app.notifier.waiting(job, fault)
    except Exception as error:  # noqa: BLE001 - the job goes on unannounced
        log.warning("asker not told of the wait", job=job.id, **trace(error))


async def _keep(app: App, job: Job, made: _Made, kept: list[str]) -> SwappedPicture:
    came, target = made.came, target_of(job, made.place)
    if isinstance(came, Refusal):
        return SwappedPicture(target, refusal=came)
    called = target.name if target else ""

    async def keep(picture: Encoded, name: str) -> StoredFile:
        kept.append(await app.blobs.put(picture.data))
        return StoredFile(kept[-1], name, picture.media_type, len(picture.data))

    async def keep_beside(picture: Encoded | None, what: str) -> StoredFile | None:
        return await keep(picture, made_name(called, what, picture.media_type)) if picture else None

    return SwappedPicture(
        target=target,
        result=await keep(came.result, result_name(job, made.place, came)),
        before=await keep_beside(came.before, "before"),
        numbered=await keep_beside(came.numbered, "faces"),
        faces=came.faces,
        swapped=came.swapped,
        was_reduced=came.was_reduced,
        clip=came.clip,
        made=came.made,
        after=await keep_beside(came.after, "now"),
    )
