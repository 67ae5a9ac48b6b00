"""Gateway sessions: what one identified bot may hear, and what it has missed."""

import json
import secrets
import zlib
from collections import deque
from collections.abc import Iterable
from typing import Any, Protocol

from playground import payloads
from playground.connector import RESUME_GATEWAY
from playground.errors import Json
from playground.model import Member
from playground.world import GUILD_MEMBERS, GUILDS, Event, World

BACKLOG = 1000
MESSAGE_CONTENT = 1 << 15
GUILD_PRESENCES = 1 << 8
PRIVILEGED = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT
ALL_INTENTS = (1 << 26) - 1


class Wire(Protocol):
    """An open connection."""

    def push(self, frame: Json) -> None:
        """Queue one frame."""
        ...


class Deflate:
    """`zlib-stream`: one compressor per connection, flushed after each message."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj()

    def __call__(self, text: str) -> bytes:
        """Compress one message."""
        return self._stream.compress(text.encode()) + self._stream.flush(zlib.Z_SYNC_FLUSH)


class Session:
    """One shard of one identified bot; it outlives its connection so it can be resumed."""

    def __init__(self, world: World, identify: Json, wire: Wire) -> None:
        self.id = secrets.token_hex(16)
        self.intents = int(identify.get("intents", 0))
        shard, count = identify.get("shard") or (0, 1)
        self.shard: tuple[int, int] = (shard, count)
        self.wire: Wire | None = wire
        self._world = world
        self._sequence = 0
        self._backlog: deque[Json] = deque(maxlen=BACKLOG)

    @property
    def live(self) -> bool:
        """Whether the bot is connected."""
        return self.wire is not None

    def start(self) -> None:
        """Send READY and the guilds of this shard."""
        world = self._world
        guilds = [
            guild for guild in world.application.guild_installs.values() if self._owns(guild.id)
        ]
        self._send(
            "READY",
            {
                "v": 10,
                "user": payloads.account(world.bot),
                "guilds": [{"id": str(one.id), "unavailable": True} for one in guilds],
                "private_channels": [],
                "session_id": self.id,
                "session_type": "normal",
                "resume_gateway_url": f"wss://{RESUME_GATEWAY}",
                "shard": list(self.shard),
                "application": {
                    "id": str(world.application.id),
                    "flags": payloads.application_flags(world.application),
                },
            },
        )
        for guild in guilds:
            if guild.unavailable:
                continue
            own = guild.members[world.bot.id]
            members = guild.members.values() if self.intents & GUILD_MEMBERS else [own]
            data = payloads.guild_create(guild, members, own.joined)
            self.offer(Event("GUILD_CREATE", data, guild.id, GUILDS))

    def offer(self, event: Event) -> None:
        """Send an event, or keep it for later, if this session should have it."""
        if not self._owns(event.guild_id) or (event.intent and not self.intents & event.intent):
            return
        limited = event.limited is not None and not self.intents & MESSAGE_CONTENT
        self._send(event.name, event.limited if limited else event.data)

    def resume(self, wire: Wire, sequence: int) -> bool:
        """Replay what came after `sequence`; False when that is no longer known."""
        if not self._sequence - len(self._backlog) <= sequence <= self._sequence:
            return False
        self.wire = wire
        for frame in [one for one in self._backlog if one["s"] > sequence]:
            wire.push(frame)
        self._send("RESUMED", {})
        return True

    def members_chunk(self, request: Json) -> None:
        """Answer a request for guild members."""
        guild = self._world.application.guild_installs.get(int(request.get("guild_id", 0)))
        if guild is None:
            return
        found = _matching(guild.members.values(), request)
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": [payloads.member(one) for one in found],
            "chunk_index": 0,
            "chunk_count": 1,
        }
        if "nonce" in request:
            chunk["nonce"] = request["nonce"]
        self._send("GUILD_MEMBERS_CHUNK", chunk)

    def _owns(self, guild_id: int | None) -> bool:
        shard, count = self.shard
        return (0 if guild_id is None else (guild_id >> 22) % count) == shard

    def _send(self, name: str, data: Json | None) -> None:
        self._sequence += 1
        signed = self._world.cdn.signed(data)
        frame: Json = {"op": 0, "s": self._sequence, "t": name, "d": signed}
        self._backlog.append(frame)
        if self.wire is not None:
            self.wire.push(frame)


def encode(frame: Json) -> str:
    """One gateway frame as text."""
    return json.dumps(frame, separators=(",", ":"))


def identify_problem(world: World, identify: Any) -> int | None:
    """The close code that an IDENTIFY earns, if any."""
    if not isinstance(identify, dict) or identify.get("token") != world.application.token:
        return 4004
    intents = identify.get("intents")
    if not isinstance(intents, int) or intents & ~ALL_INTENTS:
        return 4013
    if intents & PRIVILEGED & ~world.application.privileged_intents:
        return 4014
    shard, count = identify.get("shard") or (0, 1)
    return None if 0 <= shard < count else 4010


def _matching(members: Iterable[Member], request: Json) -> list[Member]:
    wanted = request.get("user_ids")
    if wanted is not None:
        ids = {int(one) for one in (wanted if isinstance(wanted, list) else [wanted])}
        return [one for one in members if one.user.id in ids]
    query = str(request.get("query", "")).lower()
    found = [one for one in members if one.user.username.lower().startswith(query)]
    return found[: int(request.get("limit", 0)) or len(found)]
