"""What is kept about servers: rules, bans, the audit, and answers that do not stay."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from faceswap.domain.audit import AuditLine
from faceswap.domain.ban import Ban
from faceswap.domain.policy import Policy, Rule


class Audit(Protocol):
    """What a server's moderators can look up."""

    async def note(
        self,
        guild: str,
        actor: str,
        event: str,
        words: Mapping[str, str | int],
        now: datetime,
        *,
        key: str | None = None,
    ) -> None:
        """Add a line; see `AuditLine`. Of those with the same key, the first one stays."""
        ...

    async def waiting(self) -> list[str]:
        """Return the servers that have lines which have not been posted."""
        ...

    async def unposted(self, most: int, guild: str | None = None) -> list[AuditLine]:
        """Return the oldest lines that have not been posted, of one server or of all."""
        ...

    async def posted(self, lines: Sequence[int]) -> None:
        """Note that lines have been posted, or never can be."""
        ...

    async def drop(self, before: datetime) -> None:
        """Erase lines from before a time."""
        ...


class Guilds(Protocol):
    """Servers: their rules, who is banned there, and since when the bot is there or gone."""

    async def policy(self, guild: str) -> Policy:
        """Return a server's rules."""
        ...

    async def change(self, guild: str, rules: Mapping[str, Rule]) -> tuple[Policy, Policy]:
        """Set some fields of a server's rules; return the rules before and after.

        A trouble that was noted is forgotten with a new audit channel.
        """
        ...

    async def trouble(self, guild: str) -> datetime | None:
        """Tell when it turned out that a server's audit channel takes nothing, if it did."""
        ...

    async def note_trouble(self, guild: str, now: datetime) -> None:
        """Note that a server's audit channel takes nothing."""
        ...

    async def ban(self, ban: Ban) -> None:
        """Keep a ban, in place of any before."""
        ...

    async def unban(self, guild: str, member: str) -> bool:
        """Lift a member's ban, and tell whether there was one."""
        ...

    async def banned(self, guild: str, member: str) -> Ban | None:
        """Return a member's ban, over or not."""
        ...

    async def bans(self, guild: str) -> list[Ban]:
        """Return a server's bans, the newest first."""
        ...

    async def here(self, present: Collection[str], now: datetime) -> None:
        """Note in which servers the bot is, and that it is gone from all others."""
        ...

    async def joined(self, guild: str) -> None:
        """Note that the bot is in a server."""
        ...

    async def left(self, guild: str, now: datetime) -> None:
        """Note that the bot is no longer in a server."""
        ...

    async def welcome(self, guild: str, now: datetime) -> bool:
        """Note that a server is greeted; tell whether it never was before."""
        ...

    async def gone(self, before: datetime) -> list[str]:
        """Return the servers that the bot left before a time."""
        ...

    async def forget(self, guild: str) -> list[str]:
        """Erase all that is stored of a server, with its jobs; return the blobs set free.

        While a job of it is not over, nothing is erased.
        """
        ...


@dataclass(frozen=True, slots=True)
class Erasure:
    """A job whose answer is to be deleted, with its pictures, at a time."""

    job: str
    at: datetime


class Erasures(Protocol):
    """Answers that do not stay."""

    async def plan(self, erasure: Erasure) -> None:
        """Note when an answer goes, in place of any time before."""
        ...

    async def due(self, now: datetime, most: int) -> list[Erasure]:
        """Return those whose time has come, the oldest first."""
        ...

    async def done(self, job_id: str) -> None:
        """Note that an answer is gone, or can never be deleted."""
        ...
