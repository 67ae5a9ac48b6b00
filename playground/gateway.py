"""The gateway websocket."""

import asyncio
import contextlib
import json
import time
from collections import deque
from typing import Any

from aiohttp import WSMsgType, web

from playground.errors import Json
from playground.sessions import Deflate, Session, encode, identify_problem
from playground.world import Event, World

HEARTBEAT_INTERVAL = 41_250
"""Milliseconds, as Discord usually says."""
SENDS_PER_MINUTE = 120
PAYLOAD_LIMIT = 4096
"""Bytes that a bot may send in one message."""
SESSIONS_KEPT = 64

HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT, MEMBERS, INVALID, HELLO, ACK = (
    1, 2, 3, 4, 6, 7, 8, 9, 10, 11,
)  # fmt: skip
_CLEAN_CLOSE = (1000, 1001)


class Gateway:
    """All sessions and connections, and the switches that disturb them."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._sessions: dict[str, Session] = {}
        self._connections: set[_Connection] = set()
        self.identified = 0
        """How often a bot has identified."""
        self.resumed = 0
        """How often a bot has resumed."""
        world.listeners.append(self._offer)

    @property
    def live(self) -> list[Session]:
        """The sessions that are connected now, the newest last."""
        return [session for session in self._sessions.values() if session.live]

    @property
    def connected(self) -> bool:
        """Whether every shard that the newest bot announced is connected."""
        live = self.live
        if not live:
            return False
        count = live[-1].shard[1]
        shards = {session.shard[0] for session in live if session.shard[1] == count}
        return len(shards) == count

    def drop(self) -> None:
        """Cut every connection without a word."""
        for connection in list(self._connections):
            connection.abort()

    def close(self, code: int) -> None:
        """Close every connection with a code, for example 4000."""
        for connection in list(self._connections):
            connection.finish(code)

    def reconnect(self) -> None:
        """Ask every bot to reconnect and resume."""
        for connection in list(self._connections):
            connection.push({"op": RECONNECT, "d": None})

    def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every bot that its session is invalid."""
        if not resumable:
            self._sessions.clear()
        for connection in list(self._connections):
            connection.push({"op": INVALID, "d": resumable})

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One connection, from HELLO to its end."""
        socket = web.WebSocketResponse(compress=False, max_msg_size=1 << 20)
        if not socket.can_prepare(request).ok:
            return web.Response(status=404)
        await socket.prepare(request)
        packed = request.query.get("compress") == "zlib-stream"
        connection = _Connection(request, socket, Deflate() if packed else None)
        self._connections.add(connection)
        connection.push({"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_INTERVAL}})
        try:
            await self._listen(connection)
        finally:
            self._connections.discard(connection)
            self._release(connection)
            await connection.stop()
        return socket

    async def _listen(self, connection: "_Connection") -> None:
        sent: deque[float] = deque(maxlen=SENDS_PER_MINUTE)
        async for message in connection.socket:
            if message.type is not WSMsgType.TEXT:
                break
            now = time.monotonic()
            if len(sent) == SENDS_PER_MINUTE and now - sent[0] < 60:
                connection.finish(4008)
                break
            sent.append(now)
            code = self._handle(connection, message.data)
            if code is not None:
                connection.finish(code)
                break

    def _handle(self, connection: "_Connection", text: str) -> int | None:
        """Act on one message; the answer is a close code when it is a fatal one."""
        try:
            frame = json.loads(text)
            op, data = frame["op"], frame.get("d")
        except (ValueError, KeyError, TypeError):
            return 4002
        if len(text.encode()) > PAYLOAD_LIMIT:
            return 4002
        if op == HEARTBEAT:
            connection.push({"op": ACK})
            return None
        if op == IDENTIFY:
            return self._identify(connection, data)
        if op == RESUME:
            return self._resume(connection, data)
        if connection.session is None:
            return 4003
        if op == MEMBERS:
            connection.session.members_chunk(data)
        return None if op in (MEMBERS, PRESENCE, VOICE) else 4001

    def _identify(self, connection: "_Connection", data: Any) -> int | None:
        if connection.session is not None:
            return 4005
        problem = identify_problem(self._world, data)
        if problem is not None:
            return problem
        session = Session(self._world, data, connection)
        while len(self._sessions) >= SESSIONS_KEPT:
            self._sessions.pop(next(iter(self._sessions)))
        self._sessions[session.id] = session
        connection.session = session
        self.identified += 1
        session.start()
        self._world.bell.ring()
        return None

    def _resume(self, connection: "_Connection", data: Json) -> int | None:
        if data.get("token") != self._world.application.token:
            return 4004
        session = self._sessions.get(str(data.get("session_id")))
        if session is None or not session.resume(connection, int(data.get("seq") or 0)):
            connection.push({"op": INVALID, "d": False})
            return None
        connection.session = session
        self.resumed += 1
        self._world.bell.ring()
        return None

    def _release(self, connection: "_Connection") -> None:
        session = connection.session
        if session is None or session.wire is not connection:
            return
        session.wire = None
        # Closing cleanly ends a session; anything else leaves it open for a resume.
        if connection.socket.close_code in _CLEAN_CLOSE and not connection.closed_by_us:
            self._sessions.pop(session.id, None)
        self._world.bell.ring()

    def _offer(self, event: Event) -> None:
        for session in list(self._sessions.values()):
            session.offer(event)


class _Connection:
    """A websocket with its outgoing queue."""

    def __init__(
        self, request: web.Request, socket: web.WebSocketResponse, deflate: Deflate | None
    ) -> None:
        self.socket = socket
        self.session: Session | None = None
        self.closed_by_us = False
        self._finishing = False
        self._request = request
        self._deflate = deflate
        self._queue: asyncio.Queue[Json | int] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def push(self, frame: Json) -> None:
        """Queue one frame."""
        self._queue.put_nowait(frame)

    def finish(self, code: int) -> None:
        """Close with a code once everything queued is sent."""
        self.closed_by_us = self._finishing = True
        self._queue.put_nowait(code)

    def abort(self) -> None:
        """Cut the connection."""
        self.closed_by_us = True
        if self._request.transport is not None:
            self._request.transport.abort()

    async def stop(self) -> None:
        """End the writer; a queued close is still sent."""
        if not self._finishing:
            self._writer.cancel()
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            await self._writer

    async def _write(self) -> None:
        while not self.socket.closed:
            frame = await self._queue.get()
            if isinstance(frame, int):
                await self.socket.close(code=frame)
                return
            text = encode(frame)
            if self._deflate is None:
                await self.socket.send_str(text)
            else:
                await self.socket.send_bytes(self._deflate(text))
