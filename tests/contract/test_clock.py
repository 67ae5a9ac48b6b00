"""What every `Clock` does."""

import asyncio
from datetime import timedelta

import pytest

from faceswap.jobs.clock import SystemClock
from tests.fakes.clock import HandClock
from tests.fakes.patience import patience


@pytest.fixture(params=[SystemClock, HandClock])
def clock(request):
    return request.param()


def test_the_time_is_in_utc(clock):
    assert clock.now().utcoffset() == timedelta(0)


async def test_sleep_ends_when_the_time_has_passed(clock):
    before = clock.now()
    sleeping = asyncio.create_task(clock.sleep(0.01))
    if isinstance(clock, HandClock):
        await clock.until_asleep(0.01)
        clock.advance(0.01)
    async with patience():
        await sleeping
    assert clock.now() >= before


async def test_sleep_can_be_canceled(clock):
    sleeping = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    sleeping.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sleeping


async def test_no_time_at_all_may_be_slept(clock):
    async with patience():
        await clock.sleep(0)
