"""From a gesture on Discord to an ask of the app."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord
from discord.utils import DEFAULT_FILE_SIZE_LIMIT_BYTES

from bot.address import Address, is_at_home
from bot.errors import IS_PRIVATE, IS_PROMISED, Interaction, answering
from bot.pictures import Picture, may_move
from bot.reader import Sizes
from faceswap.app import promises, stored
from faceswap.app.job_desk import Visitor
from faceswap.app.making import Take
from faceswap.app.policies import policy_of
from faceswap.app.swaps import Ask, Repeat, again, submit
from faceswap.domain.delivery import Place
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.job import Job, Verb
from faceswap.domain.standing import NOWHERE, Standing

MOST_BYTES = 25 * MEGABYTE
MOST_BYTES_OF_CLIP = 100 * MEGABYTE
"""Largest files we post, also where more may be posted: a still gains nothing from it."""
LONGEST_NOTING = 0.1
"""Seconds that noting what is owed may take before the acknowledgement goes out beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What somebody wants swapped; see `Ask`. `private` None leaves it to the server's rules."""

    verb: Verb
    targets: Sequence[Picture]
    ids: str | None = None
    options: str = ""
    source: Picture | None = None
    private: bool | None = None


def owner(interaction: discord.Interaction) -> str:
    """Return whose ids are used: the member's, the same in every server."""
    return str(interaction.user.id)


def account(interaction: discord.Interaction) -> str:
    """Return who pays: the member in a server that has the bot, else the person."""
    return account_of(interaction, interaction.user.id)


def account_of(interaction: discord.Interaction, member: int) -> str:
    """Return the account that a member has where somebody asks."""
    place = interaction.guild_id if interaction.is_guild_integration() else "dm"
    return f"discord:{place}:{member}"


def standing(interaction: discord.Interaction) -> Standing:
    """Return what the server knows of whoever asks; nothing where the bot is not in it."""
    if interaction.guild_id is None or not interaction.is_guild_integration():
        return NOWHERE
    channel = interaction.channel
    parent = channel.parent if isinstance(channel, discord.Thread) else channel
    channels = (
        interaction.channel_id,
        getattr(channel, "parent_id", None),
        getattr(parent, "category_id", None),
    )
    return Standing(
        guild=str(interaction.guild_id),
        channels=frozenset(str(each) for each in channels if each),
        roles=roles_of(interaction.user),
        manages=interaction.permissions.manage_guild,
    )


def roles_of(member: discord.User | discord.Member) -> frozenset[str]:
    """Return the roles of a member of a server, none of somebody who is not in it."""
    roles = member.roles if isinstance(member, discord.Member) else []
    return frozenset(str(role.id) for role in roles)


def visitor_of(interaction: discord.Interaction) -> Visitor:
    """Return who looks jobs up."""
    return Visitor(owner(interaction), standing(interaction))


def place(interaction: discord.Interaction) -> Place:
    """Return where somebody asks, and the message they point at."""
    data: Any = interaction.data or {}
    is_message = data.get("type") == discord.AppCommandType.message.value
    return Place(
        server=standing(interaction).guild,
        channel=str(interaction.channel_id) if interaction.channel_id else None,
        target=str(data["target_id"]) if is_message else None,
    )


def most_bytes(interaction: discord.Interaction, *, moves: bool) -> int:
    """Return how large a file may be: here, and still when the answer comes as a plain message."""
    guild = interaction.guild if is_at_home(interaction) else None
    place = guild.filesize_limit if guild else DEFAULT_FILE_SIZE_LIMIT_BYTES
    ours = MOST_BYTES_OF_CLIP if moves else MOST_BYTES
    return min(interaction.filesize_limit, place, ours)


