import asyncio
from dataclasses import replace

import pytest

from faceswap.app.canceling import cancel
from faceswap.app.making import CANDIDATES, Take, make
from faceswap.app.swaps import again
from faceswap.app.worker import work
from faceswap.domain.content import parse_blocked
from faceswap.domain.credits import Prices
from faceswap.domain.errors import (
    BackendDown,
    BadIdList,
    EmptyPrompt,
    MakerRefused,
    NoDefaultId,
    NoFace,
    NoPlace,
    NotAStill,
    NotEnoughCredits,
    PromptTooLong,
    SexualContent,
    UnknownId,
    UnknownPromptFlags,
    WordBlocked,
)
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.domain.prompt import LONGEST_PROMPT
from faceswap.domain.standing import Standing
from faceswap.domain.wording import MOST_SEED, Frame, Wording
from faceswap.ports import Listing
from tests.fakes.backend import STEPS
from tests.fakes.patience import patience
from tests.fakes.plays import Fails, Hangs, Renders, Turns
from tests.unit.app.conftest import clip, picture

HERE = Standing(guild="1")


async def is_refused(world, ask, error):
    """Return the refusal, and see that nothing was kept, held or begun."""
    with pytest.raises(error) as refused:
        await make(world.app, ask)
    assert await world.spent() == 0
    assert world.stored() == []
    assert await world.app.lists.count(Listing()) == 0
    return refused.value


async def repeated(world, job, **more):
    new = await again(world.app, world.repeat(job, **more))
    await work(world.app, await world.jobs.claim(world.clock.now()))
    return await world.look(new)


async def test_a_portrait_is_made_charged_and_told(world):
    job = await world.worked(world.portrait("bo, a mad king --no green --square --seed 7 -s"))
    (order,) = world.backend.taken
    assert order.wording == Wording("a mad king", ("green",))
    assert [part.template.data for part in order.cast] == [b"bo"]
    assert (order.frame, order.seed, order.options) == (Frame.SQUARE, 7, Options(sharpen=True))
    assert (job.state, job.held, job.charged) == (JobState.DONE, 4, 4)
    (picture_,) = job.outcome.pictures
    assert (picture_.target, picture_.before) == (None, None)
    assert picture_.result.name == "mad-king-headshot.jpg"
    assert (picture_.made.title, picture_.made.seed) == ("a mad king", 7)
    assert [told.id for told in world.notifier.told] == [job.id]
    assert world.backend.orders == {}


async def test_people_are_put_elsewhere(world):
    job = await world.worked(world.new_place("a beach --no people --seed 9"))
    (order,) = world.backend.taken
    assert (order.wording, order.background) == (Wording("a beach", ("people",)), None)
    assert (order.target.data, order.seed) == (b"picture of 1", 9)
    assert (job.request.ids, job.held, job.charged) == (None, 2, 2)
    (made,) = job.outcome.pictures
    assert (made.result.name, made.before.name) == ("party-changebg.jpg", "party-before.jpg")


async def test_an_uploaded_background_goes_before_words(world):
    beach = NamedBytes("beach.png", b"picture of 0")
    job = await world.worked(world.new_place("a beach --grid", background=beach))
    (order,) = world.backend.taken
    assert (order.wording, order.background) == (None, beach)
    assert sorted(world.stored()) == sorted(
        [b"picture of 0", b"picture of 1", b"before picture of 1", *_results(world, job)]
    )


def _results(world, job):
    return [world.blobs.stored[each.result.blob][1] for each in job.outcome.pictures]


@pytest.mark.parametrize(
    ("prompt", "ids_text", "who", "words"),
    [
        ("bo, a king", None, "bo", "a king"),
        ("a king, in blue", None, "Anna", "a king, in blue"),
        ("a king", "BO", "bo", "a king"),
        ("anna, a king", "bo", "bo", "a king"),
        ("Ana, a king", "bo", "bo", "Ana, a king"),
        ("anna+bo, a king", None, "Anna+bo", "a king"),
    ],
)
async def test_whose_portrait_it_is(world, prompt, ids_text, who, words):
    await world.identities.set_default("member", "_,Anna,bo")
    job = await make(world.app, world.portrait(prompt, ids_text=ids_text))
    assert str(job.request.ids) == who
    assert job.request.making.wording.text == words


