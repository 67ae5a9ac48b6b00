"""Jobs listed, looked at, stopped, tried again and taken along."""

import json

import pytest

from faceswap.app.job_desk import Shown
from faceswap.domain.errors import NoFace
from faceswap.domain.job import JobState
from playground import Permission
from tests.discord.stage import clip, is_result, job_id, says

UNKNOWN = "0123456789abcdef"


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("me")


@pytest.fixture
def mod(stage):
    """A member who may manage the server."""
    made = stage.discord.add_user("Mo")
    stage.guild.add_member(made, Permission.MANAGE_GUILD)
    return made


async def told(stage, command, who=None, room=None, **options):
    """Use a command and return its reply, which nobody else sees."""
    who = who or stage.anna
    seen = await (await who.slash(room or stage.room, f"jobs {command}", **options)).reply()
    assert seen.ephemeral
    return seen


async def begun(stage, **more):
    """Ask for a swap that is worked on; return what was asked, and the job."""
    stage.engine.gate.clear()
    asked = await stage.swap(**more)
    await stage.engine.has_begun()
    return asked, await stage.asked_job(asked)


async def swapped(stage, **more):
    """Ask for a swap; return its answer when that is noted."""
    seen = await stage.swapped(**more)
    await stage.until_job(lambda job: job.answered)
    return seen


async def failed(stage, **more):
    """Ask for a swap that fails, and return its job."""
    stage.engine.fails = NoFace(name="party.png")
    await (await stage.swap(**more)).until(says("no face"))
    stage.engine.fails = None
    return await stage.until_job(lambda job: job.answered)


# Lists


async def test_a_list_tells_state_verb_ids_cost_and_answer(stage):
    seen = await swapped(stage)
    page = await told(stage, "list")
    assert says("### Your jobs · 1", "✅ **done** · swapid `me`", "1 credit used")(page)
    link = f"https://discord.com/channels/{stage.guild.id}/{stage.room.id}/{seen.id}"
    assert f"[Open the answer]({link})" in page.text
    assert job_id(seen) in page.text
    assert len(page.pictures) == 1


async def test_a_list_of_nothing_says_how_to_begin(stage):
    assert says("none", "`/swapid` makes one")(await told(stage, "list"))
    assert says("none of these")(await told(stage, "list", state="failed"))


async def test_pages_are_turned_and_still_are_after_a_restart(stage):
    ids = []
    for _ in range(7):
        ids.append(job_id(await swapped(stage)))
        stage.clock.advance(1)
    page = await told(stage, "list")
    assert says("Your jobs · 7", "Page 1 of 2")(page)
    assert [each for each in ids if each in page.text] == ids[2:]
    await stage.stop()
    await stage.start()
    asked = await stage.anna.press(page, "Older")
    page = await asked.until(says("Page 2 of 2"))
    assert [each for each in ids if each in page.text] == ids[:2]
    page = await (await stage.anna.press(page, "Newer")).until(says("Page 1 of 2"))
    assert [each.label for each in page.buttons if each.disabled] == ["Newer"]


async def test_a_list_can_be_cut_down_to_a_state(stage):
    await swapped(stage)
    await failed(stage)
    page = await told(stage, "list", state="failed")
    assert says("Your jobs · failed · 1", "⚠️ **failed**", "free")(page)
    assert "done" not in page.text


async def test_every_state_can_be_asked_for(stage):
    await stage.swapped()
    for state in Shown:
        count = 1 if state is Shown.DONE else "none"
        page = await told(stage, "list", state=state.value)
        assert f"· {count}" in page.text


async def test_one_s_own_are_listed_everywhere(stage):
    await swapped(stage)
    page = await told(stage, "list", room=stage.anna.dm)
    assert "Your jobs · 1" in page.text


async def test_a_member_sees_no_jobs_of_others(stage):
    await swapped(stage)
    page = await told(stage, "list", who=stage.ben)
    assert "none" in page.text
    page = await told(stage, "list", who=stage.ben, member=stage.anna)
    assert "Only this server's moderators" in page.text
    page = await told(stage, "list", who=stage.ben, member=stage.anna, room=stage.ben.dm)
    assert "That is about a server" in page.text


async def test_a_moderator_sees_the_server_s(stage, mod):
    await swapped(stage)
    page = await told(stage, "list", who=mod, member=stage.anna)
    assert says(f"Jobs of {stage.anna.mention} in this server · 1", "swapid `me`")(page)
    assert len(page.pictures) == 1
    page = await told(stage, "list", who=mod)
    page = await (await mod.press(page, "Everybody's")).until(says("All jobs in this server · 1"))
    assert f"for {stage.anna.mention}" in page.text
    page = await (await mod.press(page, "Only mine")).until(says("Your jobs"))


async def test_a_moderator_who_is_none_any_more_sees_nothing(stage, mod):
    await swapped(stage)
    page = await told(stage, "list", who=mod)
    stage.discord.world.guilds[stage.guild.id].members[mod.id].role_ids.clear()
    seen = await (await mod.press(page, "Everybody's")).reply()
    assert "Only this server's moderators" in seen.text


