"""What is asked before a clip is swapped that costs much."""

import pytest

from bot.live import SPACING
from bot.notify import SOON
from faceswap.app import Rules
from faceswap.domain.errors import BackendDown, BrokenClip
from faceswap.domain.job import JobState
from playground.errors import NotOffered
from tests.discord.stage import clip, is_result, picture, says
from tests.discord.test_picker import choose, choosing, chosen

GONE = "That swap is no longer stored; please start a new one."
MINE = "Only the member who asked for it can do that."


@pytest.fixture(autouse=True)
async def saved(stage):
    stage.rules = Rules(confirm_above=3, allowance=10)
    await stage.start()
    await stage.save("ben", "me")


async def offered(stage, faces=1, frames=40, **more):
    """Ask for a swap that is offered."""
    asked = await stage.swap(image=clip(faces, frames), **more)
    return await asked.until(says("This costs"))


def buttons(seen):
    return [(button.label, button.disabled) for button in seen.buttons]


async def job(stage, seen):
    found = await stage.app.jobs.job(seen.buttons[0].custom_id.split(":")[1])
    assert found is not None
    return found


async def restart(stage):
    await stage.stop()
    await stage.start()


async def test_the_price_is_told_first(stage):
    seen = await offered(stage)
    assert seen.text == (
        f"**`me`** for {stage.anna.mention} · /swapid\n"
        "🎞️ dance.gif: GIF, 40 frames\n"
        "This costs **4 credits**; you have 10 of 10 left today."
    )
    assert buttons(seen) == [
        ("Swap (4 credits)", False),
        ("Choose faces", False),
        ("Cancel", False),
    ]
    assert await stage.spent() == 0
    assert stage.backend.orders == []


async def test_what_costs_little_is_not_asked_about(stage):
    assert "3 credits used" in (await stage.swapped(image=clip(1, 30))).text


async def test_the_result_takes_the_place_of_the_offer(stage):
    offer = await offered(stage)
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    assert seen.id == offer.id
    assert says("40 frames", "4 credits used · 6 of 10 left")(seen)


async def test_that_it_has_begun_is_said_at_once(stage):
    stage.studio.gate.clear()
    asked = await stage.anna.press(await offered(stage), "Swap (4 credits)")
    seen = await asked.until(says("⏳ Starting. The result will appear here."))
    assert buttons(seen) == [("Cancel", False)]
    assert await stage.spent() == 4
    stage.studio.gate.set()
    await asked.until(is_result)


async def test_that_other_clips_come_first_is_said(stage):
    stage.studio.gate.clear()
    one, other = await offered(stage), await offered(stage)
    await stage.anna.press(one, "Swap (4 credits)")
    await stage.studio.has_begun()
    asked = await stage.anna.press(other, "Swap (4 credits)")
    await asked.until(says("⏳ Starting"))
    # Both edits have been made, and nothing more is to be said of either as yet.
    await stage.clock.until(lambda waits: waits.count(SOON) == waits.count(SPACING) == 2)
    stage.clock.advance(SOON)
    seen = await asked.until(says("⏳ Waiting for the clips before this one."))
    assert buttons(seen) == [("Cancel", False)]
    stage.studio.gate.set()
    await asked.until(is_result)


async def test_a_refusal_takes_the_place_of_the_offer(stage):
    offer = await offered(stage)
    stage.backend.on_swap.append(BrokenClip(name="dance.gif"))
    asked = await stage.anna.press(offer, "Swap (4 credits)")
    seen = await asked.until(says("dance.gif is cut short, damaged or too complex"))
    assert seen.ephemeral
    assert not stage.anna.sees(offer)
    assert await stage.spent() == 0


async def test_a_private_offer_is_answered_privately(stage):
    offer = await offered(stage, private=True)
    assert offer.ephemeral
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    assert seen.ephemeral
    assert seen.id == offer.id