async def test_flags_of_the_current_ids_count(world):
    await world.identities.set_default("member", "bo -f --mute")
    job = await make(world.app, world.portrait(options_text="--landscape"))
    assert job.request.options == Options(keep_texture=True)
    assert job.request.making.frame is Frame.LANDSCAPE


async def test_a_grid_is_four_orders_of_one_job(world):
    job = await world.worked(world.portrait(f"a knight --grid --seed {MOST_SEED - 1}"))
    assert [order.seed for order in world.backend.taken] == [MOST_SEED - 1, MOST_SEED, 0, 1]
    assert (len(job.outcome.pictures), job.charged, await world.spent()) == (CANDIDATES, 16, 16)


async def test_what_is_made_of_a_grid_is_paid(world):
    world.backend.plays.extend([Fails(NoFace()), *[Renders()] * 2, Fails(NoFace())])
    job = await world.worked(world.portrait("a knight --grid"))
    assert (job.state, job.held, job.charged) == (JobState.DONE, 16, 8)
    assert [each.result is not None for each in job.outcome.pictures] == [False, True, True, False]


async def test_a_seed_is_drawn_and_stays_for_each_attempt(world):
    world.backend.plays.append(Turns(BackendDown()))
    job = await world.worked(world.portrait())
    job = await world.attempt(job)
    assert job.state is JobState.DONE
    assert world.backend.taken[0].seed == job.request.making.seed
    others = [await make(world.app, world.portrait()) for _ in range(3)]
    assert len({each.request.making.seed for each in (job, *others)}) == 4


async def test_the_same_seed_is_the_same_order(world):
    for _ in range(2):
        await world.worked(world.portrait("a knight --seed 5"))
    first, second = world.backend.taken
    assert first == second


async def test_the_same_key_is_the_same_job(world):
    ask = world.new_place()
    jobs = [await make(world.app, ask) for _ in range(2)]
    assert jobs[0].id == jobs[1].id
    assert world.stored() == [b"picture of 1"]


@pytest.mark.parametrize(
    ("prompt", "error"),
    [
        ("", EmptyPrompt),
        ("--square", EmptyPrompt),
        ("bo,", EmptyPrompt),
        ("k" * (LONGEST_PROMPT + 1), PromptTooLong),
        ("a king --zap", UnknownPromptFlags),
        ("anne, a king", UnknownId),
        ("a naked king", SexualContent),
    ],
)
async def test_words_that_will_not_do(world, prompt, error):
    await is_refused(world, world.portrait(prompt), error)


async def test_a_name_gone_wrong_names_the_nearest(world):
    assert (await is_refused(world, world.portrait("anne, a king"), UnknownId)).nearest == "Anna"


async def test_a_portrait_shows_one_person(world):
    await is_refused(world, world.portrait(ids_text="anna,bo"), BadIdList)


async def test_somebody_without_an_id_saves_one_first(world):
    await is_refused(world, world.portrait(owner="other"), NoDefaultId)
    await is_refused(world, world.portrait("me, a king", owner="other"), UnknownId)


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"prompt": ""}, NoPlace),
        ({"prompt": "--seed 3"}, NoPlace),
        ({"prompt": "a beach --square"}, UnknownPromptFlags),
        ({"options_text": "-s"}, UnknownPromptFlags),
        ({"target": clip()}, NotAStill),
        ({"background": clip()}, NotAStill),
    ],
)
async def test_places_that_will_not_do(world, more, error):
    await is_refused(world, world.new_place(**more), error)


async def test_a_server_s_words_are_refused_there_and_when_asked_again(world):
    job = await world.worked(world.portrait("a knight with a gun", standing=HERE))
    await world.app.guilds.change("1", {"blocked_words": parse_blocked("gun")})
    refused = world.repeat(job, take=Take.REROLL, standing=HERE)
    with pytest.raises(WordBlocked):
        await again(world.app, refused)
    with pytest.raises(WordBlocked):
        await make(world.app, world.portrait("a gun", standing=HERE))
    assert (await make(world.app, world.portrait("a knight --no gun", standing=HERE))).held == 4


