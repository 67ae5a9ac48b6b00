"""Routes of the application: itself, its commands, entitlements and the gateway's address."""

from playground import payloads
from playground.connector import GATEWAY
from playground.errors import ApiError, Json, Refusal
from playground.rest.call import Call, Reply, Route

_IDENTIFIES_PER_DAY = 1000


def _application(call: Call) -> Reply:
    return payloads.application(call.world.application)


def _gateway(_: Call) -> Reply:
    return {"url": f"wss://{GATEWAY}"}


def _gateway_bot(call: Call) -> Reply:
    return {
        "url": f"wss://{GATEWAY}",
        "shards": call.world.shards,
        "session_start_limit": {
            "total": _IDENTIFIES_PER_DAY,
            "remaining": _IDENTIFIES_PER_DAY,
            "reset_after": 24 * 3600 * 1000,
            "max_concurrency": 1,
        },
    }


def _own(call: Call) -> int:
    application_id = call.id("application_id")
    if application_id != call.world.application.id:
        raise ApiError(Refusal.UNKNOWN_APPLICATION)
    return application_id


def _book(call: Call) -> int | None:
    """The guild whose commands are meant, None for the global ones."""
    _own(call)
    if "guild_id" not in call.params:
        return None
    guild_id = call.id("guild_id")
    if guild_id not in call.world.application.guild_installs:
        raise ApiError(Refusal.MISSING_ACCESS)
    return guild_id


def _commands(call: Call) -> Reply:
    found = call.world.commands.all(_book(call))
    if call.flag("with_localizations"):
        return found
    hidden = ("name_localizations", "description_localizations")
    return [{key: one[key] for key in one if key not in hidden} for one in found]


def _overwrite(call: Call) -> Reply:
    if not isinstance(call.body, list):
        raise ApiError(Refusal.BAD_BODY)
    book = _book(call)
    made = call.world.commands.overwrite(book, call.world.application.id, call.body)
    call.world.bell.ring()
    return made


def _create(call: Call) -> Reply:
    return call.world.commands.upsert(_book(call), call.world.application.id, call.form)


def _command(call: Call) -> Reply:
    return call.world.commands.get(_book(call), call.id("command_id"))


def _edit(call: Call) -> Reply:
    return call.world.commands.edit(_book(call), call.id("command_id"), call.form)


def _delete(call: Call) -> None:
    call.world.commands.delete(_book(call), call.id("command_id"))


def _emojis(call: Call) -> Reply:
    _own(call)
    return {"items": []}


def _entitlements(call: Call) -> Reply:
    _own(call)
    who = call.query.get("user_id")
    found = call.world.application.entitlements
    return [one for one in found if who is None or one["user_id"] == who]


def _entitlement(call: Call) -> Json:
    _own(call)
    for one in call.world.application.entitlements:
        if one["id"] == call.params["entitlement_id"]:
            return one
    raise ApiError(Refusal.UNKNOWN_ENTITLEMENT)


def _consume(call: Call) -> None:
    _entitlement(call)["consumed"] = True


_APP = "/applications/{application_id}"
_GLOBAL = f"{_APP}/commands"
_GUILD = f"{_APP}/guilds/{{guild_id}}/commands"

ROUTES = (
    Route("GET", "/gateway", _gateway, needs_token=False),
    Route("GET", "/gateway/bot", _gateway_bot),
    Route("GET", "/oauth2/applications/@me", _application),
    Route("GET", "/applications/@me", _application),
    Route("GET", f"{_APP}/emojis", _emojis),
    Route("GET", f"{_APP}/entitlements", _entitlements),
    Route("GET", f"{_APP}/entitlements/{{entitlement_id}}", _entitlement),
    Route("POST", f"{_APP}/entitlements/{{entitlement_id}}/consume", _consume),
    *(
        Route(method, path, handler)
        for base in (_GLOBAL, _GUILD)
        for method, path, handler in (
            ("GET", base, _commands),
            ("PUT", base, _overwrite),
            ("POST", base, _create),
            ("GET", f"{base}/{{command_id}}", _command),
            ("PATCH", f"{base}/{{command_id}}", _edit),
            ("DELETE", f"{base}/{{command_id}}", _delete),
        )
    ),
)