async def test_jobs_of_elsewhere_are_not_a_moderator_s(stage, mod):
    await stage.save("me", room=stage.anna.dm)
    seen = await swapped(stage, room=stage.anna.dm)
    page = await told(stage, "list", who=mod, member=stage.anna)
    assert "none" in page.text
    assert "Only the member" in (await told(stage, "show", who=mod, job=job_id(seen))).text


async def test_private_results_are_for_their_asker_alone(stage, mod):
    seen = await swapped(stage, private=True)
    page = await told(stage, "list", who=mod, member=stage.anna)
    assert says("swapid · private")(page)
    assert "`me`" not in page.text
    assert page.pictures == ()
    card = await told(stage, "show", who=mod, job=job_id(seen))
    assert "private" in card.text
    assert card.pictures == ()
    own = await told(stage, "show", job=job_id(seen))
    assert len(own.pictures) == 1


# One job


async def test_a_job_that_is_done_is_shown_with_its_result(stage):
    seen = await swapped(stage)
    card = await told(stage, "show", job=job_id(seen))
    assert says("### ✅ done · swapid `me`", f"Asked by {stage.anna.mention}", "1 credit")(card)
    assert [each.data for each in card.pictures] == [seen.pictures[-1].data]
    assert [each.label for each in card.buttons] == ["Open the answer"]


async def test_a_job_is_looked_at_until_its_end(stage):
    _, job = await begun(stage)
    asked = await stage.anna.slash(stage.room, "jobs show", job=job.id)
    assert "It is worked on" in (await asked.reply()).text
    stage.engine.gate.set()
    await stage.until_job(lambda job: job.answered)
    await stage.clock.until_asleep(2)
    stage.clock.advance(2)
    card = await asked.until(says("✅ done"))
    assert len(card.pictures) == 1


async def test_who_waits_is_told_their_place_and_about_how_long(stage):
    await swapped(stage)
    stage.engine.gate.clear()
    for _ in range(5):
        stage.clock.advance(0.001)
        job = await stage.asked_job(await stage.swap())
    card = await told(stage, "show", job=job.id)
    assert says("waiting", "Number 3 in line; done in about 5 s.", "1 credit held")(card)
    stage.engine.gate.set()


async def test_after_fourteen_minutes_a_look_ends_and_can_be_begun_anew(stage):
    _, job = await begun(stage)
    asked = await stage.anna.slash(stage.room, "jobs show", job=job.id)
    await asked.reply()
    await stage.clock.until_asleep(2)
    stage.clock.advance(9 * 60)
    await stage.clock.until_asleep(2)
    stage.clock.advance(5 * 60)
    card = await asked.until(says("no longer kept up to date"))
    asked = await stage.anna.press(card, "Refresh")
    await asked.until(lambda seen: "no longer" not in seen.text)
    stage.engine.gate.set()


async def test_an_unknown_job_and_somebody_else_s(stage):
    assert "I know no such job" in (await told(stage, "show", job=UNKNOWN)).text
    assert "I know no such job" in (await told(stage, "show", job="**?**")).text
    seen = await swapped(stage)
    for command in ("show", "cancel"):
        text = (await told(stage, command, who=stage.ben, job=job_id(seen))).text
        assert text == "Only the member who asked for it, or a moderator, can do that."
    text = (await told(stage, "retry", who=stage.ben, job=job_id(seen))).text
    assert text.startswith("Only the member who asked for it")


async def test_an_expired_job_keeps_verb_time_and_cost(stage):
    seen = await swapped(stage)
    await stage.anna.press(seen, "Delete")
    job = await stage.until_job(lambda job: job.state is JobState.EXPIRED)
    assert says("⌛ **expired** · swapid", "1 credit used")(await told(stage, "list"))
    card = await told(stage, "show", job=job.id)
    assert says("It has expired", "1 credit used")(card)
    assert (card.pictures, card.buttons) == ((), ())
    assert "no longer stored" in (await told(stage, "retry", job=job.id)).text


# Acting


async def test_a_job_is_canceled_by_its_asker(stage):
    asked, job = await begun(stage)
    assert (await told(stage, "cancel", job=job.id)).text == "Stopped · free"
    await asked.until(says("Canceled before anything was made"))
    assert "over already" in (await told(stage, "cancel", job=job.id)).text
    assert await stage.spent() == 0


async def test_a_moderator_stops_a_job_for_free_and_the_audit_tells(stage, mod):
    stage.studio.gate.clear()
    asked = await stage.swap(image=clip())
    await stage.studio.has_begun()
    job = await stage.asked_job(asked)
    text = (await told(stage, "cancel", who=mod, job=job.id)).text
    assert f"Stopped the job of {stage.anna.mention}" in text
    await asked.until(says("A moderator of this server stopped it"))
    assert await stage.spent() == 0
    lines = {line.event: line for line in await stage.app.audit.unposted(9)}
    assert set(lines) == {"job-stopped", "job-canceled"}
    line = lines["job-stopped"]
    assert line.actor == str(mod.id)
    assert line.words == {"job": job.id, "member": str(stage.anna.id)}


