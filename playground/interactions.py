"""Interactions: from a person's gesture to the event that reaches the bot."""

import secrets
import time
from dataclasses import dataclass, field

from playground import payloads
from playground.errors import ApiError, Json, Refusal
from playground.limits import upload_limit
from playground.model import (
    Channel,
    Context,
    Flag,
    Given,
    Install,
    Interaction,
    InteractionKind,
    Message,
    User,
)
from playground.permissions import Permission
from playground.world import Event, World

ACKNOWLEDGE_WITHIN = 3.0
TOKEN_LIFETIME = 15 * 60.0
INTERACTIONS_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Gesture:
    """What somebody did in a client.

    Attributes:
        data: The interaction's `data` field.
        title: What the client prints, for example "/jobs list".
        verb: How a person would tell it.
    """

    kind: InteractionKind
    user: User
    channel: Channel
    owners: dict[str, str]
    data: Json
    title: str
    verb: str = "used"
    given: list[Given] = field(default_factory=list)
    menu: bool = False
    target_user: User | None = None
    target_message: Message | None = None
    message: Message | None = None
    parent: Interaction | None = None


def dispatch(world: World, gesture: Gesture) -> Interaction:
    """Create the interaction and send it to the bot."""
    interaction = Interaction(
        id=world.ids.next(),
        token=secrets.token_urlsafe(48),
        kind=gesture.kind,
        user=gesture.user,
        channel=gesture.channel,
        context=world.context(gesture.channel),
        owners=gesture.owners,
        created=world.clock.now(),
        dispatched=time.monotonic(),
        verb=gesture.verb,
        title=gesture.title,
        given=gesture.given,
        menu=gesture.menu,
        target_user=gesture.target_user,
        target_message=gesture.target_message,
        message=gesture.message,
        parent=gesture.parent,
    )
    while len(world.interactions) >= INTERACTIONS_KEPT:
        world.interactions.pop(next(iter(world.interactions)))
    world.interactions[interaction.token] = interaction
    guild = gesture.channel.guild
    data = _payload(world, interaction, gesture.data)
    world.publish(Event("INTERACTION_CREATE", data, guild.id if guild else None))
    return interaction


def _payload(world: World, interaction: Interaction, data: Json) -> Json:
    channel, user = interaction.channel, interaction.user
    may = world.permissions(user, channel)
    found: Json = {
        "id": str(interaction.id),
        "application_id": str(world.application.id),
        "type": int(interaction.kind),
        "token": interaction.token,
        "version": 1,
        "data": data,
        "channel_id": str(channel.id),
        "channel": {**payloads.channel(channel, viewer=world.bot), "permissions": str(int(may))},
        "locale": user.locale,
        "app_permissions": str(int(world.app_permissions(channel, user))),
        "context": int(interaction.context),
        "authorizing_integration_owners": interaction.owners,
        "attachment_size_limit": upload_limit(channel, user),
        "entitlements": _entitlements(world, user, channel),
        "entitlement_sku_ids": [],
    }
    if interaction.message is not None:
        found["message"] = payloads.message(interaction.message)
    if channel.guild is None:
        return {**found, "user": payloads.user(user)}
    guild = channel.guild
    return {
        **found,
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": guild.locale, "features": []},
        "guild_locale": guild.locale,
        "member": payloads.member(guild.members[user.id], may),
    }


def _entitlements(world: World, user: User, channel: Channel) -> list[Json]:
    guild_id = str(channel.guild.id) if channel.guild else None
    return [
        one
        for one in world.application.entitlements
        if not one["deleted"]
        and (one["user_id"] == str(user.id) or (guild_id and one.get("guild_id") == guild_id))
    ]


def owners_of(world: World, user: User, channel: Channel, installs: set[Install]) -> dict[str, str]:
    """`authorizing_integration_owners` for the install types that brought the app here."""
    found: dict[str, str] = {}
    if Install.GUILD in installs:
        found[str(int(Install.GUILD))] = str(channel.guild.id) if channel.guild else "0"
    if Install.USER in installs:
        found[str(int(Install.USER))] = str(user.id)
    return found


def overdue(world: World, interaction: Interaction) -> bool:
    """Whether the three seconds for an acknowledgement passed without one."""
    late = world.clock.now() > interaction.created + ACKNOWLEDGE_WITHIN
    return interaction.acknowledged is None and late


def by_token(world: World, application_id: int, token: str) -> Interaction:
    """The interaction behind a webhook route.

    Raises:
        ApiError: The token is unknown, expired, or its interaction was never acknowledged.
    """
    interaction = world.interactions.get(token)
    if interaction is None or application_id != world.application.id:
        raise ApiError(Refusal.UNKNOWN_WEBHOOK)
    if world.clock.now() > interaction.created + TOKEN_LIFETIME:
        raise ApiError(Refusal.TOKEN_EXPIRED)
    if interaction.acknowledged is None:
        raise ApiError(Refusal.UNKNOWN_WEBHOOK)
    return interaction


def answers_privately(world: World, interaction: Interaction, flags: int) -> bool:
    """Whether an answer is ephemeral: asked for, or forced on an app its user brought along."""
    if flags & Flag.EPHEMERAL:
        return True
    if interaction.context is not Context.GUILD or not interaction.user_install_only:
        return False
    may = world.permissions(interaction.user, interaction.channel)
    return Permission.USE_EXTERNAL_APPS not in may
