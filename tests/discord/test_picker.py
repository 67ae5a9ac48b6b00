"""Choosing who goes to which face, below a result with several faces."""

import asyncio

import pytest

from faceswap.domain.face import Box, FoundFace
from tests.discord.stage import is_result, job_id, photo, picture, says
from tests.sidecar import engine as fake


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


@pytest.fixture
def widest(monkeypatch, stage):
    """Make one face of the pictures wider than the others."""

    def make(number):
        detect = stage.engine.detect

        def with_a_wide_one(pixels):
            faces = detect(pixels)
            return [_wider(face) if face.found.number == number else face for face in faces]

        stage.engine.detect = with_a_wide_one

    return make


def _wider(face):
    found, box = face.found, face.found.box
    box = Box(box.left - 1, box.top, box.right + 1, box.bottom)
    return fake.FakeFace(FoundFace(found.number, box, found.yaw, found.roll, found.confidence))


def chosen(seen):
    return {
        int(select.custom_id.rpartition(":")[2]): option.value
        for select in seen.selects
        for option in select.options
        if option.default
    }


def swap_button(seen):
    return seen.buttons[-1]


async def choose(stage, seen, face, who, person=None):
    select = next(each for each in seen.selects if each.custom_id.endswith(f":{face}"))
    return await (person or stage.anna).choose(seen, select.custom_id, [who])


async def choosing(stage, seen, face, who):
    return await (await choose(stage, seen, face, who)).reply()


async def test_a_picture_of_one_face_needs_no_choice(stage):
    assert (await stage.swapped(1)).selects == ()


async def test_faces_are_shown_with_numbers_and_what_was_done_is_chosen(stage, widest):
    widest(2)
    seen = await stage.swapped(3)
    assert says("1 of 3 faces", "**Somebody else?** Choose who goes to which face.")(seen)
    assert seen.pictures[2].description == (
        "The picture with its 3 faces numbered from left to right"
    )
    assert chosen(seen) == {1: "_", 2: "me", 3: "_"}
    assert [(option.label, option.value) for option in seen.selects[1].options] == [
        ("Face 2: leave as it is", "_"),
        ("Face 2: me", "me"),
        ("Face 2: ben", "ben"),
    ]
    assert (swap_button(seen).label, swap_button(seen).disabled) == ("Swap these faces", True)


async def test_choices_are_kept_and_priced_and_swapped(stage):
    seen = await stage.swapped(3)
    seen = await choosing(stage, seen, 3, "ben")
    assert chosen(seen) == {1: "me", 2: "_", 3: "ben"}
    assert swap_button(seen).label == "Swap these faces (2 credits)"
    assert [picture.filename for picture in seen.pictures] == [
        "1-party-before.jpg",
        "2-party-swapped.png",
        "3-party-faces.jpg",
    ]
    seen = await choosing(stage, seen, 1, "_")
    assert swap_button(seen).label == "Swap these faces (1 credit)"
    asked = await stage.anna.press(seen, swap_button(seen).label)
    other = await asked.until(is_result)
    assert says("**`_,_,ben`**", "1 of 3 faces", "48 of 50 left")(other)
    assert other.selects == ()


async def test_the_first_face_alone_is_not_the_largest(stage, widest):
    widest(2)
    seen = await stage.swapped(2)
    seen = await choosing(stage, seen, 2, "_")
    seen = await choosing(stage, seen, 1, "me")
    other = await (await stage.anna.press(seen, swap_button(seen).label)).until(is_result)
    assert "**`me,_`**" in other.text
    assert (await stage.job(other)).outcome.pictures[0].swapped == (1,)


async def test_nothing_to_change_is_nothing_to_press(stage):
    seen = await stage.swapped(2)
    seen = await choosing(stage, seen, 1, "_")
    assert (swap_button(seen).label, swap_button(seen).disabled) == ("Swap these faces", True)
    seen = await choosing(stage, seen, 1, "me")
    assert (swap_button(seen).label, swap_button(seen).disabled) == (
        "Swap these faces (1 credit)",
        True,
    )


async def test_choices_outlast_a_restart(stage):
    seen = await choosing(stage, await stage.swapped(3), 2, "ben")
    await stage.stop()
    await stage.start()
    seen = await choosing(stage, seen, 3, "me")
    assert chosen(seen) == {1: "me", 2: "ben", 3: "me"}
    await stage.stop()
    await stage.start()
    other = await (await stage.anna.press(seen, "Swap these faces (3 credits)")).until(is_result)
    assert "**`me,ben,me`**" in other.text


async def test_choices_in_quick_succession_are_all_kept(stage):
    """Each brings the message as it was before the other."""
    seen = await stage.swapped(3)
    hold = stage.discord.faults.hold(method="POST", path="callback")
    first = asyncio.create_task(choose(stage, seen, 2, "ben"))
    await hold.arrived()
    second = asyncio.create_task(choose(stage, seen, 3, "ben"))
    hold.release()
    await asyncio.gather(first, second)
    now = await stage.room.until(lambda each: each.id == seen.id)
    assert chosen(now) == {1: "me", 2: "ben", 3: "ben"}


async def test_the_face_of_a_photo_can_be_placed(stage):
    asked = await stage.anna.slash(stage.room, "faceswap", source=photo("guest"), target=picture(2))
    seen = await asked.until(is_result)
    assert chosen(seen) == {1: "*", 2: "_"}
    assert seen.selects[0].options[1].label == "Face 1: the face from the photo"
    seen = await choosing(stage, await choosing(stage, seen, 1, "ben"), 2, "*")
    other = await (await stage.anna.press(seen, "Swap these faces (2 credits)")).until(is_result)
    assert says("**`ben,*`**", "· /faceswap")(other)


async def test_a_mix_can_be_kept(stage):
    seen = await stage.swapped(2, "me+ben")
    assert chosen(seen) == {1: "me+ben", 2: "_"}
    seen = await choosing(stage, seen, 2, "me+ben")
    other = await (await stage.anna.press(seen, "Swap these faces (2 credits)")).until(is_result)
    assert "**`me+ben,me+ben`**" in other.text


async def test_the_largest_ten_of_many_faces(stage, widest):
    widest(15)
    seen = await stage.swapped(15)
    assert list(chosen(seen)) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 15]
    assert chosen(seen)[15] == "me"
    seen = await choosing(stage, seen, 9, "ben")
    other = await (await stage.anna.press(seen, "Swap these faces (2 credits)")).until(is_result)
    assert "**`_,_,_,_,_,_,_,_,ben,_,_,_,_,_,me`**" in other.text


async def test_as_many_ids_as_a_select_can_offer(stage):
    for number in range(18):
        await stage.save(f"id{number}")
    seen = await stage.swapped(2)
    values = [option.value for option in seen.selects[0].options]
    assert values[:3] == ["_", "me", "id17"]
    assert len(values) == 21


async def test_others_may_not_choose(stage):
    seen = await stage.swapped(2)
    told = await (await choose(stage, seen, 1, "ben", stage.ben)).reply()
    assert told.ephemeral
    assert "Only the member who asked" in told.text
    assert chosen(await stage.room.until(lambda each: each.id == seen.id)) == {1: "me", 2: "_"}


async def test_a_swap_that_is_gone(stage):
    seen = await stage.swapped(2)
    await stage.app.jobs.forget(job_id(seen), stage.clock.now())
    told = await (await choose(stage, seen, 1, "ben")).reply()
    assert "no longer stored" in told.text
