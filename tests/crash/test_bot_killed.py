"""The bot is killed at every edge of a job's life, and the next one brings it to its one end.

docs/decisions/0013-crash-safety.md tells the edges in words.
"""

from __future__ import annotations

import pytest

from faceswap.domain.job import JobState
from playground import Asked, Seen
from tests.crash.house import House
from tests.crash.scenes import SCENES, Scene, end_of, is_end
from tests.discord.stage import is_result

RETENTION = 32 * 86_400.0
EDGES = {
    "a still": (
        "promises.make",
        "blobs.put",
        "jobs.open",
        "promises.keep",
        "jobs.claim",
        "jobs.processing",
        "backend.submit",
        "backend.check",
        "backend.fetch",
        "blobs.put 2",
        "blobs.put 3",
        "jobs.finish",
        "notifier.tell",
        "jobs.answered",
        "backend.cancel",
    ),
    "a photo of a face": (
        "blobs.put 2",
        "enroller.enrol",
        "jobs.keep_template",
        "blobs.delete",
        "blobs.delete 2",
    ),
    "nobody in the picture": ("backend.cancel", "jobs.fail", "notifier.tell", "jobs.answered"),
    "an offer": ("surveyor.measure", "jobs.offer", "jobs.trim_offers"),
    "an offer accepted": ("jobs.accept", "jobs.claim 4", "jobs.finish"),
    "an offer declined": ("jobs.decline", "blobs.delete", "notifier.tell"),
    "a clip canceled": ("jobs.cancel", "notifier.tell", "backend.cancel"),
    "a result that is refused": ("jobs.take_back", "notifier.tell 2", "jobs.answered"),
    "a result that is too large": (
        "jobs.take_back",
        "jobs.open 2",
        "jobs.answered",
        "jobs.finish 2",
    ),
}
"""The calls at which the bot dies, by what it was asked: the first, or the one of the number."""
ASIDE = (
    "nobody in the picture",
    "an offer declined",
    "a clip canceled",
    "a result that is refused",
)
"""Where the last words are for the asker alone."""
# Discord takes a nonce with messages, and edits are the same twice, but words aside are neither:
# they are told again when they arrived and the bot died before it could note that.
MAY_BE_TOLD_TWICE = {
    (name, edge, when)
    for name in ASIDE
    for edge, when in (
        ("notifier.tell", "after"),
        ("jobs.answered", "before"),
        # Of a canceled clip, the order is forgotten while the asker is told.
        ("backend.cancel", "before"),
        ("backend.cancel", "after"),
    )
} | {("a result that is refused", "notifier.tell 2", "after")}
# The same of an apology, as the bot that made it dies.
TOLD_AND_NOT_NOTED = {("notifier.apologize", "after"), ("promises.keep", "before")}


def cells() -> list[pytest.param]:
    return [
        # What is before a call is mostly behind the one before.
        pytest.param(
            *(scene, edge, when),
            id=f"{scene}-{when} {edge}",
            marks=[pytest.mark.slow] if when == "before" else [],
        )
        for scene, edges in EDGES.items()
        for edge in edges
        for when in ("before", "after")
    ]


def plan(edge: str, when: str, **more: object) -> dict[str, object]:
    at, _, nth = edge.partition(" ")
    return {"at": at, "when": when, "nth": int(nth or 1), **more}


async def lives_on(house: House, scene: Scene, asked: Asked) -> list[Seen]:
    """See what was asked to its end, and the bot to its own; return the last words."""
    if asked.acknowledged:
        await end_of(house, scene.button)
    await house.until_told()
    await house.stopped()
    await house.check()
    return [seen for seen in house.room.messages if is_end(seen)]


@pytest.mark.parametrize(("name", "edge", "when"), cells())
async def test_one_end_comes_of_it(house, sidecar, name, edge, when):
    scene = SCENES[name]
    settings = dict(scene.settings)
    scene.prepare(house)
    await house.start(**plan(edge, when, sidecar=sidecar, settings=settings))
    asked = await scene.play(house)
    await house.killed()
    await house.start(sidecar=sidecar, settings=settings)
    ends = await lives_on(house, scene, asked)
    most = 2 if (name, edge, when) in MAY_BE_TOLD_TWICE else 1
    assert bool(asked.acknowledged) <= len(ends) <= most, ends
    assert len({seen.text for seen in ends}) <= 1
    done = [job for job in await house.jobs() if job.state is JobState.DONE]
    assert len(done) == len([seen for seen in ends if is_result(seen)])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("jobs.processing", "jobs.requeue_open"),
        ("jobs.finish", "notifier.tell"),
        ("jobs.finish", "jobs.unanswered"),
        ("blobs.put", "notifier.apologize"),
        ("blobs.put", "promises.keep"),
    ],
)
@pytest.mark.parametrize("when", ["before", pytest.param("after", marks=pytest.mark.slow)])
async def test_a_bot_that_dies_again_as_it_comes_up_changes_nothing(
    house, sidecar, first, second, when
):
    await house.start(**plan(first, "after", sidecar=sidecar))
    asked = await SCENES["a still"].play(house)
    await house.killed()
    await house.fork(**plan(second, when, sidecar=sidecar, armed=True))
    await house.killed()
    await house.start(sidecar=sidecar)
    ends = await lives_on(house, SCENES["a still"], asked)
    assert 1 <= len(ends) <= (2 if (second, when) in TOLD_AND_NOT_NOTED else 1), ends
    assert len({seen.text for seen in ends}) == 1


@pytest.mark.parametrize("when", ["before", "after"])
async def test_an_offer_that_was_not_shown_is_shown_by_the_next_bot(house, sidecar, when):
    scene = SCENES["an offer"]
    settings = dict(scene.settings)
    await house.start(**plan("jobs.offer", "after", sidecar=sidecar, settings=settings))
    asked = await scene.play(house)
    await house.killed()
    shown = plan("notifier.offer", when, sidecar=sidecar, settings=settings, armed=True)
    await house.fork(**shown)
    await house.killed()
    await house.start(sidecar=sidecar, settings=settings)
    (end,) = await lives_on(house, scene, asked)
    assert "Canceled" in end.text


@pytest.mark.parametrize("edge", ["jobs.retry", "notifier.waiting"])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_a_job_that_waits_for_another_attempt_goes_on(house, sidecar, edge, when):
    await house.start(**plan(edge, when, sidecar=sidecar, broken=("backend.submit",)))
    asked = await SCENES["a still"].play(house)
    await house.killed()
    await house.start(sidecar=sidecar)
    (end,) = await lives_on(house, SCENES["a still"], asked)
    assert is_result(end)


@pytest.mark.parametrize("edge", ["jobs.expire", "blobs.delete"])
@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_is_past_retention_goes_for_good(house, sidecar, edge, when):
    await house.start(sidecar=sidecar)
    asked = await SCENES["a still"].play(house)
    await asked.until(is_result)
    await house.until_told()
    await house.stopped()
    later = {"sidecar": sidecar, "ahead": RETENTION, "armed": True}
    await house.fork(**plan(edge, when, **later))
    await house.killed()
    await house.start(**later)
    await house.until_expired()
    await house.stopped()
    await house.check()
    assert [job.state for job in await house.jobs()] == [JobState.EXPIRED]
