"""What every `Promises` keeps, and forgets."""

import asyncio
from datetime import timedelta

import pytest

from faceswap.ports import Promise
from tests.fakes.clock import NOON


def promise(key, later=0, address="a token"):
    return Promise(key, "account", address, NOON + timedelta(seconds=later))


async def test_promises_come_back_the_oldest_first(stores):
    second, first = promise("b", later=1), promise("a")
    await stores.promises.make(second)
    await stores.promises.make(first)
    assert await stores.promises.unkept() == [first, second]


async def test_a_promise_that_is_kept_is_forgotten(stores):
    await stores.promises.make(promise("a"))
    await stores.promises.make(promise("b"))
    await stores.promises.keep("a")
    await stores.promises.keep("unknown")
    assert await stores.promises.unkept() == [promise("b")]


async def test_many_at_once_are_all_noted_and_forgotten(stores):
    made = [promise(f"{number:03}", later=number) for number in range(200)]
    await asyncio.gather(*map(stores.promises.make, made))
    assert await stores.promises.unkept() == made
    await asyncio.gather(*(stores.promises.keep(each.key) for each in made[1:]))
    assert await stores.promises.unkept() == made[:1]


async def test_whoever_cannot_be_noted_is_told_so(stores):
    await stores.database.close()
    for _ in range(2):
        with pytest.raises(RuntimeError, match="closed"):
            await stores.promises.make(promise("a"))


async def test_a_promise_made_twice_is_one(stores):
    await stores.promises.make(promise("a"))
    await stores.promises.make(promise("a", later=5, address="another"))
    assert await stores.promises.unkept() == [promise("a")]