async def test_an_answer_has_the_time_of_the_press(stage):
    """The reply's own fifteen minutes may be over by then."""
    offer = await offered(stage)
    for clock in (stage.clock, stage.discord.clock):
        clock.advance(20 * 60)
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    assert seen.id == offer.id


@pytest.mark.parametrize("button", ["Swap (4 credits)", "Choose faces", "Cancel"])
async def test_others_may_not(stage, button):
    offer = await offered(stage)
    told = await (await stage.ben.press(offer, button)).reply()
    assert (told.text, told.ephemeral) == (MINE, True)
    assert stage.anna.sees(offer)
    assert (await job(stage, offer)).state is JobState.OFFERED


async def test_it_is_accepted_after_a_restart(stage):
    offer = await offered(stage)
    await restart(stage)
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    assert "4 credits used" in seen.text


async def test_a_double_click_is_one_click(stage):
    offer = await offered(stage)
    hold = stage.discord.faults.hold(method="PATCH", path="@original")
    first = await stage.anna.press(offer, "Swap (4 credits)")
    await hold.arrived()
    second = await stage.anna.press(offer, "Swap (4 credits)")
    hold.release()
    await first.until(is_result)
    assert second.messages == []
    assert await stage.spent() == 4


@pytest.mark.parametrize("button", ["Swap (4 credits)", "Choose faces"])
async def test_a_second_press_while_it_is_worked_on(stage, button):
    """As when the offer's message could not be changed, and the bot was started anew."""
    stage.studio.gate.clear()
    offer = await offered(stage)
    stage.discord.faults.add(method="PATCH", path="@original", status=403, times=99)
    await stage.anna.press(offer, "Swap (4 credits)")
    await stage.studio.has_begun()
    await restart(stage)
    told = await (await stage.anna.press(offer, button)).reply()
    assert (
        told.text == "That swap has begun already; its result will take the place of that message."
    )
    assert told.ephemeral
    assert await stage.spent() == 4
    stage.discord.faults.release_all()


async def test_a_press_after_the_end(stage):
    offer = await offered(stage)
    stage.discord.faults.add(method="PATCH", path="@original", status=403, times=99)
    await stage.anna.press(offer, "Swap (4 credits)")
    await stage.discord.exchange(lambda each: each.status == 403 and each.files)
    await restart(stage)
    told = await (await stage.anna.press(offer, "Swap (4 credits)")).reply()
    assert told.text == "That swap is over already; please start a new one."


async def test_an_offer_that_has_ended(stage):
    offer = await offered(stage)
    stage.clock.advance(3601)
    for button in ("Swap (4 credits)", "Choose faces", "Cancel"):
        told = await (await stage.anna.press(offer, button)).reply()
        assert (told.text, told.ephemeral) == (GONE, True)
    assert await stage.spent() == 0


async def test_credits_that_were_spent_meanwhile(stage):
    one, other = await offered(stage, frames=60), await offered(stage, frames=70)
    await (await stage.anna.press(one, "Swap (6 credits)")).until(is_result)
    told = await (await stage.anna.press(other, "Swap (7 credits)")).reply()
    assert told.ephemeral
    assert "This costs 7 credits and you have 4 left today; they are refilled <t:" in told.text
    assert stage.anna.sees(other)
    assert (await job(stage, other)).state is JobState.OFFERED


async def test_what_cannot_be_paid_is_not_offered(stage):
    told = await (await stage.swap(image=clip(1, 110))).reply()
    assert told.ephemeral
    assert "This costs 11 credits and you have 10 left today" in told.text


async def test_declining_costs_nothing_and_keeps_nothing(stage):
    offer = await offered(stage)
    asked = await stage.anna.press(offer, "Cancel")
    told = await asked.until(says("Canceled before anything was made, so nothing was charged."))
    assert told.ephemeral
    assert not stage.anna.sees(offer)
    assert list(stage.data.glob("pictures/*/*")) == []
    assert await stage.spent() == 0