async def begin(interaction: Interaction, *, private: bool) -> Address:
    """Acknowledge at once, with a reply that is loading; return where to answer.

    That an answer is owed is noted before, so that the next process knows of it.
    """
    clock = interaction.client.app.clock
    began = clock.now()
    promising = asyncio.create_task(_promise(interaction, private=private))
    await asyncio.wait({promising}, timeout=LONGEST_NOTING)
    try:
        response = await interaction.response.defer(ephemeral=private, thinking=True)
        interaction.client.app.meter.acknowledged((clock.now() - began).total_seconds())
    finally:
        await promising
    # Discord makes a reply private, too, where outside apps may not speak.
    is_hidden = private or (response is not None and response.is_ephemeral())
    interaction.extras[IS_PRIVATE] = is_hidden
    return Address.of(interaction, clock.now(), private=is_hidden)


async def _promise(interaction: Interaction, *, private: bool) -> None:
    """Note that an answer is owed: should the process end, the next one gives it."""
    app = interaction.client.app
    interaction.extras[IS_PROMISED] = True
    address = Address.of(interaction, app.clock.now(), private=private)
    await promises.promise(app, str(interaction.id), account(interaction), str(address))


def pressed_at(interaction: Interaction) -> Address:
    """Return where a press that was acknowledged can be answered: in the message it was made in."""
    now = interaction.client.app.clock.now()
    return Address.of(interaction, now, private=is_for_one(interaction))


async def is_private(interaction: Interaction, wanted: bool | None) -> bool:
    """Tell whether a result is for its asker alone: as they want it, or as the server has it."""
    if wanted is not None:
        return wanted
    return (await policy_of(interaction.client.app, standing(interaction))).private


async def swap(interaction: Interaction, order: Order) -> None:
    """Acknowledge, fetch the pictures and have them swapped; the notifier answers."""
    bot = interaction.client
    async with answering(interaction):
        private = await is_private(interaction, order.private)
        order = replace(order, private=private)
        address = await begin(interaction, private=private)
        async with bot.reader.for_swap(order.targets):
            job = await _submit(interaction, order, address)
        await bot.notifier.follow(job)


async def _submit(interaction: Interaction, order: Order, address: Address) -> Job:
    """Fetch the pictures and ask for the swap; they are let go of with the end of this."""
    app, reader = interaction.client.app, interaction.client.reader
    limit = app.rules.limits.most_bytes
    photos = await reader.read_photos([order.source] if order.source else [], limit)
    ask = Ask(
        verb=order.verb,
        owner=owner(interaction),
        account=account(interaction),
        key=str(interaction.id),
        address=str(address),
        most_bytes=most_bytes(interaction, moves=may_move(order.targets)),
        targets=await reader.read(order.targets, Sizes(limit, app.rules.most_bytes)),
        ids_text=order.ids,
        options_text=order.options,
        source=photos[0] if photos else None,
        private=bool(order.private),
        standing=standing(interaction),
        place=place(interaction),
    )
    return await submit(app, ask)


async def swap_again(
    interaction: Interaction,
    job: Job,
    ids: str | None = None,
    *,
    take: Take = Take.SAME,
    beside: bool = False,
) -> None:
    """Acknowledge, and have a job done once more, with other ids or seeds where such are wanted.

    It is as private as the message that was acted on, unless that only stands `beside` the job.
    """
    bot = interaction.client
    private = job.request.private or (is_for_one(interaction) and not beside)
    address = await begin(interaction, private=private)
    repeat = Repeat(
        job_id=job.id,
        owner=owner(interaction),
        account=account(interaction),
        key=str(interaction.id),
        address=str(address),
        most_bytes=most_bytes(interaction, moves=bool(job.request.clips)),
        ids_text=ids,
        take=take,
        standing=standing(interaction),
        place=place(interaction),
    )
    await bot.notifier.follow(await again(bot.app, repeat))


def is_for_one(interaction: discord.Interaction) -> bool:
    """Tell whether the message that was acted on is seen by the asker alone."""
    return interaction.message is not None and interaction.message.flags.ephemeral


async def own_job(interaction: Interaction, job_id: str) -> Job:
    """Return a job that whoever acts on it asked for.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
    """
    return await stored.own_job(interaction.client.app, job_id, owner(interaction))
