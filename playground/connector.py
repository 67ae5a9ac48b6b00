"""The way from an unmodified client to the playground, and to nowhere else."""

import json
import socket
from dataclasses import asdict, dataclass
from pathlib import Path

from aiohttp import AddrInfoType, TCPConnector
from aiohttp.abc import AbstractResolver, ResolveResult

from playground.tls import client_context

API = "discord.com"
GATEWAY = "gateway.discord.gg"
RESUME_GATEWAY = "gateway-us-east1-b.discord.gg"
"""READY names a regional host to resume at, as Discord does."""
HOSTS = (
    API,
    GATEWAY,
    RESUME_GATEWAY,
    "cdn.discordapp.com",
    "media.discordapp.net",
    "images-ext-1.discordapp.net",
)
LOOPBACK = "127.0.0.1"


class OutsideError(OSError):
    """Something other than Discord was about to be contacted."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """What another process needs to reach the playground."""

    port: int
    ca: str
    token: str

    def connector(self) -> TCPConnector:
        """A connector for a Discord client; call it inside the running loop.

        Discord's hosts lead to the playground; every other host or address is refused.
        """
        return TCPConnector(
            resolver=_Loopback(self.port),
            ssl=client_context(self.ca),
            socket_factory=self._socket,
        )

    def write(self, path: Path) -> None:
        """Leave the ticket in a file that only its owner can read."""
        path.touch(mode=0o600)
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> "Ticket":
        """Pick up a ticket."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def _socket(self, address: AddrInfoType) -> socket.socket:
        # An address literal in a link skips the resolver, so it is refused here.
        family, kind, protocol, _, target = address
        if target[:2] != (LOOPBACK, self.port):
            raise OutsideError(f"{target[0]} is outside the playground")
        return socket.socket(family, kind, protocol)


def from_ticket(path: Path) -> TCPConnector:
    """A connector from a ticket file; call it inside the running loop."""
    return Ticket.read(path).connector()


class _Loopback(AbstractResolver):
    def __init__(self, port: int) -> None:
        self._port = port

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in HOSTS:
            raise OutsideError(f"{host} is outside the playground")
        return [
            {
                "hostname": host,
                "host": LOOPBACK,
                "port": self._port,
                "family": socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            }
        ]

    async def close(self) -> None:
        """Nothing to close."""