async def test_again_is_offered_again(stage):
    offer = await offered(stage)
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    again = await (await stage.anna.press(seen, "Again")).until(says("This costs"))
    assert again.id != seen.id
    assert "**4 credits**; you have 6 of 10 left today" in again.text
    await (await stage.anna.press(again, "Swap (4 credits)")).until(is_result)
    assert await stage.spent() == 8


async def test_another_id_is_offered_again(stage):
    offer = await offered(stage)
    seen = await (await stage.anna.press(offer, "Swap (4 credits)")).until(is_result)
    form = await stage.anna.press(seen, "Use another id")
    asked = await stage.anna.submit(form, {"Or type a list": "ben"})
    assert says("**`ben`**", "**4 credits**")(await asked.until(says("This costs")))


async def test_of_several_clips_no_faces_are_chosen(stage):
    files = [clip(1, 40, "a.gif"), picture(1, "b.png")]
    posted = await stage.ben.post(stage.room, files=files)
    seen = await (await stage.anna.menu("INSwapper", posted)).until(says("This costs"))
    assert "🎞️ a.gif: GIF, 40 frames" in seen.text
    assert [button.label for button in seen.buttons] == ["Swap (5 credits)", "Cancel"]


# ── Choosing faces ──────────────────────────────────────────────────────────────────────────────


async def faces_of(stage, offer):
    asked = await stage.anna.press(offer, "Choose faces")
    return await asked.until(lambda seen: seen.selects != ())


