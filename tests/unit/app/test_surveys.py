"""Who is seen in a clip, before it is paid for."""

import asyncio

import pytest

from faceswap.app.offers import decline
from faceswap.app.surveys import survey
from faceswap.app.swaps import forget_result, submit
from faceswap.domain.errors import (
    BackendDown,
    BrokenClip,
    JobGone,
    NoFrames,
    NotYours,
    TookTooLong,
)
from faceswap.domain.job import JobState
from tests.fakes.media import facts_in
from tests.fakes.patience import patience
from tests.fakes.plays import Hangs
from tests.unit.app.conftest import clip, picture


async def offered(world, **more):
    return await submit(world.app, world.ask(**{"targets": (clip(2, seconds=20),), **more}))


async def test_a_clip_s_faces_are_seen(world):
    job = await offered(world)
    seen = await survey(world.app, job.id, "member")
    assert seen.facts == facts_in(clip(2, seconds=20).data)
    assert [face.number for face in seen.faces] == [1, 2]
    assert [(each.first, each.last) for each in seen.appearances] == [(0.0, 20.0)] * 2
    assert seen.numbered.data == b"numbered clip"
    assert (await world.look(job), await world.spent()) == (job, 0)


async def test_a_clip_is_looked_at_once(world):
    job = await offered(world)
    first = await survey(world.app, job.id, "member")
    assert await survey(world.app, job.id, "member") == first
    assert world.surveyor.surveyed == ["dance.mp4"]


async def test_a_clip_is_looked_at_again_when_the_picture_of_it_is_lost(world):
    job = await offered(world)
    await survey(world.app, job.id, "member")
    await world.blobs.delete([(await world.jobs.survey(job.id)).numbered.blob])
    assert (await survey(world.app, job.id, "member")).numbered.data == b"numbered clip"
    assert len(world.surveyor.surveyed) == 2


async def test_the_first_clip_is_looked_at(world):
    job = await offered(world, targets=(picture(), clip(seconds=20), clip(name="second.mp4")))
    await survey(world.app, job.id, "member")
    assert world.surveyor.surveyed == ["dance.mp4"]


async def test_a_clip_that_is_done_can_be_looked_at(world):
    job = await world.worked(world.ask(targets=(clip(3),)))
    assert len((await survey(world.app, job.id, "member")).faces) == 3


@pytest.mark.parametrize(
    ("job_id", "owner", "error"),
    [(None, "somebody else", NotYours), ("never there", "member", JobGone)],
)
async def test_only_who_asked_can_look(world, job_id, owner, error):
    job = await offered(world)
    with pytest.raises(error):
        await survey(world.app, job_id or job.id, owner)
    assert world.surveyor.surveyed == []


async def test_stills_are_not_looked_through(world):
    job = await submit(world.app, world.ask())
    with pytest.raises(NoFrames):
        await survey(world.app, job.id, "member")


async def test_what_is_forgotten_takes_the_picture_along(world):
    job = await world.worked(world.ask(targets=(clip(),)))
    await survey(world.app, job.id, "member")
    await forget_result(world.app, job.id)
    assert world.stored() == []


@pytest.mark.parametrize("error", [BackendDown(), BrokenClip(name="dance.mp4")])
async def test_who_cannot_look_says_so(world, error):
    job = await offered(world)
    world.surveyor.errors.append(error)
    with pytest.raises(type(error)):
        await survey(world.app, job.id, "member")
    assert (await survey(world.app, job.id, "member")).faces


async def test_nobody_waits_for_ever(world):
    job = await offered(world)
    world.surveyor.hangs = Hangs()
    looking = asyncio.create_task(survey(world.app, job.id, "member"))
    await world.surveyor.hangs.reached.wait()
    await world.clock.until_asleep(120)
    world.clock.advance(120)
    with pytest.raises(TookTooLong):
        await looking
    world.surveyor.hangs = None
    assert (await survey(world.app, job.id, "member")).faces


class Asked:
    """Jobs that tell how often it has been asked what is known of a clip."""

    def __init__(self, jobs):
        self._jobs = jobs
        self.count = 0
        self._news = asyncio.Event()

    def __getattr__(self, name):
        return getattr(self._jobs, name)

    async def survey(self, job_id):
        known = await self._jobs.survey(job_id)
        self.count += 1
        self._news.set()
        return known

    async def until(self, count):
        async with patience():
            while self.count < count:
                self._news.clear()
                await self._news.wait()
        for _ in range(20):
            await asyncio.sleep(0)


async def test_two_are_looked_through_at_once_and_one_of_a_member(world):
    owners = ["a", "b", "c", "d"]
    for owner in owners:
        await world.save("me", owner=owner)
    jobs = [await offered(world, owner=owner, ids_text="me") for owner in [*owners, "a", "b"]]
    play = world.surveyor.hangs = Hangs()
    asked = Asked(world.jobs)
    app = world.app_with(jobs=asked)
    looking = [asyncio.create_task(survey(app, job.id, job.owner)) for job in jobs]
    await asked.until(len(owners))
    assert (asked.count, world.surveyor.at_once) == (len(owners), 2)
    play.released.set()
    async with patience():
        assert len(await asyncio.gather(*looking)) == 6
    assert world.surveyor.most_at_once == 2
    assert len(app.surveys.members) == 0


async def test_a_member_looks_at_one_clip_at_a_time(world):
    jobs = [await offered(world) for _ in range(3)]
    play = world.surveyor.hangs = Hangs()
    looking = [asyncio.create_task(survey(world.app, job.id, "member")) for job in jobs]
    await play.reached.wait()
    play.released.set()
    async with patience():
        await asyncio.gather(*looking)
    assert world.surveyor.most_at_once == 1


async def test_the_same_clip_at_once_is_looked_at_once(world):
    job = await offered(world)
    async with patience():
        await asyncio.gather(*(survey(world.app, job.id, "member") for _ in range(5)))
    assert len(world.surveyor.surveyed) == 1


async def test_what_was_seen_of_an_offer_that_is_gone_is_not_kept(world):
    job = await offered(world)
    play = world.surveyor.hangs = Hangs()
    looking = asyncio.create_task(survey(world.app, job.id, "member"))
    await play.reached.wait()
    await decline(world.app, job.id, "member")
    play.released.set()
    async with patience():
        await looking
    assert (await world.look(job)).state is JobState.CANCELED
    assert world.stored() == []
