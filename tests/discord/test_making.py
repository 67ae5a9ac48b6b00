"""Pictures that are made from words: portraits, and people in another place."""

import io

import pytest
from PIL import Image

from faceswap.domain.content import parse_blocked
from faceswap.domain.errors import BackendDown, NoFace, SexualContent
from faceswap.domain.job import JobState
from faceswap.domain.options import Options
from faceswap.domain.prompt import LONGEST_PROMPT
from faceswap.domain.wording import Frame, Wording
from tests.discord.stage import clip, is_result, picture, says
from tests.fakes.backend import READY, STEPS
from tests.fakes.plays import Fails, Hangs, Renders

SAMPLE = (
    "me, a mad king with an evil smile, wearing medieval royal blue attire and a crown. "
    "--no green --square --seed 7"
)

REROLL, VARIATIONS = "Reroll (4 credits)", "Variations (16 credits)"


@pytest.fixture(autouse=True)
async def saved(stage, bot):
    await stage.save("ben", "me")


async def made(stage, *words, **more):
    return await (await stage.headshot(*words, **more)).until(is_result)


async def moved(stage, *words, **more):
    return await (await stage.new_place(*words, **more)).until(is_result)


async def refused(stage, asked):
    """Return what the asker is told, and see that nobody else is and that nothing was spent."""
    seen = await asked.until(lambda seen: bool(seen.text) and "⏳" not in seen.text)
    assert seen.ephemeral
    assert not any(stage.ben.sees(each) for each in stage.room.messages)
    assert await stage.spent() == 0
    return seen.text.replace("\\", "")


def refill(stage):
    return int(stage.clock.now().replace(hour=0, microsecond=0).timestamp()) + 86_400


async def test_a_portrait_is_one_message(stage):
    asked = await stage.headshot(SAMPLE)
    assert asked.acknowledged.milliseconds < 2000
    seen = await asked.until(is_result)
    words = SAMPLE.removeprefix("me, ").removesuffix(" --square --seed 7")
    assert seen.text.replace("\\", "") == (
        f"**`me`** for {stage.anna.mention} · /headshot\n"
        f"> {words}\n"
        "Drawn as *a mad king*.\n"
        f"-# seed 7 · 4 credits used · 46 of 50 left · refilled <t:{refill(stage)}:R>\n"
        "-# Drawn from scenes of my own; whoever runs me can add a generator."
    )
    (shown,) = seen.pictures
    assert shown.filename == "1-mad-king-headshot.png"
    assert shown.description == "A portrait of me: a mad king"
    assert [each.label for each in seen.buttons] == [
        "Reroll (4 credits)",
        "Variations (16 credits)",
        "Use another id",
        "Delete",
    ]
    assert stage.ben.sees(seen)
    (order,) = stage.backend.orders
    assert order.wording == Wording(words.removesuffix(" --no green"), ("green",))
    assert (order.frame, order.seed) == (Frame.SQUARE, 7)


async def test_people_in_another_place_are_one_message(stage):
    seen = await moved(stage, "a beach at sunset --no people --seed 9")
    assert seen.text.splitlines()[:3] == [
        f"**New background** for {stage.anna.mention} · /changebg",
        "> a beach at sunset --no people",
        "Put before *a beach*.",
    ]
    assert "-# seed 9 · 2 credits used · 48 of 50 left" in seen.text
    before, after = seen.pictures
    assert before.description == "Before: party.png"
    assert after.description == "The people of the picture in another place: a beach"
    assert after.filename == "2-party-changebg.png"
    assert [each.label for each in seen.buttons] == [
        "Reroll (2 credits)",
        "Variations (8 credits)",
        "Delete",
    ]


async def test_a_background_of_one_s_own(stage):
    seen = await moved(stage, "", background=picture(2, "beach.png"))
    (order,) = stage.backend.orders
    assert (order.wording, order.background.name) == (None, "beach.png")
    assert "seed" not in seen.text
    assert "generator" not in seen.text
    assert [each.label for each in seen.buttons] == ["Again", "Delete"]
    again = await (await stage.anna.press(seen, "Again")).until(is_result)
    assert len(again.pictures) == 2


