"""What the bot says of credits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from discord.utils import escape_markdown, escape_mentions

from bot.language import say
from faceswap.app import Rules
from faceswap.app.credits import TOP_DAYS, History
from faceswap.domain.accounts import member_of
from faceswap.domain.credits import Balance
from faceswap.domain.errors import NotEnoughCredits
from faceswap.domain.job import Verb
from faceswap.domain.movements import Kind, Movement, Spender
from faceswap.domain.tariff import EVERYBODY, Tariff

MADE = {Verb.HEADSHOT, Verb.CHANGEBG}
"""What is paid by the picture, not by the face."""


def not_enough(error: NotEnoughCredits) -> str:
    """Say that an account with several pots cannot pay, what is in them, and when there is more."""
    return say(
        "credits-not-enough",
        needed=error.needed,
        left=error.left,
        allowance=error.allowance,
        granted=error.granted,
        pool=error.pool,
        when=f"<t:{error.refill}:R>",
    )


def balance(have: Balance, pool: int, member: int | None) -> str:
    """Tell what there is in each pot: of a member, or without one of whoever reads it."""
    whose = {} if member is None else {"member": str(member)}
    lines = [say("credits-of" if whose else "credits-own", left=have.left, **whose)]
    when = f"<t:{int(have.refill.timestamp())}:R>"
    left = have.pots
    lines.append(
        say("credits-pot-allowance", left=left.allowance, allowance=have.allowance, when=when)
    )
    if have.granted:
        lines.append(say("credits-pot-granted", left=left.granted))
    if pool:
        lines.append(say("credits-pot-pool", left=left.pool, pool=pool))
    return "\n".join([*lines, say("credits-pots-order")] if len(lines) > 2 else lines)


def history(found: History, member: int | None) -> str:
    """List a page of movements: of a member, or without one of whoever reads it."""
    own = say("credits-history-own")
    head = own if member is None else say("credits-history-of", member=str(member))
    lines = [_movement(each) for each in found.movements] or [say("credits-history-empty")]
    page = say("credits-history-page", page=found.page + 1, pages=found.pages)
    return "\n".join([head, *lines, *([page] if found.pages > 1 else [])])


def _movement(line: Movement) -> str:
    by_person = line.kind in {Kind.GRANT, Kind.REVOKE}
    message = f"credits-line-{line.kind.value}" + ("-why" if by_person and line.reason else "")
    return say(
        message,
        when=f"<t:{int(line.at.timestamp())}:f>",
        amount=line.amount,
        verb=line.verb.value if line.verb else "",
        pot=line.pot.value,
        actor=line.actor,
        reason=_typed(line.reason),
    )


def prices(tariff: Tariff, rules: Rules) -> str:
    """Tell what faces cost, and what there is to pay for them each day."""
    costs = [_price(verb, tariff.price(verb, rules.prices), rules) for verb in Verb]
    pool = [say("credits-pool", amount=tariff.pool)] if tariff.pool else []
    return "\n".join(
        [
            say("credits-prices"),
            *costs,
            say("credits-prices-rounded"),
            "",
            say("credits-allowances"),
            *_allowances(tariff, rules),
            *pool,
        ]
    )


def _price(verb: Verb, still: int, rules: Rules) -> str:
    if not still:
        return say("credits-price-free", verb=verb.value)
    if verb in MADE:
        return say("credits-price-made", verb=verb.value, each=still)
    return say(
        "credits-price",
        verb=verb.value,
        still=still,
        frame=_plain(rules.prices.animation_frame * still),
        second=_plain(rules.prices.video_second * still),
    )


def _allowances(tariff: Tariff, rules: Rules) -> Iterator[str]:
    yield say("credits-allowance-all", amount=tariff.allowance((), rules.allowance))
    roles = {role: amount for role, amount in tariff.allowances.items() if role != EVERYBODY}
    for role, amount in sorted(roles.items(), key=lambda each: -each[1]):
        yield say("credits-allowance-role", role=role, amount=amount)
    if roles:
        yield say("credits-allowance-highest")


def granted(actor: int, member: int, amount: int, now: int, reason: str) -> str:
    """Say who was granted what by whom, and what they have now."""
    people = {"actor": str(actor), "member": str(member)}
    lines = [say("credits-granted", amount=amount, **people)]
    return "\n".join([*lines, *_why(reason), say("credits-granted-now", granted=now)])


def revoked(actor: int, member: int, amount: int, now: int, reason: str) -> str:
    """Say what was revoked of whom by whom, and what they have now."""
    people = {"actor": str(actor), "member": str(member)}
    if not amount:
        return say("credits-revoked-none", member=str(member))
    lines = [say("credits-revoked", amount=amount, **people)]
    return "\n".join([*lines, *_why(reason), say("credits-revoked-now", granted=now)])


def allowance(actor: int, amount: int | None, role: str, tariff: Tariff, rules: Rules) -> str:
    """Say what members have a day now, by whose decision."""
    message = "credits-cleared-allowance" if amount is None else "credits-set-allowance"
    whose = {"role": role} if role else {}
    much = {} if amount is None else {"amount": amount}
    said = say(f"{message}-role" if role else message, actor=str(actor), **whose, **much)
    return "\n".join([said, *_allowances(tariff, rules)])


def price(actor: int, verb: Verb, amount: int, rules: Rules) -> str:
    """Say what a face costs now, by whose decision."""
    said = say("credits-set-price", actor=str(actor), verb=verb.value, amount=amount)
    return "\n".join([said, _price(verb, amount, rules), say("credits-set-price-agreed")])


def pool(actor: int, amount: int) -> str:
    """Say what all members have together now, by whose decision."""
    return say("credits-set-pool", actor=str(actor), amount=amount)


def top(spenders: Sequence[Spender]) -> str:
    """List who spent most."""
    if not spenders:
        return say("credits-top-none", days=TOP_DAYS)
    lines = [
        say("credits-top-line", place=place, member=member_of(each.account), amount=each.amount)
        for place, each in enumerate(spenders, 1)
    ]
    return "\n".join([say("credits-top", days=TOP_DAYS), *lines])


def _why(reason: str) -> list[str]:
    return [say("credits-why", reason=_typed(reason))] if reason else []


def _typed(text: str) -> str:
    """Return what a member has typed; what looks like markup in it is none."""
    return escape_mentions(escape_markdown(text))


def _plain(amount: Decimal) -> Decimal:
    """Return an amount without zeros at its end; the language has its own way to write it."""
    return Decimal(f"{amount.normalize():f}")
