import asyncio

import pytest

from faceswap.app.worker import work
from faceswap.domain.errors import (
    BackendDown,
    BackendLost,
    FaceTooSmall,
    IdUnreadable,
    JobGone,
    NoFace,
    UnknownId,
)
from faceswap.domain.job import JobState
from faceswap.domain.options import Options
from faceswap.storage.cipher import Cipher
from faceswap.storage.identities import StoredIdentities
from tests.fakes.clock import NOON
from tests.fakes.patience import patience
from tests.fakes.plays import Fails, Hangs, Swaps, Turns
from tests.unit.app.conftest import picture


async def test_a_swap_is_done_charged_and_told(world):
    job = await world.worked(world.ask(ids_text="anna,bo", targets=(picture(2),)))
    assert (job.state, job.held, job.charged) == (JobState.DONE, 2, 2)
    assert await world.spent() == 2
    (made,) = job.outcome.pictures
    assert await world.blobs.get(made.result.blob) == b"swapped picture of 2"
    assert await world.blobs.get(made.before.blob) == b"before picture of 2"
    assert await world.blobs.get(made.numbered.blob) == b"numbered"
    assert [made.result.name, made.before.name, made.numbered.name] == [
        "party-swapped.jpg",
        "party-before.jpg",
        "party-faces.png",
    ]
    assert (made.result.media_type, made.result.size) == ("image/jpeg", 20)
    assert (len(made.faces), made.swapped, made.refusal) == (2, (1, 2), None)
    (told,) = world.notifier.told
    assert (told.id, told.outcome) == (job.id, job.outcome)
    assert job.answered


async def test_the_backend_gets_what_was_asked_for(world):
    ask = world.ask(ids_text="_,anna+anna+bo", options_text="-m", most_bytes=123)
    await world.worked(ask)
    (order,) = world.backend.taken
    assert (order.target.name, order.target.data) == ("party.png", b"picture of 1")
    assert (order.options, order.most_bytes) == (Options(keep_mouth=True), 123)
    left, mixed = order.cast
    assert left is None
    assert [(part.template.data, part.weight) for part in mixed] == [
        (b"Anna", 2 / 3),
        (b"bo", 1 / 3),
    ]


async def test_only_what_was_swapped_is_charged(world):
    job = await world.worked(world.ask(ids_text="anna,bo,anna", targets=(picture(2),)))
    assert (job.held, job.charged, await world.spent()) == (3, 2, 2)


async def test_each_target_is_an_order_of_its_own_and_forgotten_in_the_end(world):
    job = await world.worked(world.ask(targets=(picture(1), picture(2))))
    assert [name for name, _ in world.backend.calls if name == "fetch"] == ["fetch"] * 2
    assert world.backend.orders == {}
    assert {order for _, order in world.backend.calls} == {f"{job.id}-0", f"{job.id}-1"}


async def test_a_slow_order_is_asked_after_with_growing_pauses(world):
    world.backend.plays.append(Swaps(after_checks=5))
    job = await world.claimed()
    working = asyncio.create_task(work(world.app, job))
    for pause in (0.25, 0.5, 1, 2, 2):
        await world.clock.until_asleep(pause)
        world.clock.advance(pause)
    async with patience():
        await working
    assert (await world.look(job)).state is JobState.DONE
    assert world.clock.waits == []


async def test_the_state_shows_that_the_backend_has_it(world):
    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed()
    working = asyncio.create_task(work(world.app, job))
    await play.reached.wait()
    assert (await world.look(job)).state is JobState.PROCESSING
    play.released.set()
    await working
    assert (await world.look(job)).state is JobState.DONE


# Refusals


async def test_one_refused_picture_does_not_stop_the_others(world):
    job = await world.worked(world.ask(targets=(picture(0, "sea.png"), picture(1))))
    assert (job.state, job.held, job.charged) == (JobState.DONE, 2, 1)
    refused, made = job.outcome.pictures
    assert isinstance(refused.refusal, NoFace)
    assert refused.refusal.name == "sea.png"
    assert (refused.result, refused.swapped, made.swapped) == (None, (), (1,))
    assert world.backend.orders == {}


async def test_when_all_pictures_are_refused_the_first_reason_is_told(world):
    world.backend.plays += [Fails(FaceTooSmall("a.png", 12.0, 40.0)), Fails(NoFace())]
    job = await world.worked(world.ask(targets=(picture(1), picture(2))))
    await world.is_refunded_and_told(job, FaceTooSmall)
    assert job.error.width == 12.0


async def test_an_order_may_be_refused_at_once(world):
    world.backend.plays.append(Turns(NoFace()))
    await world.is_refunded_and_told(await world.worked(), NoFace)


