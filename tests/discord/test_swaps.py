"""What a swap looks like, and how one is refused."""

import io
import zlib
from dataclasses import replace

import pytest
from PIL import Image

from faceswap.app import Rules
from faceswap.domain.errors import FaceTooSmall, FaceTurnedAway
from faceswap.domain.job import JobState
from faceswap.domain.options import Options
from playground import Upload
from tests.discord.stage import is_result, photo, picture, says
from tests.sidecar.engine import SIDE


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


async def refused(stage, **more):
    """Return what the asker is told, and see that nobody else is and that nothing was spent."""
    before = await stage.spent()
    asked = await stage.swap(**more)
    seen = await asked.until(lambda seen: "⏳" not in seen.text)
    assert seen.ephemeral
    assert not stage.ben.sees(seen)
    assert not any(stage.ben.sees(each) for each in stage.room.messages)
    assert await stage.spent() == before
    return seen.text.replace("\\", "")


def refill(stage):
    return int(stage.clock.now().replace(hour=0, microsecond=0).timestamp()) + 86_400


async def test_a_result_is_one_message(stage):
    asked = await stage.swap(options="-m")
    assert asked.acknowledged.milliseconds < 2000
    seen = await asked.until(is_result)
    assert seen.text == (
        f"**`me -m`** for {stage.anna.mention} · /swapid\n"
        f"-# 1 credit used · 49 of 50 left · refilled <t:{refill(stage)}:R>"
    )
    before, after = seen.pictures
    assert (before.description, after.description) == (
        "Before: party.png",
        "After: party.png with the face of me",
    )
    assert Image.open(io.BytesIO(after.data)).getpixel((SIDE // 2, SIDE // 2)) == (200, 200, 200)
    assert after.filename == "2-party-swapped.png"
    assert [button.label for button in seen.buttons] == ["Again", "Use another id", "Delete"]
    assert [each.id for each in asked.messages] == [seen.id]
    assert stage.ben.sees(seen)
    assert stage.backend.orders[0].options == Options(keep_mouth=True)


async def test_nobody_is_pinged(stage):
    await stage.swapped()
    for exchange in stage.requests("PATCH", "webhooks"):
        assert exchange.body["allowed_mentions"] == {"parse": []}
    assert all(not message.raw["mentions"] for message in stage.room.messages)


async def test_a_private_result_is_for_the_asker_alone(stage):
    asked = await stage.swap(private=True)
    assert asked.acknowledged.ephemeral
    seen = await asked.until(is_result)
    assert seen.ephemeral
    assert not stage.ben.sees(seen)
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert again.ephemeral


async def test_a_list_goes_from_left_to_right(stage):
    seen = await stage.swapped(4, "me, _ ,ME+ben+ben")
    assert "**`me,_,me+ben+ben`**" in seen.text
    assert "· 2 of 4 faces" in seen.text
    assert "2 credits used · 48 of 50 left" in seen.text
    assert seen.selects == ()
    (order,) = stage.backend.orders
    assert [[round(each.weight, 2) for each in cast] if cast else None for cast in order.cast] == [
        [1.0],
        None,
        [0.33, 0.67],
    ]


async def test_only_faces_that_were_swapped_are_paid(stage):
    seen = await stage.swapped(2, "me,ben,me,ben")
    assert says("2 of 2 faces", "2 credits used · 48 of 50 left")(seen)
    assert await stage.spent() == 2


@pytest.mark.parametrize(
    ("faces", "ids", "line"),
    [
        (1, "me,ben", "This picture has 1 face; none was left for `ben`."),
        (2, "_,me,_,ben,me", "This picture has 2 faces; none was left for `ben,me`."),
    ],
)
async def test_ids_that_found_no_face_are_named(stage, faces, ids, line):
    seen = await stage.swapped(faces, ids)
    assert seen.text.splitlines()[-1] == f"-# {line}"
    assert await stage.spent() == 1


@pytest.mark.parametrize(("faces", "ids"), [(1, "me,_"), (2, "me,ben"), (1, "me"), (3, "me")])
async def test_a_list_no_longer_than_the_picture_is_not_remarked_on(stage, faces, ids):
    assert "none was left" not in (await stage.swapped(faces, ids)).text


async def test_flags_behind_the_ids_and_in_options_add_up(stage):
    await stage.swapped(ids="me -s", options="\N{EM DASH}mouth")
    assert stage.backend.orders[0].options == Options(keep_mouth=True, sharpen=True)


@pytest.mark.parametrize(
    ("command", "source", "target"),
    [
        ("faceswap", "source", "target"),
        ("picsi", "source_image", "target_image_gif_or_video"),
    ],
)
async def test_a_one_shot_swap_saves_no_id(stage, command, source, target):
    files = {source: photo("guest"), target: picture()}
    asked = await stage.ben.slash(stage.room, command, **files, options="-f")
    seen = await asked.until(is_result)
    assert says(f"for {stage.ben.mention} · /{command}", "`-f`")(seen)
    assert seen.pictures[1].description == "After: party.png with the face of guest.png"
    assert (await stage.app.identities.shelf(str(stage.ben.id))).names == []
    assert await stage.spent(stage.ben) == 1


@pytest.mark.parametrize(
    ("faces", "words"),
    [
        ((0, 1), "no face in image.png (the source);"),
        ((1, 0), "no face in image.png (the target);"),
    ],
)
async def test_pasted_pictures_are_told_apart(stage, faces, words):
    """Discord calls all of them image.png."""
    source, target = (picture(count, "image.png", mark) for mark, count in enumerate(faces))
    asked = await stage.anna.slash(stage.room, "faceswap", source=source, target=target)
    assert words in (await asked.until(says("no face"))).text


async def test_the_result_of_pasted_pictures_is_named_after_them(stage):
    source, target = (picture(1, "image.png", mark) for mark in (1, 2))
    files = {"source_image": source, "target_image_gif_or_video": target}
    seen = await (await stage.anna.slash(stage.room, "picsi", **files)).until(is_result)
    before, after = seen.pictures
    assert after.filename == "2-image-swapped.png"
    assert before.description == "Before: image.png (the target)"
    assert after.description.endswith("with the face of image.png (the source)")


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        ("mee", 'You have no id "mee"; did you mean "me"?'),
        ("me,", "a place between two commas is empty (use _ to skip a face)"),
        ("_,_", "it names nobody"),
        ("me+ben+me+ben", "at most 3 ids can be mixed in one face"),
        ("me -x --yy", "I do not know -x, --yy; the options are -m, -f, -s, --mute"),
        (
            "me --oldify 9",
            "--oldify needs the model pack age, which does not exist yet; please leave",
        ),
        ("me ben", '"me ben" cannot be read as ids; did you mean "me,ben"?'),
        ("me --artify", "--artify needs the model pack style"),
        ("me -o 5000", '-o takes a whole number from 1 to 1000, not "5000"'),
    ],
)
async def test_what_is_typed_wrong(stage, ids, words):
    assert words in await refused(stage, ids=ids)


