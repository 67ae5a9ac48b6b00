"""Movements of credits, as they are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from faceswap.domain.job import Verb
from faceswap.domain.pots import Pot


class Kind(StrEnum):
    """What moved credits.

    A job's hold is its settlement and its refund together, and a reversal takes its settlement
    back.
    """

    HOLD = "hold"
    SETTLE = "settle"
    REFUND = "refund"
    REVERSAL = "reversal"
    GRANT = "grant"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class Movement:
    """One line of the ledger: who moved how much of which pot, why and when.

    `verb` is what the credits were for, where a job moved them.
    """

    at: datetime
    kind: Kind
    pot: Pot
    amount: int
    actor: str
    reason: str
    verb: Verb | None = None


@dataclass(frozen=True, slots=True)
class Revoked:
    """How many granted credits were taken back, and how many are left."""

    taken: int
    granted: int


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent on a day, for one verb."""

    day: date
    verb: Verb
    amount: int


@dataclass(frozen=True, slots=True)
class Spender:
    """What one account has spent."""

    account: str
    amount: int
