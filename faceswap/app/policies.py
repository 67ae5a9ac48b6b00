"""A server's rules, and holding askers to them before anything is kept or spent."""

from __future__ import annotations

from collections.abc import Iterable

from faceswap.app.context import App
from faceswap.domain.clip import ClipFacts
from faceswap.domain.errors import Banned
from faceswap.domain.policy import OPEN, Policy, refuse_clip, refuse_place, refuse_saving
from faceswap.domain.standing import Standing


async def policy_of(app: App, standing: Standing) -> Policy:
    """Return the rules that hold where somebody is."""
    return await app.guilds.policy(standing.guild) if standing.guild else OPEN


async def admit(app: App, member: str, standing: Standing) -> Policy:
    """Return the rules that hold where a member asks, if they let the member ask there.

    Raises:
        Banned: The member may not use the bot in this server.
        ServerRefused: The member may not use it, or not in this channel.
    """
    if standing.guild is None:
        return OPEN
    await _refuse_banned(app, standing.guild, member)
    policy = await policy_of(app, standing)
    refuse_place(policy, standing)
    return policy


async def admit_saving(app: App, member: str, standing: Standing) -> None:
    """Refuse a member who may not save ids where they ask.

    Raises:
        ServerRefused: They may not; see `admit`.
    """
    refuse_saving(await admit(app, member, standing), standing)


def refuse_clips(policy: Policy, clips: Iterable[tuple[str, ClipFacts | None]]) -> None:
    """Refuse targets, by name, that move and that the server does not take; stills have no facts.

    Raises:
        ServerRefused: One is not taken.
    """
    for name, facts in clips:
        if facts:
            refuse_clip(policy, name, facts)


async def _refuse_banned(app: App, guild: str, member: str) -> None:
    ban = await app.guilds.banned(guild, member)
    if ban and ban.holds(app.clock.now()):
        raise Banned(reason=ban.reason, until=int(ban.until.timestamp()) if ban.until else 0)
