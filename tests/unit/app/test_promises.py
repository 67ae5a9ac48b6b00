"""What was acknowledged and came to nothing is answered by the next process."""

import asyncio

import pytest

from faceswap.app.promises import GIVEN_UP_AFTER, keep, make_good, promise
from faceswap.app.swaps import submit
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.ports import Delivery
from tests.fakes.media import video
from tests.fakes.patience import patience


async def promised(world, key="key"):
    await promise(world.app, key, "account", "a token")
    return await world.app.promises.unkept()


async def is_made_good(world):
    async with patience():
        await make_good(world.app, await world.app.promises.unkept())
    assert await world.app.promises.unkept() == []


async def test_an_asker_without_a_job_is_told_to_ask_again(world):
    (made,) = await promised(world)
    await is_made_good(world)
    assert world.notifier.apologies == [made]


async def test_what_was_answered_is_not_answered_again(world):
    await promised(world)
    await keep(world.app, "key")
    await is_made_good(world)
    assert world.notifier.apologies == []


async def test_a_job_answers_for_itself(world):
    await world.save("anna")
    await submit(world.app, world.ask(key="key"))
    await promised(world)
    await is_made_good(world)
    assert (world.notifier.apologies, world.notifier.offered) == ([], [])


async def test_an_offer_is_shown_again(world):
    await world.save("anna")
    ask = world.ask(key="key", targets=(NamedBytes("film.mp4", video(seconds=20)),))
    job = await submit(world.app, ask)
    assert job.state is JobState.OFFERED
    await promised(world)
    await is_made_good(world)
    assert world.notifier.offered == [job]


@pytest.mark.parametrize("trouble", [Delivery.TRY_LATER, OSError("no way out")])
async def test_telling_is_tried_again(world, trouble):
    world.notifier.deliveries.append(trouble)
    await promised(world)
    telling = asyncio.create_task(make_good(world.app, await world.app.promises.unkept()))
    await world.clock.until_asleep(2.0)
    assert len(await world.app.promises.unkept()) == 1
    world.clock.advance(2)
    async with patience():
        await telling
    assert await world.app.promises.unkept() == []


async def test_telling_is_given_up_after_a_day(world):
    world.notifier.deliveries.append(Delivery.TRY_LATER)
    await promised(world)
    world.clock.advance(GIVEN_UP_AFTER.total_seconds() + 1)
    await is_made_good(world)


async def test_who_cannot_be_promised_anything_is_served_all_the_same(world):
    await world.stores.database.close()
    await promise(world.app, "key", "account", "a token")
    await keep(world.app, "key")
