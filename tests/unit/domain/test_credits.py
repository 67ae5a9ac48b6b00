from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.clip import ClipFacts, ClipKind, ClipOutcome
from faceswap.domain.credits import (
    Balance,
    Prices,
    Rendered,
    charge,
    charge_canceled,
    next_refill,
    utc_day,
)
from faceswap.domain.pots import Parts
from tests import strategies
from tests.fakes.clock import NOON

PRICES = Prices()


def clip(kind, seconds, frames):
    return ClipFacts(kind, 640, 480, frames, seconds, has_audio=False)


@pytest.mark.parametrize(("faces", "credits"), [(0, 0), (1, 1), (6, 6)])
def test_each_face_of_a_still_costs_one(faces, credits):
    assert PRICES.of(None, faces) == credits


@pytest.mark.parametrize(
    ("seconds", "credits"),
    [(0.0, 1), (0.2, 1), (1.0, 1), (1.001, 2), (20.0, 20), (20.0004, 20), (19.9996, 20)],
)
def test_a_face_in_a_video_is_paid_by_the_second(seconds, credits):
    video = clip(ClipKind.VIDEO, seconds, 9999)
    assert PRICES.of(video, 1) == credits
    assert PRICES.of(video, 3) == 3 * credits


@pytest.mark.parametrize(
    ("frames", "credits"), [(0, 1), (1, 1), (10, 1), (11, 2), (30, 3), (7200, 720)]
)
@pytest.mark.parametrize("kind", [kind for kind in ClipKind if kind is not ClipKind.VIDEO])
def test_a_face_in_an_animation_is_paid_by_the_frame(kind, frames, credits):
    assert PRICES.of(clip(kind, 9999.0, frames), 1) == credits


def test_rates_are_decimal():
    """In binary fractions, 100 x 0.07 is more than 7."""
    prices = Prices(Decimal("0.07"), Decimal("0.07"))
    assert prices.of(clip(ClipKind.GIF, 1.0, 100), 1) == 7
    assert prices.of(clip(ClipKind.VIDEO, 100.0, 1), 1) == 7


def test_prices_are_the_operators():
    prices = Prices(Decimal("2.5"), Decimal("0.5"))
    assert prices.of(clip(ClipKind.VIDEO, 3.0, 90), 2) == 16
    assert prices.of(clip(ClipKind.GIF, 3.0, 9), 1) == 5


rates = st.decimals("0.001", "1000", places=3)
prices = st.builds(Prices, rates, rates)
faces = st.integers(0, 25)


@given(prices, strategies.facts, faces, st.integers(0, 10**6), st.floats(0, 3600))
def test_prices_grow_with_everything(some, facts, people, frames, seconds):
    price = some.of(facts, people)
    assert some.of(facts, people + 1) >= price
    longer = replace(facts, frames=facts.frames + frames, seconds=facts.seconds + seconds)
    assert some.of(longer, people) >= price


@given(prices, strategies.facts, faces)
def test_a_price_is_each_face_s(some, facts, people):
    assert some.of(facts, people) == people * some.of(facts, 1)
    assert some.of(facts, 1) >= 1


@given(prices, strategies.facts, st.integers(1, 50))
def test_a_longer_clip_costs_in_proportion(some, facts, times):
    longer = replace(facts, frames=facts.frames * times, seconds=facts.seconds * times)
    one, many = some.of(facts, 1), some.of(longer, 1)
    # Each clip's seconds are taken to the millisecond.
    spare = ceil(times * some.video_second / 1000) + times
    assert one * times - spare <= many <= one * times + spare


@given(prices, strategies.facts, st.integers(1, 25), st.floats(0, 1))
def test_what_was_rendered_costs_no_more_than_the_whole(some, facts, people, share):
    made = ClipOutcome(
        facts.kind, int(facts.frames * share), 1, facts.seconds * share, facts.width, facts.height
    )
    held = some.of(facts, people)
    assert 0 <= charge([some.of(made, people)], held) <= held


@pytest.mark.parametrize(
    ("prices", "held", "charged"), [([2], 3, 2), ([1, 2], 3, 3), ([3, 1], 3, 3), ([0], 3, 0)]
)
def test_what_was_done_is_charged_and_no_more_than_was_held(prices, held, charged):
    assert charge(prices, held) == charged


# Canceled


@pytest.mark.parametrize(
    ("done", "total", "charged"),
    [(0, 200, 0), (1, 200, 0), (100, 200, 10), (199, 200, 19), (200, 200, 20), (300, 200, 20)],
)
def test_a_canceled_clip_is_charged_by_its_frames_rounded_down(done, total, charged):
    assert charge_canceled([Rendered(20, done, total)], 20) == charged


def test_a_clip_of_unknown_length_that_was_canceled_costs_nothing():
    assert charge_canceled([Rendered(20, 7, 0)], 20) == 0


def test_stills_and_clips_that_were_canceled_add_up():
    still, video, later = Rendered(2, 1, 1), Rendered(40, 100, 400), Rendered(1, 0, 1)
    assert charge_canceled([still, video, later], 43) == 12


def test_nothing_held_is_nothing_charged():
    assert charge_canceled([], 7) == 0
    assert charge_canceled([Rendered(20, 10, 20)], 0) == 0


rendered = st.builds(Rendered, st.integers(0, 1000), st.integers(0, 9000), st.integers(0, 7200))


@given(st.lists(rendered, max_size=10), st.integers(0, 10_000))
def test_a_canceled_job_costs_no_more_than_was_held(targets, held):
    assert 0 <= charge_canceled(targets, held) <= held


@given(st.lists(rendered, min_size=1, max_size=10), st.integers(0, 10_000), st.integers(0, 9000))
def test_a_canceled_job_costs_more_the_more_was_rendered(targets, held, more):
    first, *others = targets
    further = [replace(first, done=first.done + more), *others]
    assert charge_canceled(further, held) >= charge_canceled(targets, held)


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=10))
def test_a_job_canceled_at_its_very_end_costs_all(amounts):
    targets = [Rendered(amount, 10, 10) for amount in amounts]
    assert charge_canceled(targets, sum(amounts)) == sum(amounts)


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


# What a server's price for a face comes to, and what there is to pay it with


@pytest.mark.parametrize(("face_price", "cost"), [(0, 0), (1, 2), (3, 6)])
def test_a_still_costs_a_face_s_price_for_each_face(face_price, cost):
    assert PRICES.of(None, 2, face_price) == cost


@pytest.mark.parametrize(("face_price", "cost"), [(0, 0), (1, 1), (3, 3), (7, 7)])
def test_a_clip_costs_its_rate_times_the_face_s_price_and_is_rounded_after(face_price, cost):
    assert PRICES.of(clip(ClipKind.GIF, 1.0, 10), 1, face_price) == cost
    assert PRICES.of(clip(ClipKind.GIF, 0.5, 5), 1, face_price) == (face_price + 1) // 2


def test_a_balance_is_the_sum_of_its_pots():
    have = Balance(50, 20, NOON, granted=3, pool=7)
    assert (have.pots, have.left, have.whole) == (Parts(30, 3, 7), 40, 60)
    assert Balance(50, 60, NOON, granted=3, pool=7).left == 10


def test_what_costs_more_than_there_is_is_refused_by_pots():
    have = Balance(50, 49, NOON, granted=3, pool=7)
    assert have.refuses(11) is None
    refusal = have.refuses(12)
    assert (refusal.needed, refusal.left, refusal.refill) == (12, 11, int(NOON.timestamp()))
    assert (refusal.allowance, refusal.granted, refusal.pool) == (1, 3, 7)
