"""Tests of iterators that run ahead on a thread of their own."""

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from faceswap.engine.relay import LESS_URGENT, QUEUED, Relay


class Broke(Exception):
    """What a maker of items raises."""


class Counting:
    """Counts from 0 on a relay's thread, and remembers what became of it."""

    def __init__(self, upto: int = 1000, *, breaks: bool = False) -> None:
        self.upto = upto
        self.breaks = breaks
        self.made = 0
        self.urgency: int | None = None
        self.has_ended = threading.Event()
        self.is_canceled = threading.Event()
        self.is_full = threading.Event()

    def items(self) -> Iterator[int]:
        if sys.platform == "linux":
            self.urgency = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
        try:
            for item in range(self.upto):
                self.made += 1
                if self.made >= QUEUED + 2:
                    self.is_full.set()
                yield item
            if self.breaks:
                raise Broke
        finally:
            self.has_ended.set()

    def relay(self, *, gives_way: bool = True) -> Relay[int]:
        return Relay(self.items, "counting", self.is_canceled.set, gives_way=gives_way)


def test_items_come_in_their_order_and_end():
    counting = Counting(20)
    with counting.relay() as items:
        assert list(items) == list(range(20))
    assert not counting.is_canceled.is_set()


def test_it_makes_no_more_than_may_lie_ready():
    counting = Counting()

    def wait(items: Iterator[int]) -> None:
        next(items)
        # The one that was taken, those that lie ready, and one in hand.
        assert counting.is_full.wait(5)
        assert counting.made == QUEUED + 2

    left_early(counting, wait)


def test_who_leaves_early_ends_it():
    counting = Counting()
    left_early(counting, next)
    assert counting.is_canceled.is_set()
    assert counting.has_ended.is_set()


def test_what_it_raises_comes_before_what_lies_ready():
    counting = Counting(QUEUED, breaks=True)
    with counting.relay() as items:
        assert counting.has_ended.wait(5)
        taken = []
        with pytest.raises(Broke):
            taken.extend(items)
    # It may have been about to.
    assert len(taken) < QUEUED


def test_relays_follow_each_other_and_end_from_behind():
    counting = Counting()

    def doubled(items: Iterator[int]) -> Iterator[int]:
        for item in items:
            yield 2 * item

    def follow(items: Iterator[int]) -> None:
        with Relay(
            lambda: doubled(items), "doubling", counting.is_canceled.set, gives_way=True
        ) as twice:
            assert [next(twice) for _ in range(10)] == list(range(0, 20, 2))
            raise Broke

    left_early(counting, follow)
    assert counting.has_ended.is_set()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all threads are alike")
@pytest.mark.parametrize("gives_way", [True, False])
def test_it_gives_way_to_who_takes_the_items_where_it_should(gives_way):
    counting = Counting(1)
    own = os.getpriority(os.PRIO_PROCESS, threading.get_native_id())
    with counting.relay(gives_way=gives_way) as items:
        list(items)
    assert counting.urgency == min(19, own + LESS_URGENT * gives_way)
    assert os.getpriority(os.PRIO_PROCESS, threading.get_native_id()) == own


def left_early(counting: Counting, take: Callable[[Iterator[int]], object]) -> None:
    """Take some of a relay's items, and leave it by an exception."""
    with suppress(Broke), counting.relay() as items:
        take(items)
        raise Broke
