"""What is done with the pictures of a message that is right-clicked."""

import pytest

from faceswap.domain.delivery import Place
from playground import Upload
from tests.discord.stage import is_result, picture, says

OUTSIDE = "https://example.org/cat.png"


@pytest.fixture
async def painter(stage, bot):
    """Another bot, which posts embeds and components."""
    made = stage.discord.add_user("Painter", bot=True)
    stage.guild.add_member(made)
    stage.discord.cdn.add_external(OUTSIDE, picture(1, mark=7).data)
    return made


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


async def swapped(stage, posted, who=None):
    return await (await (who or stage.anna).menu("INSwapper", posted)).until(is_result)


async def told(stage, posted, name="INSwapper", who=None):
    seen = await (await (who or stage.anna).menu(name, posted)).reply()
    assert seen.ephemeral
    return seen.text


async def test_the_current_ids_go_into_the_picture(stage):
    await (await stage.anna.slash(stage.room, "setid", idname="_,me -s")).reply()
    posted = await stage.ben.post(stage.room, "look", files=[picture(2)])
    seen = await swapped(stage, posted)
    assert says("**`_,me -s`**", "INSwapper", "1 of 2 faces")(seen)
    assert not seen.ephemeral
    assert await stage.spent() == 1
    assert await stage.spent(stage.ben) == 0
    place = (await stage.job(seen)).place
    assert place == Place(str(stage.guild.id), str(stage.room.id), str(posted.id))


async def test_every_picture_of_a_message(stage):
    files = [
        picture(2, "a.png"),
        picture(0, "b.png"),
        Upload("c.txt", b"hello"),
        picture(1, "a.png", 9),
    ]
    posted = await stage.ben.post(stage.room, "look", files=files)
    seen = await swapped(stage, posted)
    assert says("2 pictures · 2 of 3 faces", "⚠️ I found no face in b.png", "2 credits used")(seen)
    assert [each.description for each in seen.pictures] == [
        "Before: a.png (picture 1)",
        "After: a.png (picture 1) with the face of me",
        "Before: a.png (picture 3)",
        "After: a.png (picture 3) with the face of me",
    ]
    assert len({each.filename for each in seen.pictures}) == 4
    assert len([each for each in seen.components[0]["components"] if each["type"] == 12]) == 2
    assert seen.selects == ()


async def test_ten_pictures_are_shown_without_what_they_were(stage):
    files = [picture(1, f"{number}.png", number) for number in range(10)]
    posted = await stage.ben.post(stage.room, "look", files=files)
    seen = await swapped(stage, posted)
    assert len(seen.pictures) == 10
    assert all("After" in each.description for each in seen.pictures)
    assert "10 credits used" in seen.text


async def test_pictures_with_fewer_faces_than_the_list_are_counted(stage):
    await (await stage.anna.slash(stage.room, "setid", idname="me,me")).reply()
    files = [picture(1, "a.png"), picture(2, "b.png"), picture(1, "c.png", 5)]
    seen = await swapped(stage, await stage.ben.post(stage.room, files=files))
    assert says("4 of 4 faces", "4 credits used")(seen)
    last = "-# 2 pictures have fewer faces than the list; the last ids were not used there."
    assert seen.text.splitlines()[-1] == last


async def test_a_message_where_no_picture_will_do(stage):
    posted = await stage.ben.post(stage.room, files=[picture(0, "a.png"), picture(0, "b.png")])
    seen = await (await stage.anna.menu("INSwapper", posted)).reply()
    assert "I found no face in a.png" in seen.text
    assert seen.ephemeral
    assert await stage.spent() == 0


async def test_pictures_of_one_name_are_told_apart(stage):
    files = [picture(faces, "image.png", faces) for faces in (1, 0)]
    seen = await swapped(stage, await stage.ben.post(stage.room, files=files))
    assert "⚠️ I found no face in image.png (picture 2);" in seen.text


