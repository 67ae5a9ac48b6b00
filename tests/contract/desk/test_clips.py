"""What is asked of us with clips, beyond the contracts."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.errors import BackendBusy, BackendDown, NoFrames, TookTooLong
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.sidecar.desk import Bounds
from tests.contract.desk.layers import LAYERS
from tests.contract.desk.orders import done, ended, pixels, waiting_for
from tests.sidecar.engine import PATIENCE, SIDE, gif, order, png
from tests.sidecar.stack import open_stack


async def test_a_clip_comes_back_as_one(backend, stack):
    ordered = replace(
        order(gif(faces=2)),
        options=Options(mute=True, webm=True),
        reference_seconds=1.25,
        mark="Face swap · 顔交換",
    )
    await backend.submit("clip", ordered)

    result = await done(backend, "clip")

    assert stack.studio.orders == [ordered]
    assert (result.result.media_type, result.result.width) == ("image/gif", SIDE * 2)
    assert result.clip == ClipOutcome(
        kind=ClipKind.GIF,
        frames=5,
        changed=4,
        seconds=0.2,
        width=SIDE * 2,
        height=SIDE,
        bits=1000,
        appearances=(Appearance(1, 0.0, 0.2, 5), Appearance(2, 0.0, 0.2, 5)),
    )


async def test_whoever_waits_for_a_canceled_clip_learns_how_far_it_was(backend, stack):
    stack.studio.gate.clear()
    await backend.submit("clip", order(gif()))
    await stack.studio.has_begun()
    waiting = await waiting_for(backend, "clip")

    await backend.cancel("clip")

    status = await waiting
    assert (status.state, status.clip) == (JobState.CANCELED, Progress(1, 5, 25.0))
    assert status.error.data() == {"done": 1, "total": 5}
    await stack.studio.has_stopped()


async def test_pictures_and_looks_do_not_wait_for_clips(backend, stack):
    stack.studio.gate.clear()
    for name in ("runs", "waits"):
        await backend.submit(name, order(gif()))
    with pytest.raises(BackendBusy):
        await backend.submit("too-many", order(gif()))

    await backend.submit("picture", order(png()))
    await done(backend, "picture")
    assert await backend.measure(gif(faces=2, frames=3)) == ClipFacts(
        kind=ClipKind.GIF, width=SIDE * 2, height=SIDE, frames=3, seconds=0.12, has_audio=False
    )
    assert (await backend.check("runs")).state is JobState.PROCESSING


async def test_a_clip_that_waits_is_forgotten_unbegun(backend, stack):
    stack.studio.gate.clear()
    await backend.submit("runs", order(gif()))
    await stack.studio.has_begun()
    await backend.submit("waits", order(gif()))
    await backend.cancel("waits")
    stack.studio.gate.set()
    await done(backend, "runs")

    await backend.submit("last", order(gif()))
    await done(backend, "last")
    assert len(stack.studio.orders) == 2


async def test_a_survey_tells_who_is_seen_and_when(backend):
    survey = await backend.survey(gif(faces=2))

    assert (survey.facts.kind, survey.facts.frames) == (ClipKind.GIF, 5)
    assert [face.number for face in survey.faces] == [1, 2]
    assert survey.appearances == (Appearance(1, 0.0, 0.2, 5), Appearance(2, 0.0, 0.2, 5))
    assert pixels(survey.numbered).shape == (SIDE, SIDE * 2, 3)


async def test_a_survey_that_nobody_waits_for_is_stopped(backend, stack):
    stack.studio.gate.clear()
    asked = asyncio.create_task(backend.survey(gif()))
    await stack.studio.has_begun()

    asked.cancel()

    await stack.studio.has_stopped()
    with pytest.raises(asyncio.CancelledError):
        await asked


async def test_what_is_no_clip_is_not_looked_at(backend):
    for look in (backend.measure, backend.survey):
        with pytest.raises(NoFrames) as raised:
            await look(NamedBytes('a "song".mp3', b"music"))
        assert raised.value.name == 'a "song".mp3'


@pytest.mark.parametrize("layers", LAYERS.values())
async def test_a_clip_that_takes_too_long_is_stopped(layers):
    bounds = Bounds(clip_work_seconds=0.01, survey_seconds=0.01)
    async with open_stack(layers, bounds) as stack:
        stack.studio.gate.clear()
        await stack.backend.submit("slow", order(gif()))

        status = await ended(stack.backend, "slow")

        assert status.state is JobState.FAILED
        assert type(status.error) is TookTooLong
        with pytest.raises(TookTooLong):
            await stack.backend.survey(gif())


async def test_a_desk_that_closes_stops_clips_and_closes_the_studio(stack):
    backend, studio = stack.backend, stack.studio
    studio.gate.clear()
    await backend.submit("runs", order(gif()))
    await studio.has_begun()
    waiting = await waiting_for(backend, "runs")

    stack.desk.refuse()
    await studio.has_stopped()
    with pytest.raises(BackendDown):
        await waiting
    for call in (backend.glimpse("runs"), backend.measure(gif()), backend.survey(gif())):
        with pytest.raises(BackendDown):
            await call
    assert (studio.sandbox.is_started, studio.sandbox.is_closed) == (True, False)
    await stack.desk.close(PATIENCE)
    assert studio.sandbox.is_closed


async def test_a_survey_ends_with_the_desk(stack):
    stack.studio.gate.clear()
    asked = asyncio.create_task(stack.backend.survey(gif()))
    await stack.studio.has_begun()

    stack.desk.refuse()

    with pytest.raises(BackendDown):
        await asked
