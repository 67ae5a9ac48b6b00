from datetime import UTC, datetime, timedelta, timezone

import pytest

from faceswap.domain.credits import Balance, charge, next_refill, price, utc_day
from tests.fakes import NOON


@pytest.mark.parametrize(("faces", "credits"), [(0, 0), (1, 1), (6, 6)])
def test_each_face_costs_one(faces, credits):
    assert price(faces) == credits


@pytest.mark.parametrize(("faces", "held", "charged"), [(2, 3, 2), (3, 3, 3), (4, 3, 3), (0, 3, 0)])
def test_what_was_done_is_charged_and_no_more_than_was_held(faces, held, charged):
    assert charge(faces, held) == charged


@pytest.mark.parametrize(("spent", "left"), [(0, 50), (49, 1), (50, 0), (60, 0)])
def test_what_is_left(spent, left):
    assert Balance(50, spent, NOON).left == left


TONGA = timezone(timedelta(hours=13))


@pytest.mark.parametrize(
    ("now", "day", "refill"),
    [
        (datetime(2026, 11, 20, 0, 0, tzinfo=UTC), 20, 21),
        (datetime(2026, 11, 20, 23, 59, 59, 999_999, tzinfo=UTC), 20, 21),
        (datetime(2026, 11, 20, 12, 0, tzinfo=TONGA), 19, 20),
    ],
)
def test_days_begin_at_midnight_utc(now, day, refill):
    assert utc_day(now).day == day
    assert next_refill(now) == datetime(2026, 11, refill, tzinfo=UTC)


def test_the_year_ends():
    assert next_refill(datetime(2026, 12, 31, tzinfo=UTC)) == datetime(2027, 1, 1, tzinfo=UTC)
