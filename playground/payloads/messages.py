"""Messages as Discord's JSON, with unsigned links."""

from urllib.parse import quote

from playground.cdn import CDN, MEDIA
from playground.errors import Json
from playground.model import (
    Attachment,
    Channel,
    Flag,
    Interaction,
    InteractionKind,
    Message,
    MessageKind,
)
from playground.payloads.places import member, timestamp, user


def attachment(which: Attachment) -> Json:
    """An attachment object."""
    path = quote(which.path)
    found: Json = {
        "id": str(which.id),
        "filename": which.filename,
        "size": which.size,
        "content_type": which.content_type,
        "url": f"{CDN}{path}",
        "proxy_url": f"{MEDIA}{path}",
    }
    if which.width is not None and which.height is not None:
        found |= {"width": which.width, "height": which.height}
    if which.description is not None:
        found["description"] = which.description
    if which.ephemeral:
        found["ephemeral"] = True
    if which.spoiler:
        found["flags"] = 1 << 3
    return found


def media(which: Attachment) -> Json:
    """An attachment as components and embeds show it."""
    path = quote(which.path)
    return {
        "id": str(which.id),
        "url": f"{CDN}{path}",
        "proxy_url": f"{MEDIA}{path}",
        "width": which.width,
        "height": which.height,
        "content_type": which.content_type,
        "loading_state": 2,
        "attachment_id": str(which.id),
    }


def message(which: Message) -> Json:
    """A message object; files that components or embeds show are not listed as attachments."""
    found: Json = {
        "id": str(which.id),
        "channel_id": str(which.channel.id),
        "type": int(which.kind),
        "author": user(which.author),
        "content": which.content,
        "timestamp": timestamp(which.sent),
        "edited_timestamp": None if which.edited is None else timestamp(which.edited),
        "tts": False,
        "pinned": False,
        "flags": int(which.flags),
        "mention_everyone": which.mentions_everyone,
        "mentions": [user(one) for one in which.mentions],
        "mention_roles": [],
        "attachments": [attachment(one) for one in listed(which)],
        "embeds": which.embeds,
        "components": which.components,
    }
    if which.nonce is not None:
        found["nonce"] = which.nonce
    if which.application_id is not None:
        found["application_id"] = str(which.application_id)
    if which.interaction is not None:
        found["webhook_id"] = str(which.application_id)
        found["interaction_metadata"] = metadata(which.interaction)
        found |= _legacy_interaction(which.interaction, which)
    if which.reply_to is not None:
        found["message_reference"] = _reference(which.channel, which.reply_to)
        earlier = which.channel.messages.get(which.reply_to)
        found["referenced_message"] = None if earlier is None else _flat(earlier)
    return found


def event_message(which: Message) -> Json:
    """A message as the gateway sends it, with guild and member."""
    found = message(which)
    where = which.channel.guild
    if where is None:
        return found
    found["guild_id"] = str(where.id)
    if which.author.id in where.members and which.interaction is None:
        found["member"] = member(where.members[which.author.id])
        found["member"].pop("user")
    return found


def without_content(found: Json) -> Json:
    """What a bot without the message content intent gets of someone else's message."""
    return {**found, "content": "", "embeds": [], "attachments": [], "components": []}


def listed(which: Message) -> list[Attachment]:
    """The files that `message.attachments` lists.

    Discord leaves out a file that a component or embed shows; in a components message a file
    that nothing shows is not visible anywhere.
    """
    if Flag.COMPONENTS_V2 in which.flags:
        return []
    shown = {embed_part["url"] for embed_part in _embed_media(which.embeds)}
    return [one for one in which.attachments if f"{CDN}{quote(one.path)}" not in shown]


def _embed_media(embeds: list[Json]) -> list[Json]:
    return [
        embed[part] for embed in embeds for part in ("image", "thumbnail", "video") if part in embed
    ]


def metadata(which: Interaction) -> Json:
    """`interaction_metadata` of a message that answers `which`."""
    found: Json = {
        "id": str(which.id),
        "type": int(which.kind),
        "user": user(which.user),
        "authorizing_integration_owners": which.owners,
    }
    if which.followups and which.original is not None:
        found["original_response_message_id"] = str(which.original.id)
    if which.target_user is not None:
        found["target_user"] = user(which.target_user)
    if which.target_message is not None:
        found["target_message_id"] = str(which.target_message.id)
    if which.kind is InteractionKind.COMPONENT and which.message is not None:
        found["interacted_message_id"] = str(which.message.id)
    if which.parent is not None:
        found["triggering_interaction_metadata"] = metadata(which.parent)
    return found


def _legacy_interaction(which: Interaction, answer: Message) -> Json:
    if answer.kind not in (MessageKind.CHAT_INPUT_COMMAND, MessageKind.CONTEXT_MENU_COMMAND):
        return {}
    return {
        "interaction": {
            "id": str(which.id),
            "type": int(which.kind),
            "name": which.title.lstrip("/"),
            "user": user(which.user),
        }
    }


def _reference(where: Channel, message_id: int) -> Json:
    found: Json = {"type": 0, "channel_id": str(where.id), "message_id": str(message_id)}
    return found if where.guild is None else {**found, "guild_id": str(where.guild.id)}


def _flat(which: Message) -> Json:
    """A referenced message: its own reference is not followed."""
    found = message(which)
    found.pop("referenced_message", None)
    return found
