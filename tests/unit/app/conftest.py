"""An app of real stores and scripted neighbours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

import pytest

from faceswap.app import App, Rules
from faceswap.app.making import MakeAsk, make
from faceswap.app.swaps import Ask, Repeat, submit
from faceswap.app.worker import work
from faceswap.domain.caps import NO_CAPS
from faceswap.domain.errors import VisageError
from faceswap.domain.job import Job, JobState, Verb
from faceswap.domain.media import NamedBytes, PictureLimits
from tests.fakes.backend import ScriptedBackend
from tests.fakes.blobs import MemoryBlobs
from tests.fakes.clock import NOON, HandClock
from tests.fakes.enroller import ScriptedEnroller
from tests.fakes.job_engine import IdleEngine
from tests.fakes.media import animation, video
from tests.fakes.notifier import ListNotifier
from tests.fakes.surveyor import ScriptedSurveyor
from tests.stores import Stores, open_stores

FACE = b"face of "
RULES = Rules(caps=NO_CAPS, limits=PictureLimits(most_bytes=1000))


def picture(faces: int = 1, name: str = "party.png") -> NamedBytes:
    return NamedBytes(name, b"picture of %d" % faces)


def clip(faces: int = 1, seconds: int = 4, name: str = "dance.mp4") -> NamedBytes:
    return NamedBytes(name, video(faces, seconds))


def gif(faces: int = 1, frames: int = 20, name: str = "wave.gif") -> NamedBytes:
    return NamedBytes(name, animation(faces, frames))


def photo(name: str) -> NamedBytes:
    return NamedBytes(f"{name}.jpg", FACE + name.encode())


@dataclass
class World:
    """The app and, by their own names, the things it stands on."""

    stores: Stores
    clock: HandClock = field(default_factory=HandClock)
    backend: ScriptedBackend = field(default_factory=ScriptedBackend)
    enroller: ScriptedEnroller = field(default_factory=ScriptedEnroller)
    surveyor: ScriptedSurveyor = field(default_factory=ScriptedSurveyor)
    notifier: ListNotifier = field(default_factory=ListNotifier)
    engine: IdleEngine = field(default_factory=IdleEngine)
    rules: Rules = RULES
    keys: Callable[[], str] = field(default_factory=lambda: map("key {}".format, count()).__next__)

    def __post_init__(self):
        self.blobs = MemoryBlobs(self.clock)
        self.jobs = self.stores.jobs
        self.identities = self.stores.identities
        self.app = self.app_with()

    def app_with(self, **others) -> App:
        """Return an app in which some things are others."""
        ports = {
            "backend": self.backend,
            "enroller": self.enroller,
            "surveyor": self.surveyor,
            "health": self.backend,
            **self.stores.ports(),
            "blobs": self.blobs,
            "notifier": self.notifier,
            "clock": self.clock,
            "engine": self.engine,
            "rules": self.rules,
        }
        return App(**{**ports, **others})

    async def save(self, *names: str, owner: str = "member") -> None:
        """Save ids, each a little later than the one before."""
        for name in names:
            template = await self.enroller.enrol([photo(name)])
            await self.identities.save(owner, name, template, limit=99, now=self.clock.now())
            self.clock.advance(0.001)
        self.enroller.photos.clear()

    def ask(self, **more) -> Ask:
        values = {
            "verb": Verb.SWAPID,
            "owner": "member",
            "account": "account",
            "key": self.keys(),
            "address": "a token",
            "most_bytes": 10_000_000,
            "targets": (picture(),),
        }
        return Ask(**{**values, **more})

    def one_shot(self, **more) -> Ask:
        return self.ask(**{"verb": Verb.FACESWAP, "source": photo("guest"), **more})

    def portrait(self, prompt: str = "a knight in blue", **more) -> MakeAsk:
        values = {
            "verb": Verb.HEADSHOT,
            "owner": "member",
            "account": "account",
            "key": self.keys(),
            "address": "a token",
            "most_bytes": 10_000_000,
            "prompt": prompt,
        }
        return MakeAsk(**{**values, **more})

    def new_place(self, prompt: str = "a beach", **more) -> MakeAsk:
        values = {"verb": Verb.CHANGEBG, "prompt": prompt, "target": picture()}
        return self.portrait(**{**values, **more})

    def repeat(self, job: Job, **more) -> Repeat:
        values = {
            "job_id": job.id,
            "owner": "member",
            "account": "account",
            "key": self.keys(),
            "address": "another token",
            "most_bytes": 20_000_000,
        }
        return Repeat(**{**values, **more})

    async def claimed(self, ask: Ask | MakeAsk | None = None) -> Job:
        """Submit a swap and claim it."""
        if isinstance(ask, MakeAsk):
            submitted = await make(self.app, ask)
        else:
            submitted = await submit(self.app, ask or self.ask())
        job = await self.jobs.claim(self.clock.now())
        assert job is not None
        assert job.id == submitted.id
        return job

    async def worked(self, ask: Ask | MakeAsk | None = None) -> Job:
        """Submit a swap, work it, and return the job as it is then."""
        job = await self.claimed(ask)
        await work(self.app, job)
        return await self.look(job)

    async def attempt(self, job: Job) -> Job:
        """Move to when a job is due, work it once more, and return it."""
        self.clock.turn_to(await self.jobs.next_due())
        again = await self.jobs.claim(self.clock.now())
        assert again.id == job.id
        await work(self.app, again)
        return await self.look(job)

    async def look(self, job: Job) -> Job:
        found = await self.jobs.job(job.id)
        assert found is not None
        return found

    async def spent(self) -> int:
        return (await self.jobs.balance("account", allowance=50, now=self.clock.now())).spent

    async def is_refunded_and_told(self, job: Job, error: type[VisageError]) -> None:
        """Check that a job has failed with everybody in the state that they should be in."""
        assert (job.state, job.charged) == (JobState.FAILED, 0)
        assert type(job.error) is error
        assert await self.spent() == 0
        assert [told.id for told in self.notifier.told] == [job.id]
        assert job.answered
        assert self.backend.orders == {}

    def stored(self) -> list[bytes]:
        """Return what is in the blob store."""
        return sorted(data for _, data in self.blobs.stored.values())


@pytest.fixture
async def stores(tmp_path):
    async with open_stores(tmp_path / "visage.db") as opened:
        yield opened


@pytest.fixture
async def world(stores):
    made = World(stores)
    made.clock.advance(-3600)
    await made.save("Anna", "bo")
    made.clock.turn_to(NOON)
    return made
