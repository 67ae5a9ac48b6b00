"""Members who may not use the bot in a server, and until when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from faceswap.domain.errors import BadUntil

LONGEST_REASON = 200
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_LASTING = re.compile(r"(\d{1,4})\s*([mhdw])")
_MOMENT = re.compile(r"<t:(\d{1,13})(?::[a-zA-Z])?>")
"""How Discord writes a time into a message."""


@dataclass(frozen=True, slots=True)
class Ban:
    """Who may not use the bot in a server; `until` None means for good.

    `actor` is the moderator who said so at `at`; `reason` '' means that none was given.
    """

    guild: str
    member: str
    reason: str
    actor: str
    at: datetime
    until: datetime | None = None

    def holds(self, now: datetime) -> bool:
        """Tell whether it is still in force."""
        return self.until is None or now < self.until


def parse_until(text: str, now: datetime) -> datetime | None:
    """Return the time that somebody typed, None for nothing.

    It is written as how long from now (30m, 2h, 3d, 1w), as a date, on which it ends at 00:00 UTC,
    or as Discord's own time.

    Raises:
        BadUntil: It is none of these, or not to come.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    try:
        until = _lasting(typed, now) or _moment(text.strip()) or _day(typed)
    except (ValueError, OverflowError, OSError):
        until = None
    if until is None or until <= now:
        raise BadUntil(text=text.strip())
    return until


def _lasting(typed: str, now: datetime) -> datetime | None:
    match = _LASTING.fullmatch(typed)
    return now + timedelta(**{_UNITS[match[2]]: int(match[1])}) if match else None


def _moment(typed: str) -> datetime | None:
    match = _MOMENT.fullmatch(typed)
    return datetime.fromtimestamp(int(match[1]), UTC) if match else None


def _day(typed: str) -> datetime:
    day = date.fromisoformat(typed)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
