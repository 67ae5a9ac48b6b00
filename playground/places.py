"""Servers and rooms, as a test or demo arranges them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from playground.errors import NoAnswer
from playground.model import Channel, ChannelKind, Guild, Member, Role
from playground.permissions import NOTHING, Overwrite, Permission
from playground.seen import Seen, look
from playground.world import World

if TYPE_CHECKING:
    from playground.people import Person


@dataclass(frozen=True, slots=True)
class Room:
    """A channel, a DM or a group DM."""

    world: World
    channel: Channel

    @property
    def id(self) -> int:
        """The channel's id."""
        return self.channel.id

    @property
    def name(self) -> str:
        """The channel's name."""
        return self.channel.name

    @property
    def messages(self) -> list[Seen]:
        """Every message now in the room, ephemeral ones included, oldest first."""
        return [look(self.world, message) for message in self.channel.messages.values()]

    async def until(
        self,
        accept: Callable[[Seen], bool],
        timeout: float = 20.0,  # noqa: ASYNC109 - part of the wait
    ) -> Seen:
        """The newest finished message that `accept` accepts.

        Raises:
            NoAnswer: None came in `timeout` real seconds.
        """

        def find() -> Seen | None:
            ready = (one for one in reversed(self.messages) if not one.loading)
            return next((one for one in ready if accept(one)), None)

        try:
            return await self.world.bell.until(find, timeout)
        except TimeoutError:
            told = "\n".join(f"  {one}" for one in self.messages)
            raise NoAnswer(f"nothing fitting in {self.name} in {timeout} s\n{told}") from None

    def allow(self, who: "Person | Role | Server", permissions: Permission) -> None:
        """Grant permissions in this channel to a member, a role or everyone in the server."""
        self._overwrite(who, allow=permissions)

    def deny(self, who: "Person | Role | Server", permissions: Permission) -> None:
        """Take permissions in this channel from a member, a role or everyone in the server."""
        self._overwrite(who, deny=permissions)

    def _overwrite(
        self,
        who: "Person | Role | Server",
        *,
        allow: Permission = NOTHING,
        deny: Permission = NOTHING,
    ) -> None:
        is_member = not isinstance(who, Role | Server)
        before = self.channel.overwrites.get(who.id, Overwrite(who.id, is_member))
        self.channel.overwrites[who.id] = Overwrite(
            target_id=who.id,
            is_member=is_member,
            allow=(before.allow | allow) & ~deny,
            deny=(before.deny | deny) & ~allow,
        )
        self.world.channel_changed(self.channel)


@dataclass(frozen=True, slots=True)
class Server:
    """A guild."""

    world: World
    guild: Guild

    @property
    def id(self) -> int:
        """The guild's id, which is also that of its everyone role."""
        return self.guild.id

    @property
    def name(self) -> str:
        """The guild's name."""
        return self.guild.name

    @property
    def rooms(self) -> list[Room]:
        """Its channels."""
        return [Room(self.world, channel) for channel in self.guild.channels.values()]

    def add_channel(self, name: str, *, nsfw: bool = False, category: Room | None = None) -> Room:
        """Add a text channel, in a category if there is one."""
        channel = Channel(
            self.world.ids.next(),
            ChannelKind.TEXT,
            name,
            guild=self.guild,
            nsfw=nsfw,
            position=len(self.guild.channels),
            parent=category.channel if category else None,
        )
        return Room(self.world, self.world.add_channel(channel))

    def add_category(self, name: str) -> Room:
        """Add a category."""
        position = len(self.guild.channels)
        channel = Channel(
            self.world.ids.next(),
            ChannelKind.CATEGORY,
            name,
            guild=self.guild,
            position=position,
        )
        return Room(self.world, self.world.add_channel(channel))

    def add_thread(self, name: str, room: Room) -> Room:
        """Open a thread in a text channel."""
        channel = Channel(
            self.world.ids.next(),
            ChannelKind.THREAD,
            name,
            guild=self.guild,
            parent=room.channel,
        )
        return Room(self.world, self.world.add_channel(channel))

    def use_system_channel(self, room: Room | None) -> None:
        """Choose where the client writes who joined; the bot is told when it joins."""
        self.guild.system_channel = room.channel if room else None

    def add_role(self, name: str, permissions: Permission = NOTHING) -> Role:
        """Add a role."""
        role = Role(self.world.ids.next(), name, permissions, position=len(self.guild.roles))
        return self.world.add_role(self.guild, role)

    def add_member(self, who: "Person", permissions: Permission = NOTHING, *roles: Role) -> None:
        """Let someone join, with roles, and permissions beyond everyone's."""
        role_ids = [role.id for role in roles]
        if permissions:
            role_ids.append(self.add_role(f"{who.name}'s role", permissions).id)
        member = Member(who.user, self.world.clock.now(), role_ids)
        self.world.add_member(self.guild, member)

    def take_roles(self, who: "Person") -> None:
        """Take all roles from a member."""
        self.guild.members[who.id].role_ids.clear()

    def deny_everyone(self, permissions: Permission) -> None:
        """Take permissions from the everyone role."""
        role = self.guild.roles[self.guild.id]
        role.permissions &= ~permissions
        self.world.role_changed(self.guild, role)
