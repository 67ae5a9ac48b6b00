"""What a server's rules refuse."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import ClassVar

from faceswap.domain.errors.base import Refusal

MOST_NAMED = 5
"""How many channels a refusal names."""
LONGEST_SHOWN = 40


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


@dataclass(eq=False)
class ManagersOnly(ServerRefused):
    """Kept for those who can manage the server: moderators do not choose moderators."""

    code: ClassVar[str] = "managers_only"
    says: ClassVar[str] = (
        "Only members who can manage this server choose its moderators; please ask one of them."
    )


@dataclass(eq=False)
class ChannelForbidden(ServerRefused):
    """A channel that is closed to the bot."""

    code: ClassVar[str] = "channel_forbidden"
    says: ClassVar[str] = (
        "This server's moderators have closed this channel to me; please try another one."
    )


@dataclass(eq=False)
class ChannelNotAllowed(ServerRefused):
    """Not one of the channels that are open to the bot; `channels` are their ids."""

    channels: list[str] = dataclasses.field(default_factory=list[str])

    code: ClassVar[str] = "channel_not_allowed"
    says: ClassVar[str] = "In this server I may be used in {channels} only; please ask again there."

    def words(self) -> dict[str, str]:
        """Return the channels as Discord shows their names."""
        names = [f"<#{channel}>" for channel in self.channels[:MOST_NAMED]]
        return {"channels": ", ".join(names) + ("…" if len(self.channels) > MOST_NAMED else "")}


@dataclass(eq=False)
class RoleNeeded(ServerRefused):
    """The bot is for members with certain roles."""

    code: ClassVar[str] = "role_needed"
    says: ClassVar[str] = (
        "Only members with certain roles can use me in this server; please ask a moderator for one."
    )


@dataclass(eq=False)
class SavingRefused(ServerRefused):
    """Saving ids is for members with certain roles."""

    code: ClassVar[str] = "saving_refused"
    says: ClassVar[str] = (
        "Only members with certain roles can save ids in this server; please ask a moderator for "
        "one, or use /faceswap."
    )


@dataclass(eq=False)
class AnimationsRefused(ServerRefused):
    """The server takes no animations."""

    name: str = ""

    code: ClassVar[str] = "animations_refused"
    says: ClassVar[str] = (
        "{name} is animated and this server takes no GIFs; please send a still picture."
    )


@dataclass(eq=False)
class VideosRefused(ServerRefused):
    """The server takes no videos."""

    name: str = ""

    code: ClassVar[str] = "videos_refused"
    says: ClassVar[str] = (
        "{name} is a video and this server takes none; please send a still picture."
    )


@dataclass(eq=False)
class ClipTooLongHere(ServerRefused):
    """More seconds than the server takes; the operator may take more."""

    name: str = ""
    seconds: float = 0.0
    limit: int = 0

    code: ClassVar[str] = "clip_too_long_here"
    says: ClassVar[str] = (
        "{name} lasts {seconds} seconds and this server takes up to {limit}; please cut it shorter."
    )


@dataclass(eq=False)
class Banned(ServerRefused):
    """A member who may not use the bot in the server; `until` in seconds, 0 means for good."""

    reason: str = ""
    until: int = 0

    code: ClassVar[str] = "banned"
    says: ClassVar[str] = (
        "You may not use me in this server until {until} (reason: {reason}); a moderator can tell "
        "you more."
    )
    variants: ClassVar[dict[str, str]] = {
        "unexplained": (
            "You may not use me in this server until {until}; a moderator can tell you why."
        ),
        "lasting": (
            "You may not use me in this server (reason: {reason}); a moderator can tell you more."
        ),
        "lasting-unexplained": ("You may not use me in this server; a moderator can tell you why."),
    }

    @property
    def variant(self) -> str:
        """Return whether it is for good, and whether nobody said why."""
        parts = ("lasting" * (not self.until), "unexplained" * (not self.reason))
        return "-".join(part for part in parts if part)

    def words(self) -> dict[str, str]:
        """Return the fields in words."""
        end = datetime.fromtimestamp(self.until, UTC)
        return {"reason": self.reason, "until": f"{end:%Y-%m-%d %H:%M} UTC"}


@dataclass(eq=False)
class NotYourself(ServerRefused):
    """Nobody bans themselves, or lifts their own ban."""

    code: ClassVar[str] = "not_yourself"
    says: ClassVar[str] = "You cannot ban or unban yourself; please ask another moderator."


@dataclass(eq=False)
class ManagerNotBanned(ServerRefused):
    """Somebody who can manage the server."""

    code: ClassVar[str] = "manager_not_banned"
    says: ClassVar[str] = (
        "That member can manage this server and cannot be banned; take that permission away first."
    )


@dataclass(eq=False)
class NotBanned(ServerRefused):
    """Nobody to be unbanned."""

    code: ClassVar[str] = "not_banned"
    says: ClassVar[str] = "That member is not banned; /policy show lists those who are."


@dataclass(eq=False)
class BadUntil(ServerRefused):
    """No time to come."""

    text: str = ""

    code: ClassVar[str] = "bad_until"
    says: ClassVar[str] = (
        '"{text}" is no time to come; write how long it is to last, such as 2h, 3d or 1w, or a '
        "date such as 2030-12-24."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long text cut."""
        return {"text": _cut(self.text)}


@dataclass(eq=False)
class BadNumber(ServerRefused):
    """Not a number, or too large a one."""

    text: str = ""
    most: int = 0

    code: ClassVar[str] = "bad_number"
    says: ClassVar[str] = (
        '"{text}" is not a whole number from 0 to {most}; please write one, or leave it empty.'
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long text cut."""
        return {"text": _cut(self.text), "most": str(self.most)}


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"
