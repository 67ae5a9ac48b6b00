"""Jobs, stores and engine together: ends that come once, whatever becomes of the process."""

import asyncio

import pytest

from faceswap.app import App, Rules
from faceswap.app.canceling import cancel
from faceswap.app.offers import accept
from faceswap.app.running import running
from faceswap.app.surveys import survey
from faceswap.app.swaps import Ask, submit
from faceswap.app.worker import work
from faceswap.domain.caps import NO_CAPS
from faceswap.domain.errors import BackendDown
from faceswap.domain.job import JobState, Verb
from faceswap.domain.media import NamedBytes
from faceswap.jobs.embedded import EmbeddedEngine
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher
from tests.fakes.backend import ScriptedBackend
from tests.fakes.clock import NOON, HandClock
from tests.fakes.enroller import ScriptedEnroller
from tests.fakes.media import video
from tests.fakes.notifier import ListNotifier
from tests.fakes.plays import Hangs, Renders, Turns
from tests.fakes.surveyor import ScriptedSurveyor
from tests.stores import KEY, open_stores


class House:
    """What outlives a process: files, the backend, the people outside and the time."""

    def __init__(self, folder):
        self.folder = folder
        self.clock = HandClock()
        self.backend = ScriptedBackend()
        self.enroller = ScriptedEnroller()
        self.surveyor = ScriptedSurveyor()
        self.notifier = ListNotifier()

    def process(self):
        return open_stores(self.folder / "visage.db")

    def app(self, stores):
        return App(
            backend=self.backend,
            enroller=self.enroller,
            surveyor=self.surveyor,
            health=self.backend,
            **stores.ports(),
            blobs=FileBlobs(self.folder / "blobs", Cipher(KEY), self.clock),
            notifier=self.notifier,
            clock=self.clock,
            engine=EmbeddedEngine(stores.jobs, self.clock, slots=2),
            rules=Rules(caps=NO_CAPS),
        )

    def blobs(self):
        return [path for path in (self.folder / "blobs").rglob("*") if path.is_file()]


@pytest.fixture
def house(tmp_path):
    return House(tmp_path)


def ask(key="key", target=b"picture of 1"):
    return Ask(
        verb=Verb.FACESWAP,
        owner="member",
        account="account",
        key=key,
        address="a token",
        most_bytes=1_000_000,
        targets=(NamedBytes("party.png", target),),
        source=NamedBytes("guest.jpg", b"face of guest"),
    )


async def is_done_once(stores, notifier, job):
    done = await stores.jobs.job(job.id)
    assert (done.state, done.charged, done.answered) == (JobState.DONE, 1, True)
    assert [told.id for told in notifier.told] == [job.id]
    assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 1
    return done


async def test_a_swap_from_press_to_picture(house):
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            job = await submit(app, ask())
            await house.notifier.until_told(1)
        done = await is_done_once(stores, house.notifier, job)
        made = done.outcome.pictures[0].result
        assert await app.blobs.get(made.blob) == b"swapped picture of 1"
    assert house.clock.waits == []


async def test_a_fault_is_waited_out(house):
    house.backend.plays.append(Turns(BackendDown()))
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            job = await submit(app, ask())
            await house.clock.until(lambda waits: 1.0 in waits)
            house.clock.advance(1)
            await house.notifier.until_told(1)
        assert (await is_done_once(stores, house.notifier, job)).attempt == 2


async def test_a_process_that_stops_hands_its_job_to_the_next(house):
    play = Hangs()
    house.backend.plays.append(play)
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app, grace=0):
            job = await submit(app, ask())
            await play.reached.wait()
        assert (await stores.jobs.job(job.id)).state is JobState.QUEUED
    play.released.set()
    async with house.process() as stores:
        async with running(house.app(stores)):
            await house.notifier.until_told(1)
        assert (await is_done_once(stores, house.notifier, job)).attempt == 2
    assert [name for name, _ in house.backend.calls].count("submit") == 2
    assert len(house.backend.taken) == 1


async def test_a_process_that_dies_leaves_its_job_to_the_next(house):
    """The store is closed under the worker, as far as one process can die within another."""
    play = Hangs()
    house.backend.plays.append(play)
    async with house.process() as stores:
        app = house.app(stores)
        job = await submit(app, ask())
        claimed = await stores.jobs.claim(NOON)
        dying = asyncio.create_task(work(app, claimed))
        await play.reached.wait()
        assert (await stores.jobs.job(job.id)).state is JobState.PROCESSING
    async with house.process() as stores:
        play.released.set()
        async with running(house.app(stores)):
            await house.notifier.until_told(1)
        await is_done_once(stores, house.notifier, job)
        assert len(house.blobs()) == 3
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)


