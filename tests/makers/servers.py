"""Servers on this machine that answer as makers' servers are documented to."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from PIL import Image

from faceswap.domain.errors import Canceled
from faceswap.domain.wording import Wording
from faceswap.ports import Brief


def png(colour="#4060c0", sides=(64, 64), mode="RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, sides, colour).save(out, "PNG")
    return out.getvalue()


PICTURE = png()
BRIEF = Brief(Wording("a king", ("green", "a hat")), 832, 1216, seed=7)


def text(data: bytes) -> str:
    return base64.b64encode(data).decode()


@dataclass
class Asked:
    """A request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def words(self) -> dict:
        return json.loads(self.body)


Reply = tuple[int, bytes]


@dataclass
class MakersServer:
    """Answers each request by its path: the last of its replies again and again."""

    url: str = ""
    replies: dict[str, list[Reply | Callable[[], Reply]]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    arrived: Event = field(default_factory=Event)
    let_go: Event = field(default_factory=Event)

    def says(self, path, *replies) -> None:
        """Have a path answered with JSON, (status, JSON), or whatever a function returns."""
        self.replies[path] = [reply if callable(reply) else _reply(reply) for reply in replies]

    def holds(self, path) -> None:
        """Have a path answered only when the server ends."""

        def wait() -> Reply:
            self.arrived.set()
            self.let_go.wait(60)
            return 200, b"{}"

        self.replies[path] = [wait]

    def to(self, path) -> list[Asked]:
        return [each for each in self.asked if each.path.partition("?")[0] == path]


def _reply(reply) -> Reply:
    status, body = reply if isinstance(reply, tuple) else (200, reply)
    return status, body if isinstance(body, bytes) else json.dumps(body).encode()


@contextmanager
def serving() -> Generator[MakersServer]:
    server = MakersServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            server.asked.append(Asked(self.command, self.path, headers, body))
            replies = server.replies.get(self.path.partition("?")[0], [(404, b"{}")])
            reply = replies.pop(0) if len(replies) > 1 else replies[0]
            status, data = reply() if callable(reply) else reply
            self.send_response(status)
            self.send_header("content-length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST = answer  # noqa: N815 - the base class wants these names

        def log_message(self, format: str, *args: object) -> None:
            return

        def handle(self) -> None:
            # Whoever asked may have gone.
            try:
                super().handle()
            except ConnectionError:
                return

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.let_go.set()
        http.shutdown()
        http.server_close()
        thread.join()


class Watching:
    """A watch that remembers how far it was told a picture is."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []
        self.told = Event()
        self._canceled = False
        self._stops: list[Callable[[], None]] = []

    @property
    def is_canceled(self) -> bool:
        return self._canceled

    def steps(self, done: int, total: int) -> None:
        if self._canceled:
            raise Canceled(done, total)
        self.seen.append((done, total))
        self.told.set()

    def on_cancel(self, stop: Callable[[], None]) -> None:
        self._stops.append(stop)

    def cancel(self) -> None:
        self._canceled = True
        for stop in self._stops:
            stop()
