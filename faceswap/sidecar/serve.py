"""The sidecar as a process: its socket, its server, its end."""

from __future__ import annotations

import importlib.metadata
import json
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable
from types import FrameType

import structlog
import uvicorn

from faceswap.apis.listening import listen
from faceswap.sidecar.app import create_sidecar
from faceswap.sidecar.logs import configure_logs
from faceswap.sidecar.memory import tune_allocator
from faceswap.sidecar.settings import SidecarSettings
from faceswap.sidecar.work import AnyStudio

log = structlog.get_logger()

DRAIN = 3
"""Seconds that open requests have when the server ends."""
LAST_RESORT = 8.0
"""Seconds after which the process ends, even in the middle of work that cannot be stopped."""
# Longer than clients keep connections, so that none sends on one that is just being closed.
KEEP_ALIVE = 75
MOST_CONNECTIONS = 128
# As the bot's settings have it; shorter ones can be guessed.
SHORTEST_KEY = 16


def serve(
    settings: SidecarSettings, load: Callable[[], AnyStudio], *, as_child: bool = False
) -> int:
    """Run the sidecar until it is told to end, and return the process's exit code.

    As a child it tells its port as a line of JSON on standard output, and ends when its standard
    input does.
    """
    tune_allocator()
    configure_logs(settings.log, settings.log_level)
    key = settings.key.get_secret_value()
    if len(key) < SHORTEST_KEY:
        fault = "must be at least 16 characters long" if key else "is not set"
        log.error(f"VISAGE_SIDECAR_KEY {fault}; choose a long random key and give it to both")
        return 2
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        log.error("cannot listen", listen=settings.listen, error=str(error))
        return 1
    with listener:
        server = _server(settings, load)
        log.info("listening", host=settings.host, port=listener.getsockname()[1])
        if as_child:
            _tell_port(listener.getsockname()[1])
            threading.Thread(target=_end_with_parent, args=(server,), daemon=True).start()
        server.run(sockets=[listener])
    return server.exit_code


def _server(settings: SidecarSettings, load: Callable[[], AnyStudio]) -> Server:
    sidecar = create_sidecar(
        settings, load, version=_version(), give_up=lambda: server.end(exit_code=1)
    )
    server = Server(
        uvicorn.Config(
            sidecar.app,
            http="h11",
            ws="none",
            lifespan="on",
            loop="asyncio",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=KEEP_ALIVE,
            timeout_graceful_shutdown=DRAIN,
            limit_concurrency=MOST_CONNECTIONS,
        ),
        refuse=sidecar.desk.refuse,
    )
    return server


class Server(uvicorn.Server):
    """A server that ends, whatever its threads are doing."""

    def __init__(self, config: uvicorn.Config, refuse: Callable[[], None]) -> None:
        super().__init__(config)
        self.exit_code = 0
        self._refuse = refuse

    def end(self, exit_code: int = 0) -> None:
        """Begin to end; safe to call from a thread or a signal handler."""
        self.exit_code = self.exit_code or exit_code
        self.should_exit = True
        last = threading.Timer(LAST_RESORT, os._exit, (self.exit_code or 1,))
        last.daemon = True
        last.start()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """End on a signal; asked a second time from the keyboard, at once."""
        if self.should_exit and sig == signal.SIGINT:
            self.force_exit = True
        self.end()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go of those who wait, who would be waited for, and end."""
        self._refuse()
        await super().shutdown(sockets)


def _tell_port(port: int) -> None:
    """Tell the parent the port; whatever is printed later goes where the log goes."""
    sys.stdout.write(json.dumps({"port": port}) + "\n")
    sys.stdout.flush()
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())


def _end_with_parent(server: Server) -> None:
    # Nothing is ever written here: the pipe closes when the parent is gone, killed or not.
    while sys.stdin.buffer.read(4096):
        pass
    log.info("the parent is gone")
    server.end()


def _version() -> str:
    try:
        return importlib.metadata.version("visage")
    except importlib.metadata.PackageNotFoundError:
        return "unknown"
