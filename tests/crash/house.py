"""A server, a member, and a bot whose processes come and go."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa

from faceswap.app import App
from faceswap.app.upkeep import STRAY_AFTER, tidy
from faceswap.domain.job import Job, JobState
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher, find_key
from faceswap.storage.tables import holds, job_blobs, jobs, ledger
from playground import Playground
from tests.crash.bot_main import Plan
from tests.fakes.backend import ScriptedBackend
from tests.fakes.clock import HandClock
from tests.fakes.enroller import ScriptedEnroller
from tests.fakes.job_engine import IdleEngine
from tests.fakes.notifier import ListNotifier
from tests.fakes.surveyor import ScriptedSurveyor
from tests.sidecar.engine import template
from tests.sidecar.stack import FAKE_COMMAND, KEY
from tests.stores import Stores, open_stores, place_database

ROOT = Path(__file__).parents[2]
PATIENCE = 15.0
KILLED = -signal.SIGKILL


class Zygote:
    """The process that bots are forked from, as starting one anew takes seconds."""

    def __init__(self, lifeline: int) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-m", "tests.crash.bot_main", str(lifeline)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            pass_fds=[lifeline],
        )

    def fork(self, plan: Plan) -> int:
        assert self._process.stdin is not None
        self._process.stdin.write(plan.line())
        self._process.stdin.flush()
        return self._told()

    def exit_code(self) -> int:
        """Return how the bot that was forked last has ended."""
        return self._told()

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _told(self) -> int:
        assert self._process.stdout is not None
        return int(self._process.stdout.readline())


@contextmanager
def zygote() -> Generator[Zygote]:
    """Start a zygote; it and its bots end with the context, however that comes about."""
    lifeline, held = os.pipe()
    started = Zygote(lifeline)
    os.close(lifeline)
    try:
        yield started
    finally:
        os.close(held)
        started.end()


class House:
    """Everything by its name; `start` and `killed` or `stopped` are one life of the bot."""

    def __init__(self, discord: Playground, zygote: Zygote, folder: Path) -> None:
        self.discord = discord
        self.folder = folder
        self.data = folder / "data"
        guild = discord.add_guild("Film club")
        self.room = guild.add_channel("pictures")
        self.anna = discord.add_user("Anna")
        guild.add_member(self.anna)
        discord.install_bot(guild)
        self.account = f"discord:{guild.id}:{self.anna.id}"
        discord.write_ticket(folder / "ticket.json")
        self._zygote = zygote
        self._pid: int | None = None
        self.plan = Plan(
            ticket=str(folder / "ticket.json"), data=str(self.data), log=str(folder / "bot.log")
        )

    async def furnish(self) -> None:
        """Make the data folder, in which Anna has a face saved."""
        self.data.mkdir(mode=0o700)
        await place_database(self.data / "visage.db")
        async with self.stores() as stores:
            await stores.identities.save(
                str(self.anna.id), "me", template(), limit=20, now=HandClock().now()
            )

    def stores(self):
        return open_stores(self.data / "visage.db", find_key(None, self.data / "secret.key"))

    # The bot

    async def start(self, **plan: object) -> None:
        """Start a bot, and wait until it is connected."""
        await self.fork(**plan)
        await self.discord.ready()
        assert self._pid is not None
        # From here on, calls count.
        os.kill(self._pid, signal.SIGUSR1)

    async def fork(self, **plan: object) -> None:
        """Start a bot."""
        self._pid = await asyncio.to_thread(self._zygote.fork, replace(self.plan, **plan))

    async def killed(self) -> None:
        """Wait until the bot has been killed as its plan has it."""
        code = await self.ended()
        assert code == KILLED, self.log

    async def stopped(self) -> None:
        """Stop the bot as an operator does."""
        assert self._pid is not None
        os.kill(self._pid, signal.SIGTERM)
        code = await self.ended()
        assert code == 0, self.log

    async def ended(self) -> int:
        assert self._pid is not None
        async with asyncio.timeout(PATIENCE):
            await _until_gone(self._pid)
        self._pid = None
        code = await asyncio.to_thread(self._zygote.exit_code)
        await self.discord.gone()
        return code

    async def close(self) -> None:
        """End a bot that still lives."""
        if self._pid is not None:
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            await self.ended()

    async def until_told(self) -> None:
        """Wait until no end of a job is left to be told, as far as the bot has noted."""
        await self._until_none("NOT answered AND state NOT IN ('offered', 'expired')")

    async def until_waiting(self, count: int) -> None:
        """Wait until there are so many jobs that nobody works on yet."""
        async with asyncio.timeout(PATIENCE):
            while await asyncio.to_thread(self._count, "state = 'queued'") != count:  # noqa: ASYNC110
                await asyncio.sleep(0.02)

    async def until_expired(self) -> None:
        """Wait until all jobs have expired."""
        await self._until_none("state != 'expired'")

    async def _until_none(self, condition: str) -> None:
        async with asyncio.timeout(PATIENCE):
            while await asyncio.to_thread(self._count, condition):  # noqa: ASYNC110 - it is elsewhere
                await asyncio.sleep(0.02)

    def _count(self, condition: str) -> int:
        query = f"SELECT COUNT(*) FROM jobs WHERE {condition}"  # noqa: S608 - ours
        with closing(sqlite3.connect(self.data / "visage.db")) as connection:
            return connection.execute(query).fetchone()[0]

    @property
    def log(self) -> str:
        path = self.folder / "bot.log"
        return path.read_text() if path.exists() else ""

    # What is left behind

    async def jobs(self) -> list[Job]:
        """Return all jobs there are, oldest first."""
        async with self.stores() as stores, stores.database.read() as connection:
            query = sa.select(jobs.c.id).order_by(jobs.c.created)
            ids = list((await connection.execute(query)).scalars())
        async with self.stores() as stores:
            return [job for each in ids if (job := await stores.jobs.job(each))]

    async def check(self) -> None:
        """Nothing is stuck, lost or left behind, and the credits add up.

        What a job that died has stored is erased by upkeep once it is too old to be just arriving.
        """
        async with self.stores() as stores:
            await self._check_jobs(stores)
            await self._check_credits(stores)
            await tidy(self._later(stores))
            async with stores.database.read() as connection:
                needed = set((await connection.execute(sa.select(job_blobs.c.blob))).scalars())
        kept = [path.name for path in (self.data / "pictures").rglob("*") if path.is_file()]
        assert sorted(kept) == sorted(needed)
        assert not list(self.data.rglob("*.draft"))

    async def _check_jobs(self, stores: Stores) -> None:
        async with stores.database.read() as connection:
            rows = (await connection.execute(sa.select(jobs.c.state, jobs.c.answered))).all()
        assert [row for row in rows if not JobState(row.state).is_final] == []
        untold = [row for row in rows if not row.answered and row.state != JobState.EXPIRED.value]
        assert untold == []

    async def _check_credits(self, stores: Stores) -> None:
        """Each hold was settled or refunded once, and the account spent what was charged."""
        async with stores.database.read() as connection:
            held = (await connection.execute(sa.select(holds))).all()
            lines = (await connection.execute(sa.select(ledger))).all()
        assert {row.state for row in held} <= {"settled", "refunded"}
        for hold in held:
            moved = {line.kind: line.amount for line in lines if line.job == hold.job}
            back = moved.get("refund", 0)
            assert moved["hold"] == hold.amount == moved.get("settle", 0) + back
            assert hold.charged == moved.get("settle", 0) - moved.get("reversal", 0) * bool(
                moved.get("settle")
            )
        now = datetime.now(self._later(stores).clock.now().tzinfo)
        balance = await stores.jobs.balance(self.account, allowance=50, now=now)
        assert balance.spent == sum(row.charged for row in held)

    def _later(self, stores: Stores) -> App:
        clock = HandClock()
        clock.turn_to(datetime.now(clock.now().tzinfo) + STRAY_AFTER + timedelta(minutes=1))
        cipher = Cipher(find_key(None, self.data / "secret.key"))
        return App(
            backend=ScriptedBackend(),
            enroller=ScriptedEnroller(),
            surveyor=ScriptedSurveyor(),
            health=ScriptedBackend(),
            **stores.ports(),
            blobs=FileBlobs(self.data / "pictures", cipher, clock),
            notifier=ListNotifier(),
            clock=clock,
            engine=IdleEngine(),
        )


async def _until_gone(pid: int) -> None:
    loop, gone = asyncio.get_running_loop(), asyncio.Event()
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        loop.add_reader(process, gone.set)
        await gone.wait()
    finally:
        loop.remove_reader(process)
        os.close(process)


@contextmanager
def lasting_sidecar(log: Path) -> Generator[tuple[str, str]]:
    """Run a sidecar with the fake engine; it ends with the context, however that comes about."""
    with log.open("w") as errors:
        process = subprocess.Popen(  # noqa: S603 - our own module
            FAKE_COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            cwd=ROOT,
            env={**os.environ, "VISAGE_SIDECAR_KEY": KEY},
        )
    try:
        assert process.stdout is not None
        port = json.loads(process.stdout.readline())["port"]
        yield f"http://127.0.0.1:{port}", KEY
    finally:
        process.kill()
        process.communicate()
