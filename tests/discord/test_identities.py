"""Saving, choosing, listing and deleting ids, as members see it."""

import pytest

from faceswap.app import Rules
from faceswap.domain.errors import BackendBusy, BackendDown, FaceTooBlurred, FaceTooSmall
from faceswap.domain.media import PictureLimits
from playground import NotOffered, Upload
from tests.discord.stage import photo, picture, says


async def ask(stage, command, who=None, **options):
    asked = await (who or stage.anna).slash(stage.room, command, **options)
    return await asked.until(lambda seen: "⏳" not in seen.text)


async def current(stage):
    return (await stage.app.identities.shelf(str(stage.anna.id))).default


async def test_saving_says_what_was_saved_how_good_it_is_and_what_to_do_next(stage, bot):
    seen = await ask(stage, "saveid", idname="Me", image=photo("me"))
    assert seen.ephemeral
    assert seen.text == (
        "✅ Saved **Me**. It is now your current id.\n"
        "-# 1 photo, face 21 pixels wide\n"
        "💡 The face is small. It works, and a larger photo will look sharper.\n"
        "Next: `/swapid` with `Me` and a picture, or right-click any picture → Apps → INSwapper."
    )
    assert await current(stage) == "Me"


async def test_a_large_face_needs_no_advice(stage, bot):
    seen = await ask(stage, "saveid", idname="me", image=picture(6))
    assert "face 128 pixels wide" in seen.text
    assert "💡" not in seen.text


async def test_saving_over_an_id_says_so(stage, bot):
    await stage.save("Me", "you")
    seen = await ask(stage, "saveid", idname="me", image=photo("other"))
    assert says("✅ Updated **me** with the new face. It is now your current id.")(seen)
    assert await current(stage) == "me"


async def test_several_photos_of_one_face(stage, bot):
    photos = {name: photo(name) for name in ("image", "image2", "image3")}
    assert "3 photos" in (await ask(stage, "saveid", idname="me", **photos)).text


async def test_photos_of_one_name_are_told_apart(stage, bot):
    photos = {"image": picture(1, "image.png"), "image2": picture(0, "image.png")}
    words = "I found no face in image.png (photo 2);"
    assert words in (await ask(stage, "saveid", idname="me", **photos)).text


async def test_photos_of_several_names_keep_them(stage, bot):
    photos = {"image": picture(1, "a.png"), "image2": picture(0, "b.png")}
    assert "no face in b.png;" in (await ask(stage, "saveid", idname="me", **photos)).text


@pytest.mark.parametrize(
    ("name", "image", "words"),
    [
        ("a b", photo("me"), '"a b" cannot be an id: use 1 to 10 letters and digits'),
        ("me", Upload("me.png", b"hello"), "me.png is not a picture or video I can read"),
        ("me", picture(0, "sea.png"), "I found no face in sea.png"),
        ("me", Upload("me.mp4", b"\0\0\0\x18ftypmp42" + bytes(16)), "me.mp4 is animated"),
    ],
)
async def test_what_cannot_be_saved_is_told_to_the_asker_alone(stage, bot, name, image, words):
    seen = await ask(stage, "saveid", idname=name, image=image)
    assert words in seen.text
    assert seen.ephemeral


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FaceTooSmall("me.png", 31.4, 48.0), "only 31 pixels wide and I need 48"),
        (FaceTooBlurred("me.png", 52.0), "(52 pixels wide) is too blurred"),
    ],
)
async def test_a_face_that_is_too_poor_is_told_with_its_size(stage, bot, error, words):
    stage.backend.on_enrol.append(error)
    assert words in (await ask(stage, "saveid", idname="me", image=photo("me"))).text


async def test_a_client_knows_how_long_a_name_may_be(stage, bot):
    with pytest.raises(NotOffered, match="length from 1 to 10"):
        await stage.anna.slash(stage.room, "saveid", idname="m" * 11, image=photo("me"))


async def test_a_full_shelf(stage):
    stage.rules = Rules(id_limit=2)
    await stage.start()
    await stage.save("a", "b")
    seen = await ask(stage, "saveid", idname="c", image=photo("c"))
    assert says("You have 2 ids already", "/delid")(seen)
    assert "Updated" in (await ask(stage, "saveid", idname="A", image=photo("c"))).text


async def test_a_photo_that_is_too_large_is_not_downloaded(stage):
    stage.rules = Rules(limits=PictureLimits(most_bytes=1000))
    await stage.start()
    image = Upload("me.png", photo("me").data + bytes(1000))
    assert (
        "me.png has 0.0 MB and I take" in (await ask(stage, "saveid", idname="a", image=image)).text
    )


async def test_a_photo_is_held_while_the_engine_starts(stage, bot):
    stage.backend.on_enrol += [BackendDown(), BackendDown()]
    asked = await stage.anna.slash(stage.room, "saveid", idname="me", image=photo("me"))
    held = await asked.reply()
    assert held.text.startswith("⏳ The swap engine is starting. Your photo is held")
    for pause in (1, 2):
        await stage.clock.until_asleep(pause)
        stage.clock.advance(pause)
    assert "Saved **me**" in (await asked.until(says("Saved"))).text