async def test_a_job_is_stopped_where_it_is_looked_at(stage):
    _, job = await begun(stage)
    card = await told(stage, "show", job=job.id)
    card = await (await stage.anna.press(card, "Cancel")).until(says("✋ canceled"))
    assert "Retry" in [each.label for each in card.buttons]


async def test_a_failed_job_is_tried_again(stage):
    job = await failed(stage)
    seen = await (await stage.anna.slash(stage.room, "jobs retry", job=job.id)).until(is_result)
    assert not seen.ephemeral
    again = await stage.job(seen)
    assert (again.parent, again.owner) == (job.id, job.owner)
    card = await told(stage, "show", job=again.id)
    assert f"It repeats the job `{job.id}`" in card.text


async def test_a_failed_job_is_tried_again_where_it_is_looked_at(stage):
    job = await failed(stage)
    card = await told(stage, "show", job=job.id)
    assert "I found no face" in card.text
    seen = await (await stage.anna.press(card, "Retry")).until(is_result)
    assert not seen.ephemeral


async def test_what_went_well_needs_no_retry(stage, mod):
    seen = await swapped(stage)
    assert "Only a job that failed" in (await told(stage, "retry", job=job_id(seen))).text
    job = await failed(stage)
    assert "Only the member" in (await told(stage, "retry", who=mod, job=job.id)).text


async def test_a_result_that_could_not_be_posted_is_shown_and_posted_elsewhere(stage):
    await begun(stage)
    stage.discord.clock.advance(15 * 60 + 1)
    stage.room.deny(stage.discord.bot, Permission.ATTACH_FILES)
    stage.engine.gate.set()
    job = await stage.until_job(lambda job: job.answered)
    there = stage.guild.add_channel("elsewhere")
    page = await told(stage, "list", state="undelivered", room=there)
    assert says("📭 **not delivered**", "1 credit used")(page)
    card = await told(stage, "show", job=job.id, room=there)
    assert "I may not write or post pictures there" in card.text
    assert "The result is kept here; Retry posts it where you are." in card.text
    assert len(card.pictures) == 1
    asked = await stage.anna.press(card, "Retry")
    seen = await asked.until(is_result)
    assert (job_id(seen), seen.ephemeral) == (job.id, False)
    job = await stage.until_job(lambda job: job.answered)
    assert (job.undelivered, job.posted.message) == (None, str(seen.id))
    assert await stage.spent() == 1
    assert "Only a job that failed" in (await told(stage, "retry", job=job.id)).text


# Taking along


async def test_all_of_one_s_jobs_are_exported(stage):
    done = await swapped(stage)
    stage.clock.advance(1)
    await failed(stage)
    stage.clock.advance(1)
    page = await told(stage, "export")
    assert "Your 2 jobs" in page.text
    (file,) = page.files
    rows = json.loads(stage.discord.cdn.open(file["url"]).data)
    assert [row["status"] for row in rows] == ["failed", "completed"]
    assert rows[1]["messageId"] == str(done.id)
    urls = [each["url"].split("?")[0] for each in rows[1]["attachments"]]
    assert urls == [each.url.split("?")[0] for each in done.pictures]


async def test_a_private_answer_is_exported_without_addresses(stage):
    await swapped(stage, private=True)
    page = await told(stage, "export", room=stage.anna.dm)
    assert says("Your only job", "Addresses of pictures are left out")(page)
    (row,) = json.loads(stage.discord.cdn.open(page.files[0]["url"]).data)
    assert [each.keys() & {"url", "proxy_url"} for each in row["attachments"]] == [set(), set()]
    assert row["attachments"][0]["filename"] == "1-party-before.jpg"


async def test_who_has_no_jobs_gets_no_file(stage):
    page = await told(stage, "export", who=stage.ben)
    assert (page.text, page.files) == ("There are no jobs of yours.", ())


async def test_after_a_month_jobs_read_expired_everywhere(stage):
    await swapped(stage)
    stage.clock.advance(32 * 24 * 3600)
    job = await stage.until_job(lambda job: job.state is JobState.EXPIRED)
    assert says("⌛ **expired** · swapid", "1 credit used")(await told(stage, "list"))
    assert "It has expired" in (await told(stage, "show", job=job.id)).text
    page = await told(stage, "export")
    (row,) = json.loads(stage.discord.cdn.open(page.files[0]["url"]).data)
    assert (row["status"], row["code"], row["verb"]) == ("expired", 410, "faceswap-swapid")
    assert row["credits"] == 1
    assert "attachments" not in row


# Choosing


async def test_jobs_are_offered_while_one_types(stage):
    seen = await swapped(stage)
    stage.clock.advance(180)
    job = await failed(stage)
    choices = await stage.anna.autocomplete(stage.room, "jobs show", focused="job")
    assert choices == [
        {"name": "swapid me · failed · just now", "value": job.id},
        {"name": "swapid me · done · 3 min ago", "value": job_id(seen)},
    ]
    choices = await stage.anna.autocomplete(stage.room, "jobs show", focused="job", job="DONE")
    assert [each["value"] for each in choices] == [job_id(seen)]
    assert await stage.ben.autocomplete(stage.room, "jobs cancel", focused="job") == []
