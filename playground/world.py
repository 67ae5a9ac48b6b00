"""Everything that exists, who may do what where, and the events that tell the bot."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from playground import payloads
from playground.bell import Bell
from playground.cdn import Cdn
from playground.clock import Clock
from playground.commands import CommandBook
from playground.errors import ApiError, Json, Refusal
from playground.faults import Faults
from playground.limits import RateLimits
from playground.model import (
    Application,
    Channel,
    ChannelKind,
    Context,
    Guild,
    Interaction,
    Member,
    Message,
    Role,
    User,
)
from playground.permissions import (
    BOT_DM,
    EVERYTHING,
    NOTHING,
    PRIVATE_CHANNEL,
    Permission,
    effective,
)
from playground.recorder import Recorder
from playground.snowflakes import Snowflakes

GUILDS = 1 << 0
GUILD_MEMBERS = 1 << 1
GUILD_MESSAGES = 1 << 9
DIRECT_MESSAGES = 1 << 12


@dataclass(frozen=True, slots=True)
class Event:
    """A gateway event before it is sent.

    Attributes:
        guild_id: Decides the shard; None goes to shard 0.
        intent: Intent bit a session needs; 0 when none.
        limited: What a session without the message content intent gets instead.
    """

    name: str
    data: Json
    guild_id: int | None = None
    intent: int = 0
    limited: Json | None = None


class World:
    """The state of one playground."""

    def __init__(self, name: str, privileged_intents: int) -> None:
        self.clock = Clock()
        self.bell = Bell()
        self.clock.watch(self.bell.ring)
        self.ids = Snowflakes(self.clock)
        self.cdn = Cdn(self.clock)
        self.commands = CommandBook(self.clock, self.ids)
        self.faults = Faults()
        self.rates = RateLimits()
        self.recorder = Recorder()
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.interactions: dict[str, Interaction] = {}
        """By token."""
        self.listeners: list[Callable[[Event], None]] = []
        self.shards = 1
        """How many shards `/gateway/bot` recommends."""
        owner = self.add_user(User(self.ids.next(), "Owner"))
        bot = self.add_user(User(self.ids.next(), name, bot=True))
        self.application = Application(
            id=bot.id,
            bot=bot,
            owner=owner,
            token=f"playground.{secrets.token_urlsafe(24)}",
            verify_key=secrets.token_hex(32),
            privileged_intents=privileged_intents,
        )

    @property
    def bot(self) -> User:
        """The bot under test."""
        return self.application.bot

    def publish(self, event: Event) -> None:
        """Tell the bot's sessions and wake whoever waits."""
        for listener in self.listeners:
            listener(event)
        self.bell.ring()

    # People and places

    def add_user(self, who: User) -> User:
        """Register an account."""
        self.users[who.id] = who
        return who

    def add_guild(self, which: Guild) -> Guild:
        """Register a server; its owner joins it."""
        self.guilds[which.id] = which
        which.members[which.owner.id] = Member(which.owner, self.clock.now())
        return which

    def add_channel(self, which: Channel) -> Channel:
        """Register a channel and tell the bot when it may know."""
        self.channels[which.id] = which
        if which.guild is not None:
            which.guild.channels[which.id] = which
            name = "THREAD_CREATE" if which.kind is ChannelKind.THREAD else "CHANNEL_CREATE"
            self.tell_guild(which.guild, name, payloads.channel(which))
        return which

    def add_role(self, guild: Guild, role: Role) -> Role:
        """Register a role."""
        guild.roles[role.id] = role
        data = {"guild_id": str(guild.id), "role": payloads.role(role)}
        self.tell_guild(guild, "GUILD_ROLE_CREATE", data)
        return role

    def add_member(self, guild: Guild, member: Member) -> Member:
        """Let someone join."""
        guild.members[member.user.id] = member
        data = {**payloads.member(member), "guild_id": str(guild.id)}
        self.tell_guild(guild, "GUILD_MEMBER_ADD", data, intent=GUILD_MEMBERS)
        return member

    def role_changed(self, guild: Guild, role: Role) -> None:
        """Tell the bot that a role has other permissions now."""
        data = {"guild_id": str(guild.id), "role": payloads.role(role)}
        self.tell_guild(guild, "GUILD_ROLE_UPDATE", data)

    def channel_changed(self, channel: Channel) -> None:
        """Tell the bot that a channel has other overwrites now."""
        if channel.guild is not None:
            self.tell_guild(channel.guild, "CHANNEL_UPDATE", payloads.channel(channel))

    def tell_guild(self, guild: Guild, name: str, data: Json, *, intent: int = GUILDS) -> None:
        """Publish an event of a guild, if the bot is in it."""
        if guild.id in self.application.guild_installs:
            self.publish(Event(name, data, guild.id, intent))

    def dm(self, who: User) -> Channel:
        """The DM between `who` and the bot, opened on first use."""
        for channel in self.channels.values():
            if channel.kind is ChannelKind.DM and {*channel.people} == {who, self.bot}:
                return channel
        return self.add_channel(
            Channel(self.ids.next(), ChannelKind.DM, who.name, people=[who, self.bot])
        )

    # Looking up what a request names

    def channel(self, channel_id: int) -> Channel:
        """The channel the bot asks about.

        Raises:
            ApiError: It does not exist, or the bot cannot see it.
        """
        channel = self.channels.get(channel_id)
        if channel is None:
            raise ApiError(Refusal.UNKNOWN_CHANNEL)
        if Permission.VIEW_CHANNEL not in self.bot_permissions(channel):
            raise ApiError(Refusal.MISSING_ACCESS)
        return channel

    def guild(self, guild_id: int) -> Guild:
        """The guild the bot asks about.

        Raises:
            ApiError: It does not exist, or the bot is not in it.
        """
        if guild_id not in self.application.guild_installs:
            raise ApiError(Refusal.UNKNOWN_GUILD)
        return self.guilds[guild_id]

    def message(self, channel: Channel, message_id: int) -> Message:
        """A message by channel route; ephemeral ones cannot be reached that way.

        Raises:
            ApiError: There is none.
        """
        message = channel.messages.get(message_id)
        if message is None or message.ephemeral_to is not None:
            raise ApiError(Refusal.UNKNOWN_MESSAGE)
        return message

    # Permissions

    def permissions(self, who: User, channel: Channel) -> Permission:
        """What `who` may do in `channel`."""
        guild = channel.guild
        if guild is None:
            visible = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES
            extra = visible | Permission.READ_MESSAGE_HISTORY
            return BOT_DM | extra if who in channel.people else NOTHING
        member = guild.members.get(who.id)
        if member is None:
            return NOTHING
        if who is guild.owner:
            return EVERYTHING
        roles = [guild.roles[guild.id], *(guild.roles[one] for one in member.role_ids)]
        is_thread = channel.kind is ChannelKind.THREAD
        ruling = channel.parent if is_thread and channel.parent else channel
        return effective(
            base=[role.permissions for role in roles],
            overwrites=ruling.overwrites.values(),
            everyone_id=guild.id,
            role_ids=frozenset(member.role_ids),
            member_id=who.id,
        )

    def bot_permissions(self, channel: Channel) -> Permission:
        """What the bot may do in `channel` with its own account."""
        return self.permissions(self.bot, channel)

    def app_permissions(self, channel: Channel, user: User) -> Permission:
        """`app_permissions` of an interaction that `user` starts in `channel`."""
        context = self.context(channel)
        if context is Context.BOT_DM:
            return BOT_DM
        if context is Context.PRIVATE_CHANNEL:
            return PRIVATE_CHANNEL
        if channel.guild is not None and channel.guild.id in self.application.guild_installs:
            return self.bot_permissions(channel)
        return self.permissions(user, channel) & BOT_DM

    def context(self, channel: Channel) -> Context:
        """Where `channel` is, as interactions call it."""
        if channel.guild is not None:
            return Context.GUILD
        is_dm = channel.kind is ChannelKind.DM and self.bot in channel.people
        return Context.BOT_DM if is_dm else Context.PRIVATE_CHANNEL

    def sees(self, who: User, message: Message) -> bool:
        """Whether a client of `who` shows `message`."""
        if message.id not in message.channel.messages:
            return False
        if message.ephemeral_to is not None and message.ephemeral_to is not who:
            return False
        return Permission.VIEW_CHANNEL in self.permissions(who, message.channel)

    # Messages

    def announce(self, message: Message, name: str) -> None:
        """Publish MESSAGE_CREATE or MESSAGE_UPDATE, unless the bot may not know."""
        if not self._bot_hears(message):
            self.bell.ring()
            return
        data = payloads.event_message(message)
        about_bot = message.author is self.bot or self.bot in message.mentions
        in_dm = message.channel.guild is None
        limited = None if about_bot or in_dm else payloads.without_content(data)
        self._publish_message(message.channel, name, data, limited)

    def remove(self, message: Message) -> None:
        """Delete a message with its files."""
        message.channel.messages.pop(message.id, None)
        for attachment in message.attachments:
            self.cdn.drop(attachment.path)
        if not self._bot_hears(message):
            self.bell.ring()
            return
        data: Json = {"id": str(message.id), "channel_id": str(message.channel.id)}
        if message.channel.guild is not None:
            data["guild_id"] = str(message.channel.guild.id)
        self._publish_message(message.channel, "MESSAGE_DELETE", data, None)

    def _bot_hears(self, message: Message) -> bool:
        visible = Permission.VIEW_CHANNEL in self.bot_permissions(message.channel)
        return visible and message.ephemeral_to is None

    def _publish_message(
        self, channel: Channel, name: str, data: Json, limited: Json | None
    ) -> None:
        guild_id = channel.guild.id if channel.guild else None
        intent = DIRECT_MESSAGES if guild_id is None else GUILD_MESSAGES
        self.publish(Event(name, data, guild_id, intent, limited))