@pytest.mark.parametrize(
    ("faces", "ids", "words"),
    [
        (0, "me", "I found no face in party.png; please send one that shows a face"),
        (2, "_,_,me", "The list asks for face 3 from the left, but party.png has only 2"),
    ],
)
async def test_faces_that_are_not_there(stage, faces, ids, words):
    assert words in await refused(stage, faces=faces, ids=ids)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FaceTooSmall("party.png", 21.6, 28.0), "only 21 pixels wide and I need 28"),
        (FaceTurnedAway("party.png", 81.0), "turned 81 degrees to the side"),
    ],
)
async def test_faces_that_will_not_do(stage, error, words):
    stage.backend.on_swap.append(error)
    assert words in await refused(stage)


def bomb():
    """Return a PNG of a few bytes that says it has 90 megapixels."""
    header = (10_000).to_bytes(4, "big") + (9_000).to_bytes(4, "big") + b"\x08\x02\0\0\0"
    chunk = b"IHDR" + header
    body = len(header).to_bytes(4, "big") + chunk + zlib.crc32(chunk).to_bytes(4, "big")
    return b"\x89PNG\r\n\x1a\n" + body + b"\0\0\0\0IEND\xaeB`\x82"


@pytest.mark.parametrize(
    ("upload", "words"),
    [
        (Upload("notes.txt", b"hello"), "notes.txt is not a picture or video I can read"),
        (Upload("cut.png", picture().data[:70]), "cut.png is cut short or damaged"),
        (Upload("bomb.png", bomb()), "bomb.png has 10000 x 9000 pixels and I take up to 60 meg"),
        (Upload("photo.heic", b"\0\0\0\x18ftypheic" + bytes(16)), "of the kind HEIC"),
        (Upload("my_*_pic*.png", b""), "is not a picture or video I can read"),
    ],
)
async def test_files_that_are_no_still_pictures(stage, upload, words):
    assert words in await refused(stage, image=upload)


