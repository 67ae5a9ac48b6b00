"""What a server's rules do to those who ask there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.app.identities import save_id
from faceswap.app.offers import accept
from faceswap.app.surveys import survey
from faceswap.app.swaps import again, submit
from faceswap.domain.ban import Ban
from faceswap.domain.errors import (
    AnimationsRefused,
    Banned,
    ChannelForbidden,
    ChannelNotAllowed,
    ClipTooLongHere,
    RoleNeeded,
    SavingRefused,
    VideosRefused,
)
from faceswap.domain.job import JobState
from faceswap.domain.policy import NO_HOUSE, HouseRules
from faceswap.domain.standing import Standing
from tests.unit.app.conftest import clip, gif, photo, picture

HERE = Standing("club", frozenset({"pictures"}), frozenset({"guest"}))
OTHERS = frozenset({"other"})


@pytest.fixture
def rule(world):
    async def change(**rules):
        await world.stores.guilds.change("club", rules)

    return change


async def nothing_is_kept(world):
    assert world.stored() == []
    assert await world.jobs.next_due() is None
    assert await world.spent() == 0


@pytest.mark.parametrize(
    ("rules", "error"),
    [
        ({"allowed_channels": OTHERS}, ChannelNotAllowed),
        ({"forbidden_channels": frozenset({"pictures"})}, ChannelForbidden),
        ({"users": OTHERS}, RoleNeeded),
    ],
)
@pytest.mark.parametrize("manages", [False, True])
async def test_a_swap_that_is_not_allowed_leaves_nothing(world, rule, rules, error, manages):
    await rule(**rules)
    with pytest.raises(error):
        await submit(world.app, world.ask(standing=replace(HERE, manages=manages)))
    await nothing_is_kept(world)
    assert await submit(world.app, world.ask())


@pytest.mark.parametrize(
    ("rules", "target", "error"),
    [
        ({"allow_gif": False}, gif(), AnimationsRefused),
        ({"allow_video": False}, clip(), VideosRefused),
        ({"longest_seconds": 3}, clip(), ClipTooLongHere),
    ],
)
async def test_a_clip_that_is_not_taken_leaves_nothing(world, rule, rules, target, error):
    await rule(**rules)
    with pytest.raises(error):
        await submit(world.app, world.ask(targets=(picture(), target), standing=HERE))
    await nothing_is_kept(world)
    assert await submit(world.app, world.ask(targets=(picture(),), standing=HERE))


async def test_a_swap_keeps_what_held_when_it_was_asked_for(world, rule):
    await rule(mark=True, mark_text="ours", delete_after=5)
    job = await world.claimed(world.ask(standing=HERE))
    await rule(mark=False, delete_after=0)
    assert job.request.house == HouseRules("club", "ours", 5)
    elsewhere = await submit(world.app, world.ask())
    assert elsewhere.request.house == NO_HOUSE


async def test_the_mark_is_drawn_by_the_backend(world, rule):
    await world.worked(world.ask(standing=HERE))
    await rule(mark=True)
    await world.worked(world.ask(standing=HERE))
    assert [order.mark for order in world.backend.taken] == ["", "face swap"]


async def test_a_repeat_keeps_to_the_rules_of_now(world, rule):
    first = await world.worked(world.ask(standing=HERE))
    await rule(mark=True, forbidden_channels=frozenset({"lounge"}))
    lounge = replace(HERE, channels=frozenset({"lounge"}))
    with pytest.raises(ChannelForbidden):
        await again(world.app, world.repeat(first, standing=lounge))
    second = await again(world.app, world.repeat(first, standing=HERE))
    assert second.request.house.mark == "face swap"


async def test_a_repeat_of_a_clip_that_is_no_longer_taken(world, rule):
    first = await world.worked(world.ask(targets=(gif(),), standing=HERE))
    await rule(allow_gif=False)
    with pytest.raises(AnimationsRefused):
        await again(world.app, world.repeat(first, standing=HERE))


async def test_an_offer_keeps_to_the_rules_of_now(world, rule):
    job = await submit(world.app, world.ask(targets=(clip(seconds=20),), standing=HERE))
    assert job.state is JobState.OFFERED
    await rule(longest_seconds=10)
    with pytest.raises(ClipTooLongHere):
        await accept(world.app, job.id, "member", standing=HERE)
    await rule(longest_seconds=0, users=OTHERS)
    with pytest.raises(RoleNeeded):
        await survey(world.app, job.id, "member", HERE)
    with pytest.raises(RoleNeeded):
        await accept(world.app, job.id, "member", standing=HERE)
    assert ((await world.look(job)).state, await world.spent()) == (JobState.OFFERED, 0)
    await rule(users=frozenset())
    assert (await accept(world.app, job.id, "member", standing=HERE)).state is JobState.QUEUED


@pytest.mark.parametrize(("rules", "error"), [("savers", SavingRefused), ("users", RoleNeeded)])
async def test_ids_are_saved_by_those_who_may(world, rule, rules, error):
    await rule(**{rules: OTHERS})
    with pytest.raises(error):
        await save_id(world.app, "member", "new", [photo("new")], HERE)
    assert world.enroller.photos == []
    other = replace(HERE, roles=OTHERS)
    assert (await save_id(world.app, "member", "new", [photo("new")], other)).name == "new"


async def test_a_banned_member_is_refused_until_the_end(world):
    until = world.clock.now() + timedelta(hours=2)
    ban = Ban("club", "member", "spam", "mia", world.clock.now(), until)
    await world.stores.guilds.ban(ban)
    with pytest.raises(Banned) as refused:
        await submit(world.app, world.ask(standing=HERE))
    assert refused.value.data() == {"reason": "spam", "until": int(until.timestamp())}
    with pytest.raises(Banned):
        await save_id(world.app, "member", "new", [photo("new")], HERE)
    await nothing_is_kept(world)
    assert await submit(world.app, world.ask())
    assert await submit(world.app, world.ask(standing=replace(HERE, guild="other")))
    world.clock.turn_to(until)
    assert await submit(world.app, world.ask(standing=HERE))
