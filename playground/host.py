"""The playground itself: a Discord of one's own on the loopback address."""

from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from aiohttp import TCPConnector

from playground import payloads
from playground.cdn import Cdn, inspect
from playground.clock import Clock
from playground.connector import HOSTS, Ticket
from playground.errors import NoAnswer
from playground.faults import Faults
from playground.gateway import Gateway
from playground.limits import RateLimits
from playground.model import Channel, ChannelKind, Guild, Member, Role, User
from playground.people import Person
from playground.permissions import BOT_DEFAULT, MEMBER, Permission
from playground.places import Room, Server
from playground.recorder import Exchange
from playground.server import Server as HttpServer
from playground.tls import Authority, make_authority
from playground.world import GUILDS, Event, World


class Playground:
    """A local Discord; use it as an async context manager.

    Args:
        name: Name of the bot under test.
        privileged_intents: Privileged intents switched on in the "developer portal".
        shards: Shards that `/gateway/bot` recommends.
    """

    def __init__(
        self, name: str = "Visage", *, privileged_intents: int = 0, shards: int = 1
    ) -> None:
        self.world = World(name, privileged_intents)
        self.gateway = Gateway(self.world)
        self._server = HttpServer(self.world, self.gateway)
        self.world.shards = shards
        self._authority: Authority | None = None

    async def __aenter__(self) -> "Playground":
        """Start listening."""
        self._authority = make_authority(HOSTS)
        await self._server.start(self._authority.server_context())
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        await self._server.stop()

    # What the bot needs

    @property
    def token(self) -> str:
        """The bot's token."""
        return self.world.application.token

    @property
    def ticket(self) -> Ticket:
        """What another process needs to start the bot against this playground."""
        if self._authority is None:
            raise RuntimeError("the playground is not open yet")
        return Ticket(self._server.port, self._authority.ca, self.token)

    def connector(self) -> TCPConnector:
        """A connector that leads an unmodified Discord client here and nowhere else."""
        return self.ticket.connector()

    def write_ticket(self, path: Path) -> None:
        """Write the ticket for :func:`playground.connector.from_ticket`."""
        self.ticket.write(path)

    async def ready(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109 - part of the wait
        """Wait until the bot is connected with all shards and has registered its commands.

        Raises:
            NoAnswer: It was not in `timeout` real seconds.
        """
        synced = self.world.commands

        def is_ready() -> bool | None:
            return True if self.gateway.connected and synced.synced else None

        try:
            await self.world.bell.until(is_ready, timeout)
        except TimeoutError:
            told = "\n".join(f"  {one}" for one in list(self.exchanges)[-12:])
            state = f"connected: {self.gateway.connected}, commands: {synced.synced}"
            raise NoAnswer(f"the bot is not ready after {timeout} s; {state}\n{told}") from None

    async def gone(self, timeout: float = 20.0) -> None:  # noqa: ASYNC109 - part of the wait
        """Wait until no bot is connected, for example after its process was killed.

        Raises:
            NoAnswer: One still was after `timeout` real seconds.
        """
        try:
            await self.world.bell.until(lambda: None if self.gateway.live else True, timeout)
        except TimeoutError:
            raise NoAnswer(f"a bot is still connected after {timeout} s") from None

    # What can be disturbed and looked up

    @property
    def clock(self) -> Clock:
        """The clock behind every expiry."""
        return self.world.clock

    @property
    def faults(self) -> Faults:
        """Errors, lost replies and delays to come."""
        return self.world.faults

    @property
    def rates(self) -> RateLimits:
        """The REST rate limits."""
        return self.world.rates

    @property
    def cdn(self) -> Cdn:
        """Files and links; `cdn.add_external` registers an outside picture."""
        return self.world.cdn

    @property
    def exchanges(self) -> deque[Exchange]:
        """Every REST exchange, oldest first."""
        return self.world.recorder.exchanges

    async def exchange(
        self,
        accept: Callable[[Exchange], bool],
        timeout: float = 20.0,  # noqa: ASYNC109 - part of the wait
    ) -> Exchange:
        """The first REST exchange, past or to come, that `accept` accepts.

        Raises:
            NoAnswer: There was none in `timeout` real seconds.
        """

        def find() -> Exchange | None:
            return next((one for one in self.exchanges if accept(one)), None)

        try:
            return await self.world.bell.until(find, timeout)
        except TimeoutError:
            told = "\n".join(f"  {one}" for one in self.exchanges)
            raise NoAnswer(f"no such request in {timeout} s\n{told}") from None

    # People and places

    @property
    def bot(self) -> Person:
        """The account of the bot under test, for permissions and mentions."""
        return Person(self.world, self.world.bot)

    @property
    def people(self) -> list[Person]:
        """Everyone there is, bots included."""
        return [Person(self.world, user) for user in self.world.users.values()]

    @property
    def rooms(self) -> list[Room]:
        """Every channel, DM and group DM."""
        return [Room(self.world, channel) for channel in self.world.channels.values()]

    def add_user(
        self,
        name: str,
        *,
        bot: bool = False,
        locale: str = "en-US",
        premium: int = 0,
        avatar: bytes | None = None,
        accepts_dms: bool = True,
    ) -> Person:
        """Add an account.

        Args:
            name: Display name.
            bot: Whether it is another bot.
            locale: Language of its client.
            premium: Nitro kind: 0 none, 1 classic, 2 Nitro, 3 Basic.
            avatar: A PNG; without one the client shows a default.
            accepts_dms: Whether the bot may write to it.
        """
        user = User(self.world.ids.next(), name, bot, locale, premium, accepts_dms=accepts_dms)
        if avatar is not None:
            user.avatar = f"{user.id:032x}"
            path = f"/avatars/{user.id}/{user.avatar}.png"
            self.cdn.put(path, inspect(avatar, path))
        return Person(self.world, self.world.add_user(user))

    def add_guild(self, name: str, *, boost_tier: int = 0, locale: str = "en-US") -> Server:
        """Add a server; nobody but its owner is in it yet."""
        world = self.world
        owner = world.application.owner
        guild = Guild(world.ids.next(), name, owner, boost_tier, locale)
        guild.roles[guild.id] = Role(guild.id, "@everyone", MEMBER)
        return Server(world, world.add_guild(guild))

    def add_private(self, *people: Person, name: str | None = None) -> Room:
        """Open a DM of two people, or a group DM of more; the bot is not in it."""
        kind = ChannelKind.DM if len(people) == 2 else ChannelKind.GROUP
        title = name or ", ".join(one.name for one in people)
        users = [one.user for one in people]
        channel = Channel(self.world.ids.next(), kind, title, people=users)
        return Room(self.world, self.world.add_channel(channel))

    # Installing the bot

    def install_bot(self, server: Server, permissions: Permission = BOT_DEFAULT) -> None:
        """Add the bot to a server with a role of its own."""
        world, guild = self.world, server.guild
        role = Role(
            world.ids.next(),
            world.bot.name,
            permissions,
            position=len(guild.roles),
            bot_id=world.bot.id,
        )
        guild.roles[role.id] = role
        own = Member(world.bot, world.clock.now(), [role.id])
        guild.members[world.bot.id] = own
        world.application.guild_installs[guild.id] = guild
        data = payloads.guild_create(guild, [own], own.joined)
        # By this, a client tells a server that it joins from one that is in order again.
        data.pop("unavailable")
        world.publish(Event("GUILD_CREATE", data, guild.id, GUILDS))

    def remove_bot(self, server: Server) -> None:
        """Kick the bot from a server."""
        self.world.application.guild_installs.pop(server.id, None)
        server.guild.members.pop(self.world.bot.id, None)
        self.world.publish(Event("GUILD_DELETE", {"id": str(server.id)}, server.id, GUILDS))

    def break_down(self, server: Server) -> None:
        """Have a server out of order, from now on and at the next start."""
        server.guild.unavailable = True
        data = {"id": str(server.id), "unavailable": True}
        self.world.publish(Event("GUILD_DELETE", data, server.id, GUILDS))

    def install_for_user(self, person: Person) -> None:
        """Let a person add the bot to their own account."""
        self.world.application.user_installs[person.id] = person.user

    def entitle(self, person: Person, sku_id: int) -> int:
        """Give a person an entitlement to a SKU; the answer is its id."""
        entitlement_id = self.world.ids.next()
        entitlement = {
            "id": str(entitlement_id),
            "sku_id": str(sku_id),
            "application_id": str(self.world.application.id),
            "user_id": str(person.id),
            "type": 8,
            "deleted": False,
            "consumed": False,
            "starts_at": None,
            "ends_at": None,
        }
        self.world.application.entitlements.append(entitlement)
        self.world.publish(Event("ENTITLEMENT_CREATE", entitlement))
        return entitlement_id
