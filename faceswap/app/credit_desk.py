"""What moderators give, take back and decide about credits; each change is a line of the audit."""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from faceswap.app.context import App
from faceswap.app.moderators import moderated_guild
from faceswap.domain.accounts import account_in, guild_of, member_of
from faceswap.domain.errors import NotAModerator
from faceswap.domain.job import Verb
from faceswap.domain.movements import Revoked
from faceswap.domain.standing import Standing
from faceswap.domain.tariff import EVERYBODY, Tariff

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Asker:
    """Whoever acts, and where they stand."""

    id: str
    standing: Standing


async def refuse_others(app: App, asker: Asker, account: str) -> None:
    """Refuse to show an account to anybody but its member and the moderators of its server.

    Raises:
        OnlyInServers: It is somebody else's, and there is no server here.
        NotAModerator: It is somebody else's, and not moderated by the asker.
    """
    if member_of(account) == asker.id:
        return
    if await moderated_guild(app, asker.standing) != guild_of(account):
        raise NotAModerator


async def grant(app: App, actor: Asker, member: str, amount: int, reason: str) -> int:
    """Give a member credits that stay, and return how many of those there are then.

    Raises:
        OnlyInServers: The actor is in none.
        NotAModerator: The actor does not moderate it.
    """
    guild = await moderated_guild(app, actor.standing)
    account, now = account_in(guild, member), app.clock.now()
    granted = await app.ledger.grant(account, amount, actor=actor.id, reason=reason, now=now)
    words = {"member": member, "amount": amount, "granted": granted, "reason": reason}
    await _note(app, guild, actor, "credits-granted", words)
    return granted


async def revoke(app: App, actor: Asker, member: str, amount: int, reason: str) -> Revoked:
    """Take granted credits back, at most what is there.

    Raises:
        OnlyInServers: The actor is in none.
        NotAModerator: The actor does not moderate it.
    """
    guild = await moderated_guild(app, actor.standing)
    account, now = account_in(guild, member), app.clock.now()
    back = await app.ledger.revoke(account, amount, actor=actor.id, reason=reason, now=now)
    if back.taken:
        words = {"member": member, "amount": back.taken, "granted": back.granted, "reason": reason}
        await _note(app, guild, actor, "credits-revoked", words)
    return back


async def set_allowance(
    app: App, actor: Asker, amount: int | None, role: str = EVERYBODY
) -> Tariff:
    """Decide what members with a role have a day, or all; None takes it back.

    Raises:
        OnlyInServers: The actor is in none.
        NotAModerator: The actor does not moderate it.
    """
    guild = await moderated_guild(app, actor.standing)
    await app.ledger.set_allowance(guild, role, amount)
    event = "credits-allowance" if amount is not None else "credits-allowance-cleared"
    words = {"role": role, "amount": amount or 0}
    await _note(app, guild, actor, f"{event}-role" if role else event, words)
    return await app.ledger.tariff(guild)


async def set_price(app: App, actor: Asker, verb: Verb, amount: int) -> Tariff:
    """Decide what a face costs in a picture; what has been asked for keeps its price.

    Raises:
        OnlyInServers: The actor is in none.
        NotAModerator: The actor does not moderate it.
    """
    guild = await moderated_guild(app, actor.standing)
    await app.ledger.set_price(guild, verb, amount)
    await _note(app, guild, actor, "credits-price", {"verb": verb.value, "amount": amount})
    return await app.ledger.tariff(guild)


async def set_pool(app: App, actor: Asker, amount: int) -> Tariff:
    """Decide what all members have a day together; 0 means that there is no pool.

    Raises:
        OnlyInServers: The actor is in none.
        NotAModerator: The actor does not moderate it.
    """
    guild = await moderated_guild(app, actor.standing)
    await app.ledger.set_pool(guild, amount)
    await _note(app, guild, actor, "credits-pool", {"amount": amount})
    return await app.ledger.tariff(guild)


async def _note(
    app: App, guild: str, actor: Asker, event: str, words: dict[str, str | int]
) -> None:
    await app.audit.note(guild, actor.id, event, words, app.clock.now())
    log.info("credits changed", guild=guild, by=actor.id, what=event)
