from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.domain.attempts import backoff, reason_not_to_start, retry_at
from faceswap.domain.errors import BackendBusy, BackendDown, TookTooLong, Unexpected
from faceswap.domain.job import Job, JobState
from tests.fakes.clock import NOON
from tests.stores import swap_request

JOB = Job(
    id="one",
    key="key",
    owner="member",
    account="account",
    request=swap_request(),
    address="",
    state=JobState.PREPARING,
    attempt=1,
    price=1,
    held=1,
    charged=0,
    created=NOON,
    updated=NOON,
    deadline=NOON + timedelta(seconds=600),
)


@pytest.mark.parametrize(
    ("failures", "seconds"),
    [(0, 1), (1, 1), (2, 2), (3, 4), (5, 16), (6, 30), (7, 30), (10**6, 30)],
)
def test_waits_double_up_to_a_bound(failures, seconds):
    assert backoff(failures) == seconds


def test_the_bounds_can_be_others():
    assert [backoff(n, 2.0, 300.0) for n in (0, 1, 2, 9)] == [2.0, 2.0, 4.0, 300.0]


@pytest.mark.parametrize(
    ("attempt", "passed", "wait"),
    [
        (1, 0, 1),
        (4, 10, 8),
        (11, 100, 30),
        (12, 100, None),
        (13, 100, None),
        (1, 598, 1),
        (1, 599, None),
        (6, 571, None),
        (1, 700, None),
    ],
)
def test_another_attempt_is_made_while_there_are_time_and_attempts(attempt, passed, wait):
    now = NOON + timedelta(seconds=passed)
    at = retry_at(replace(JOB, attempt=attempt), now, 12)
    assert at == (now + timedelta(seconds=wait) if wait else None)


@pytest.mark.parametrize(("passed", "wait"), [(100, 30), (571, None)])
def test_waiting_for_ones_turn_uses_up_no_attempts(passed, wait):
    now = NOON + timedelta(seconds=passed)
    at = retry_at(replace(JOB, attempt=40), now, 12, is_busy=True)
    assert at == (now + timedelta(seconds=wait) if wait else None)


@pytest.mark.parametrize(
    ("attempt", "passed", "error", "reason"),
    [
        (1, 599, None, None),
        (12, 0, None, None),
        (12, 0, BackendDown(), None),
        (1, 600, None, TookTooLong),
        (1, 600, BackendDown(), BackendDown),
        (13, 0, None, Unexpected),
        (13, 0, BackendDown(), BackendDown),
        (13, 0, BackendBusy(), None),
        (13, 600, BackendBusy(), BackendBusy),
    ],
)
def test_a_job_that_has_had_enough_is_not_started(attempt, passed, error, reason):
    job = replace(JOB, attempt=attempt, error=error)
    found = reason_not_to_start(job, NOON + timedelta(seconds=passed), 12)
    assert type(found) is (reason or type(None))
