"""Clips that cost much: begun when their asker has seen the price and agreed to it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.app.offers import accept, decline, quote
from faceswap.app.opening import MOST_OFFERS
from faceswap.app.swaps import again, submit
from faceswap.app.upkeep import tidy
from faceswap.app.worker import work
from faceswap.domain.errors import (
    BadIdList,
    Canceled,
    JobGone,
    NotEnoughCredits,
    NotYours,
    UnknownId,
)
from faceswap.domain.job import JobState, Verb
from tests.stores import new_job
from tests.unit.app.conftest import clip, picture


async def offered(world, **more):
    ask = world.ask(**{"targets": (clip(3, seconds=20),), **more})
    job = await submit(world.app, ask)
    assert job.state is JobState.OFFERED
    return job


async def run(world, job):
    claimed = await world.jobs.claim(world.clock.now())
    assert claimed.id == job.id
    await work(world.app, claimed)
    return await world.look(job)


async def spend(world, amount):
    await world.jobs.open(
        new_job(world.keys(), owner="other"), hold=amount, allowance=50, now=world.clock.now()
    )


async def test_a_dear_clip_is_offered_and_nothing_is_held(world):
    job = await offered(world)
    assert job == await world.look(job)
    assert (job.price, job.held, await world.spent()) == (20, 0, 0)
    assert job.deadline == world.clock.now() + timedelta(hours=1)
    assert (world.engine.wakes, await world.jobs.next_due()) == (0, None)
    assert len(world.stored()) == 1
    assert world.notifier.told == []


@pytest.mark.parametrize(("seconds", "state"), [(10, JobState.QUEUED), (11, JobState.OFFERED)])
async def test_a_clip_is_offered_above_a_price(world, seconds, state):
    assert (await submit(world.app, world.ask(targets=(clip(seconds=seconds),)))).state is state


async def test_stills_are_not_offered_whatever_they_cost(world):
    ask = world.ask(ids_text="anna,bo", targets=(picture(2),) * 6)
    job = await submit(world.app, ask)
    assert (job.state, job.price) == (JobState.QUEUED, 12)


async def test_the_same_ask_is_one_offer_with_its_pictures(world):
    ask = world.ask(key="key", targets=(clip(seconds=20),))
    jobs = await asyncio.gather(*(submit(world.app, ask) for _ in range(5)))
    assert len({job.id for job in jobs}) == 1
    assert len(world.stored()) == 1


async def test_an_accepted_clip_is_held_done_and_charged(world):
    offer = await offered(world)
    world.clock.advance(1800)
    job = await accept(world.app, offer.id, "member")
    assert (job.state, job.held, await world.spent()) == (JobState.QUEUED, 20, 20)
    assert job.deadline == world.clock.now() + timedelta(minutes=30, seconds=200)
    assert (job.address, world.engine.wakes) == ("a token", 1)
    done = await run(world, job)
    assert (done.state, done.charged, await world.spent()) == (JobState.DONE, 20, 20)


async def test_it_can_be_accepted_with_other_ids(world):
    offer = await offered(world, ids_text="anna -m")
    job = await accept(world.app, offer.id, "member", ids_text="bo,_,anna -s", address="elsewhere")
    assert (str(job.request.ids), str(job.request.options)) == ("bo,_,Anna", "-m -s")
    assert (job.price, job.held, job.address) == (40, 40, "elsewhere")
    done = await run(world, job)
    assert (done.outcome.pictures[0].swapped, done.charged) == ((1, 3), 40)


async def test_what_was_shown_is_what_is_paid(world):
    """The operator raises the prices between the offer and its acceptance."""
    offer = await offered(world)
    prices = replace(world.rules.prices, video_second=world.rules.prices.video_second * 2)
    world.app = world.app_with(rules=replace(world.rules, prices=prices))
    assert (await accept(world.app, offer.id, "member")).held == 20


async def test_accepting_twice_is_accepting_once(world):
    offer = await offered(world)
    jobs = await asyncio.gather(*(accept(world.app, offer.id, "member") for _ in range(5)))
    assert {job.state for job in jobs} == {JobState.QUEUED}
    assert await world.spent() == 20
    done = await run(world, offer)
    assert await accept(world.app, offer.id, "member", ids_text="bo") == done
    assert (await world.spent(), await world.jobs.next_due()) == (20, None)


async def test_an_offer_that_cannot_be_paid_waits(world):
    offer = await offered(world)
    await spend(world, 31)
    with pytest.raises(NotEnoughCredits):
        await accept(world.app, offer.id, "member")
    assert await world.look(offer) == offer
    assert world.engine.wakes == 0


@pytest.mark.parametrize(
    ("owner", "ids_text", "error"),
    [
        ("somebody else", None, NotYours),
        ("member", "ana", UnknownId),
        ("member", "anna,,bo", BadIdList),
    ],
)
async def test_what_cannot_be_accepted_is_still_offered(world, owner, ids_text, error):
    offer = await offered(world)
    with pytest.raises(error):
        await accept(world.app, offer.id, owner, ids_text=ids_text)
    assert await world.look(offer) == offer


async def test_an_id_deleted_since_is_refused(world):
    offer = await offered(world, ids_text="anna")
    await world.identities.delete("member", "anna")
    with pytest.raises(UnknownId):
        await accept(world.app, offer.id, "member")


async def test_an_offer_ends_after_an_hour(world):
    offer = await offered(world, verb=Verb.FACESWAP, source=picture(), ids_text=None)
    world.clock.advance(3599)
    await tidy(world.app)
    assert (await world.look(offer)).state is JobState.OFFERED
    world.clock.advance(1)
    with pytest.raises(JobGone):
        await accept(world.app, offer.id, "member")
    await tidy(world.app)
    assert (await world.look(offer)).state is JobState.EXPIRED
    for late in (accept, decline):
        with pytest.raises(JobGone):
            await late(world.app, offer.id, "member")
    assert (world.stored(), world.notifier.told, await world.spent()) == ([], [], 0)


async def test_a_declined_offer_leaves_nothing_and_is_told_once(world):
    offer = await offered(world)
    job = await decline(world.app, offer.id, "member", address="elsewhere")
    assert (job.state, type(job.error), job.charged) == (JobState.CANCELED, Canceled, 0)
    assert (await decline(world.app, offer.id, "member")).state is JobState.CANCELED
    (told,) = world.notifier.told
    assert (told.id, told.address, job.answered) == (offer.id, "elsewhere", True)
    assert (world.stored(), await world.spent()) == ([], 0)
    with pytest.raises(JobGone):
        await again(world.app, world.repeat(job))


async def test_an_accepted_offer_is_declined_no_more(world):
    offer = await offered(world)
    job = await accept(world.app, offer.id, "member")
    assert await decline(world.app, offer.id, "member") == job
    assert await world.spent() == 20


async def test_somebody_else_declines_nothing(world):
    offer = await offered(world)
    with pytest.raises(NotYours):
        await decline(world.app, offer.id, "somebody else")
    with pytest.raises(JobGone):
        await decline(world.app, "never there", "member")


async def test_a_member_has_so_many_offers_open(world):
    jobs = []
    for _ in range(MOST_OFFERS + 2):
        jobs.append(await offered(world))
        world.clock.advance(1)
    states = [(await world.look(job)).state for job in jobs]
    assert states == [JobState.EXPIRED] * 2 + [JobState.OFFERED] * MOST_OFFERS
    assert len(world.stored()) == MOST_OFFERS


# One-shot swaps


async def test_a_one_shot_clip_keeps_its_photo_until_it_is_accepted(world):
    ask = world.one_shot(targets=(clip(2, seconds=20),))
    offer = await submit(world.app, ask)
    assert b"face of guest" in world.stored()
    done = await run(world, await accept(world.app, offer.id, "member", ids_text="_,*"))
    assert (done.state, done.outcome.pictures[0].swapped) == (JobState.DONE, (2,))
    assert b"face of guest" not in world.stored()


async def test_a_one_shot_clip_that_is_accepted_with_saved_ids_needs_no_photo(world):
    offer = await submit(world.app, world.one_shot(targets=(clip(2, seconds=20),)))
    job = await accept(world.app, offer.id, "member", ids_text="anna")
    assert (job.request.source, job.request.verb) == (None, Verb.SWAPID)
    assert b"face of guest" not in world.stored()
    assert (await run(world, job)).state is JobState.DONE


# Again


async def test_a_dear_clip_that_is_asked_for_again_is_offered_again(world):
    done = await run(world, await accept(world.app, (await offered(world)).id, "member"))
    new = await again(world.app, world.repeat(done))
    assert (new.state, new.price, new.request.targets) == (
        JobState.OFFERED,
        20,
        done.request.targets,
    )
    assert await world.spent() == 20
    assert world.surveyor.measured == ["dance.mp4"]
    await accept(world.app, new.id, "member")
    assert (await run(world, new)).state is JobState.DONE
    assert await world.spent() == 40


async def test_again_is_priced_by_what_is_asked_for_then(world):
    job = await world.worked(world.ask(targets=(clip(3, seconds=4),)))
    assert (await again(world.app, world.repeat(job))).state is JobState.QUEUED
    new = await again(world.app, world.repeat(job, ids_text="anna,bo,anna"))
    assert (new.state, new.price) == (JobState.OFFERED, 12)


async def test_a_one_shot_clip_is_offered_again_with_what_was_learnt(world):
    offer = await submit(world.app, world.one_shot(targets=(clip(seconds=20),)))
    done = await run(world, await accept(world.app, offer.id, "member"))
    new = await again(world.app, world.repeat(done))
    await accept(world.app, new.id, "member")
    assert (await run(world, new)).state is JobState.DONE
    assert len(world.enroller.photos) == 1


async def test_a_price_can_be_asked_for(world):
    offer = await offered(world)
    assert await quote(world.app, offer.id, "member") == 20
    assert await quote(world.app, offer.id, "member", "anna,_,bo") == 40
    with pytest.raises(UnknownId):
        await quote(world.app, offer.id, "member", "ana")
    with pytest.raises(NotYours):
        await quote(world.app, offer.id, "somebody else")
