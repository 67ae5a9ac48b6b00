"""Accounts, guilds and channels as Discord's JSON."""

from collections.abc import Iterable
from datetime import UTC, datetime

from playground.errors import Json
from playground.model import Application, Channel, ChannelKind, Guild, Member, Role, User
from playground.permissions import Permission

MESSAGE_CONTENT_FLAG = 1 << 19
"""Application flag: the message content intent is on, for an unverified app."""


def timestamp(seconds: float) -> str:
    """ISO 8601 with offset, as Discord writes it."""
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds")


def user(who: User) -> Json:
    """A user object."""
    found: Json = {
        "id": str(who.id),
        "username": who.username,
        "discriminator": "0000" if who.bot else "0",
        "global_name": None if who.bot else who.name,
        "avatar": who.avatar,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "public_flags": 0,
        "flags": 0,
    }
    return {**found, "username": who.name, "bot": True} if who.bot else found


def account(who: User) -> Json:
    """The bot's view of itself."""
    return {
        **user(who),
        "mfa_enabled": True,
        "locale": "en-US",
        "verified": True,
        "email": None,
        "premium_type": 0,
    }


def member(who: Member, permissions: Permission | None = None) -> Json:
    """A guild member object, with the resolved permissions of an interaction when given."""
    found: Json = {
        "user": user(who.user),
        "nick": None,
        "avatar": None,
        "banner": None,
        "roles": [str(role_id) for role_id in who.role_ids],
        "joined_at": timestamp(who.joined),
        "premium_since": None,
        "communication_disabled_until": None,
        "pending": False,
        "mute": False,
        "deaf": False,
        "flags": 0,
    }
    return found if permissions is None else {**found, "permissions": str(int(permissions))}


def role(which: Role) -> Json:
    """A role object."""
    found: Json = {
        "id": str(which.id),
        "name": which.name,
        "permissions": str(int(which.permissions)),
        "position": which.position,
        "color": which.color,
        "colors": {
            "primary_color": which.color,
            "secondary_color": None,
            "tertiary_color": None,
        },
        "hoist": False,
        "managed": which.bot_id is not None,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    return found if which.bot_id is None else {**found, "tags": {"bot_id": str(which.bot_id)}}


def guild(which: Guild) -> Json:
    """A guild object with counts, as `GET /guilds/{id}?with_counts=true` gives it."""
    nothing = (
        "icon",
        "description",
        "home_header",
        "splash",
        "discovery_splash",
        "banner",
        "application_id",
        "afk_channel_id",
        "widget_channel_id",
        "max_presences",
        "vanity_url_code",
        "rules_channel_id",
        "safety_alerts_channel_id",
        "public_updates_channel_id",
        "incidents_data",
    )
    return {
        **dict.fromkeys(nothing),
        "id": str(which.id),
        "name": which.name,
        "system_channel_id": str(which.system_channel.id) if which.system_channel else None,
        "owner_id": str(which.owner.id),
        "preferred_locale": which.locale,
        "premium_tier": which.boost_tier,
        "premium_subscription_count": (0, 2, 7, 14)[which.boost_tier],
        "premium_progress_bar_enabled": False,
        "roles": [role(one) for one in which.roles.values()],
        "features": [],
        "emojis": [],
        "stickers": [],
        "region": "us-west",
        "afk_timeout": 300,
        "system_channel_flags": 0,
        "widget_enabled": False,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw": False,
        "nsfw_level": 0,
        "max_members": 500_000,
        "max_video_channel_users": 25,
        "max_stage_video_channel_users": 50,
        "approximate_member_count": len(which.members),
        "approximate_presence_count": len(which.members),
    }


def guild_create(which: Guild, members: Iterable[Member], joined: float) -> Json:
    """The GUILD_CREATE event; `members` are those the session may see."""
    channels = list(which.channels.values())
    return {
        **guild(which),
        "joined_at": timestamp(joined),
        "large": False,
        "unavailable": False,
        "member_count": len(which.members),
        "members": [member(one) for one in members],
        "channels": [channel(one) for one in channels if one.kind is not ChannelKind.THREAD],
        "threads": [channel(one) for one in channels if one.kind is ChannelKind.THREAD],
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def channel(which: Channel, viewer: User | None = None) -> Json:
    """A channel object; `viewer` is left out of the recipients of a DM."""
    last = next(reversed(which.messages), None)
    found: Json = {
        "id": str(which.id),
        "type": int(which.kind),
        "last_message_id": None if last is None else str(last),
        "flags": 0,
    }
    if which.guild is None:
        found["recipients"] = [user(one) for one in which.people if one is not viewer]
        if which.kind is ChannelKind.GROUP:
            found |= {"name": which.name, "icon": None, "owner_id": str(which.people[0].id)}
        return found
    if which.kind is ChannelKind.THREAD:
        found |= _thread(which.guild)
    return {
        **found,
        "guild_id": str(which.guild.id),
        "name": which.name,
        "position": which.position,
        "parent_id": str(which.parent.id) if which.parent else None,
        "topic": None,
        "nsfw": which.nsfw,
        "rate_limit_per_user": 0,
        "permission_overwrites": [
            {
                "id": str(o.target_id),
                "type": int(o.is_member),
                "allow": str(int(o.allow)),
                "deny": str(int(o.deny)),
            }
            for o in which.overwrites.values()
        ],
    }


def _thread(guild: Guild) -> Json:
    """What a thread has beside a channel's fields."""
    metadata: Json = {
        "archived": False,
        "auto_archive_duration": 1440,
        "archive_timestamp": timestamp(0),
        "locked": False,
    }
    counts = {"message_count": 0, "member_count": 1, "total_message_sent": 0}
    return {"owner_id": str(guild.owner.id), "thread_metadata": metadata, **counts}


def application(which: Application) -> Json:
    """The bot's application, as its owner sees it."""
    return {
        "id": str(which.id),
        "name": which.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user(which.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "integration_types_config": {"0": {}, "1": {}},
        "verify_key": which.verify_key,
        "flags": application_flags(which),
        "flags_new": str(application_flags(which)),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(which.owner),
        "approximate_guild_count": len(which.guild_installs),
        "approximate_user_install_count": len(which.user_installs),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }


def application_flags(which: Application) -> int:
    """The application's public flags."""
    message_content = 1 << 15
    return MESSAGE_CONTENT_FLAG if which.privileged_intents & message_content else 0
