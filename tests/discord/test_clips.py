"""What the swap of a clip looks like, and where clips come from."""

import io

import pytest
from PIL import Image

from playground import Upload
from tests.discord.stage import clip, is_result, photo, picture, says
from tests.sidecar.engine import gif

LINK = "https://tenor.com/view/dance-gif-1"


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


async def test_a_result_is_the_clip_alone(stage):
    seen = await stage.swapped(image=clip())
    assert says(
        f"**`me`** for {stage.anna.mention} · /swapid\n",
        "-# 20 frames, 19 of them with a new face · 0.8 s\n"
        "-# 2 credits used · 48 of 50 left · refilled",
    )(seen)
    (shown,) = seen.pictures
    assert (shown.filename, shown.content_type) == ("1-dance-swapped.gif", "image/gif")
    assert shown.description == "After: dance.gif with the face of me"
    with Image.open(io.BytesIO(shown.data)) as result:
        assert result.format == "GIF"
    assert [button.label for button in seen.buttons] == ["Again", "Use another id", "Delete"]


async def test_the_face_of_a_photo_goes_into_a_clip(stage):
    asked = await stage.ben.slash(
        stage.room, "picsi", source_image=photo("guest"), target_image_gif_or_video=clip()
    )
    assert says("· /picsi", "2 credits used")(await asked.until(is_result))


async def test_options_of_videos(stage):
    seen = await stage.swapped(image=clip(), ids="me --mute", options="--webm")
    assert "**`me --mute --webm`**" in seen.text
    (order,) = stage.backend.orders
    assert (order.options.mute, order.options.webm) == (True, True)


async def test_the_buttons_below_a_clip(stage):
    seen = await stage.swapped(image=clip())
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.pictures[0].filename == "1-dance-swapped.gif"
    form = await stage.anna.press(again, "Use another id")
    other = await (await stage.anna.submit(form, {"Or type a list": "ben"})).until(is_result)
    assert says("**`ben`**", "2 credits used · 44 of 50 left")(other)
    await stage.anna.press(other, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    assert not stage.anna.sees(other)


async def test_faces_of_a_clip_are_chosen_below_it(stage):
    seen = await stage.swapped(image=clip(2))
    assert "· 1 of 2 faces" in seen.text
    numbered = seen.pictures[1]
    assert numbered.description == "The 2 faces seen in the clip, with numbers and times"
    select = seen.selects[1].custom_id
    seen = await (await stage.anna.choose(seen, select, ["ben"])).reply()
    assert seen.buttons[-1].label == "Swap these faces (4 credits)"
    other = await (await stage.anna.press(seen, seen.buttons[-1].label)).until(is_result)
    assert says("**`me,ben`**", "2 of 2 faces", "4 credits used · 44 of 50 left")(other)


async def test_ids_that_found_no_face_in_a_clip(stage):
    seen = await stage.swapped(image=clip(), ids="me,ben")
    assert "This clip has 1 face; none was left for `ben`." in seen.text


async def test_a_gif_of_the_picker_is_fetched_as_the_video_it_is(stage):
    stage.discord.cdn.add_gif(LINK, gif(1, 7).data, picture().data)
    posted = await stage.ben.post(stage.room, LINK)
    assert [each.filename for each in posted.pictures] == ["dance-gif-1.mp4"]
    seen = await (await stage.anna.menu("INSwapper", posted)).until(is_result)
    assert "7 frames" in seen.text
    (order,) = stage.backend.orders
    assert (order.target.name, order.target.data) == ("dance-gif-1.mp4", gif(1, 7).data)


async def test_a_gif_of_the_picker_is_no_photo(stage):
    stage.discord.cdn.add_gif(LINK, gif(1, 7).data, picture().data)
    posted = await stage.ben.post(stage.room, LINK)
    form = await stage.anna.menu("Save as ID", posted)
    seen = await (await stage.anna.submit(form, {"Name": "her"})).reply()
    assert "dance-gif-1.mp4 is animated" in seen.text


async def test_a_message_with_a_still_and_a_clip(stage):
    posted = await stage.ben.post(stage.room, files=[picture(1, "a.png"), clip(1, 10, "b.gif")])
    seen = await (await stage.anna.menu("INSwapper", posted)).until(is_result)
    assert [each.filename for each in seen.pictures] == [
        "1-a-before.jpg",
        "2-a-swapped.png",
        "3-b-swapped.gif",
    ]
    assert says("2 pictures · 2 of 2 faces", "10 frames", "2 credits used")(seen)


async def test_a_result_that_moves_is_swapped_again(stage):
    first = await stage.swapped(image=clip())
    seen = await (await stage.anna.menu("INSwapper", first)).until(is_result)
    assert is_result(seen)
    assert stage.backend.orders[-1].target.data == first.pictures[0].data


async def test_what_may_be_posted(stage):
    """A still gains nothing from being large; a clip does."""
    await stage.swapped()
    await stage.swapped(image=clip())
    await stage.stop()
    stage.guild.guild.boost_tier = 3
    await stage.start()
    seen = await stage.swapped(image=clip())
    await (await stage.anna.press(seen, "Again")).until(is_result)
    await stage.swapped()
    limits = [order.most_bytes // 2**20 for order in stage.backend.orders]
    assert limits == [10, 10, 100, 100, 25]


async def test_a_large_clip_is_taken_and_a_larger_one_is_not(stage):
    stage.guild.guild.boost_tier = 3
    padded = gif(1, 20).data + bytes(26 * 2**20)
    seen = await stage.swapped(image=Upload("big.gif", padded))
    assert "20 frames" in seen.text
    stage.anna.user.premium = 2
    huge = Upload("huge.gif", gif().data + bytes(101 * 2**20))
    told = await (await stage.swap(image=huge)).reply()
    assert "huge.gif has 101.0 MB and I take up to 100 MB" in told.text


@pytest.mark.parametrize("upload", [clip(name="me.gif"), Upload("me.mp4", b"\0\0\0\x18ftypisom")])
async def test_a_clip_is_no_photo_of_a_face(stage, upload):
    told = await (await stage.anna.slash(stage.room, "saveid", idname="x", image=upload)).reply()
    assert f"{upload.filename} is animated" in told.text
    files = {"source": upload, "target": picture()}
    told = await (await stage.anna.slash(stage.room, "faceswap", **files)).reply()
    assert f"{upload.filename} is animated" in told.text
    assert await stage.spent() == 0
