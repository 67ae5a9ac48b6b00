"""Clips: measured before they are asked for, paid by what was rendered."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from faceswap.app.identities import save_id
from faceswap.app.offers import accept
from faceswap.app.swaps import SMALLER, submit
from faceswap.app.worker import work
from faceswap.domain.clip import ClipLimits
from faceswap.domain.credits import Prices
from faceswap.domain.errors import (
    AnimatedPicture,
    BackendBusy,
    BackendDown,
    BrokenClip,
    ClipTooLong,
    FileTooLarge,
    NoFace,
    NotEnoughCredits,
    ResultTooLarge,
    TooManyFrames,
    TooManyPixels,
)
from faceswap.domain.job import JobState, Lane
from faceswap.domain.media import NamedBytes
from faceswap.ports import Delivery
from tests.fakes.media import MOVES, facts_in
from tests.fakes.patience import patience
from tests.fakes.plays import Fails, Renders
from tests.fakes.results import swapped
from tests.unit.app.conftest import clip, gif, picture


async def test_a_clip_is_measured_priced_and_queued_with_the_clips(world):
    job = await submit(world.app, world.ask(ids_text="anna,_,bo", targets=(clip(3, seconds=5),)))
    (target,) = job.request.targets
    assert target.clip == facts_in(clip(3, seconds=5).data)
    assert (job.state, job.price, job.held) == (JobState.QUEUED, 10, 10)
    assert (job.request.lane, await world.jobs.claim(world.clock.now(), Lane.STILLS)) == (
        Lane.CLIPS,
        None,
    )
    assert job.deadline == world.clock.now() + timedelta(minutes=30, seconds=50)


async def test_stills_are_not_measured(world):
    await submit(world.app, world.ask())
    assert world.surveyor.measured == []


async def test_stills_and_clips_of_one_ask_add_up(world):
    job = await world.worked(world.ask(targets=(picture(), clip(seconds=4), gif(frames=40))))
    assert (job.price, job.charged, await world.spent()) == (1 + 4 + 4, 9, 9)
    still, film, wave = job.outcome.pictures
    assert (still.clip, film.clip.frames, wave.clip.frames) == (None, 40, 40)
    assert [each.result.name for each in job.outcome.pictures] == [
        "party-swapped.jpg",
        "dance-swapped.mp4",
        "wave-swapped.gif",
    ]
    assert job == await world.look(job)


async def test_an_animation_of_many_frames_has_the_time_for_them(world):
    job = await submit(world.app, world.ask(targets=(gif(frames=90),)))
    assert job.deadline == world.clock.now() + timedelta(minutes=30, seconds=90)


async def test_prices_are_the_operators(world):
    prices = Prices(Decimal("0.5"), Decimal(1))
    world.app = world.app_with(rules=replace(world.rules, prices=prices))
    job = await submit(world.app, world.ask(targets=(clip(seconds=4), gif(frames=3))))
    assert job.price == 2 + 3


# Measuring


async def test_a_backend_that_is_away_for_a_moment_is_waited_for(world):
    world.surveyor.errors += [BackendDown(), BackendBusy()]
    submitting = asyncio.create_task(submit(world.app, world.ask(targets=(clip(),))))
    for pause in (1, 2):
        await world.clock.until_asleep(pause)
        world.clock.advance(pause)
    async with patience():
        assert (await submitting).state is JobState.QUEUED
    assert len(world.surveyor.measured) == 3


async def test_a_backend_that_stays_away_is_told_of_and_nothing_is_held(world):
    world.surveyor.errors += [BackendDown()] * 5
    submitting = asyncio.create_task(submit(world.app, world.ask(targets=(clip(),))))
    for pause in (1, 2, 4, 8):
        await world.clock.until_asleep(pause)
        world.clock.advance(pause)
    with pytest.raises(BackendDown):
        await submitting
    assert (world.stored(), await world.spent(), await world.jobs.next_due()) == ([], 0, None)


async def test_a_refusal_is_told_at_once(world):
    world.surveyor.errors.append(BrokenClip(name="dance.mp4"))
    with pytest.raises(BrokenClip):
        await submit(world.app, world.ask(targets=(clip(),)))
    assert (world.stored(), world.clock.waits) == ([], [])


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (ClipLimits(most_seconds=3.9), ClipTooLong),
        (ClipLimits(most_frames=39), TooManyFrames),
        (ClipLimits(most_pixels=640 * 480 - 1), TooManyPixels),
    ],
)
async def test_limits_hold_whatever_the_backend_takes(world, limits, error):
    world.app = world.app_with(rules=replace(world.rules, clips=limits))
    with pytest.raises(error):
        await submit(world.app, world.ask(targets=(clip(seconds=4),)))
    assert world.stored() == []


async def test_clips_may_have_more_bytes_than_stills(world):
    """Pictures may have a thousand here."""
    clips = ClipLimits(most_bytes=2000)
    world.app = world.app_with(rules=replace(world.rules, clips=clips))
    large = NamedBytes("a.mp4", clip().data.ljust(2000))
    assert (await submit(world.app, world.ask(targets=(large,)))).state is JobState.QUEUED
    for file in (NamedBytes("a.mp4", large.data + b" "), NamedBytes("a.png", b"x" * 1001)):
        with pytest.raises(FileTooLarge):
            await submit(world.app, world.ask(targets=(file,)))


async def test_a_face_is_not_learnt_from_a_clip(world):
    moving = NamedBytes("me.gif", MOVES + b"face of guest")
    with pytest.raises(AnimatedPicture, match=r"me\.gif is animated"):
        await submit(world.app, world.one_shot(source=moving))
    with pytest.raises(AnimatedPicture):
        await save_id(world.app, "member", "cy", [moving])
    assert (world.enroller.photos, world.stored()) == ([], [])


# What it comes to


class Short:
    """A backend whose clips turn out to be half as long as was measured."""

    def __init__(self, backend):
        self._backend = backend

    def __getattr__(self, name):
        return getattr(self._backend, name)

    async def fetch(self, swap_id):
        made = swapped(self._backend.orders[swap_id].order)
        half = replace(made.clip, frames=made.clip.frames // 2, seconds=made.clip.seconds / 2)
        return replace(made, clip=half)


@pytest.mark.parametrize(("target", "charged"), [(clip(1, seconds=8), 4), (gif(1, frames=80), 4)])
async def test_frames_that_were_rendered_are_charged(world, target, charged):
    job = await world.claimed(world.ask(targets=(target,)))
    await work(world.app_with(backend=Short(world.backend)), job)
    job = await world.look(job)
    assert (job.held, job.charged, await world.spent()) == (8, charged, charged)


async def test_faces_that_were_not_there_are_not_charged(world):
    job = await world.worked(world.ask(ids_text="anna,bo", targets=(clip(1, seconds=4),)))
    assert (job.held, job.charged, await world.spent()) == (8, 4, 4)


async def test_no_more_is_charged_than_was_held(world):
    job = await world.claimed(world.ask(targets=(clip(seconds=4),)))
    dearer = replace(world.rules, prices=Prices(Decimal(5)))
    await work(world.app_with(rules=dearer), job)
    assert (await world.look(job)).charged == 4


async def test_a_failed_clip_costs_nothing_however_much_was_rendered(world):
    world.backend.plays.append(Fails(NoFace()))
    job = await world.worked(world.ask(targets=(clip(),)))
    await world.is_refunded_and_told(job, NoFace)


async def test_a_clip_that_is_too_large_is_made_again_at_half_the_size_without_a_question(world):
    world.notifier.deliveries += [Delivery.TOO_LARGE]
    offer = await submit(world.app, world.ask(targets=(clip(seconds=20),), most_bytes=8_000_000))
    first = await world.attempt(await accept(world.app, offer.id, "member"))
    assert (first.state, type(first.error)) == (JobState.FAILED, ResultTooLarge)
    second = await world.jobs.by_key("account", first.key + SMALLER)
    assert (second.state, second.held, second.request.most_bytes) == (
        JobState.QUEUED,
        20,
        4_000_000,
    )
    assert (await world.attempt(second)).state is JobState.DONE
    assert await world.spent() == 20


async def test_what_nobody_can_pay_is_not_offered(world):
    with pytest.raises(NotEnoughCredits):
        await submit(world.app, world.ask(targets=(clip(seconds=51),)))
    assert world.stored() == []


async def test_an_attempt_after_a_fault_begins_anew(world):
    world.backend.plays += [Fails(BackendDown()), Renders()]
    job = await world.worked(world.ask(targets=(clip(),)))
    assert (job.state, (await world.attempt(job)).state) == (JobState.QUEUED, JobState.DONE)
    assert (await world.look(job)).charged == 4
