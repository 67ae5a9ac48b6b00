"""A server with two members, the bot in it, and what stands behind the bot."""

from __future__ import annotations

import asyncio
import io
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image
from structlog.testing import capture_logs

from bot.run import GRACE, run
from faceswap.apis.native.wire import condition_from
from faceswap.app import App, Rules
from faceswap.app.credits import balance
from faceswap.app.measuring import Unmeasured
from faceswap.domain.face import Template
from faceswap.domain.job import Job
from faceswap.domain.media import NamedBytes
from faceswap.jobs.embedded import EmbeddedEngine
from faceswap.metrics.meter import PrometheusMeter
from faceswap.ports import Condition, Listing, Notifier, Order, PlaceOrder, SwapOrder
from faceswap.settings import Settings
from faceswap.sidecar.desk import Bounds, Desk
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.census import StoredCensus
from faceswap.storage.cipher import Cipher
from faceswap.storage.database import Database
from faceswap.storage.links import SignedLinks
from playground import Asked, Person, Playground, Room, Seen, Upload
from tests.fakes.backend import ScriptedBackend
from tests.fakes.clock import HandClock
from tests.fakes.patience import patience
from tests.sidecar.engine import FakeEngine, FakeStudio, gif, png, studio
from tests.stores import KEY, open_stores


class PictureMaker(ScriptedBackend):
    """Makes real, small pictures of whatever words it is given."""

    async def fetch(self, swap_id):
        result = await super().fetch(swap_id)
        before = result.before and replace(result.before, data=png(1).data, media_type="image/png")
        data = png(1, result.made.seed % 200).data
        shown = replace(result.result, data=data, media_type="image/png")
        return replace(result, result=shown, before=before)

    async def submit(self, swap_id, order):
        if isinstance(order, PlaceOrder):
            pixel = Image.open(io.BytesIO(order.target.data)).getpixel((0, 0))
            order = replace(order, target=NamedBytes("", b"picture of %d" % pixel[0]))
        await super().submit(swap_id, order)


class Moody:
    """A desk that raises what it was given to raise, for each order and each photo to learn."""

    def __init__(self) -> None:
        self.desk: Desk
        self.on_swap: deque[Exception] = deque()
        self.on_enrol: deque[Exception] = deque()
        self.on_survey: deque[Exception] = deque()
        self.on_health: deque[Exception | Condition] = deque()
        self.orders: list[Order] = []
        self.maker = PictureMaker()

    async def submit(self, swap_id, order) -> None:
        if self.on_swap:
            raise self.on_swap.popleft()
        self.orders.append(order)
        await self._of(order).submit(swap_id, order)

    async def check(self, swap_id, wait=0.0):
        return await self._with(swap_id).check(swap_id, wait)

    async def fetch(self, swap_id):
        return await self._with(swap_id).fetch(swap_id)

    async def glimpse(self, swap_id):
        return await self._with(swap_id).glimpse(swap_id)

    async def cancel(self, swap_id) -> None:
        await self._with(swap_id).cancel(swap_id)

    def _of(self, order):
        return self.desk if isinstance(order, SwapOrder) else self.maker

    def _with(self, swap_id):
        return self.maker if swap_id in self.maker.orders else self.desk

    async def enrol(self, photos) -> Template:
        if self.on_enrol:
            raise self.on_enrol.popleft()
        return await self.desk.enrol(photos)

    async def survey(self, clip):
        if self.on_survey:
            raise self.on_survey.popleft()
        return await self.desk.survey(clip)

    async def condition(self) -> Condition:
        if self.on_health:
            return _played(self.on_health.popleft())
        return condition_from(self.desk.health())

    def __getattr__(self, name):
        return getattr(self.desk, name)


def _played(play: Exception | Condition) -> Condition:
    if isinstance(play, Exception):
        raise play
    return play