async def test_an_end_that_was_not_told_is_told_by_the_next_process(house):
    play = Hangs()
    house.notifier.deliveries.append(play)
    async with house.process() as stores:
        app = house.app(stores)

        async def live():
            async with running(app, grace=0):
                job = await submit(app, ask())
                await play.reached.wait()
            return job

        living = asyncio.create_task(live())
        await house.clock.until_asleep(5)
        house.clock.advance(5)
        job = await living
        assert (await stores.jobs.job(job.id)).state is JobState.DONE
        assert house.notifier.told == []
    async with house.process() as stores:
        async with running(house.app(stores)):
            await house.notifier.until_told(1)
        await is_done_once(stores, house.notifier, job)


async def test_many_swaps_of_many_members_all_end_once(house):
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            jobs = await asyncio.gather(*(submit(app, ask(f"key {n % 20}")) for n in range(40)))
            await house.notifier.until_told(20)
        assert len({job.id for job in jobs}) == 20
        assert sorted(told.id for told in house.notifier.told) == sorted({job.id for job in jobs})
        assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 20


# Clips


async def test_an_offer_outlives_the_process(house):
    """So do who is seen in it, and the photo of the face."""
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            offer = await submit(app, ask(target=video(2, seconds=20)))
            seen = await survey(app, offer.id, "member")
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            assert await stores.jobs.job(offer.id) == offer
            assert await survey(app, offer.id, "member") == seen
            for _ in range(2):
                await accept(app, offer.id, "member", ids_text="_,*")
            await house.notifier.until_told(1)
        done = await stores.jobs.job(offer.id)
        assert (done.state, done.outcome.pictures[0].swapped) == (JobState.DONE, (2,))
        assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 20
    assert len(house.surveyor.surveyed) == 1
    assert [told.id for told in house.notifier.told] == [offer.id]


async def test_an_acceptance_outlives_the_process(house):
    """The process ends before the clip has been begun."""
    async with house.process() as stores:
        app = house.app(stores)
        offer = await submit(app, ask(target=video(seconds=20)))
        await accept(app, offer.id, "member")
    async with house.process() as stores:
        async with running(house.app(stores)):
            await house.notifier.until_told(1)
        assert (await stores.jobs.job(offer.id)).charged == 20
        assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 20


async def test_a_cancelation_outlives_the_process(house):
    """The process ends before the asker has been told and before the backend has stopped."""
    house.backend.plays.append(Renders([20]))
    telling = Hangs()
    house.notifier.deliveries.append(telling)
    async with house.process() as stores:
        app = house.app(stores)

        async def live():
            async with running(app, grace=0):
                job = await submit(app, ask(target=video(seconds=4)))
                await house.clock.until_asleep(0.5)
                canceling = asyncio.create_task(cancel(app, job.id, "member"))
                await telling.reached.wait()
                canceling.cancel()
                await asyncio.gather(canceling, return_exceptions=True)
            return job

        living = asyncio.create_task(live())
        await house.clock.until_asleep(5)
        house.clock.advance(5)
        job = await living
        assert house.notifier.told == []
    async with house.process() as stores:
        async with running(house.app(stores)):
            await house.notifier.until_told(1)
        canceled = await stores.jobs.job(job.id)
        assert (canceled.state, canceled.charged, canceled.answered) == (
            JobState.CANCELED,
            2,
            True,
        )
        assert (await stores.jobs.balance("account", allowance=50, now=NOON)).spent == 2
    assert [told.id for told in house.notifier.told] == [job.id]


async def test_a_clip_at_work_keeps_no_still_waiting(house):
    play = Hangs()
    house.backend.plays.append(play)
    async with house.process() as stores:
        app = house.app(stores)
        async with running(app):
            film = await submit(app, ask(target=video(seconds=4)))
            await play.reached.wait()
            waiting = await submit(app, ask("another", target=video(seconds=4)))
            still = await submit(app, ask("a still"))
            await house.notifier.until_told(1)
            assert [told.id for told in house.notifier.told] == [still.id]
            house.backend.orders[f"{film.id}-0"].play = Renders()
            play.released.set()
            await house.notifier.until_told(3)
    assert [told.id for told in house.notifier.told[1:]] == [film.id, waiting.id]
