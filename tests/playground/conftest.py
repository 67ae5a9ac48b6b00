"""A small Discord with two people, and discord.py clients to run in it."""

import asyncio
import contextlib
import io
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass

import aiohttp
import pytest
from PIL import Image

from playground import Person, Playground, Room, Server
from tests.discord_schema import available, check_exchanges

with warnings.catch_warnings():
    # discord.py imports a module that Python 3.13 drops.
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord
    from discord import app_commands


class Queue(asyncio.Queue):
    """A queue on which nobody waits for ever."""

    async def get(self):
        async with asyncio.timeout(10):
            return await super().get()


class Bot(discord.Client):
    """A client with a command tree; it remembers what went wrong in its handlers."""

    def __init__(self, *, connector, intents):
        super().__init__(connector=connector, intents=intents, guild_ready_timeout=0.02)
        self.tree = app_commands.CommandTree(self)
        self.problems = []
        self.ready = asyncio.Event()
        self.heard = Queue()
        self.failures = Queue()

        @self.tree.error
        async def failed(_, error):
            self.problems.append(getattr(error, "original", error))
            self.failures.put_nowait(self.problems[-1])

    async def setup_hook(self):
        await self.tree.sync()

    async def before_identify_hook(self, shard_id, *, initial=False):
        """Skip the five seconds before every identify but the first."""

    async def on_ready(self):
        self.ready.set()

    async def on_resumed(self):
        self.heard.put_nowait("resumed")

    async def on_error(self, event_method, /, *args, **kwargs):
        raise


@dataclass
class Stage:
    """The playground, one server with one channel, and two members."""

    discord: Playground
    guild: Server
    room: Room
    anna: Person
    ben: Person
    sends_nonsense: bool = False
    fails: bool = False


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with Playground() as place:
        guild = place.add_guild("Film club")
        room = guild.add_channel("pictures")
        anna = place.add_user("Anna", locale="de")
        ben = place.add_user("Ben")
        guild.add_member(anna)
        guild.add_member(ben)
        place.install_bot(guild)
        made = Stage(place, guild, room, anna, ben)
        yield made
    if available():
        lines = check_exchanges(place.exchanges)
        assert [one for one in lines if not (made.sends_nonsense and one[:7] == "request")] == []


Setup = Callable[[Bot], None]
Start = Callable[..., Awaitable[Bot]]


@pytest.fixture
async def start(stage) -> AsyncIterator[Start]:
    """Start a client whose commands `setup` adds; everything is closed at the end."""
    running = []

    async def begin(setup: Setup, *, intents=None, kind=Bot) -> Bot:
        intents = intents or discord.Intents(guilds=True)
        bot = kind(connector=stage.discord.connector(), intents=intents)
        setup(bot)
        task = asyncio.create_task(bot.start(stage.discord.token))
        running.append((bot, task))
        waiting = asyncio.create_task(bot.ready.wait())
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED, timeout=20)
        waiting.cancel()
        if task.done():
            task.result()
        await stage.discord.ready(timeout=20)
        return bot

    yield begin
    for bot, task in running:
        await bot.close()
        with contextlib.suppress(discord.PrivilegedIntentsRequired):
            await task
    if not stage.fails:
        assert [problem for bot, _ in running for problem in bot.problems] == []


@pytest.fixture
def png() -> Callable[..., bytes]:
    def make(color: str = "tomato", size: tuple[int, int] = (32, 24)) -> bytes:
        buffer = io.BytesIO()
        Image.new("RGB", size, color).save(buffer, "PNG")
        return buffer.getvalue()

    return make


@pytest.fixture
async def session(stage):
    """A plain HTTP session that can reach the playground only."""
    async with aiohttp.ClientSession(connector=stage.discord.connector()) as made:
        yield made


@pytest.fixture
def rest(stage, session):
    """Call the REST API by hand: status, JSON and headers of the reply."""

    async def call(method, path, **kwargs):
        headers = {"Authorization": f"Bot {stage.discord.token}"}
        url = f"https://discord.com/api/v10{path}"
        async with session.request(method, url, headers=headers, **kwargs) as reply:
            body = await reply.json() if reply.status != 204 else None
            return reply.status, body, reply.headers

    return call
