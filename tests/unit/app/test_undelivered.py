"""Results that are made and that nobody takes cost nothing, and somebody is told."""

import pytest

from faceswap.app.credits import balance
from faceswap.app.swaps import SMALLER, submit
from faceswap.app.worker import work
from faceswap.domain.errors import ResultRefused, ResultTooLarge
from faceswap.domain.job import JobState
from faceswap.ports import Delivery
from tests.fakes.notifier import ListNotifier


async def spent(world):
    return (await balance(world.app, "account")).spent


async def test_a_result_that_is_refused_is_taken_back_and_told(world):
    world.notifier.deliveries += [Delivery.REFUSED]
    job = await world.worked()
    assert (job.state, type(job.error), job.charged) == (JobState.FAILED, ResultRefused, 0)
    assert [told.state for told in world.notifier.told] == [JobState.DONE, JobState.FAILED]
    assert job.answered
    assert await spent(world) == 0


async def test_a_result_that_is_too_large_is_made_again_at_half_the_size(world):
    world.notifier.deliveries += [Delivery.TOO_LARGE]
    first = await world.worked(world.ask(ids_text="anna", most_bytes=8_000_000))
    assert (first.state, type(first.error)) == (JobState.FAILED, ResultTooLarge)
    assert (first.answered, first.undelivered) == (True, None)
    second = await world.jobs.by_key("account", first.key + SMALLER)
    assert (second.request.most_bytes, second.address) == (4_000_000, first.address)
    second = await world.attempt(second)
    assert (second.state, second.answered) == (JobState.DONE, True)
    assert [told.id for told in world.notifier.told] == [first.id, second.id]
    assert await spent(world) == 1


async def test_a_result_that_is_too_large_twice_is_told_and_costs_nothing(world):
    world.notifier.deliveries += [Delivery.TOO_LARGE, Delivery.TOO_LARGE]
    first = await world.worked()
    second = await world.attempt(await world.jobs.by_key("account", first.key + SMALLER))
    assert (second.state, type(second.error)) == (JobState.FAILED, ResultTooLarge)
    assert second.error.size == len(b"swapped picture of 1")
    last = world.notifier.told[-1]
    assert (last.id, last.state) == (second.id, JobState.FAILED)
    assert await world.jobs.next_due() is None
    assert await spent(world) == 0


async def test_the_source_of_a_one_shot_swap_is_not_asked_for_again(world):
    world.notifier.deliveries += [Delivery.TOO_LARGE]
    first = await world.worked(world.one_shot())
    second = await world.attempt(await world.jobs.by_key("account", first.key + SMALLER))
    assert second.state is JobState.DONE
    assert len(world.enroller.photos) == 1


async def test_when_the_smaller_one_cannot_be_paid_the_asker_is_told(world):
    class Spender(ListNotifier):
        async def tell(self, job):
            if job.state is JobState.DONE:
                await submit(world.app, world.ask(ids_text=",".join(["anna"] * 25)))
                await submit(world.app, world.ask(ids_text=",".join(["anna"] * 24)))
            return await super().tell(job)

    notifier = Spender()
    notifier.deliveries += [Delivery.TOO_LARGE]
    job = await world.claimed(world.ask(ids_text="anna,bo"))
    await work(world.app_with(notifier=notifier), job)
    job = await world.look(job)
    assert (job.state, type(job.error), job.answered) == (JobState.FAILED, ResultTooLarge, True)
    assert [told.state for told in notifier.told] == [JobState.DONE, JobState.FAILED]
    assert await world.jobs.by_key("account", job.key + SMALLER) is None
    assert await spent(world) == 49


@pytest.mark.parametrize("delivery", [Delivery.TOO_LARGE, Delivery.REFUSED])
async def test_words_that_are_not_taken_are_not_said_for_ever(world, delivery):
    world.notifier.deliveries += [Delivery.REFUSED, delivery]
    job = await world.worked()
    assert job.answered
    assert len(world.notifier.told) == 2
