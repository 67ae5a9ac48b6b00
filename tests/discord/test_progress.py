"""How far a clip is, told while it is worked on, and stopping it."""

import asyncio

import pytest

from bot.live import SPACING
from bot.notify import SOON
from faceswap.app.answers import LONGEST_TELLING
from faceswap.domain.clip import Progress
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from tests.discord.stage import clip, is_result, picture, says

GLIMPSE = Encoded(picture().data, "image/png", 64, 64)
OTHER = Encoded(picture(2).data, "image/png", 128, 64)
HALF = Progress(100, 200, 40.0)


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


@pytest.fixture
async def at_work(stage):
    """A clip that the engine is held at, and how it was asked for."""

    async def begin(**more):
        stage.studio.gate.clear()
        asked = await stage.swap(image=clip(1, 40), **more)
        await stage.studio.has_begun()
        who = more.get("who", stage.anna)
        account = f"discord:{stage.guild.id}:{who.id}"
        job = await stage.app.jobs.by_key(account, str(asked.interaction.id))
        return asked, job

    return begin


def shows(*words):
    return says("frames", *words)


def edits(stage):
    """Return the progress that reached Discord."""
    return [each for each in stage.requests("PATCH", "@original") if " of " in repr(each.body)]


async def test_the_engine_tells_how_far_it_is(stage, at_work):
    asked, _ = await at_work()
    seen = await asked.until(shows("1 of 40 frames"))
    assert says("**`me`** for", "`░░░░░░░░░░░░░░░░` **2%**", "25 frames/s", "1.6 s left")(seen)
    assert [button.label for button in seen.buttons] == ["Cancel"]
    stage.studio.gate.set()
    assert (await asked.until(is_result)).id == seen.id


async def test_what_is_told(stage, at_work):
    asked, job = await at_work()
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    seen = await asked.until(shows("100 of 200"))
    assert seen.text == (
        f"**`me`** for {stage.anna.mention} · /swapid\n"
        "`████████░░░░░░░░` **50%**\n"
        "-# 100 of 200 frames · 40 frames/s · 2.5 s left"
    )
    (shown,) = seen.pictures
    assert shown.data == GLIMPSE.data
    assert (shown.filename, shown.description) == ("dance-now.png", "What it looks like so far")


async def test_the_picture_is_replaced_by_each_edit_and_by_the_result(stage, at_work):
    asked, job = await at_work()
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    await asked.until(shows("100 of 200"))
    await stage.app.notifier.progress(job, Progress(150, 200, 40.0), OTHER)
    await stage.clock.until_asleep(SPACING)
    stage.clock.advance(SPACING)
    seen = await asked.until(shows("150 of 200"))
    assert [each.data for each in seen.pictures] == [OTHER.data]
    assert len(seen.message.attachments) == 1
    stage.studio.gate.set()
    result = await asked.until(lambda each: "credits used" in each.text)
    assert [each.filename for each in result.pictures] == ["1-dance-swapped.gif"]
    assert len(result.message.attachments) == 1


async def test_without_a_picture_there_are_words(stage, at_work):
    asked, job = await at_work()
    await stage.app.notifier.progress(job, HALF, None)
    seen = await asked.until(shows("100 of 200"))
    assert seen.pictures == ()


async def test_without_a_speed_there_is_no_time(stage, at_work):
    asked, job = await at_work()
    await stage.app.notifier.progress(job, Progress(0, 200), None)
    assert (await asked.until(shows("0 of 200"))).text.endswith("-# 0 of 200 frames")


async def test_many_reports_are_few_edits(stage, at_work):
    asked, job = await at_work()
    for done in range(50):
        await stage.app.notifier.progress(job, Progress(done, 200, 40.0), None)
    await asked.until(shows("of 200"))
    await stage.clock.until_asleep(SPACING)
    stage.clock.advance(SPACING)
    await asked.until(shows("49 of 200"))
    assert len([each for each in edits(stage) if "of 200" in repr(each.body)]) <= 2


@pytest.mark.parametrize("fault", [{"status": 429, "retry_after": 60.0}, {"status": 500}])
async def test_the_end_does_not_wait_for_progress_that_fails(stage, at_work, fault):
    asked, job = await at_work()
    stage.discord.faults.add(method="PATCH", path="@original", **fault)
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    await stage.discord.exchange(lambda each: each.status == fault["status"])
    stage.studio.gate.set()
    seen = await asked.until(lambda each: "credits used" in each.text, timeout=10.0)
    assert is_result(seen)


async def test_progress_on_its_way_comes_before_the_end(stage, at_work):
    asked, job = await at_work()
    hold = stage.discord.faults.hold(method="PATCH", path="@original")
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    await hold.arrived()
    stage.studio.gate.set()
    await stage.clock.until_asleep(LONGEST_TELLING)
    hold.release()
    seen = await asked.until(lambda each: "credits used" in each.text)
    await stage.stop()
    assert says("credits used")(await stage.room.until(lambda each: each.id == seen.id))


