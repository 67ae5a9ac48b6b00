"""What a server's rules refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal


@dataclass(eq=False)
class ServerRefused(Refusal):
    """A server's rules do not allow it."""


@dataclass(eq=False)
class OnlyInServers(ServerRefused):
    """It is about a server, and there is none, or the bot is not in it."""

    code: ClassVar[str] = "only_in_servers"
    says: ClassVar[str] = "That is about a server; please use it in one that I have been added to."


@dataclass(eq=False)
class NotAModerator(ServerRefused):
    """Kept for those who moderate the server."""

    code: ClassVar[str] = "not_a_moderator"
    says: ClassVar[str] = "Only this server's moderators can do that; ask one who can manage it."
