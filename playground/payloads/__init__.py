"""The playground's facts as Discord's JSON."""

from playground.payloads.messages import (
    attachment,
    event_message,
    media,
    message,
    without_content,
)
from playground.payloads.places import (
    account,
    application,
    application_flags,
    channel,
    guild,
    guild_create,
    member,
    role,
    timestamp,
    user,
)

__all__ = [
    "account",
    "application",
    "application_flags",
    "attachment",
    "channel",
    "event_message",
    "guild",
    "guild_create",
    "media",
    "member",
    "message",
    "role",
    "timestamp",
    "user",
    "without_content",
]