async def test_progress_that_comes_late_changes_nothing(stage, at_work):
    asked, job = await at_work()
    stage.studio.gate.set()
    await asked.until(lambda each: "credits used" in each.text)
    before = len(stage.requests("PATCH", "@original"))
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    await stage.swapped()
    assert len(stage.requests("PATCH", "@original")) == before + 1


async def test_a_reply_that_was_deleted_is_left_alone(stage, at_work):
    asked, job = await at_work()
    stage.discord.world.remove(asked.messages[0].message)
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    await stage.discord.exchange(lambda each: each.method == "PATCH" and each.status == 404)
    stage.studio.gate.set()
    assert is_result(await asked.until(is_result))
    failed = [each for each in stage.requests("PATCH", "@original") if each.status == 404]
    assert len(failed) == 2


async def test_after_fifteen_minutes_only_the_end_is_told(stage, at_work):
    asked, job = await at_work()
    for clock in (stage.clock, stage.discord.clock):
        clock.advance(15 * 60)
    before = len(stage.requests("PATCH", "@original"))
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    stage.studio.gate.set()
    old = asked.messages[0].id
    seen = await stage.room.until(lambda each: is_result(each) and each.id != old)
    assert "40 frames" in seen.text
    assert len(stage.requests("PATCH", "@original")) == before


# ── Stopping ────────────────────────────────────────────────────────────────────────────────────


async def cancelable(stage, at_work, **more):
    asked, job = await at_work(**more)
    await stage.app.notifier.progress(job, HALF, GLIMPSE)
    return await asked.until(shows("of 200")), job


async def test_a_clip_is_canceled(stage, at_work):
    asked, job = await at_work()
    seen = await asked.until(shows("1 of 40 frames"))
    asked = await stage.anna.press(seen, "Cancel")
    told = await asked.until(says("Canceled after 1 of 40 frames: 0 credits used, 4 returned."))
    assert told.ephemeral
    assert not stage.anna.sees(seen)
    await stage.studio.has_stopped()
    assert (await stage.app.jobs.job(job.id)).state is JobState.CANCELED
    assert await stage.spent() == 0


async def test_a_private_one_is_canceled_in_its_place(stage, at_work):
    seen, _ = await cancelable(stage, at_work, private=True)
    told = await (await stage.anna.press(seen, "Cancel")).until(says("Canceled before"))
    assert told.id == seen.id
    assert told.pictures == ()
    assert told.buttons == ()


async def test_nobody_else_may_cancel(stage, at_work):
    seen, job = await cancelable(stage, at_work)
    told = await (await stage.ben.press(seen, "Cancel")).reply()
    assert told.text == "Only the member who asked for it can do that."
    assert told.ephemeral
    assert (await stage.app.jobs.job(job.id)).state is JobState.PROCESSING


async def test_it_is_canceled_after_a_restart(stage, at_work):
    seen, job = await cancelable(stage, at_work)
    await stage.stop()
    await stage.start()
    await stage.studio.has_begun()
    told = await (await stage.anna.press(seen, "Cancel")).until(says("Canceled"))
    assert told.ephemeral
    assert (await stage.app.jobs.job(job.id)).state is JobState.CANCELED


async def test_what_waits_is_canceled(stage, at_work):
    await stage.save("me", who=stage.ben)
    await at_work()
    asked = await stage.swap(image=clip(1, 40), who=stage.ben)
    await stage.clock.until(lambda waits: waits.count(SOON) == 2)
    stage.clock.advance(SOON)
    seen = await asked.until(says("⏳ Waiting for the clips before this one."))
    told = await (await stage.anna.press(seen, "Cancel")).reply()
    assert "Only the member" in told.text
    pressed = await stage.ben.press(seen, "Cancel")
    await pressed.until(says("Canceled before anything was made, so nothing was charged."))
    assert await stage.spent(stage.ben) == 0


async def test_canceling_what_is_just_over(stage, at_work):
    """The result is on its way when the button is pressed."""
    seen, _ = await cancelable(stage, at_work)
    hold = stage.discord.faults.hold(method="PATCH", path="@original")
    stage.studio.gate.set()
    await hold.arrived()
    pressed = await stage.anna.press(seen, "Cancel")
    assert pressed.acknowledged
    hold.release()
    result = await stage.room.until(says("credits used"))
    assert result.id == seen.id
    assert pressed.messages == []
    assert await stage.spent() == 4


async def test_canceling_and_ending_at_once_is_told_once(stage, at_work):
    seen, job = await cancelable(stage, at_work)
    hold = stage.discord.faults.hold(method="POST", path="callback")
    pressing = asyncio.create_task(stage.anna.press(seen, "Cancel"))
    await hold.arrived()
    stage.studio.gate.set()
    hold.release()
    await pressing
    await stage.stop()
    told = [line for line in stage.lines if line["event"] == "asker told"]
    assert [line["job"] for line in told] == [job.id]


async def test_a_still_has_nothing_to_cancel(stage):
    stage.engine.gate.clear()
    asked = await stage.swap()
    await stage.engine.has_begun()
    stage.clock.advance(1.5)
    assert (await asked.reply()).buttons == ()
