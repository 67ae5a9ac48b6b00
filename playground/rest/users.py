"""Routes of accounts and direct messages."""

from playground import payloads
from playground.errors import ApiError, Refusal
from playground.form import Form
from playground.model import Guild
from playground.permissions import NOTHING
from playground.rest.call import Call, Reply, Route
from playground.world import World


def _me(call: Call) -> Reply:
    return payloads.account(call.world.bot)


def _user(call: Call) -> Reply:
    who = call.world.users.get(call.id("user_id"))
    if who is None:
        raise ApiError(Refusal.UNKNOWN_USER)
    return payloads.user(who)


def _my_guilds(call: Call) -> Reply:
    installed = call.world.application.guild_installs.values()
    return [
        {
            "id": str(guild.id),
            "name": guild.name,
            "icon": None,
            "banner": None,
            "owner": guild.owner is call.world.bot,
            "permissions": str(_server_permissions(call.world, guild)),
            "features": [],
        }
        for guild in installed
    ]


def _server_permissions(world: World, guild: Guild) -> int:
    total = NOTHING
    for role_id in (guild.id, *guild.members[world.bot.id].role_ids):
        total |= guild.roles[role_id].permissions
    return int(total)


def _open_dm(call: Call) -> Reply:
    raw = str(call.form.get("recipient_id", ""))
    who = call.world.users.get(int(raw)) if raw.isdigit() else None
    if who is None or who is call.world.bot:
        form = Form()
        form.wrong(("recipient_id",), "INVALID_RECIPIENT", "Invalid Recipient(s)")
        form.check()
        raise ApiError(Refusal.UNKNOWN_USER)
    return payloads.channel(call.world.dm(who), viewer=call.world.bot)


ROUTES = (
    Route("GET", "/users/@me", _me),
    Route("GET", "/users/@me/guilds", _my_guilds),
    Route("POST", "/users/@me/channels", _open_dm),
    Route("GET", "/users/{user_id}", _user),
)
