"""Jobs in a line or two."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.address import Address
from bot.exporting import exported
from bot.language import say
from bot.ui import job_words
from bot.ui.job_list import LARGEST_THUMBNAIL, thumbnail_file
from faceswap.app.job_desk import Shown
from faceswap.app.outlook import Outlook
from faceswap.domain.delivery import Place, Posted, Undelivered
from faceswap.domain.errors import BackendDown
from faceswap.domain.job import JobState, Outcome, StoredFile, SwappedPicture
from tests.fakes.clock import NOON
from tests.stores import swap_request
from tests.unit.domain.test_job_object import job

BASE = "https://discord.com/channels"


def posted(channel="70", **more) -> Posted:
    return Posted("50", channel, NOON, "an answer", **more)


def address(*, posts=True) -> str:
    return str(Address(1, "", 0, 8, 70, private=False, posts=posts))


def result(media_type="image/jpeg", size=9) -> StoredFile:
    return StoredFile("result", "a.jpg", media_type, size)


def done(*pictures: SwappedPicture):
    return job(outcome=Outcome(tuple(pictures)))


TARGET = StoredFile("target", "a.png", "image/png", 9)
BEFORE = StoredFile("before", "a-before.jpg", "image/jpeg", 9)


@pytest.mark.parametrize("state", JobState)
def test_every_state_has_a_sign_and_a_name(state):
    each = job(state=state)
    assert job_words.sign(each)
    assert job_words.state(each)
    assert job_words.cost(each)


@pytest.mark.parametrize("why", Undelivered)
def test_every_reason_why_nobody_was_told_is_said(why):
    assert job_words.undelivered(why).startswith("The answer could not be")
    assert job_words.state(job(undelivered=why)) == "not delivered"


@pytest.mark.parametrize("shown", Shown)
def test_every_state_that_can_be_listed_has_a_name(shown):
    assert say(f"jobs-shown-{shown.value}")


@pytest.mark.parametrize(
    ("passed", "told"),
    [
        (-5, "just now"),
        (59, "just now"),
        (60, "1 min ago"),
        (3599, "59 min ago"),
        (3600, "1 h ago"),
        (86399, "23 h ago"),
        (86400, "1 day ago"),
        (31 * 86400, "31 days ago"),
    ],
)
def test_how_long_ago_it_was(passed, told):
    assert job_words.ago(timedelta(seconds=passed)) == told


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "5 s"), (13, "15 s"), (54, "55 s"), (56, "1 min"), (89, "1 min"), (130, "2 min")],
)
def test_a_guessed_time_is_told_roughly(seconds, told):
    assert job_words.about(timedelta(seconds=seconds)) == told


def test_a_choice_is_one_short_line():
    many = replace(swap_request(",".join(["longname"] * 9)))
    told = job_words.choice(job(request=many), NOON + timedelta(minutes=3))
    assert told.startswith("swapid longname,")
    assert told.endswith("… · done · 3 min ago")
    assert len(told) <= 100
    one_shot = job(request=swap_request(None, source="me"))
    assert job_words.choice(one_shot, NOON) == "faceswap · done · just now"


def test_what_waits_says_where_it_stands():
    waits = job(state=JobState.QUEUED)
    minutes = timedelta(minutes=2)
    told = [job_words.outlook(waits, Outlook(*each)) for each in ((1,), (1, minutes), (7, minutes))]
    assert told == [
        "Next in line.",
        "Next in line; done in about 2 min.",
        "Number 7 in line; done in about 2 min.",
    ]
    assert job_words.outlook(waits, Outlook()) == "In line, with many before it."
    held = job_words.outlook(replace(waits, error=BackendDown()), Outlook())
    assert held.startswith("It is held, and tried again by itself: The swap engine")


@pytest.mark.parametrize(
    ("place", "channel", "posts", "link"),
    [
        (Place("7", "70"), "70", True, f"{BASE}/7/70/50"),
        (Place("7", "70"), "99", True, f"{BASE}/@me/99/50"),
        (Place(None, "70"), "70", True, f"{BASE}/@me/70/50"),
        (Place(None, "70"), "70", False, None),
    ],
    ids=["in a server", "by dm", "in our dm", "in a server without the bot"],
)
def test_answers_are_linked_to_where_they_are(place, channel, posts, link):
    each = job(place=place, posted=posted(channel), address=address(posts=posts))
    assert job_words.link(each) == link


def test_what_nobody_else_has_is_not_linked_to():
    assert job_words.link(job(posted=posted(private=True), address=address())) is None
    assert job_words.link(job(posted=posted(), address=address(), state=JobState.FAILED)) is None
    assert job_words.link(job(posted=posted(), address="")) is None
    assert job_words.link(job(address=address())) is None


def test_a_job_is_shown_by_what_is_small():
    def shown(result):
        return thumbnail_file(done(SwappedPicture(TARGET, result=result, before=BEFORE)))

    small = result(size=LARGEST_THUMBNAIL)
    assert shown(small) == small
    assert shown(result(size=LARGEST_THUMBNAIL + 1)) == BEFORE
    assert shown(result("video/mp4")) == BEFORE
    assert thumbnail_file(done(SwappedPicture(TARGET, refusal=BackendDown()))) is None
    assert thumbnail_file(job(state=JobState.FAILED)) is None


def test_an_export_holds_the_newest_that_fit():
    jobs = [job(id=f"{number:016x}") for number in range(5)]
    everything, count = exported(jobs, {}, 1_000_000)
    assert (count, len(json.loads(everything))) == (5, 5)
    some, count = exported(jobs, {}, len(everything) - 20)
    assert [row["jobid"] for row in json.loads(some)] == [each.id for each in jobs[:count]]
    assert 0 < count < 5
    assert len(some) <= len(everything) - 20
    assert exported(jobs, {}, 0)[1] == 0
