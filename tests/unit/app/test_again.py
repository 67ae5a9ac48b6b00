import pytest

from faceswap.app.swaps import again, forget_result, submit
from faceswap.app.worker import work
from faceswap.domain.errors import (
    BackendDown,
    BadIdName,
    JobGone,
    NoFace,
    NotEnoughCredits,
    NotYours,
    UnknownFlags,
    UnknownId,
)
from faceswap.domain.job import JobState, Verb
from tests.fakes.plays import Fails
from tests.unit.app.conftest import picture


async def run_again(world, job, **more):
    """Ask for a job again, work it and return it as it is then."""
    new = await again(world.app, world.repeat(job, **more))
    claimed = await world.jobs.claim(world.clock.now())
    assert claimed.id == new.id
    await work(world.app, claimed)
    return await world.look(new)


async def test_the_same_is_done_again_on_the_same_pictures(world):
    job = await world.worked(
        world.ask(ids_text="anna,bo", options_text="-m", targets=(picture(2),))
    )
    before = set(world.blobs.stored)
    new = await again(world.app, world.repeat(job))
    assert new.id != job.id
    assert set(world.blobs.stored) == before
    assert new.request.targets == job.request.targets
    assert (new.request.ids, new.request.options) == (job.request.ids, job.request.options)
    assert (new.address, new.request.most_bytes) == ("another token", 20_000_000)
    assert new.request.verb is job.request.verb
    assert (new.held, await world.spent(), world.engine.wakes) == (2, 4, 2)


async def test_a_job_done_again_comes_to_an_end_of_its_own(world):
    job = await world.worked()
    new = await run_again(world, job)
    assert new.state is JobState.DONE
    assert [told.id for told in world.notifier.told] == [job.id, new.id]


@pytest.mark.parametrize(
    ("ids_text", "ids", "options", "held"),
    [
        ("BO", "bo", "-m", 1),
        ("_,anna+bo -f", "_,Anna+bo", "-m -f", 1),
        ("anna,bo", "Anna,bo", "-m", 2),
        ("-s", "Anna", "-m -s", 1),
    ],
)
async def test_it_can_be_done_with_others(world, ids_text, ids, options, held):
    job = await world.worked(world.ask(ids_text="anna -m"))
    new = await again(world.app, world.repeat(job, ids_text=ids_text))
    assert (str(new.request.ids), str(new.request.options), new.held) == (ids, options, held)


async def test_a_one_shot_swap_is_done_again_without_its_photo(world):
    job = await world.worked(world.one_shot())
    assert b"face of guest" not in world.stored()
    new = await run_again(world, job)
    assert (new.state, new.request.verb) == (JobState.DONE, Verb.FACESWAP)
    assert len(world.enroller.photos) == 1
    assert [
        casting[0].template.data for order in world.backend.taken for casting in order.cast
    ] == [
        b"guest",
        b"guest",
    ]


async def test_a_one_shot_swap_done_again_can_be_done_again(world):
    job = await world.worked(world.one_shot())
    second = await run_again(world, job)
    await forget_result(world.app, job.id)
    third = await run_again(world, second)
    assert third.state is JobState.DONE
    assert len(world.enroller.photos) == 1


async def test_a_source_can_be_placed_on_another_face(world):
    job = await world.worked(world.one_shot(targets=(picture(3),)))
    new = await run_again(world, job, ids_text="_,anna,*")
    assert new.outcome.pictures[0].swapped == (2, 3)
    left, middle, right = world.backend.taken[-1].cast
    assert left is None
    assert (middle[0].template.data, right[0].template.data) == (b"Anna", b"guest")
    assert (await again(world.app, world.repeat(new))).request.ids == new.request.ids


async def test_a_one_shot_swap_with_saved_ids_is_one_no_more(world):
    job = await world.worked(world.one_shot())
    new = await run_again(world, job, ids_text="anna")
    assert (new.request.source, new.request.verb) == (None, Verb.SWAPID)
    assert await world.jobs.template(new.id) is None
    assert new.state is JobState.DONE


async def test_a_source_that_was_never_learnt_is_gone(world):
    world.enroller.errors.append(NoFace(name="guest.jpg"))
    job = await world.worked(world.one_shot())
    assert job.state is JobState.FAILED
    with pytest.raises(JobGone):
        await again(world.app, world.repeat(job))
    assert (await again(world.app, world.repeat(job, ids_text="anna"))).state is JobState.QUEUED


async def test_a_failed_job_can_be_done_again(world):
    world.backend.plays.append(Fails(NoFace()))
    job = await world.worked()
    assert job.state is JobState.FAILED
    assert (await run_again(world, job)).state is JobState.DONE


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"owner": "somebody else"}, NotYours),
        ({"job_id": "never there"}, JobGone),
        ({"ids_text": "ana"}, UnknownId),
        ({"ids_text": "*"}, BadIdName),
        ({"ids_text": "-x"}, UnknownFlags),
    ],
)
async def test_what_cannot_be_done_again_holds_nothing(world, change, error):
    job = await world.worked()
    before = await world.spent()
    with pytest.raises(error):
        await again(world.app, world.repeat(job, **change))
    assert await world.spent() == before
    assert await world.jobs.next_due() is None


async def test_an_id_deleted_since_is_refused(world):
    job = await world.worked(world.ask(ids_text="anna"))
    await world.identities.delete("member", "anna")
    with pytest.raises(UnknownId):
        await again(world.app, world.repeat(job))


async def test_a_day_s_allowance_ends(world):
    job = await world.worked(world.ask(ids_text="_,anna"))
    for _ in range(50):
        await again(world.app, world.repeat(job))
    with pytest.raises(NotEnoughCredits):
        await again(world.app, world.repeat(job))


async def test_the_same_press_is_one_job(world):
    job = await world.worked()
    press = world.repeat(job)
    first = await again(world.app, press)
    await forget_result(world.app, job.id)
    assert (await again(world.app, press)).id == first.id


async def test_a_forgotten_result_is_gone_with_its_pictures(world):
    job = await world.worked(world.one_shot(targets=(picture(2),)))
    assert world.stored()
    await forget_result(world.app, job.id)
    assert world.stored() == []
    assert (await world.look(job)).state is JobState.EXPIRED
    assert await world.spent() == 1
    with pytest.raises(JobGone):
        await again(world.app, world.repeat(job))


async def test_forgetting_leaves_what_another_job_needs(world):
    job = await world.worked()
    new = await again(world.app, world.repeat(job))
    await forget_result(world.app, job.id)
    assert list(world.blobs.stored) == [new.request.targets[0].blob]


async def test_an_unknown_result_cannot_be_forgotten(world):
    with pytest.raises(JobGone):
        await forget_result(world.app, "never there")


async def test_a_job_that_is_not_over_is_not_forgotten(world):
    job = await submit(world.app, world.ask())
    await forget_result(world.app, job.id)
    assert (await world.look(job), len(world.stored())) == (job, 1)


async def test_a_held_one_shot_job_keeps_its_photo_for_the_next_attempt(world):
    world.enroller.errors.append(BackendDown())
    job = await world.worked(world.one_shot())
    assert (job.state, world.stored()) == (
        JobState.QUEUED,
        [b"face of guest", b"picture of 1"],
    )
    assert (await world.attempt(job)).state is JobState.DONE
    assert b"face of guest" not in world.stored()
