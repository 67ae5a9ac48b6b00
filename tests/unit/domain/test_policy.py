from dataclasses import replace

import pytest

from faceswap.domain.clip import ClipFacts, ClipKind
from faceswap.domain.errors import (
    AnimationsRefused,
    BadNumber,
    ChannelForbidden,
    ChannelNotAllowed,
    ClipTooLongHere,
    RoleNeeded,
    SavingRefused,
    VideosRefused,
)
from faceswap.domain.policy import (
    OPEN,
    HouseRules,
    Policy,
    house_rules,
    moderates,
    parse_number,
    refuse_clip,
    refuse_place,
    refuse_saving,
)
from faceswap.domain.standing import NOWHERE, Standing

# A thread in a channel in a category.
THREAD = Standing("club", frozenset({"thread", "channel", "category"}), frozenset({"guest"}))


def some(*ids):
    return frozenset(ids)


@pytest.mark.parametrize(
    "policy",
    [
        OPEN,
        Policy(allowed_channels=some("channel", "other")),
        Policy(allowed_channels=some("category")),
        Policy(forbidden_channels=some("other")),
        Policy(users=some("guest", "other")),
        Policy(moderators=some("other"), savers=some("other")),
    ],
)
def test_who_may_ask_there_is_let_in(policy):
    refuse_place(policy, THREAD)


@pytest.mark.parametrize(
    ("policy", "error"),
    [
        (Policy(allowed_channels=some("other")), ChannelNotAllowed),
        (Policy(forbidden_channels=some("channel")), ChannelForbidden),
        (Policy(forbidden_channels=some("category")), ChannelForbidden),
        (Policy(some("thread"), some("category")), ChannelForbidden),
        (Policy(users=some("other")), RoleNeeded),
    ],
)
@pytest.mark.parametrize("manages", [False, True])
def test_who_may_not_is_refused_moderators_too(policy, error, manages):
    with pytest.raises(error):
        refuse_place(policy, replace(THREAD, manages=manages))


def test_a_refusal_names_the_channels_that_are_open():
    with pytest.raises(ChannelNotAllowed) as refused:
        refuse_place(Policy(allowed_channels=some("2", "1")), THREAD)
    assert "in <#1>, <#2> only" in str(refused.value)
    many = ChannelNotAllowed(channels=[str(each) for each in range(9)])
    assert "<#4>… only" in str(many)


def test_ids_are_saved_by_those_who_may():
    refuse_saving(OPEN, THREAD)
    refuse_saving(Policy(savers=some("guest")), THREAD)
    with pytest.raises(SavingRefused):
        refuse_saving(Policy(savers=some("other")), THREAD)


GIF = ClipFacts(ClipKind.GIF, 64, 48, 20, 2.0, has_audio=False)
VIDEO = ClipFacts(ClipKind.VIDEO, 640, 480, 200, 20.0, has_audio=True)


@pytest.mark.parametrize(
    ("policy", "facts", "error"),
    [
        (Policy(allow_gif=False), GIF, AnimationsRefused),
        (Policy(allow_video=False), VIDEO, VideosRefused),
        (Policy(longest_seconds=19), VIDEO, ClipTooLongHere),
        (Policy(longest_seconds=1), GIF, ClipTooLongHere),
    ],
)
def test_clips_that_are_not_taken(policy, facts, error):
    with pytest.raises(error, match=r"^dance\.mp4 "):
        refuse_clip(policy, "dance.mp4", facts)


@pytest.mark.parametrize(
    ("policy", "facts"),
    [
        (OPEN, VIDEO),
        (Policy(allow_gif=False), VIDEO),
        (Policy(allow_video=False), GIF),
        (Policy(longest_seconds=20), VIDEO),
    ],
)
def test_clips_that_are_taken(policy, facts):
    refuse_clip(policy, "dance.mp4", facts)


def test_who_moderates():
    assert moderates(OPEN, replace(THREAD, manages=True))
    assert moderates(Policy(moderators=some("guest")), THREAD)
    assert not moderates(Policy(moderators=some("other")), THREAD)
    assert not moderates(OPEN, NOWHERE)
    assert not moderates(OPEN, Standing(manages=True))


@pytest.mark.parametrize(
    ("policy", "stamp"),
    [
        (OPEN, ""),
        (Policy(mark_text="ours"), ""),
        (Policy(mark=True), "face swap"),
        (Policy(mark=True, mark_text="ours"), "ours"),
    ],
)
def test_a_swap_keeps_what_held_when_it_was_asked_for(policy, stamp):
    rules = house_rules(replace(policy, delete_after=5), THREAD)
    assert rules == HouseRules("club", stamp, 5)


@pytest.mark.parametrize(("text", "number"), [("", 0), (" 7 ", 7), ("100", 100), ("007", 7)])
def test_numbers_are_read(text, number):
    assert parse_number(text, 100) == number


@pytest.mark.parametrize("text", ["101", "-1", "1.5", "many", "9" * 5000, "²"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(BadNumber, match="from 0 to 100"):
        parse_number(text, 100)