async def test_a_photo_is_not_held_for_ever(stage, bot):
    stage.backend.on_enrol += [BackendBusy() for _ in range(6)]
    asked = await stage.anna.slash(stage.room, "saveid", idname="me", image=photo("me"))
    for pause in (1, 2, 4, 8, 16):
        await stage.clock.until_asleep(pause)
        stage.clock.advance(pause)
    seen = await asked.until(lambda seen: "⏳" not in seen.text)
    assert "too much to do just now" in seen.text


async def test_choosing_ids_with_options(stage, bot):
    await stage.save("me", "you")
    seen = await ask(stage, "setid", idname="ME, _ ,you -s")
    assert says("Your current id is now `me,_,you -s`", "INSwapper")(seen)
    assert seen.ephemeral
    assert await current(stage) == "me,_,you -s"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("yuo", 'You have no id "yuo"; did you mean "you"?'),
        ("zzzzz", 'You have no id "zzzzz"; /listid shows those you have.'),
        ("me,,you", "cannot be read as ids"),
        ("me --weird", "I do not know --weird"),
        (
            "me -o 200",
            "-o needs the model pack age, which does not exist yet; please leave -o out.",
        ),
    ],
)
async def test_ids_that_cannot_be_chosen(stage, bot, typed, words):
    await stage.save("me", "you")
    seen = await ask(stage, "setid", idname=typed)
    assert words in seen.text.replace("\\", "")
    assert seen.ephemeral


async def test_listing(stage, bot):
    seen = await ask(stage, "listid")
    assert says("You have no ids yet. Save a face with `/saveid`.", "50 of 50 credits left")(seen)
    await stage.save("Me", "you")
    refill = int(stage.clock.now().replace(hour=0).timestamp()) + 86_400
    assert (await ask(stage, "listid")).text == (
        "**Your ids** · 2 of 20\n"
        "`Me`, `you`\n"
        "**Current:** `you`\n"
        f"-# 50 of 50 credits left · refilled <t:{refill}:R>"
    )


async def test_ids_belong_to_the_member(stage, bot):
    await stage.save("me")
    assert "no ids yet" in (await ask(stage, "listid", stage.ben)).text
    assert "You have no id" in (await ask(stage, "delid", stage.ben, idname="me")).text


async def test_deleting_one(stage, bot):
    await stage.save("you", "Me")
    seen = await ask(stage, "delid", idname="me")
    assert seen.text == (
        "🗑️ Deleted **Me** and what was learnt of its face. Pictures made with it go in time, "
        "or with Delete below them.\n"
        "You have no current id now; choose one with `/setid`."
    )
    assert "1 of 20" in (await ask(stage, "listid")).text
    assert "none yet; choose one with `/setid`" in (await ask(stage, "listid")).text
    assert 'no id "me"' in (await ask(stage, "delid", idname="me")).text


async def test_deleting_all_asks_first(stage, bot):
    await stage.save("a", "b")
    question = await ask(stage, "delall")
    assert question.text == "Delete all 2 of your ids? This cannot be undone.\n`a`, `b`"
    assert question.ephemeral
    kept = await (await stage.anna.press(question, "Keep them")).reply()
    assert (kept.text, kept.buttons) == ("Nothing was deleted.", ())
    assert "2 of 20" in (await ask(stage, "listid")).text
    question = await ask(stage, "delall")
    gone = await (await stage.anna.press(question, "Delete all")).reply()
    assert (gone.text, gone.buttons) == (
        "🗑️ Deleted 2 ids. No id of yours is left. Faces of one-shot swaps go with their pictures, "
        "or with Delete below the result.",
        (),
    )
    assert (await ask(stage, "delall")).text == "You have no ids, so there was nothing to delete."


async def test_the_question_works_after_a_restart(stage, bot):
    await stage.save("a")
    question = await ask(stage, "delall")
    assert "your only id" in question.text
    await stage.stop()
    await stage.start()
    gone = await (await stage.anna.press(question, "Delete all")).reply()
    assert "Deleted 1 id." in gone.text


async def test_names_are_completed(stage, bot):
    await stage.save("anna", "ben", "Bea")

    async def offered(command, typed, **more):
        choices = await stage.anna.autocomplete(
            stage.room, command, focused="idname", idname=typed, **more
        )
        assert all(choice["name"] == choice["value"] for choice in choices)
        return [choice["value"] for choice in choices]

    assert await offered("swapid", "") == ["Bea", "anna", "ben"]
    assert await offered("swapid", "b") == ["ben", "Bea"]
    assert await offered("swapid", "anna, b") == ["anna, ben", "anna, Bea"]
    assert await offered("setid", "anna+b") == ["anna+ben", "anna+Bea"]
    assert await offered("delid", "B") == ["Bea", "ben"]
    assert await offered("delid", "x") == []
    assert await offered("saveid", "an") == ["anna"]


async def test_options_are_completed(stage, bot):
    async def offered(typed):
        choices = await stage.anna.autocomplete(
            stage.room, "swapid", focused="options", options=typed
        )
        return {choice["value"]: choice["name"] for choice in choices}

    assert list(await offered("")) == ["-m", "-f", "-s", "--mute", "--webm"]
    assert await offered("-m --mute") == {
        "-m --mute -f": "-m --mute -f · keeps the picture's skin texture",
        "-m --mute -s": "-m --mute -s · sharpens",
        "-m --mute --webm": "-m --mute --webm · makes a WebM of a video, not an MP4",
    }
