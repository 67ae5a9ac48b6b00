"""A sidecar of our own: started, watched, restarted when it dies, and never left behind."""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

import httpx
import structlog

from faceswap.apis.native.client import Address, NativeBackend
from faceswap.apis.native.wire import Health, HealthState
from faceswap.domain.attempts import backoff
from faceswap.domain.errors import BackendDown
from faceswap.domain.trace import trace

log = structlog.get_logger()

COMMAND = (sys.executable, "-m", "faceswap.sidecar", "--child")
KEY_VARIABLE = "VISAGE_SIDECAR_KEY"
PATIENCE = 120.0
"""Seconds a sidecar may take until it is ready."""
GRACE = 10.0
"""Seconds it has to end by itself."""
STEADY = 60.0
"""Seconds after which a sidecar that dies is restarted without delay."""
LOOK_EVERY = 15.0
MOST_SILENCES = 4
"""How often in a row a sidecar may leave a look at it unanswered before it is taken for stuck."""
SHORTEST_POLL, LONGEST_POLL = 0.05, 0.5
MOST_HELLO_LINES = 100

# The process that opens strangers' files has no business with what else the product knows.
_SECRETS = re.compile(r"TOKEN|SECRET|PASSW|CREDENTIAL|KEY|DATABASE_URL", re.IGNORECASE)
_OWN = "VISAGE_SIDECAR_"


class SidecarChild:
    """One sidecar process on loopback.

    It is told its key through its environment and tells its port on standard output; it ends when
    its standard input does, which is when this process ends, however that comes about. Calls to it
    must not take a proxy: give `NativeBackend` an httpx client with `trust_env=False`.
    """

    def __init__(
        self, command: Sequence[str] = COMMAND, settings: Mapping[str, str] | None = None
    ) -> None:
        """Take what to run, and variables to add to its environment."""
        self._command = tuple(command)
        self._settings = dict(settings or {})
        self._address: Address | None = None
        self._up = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self.start()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        await self.stop()

    def start(self) -> None:
        """Begin to run the sidecar and to keep it running; `ready` tells when it is."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep_running())

    async def ready(self, seconds: float = PATIENCE) -> Address:
        """Wait until the sidecar can swap.

        Raises:
            BackendDown: It cannot within these seconds.
        """
        try:
            async with asyncio.timeout(seconds):
                await self._up.wait()
        except TimeoutError:
            raise BackendDown from None
        return self.address()

    def address(self) -> Address:
        """Return where the sidecar is now.

        Raises:
            BackendDown: It is not up.
        """
        if self._address is None:
            raise BackendDown
        return self._address

    async def stop(self) -> None:
        """End the sidecar: it is asked to, and killed when it does not."""
        task, self._task = self._task, None
        if task:
            task.cancel()
            await asyncio.wait([task])

    async def _keep_running(self) -> None:
        loop = asyncio.get_running_loop()
        failures = 0
        while True:
            began = loop.time()
            try:
                await self._run()
            except OSError as error:
                log.error("the sidecar cannot be started", error=str(error))
            except Exception as error:  # noqa: BLE001 - whoever watches must not fall asleep
                log.error("watching the sidecar failed", **trace(error))
            failures = 1 if loop.time() - began > STEADY else failures + 1
            pause = backoff(failures)
            log.warning("the sidecar is restarted", in_seconds=pause, failures=failures)
            await asyncio.sleep(pause)

    async def _run(self) -> None:
        """Run one process until it ends or has to be ended."""
        key = secrets.token_urlsafe(32)
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=PIPE,
            stdout=PIPE,
            env=_environment() | self._settings | {KEY_VARIABLE: key},
            # A Ctrl-C in the terminal is for us; we end the sidecar when we no longer need it.
            start_new_session=True,
        )
        log.info("sidecar started", pid=process.pid)
        try:
            async with httpx.AsyncClient(trust_env=False) as http:
                await self._serve(process, http, key)
        finally:
            self._up.clear()
            self._address = None
            await _end(process)
            log.info("sidecar ended", pid=process.pid, code=process.returncode)

    async def _serve(self, process: Process, http: httpx.AsyncClient, key: str) -> None:
        """Make the sidecar known when it is ready, and return when it is gone or stuck."""
        try:
            async with asyncio.timeout(PATIENCE):
                port = await _hello(process)
                if port is None:
                    return
                address = Address(f"http://127.0.0.1:{port}", key)
                sidecar = NativeBackend(http, lambda: address)
                health = await _until_ready(process, sidecar)
        except TimeoutError:
            log.error("the sidecar is not ready in time", seconds=PATIENCE)
            return
        if health is None:
            return
        log.info("sidecar ready", pid=process.pid, port=port, engine=health.engine)
        self._address = address
        self._up.set()
        await _until_gone_or_stuck(process, sidecar)


def _environment() -> dict[str, str]:
    """Return our environment without its secrets, and without settings that are not for it."""
    return {
        name: value
        for name, value in os.environ.items()
        if name.startswith(_OWN) or not (name.startswith("VISAGE_") or _SECRETS.search(name))
    }


async def _hello(process: Process) -> int | None:
    """Return the port that a sidecar tells on its standard output; None when it ends instead."""
    assert process.stdout is not None  # noqa: S101 - it was asked for
    for _ in range(MOST_HELLO_LINES):
        try:
            line = await process.stdout.readline()
            if not line:
                return None
            return int(json.loads(line)["port"])
        except (ValueError, TypeError, KeyError):
            continue
    return None


async def _until_ready(process: Process, sidecar: NativeBackend) -> Health | None:
    """Return the health of a sidecar that can swap; None when it ends instead."""
    pause = SHORTEST_POLL
    while process.returncode is None:
        try:
            health = await sidecar.health()
        except BackendDown:
            health = None
        if health and health.state is not HealthState.STARTING:
            return health
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, LONGEST_POLL)
    return None


async def _until_gone_or_stuck(process: Process, sidecar: NativeBackend) -> None:
    silences = 0
    while silences < MOST_SILENCES:
        try:
            async with asyncio.timeout(LOOK_EVERY):
                await process.wait()
                return
        except TimeoutError:
            silences = 0 if await _answers(sidecar) else silences + 1
    log.error("the sidecar is stuck", pid=process.pid)


async def _answers(sidecar: NativeBackend) -> bool:
    try:
        async with asyncio.timeout(LOOK_EVERY):
            await sidecar.health()
    except (TimeoutError, BackendDown):
        return False
    return True


async def _end(process: Process) -> None:
    """Ask a process to end, make sure that it does, and let go of its pipes."""
    assert process.stdin is not None  # noqa: S101 - it was asked for
    if process.returncode is None:
        process.terminate()
    process.stdin.close()
    try:
        async with asyncio.timeout(GRACE):
            await process.wait()
    except TimeoutError:
        process.kill()
        await process.wait()
