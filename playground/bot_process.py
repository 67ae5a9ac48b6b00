"""The bot as it ships, in a process of its own and with a sidecar of its own, on a playground.

`python -m playground.bot_process TICKET` is that process; `BotProcess` starts and ends it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from playground.connector import Ticket, from_ticket

GRACE = 25.0
"""Seconds the bot has to end by itself, more than it takes when it has to hurry its sidecar."""
# Settings of a real bot are not for this one.
_NOT_FOR_IT = ("VISAGE_", "DISCORD_")


class BotProcess:
    """The bot, its data, its ticket and its log in one folder; use it as a context manager.

    It ends with the context, and when the process that started it does, however that comes about.
    """

    def __init__(self, folder: Path, ticket: Ticket) -> None:
        self._folder = folder
        self._ticket = ticket
        self._process: Process | None = None

    @property
    def log(self) -> Path:
        """The log of the bot and of its sidecar."""
        return self._folder / "bot.log"

    async def __aenter__(self) -> Self:
        """Start the bot; `Playground.ready` tells when it is connected."""
        path = self._folder / "ticket.json"
        self._ticket.write(path)
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "playground.bot_process", str(path)),
                stdin=PIPE,
                stdout=DEVNULL,
                stderr=log,
                env=_environment(self._folder / "data"),
                # A Ctrl-C in the terminal is for us; we end the bot when the visit is over.
                start_new_session=True,
            )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the bot."""
        await self.end()

    async def ended(self) -> int:
        """Wait until the process has ended; return its exit code."""
        assert self._process is not None  # noqa: S101 - the context is entered
        return await self._process.wait()

    async def end(self) -> int:
        """Ask the bot to end, see that it does, and return its exit code."""
        process = self._process
        assert process is not None  # noqa: S101 - the context is entered
        assert process.stdin is not None  # noqa: S101 - it was asked for
        if process.returncode is None:
            process.terminate()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(GRACE):
                    await process.wait()
        finally:
            if process.returncode is None:
                # Its sidecar ends with it, by the end of a standard input of its own.
                process.kill()
            code = await process.wait()
            process.stdin.close()
        return code

    def last_lines(self, count: int) -> list[str]:
        """The last lines of the log."""
        text = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
        return text.splitlines()[-count:]


def main(path: Path) -> int:
    """Run the bot until a signal or the end of standard input."""
    # Here, as whoever starts the process has no use for them.
    from pydantic import SecretStr

    from bot.__main__ import until_signal
    from faceswap.settings import load_settings
    from faceswap.sidecar.logs import configure_logs

    threading.Thread(target=_end_with_parent, daemon=True).start()
    token = SecretStr(Ticket.read(path).token)
    settings = load_settings(env_file=None).model_copy(update={"discord_token": token})
    configure_logs(settings.log, settings.log_level)

    async def serve() -> None:
        await until_signal(settings, from_ticket(path))

    asyncio.run(serve())
    return 0


def _end_with_parent() -> None:
    """End the bot as a signal does when whoever holds the other end of standard input is gone."""
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    # Nobody is left who would end a bot that does not come to its end.
    time.sleep(GRACE)
    os._exit(1)


def _environment(data: Path) -> dict[str, str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(_NOT_FOR_IT)
    }
    return kept | {"VISAGE_DATA": str(data)}


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
