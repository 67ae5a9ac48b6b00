"""A member's own data: shown, handed over, erased."""

import asyncio
import io
import json
import zipfile

import pytest
import sqlalchemy as sa

from faceswap.domain.job import JobState
from faceswap.storage import tables
from playground import NotOffered
from tests.discord.stage import clip, is_result, job_id, says
from tests.fakes.patience import patience

SURE = {"sure": ["yes"]}


async def ask(stage, command, who=None, room=None):
    asked = await (who or stage.anna).slash(room or stage.room, f"privacy {command}")
    return await asked.until(lambda seen: bool(seen.text))


async def erase(stage, who=None):
    who = who or stage.anna
    asked = await who.slash(stage.room, "privacy delete")
    return await (await who.submit(asked, SURE)).until(says("erased"))


async def told_of(stage, who):
    """Return each row of the database that names somebody, when their last answer is noted."""
    async with patience():
        while await stage.app.promises.unkept():  # noqa: ASYNC110 - the store tells nobody
            await asyncio.sleep(0)
    found = []
    async with stage.database.read() as connection:
        for table in tables.metadata.sorted_tables:
            rows = (await connection.execute(sa.select(table))).all()
            found += [f"{table.name}: {list(row)!r}" for row in rows]
    return [row for row in found if str(who.id) in row]


def unpacked(stage, seen):
    [file] = seen.files
    archive = zipfile.ZipFile(io.BytesIO(stage.discord.cdn.open(file["url"]).data))
    return {name: archive.read(name) for name in archive.namelist()}


async def test_who_was_never_here_has_nothing_kept(stage, bot):
    seen = await ask(stage, "show")
    assert seen.ephemeral
    assert seen.text == "I keep nothing about you: no ids, no pictures, no credits."


async def test_what_is_kept_is_told_in_words_to_its_member_alone(stage, bot):
    await stage.save("me", "you")
    await stage.swapped()
    seen = await ask(stage, "show")
    assert seen.ephemeral
    assert says(
        "**2 ids:** `me`, `you`. Of each face I keep a sealed template, never the photo.",
        "**One swap** with 3 sealed files",
        "They go 31 days after it ended",
    )(seen)
    assert "nothing" in (await ask(stage, "show", who=stage.ben)).text


async def test_all_that_is_kept_is_handed_over_as_one_file(stage, bot):
    await stage.save("me")
    result = await stage.swapped()
    seen = await ask(stage, "export")
    assert seen.ephemeral
    files = unpacked(stage, seen)
    job = await stage.job(result)
    assert set(files) == {
        "README.txt",
        "ids.json",
        "ids/me.template",
        "swaps.json",
        "credits.json",
        "bans.json",
        f"pictures/{job.id}/1-party-swapped.png",
        f"pictures/{job.id}/2-party.png",
    }
    assert files[f"pictures/{job.id}/1-party-swapped.png"] == result.pictures[1].data
    ids = json.loads(files["ids.json"])
    assert (ids["current"], [each["name"] for each in ids["ids"]]) == ("me", ["me"])
    assert [swap["jobid"] for swap in json.loads(files["swaps.json"])] == [job.id]
    assert [each["kind"] for each in json.loads(files["credits.json"])] == ["hold", "settle"]


async def test_all_is_erased_before_the_answer_comes(stage, bot):
    await stage.save("me")
    await stage.swapped()
    await stage.save("ben", who=stage.ben)
    theirs = await stage.swapped(ids="ben", who=stage.ben)
    seen = await erase(stage)
    assert seen.ephemeral
    assert says("one id and one swap with their pictures are erased")(seen)
    assert "nothing" in (await ask(stage, "show")).text
    assert await told_of(stage, stage.anna) == []
    assert await told_of(stage, stage.ben) != []
    assert len(stage.blobs()) == 3
    assert (await stage.job(theirs)).state is JobState.DONE


async def test_nothing_is_erased_by_a_form_that_is_not_sent_or_not_ticked(stage, bot):
    await stage.save("me")
    asked = await stage.anna.slash(stage.room, "privacy delete")
    assert asked.modal["title"] == "Erase all I keep about you"
    with pytest.raises(NotOffered):
        await stage.anna.submit(asked, {"sure": []})
    assert "`me`" in (await ask(stage, "show")).text


async def test_what_was_spent_today_still_counts_after_erasing(stage, bot):
    await stage.save("me")
    await stage.swapped(faces=3, ids="me,me,me")
    await erase(stage)
    assert await stage.spent() == 3
    await stage.save("me")
    await stage.swapped()
    await erase(stage)
    assert await stage.spent() == 4
    stage.clock.advance(24 * 3600)
    assert await stage.spent() == 0


async def test_what_is_open_ends_first_and_gives_its_credits_back(stage, bot):
    await stage.save("me")
    stage.engine.gate.clear()
    await stage.swap()
    await asyncio.to_thread(stage.engine.began.wait, 10)
    offered = await stage.anna.slash(stage.room, "swapid", idname="me", image=clip(frames=200))
    offer = await offered.until(says("This costs"))
    await erase(stage)
    stage.engine.gate.set()
    assert await told_of(stage, stage.anna) == []
    assert not stage.anna.sees(offer)
    assert await stage.spent() == 0


async def test_buttons_below_an_erased_result_say_that_it_is_gone(stage, bot):
    await stage.save("me")
    result = await stage.swapped()
    assert is_result(result)
    assert job_id(result)
    await erase(stage)
    pressed = await stage.anna.press(result, "Again")
    assert says("no longer stored")(await pressed.reply())


async def test_who_can_write_to_the_bot_alone_has_the_same_rights(stage, bot):
    await stage.save("me", room=stage.anna.dm)
    assert "`me`" in (await ask(stage, "show", room=stage.anna.dm)).text
