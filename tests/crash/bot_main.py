"""The bot in a process that dies, or loses its sidecar, at a named call of a port.

`python -m tests.crash.bot_main LIFELINE` keeps everything imported and forks a bot for each line it
reads, which is a `Plan` as JSON; it answers with the bot's process id, and with its exit code once
that has ended. LIFELINE is the descriptor of a pipe: the bots end when its other end is closed.
"""

from __future__ import annotations

import asyncio
import errno
import functools
import json
import os
import signal
import sys
import threading
import warnings
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from bot.run import run

from pydantic import SecretStr

from faceswap.app import App
from faceswap.domain.errors import BackendDown
from faceswap.jobs.clock import SystemClock
from faceswap.jobs.embedded import EmbeddedEngine
from faceswap.ports import Notifier
from faceswap.settings import Settings, load_settings
from faceswap.sidecar.logs import configure_logs
from faceswap.wiring import open_app, open_sidecar
from playground.connector import Ticket, from_ticket
from tests.sidecar.stack import FAKE_COMMAND

PORTS = (
    "backend",
    "enroller",
    "surveyor",
    "identities",
    "jobs",
    "promises",
    "blobs",
    "notifier",
)


@dataclass(frozen=True)
class Plan:
    """What one process is to do: `deed` happens `when` the `nth` call of `at` is made or through.

    `at` names a method of a port, such as jobs.finish; `deed` is to kill the bot or the sidecar, to
    raise what a full disk raises, or to hang. Before that, each call in `broken` raises that the
    backend is down, once. `ahead` is how many seconds its clock is fast. Calls count from the start
    where it is `armed`, else from the signal USR1.
    """

    ticket: str
    data: str
    log: str
    at: str = ""
    when: str = "before"
    nth: int = 1
    deed: str = "kill bot"
    broken: tuple[str, ...] = ()
    armed: bool = False
    ahead: float = 0.0
    settings: dict[str, str] = field(default_factory=dict)
    sidecar: tuple[str, str] | None = None

    def line(self) -> str:
        return json.dumps(asdict(self)) + "\n"


class ClockAhead:
    """The machine's clock, and so many seconds."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)
        self._clock = SystemClock()

    def now(self) -> datetime:
        return self._clock.now() + self._ahead

    async def sleep(self, seconds: float) -> None:
        await self._clock.sleep(seconds)


class Fate:
    """Counts calls of ports, and does the deed when its time has come."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._calls: dict[str, int] = {}
        self._broken = set(plan.broken)
        self._is_armed = plan.armed
        signal.signal(signal.SIGUSR1, self._arm)

    def _arm(self, number: int, frame: object) -> None:
        self._is_armed = True

    def over(self, port: Any, name: str) -> Any:
        return _Watched(port, functools.partial(self._call, name))

    async def _call(self, name: str, method: str, work: Callable[[], Awaitable[Any]]) -> Any:
        if not self._is_armed:
            return await work()
        call = f"{name}.{method}"
        if call in self._broken:
            self._broken.remove(call)
            raise BackendDown
        self._calls[call] = self._calls.get(call, 0) + 1
        is_due = call == self._plan.at and self._calls[call] == self._plan.nth
        if is_due and self._plan.when == "before":
            await self._do()
        result = await work()
        if is_due and self._plan.when == "after":
            await self._do()
        return result

    async def _do(self) -> None:
        match self._plan.deed:
            case "kill bot":
                os.kill(os.getpid(), signal.SIGKILL)
            case "kill sidecar":
                for pid in _children():
                    os.kill(pid, signal.SIGKILL)
            case "fill disk":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            case "hang":
                await asyncio.Event().wait()


class _Watched:
    def __init__(self, port: Any, call: Callable[..., Awaitable[Any]]) -> None:
        self._port = port
        self._call = call

    def __getattr__(self, method: str) -> Any:
        found = getattr(self._port, method)

        async def watched(*args: Any, **kwargs: Any) -> Any:
            if args and args[0] == []:
                # Upkeep erases nothing whenever it likes.
                return await found(*args, **kwargs)
            return await self._call(method, lambda: found(*args, **kwargs))

        return watched if asyncio.iscoroutinefunction(found) else found


def _children() -> list[int]:
    text = Path(f"/proc/self/task/{os.getpid()}/children").read_text()
    return [int(pid) for pid in text.split()]


async def live(plan: Plan) -> None:
    """Run the bot as the plan has it, until a signal ends it."""
    fate = Fate(plan)

    @asynccontextmanager
    async def opening(settings: Settings, notifier: Notifier) -> AsyncGenerator[App]:
        # One of its own would have the real engine.
        url, key = plan.sidecar or ("http://127.0.0.1:9", "nobody listens there")
        elsewhere = {"sidecar_url": url, "sidecar_key": SecretStr(key)}
        async with AsyncExitStack() as stack:
            app = await stack.enter_async_context(
                open_app(settings.model_copy(update=elsewhere), notifier)
            )
            if plan.sidecar is None:
                own = await stack.enter_async_context(open_sidecar(settings, FAKE_COMMAND))
                app = replace(app, backend=own, enroller=own, surveyor=own)
            ports = {name: fate.over(getattr(app, name), name) for name in PORTS}
            clock = ClockAhead(plan.ahead)
            engine = EmbeddedEngine(ports["jobs"], clock, slots=2)
            yield replace(app, **ports, clock=clock, engine=engine)

    token = SecretStr(Ticket.read(Path(plan.ticket)).token)
    settings = load_settings(env_file=None).model_copy(update={"discord_token": token})
    configure_logs("json", "info")
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    await run(settings, stop, connector=from_ticket(Path(plan.ticket)), opening=opening)


def _be_a_bot(plan: Plan, lifeline: int) -> None:
    log = os.open(plan.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    os.dup2(log, sys.stderr.fileno())
    os.dup2(log, sys.stdout.fileno())
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True).start()
    for name in [each for each in os.environ if each.startswith(("VISAGE_", "DISCORD_"))]:
        del os.environ[name]
    os.environ |= {"VISAGE_DATA": plan.data, **plan.settings}
    asyncio.run(live(plan))


def _end_with(lifeline: int) -> None:
    os.read(lifeline, 1)
    os._exit(1)


def main(lifeline: int) -> None:
    """Fork bots, one after the other."""
    for line in sys.stdin:
        told = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 1
            try:
                _be_a_bot(Plan(**told), lifeline)
                code = 0
            finally:
                sys.stderr.flush()
                os._exit(code)
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]))
