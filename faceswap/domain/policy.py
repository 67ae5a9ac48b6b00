"""What the moderators of a server have decided: where, who, what, and how results are shown."""

from __future__ import annotations

from dataclasses import dataclass

from faceswap.domain.clip import ClipFacts
from faceswap.domain.errors import (
    AnimationsRefused,
    BadNumber,
    ChannelForbidden,
    ChannelNotAllowed,
    ClipTooLongHere,
    RoleNeeded,
    SavingRefused,
    VideosRefused,
)
from faceswap.domain.standing import Standing

AUTO = "auto"
"""The language of each reader, or whichever backend there is."""
MARK = "face swap"
"""What a mark says that has no text of its own."""
MOST_HOURS = 24 * 365
MOST_SECONDS = 3600

Rule = frozenset[str] | bool | int | str
"""What one field of a policy may be."""


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of a server; as made, they allow what the operator does.

    Channels and roles are sets of ids. A channel counts with all in it: a category's channels, a
    channel's threads. `allowed_channels` empty means all; `users` and `savers`, the roles whose
    members may use the bot and save ids, empty mean everyone; `moderators` are roles that moderate
    beside those who can manage the server. `longest_seconds` 0 means the operator's limit,
    `delete_after`, in hours, 0 that results stay. `private` is how results are shown where their
    asker does not say. `blocked_words` are those that nothing is made of. `audit_channel` '' means
    none.
    """

    allowed_channels: frozenset[str] = frozenset()
    forbidden_channels: frozenset[str] = frozenset()
    users: frozenset[str] = frozenset()
    moderators: frozenset[str] = frozenset()
    savers: frozenset[str] = frozenset()
    allow_gif: bool = True
    allow_video: bool = True
    longest_seconds: int = 0
    private: bool = False
    delete_after: int = 0
    blocked_words: frozenset[str] = frozenset()
    mark: bool = False
    mark_text: str = ""
    backend: str = AUTO
    language: str = AUTO
    audit_channel: str = ""

    @property
    def stamp(self) -> str:
        """Return what is drawn into results, '' for nothing."""
        return (self.mark_text or MARK) if self.mark else ""


OPEN = Policy()
"""What holds where no server has a say."""


@dataclass(frozen=True, slots=True)
class HouseRules:
    """What a server's policy said of a swap when it was asked for.

    `guild` is None outside of servers; for `mark` and `delete_after`, see `Policy`.
    """

    guild: str | None = None
    mark: str = ""
    delete_after: int = 0


NO_HOUSE = HouseRules()


def house_rules(policy: Policy, standing: Standing) -> HouseRules:
    """Return what a swap that is asked for now has to keep to."""
    return HouseRules(standing.guild, policy.stamp, policy.delete_after)


def moderates(policy: Policy, standing: Standing) -> bool:
    """Tell whether somebody moderates the server they are in."""
    return standing.guild is not None and (standing.manages or _has(standing, policy.moderators))


def refuse_place(policy: Policy, standing: Standing) -> None:
    """Refuse who may not use the bot, or not here; moderators keep to it, too.

    Raises:
        RoleNeeded: The asker has none of the roles.
        ChannelForbidden: This channel is closed.
        ChannelNotAllowed: Others are open, and this one is not.
    """
    if policy.users and not _has(standing, policy.users):
        raise RoleNeeded
    if standing.channels & policy.forbidden_channels:
        raise ChannelForbidden
    if policy.allowed_channels and not standing.channels & policy.allowed_channels:
        raise ChannelNotAllowed(channels=sorted(policy.allowed_channels))


def refuse_saving(policy: Policy, standing: Standing) -> None:
    """Refuse who may not save ids.

    Raises:
        SavingRefused: The asker has none of the roles.
    """
    if policy.savers and not _has(standing, policy.savers):
        raise SavingRefused


def refuse_clip(policy: Policy, name: str, facts: ClipFacts) -> None:
    """Refuse a clip that the server does not take.

    Raises:
        AnimationsRefused: It is an animation.
        VideosRefused: It is a video.
        ClipTooLongHere: It lasts too long.
    """
    if facts.kind.is_animation and not policy.allow_gif:
        raise AnimationsRefused(name=name)
    if not facts.kind.is_animation and not policy.allow_video:
        raise VideosRefused(name=name)
    if policy.longest_seconds and facts.seconds > policy.longest_seconds:
        raise ClipTooLongHere(name=name, seconds=facts.seconds, limit=policy.longest_seconds)


def parse_number(text: str, most: int) -> int:
    """Return the number somebody typed, 0 for nothing.

    Raises:
        BadNumber: It is none, or not within 0 and `most`.
    """
    typed = text.strip()
    number = int(typed or "0") if len(typed) <= 9 and (typed or "0").isdecimal() else most + 1
    if number > most:
        raise BadNumber(text=typed, most=most)
    return number


def _has(standing: Standing, roles: frozenset[str]) -> bool:
    return bool(standing.roles & roles)
