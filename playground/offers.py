"""Which commands a client shows to whom, and where."""

from dataclasses import dataclass

from playground.command_form import SLASH, STRING
from playground.errors import Json, NotOffered
from playground.model import Channel, ChannelKind, Context, Install, User
from playground.permissions import Permission
from playground.world import World

_EVERYWHERE = [int(context) for context in Context]


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that a client shows, and through which installs."""

    command: Json
    installs: frozenset[Install]


def offers(world: World, user: User, channel: Channel) -> list[Offer]:
    """Every command that the client of `user` shows in `channel`."""
    guild_id = channel.guild.id if channel.guild else None
    found = [*world.commands.all(None), *(world.commands.all(guild_id) if guild_id else [])]
    made = [Offer(one, _installs(world, one, user, channel)) for one in found]
    return [one for one in made if one.installs and _permitted(world, one, user, channel)]


def pick(world: World, user: User, channel: Channel, name: str, kind: int) -> Offer:
    """The command of this name and type.

    Raises:
        NotOffered: The client of `user` does not show it in `channel`.
    """
    shown = offers(world, user, channel)
    for one in shown:
        if one.command["name"] == name and one.command["type"] == kind:
            return one
    names = ", ".join(sorted(one.command["name"] for one in shown)) or "none"
    mark = "/" if kind == SLASH else ""
    raise NotOffered(
        f"{mark}{name} is not shown to {user.name} in {channel.name}; commands there: {names}"
    )


def descend(offer: Offer, path: list[str]) -> list[Json]:
    """The options along a path of subcommands: `["list"]` of `/jobs list`.

    Returns:
        The subcommand options from the outermost in; empty for a plain command.

    Raises:
        NotOffered: There is no such subcommand, or one is missing.
    """
    chain: list[Json] = []
    options = offer.command.get("options", [])
    for name in path:
        match = next((o for o in options if o["name"] == name and o["type"] < STRING), None)
        if match is None:
            raise NotOffered(f"/{offer.command['name']} has no subcommand {name!r}")
        chain.append(match)
        options = match["options"]
    if any(one["type"] < STRING for one in options):
        names = ", ".join(one["name"] for one in options)
        raise NotOffered(f"/{offer.command['name']} needs one of its subcommands: {names}")
    return chain


def _installs(world: World, command: Json, user: User, channel: Channel) -> frozenset[Install]:
    context = world.context(channel)
    if "guild_id" not in command and context not in (command["contexts"] or _EVERYWHERE):
        return frozenset()
    application = world.application
    if context is Context.GUILD:
        by_guild = channel.guild is not None and channel.guild.id in application.guild_installs
    else:
        shared = any(user.id in one.members for one in application.guild_installs.values())
        by_guild = context is Context.BOT_DM and shared
    here = {Install.GUILD: by_guild, Install.USER: user.id in application.user_installs}
    types = [0] if "guild_id" in command else command["integration_types"]
    return frozenset(kind for kind, is_here in here.items() if is_here and kind in types)


def _permitted(world: World, offer: Offer, user: User, channel: Channel) -> bool:
    if channel.kind not in (ChannelKind.TEXT, ChannelKind.THREAD):
        return user in channel.people
    may = world.permissions(user, channel)
    if Permission.USE_APPLICATION_COMMANDS not in may:
        return False
    if offer.command["nsfw"] and not channel.nsfw:
        return False
    needed = offer.command["default_member_permissions"]
    if needed is None or Permission.ADMINISTRATOR in may:
        return True
    # "0" is for administrators only.
    return int(needed) != 0 and Permission(int(needed)) in may
