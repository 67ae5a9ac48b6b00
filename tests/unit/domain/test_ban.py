from datetime import UTC, datetime, timedelta

import pytest

from faceswap.domain.ban import Ban, parse_until
from faceswap.domain.errors import BadUntil, Banned
from tests.fakes.clock import NOON


def test_a_ban_holds_until_its_end():
    for_good = Ban("club", "ben", "", "mia", NOON)
    assert for_good.holds(NOON + timedelta(days=9999))
    day = Ban("club", "ben", "", "mia", NOON, NOON + timedelta(days=1))
    assert day.holds(NOON + timedelta(hours=23))
    assert not day.holds(NOON + timedelta(days=1))


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("", None),
        ("30m", NOON + timedelta(minutes=30)),
        (" 2 H ", NOON + timedelta(hours=2)),
        ("3d", NOON + timedelta(days=3)),
        ("1w", NOON + timedelta(weeks=1)),
        ("2026-12-24", datetime(2026, 12, 24, tzinfo=UTC)),
        ("<t:1795219200:R>", datetime(2026, 11, 21, tzinfo=UTC)),
        ("<t:1795219200>", datetime(2026, 11, 21, tzinfo=UTC)),
    ],
)
def test_ends_are_read(text, until):
    assert parse_until(text, NOON) == until


@pytest.mark.parametrize(
    "text",
    [
        "0d",
        "2y",
        "soon",
        "2026-11-20",
        "1999-01-01",
        "2026-02-30",
        "<t:5:R>",
        "<t:9999999999999:R>",
        "9999w9999w",
        "x" * 5000,
    ],
)
def test_what_is_no_time_to_come_is_refused(text):
    with pytest.raises(BadUntil):
        parse_until(text, NOON)


def test_a_refusal_says_why_and_until_when():
    assert "until 2026-11-21 00:00 UTC (reason: spam)" in str(Banned("spam", 1795219200))
    assert "in this server until 2026-11-21 00:00 UTC;" in str(Banned("", 1795219200))
    assert "in this server (reason: spam);" in str(Banned("spam"))
    assert str(Banned()).startswith("You may not use me in this server; ")