async def test_an_id_deleted_meanwhile_is_refused(world):
    job = await world.claimed(world.ask(ids_text="bo,anna"))
    await world.identities.delete("member", "anna")
    await work(world.app, job)
    job = await world.look(job)
    await world.is_refunded_and_told(job, UnknownId)
    assert job.error.data() == {"name": "Anna", "nearest": "", "count": 1}
    assert world.backend.calls == [("cancel", f"{job.id}-0")]


async def test_a_template_that_does_not_open_is_refused(world):
    job = await world.claimed()
    other = StoredIdentities(world.stores.database, Cipher(bytes(32)))
    await work(world.app_with(identities=other), job)
    await world.is_refunded_and_told(await world.look(job), IdUnreadable)


async def test_a_picture_that_is_gone_ends_the_job(world):
    job = await world.claimed()
    await world.blobs.delete([job.request.targets[0].blob])
    await work(world.app, job)
    await world.is_refunded_and_told(await world.look(job), JobGone)


# One-shot sources


async def test_a_source_is_learnt_once_and_its_photo_erased(world):
    job = await world.worked(world.one_shot())
    (order,) = world.backend.taken
    assert [part.template.data for part in order.cast[0]] == [b"guest"]
    assert [[each.name for each in photos] for photos in world.enroller.photos] == [["guest.jpg"]]
    assert b"face of guest" not in world.stored()
    assert (job.state, job.charged) == (JobState.DONE, 1)


async def test_a_source_s_photo_is_gone_before_the_backend_is_asked(world):
    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed(world.one_shot())
    working = asyncio.create_task(work(world.app, job))
    await play.reached.wait()
    assert world.stored() == [b"picture of 1"]
    play.released.set()
    await working


async def test_a_repeated_attempt_uses_what_was_learnt(world):
    world.backend.plays.append(Turns(BackendDown()))
    job = await world.worked(world.one_shot())
    assert (await world.attempt(job)).state is JobState.DONE
    assert len(world.enroller.photos) == 1


async def test_a_source_nothing_can_be_learnt_from_is_refused_and_erased(world):
    world.enroller.errors.append(NoFace(name="guest.jpg"))
    job = await world.worked(world.one_shot())
    await world.is_refunded_and_told(job, NoFace)
    assert world.stored() == [b"picture of 1"]


async def test_a_source_whose_photo_and_template_are_gone_ends_the_job(world):
    job = await world.claimed(world.one_shot())
    await world.blobs.delete([job.request.source.blob])
    await work(world.app, job)
    await world.is_refunded_and_told(await world.look(job), JobGone)


# Attempts that come too late


async def test_an_attempt_superseded_before_it_began_is_silent(world):
    job = await world.claimed()
    await world.jobs.requeue_open(NOON)
    await work(world.app, job)
    assert (await world.look(job)).state is JobState.QUEUED
    assert (world.notifier.told, world.backend.calls) == ([], [])


async def test_a_one_shot_attempt_superseded_while_learning_is_silent(world):
    job = await world.claimed(world.one_shot())
    await world.jobs.requeue_open(NOON)
    await work(world.app, job)
    assert (await world.look(job)).state is JobState.QUEUED
    assert b"face of guest" in world.stored()


async def test_a_refusal_that_comes_too_late_erases_nothing(world):
    """The photo is still needed by the attempt that took over."""
    world.enroller.errors.append(NoFace())
    job = await world.claimed(world.one_shot())
    await world.jobs.requeue_open(NOON)
    await work(world.app, job)
    assert world.stored() == [b"face of guest", b"picture of 1"]
    assert (world.notifier.told, world.backend.calls) == ([], [])


@pytest.mark.parametrize(
    "end", [Swaps(), Fails(NoFace()), Fails(BackendLost())], ids=["done", "failed", "fault"]
)
async def test_a_late_attempt_changes_nothing_and_tells_nobody(world, end):
    """Another attempt takes the job over while the first one's order is at work."""
    play = Hangs()
    world.backend.plays.append(play)
    first = await world.claimed()
    working = asyncio.create_task(work(world.app, first))
    await play.reached.wait()
    await world.jobs.requeue_open(NOON)
    await world.jobs.claim(NOON)
    before = (await world.look(first), world.stored(), await world.spent())
    world.backend.orders[f"{first.id}-0"].play = end
    play.released.set()
    await working
    assert (await world.look(first), world.stored(), await world.spent()) == before
    assert (world.notifier.told, world.notifier.waits) == ([], [])


async def test_a_canceled_attempt_is_left_for_the_engine_to_hand_back(world):
    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed()
    working = asyncio.create_task(work(world.app, job))
    await play.reached.wait()
    working.cancel()
    with pytest.raises(asyncio.CancelledError):
        await working
    assert (await world.look(job)).state is JobState.PROCESSING
    assert world.clock.waits == []
    assert f"{job.id}-0" in world.backend.orders
