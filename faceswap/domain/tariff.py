"""What a server's moderators have decided about credits."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from faceswap.domain.credits import PRICE_PER_FACE, Prices
from faceswap.domain.job import Verb

EVERYBODY = ""
"""Stands for all members where an allowance is for a role."""


@dataclass(frozen=True, slots=True)
class Tariff:
    """Allowances a day by role, prices by verb, and the pool's budget.

    A price is that of a face in a picture, or of a picture that is made from words.

    Where nothing was decided, the operator's settings hold, and there is no pool.
    """

    allowances: Mapping[str, int] = field(default_factory=dict[str, int])
    prices: Mapping[Verb, int] = field(default_factory=dict[Verb, int])
    pool: int = 0

    def allowance(self, roles: Collection[str], otherwise: int) -> int:
        """Return what a member with these roles has a day: the most that one of them gives."""
        given = [self.allowances[role] for role in (EVERYBODY, *roles) if role in self.allowances]
        return max(given, default=otherwise)

    def price(self, verb: Verb, usual: Prices) -> int:
        """Return what a face costs in a picture, or a picture that is made from words."""
        made = {Verb.HEADSHOT: usual.headshot, Verb.CHANGEBG: usual.changebg}
        return self.prices.get(verb, made.get(verb, PRICE_PER_FACE))
