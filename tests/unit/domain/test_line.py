from datetime import timedelta

import pytest

from faceswap.domain.line import Line, Waiting, order, time_to_end, typical
from tests.fakes.clock import NOON


def waiting(*names):
    """Return jobs that have waited in this order, each of the member its first letter names."""
    return tuple(
        Waiting(name, name[0], NOON + timedelta(seconds=at)) for at, name in enumerate(names)
    )


def test_members_take_turns():
    line = Line(waiting("a1", "a2", "a3", "b1", "c1", "b2"), {}, {})
    assert order(line) == ["a1", "b1", "c1", "a2", "b2", "a3"]


def test_who_has_fewer_running_comes_first():
    line = Line(waiting("a1", "a2", "b1"), {"a": 1}, {"a": NOON})
    assert order(line) == ["b1", "a1", "a2"]


def test_who_was_served_lately_waits_anew():
    line = Line(waiting("a1", "b1"), {}, {"a": NOON + timedelta(minutes=1)})
    assert order(line) == ["b1", "a1"]


def test_nobody_makes_no_line():
    assert order(Line((), {}, {})) == []


def test_one_odd_job_does_not_make_others_look_slow():
    times = [timedelta(seconds=seconds) for seconds in (2, 900, 3, 2, 4)]
    assert typical(times) == timedelta(seconds=3)
    assert typical([]) is None


@pytest.mark.parametrize(("before", "rounds"), [(0, 1), (1, 1), (2, 2), (5, 3)])
def test_those_before_are_worked_so_many_at_once(before, rounds):
    assert time_to_end(before, 2, timedelta(seconds=10)) == timedelta(seconds=10 * rounds)
