"""Where a job is to be answered, as the text that is kept with it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta

import discord

from bot.language import ENGLISH, spoken

TOKEN_LIFETIME = timedelta(minutes=15)
MARGIN = timedelta(seconds=20)
"""How long before its end a token is no longer relied on."""


@dataclass(frozen=True, slots=True)
class Address:
    """An interaction's reply, and the place and the person behind it.

    `token` lets anyone answer until `until`, in seconds since the epoch. `private` tells that only
    the asker sees the reply; `posts` that the bot may write where it was asked, with its own name.
    Of an answer that was given, `message` is its id, and `token` is gone. `language` is what the
    asker reads; addresses that older versions stored do not tell.
    """

    application: int
    token: str = field(repr=False)
    until: int
    user: int
    channel: int | None
    private: bool
    posts: bool
    message: int | None = None
    language: str = ENGLISH

    @classmethod
    def of(cls, interaction: discord.Interaction, now: datetime, *, private: bool) -> Address:
        """Return where an interaction that was just answered can be answered further."""
        return cls(
            application=interaction.application_id,
            token=interaction.token,
            until=int((now + TOKEN_LIFETIME - MARGIN).timestamp()),
            user=interaction.user.id,
            channel=interaction.channel_id,
            private=private,
            posts=is_at_home(interaction),
            language=spoken(),
        )

    @classmethod
    def read(cls, text: str) -> Address | None:
        """Return the address of a text, None when it is none of ours."""
        try:
            return cls(**json.loads(text))
        except (TypeError, ValueError):
            return None

    def __str__(self) -> str:
        return json.dumps(asdict(self))

    def told_by(self, message: discord.Message) -> Address:
        """Return where the answer is that was given with a message."""
        return replace(self, token="", until=0, channel=message.channel.id, message=message.id)

    def takes_replies(self, now: datetime) -> bool:
        """Tell whether the token can still be used."""
        return now.timestamp() < self.until


def is_at_home(interaction: discord.Interaction) -> bool:
    """Tell whether the bot itself is where it was asked: in the server, or in its own DM."""
    if interaction.guild_id:
        return interaction.is_guild_integration()
    return bool(interaction.context.dm_channel)
