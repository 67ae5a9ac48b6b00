"""The buttons below a result: for the asker, for moderators, after a restart."""

import pytest

from playground import Permission
from tests.discord.stage import is_result, job_id, photo, picture, says


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


async def restart(stage):
    await stage.stop()
    await stage.start()


async def test_again_does_the_same_once_more(stage):
    seen = await stage.swapped(2, "me,ben -m", options="-s")
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.id != seen.id
    assert not again.ephemeral
    assert says("**`me,ben -m -s`**", "2 credits used · 46 of 50 left")(again)
    first, second = stage.backend.orders
    assert (first.target, first.cast, first.options) == (
        second.target,
        second.cast,
        second.options,
    )


async def test_again_repeats_a_one_shot_swap_without_its_photo(stage):
    asked = await stage.anna.slash(stage.room, "faceswap", source=photo("guest"), target=picture())
    seen = await asked.until(is_result)
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert says("**Face swap**", "· /faceswap")(again)
    assert len({order.cast for order in stage.backend.orders}) == 1


async def test_a_double_click_is_one_click(stage):
    seen = await stage.swapped()
    first = await stage.anna.press(seen, "Again")
    second = await stage.anna.press(seen, "Again")
    await first.until(is_result)
    assert second.acknowledged
    assert second.messages == []
    assert await stage.spent() == 2


async def test_a_form_that_was_dismissed_opens_again_at_once(stage):
    seen = await stage.swapped()
    first = await stage.anna.press(seen, "Use another id")
    second = await stage.anna.press(seen, "Use another id")
    assert first.modal["title"] == second.modal["title"]


@pytest.mark.parametrize("button", ["Again", "Use another id", "Delete"])
async def test_others_may_not(stage, button):
    seen = await stage.swapped()
    told = await (await stage.ben.press(seen, button)).reply()
    assert told.ephemeral
    may = "Only the member who asked for it, or a moderator, can do that."
    assert told.text == (may if button == "Delete" else may.replace(", or a moderator,", ""))
    assert stage.anna.sees(seen)
    assert await stage.spent() == 1


async def test_another_id_is_picked(stage):
    seen = await stage.swapped()
    asked = await stage.anna.press(seen, "Use another id")
    pick = asked.modal["components"][0]["component"]
    assert [option["value"] for option in pick["options"]] == ["me", "ben"]
    done = await stage.anna.submit(asked, {"One of your ids": ["ben"]})
    other = await done.until(is_result)
    assert says("**`ben`**", "1 credit used · 48 of 50 left")(other)
    assert not other.ephemeral
    assert stage.anna.sees(seen)


async def test_another_list_is_typed_and_goes_first(stage):
    seen = await stage.swapped(2)
    asked = await stage.anna.press(seen, "Use another id")
    values = {"One of your ids": ["ben"], "Or type a list": " _,me+ben -f "}
    other = await (await stage.anna.submit(asked, values)).until(is_result)
    assert says("**`_,me+ben -f`**", "1 of 2 faces")(other)


async def test_flags_can_be_typed_for_an_id_that_is_picked(stage):
    seen = await stage.swapped()
    asked = await stage.anna.press(seen, "Use another id")
    values = {"One of your ids": ["ben"], "Or type a list": "-m"}
    other = await (await stage.anna.submit(asked, values)).until(is_result)
    assert "**`ben -m`**" in other.text


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Choose an id or type one."),
        ("bne", 'did you mean "ben"?'),
        ("me -q", "I do not know -q"),
    ],
)
async def test_another_id_that_will_not_do(stage, typed, words):
    seen = await stage.swapped()
    asked = await stage.anna.press(seen, "Use another id")
    told = await (await stage.anna.submit(asked, {"Or type a list": typed})).reply()
    assert words in told.text
    assert told.ephemeral
    assert await stage.spent() == 1


async def test_without_ids_only_a_list_is_asked_for(stage):
    asked = await stage.ben.slash(stage.room, "faceswap", source=photo("x"), target=picture(2))
    seen = await asked.until(is_result)
    asked = await stage.ben.press(seen, "Use another id")
    assert [each["label"] for each in asked.modal["components"]] == ["Or type a list"]
    other = await (await stage.ben.submit(asked, {"Or type a list": "_,*"})).until(is_result)
    assert "**`_,*`**" in other.text


async def test_deleting_takes_the_message_and_the_pictures(stage):
    seen = await stage.swapped()
    stored = len(list(stage.data.glob("pictures/*/*")))
    assert stored == 3
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    await stage.stop()
    assert not stage.anna.sees(seen)
    assert list(stage.data.glob("pictures/*/*")) == []
    await stage.start()
    assert (await stage.app.jobs.job(job_id(seen))).state.value == "expired"


async def test_a_moderator_may_delete(stage):
    mia = stage.discord.add_user("Mia")
    stage.guild.add_member(mia, Permission.MANAGE_MESSAGES)
    seen = await stage.swapped()
    await mia.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_a_private_result_can_be_deleted(stage):
    seen = await stage.swapped(private=True)
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_everything_works_after_a_restart(stage):
    seen = await stage.swapped()
    await restart(stage)
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert "48 of 50 left" in again.text
    asked = await stage.anna.press(seen, "Use another id")
    other = await (await stage.anna.submit(asked, {"Or type a list": "ben"})).until(is_result)
    assert "**`ben`**" in other.text
    await stage.anna.press(other, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(other)


@pytest.mark.parametrize("button", ["Again", "Use another id"])
async def test_what_is_no_longer_stored_cannot_be_done_again(stage, button):
    seen = await stage.swapped()
    await stage.app.jobs.forget(job_id(seen), stage.clock.now())
    told = await (await stage.anna.press(seen, button)).reply()
    assert told.text == "That swap is no longer stored; please start a new one."
    assert told.ephemeral


async def test_a_message_whose_swap_is_no_longer_stored_can_be_deleted(stage):
    seen = await stage.swapped()
    await stage.app.jobs.forget(job_id(seen), stage.clock.now())
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(seen)


async def test_an_id_that_was_deleted_since(stage):
    seen = await stage.swapped()
    await (await stage.anna.slash(stage.room, "delid", idname="me")).reply()
    told = await (await stage.anna.press(seen, "Again")).reply()
    assert 'You have no id "me"; did you mean' in told.text or "/listid" in told.text


async def test_an_id_that_was_saved_anew_is_used_as_it_is_now(stage):
    seen = await stage.swapped()
    await stage.anna.slash(stage.room, "saveid", idname="ME", image=photo("somebody else"))
    await stage.room.until(says("Updated"))
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert "**`ME`**" in again.text
    first, second = (order.cast[0][0].template.data for order in stage.backend.orders)
    assert first != second


async def test_credits_are_asked_for_again(stage):
    seen = await stage.swapped(25, ",".join(["me"] * 25))
    await stage.swapped(25, ",".join(["me"] * 25))
    told = await (await stage.anna.press(seen, "Again")).until(lambda seen: seen.ephemeral)
    assert "This costs 25 credits and you have none left today" in told.text
