"""Routes of channels and their messages."""

from playground import payloads
from playground.errors import ApiError, Json, Refusal
from playground.form import Form
from playground.limits import upload_limit
from playground.messages import Desk, needed_permissions
from playground.model import Channel, ChannelKind, Message, MessageKind
from playground.permissions import Permission
from playground.rest.call import Call, Reply, Route
from playground.sessions import MESSAGE_CONTENT
from playground.world import World

_MOST_MESSAGES = 100
_NONCE_KEPT = 5 * 60.0
"""Seconds; Discord says "the past few minutes"."""


def _channel(call: Call) -> Channel:
    return call.world.channel(call.id("channel_id"))


def _message(call: Call, channel: Channel) -> Message:
    return call.world.message(channel, call.id("message_id"))


def _require(world: World, channel: Channel, needed: Permission) -> None:
    if needed & ~world.bot_permissions(channel):
        raise ApiError(Refusal.MISSING_PERMISSIONS)


def _shown(world: World, message: Message) -> Json:
    """The message as this bot may read it over REST."""
    found = payloads.message(message)
    readable = (
        message.author is world.bot
        or world.bot in message.mentions
        or message.channel.guild is None
        or world.application.privileged_intents & MESSAGE_CONTENT
    )
    return found if readable else payloads.without_content(found)


def _get_channel(call: Call) -> Reply:
    return payloads.channel(_channel(call), viewer=call.world.bot)


def _history(call: Call) -> Reply:
    world, channel = call.world, _channel(call)
    _require(world, channel, Permission.READ_MESSAGE_HISTORY)
    most = min(int(call.query.get("limit", 50)), _MOST_MESSAGES)
    before = int(call.query.get("before") or 2**63)
    after = int(call.query.get("after") or 0)
    found = [
        message
        for message in channel.messages.values()
        if after < message.id < before and message.ephemeral_to is None
    ]
    chosen = found[:most] if "after" in call.query else found[-most:]
    return [_shown(world, message) for message in reversed(chosen)]


def _get_message(call: Call) -> Reply:
    channel = _channel(call)
    _require(call.world, channel, Permission.READ_MESSAGE_HISTORY)
    return _shown(call.world, _message(call, channel))


def _post(call: Call) -> Reply:
    world, channel = call.world, _channel(call)
    _require(world, channel, needed_permissions(call.form, call.files))
    if channel.kind is ChannelKind.DM and not all(one.accepts_dms for one in channel.people):
        raise ApiError(Refusal.CLOSED_DM)
    twin = _twin(call, channel)
    if twin is not None:
        return payloads.message(twin)
    desk = Desk(world, channel, world.bot, upload_limit(channel))
    reply_to = _reply_target(call, channel)
    draft = desk.write(call.form, call.files)
    message = Message(
        id=world.ids.next(),
        channel=channel,
        author=world.bot,
        sent=world.clock.now(),
        kind=MessageKind.DEFAULT if reply_to is None else MessageKind.REPLY,
        reply_to=reply_to,
        nonce=_nonce(call),
    )
    return payloads.message(desk.post(draft, message))


def _nonce(call: Call) -> str | None:
    nonce = call.form.get("nonce")
    return None if nonce is None else str(nonce)


def _twin(call: Call, channel: Channel) -> Message | None:
    """The recent message with the same nonce, when the bot asks for it to be unique."""
    if not call.form.get("enforce_nonce") or _nonce(call) is None:
        return None
    since = call.world.clock.now() - _NONCE_KEPT
    for message in reversed(channel.messages.values()):
        if message.sent < since:
            return None
        if message.author is call.world.bot and message.nonce == _nonce(call):
            return message
    return None


def _reply_target(call: Call, channel: Channel) -> int | None:
    reference = call.form.get("message_reference")
    if not isinstance(reference, dict) or "message_id" not in reference:
        return None
    target = int(reference["message_id"])
    if target in channel.messages:
        return target
    if reference.get("fail_if_not_exists") is not False:
        form = Form()
        form.wrong(
            ("message_reference",),
            "REPLIES_UNKNOWN_MESSAGE",
            "Unknown message",
        )
        form.check()
    return None


def _edit(call: Call) -> Reply:
    world, channel = call.world, _channel(call)
    message = _message(call, channel)
    if message.author is not world.bot:
        raise ApiError(Refusal.OTHER_AUTHOR)
    if call.files:
        _require(world, channel, Permission.ATTACH_FILES)
    desk = Desk(world, channel, world.bot, upload_limit(channel))
    return payloads.message(desk.edit(desk.write(call.form, call.files, message), message))


def _delete(call: Call) -> None:
    world, channel = call.world, _channel(call)
    message = _message(call, channel)
    if message.author is not world.bot:
        _require(world, channel, Permission.MANAGE_MESSAGES)
    world.remove(message)


def _bulk_delete(call: Call) -> None:
    world, channel = call.world, _channel(call)
    _require(world, channel, Permission.MANAGE_MESSAGES)
    ids = call.form.get("messages") or []
    if not 2 <= len(ids) <= _MOST_MESSAGES:
        raise ApiError(Refusal.BULK_DELETE)
    for message_id in ids:
        message = channel.messages.get(int(message_id))
        if message is not None:
            world.remove(message)


def _typing(call: Call) -> None:
    _require(call.world, _channel(call), Permission.SEND_MESSAGES)


_BASE = "/channels/{channel_id}"
_ONE = f"{_BASE}/messages/{{message_id}}"

ROUTES = (
    Route("GET", _BASE, _get_channel),
    Route("GET", f"{_BASE}/messages", _history),
    Route("POST", f"{_BASE}/messages", _post),
    Route("POST", f"{_BASE}/messages/bulk-delete", _bulk_delete),
    Route("GET", _ONE, _get_message),
    Route("PATCH", _ONE, _edit),
    Route("DELETE", _ONE, _delete),
    Route("POST", f"{_BASE}/typing", _typing),
)