async def test_faces_are_shown_with_when_they_are_seen(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    assert seen.text.splitlines()[1:] == [
        "🎞️ dance.gif: GIF, 40 frames",
        "**Face 1**: 0:00-0:01 · **Face 2**: 0:00-0:01",
        "-# 10 of 10 left today",
    ]
    (sheet,) = seen.pictures
    assert sheet.description == "The 2 faces seen in the clip, with numbers and times"
    assert chosen(seen) == {1: "me", 2: "_"}
    assert buttons(seen) == [("Swap (4 credits)", False), ("Cancel", False)]
    assert await stage.spent() == 0
    told = await (await stage.ben.menu("INSwapper", seen)).reply()
    assert "There is no picture in that message" in told.text


async def test_that_it_takes_a_while_is_said_at_once(stage):
    stage.studio.gate.clear()
    offer = await offered(stage, 2)
    asked = await stage.anna.press(offer, "Choose faces")
    seen = await asked.until(says("⏳ Looking through the clip"))
    assert buttons(seen) == [("Swap (4 credits)", False), ("Cancel", False)]
    stage.studio.gate.set()
    await asked.until(lambda seen: seen.selects != ())


async def test_looking_through_a_clip_need_not_be_waited_for(stage):
    stage.studio.gate.clear()
    offer = await offered(stage, 2)
    looking = await (await stage.anna.press(offer, "Choose faces")).until(says("⏳ Looking"))
    await stage.studio.has_begun()
    asked = await stage.anna.press(looking, "Swap (4 credits)")
    await asked.until(says("⏳ Starting"))
    stage.studio.gate.set()
    result = await asked.until(says("4 credits used"))
    await stage.stop()
    assert is_result(await stage.room.until(lambda seen: seen.id == result.id))


async def test_a_restart_while_a_clip_is_looked_through(stage):
    stage.studio.gate.clear()
    offer = await offered(stage, 2)
    looking = await (await stage.anna.press(offer, "Choose faces")).until(says("⏳ Looking"))
    await stage.studio.has_begun()
    await stage.kill()
    stage.studio.gate.set()
    await stage.start()
    seen = await (await stage.anna.press(looking, "Swap (4 credits)")).until(is_result)
    assert seen.id == offer.id


async def test_a_choice_has_its_price_and_is_swapped(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    seen = await choosing(stage, seen, 2, "ben")
    assert buttons(seen)[0] == ("Swap (8 credits)", False)
    result = await (await stage.anna.press(seen, "Swap (8 credits)")).until(is_result)
    assert result.id == seen.id
    assert says("**`me,ben`**", "2 of 2 faces", "8 credits used · 2 of 10 left")(result)
    assert result.selects == ()


async def test_a_choice_after_the_end(stage):
    """As when the message with the choices could not be removed."""
    seen = await faces_of(stage, await offered(stage, 2))
    stage.discord.faults.add(method="DELETE", path="@original", status=403, times=99)
    await stage.anna.press(seen, "Cancel")
    await stage.discord.exchange(lambda each: each.status == 403)
    told = await (await choose(stage, seen, 2, "ben")).reply()
    assert told.text == "That swap is over already; please start a new one."


async def test_the_second_face_alone(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    seen = await choosing(stage, seen, 1, "_")
    assert buttons(seen)[0] == ("Swap", True)
    seen = await choosing(stage, seen, 2, "me")
    result = await (await stage.anna.press(seen, "Swap (4 credits)")).until(is_result)
    assert says("**`_,me`**", "1 of 2 faces")(result)


async def test_a_list_is_shown_as_it_was_typed(stage):
    seen = await faces_of(stage, await offered(stage, 3, 40, ids="ben,_,me+ben"))
    assert chosen(seen) == {1: "ben", 2: "_", 3: "me+ben"}


async def test_choices_outlast_a_restart(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    seen = await choosing(stage, seen, 2, "ben")
    await restart(stage)
    result = await (await stage.anna.press(seen, "Swap (8 credits)")).until(is_result)
    assert "**`me,ben`**" in result.text


async def test_others_may_not_choose(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    told = await (await choose(stage, seen, 1, "ben", stage.ben)).reply()
    assert (told.text, told.ephemeral) == (MINE, True)


async def test_a_choice_after_it_has_begun(stage):
    seen = await faces_of(stage, await offered(stage, 2))
    stage.studio.gate.clear()
    stage.studio.began.clear()
    stage.discord.faults.add(method="PATCH", path="@original", status=403, times=99)
    await stage.anna.press(seen, "Swap (4 credits)")
    await stage.studio.has_begun()
    told = await (await choose(stage, seen, 1, "ben")).reply()
    assert (
        told.text == "That swap has begun already; its result will take the place of that message."
    )
    stage.discord.faults.release_all()


async def test_a_clip_that_cannot_be_looked_through(stage):
    stage.backend.on_survey.append(BrokenClip(name="dance.gif"))
    offer = await offered(stage, 2)
    asked = await stage.anna.press(offer, "Choose faces")
    told = await asked.until(says("dance.gif is cut short, damaged"))
    assert told.ephemeral
    now = await stage.room.until(lambda seen: seen.id == offer.id)
    assert buttons(now) == buttons(offer)


async def test_a_clip_without_faces(stage):
    asked = await stage.anna.press(await offered(stage, 0), "Choose faces")
    assert (await asked.until(says("I found no face in dance.gif"))).ephemeral


async def test_an_engine_that_is_just_starting_is_waited_for(stage):
    stage.backend.on_survey.append(BackendDown())
    asked = await stage.anna.press(await offered(stage, 2), "Choose faces")
    await asked.until(says("⏳ The swap engine is starting. Your clip is held"))
    await stage.clock.until_asleep(1)
    stage.clock.advance(1)
    assert (await asked.until(lambda seen: seen.selects != ())).text


async def test_an_offer_that_is_declined_while_its_clip_is_looked_through(stage):
    stage.studio.gate.clear()
    offer = await offered(stage, 2)
    asked = await stage.anna.press(offer, "Choose faces")
    looking = await asked.until(says("⏳ Looking"))
    await stage.studio.has_begun()
    declined = await stage.anna.press(looking, "Cancel")
    await declined.until(says("Canceled before anything was made"))
    stage.studio.gate.set()
    await stage.stop()
    assert not stage.anna.sees(offer)
    with pytest.raises(NotOffered):
        await stage.anna.press(offer, "Cancel")