async def test_words_that_no_scene_fits_are_told_so(stage):
    seen = await made(stage, "me, a teapot")
    assert "No scene fits those words, so I took the closest: *a mad king*." in seen.text
    seen = await moved(stage, "a volcano")
    assert "I have no place for those words, so I took the closest: *a beach*." in seen.text


async def test_markup_in_a_prompt_is_none(stage):
    seen = await made(stage, "me, a knight **bold** @everyone")
    assert r"\*\*bold\*\*" in seen.text
    assert "@everyone" not in seen.text


async def test_the_same_seed_is_the_same_picture(stage):
    first = await made(stage, "me, a knight --seed 5")
    second = await made(stage, "me, a knight", options="--seed 5")
    assert stage.backend.orders[0] == stage.backend.orders[1]
    assert first.pictures[0].data == second.pictures[0].data


async def test_a_grid_is_one_gallery(stage):
    seen = await made(stage, "me, a knight --grid --seed 5")
    assert len(seen.pictures) == 4
    assert "seeds 5, 6, 7, 8" in seen.text
    assert seen.text.count("Drawn as *a knight*.") == 1
    assert "16 credits used · 34 of 50 left" in seen.text


async def test_a_reroll_and_variations_work_after_a_restart(stage):
    seen = await made(stage, "me, a knight --seed 5 -s")
    await stage.stop()
    await stage.start()
    rerolled = await (await stage.anna.press(seen, REROLL)).until(is_result)
    varied = await (await stage.anna.press(rerolled, VARIATIONS)).until(is_result)
    first, second, *four = stage.backend.orders
    assert second.wording == first.wording
    assert second.options == first.options == Options(sharpen=True)
    assert second.seed != 5
    assert [order.seed - second.seed for order in four] == [1, 2, 3, 4]
    assert len(varied.pictures) == 4
    assert await stage.spent() == 4 + 4 + 16


async def test_only_the_asker_rerolls(stage):
    seen = await made(stage)
    reply = await (await stage.ben.press(seen, REROLL)).reply()
    assert "Only the member who asked for it" in reply.text


async def test_somebody_else_in_the_same_picture(stage):
    seen = await made(stage, "me, a knight --seed 5")
    form = await stage.anna.press(seen, "Use another id")
    other = await (await stage.anna.submit(form, {"id": ["ben"], "list": ""})).until(is_result)
    assert f"**`ben`** for {stage.anna.mention}" in other.text
    first, second = stage.backend.orders
    assert second.seed == first.seed
    assert second.cast != first.cast


async def test_a_result_is_deleted(stage):
    seen = await made(stage)
    assert len(stage.blobs()) == 1
    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    await stage.stop()
    assert stage.blobs() == []


async def test_a_private_portrait_is_for_its_asker_alone(stage):
    seen = await made(stage, private=True)
    assert seen.ephemeral
    assert not stage.ben.sees(seen)
    assert (await (await stage.anna.press(seen, REROLL)).until(is_result)).ephemeral


@pytest.mark.parametrize(
    ("more", "who"), [({"prompt": "a knight"}, "me"), ({"idname": "ben"}, "ben")]
)
async def test_whose_portrait_it_is(stage, more, who):
    seen = await made(stage, **more)
    assert f"**`{who}`** for" in seen.text


@pytest.mark.parametrize(
    ("more", "says_so"),
    [
        ({"prompt": "bem, a knight"}, 'You have no id "bem"; did you mean "ben"?'),
        ({"prompt": "--square"}, "There are no words to make a picture of;"),
        ({"prompt": "k" * (LONGEST_PROMPT + 1)}, "has 1001 characters and I take up to 1000;"),
        ({"options": "--zap"}, "I do not know --zap; what can stand here is --no, --square,"),
        (
            {"options": "--seed many"},
            '--seed takes a whole number from 0 to 4294967295, not "many"',
        ),
        ({"idname": "me,ben"}, '"me,ben" names several people and a portrait shows one;'),
        ({"prompt": "me, a naked knight"}, "I make no sexual pictures of people;"),
    ],
)
async def test_portraits_that_cannot_be_made(stage, more, says_so):
    assert says_so in await refused(stage, await stage.headshot(**more))


