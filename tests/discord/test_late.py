"""Answers after the fifteen minutes in which a reply can be edited."""

import pytest

from faceswap.domain.delivery import Undelivered
from faceswap.domain.errors import NoFace
from faceswap.domain.job import JobState
from faceswap.ports import Listing
from playground import Permission
from tests.discord.stage import is_result, says

QUARTER = 15 * 60 + 1


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("me")


async def late(stage, **more):
    """Ask for a swap that is still worked on when its reply can no longer be edited."""
    stage.engine.gate.clear()
    asked = await stage.swap(**more)
    await stage.engine.has_begun()
    stage.discord.clock.advance(QUARTER)
    return asked


def is_message(exchange):
    return exchange.method == "POST" and exchange.path.endswith("/messages")


async def test_the_answer_is_a_message_that_mentions_the_asker_alone(stage):
    asked = await late(stage)
    stage.engine.gate.set()
    old = asked.messages[0].id
    seen = await stage.room.until(lambda seen: is_result(seen) and seen.id != old)
    assert f"for {stage.anna.mention} · /swapid" in seen.text
    assert [each["id"] for each in seen.raw["mentions"]] == [str(stage.anna.id)]
    assert stage.ben.sees(seen)
    (post,) = filter(is_message, stage.discord.exchanges)
    assert post.body["enforce_nonce"] is True


async def test_a_reply_is_not_tried_when_its_time_is_known_to_be_over(stage):
    """As when Discord could not be reached for that long."""
    stage.discord.faults.add(method="PATCH", path="@original", status=None, times=99)
    asked = await stage.swap()
    await stage.clock.until(lambda waits: 2.0 in waits)
    tried = len(stage.requests("PATCH", "@original"))
    stage.clock.advance(QUARTER)
    old = asked.messages[0].id
    seen = await stage.room.until(lambda seen: is_result(seen) and seen.id != old)
    assert "49 of 50 left" in seen.text
    assert len(stage.requests("PATCH", "@original")) == tried


async def test_a_late_result_has_working_buttons(stage):
    await late(stage)
    stage.engine.gate.set()
    seen = await stage.room.until(is_result)
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.id != seen.id
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_a_private_answer_stays_private(stage):
    await late(stage, private=True)
    stage.engine.gate.set()
    seen = await stage.anna.dm.until(is_result)
    assert stage.anna.sees(seen)
    assert not stage.ben.sees(seen)
    assert not any(is_result(each) for each in stage.room.messages)


async def test_a_refusal_in_time_is_private_and_a_late_one_is_told_in_the_place(stage):
    await late(stage)
    stage.engine.fails = NoFace(name="party.png")
    stage.engine.gate.set()
    seen = await stage.room.until(says("I found no face"))
    assert seen.text.startswith(f"{stage.anna.mention} I found no face in party.png")


def lose_permission(stage):
    stage.room.deny(stage.discord.bot, Permission.SEND_MESSAGES)


def lose_files(stage):
    stage.room.deny(stage.discord.bot, Permission.ATTACH_FILES)


def lose_sight(stage):
    stage.room.deny(stage.discord.bot, Permission.VIEW_CHANNEL)


def lose_server(stage):
    stage.discord.remove_bot(stage.guild)


def lose_channel(stage):
    stage.discord.world.channels.pop(stage.room.id)


@pytest.mark.parametrize(
    ("lose", "why"),
    [
        (lose_permission, Undelivered.NOT_ALLOWED),
        (lose_files, Undelivered.NOT_ALLOWED),
        (lose_sight, Undelivered.NOT_ALLOWED),
        (lose_server, Undelivered.LEFT_SERVER),
        (lose_channel, Undelivered.CHANNEL_GONE),
    ],
)
async def test_where_nothing_can_be_said_the_result_is_kept(stage, lose, why):
    await late(stage)
    lose(stage)
    stage.engine.gate.set()
    await stage.discord.exchange(
        lambda each: (
            each.method == "POST" and each.path.endswith("/messages") and each.status >= 400
        )
    )
    await stage.stop()
    await stage.start()
    (line,) = [line for line in stage.lines if line["event"] == "asker told"]
    assert line["delivery"] == "impossible"
    job = await stage.app.jobs.job(line["job"])
    assert (job.state, job.answered, job.charged) == (JobState.DONE, True, 1)
    assert (job.posted, job.undelivered) == (None, why)
    assert await stage.app.jobs.unanswered() == []


async def test_somebody_who_takes_no_messages(stage):
    await late(stage, private=True)
    stage.anna.user.accepts_dms = False
    stage.engine.gate.set()
    await stage.discord.exchange(lambda each: each.status == 403)
    await stage.stop()
    await stage.start()
    assert await stage.app.jobs.unanswered() == []
    (job,) = await stage.app.lists.page(Listing(), skip=0, most=9)
    assert (job.state, job.undelivered) == (JobState.DONE, Undelivered.DMS_CLOSED)


async def test_discord_out_of_reach_for_a_day_is_given_up(stage):
    await late(stage)
    stage.discord.faults.add(method="POST", path="/messages$", status=None, times=999)
    stage.engine.gate.set()
    await stage.clock.until(lambda waits: 2.0 in waits)
    stage.clock.advance(24 * 3600 + 1)
    job = await stage.until_job(lambda job: job.answered)
    assert (job.state, job.undelivered) == (JobState.DONE, Undelivered.GIVEN_UP)


@pytest.mark.parametrize("is_late", [False, True])
async def test_what_was_posted_is_remembered(stage, is_late):
    await (late(stage) if is_late else stage.swap())
    stage.engine.gate.set()
    seen = await stage.room.until(is_result)
    job = await stage.until_job(lambda job: job.answered)
    posted = job.posted
    assert (posted.message, posted.channel) == (str(seen.id), str(stage.room.id))
    assert posted.text == seen.text
    names = [(each.name, each.media_type) for each in posted.attachments]
    assert names == [(each.filename, each.content_type) for each in seen.pictures]
    assert [each.size for each in posted.attachments] == [len(each.data) for each in seen.pictures]
    assert "http" not in repr(posted)