async def test_a_file_that_is_too_large_is_refused_before_it_is_downloaded(stage):
    stage.guild.guild.boost_tier = 3
    image = Upload("huge.png", bytes(26 * 2**20))
    assert "huge.png has 26.0 MB and I take up to 25 MB" in await refused(stage, image=image)


async def test_credits_that_do_not_suffice(stage):
    ids = ",".join(["me"] * 25)
    for _ in range(2):
        await stage.swapped(25, ids)
    seen = await (await stage.swap()).until(lambda seen: not is_result(seen))
    assert seen.ephemeral
    when = f"<t:{refill(stage)}:R>"
    assert seen.text == (
        f"This costs 1 credit and you have none left today; they are refilled {when}."
    )


async def test_markup_in_a_file_name_is_not_markup(stage):
    seen = await (await stage.swap(image=Upload("a_b_c.png", b"x"))).reply()
    assert "a\\_b\\_c.png" in seen.text


async def test_a_refusal_can_be_private_too(stage):
    asked = await stage.swap(ids="nobody", private=True)
    seen = await asked.reply()
    assert seen.ephemeral
    assert [each.id for each in asked.messages] == [seen.id]


async def test_the_same_ask_delivered_twice_is_one_job(stage):
    """Discord may replay an interaction after a reconnect."""
    await stage.swapped()
    (session,) = stage.discord.gateway.live
    session.wire.push(next(each for each in reversed(session._backlog) if "token" in each["d"]))
    # It was acknowledged before, which ends it.
    await stage.discord.exchange(lambda each: each.status == 400 and "callback" in each.path)
    assert await stage.spent() == 1


async def test_help_fits_one_screen(stage):
    seen = await (await stage.anna.slash(stage.room, "help")).reply()
    assert seen.ephemeral
    assert len(seen.text) < 1850
    commands = ["saveid", "setid", "listid", "delid", "delall", "swapid", "faceswap", "picsi"]
    commands += ["headshot", "changebg"]
    names = [f"`/{name}`" for name in commands]
    words = ["INSwapper", "Save as ID", "`anna,_,ben`", "`anna+ben`", "`-m`", "`-f`", "`-s`"]
    words += [
        "GIFs and videos",
        "`--mute`",
        "`--webm`",
        "0.1 a frame in a GIF, 1 a second in a video",
        "4 credits a portrait, 2 a place",
    ]
    assert says(*names, *words, "50 credits a day", "never the photo")(seen)
    assert (
        "Pictures of a swap, and the face of a one-shot swap, are erased after 31 days" in seen.text
    )
    assert "nothing is saved" not in seen.text


async def test_help_tells_the_rules_of_the_house(stage):
    await stage.stop()
    stage.rules = Rules(id_limit=3, allowance=7)
    stage.rules = replace(stage.rules, retention=stage.rules.retention / 31)
    await stage.start()
    seen = await (await stage.anna.slash(stage.room, "help")).reply()
    assert says("7 credits a day", "Up to 3 ids", "after 1 day,")(seen)


async def test_a_defect_is_apologised_for_and_logged_under_its_reference(stage):
    stage.expects_errors = True
    stage.backend.on_swap.append(RuntimeError("a secret"))
    seen = await (await stage.swap()).until(says("Something went wrong on my side"))
    assert seen.ephemeral
    (job,) = await _jobs(stage)
    assert f"`{job.id}`" in seen.text
    assert job.state is JobState.FAILED
    assert any(line.get("job") == job.id for line in stage.lines if line["log_level"] == "error")
    assert "a secret" not in repr(stage.lines)
    assert await stage.spent() == 0


async def _jobs(stage):
    ids = {line["job"] for line in stage.lines if "job" in line}
    return [await stage.app.jobs.job(each) for each in ids]
