"""Where somebody asks, and as what: the rules of a server are about these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """What a server knows of an asker.

    `guild` is None outside of servers that have the bot, where no rules of a server hold.
    `channels` are the channel, the one its thread is in, and their category; `roles` the asker's;
    `manages` tells that the asker may manage the server.
    """

    guild: str | None = None
    channels: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    manages: bool = False


NOWHERE = Standing()
