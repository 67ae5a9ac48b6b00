"""What moderators decide: the rules of their server, and who is banned from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from faceswap.app.context import App
from faceswap.app.moderators import moderated_guild
from faceswap.domain.ban import LONGEST_REASON, Ban, parse_until
from faceswap.domain.errors import ManagerNotBanned, ManagersOnly, NotBanned, NotYourself
from faceswap.domain.policy import Policy, Rule
from faceswap.domain.standing import Standing

log = structlog.get_logger()

APPOINTING = "moderators"
"""The rule that those who can manage the server keep to themselves."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What moderators see of their server: its rules, who is banned, and what went wrong.

    `trouble` is when the audit channel took nothing any more.
    """

    guild: str
    policy: Policy
    bans: tuple[Ban, ...]
    trouble: datetime | None


async def desk(app: App, standing: Standing) -> Desk:
    """Return what a moderator sees; bans that are over are left out.

    Raises:
        ServerRefused: The asker does not moderate a server here.
    """
    guild, now = await moderated_guild(app, standing), app.clock.now()
    bans = tuple(ban for ban in await app.guilds.bans(guild) if ban.holds(now))
    trouble = await app.guilds.trouble(guild)
    return Desk(guild, await app.guilds.policy(guild), bans, trouble)


async def change_rules(
    app: App, standing: Standing, actor: str, rules: Mapping[str, Rule]
) -> Policy:
    """Set some fields of a server's rules, and note each that is another now.

    Raises:
        ServerRefused: The asker does not moderate the server, or may not change these.
    """
    guild = await moderated_guild(app, standing)
    if APPOINTING in rules and not standing.manages:
        raise ManagersOnly
    before, after = await app.guilds.change(guild, rules)
    for name in rules:
        value: Rule = getattr(after, name)
        if value != getattr(before, name):
            log.info("rule changed", guild=guild, rule=name)
            event = f"policy-{name.replace('_', '-')}"
            await app.audit.note(guild, actor, event, {"value": _told(value)}, app.clock.now())
    return after


async def ban(
    app: App,
    standing: Standing,
    actor: str,
    member: str,
    *,
    manages: bool,
    reason: str = "",
    until: str = "",
) -> Ban:
    """Keep a member from using the bot in the server; `manages` tells that the member manages it.

    Raises:
        ServerRefused: The asker does not moderate the server, or the member cannot be banned.
        BadUntil: `until` is no time to come; see `parse_until`.
    """
    guild, now = await moderated_guild(app, standing), app.clock.now()
    if member == actor:
        raise NotYourself
    if manages:
        raise ManagerNotBanned
    reason = " ".join(reason.split())[:LONGEST_REASON]
    made = Ban(guild, member, reason, actor, now, parse_until(until, now))
    await app.guilds.ban(made)
    log.info("member banned", guild=guild)
    await app.audit.note(guild, actor, "member-banned", _banned(made), now)
    return made


async def unban(app: App, standing: Standing, actor: str, member: str) -> None:
    """Let a member use the bot in the server again.

    Raises:
        ServerRefused: The asker does not moderate the server, or is the one who is banned.
        NotBanned: There is no ban to lift.
    """
    guild, now = await moderated_guild(app, standing), app.clock.now()
    if member == actor:
        raise NotYourself
    known = await app.guilds.banned(guild, member)
    if not await app.guilds.unban(guild, member) or known is None or not known.holds(now):
        raise NotBanned
    log.info("member unbanned", guild=guild)
    await app.audit.note(guild, actor, "member-unbanned", {"member": member}, now)


def _told(value: Rule) -> str | int:
    """Return a rule as the audit keeps it: lists with commas, `yes` and `no`."""
    if isinstance(value, frozenset):
        return ",".join(sorted(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value


def _banned(ban: Ban) -> dict[str, str | int]:
    until = str(int(ban.until.timestamp())) if ban.until else ""
    return {"member": ban.member, "reason": ban.reason, "until": until}
