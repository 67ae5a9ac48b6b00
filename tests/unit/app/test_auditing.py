"""Lines for moderators: one for each job that is over, posted once."""

import asyncio
from contextlib import suppress

import pytest

from faceswap.app.answers import tell
from faceswap.app.auditing import EVERY, MOST_LINES, keep_posting, post_all
from faceswap.app.canceling import cancel
from faceswap.app.swaps import submit
from faceswap.app.worker import work
from faceswap.domain.standing import Standing
from faceswap.ports import Board, Delivery
from tests.fakes.clock import NOON
from tests.unit.app.conftest import picture

HERE = Standing("club")
BOARD = Board("club", "7", "auto")


async def events(world):
    return [(line.event, dict(line.words)) for line in await world.stores.audit.unposted(99)]


async def note(world, *names, guild="club"):
    for name in names:
        await world.stores.audit.note(guild, "mia", name, {}, NOON)


@pytest.fixture
async def board(world):
    await world.stores.guilds.change("club", {"audit_channel": "7"})
    return world


async def test_a_job_that_is_done_is_a_line(world):
    job = await world.worked(world.ask(standing=HERE))
    (line,) = await world.stores.audit.unposted(9)
    assert (line.guild, line.actor, line.event) == ("club", "member", "job-done")
    assert line.words == {"verb": "swapid", "credits": 1, "job": job.id}


async def test_so_is_one_that_failed_or_was_canceled(world):
    job = await world.worked(world.ask(standing=HERE, targets=(picture(0),)))
    waiting = await submit(world.app, world.ask(standing=HERE))
    await cancel(world.app, waiting.id, "member")
    assert [event for event, _ in await events(world)] == ["job-failed", "job-canceled"]
    assert job.charged == 0


async def test_jobs_outside_of_servers_are_no_lines(world):
    await world.worked()
    assert await events(world) == []


async def test_a_job_whose_end_is_told_again_is_one_line(world):
    job = await world.worked(world.ask(standing=HERE))
    async with world.stores.database.write() as connection:
        await connection.exec_driver_sql("UPDATE jobs SET answered = 0")
    await tell(world.app, job.id)
    assert len(world.notifier.told) == 2
    assert len(await events(world)) == 1


async def test_a_result_that_was_not_taken_is_a_line_when_another_answers(world):
    world.notifier.deliveries.append(Delivery.TOO_LARGE)
    first = await world.worked(world.ask(standing=HERE))
    assert await events(world) == []
    await work(world.app, await world.jobs.claim(world.clock.now()))
    (words,) = [words for event, words in await events(world) if event == "job-done"]
    assert words["job"] != first.id


async def test_lines_that_wait_are_one_message(board):
    await note(board, "one", "two")
    await post_all(board.app)
    await note(board, "three")
    await post_all(board.app)
    await post_all(board.app)
    assert board.notifier.posted == [(BOARD, ["one", "two"]), (BOARD, ["three"])]


async def test_many_lines_are_several_messages(board):
    await note(board, *map(str, range(MOST_LINES + 1)))
    await post_all(board.app)
    assert [len(lines) for _, lines in board.notifier.posted] == [MOST_LINES, 1]


async def test_without_a_channel_nothing_is_posted_ever(world):
    await note(world, "one")
    await post_all(world.app)
    await world.stores.guilds.change("club", {"audit_channel": "7"})
    await post_all(world.app)
    assert world.notifier.posted == []


@pytest.mark.parametrize("trouble", [Delivery.TRY_LATER, OSError("no network")])
async def test_what_cannot_be_posted_now_waits_and_holds_nobody_up(board, trouble):
    await board.stores.guilds.change("other", {"audit_channel": "8"})
    await note(board, "one")
    await note(board, "two", guild="other")
    board.notifier.deliveries.append(trouble)
    await post_all(board.app)
    assert board.notifier.posted == [(Board("other", "8", "auto"), ["two"])]
    await post_all(board.app)
    assert board.notifier.posted[1:] == [(BOARD, ["one"])]
    assert await board.stores.guilds.trouble("club") is None


async def test_a_channel_that_is_gone_is_given_up_until_another_is_chosen(board):
    await note(board, "one")
    board.notifier.deliveries.append(Delivery.IMPOSSIBLE)
    await post_all(board.app)
    assert await board.stores.guilds.trouble("club") == NOON
    board.notifier.posted.clear()
    await note(board, "two")
    await post_all(board.app)
    assert board.notifier.posted == []
    await board.stores.guilds.change("club", {"audit_channel": "9"})
    await note(board, "three")
    await post_all(board.app)
    assert board.notifier.posted == [(Board("club", "9", "auto"), ["three"])]


async def test_lines_that_are_refused_are_let_go_and_the_next_ones_are_posted(board):
    await note(board, "one")
    board.notifier.deliveries.append(Delivery.REFUSED)
    await post_all(board.app)
    await note(board, "two")
    await post_all(board.app)
    assert [lines for _, lines in board.notifier.posted] == [["one"], ["two"]]
    assert await board.stores.guilds.trouble("club") is None


async def test_it_is_posted_again_and_again_whatever_happens(board):
    class Broken:
        def __init__(self):
            self.failures = 1

        def __getattr__(self, name):
            return getattr(board.stores.audit, name)

        async def waiting(self):
            if self.failures:
                self.failures -= 1
                raise OSError("the disk is gone")
            return await board.stores.audit.waiting()

    await note(board, "one")
    task = asyncio.create_task(keep_posting(board.app_with(audit=Broken())))
    await board.clock.until_asleep(EVERY)
    assert board.notifier.posted == []
    board.clock.advance(EVERY + 1)
    await board.clock.until_asleep(EVERY)
    assert board.notifier.posted == [(BOARD, ["one"])]
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
