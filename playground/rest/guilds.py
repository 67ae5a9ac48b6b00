"""Routes that read guilds, their channels, roles and members."""

from playground import payloads
from playground.errors import ApiError, Refusal
from playground.rest.call import Call, Reply, Route
from playground.world import GUILD_MEMBERS


def _guild(call: Call) -> Reply:
    found = payloads.guild(call.world.guild(call.id("guild_id")))
    if not call.flag("with_counts"):
        found.pop("approximate_member_count")
        found.pop("approximate_presence_count")
    return found


def _channels(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    return [payloads.channel(one) for one in guild.channels.values()]


def _roles(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    return [payloads.role(one) for one in guild.roles.values()]


def _members(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    if not call.world.application.privileged_intents & GUILD_MEMBERS:
        raise ApiError(Refusal.MISSING_ACCESS)
    after, most = int(call.query.get("after", 0)), int(call.query.get("limit", 1))
    found = sorted((one for one in guild.members.values()), key=lambda one: one.user.id)
    return [payloads.member(one) for one in found if one.user.id > after][:most]


def _member(call: Call) -> Reply:
    guild = call.world.guild(call.id("guild_id"))
    member = guild.members.get(call.id("user_id"))
    if member is None:
        raise ApiError(Refusal.UNKNOWN_MEMBER)
    return payloads.member(member)


_BASE = "/guilds/{guild_id}"

ROUTES = (
    Route("GET", _BASE, _guild),
    Route("GET", f"{_BASE}/channels", _channels),
    Route("GET", f"{_BASE}/roles", _roles),
    Route("GET", f"{_BASE}/members", _members),
    Route("GET", f"{_BASE}/members/{{user_id}}", _member),
)