@dataclass
class Stage:
    """Everything by its name; the bot is started by `start`, and again after `stop`."""

    discord: Playground
    data: Path
    clock: HandClock = field(default_factory=HandClock)
    engine: FakeEngine = field(default_factory=FakeEngine)
    studio: FakeStudio = field(init=False)
    backend: Moody = field(default_factory=Moody)
    rules: Rules = field(default_factory=Rules)
    app: App = field(init=False)
    database: Database = field(init=False)
    expects_errors: bool = False
    metrics_port: int = 0
    gateway_port: int = 0
    lines: list[dict] = field(init=False)

    def __post_init__(self):
        self.guild = self.discord.add_guild("Film club")
        self.room = self.guild.add_channel("pictures")
        self.anna = self.discord.add_user("Anna")
        self.ben = self.discord.add_user("Ben")
        self.guild.add_member(self.anna)
        self.guild.add_member(self.ben)
        self.discord.install_bot(self.guild)
        self.data.mkdir(mode=0o700)
        key = self.data / "secret.key"
        key.touch(0o600)
        key.write_text(KEY.hex())
        self.studio = studio(self.engine, self.rules.limits.most_bytes)
        self._stop = asyncio.Event()
        self._running: asyncio.Task[None] | None = None
        self._log = capture_logs()
        self.lines = self._log.__enter__()

    @property
    def gateway_url(self) -> str:
        return f"http://127.0.0.1:{self.gateway_port}" if self.gateway_port else ""

    # The bot

    async def start(self) -> None:
        """Start the bot and wait until it is connected."""
        self._stop.clear()
        settings = Settings(
            discord_token=self.discord.token,
            data=self.data,
            metrics_port=self.metrics_port,
            gateway_port=self.gateway_port,
            gateway_url=self.gateway_url,
        )
        bot = run(settings, self._stop, connector=self.discord.connector(), opening=self._open)
        self._running = asyncio.create_task(bot)
        ready = asyncio.create_task(self.discord.ready())
        await asyncio.wait({self._running, ready}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()
        await ready

    async def stop(self) -> None:
        """Stop the bot as a signal does."""
        self._stop.set()
        await self._end()

    async def kill(self) -> None:
        """End the bot without a chance to finish anything."""
        assert self._running is not None
        self._running.cancel()
        with suppress(asyncio.CancelledError):
            await self._end()

    async def _end(self) -> None:
        """See the bot end; a job that does not has had its time at once."""
        if self._running is None:
            return
        hurry = asyncio.create_task(self._let_grace_pass())
        try:
            await asyncio.wait({self._running})
            self._running.result()
        finally:
            hurry.cancel()
            self._running = None
            await self.discord.gone()

    async def _let_grace_pass(self) -> None:
        await self.clock.until_asleep(GRACE)
        self.clock.advance(GRACE)

    async def close(self) -> None:
        self.engine.gate.set()
        self.studio.gate.set()
        await self.stop()
        self._log.__exit__(None, None, None)

    def check(self) -> None:
        """Nothing went wrong unseen, and nothing secret was logged."""
        errors = [line for line in self.lines if line["log_level"] == "error"]
        assert self.expects_errors or errors == []
        told = repr(self.lines)
        secrets = [self.discord.token, *self.discord.world.interactions]
        assert [secret for secret in secrets if secret in told] == []

    @asynccontextmanager
    async def _open(self, _: Settings, notifier: Notifier) -> AsyncGenerator[App]:
        async with open_stores(self.data / "visage.db") as stores, self._desk() as desk:
            self.backend.desk = desk
            self.database = stores.database
            self.app = App(
                backend=self.backend,
                enroller=self.backend,
                surveyor=self.backend,
                health=self.backend,
                **stores.ports(),
                blobs=FileBlobs(self.data / "pictures", Cipher(KEY), self.clock),
                notifier=notifier,
                clock=self.clock,
                engine=EmbeddedEngine(stores.jobs, self.clock, slots=2),
                rules=self.rules,
                meter=PrometheusMeter(StoredCensus(stores.database), self.backend)
                if self.metrics_port
                else Unmeasured(),
                links=SignedLinks(Cipher(KEY), self.gateway_url) if self.gateway_port else None,
            )
            yield self.app

    @asynccontextmanager
    async def _desk(self) -> AsyncGenerator[Desk]:
        desk = Desk(Bounds(), "1.2.3")
        await desk.open(lambda: self.studio)
        try:
            yield desk
        finally:
            # What still runs ends unheard.
            await desk.close(0.0)

    # What people do

    async def save(self, *names: str, who: Person | None = None, room: Room | None = None) -> None:
        """Save ids."""
        for name in names:
            image = photo(name)
            asked = await (who or self.anna).slash(
                room or self.room, "saveid", idname=name, image=image
            )
            await asked.until(lambda seen: "current id" in seen.text)
            self.clock.advance(0.001)

    async def swap(self, faces: int = 1, ids: str = "me", **more) -> Asked:
        """Ask for a swap."""
        who = more.pop("who", self.anna)
        room = more.pop("room", self.room)
        options = {"idname": ids, "image": picture(faces), **more}
        return await who.slash(room, "swapid", **options)

    async def headshot(self, prompt: str = "me, a knight in blue", **more) -> Asked:
        """Ask for a portrait."""
        who, room = more.pop("who", self.anna), more.pop("room", self.room)
        return await who.slash(room, "headshot", prompt=prompt, **more)

    async def new_place(self, words: str = "a beach", faces: int = 1, **more) -> Asked:
        """Ask for people to be put elsewhere."""
        options = {"image": picture(faces), "a_background_photo_of": words, **more}
        options = {name: value for name, value in options.items() if value}
        return await self.anna.slash(self.room, "changebg", **options)

    async def swapped(self, faces: int = 1, ids: str = "me", **more) -> Seen:
        """Ask for a swap and return its result."""
        return await (await self.swap(faces, ids, **more)).until(is_result)

    # What there is to be seen behind

    async def spent(self, who: Person | None = None, place: object = None) -> int:
        """Return the credits that a member has spent, held ones included."""
        account = f"discord:{place or self.guild.id}:{(who or self.anna).id}"
        return (await balance(self.app, account)).spent

    async def job(self, seen: Seen) -> Job:
        """Return the job of a result."""
        job = await self.app.jobs.job(job_id(seen))
        assert job is not None
        return job

    async def until_job(self, is_so: Callable[[Job], bool]) -> Job:
        """Wait until the newest job is as told."""
        async with patience():
            while True:
                for job in await self.app.lists.page(Listing(), skip=0, most=1):
                    if is_so(job):
                        return job

    async def asked_job(self, asked: Asked) -> Job:
        """Wait until the newest job is the one that was asked for, and return it."""
        return await self.until_job(lambda job: job.key == str(asked.interaction.id))

    def blobs(self) -> list[Path]:
        """Return the files that pictures are stored in."""
        return [path for path in (self.data / "pictures").rglob("*") if path.is_file()]

    def requests(self, method: str, part: str) -> list:
        """Return the requests of the bot that match."""
        return [
            each
            for each in self.discord.exchanges
            if each.method == method and part in (each.route or each.path)
        ]


def job_id(seen: Seen) -> str:
    return next(each.custom_id for each in seen.buttons if each.label == "Delete").split(":")[1]


def is_result(seen: Seen) -> bool:
    return bool(seen.pictures)


def says(*words: str) -> Callable[[Seen], bool]:
    return lambda seen: all(word in seen.text for word in words)


def picture(faces: int = 1, name: str = "party.png", mark: int = 0) -> Upload:
    return Upload(name, png(faces, mark).data)


def clip(faces: int = 1, frames: int = 20, name: str = "dance.gif") -> Upload:
    return Upload(name, gif(faces, frames).data)


def photo(name: str) -> Upload:
    return Upload(f"{name}.png", png(1, len(name)).data)
