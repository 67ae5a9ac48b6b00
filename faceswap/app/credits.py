"""What members can pay with, what it is for, and what was spent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from faceswap.app.context import App
from faceswap.app.moderators import moderated_guild
from faceswap.domain.accounts import guild_of
from faceswap.domain.credits import Balance, Means, utc_day
from faceswap.domain.job import SwapRequest, Verb
from faceswap.domain.movements import Movement, Spender, Spent
from faceswap.domain.standing import NOWHERE, Standing
from faceswap.domain.tariff import Tariff

NO_TARIFF = Tariff()
PAGE = 10
"""How many movements are shown at once."""
MOST_SPENDERS = 10
TOP_DAYS = 30


@dataclass(frozen=True, slots=True)
class History:
    """A page of an account's movements, the newest first; pages count from 0."""

    movements: Sequence[Movement]
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was spent in a server from the first day to the last."""

    first: date
    last: date
    spent: Sequence[Spent]


# ── What there is to pay with ───────────────────────────────────────────────────────────────────


async def tariff_of(app: App, account: str) -> Tariff:
    """Return what was decided where an account is; nothing outside of servers."""
    guild = guild_of(account)
    return NO_TARIFF if guild is None else await app.ledger.tariff(guild)


async def means_of(app: App, account: str, standing: Standing = NOWHERE) -> Means:
    """Return what an account has a day.

    Where its member's roles are not known, the allowance that was last known counts.
    """
    tariff = await tariff_of(app, account)
    allowance = tariff.allowance(standing.roles, app.rules.allowance)
    if guild_of(account) != standing.guild:
        last = await app.ledger.last_allowance(account)
        allowance = allowance if last is None else last
    return Means(allowance, tariff.pool)


async def balance(app: App, account: str, standing: Standing = NOWHERE) -> Balance:
    """Return an account's credits of the day."""
    means = await means_of(app, account, standing)
    return await app.jobs.balance(
        account, allowance=means.allowance, pool=means.pool, now=app.clock.now()
    )


async def refuse_if_short(app: App, account: str, standing: Standing, needed: int) -> None:
    """Refuse what could not be paid, before anything is kept; `Jobs.open` has the last word.

    Raises:
        NotEnoughCredits: The account's pots do not cover it.
    """
    have = await balance(app, account, standing)
    if refusal := have.refuses(needed):
        raise refusal


async def face_price(app: App, account: str, verb: Verb) -> int:
    """Return what a face costs an account in a picture, or a picture that is made from words."""
    return (await tariff_of(app, account)).price(verb, app.rules.prices)


async def at_current_price(app: App, account: str, request: SwapRequest) -> SwapRequest:
    """Return a request at what its verb costs now, not when it was first asked for."""
    return replace(request, face_price=await face_price(app, account, request.verb))


# ── What is looked up ───────────────────────────────────────────────────────────────────────────


async def history(app: App, account: str, page: int = 0) -> History:
    """Return a page of an account's movements, the last where there are not so many."""
    pages = max(1, -(-await app.ledger.count(account) // PAGE))
    page = min(page, pages - 1)
    movements = await app.ledger.movements(account, skip=page * PAGE, most=PAGE)
    return History(movements, page, pages)


async def top(app: App, standing: Standing) -> Sequence[Spender]:
    """Return who has spent most in a server in thirty days.

    Raises:
        OnlyInServers: They are in none.
        NotAModerator: They do not moderate it.
    """
    guild = await moderated_guild(app, standing)
    since = utc_day(app.clock.now()) - timedelta(days=TOP_DAYS - 1)
    return await app.ledger.spenders(guild, since, MOST_SPENDERS)


async def report(app: App, standing: Standing, days: int) -> Report:
    """Return what was spent in a server in so many days, today included.

    Raises:
        OnlyInServers: They are in none.
        NotAModerator: They do not moderate it.
    """
    guild = await moderated_guild(app, standing)
    last = utc_day(app.clock.now())
    first = last - timedelta(days=days - 1)
    return Report(first, last, await app.ledger.spending(guild, first))