async def test_what_cannot_be_paid_is_refused_at_once(world):
    ask = world.portrait("a knight --grid")
    world.app = world.app_with(rules=replace(world.rules, prices=Prices(headshot=13)))
    refused = await is_refused(world, ask, NotEnoughCredits)
    assert (refused.needed, refused.left) == (52, 50)


@pytest.mark.parametrize("refusal", [SexualContent(), MakerRefused()])
async def test_words_that_a_maker_refuses_are_moderated_and_cost_nothing(world, refusal):
    world.backend.plays.append(Fails(refusal))
    job = await world.worked(world.portrait())
    assert (job.state, job.charged, await world.spent()) == (JobState.MODERATED, 0, 0)
    assert [told.id for told in world.notifier.told] == [job.id]


async def test_nobody_in_the_picture_costs_nothing(world):
    job = await world.worked(world.new_place(target=picture(0)))
    await world.is_refunded_and_told(job, NoFace)


async def test_a_reroll_has_the_same_words_and_another_seed(world):
    job = await world.worked(world.portrait("bo, a knight --seed 7 --square"))
    new = await repeated(world, job, take=Take.REROLL)
    first, second = world.backend.taken
    assert (second.wording, second.frame, second.cast) == (first.wording, first.frame, first.cast)
    assert second.seed != 7
    assert (new.parent, new.charged) == (job.id, 4)


@pytest.mark.parametrize(("prompt", "seeds"), [("", [8, 9, 10, 11]), ("--grid", [11, 12, 13, 14])])
async def test_variations_have_the_seeds_behind(world, prompt, seeds):
    job = await world.worked(world.portrait(f"a knight --seed 7 {prompt}"))
    world.backend.taken.clear()
    await repeated(world, job, take=Take.VARIATIONS)
    assert [order.seed for order in world.backend.taken] == seeds


async def test_somebody_else_is_made_with_the_same_seed(world):
    job = await world.worked(world.portrait("anna, a knight --seed 7"))
    await repeated(world, job, ids_text="bo -s")
    order = world.backend.taken[-1]
    assert [part.template.data for part in order.cast] == [b"bo"]
    assert (order.seed, order.options) == (7, Options(sharpen=True))
    with pytest.raises(BadIdList):
        await again(world.app, world.repeat(job, ids_text="anna,bo"))


async def test_how_far_a_slow_maker_is_is_shown(world):
    world.backend.plays.extend([Renders([10]), Renders([5])])
    job = await world.claimed(world.new_place("a beach --grid"))
    attempt = asyncio.create_task(work(world.app, job))
    for shown in (1, 2):
        await world.notifier.until_shown(shown)
        await world.clock.until_asleep(0.5)
        world.clock.advance(0.5)
    async with patience():
        await attempt
    assert [(progress.done, progress.total) for _, progress, _ in world.notifier.shown] == [
        (10, 4 * STEPS),
        (STEPS + 5, 4 * STEPS),
    ]


async def test_what_is_canceled_while_it_is_made_costs_nothing(world):
    play = Hangs()
    world.backend.plays.append(play)
    job = await world.claimed(world.portrait("a knight --grid"))
    attempt = asyncio.create_task(work(world.app, job))
    async with patience():
        await play.reached.wait()
        await cancel(world.app, job.id, job.owner)
        await attempt
    assert ((await world.look(job)).charged, await world.spent()) == (0, 0)


async def test_a_portrait_that_has_expired_cannot_be_made_again(world):
    job = await world.worked(world.portrait())
    kept = await world.app.members.kept("member")
    assert (kept.swaps, kept.past, kept.pictures) == (1, 0, 1)
    await world.jobs.forget(job.id, world.clock.now())
    kept = await world.app.members.kept("member")
    assert (kept.swaps, kept.past, kept.pictures) == (0, 1, 0)
    expired = await world.look(job)
    assert (expired.request.making, expired.request.ids) == (None, None)
    assert not expired.request.has_contents