@pytest.mark.parametrize(
    ("more", "says_so"),
    [
        ({"words": ""}, "Say where to put them, such as: a beach at sunset,"),
        ({"words": "a beach --square"}, "I do not know --square; what can stand here is --no,"),
        (
            {"image": clip()},
            "dance.gif moves, and I can change the background of still pictures only",
        ),
    ],
)
async def test_places_that_cannot_be_made(stage, more, says_so):
    assert says_so in await refused(stage, await stage.new_place(**more))


async def test_words_that_the_server_blocks(stage):
    await stage.app.guilds.change(str(stage.guild.id), {"blocked_words": parse_blocked("gun")})
    text = await refused(stage, await stage.headshot("me, a knight with a gun"))
    assert text.startswith('This server\'s moderators do not allow "gun" in descriptions;')


@pytest.mark.parametrize(
    ("error", "says_so", "state"),
    [
        (NoFace(name="party.png"), "I found no face in party.png;", JobState.FAILED),
        (SexualContent(), "I make no sexual pictures of people;", JobState.MODERATED),
    ],
)
async def test_what_a_maker_refuses_costs_nothing(stage, error, says_so, state):
    stage.backend.maker.plays.append(Fails(error))
    assert says_so in await refused(stage, await stage.new_place())
    await stage.until_job(lambda job: job.state is state)


async def test_a_maker_that_is_down_costs_nothing(stage):
    stage.backend.on_swap += [BackendDown() for _ in range(stage.rules.attempts)]
    asked = await stage.headshot()
    assert says("**`me`** for", "Your swap is held")(await asked.reply())
    for pause in (1, 2, 4, 8, 16, 30, 30, 30, 30, 30, 30):
        await stage.clock.until_asleep(pause)
        stage.clock.advance(pause)
    assert "The swap engine is not answering" in await refused(stage, asked)


async def test_how_far_a_slow_maker_is_is_shown(stage):
    play = Hangs()
    stage.backend.maker.plays.append(Renders([5]))
    stage.backend.maker.plays.append(play)
    asked = await stage.headshot("me, a knight --grid")
    seen = await asked.until(says(f"5 of {4 * STEPS} steps"))
    assert [each.label for each in seen.buttons] == ["Cancel"]
    canceled = await stage.anna.press(seen, "Cancel")
    await canceled.until(says("Canceled before anything was made, so nothing was charged."))
    assert await stage.spent() == 0


async def test_scenes_and_places_are_completed(stage):
    async def offered(command, option, typed, health=READY):
        stage.backend.on_health.append(health)
        options = {option: typed} | ({"image": picture()} if command == "changebg" else {})
        choices = await stage.anna.autocomplete(stage.room, command, focused=option, **options)
        return [each["value"] for each in choices]

    assert await offered("headshot", "prompt", "") == [
        "me, mad king",
        "me, knight",
        "me, astronaut",
    ]
    assert await offered("headshot", "prompt", "ben, a kn") == ["ben, knight"]
    assert await offered("headshot", "prompt", "me, a knight --no") == []
    assert await offered("changebg", "a_background_photo_of", "off") == ["office blur"]
    assert await offered("headshot", "prompt", "me, ", BackendDown()) == []


async def test_jobs_tell_the_words(stage):
    await made(stage, "me, a knight `in` blue")
    await moved(stage, "a beach")
    listed = await (await stage.anna.slash(stage.room, "jobs list")).until(says("changebg"))
    assert "headshot `me, a knight 'in' blue`" in listed.text
    assert "changebg `a beach`" in listed.text
    job = await stage.job(await made(stage, private=True))
    shown = await (await stage.anna.slash(stage.room, "jobs show", job=job.id)).until(is_result)
    assert Image.open(io.BytesIO(shown.pictures[0].data)).size


async def test_prices_are_told(stage):
    seen = await (await stage.anna.slash(stage.room, "credits prices")).until(says("headshot"))
    assert "`headshot`: 4 credits for each picture" in seen.text
    assert "`changebg`: 2 credits for each picture" in seen.text