async def test_another_bots_embed_is_taken_from_discords_copy(stage, painter):
    posted = await painter.post(stage.room, embeds=[{"title": "x", "image": {"url": OUTSIDE}}])
    seen = await swapped(stage, posted)
    assert seen.pictures[0].description == "Before: cat.png"
    assert stage.backend.orders[0].target.data == picture(1, mark=7).data


async def test_an_embeds_thumbnail(stage, painter):
    posted = await painter.post(stage.room, embeds=[{"thumbnail": {"url": OUTSIDE}}])
    assert (await swapped(stage, posted)).pictures


async def test_pictures_in_another_bots_components(stage, painter):
    gallery = {"type": 12, "items": [{"media": {"url": "attachment://a.png"}}]}
    outside = {"type": 11, "media": {"url": OUTSIDE}}
    section = {
        "type": 9,
        "components": [{"type": 10, "content": "x"}],
        "accessory": outside,
    }
    posted = await painter.post(
        stage.room,
        components=[{"type": 17, "components": [gallery, section]}],
        files=[picture(1, "a.png")],
        flags=1 << 15,
    )
    seen = await swapped(stage, posted)
    assert "2 pictures" in seen.text
    targets = [order.target.data for order in stage.backend.orders]
    assert targets == [picture(1).data, picture(1, mark=7).data]


async def test_a_result_can_be_swapped_again(stage):
    first = await stage.swapped(2)
    seen = await swapped(stage, first)
    assert says("**`me`**", "1 of 2 faces")(seen)
    assert stage.backend.orders[-1].target.data == first.pictures[1].data
    assert [each.filename for each in (first.pictures[1], seen.pictures[1])] == [
        "2-party-swapped.png"
    ] * 2


async def test_a_message_without_a_picture(stage):
    posted = await stage.ben.post(stage.room, "hello", files=[Upload("a.txt", b"hello")])
    words = "There is no picture in that message; please choose one that has a picture."
    assert await told(stage, posted) == words
    assert await told(stage, posted, "Save as ID") == words


async def test_without_a_current_id(stage):
    posted = await stage.anna.post(stage.room, files=[picture()])
    words = "You have no current id yet; save a face with /saveid, or choose an id with /setid."
    assert await told(stage, posted, who=stage.ben) == words


async def test_a_picture_that_is_gone(stage):
    posted = await stage.ben.post(stage.room, files=[picture(1, "a.png")])
    stage.discord.cdn.drop(posted.message.attachments[0].path)
    assert await told(stage, posted) == "a.png could not be downloaded; please upload it again."
    assert await stage.spent() == 0


async def test_saving_the_face_of_a_message(stage):
    files = [picture(1, "small.png"), picture(3, "large.png"), picture(1, "other.png", 5)]
    posted = await stage.ben.post(stage.room, files=files)
    asked = await stage.anna.menu("Save as ID", posted)
    assert asked.modal["title"] == "Save as ID"
    seen = await (await stage.anna.submit(asked, {"Name": "her"})).until(says("Saved"))
    assert says("✅ Saved **her**. It is now your current id.", "face 64 pixels wide")(seen)
    assert seen.ephemeral
    assert (await stage.app.identities.shelf(str(stage.anna.id))).default == "her"


async def test_a_face_that_cannot_be_saved(stage):
    posted = await stage.ben.post(stage.room, files=[picture(0, "sea.png")])
    asked = await stage.anna.menu("Save as ID", posted)
    seen = await (await stage.anna.submit(asked, {"Name": "her"})).reply()
    assert "I found no face in sea.png" in seen.text
    assert seen.ephemeral


async def test_a_name_that_will_not_do(stage):
    posted = await stage.ben.post(stage.room, files=[picture()])
    asked = await stage.anna.menu("Save as ID", posted)
    seen = await (await stage.anna.submit(asked, {"Name": "a/b"})).reply()
    assert '"a/b" cannot be an id' in seen.text
