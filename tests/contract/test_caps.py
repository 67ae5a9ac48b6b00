"""How many jobs every `Jobs` lets be open at once."""

from datetime import timedelta

import pytest

from faceswap.domain.caps import Caps, server_accounts
from faceswap.domain.errors import NoFace, TooManyOpenJobs
from faceswap.domain.job import JobState
from faceswap.ports import Terms
from tests.fakes.clock import NOON
from tests.stores import ALLOWANCE, claimed, clip_request, new_job

TWO = Caps(member=2)
THREE_HERE = Caps(server=3)


async def opened(jobs, name, caps=TWO, **more):
    new = new_job(name, **more)
    return await jobs.open(new, hold=1, allowance=ALLOWANCE, now=NOON, caps=caps)


async def refused(jobs, name, caps=TWO, **more):
    with pytest.raises(TooManyOpenJobs) as error:
        await opened(jobs, name, caps, **more)
    return error.value


async def spent(jobs, account="account"):
    return (await jobs.balance(account, allowance=ALLOWANCE, now=NOON)).spent


async def test_a_member_with_as_many_as_they_may_is_told_how_many_wait(jobs):
    await opened(jobs, "a")
    await opened(jobs, "b")
    error = await refused(jobs, "c")
    assert str(error) == (
        "As many swaps of yours are open as may be (2); please try again when one is done."
    )
    assert await jobs.job("c") is None
    assert await spent(jobs) == 2


async def test_others_are_not_held_back_by_a_member(jobs):
    await opened(jobs, "a")
    await opened(jobs, "b")
    assert await opened(jobs, "c", owner="another", account="another")


async def test_what_is_worked_on_counts_and_what_is_over_does_not(jobs):
    job = await claimed(jobs, new_job("a"))
    await opened(jobs, "b")
    await refused(jobs, "c")
    await jobs.fail(job.id, 1, NoFace(name="x"), state=JobState.FAILED, now=NOON)
    assert await opened(jobs, "c")


async def test_asking_for_the_same_again_is_no_job_more(jobs):
    await opened(jobs, "a")
    second = await opened(jobs, "b")
    assert (await opened(jobs, "b")).id == second.id


async def test_a_server_has_so_many_of_all_its_members(jobs):
    for name in "abc":
        await opened(jobs, name, THREE_HERE, owner=name, account=f"discord:1:{name}")
    error = await refused(jobs, "d", THREE_HERE, owner="d", account="discord:1:d")
    assert str(error).startswith("As many swaps of this server are open as may be (3);")
    for place in ("10", "2", "dm"):
        await opened(jobs, f"in {place}", THREE_HERE, owner="d", account=f"discord:{place}:d")


async def test_direct_messages_are_no_server(jobs):
    for name in "abcd":
        await opened(jobs, name, THREE_HERE, owner=name, account=f"discord:dm:{name}")


async def test_offers_do_not_count_until_they_are_accepted(jobs):
    request = clip_request()
    for name in "abc":
        await jobs.offer(new_job(name, request=request), price=1, now=NOON)
    terms = Terms(request, 1, NOON + timedelta(hours=1))

    async def accept(name):
        return await jobs.accept(name, terms, allowance=ALLOWANCE, now=NOON, caps=TWO)

    await accept("a")
    await accept("b")
    with pytest.raises(TooManyOpenJobs):
        await accept("c")
    assert (await jobs.job("c")).state is JobState.OFFERED
    assert (await accept("a")).state is JobState.QUEUED
    assert await spent(jobs) == 2


def test_an_account_of_no_server_has_no_neighbours():
    assert server_accounts("discord:1:2") == "discord:1:"
    assert server_accounts("discord:dm:2") is None
    assert server_accounts("account") is None
