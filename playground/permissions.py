"""Permission bits and how roles and channel overwrites add up."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag


class Permission(IntFlag):
    """The bits that matter to a bot which posts pictures."""

    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40
    USE_EXTERNAL_APPS = 1 << 50


NOTHING = Permission(0)
EVERYTHING = Permission((1 << 51) - 1)

MEMBER = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.ADD_REACTIONS
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)
"""What a new server grants to everyone."""

BOT_DEFAULT = (
    Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
)
"""What the bot's own role carries unless an invitation says otherwise."""

PRIVATE_CHANNEL = Permission.ATTACH_FILES | Permission.EMBED_LINKS | Permission.MENTION_EVERYONE
"""What an app may do in a DM or group DM between other people."""

BOT_DM = PRIVATE_CHANNEL | Permission.USE_EXTERNAL_EMOJIS


@dataclass(frozen=True, slots=True)
class Overwrite:
    """What one channel changes for one role or member."""

    target_id: int
    is_member: bool
    allow: Permission = NOTHING
    deny: Permission = NOTHING


def effective(
    *,
    base: Iterable[Permission],
    overwrites: Iterable[Overwrite],
    everyone_id: int,
    role_ids: frozenset[int],
    member_id: int,
) -> Permission:
    """Add up permissions in Discord's order: everyone, roles, member.

    Args:
        base: Permissions of every role the member has, everyone included.
        overwrites: The channel's overwrites.
        everyone_id: Id of the everyone role (the guild's id).
        role_ids: The member's other roles.
        member_id: The member's user id.
    """
    total = NOTHING
    for permission in base:
        total |= permission
    if Permission.ADMINISTRATOR in total:
        return EVERYTHING
    overwrites = list(overwrites)
    layers = (
        [o for o in overwrites if not o.is_member and o.target_id == everyone_id],
        [o for o in overwrites if not o.is_member and o.target_id in role_ids],
        [o for o in overwrites if o.is_member and o.target_id == member_id],
    )
    for layer in layers:
        for overwrite in layer:
            total &= ~overwrite.deny
        for overwrite in layer:
            total |= overwrite.allow
    return total if Permission.VIEW_CHANNEL in total else NOTHING
