"""Portraits and places by the desk, alone and behind our own API twice over."""

from __future__ import annotations

import asyncio
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import Progress
from faceswap.domain.errors import (
    BackendBusy,
    IdUnreadable,
    MakerDown,
    NoFace,
    NotAPicture,
    NotAStill,
    ResultTooLarge,
    TookTooLong,
)
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Made, Wording
from faceswap.ports import WeightedTemplate
from faceswap.sidecar.desk import Bounds
from tests.sidecar.engine import PATIENCE, SIDE, gif, order, place, png, portrait, template
from tests.sidecar.makers import PEOPLE, STEPS
from tests.sidecar.stack import open_stack

LAYERS = {"desk": 0, "native over native": 2}
KING = Made("painter", 7, "mad king", "a king on his throne")


@pytest.fixture(params=LAYERS)
async def stack(request):
    async with open_stack(LAYERS[request.param], Bounds(waiting=1)) as opened:
        yield opened


@pytest.fixture(params=LAYERS)
async def slow(request):
    """A stack whose maker is slow."""
    async with open_stack(LAYERS[request.param], Bounds(waiting=1), is_slow=True) as opened:
        yield opened


@pytest.fixture
def backend(stack):
    return stack.backend


async def ended(backend, swap_id):
    async with asyncio.timeout(PATIENCE):
        return await backend.check(swap_id, wait=PATIENCE)


async def done(backend, swap_id, given):
    await backend.submit(swap_id, given)
    status = await ended(backend, swap_id)
    assert (status.state, status.error) == (JobState.DONE, None)
    return await backend.fetch(swap_id)


async def failed(backend, given, swap_id="bad"):
    await backend.submit(swap_id, given)
    status = await ended(backend, swap_id)
    assert status.state is JobState.FAILED
    return status.error


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.data)).convert("RGB"), np.int16)


async def test_a_portrait_comes_back_as_a_picture_and_how_it_was_made(backend):
    result = await done(backend, "king", portrait(seed=7))

    assert (result.result.media_type, result.result.width) == ("image/jpeg", 1024)
    assert np.abs(pixels(result.result) - (7, 60, 60)).max() <= 3
    assert (result.before, result.numbered) == (None, None)
    assert (result.faces, result.swapped, result.was_reduced) == ((), (), False)
    assert (result.made, result.clip) == (KING, None)


async def test_a_portrait_is_ordered_as_it_was_asked_for(backend, stack):
    mix = tuple(WeightedTemplate(template(name), 0.5) for name in (b"anna", b"\0\r\n--ben"))
    wording = Wording("a mad king, «évil» 王", ("green", "beards"))
    given = replace(
        portrait(seed=2**32 - 1),
        wording=wording,
        cast=mix,
        frame=Frame.PORTRAIT,
        options=Options(sharpen=True),
    )
    result = await done(backend, "mix", given)

    assert (result.result.width, result.result.height) == (832, 1216)
    (wanted,) = stack.studio.maker.wanted
    assert (wanted.wording, wanted.cast, wanted.frame) == (wording, mix, Frame.PORTRAIT)
    assert (wanted.seed, wanted.options) == (2**32 - 1, Options(sharpen=True))


async def test_people_are_put_where_the_words_say(backend, stack):
    result = await done(backend, "beach", place(png(faces=2)))

    assert stack.studio.maker.wordings == [Wording("a beach")]
    assert (result.result.media_type, result.result.width) == ("image/png", 2 * SIDE)
    after = pixels(result.result)
    assert after[0, 0].tolist() == [7, 60, 60]
    assert after[SIDE // 2, SIDE // 2].tolist() == [PEOPLE] * 3
    assert np.abs(pixels(result.before)[SIDE // 2, SIDE // 2] - 90).max() <= 3
    assert result.numbered is None
    assert (result.faces, result.swapped) == ((), ())
    assert result.made == Made("painter", 7, "beach", "a beach", is_match=False)


async def test_people_are_put_before_a_background(backend, stack):
    result = await done(backend, "sea", place(png(), background=png(faces=2, name="sea.png")))

    assert stack.studio.maker.wordings == []
    assert (result.result.width, result.result.height) == (SIDE, SIDE)
    after = pixels(result.result)
    assert after[0, SIDE - 1].tolist() == [90] * 3
    assert after[SIDE // 2, SIDE // 2].tolist() == [PEOPLE] * 3
    assert result.made == Made("upload", 7)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (place(gif(name="dance.gif")), NotAStill(name="dance.gif")),
        (place(png(), background=gif(name="waves.gif")), NotAStill(name="waves.gif")),
        (place(NamedBytes("a.txt", b"text")), NotAPicture(name="a.txt")),
        (place(png(), background=NamedBytes("b.txt", b"text")), NotAPicture(name="b.txt")),
        (place(png(faces=0, name="sea.png")), NoFace(name="sea.png")),
        (replace(place(), most_bytes=100), ResultTooLarge(size=0, limit=100)),
        (replace(portrait(), most_bytes=100), ResultTooLarge(size=0, limit=100)),
    ],
)
async def test_what_will_not_do_is_refused(backend, given, refusal):
    error = await failed(backend, given)

    assert type(error) is type(refusal)
    assert error.data() | {"size": 0} == refusal.data() | {"size": 0}


@pytest.mark.parametrize("error", [MakerDown(), IdUnreadable(), NoFace(name="x")])
async def test_what_a_maker_says_is_told(backend, stack, error):
    stack.studio.maker.fails = error
    for name, given in (("portrait", portrait()), ("place", place())):
        assert type(await failed(backend, given, name)) is type(error)


async def test_a_mark_is_drawn_into_what_was_made(backend):
    plain = await done(backend, "plain", portrait())
    signed = await done(backend, "signed", replace(portrait(), mark="Face swap"))

    changed = np.abs(pixels(plain.result) - pixels(signed.result)).max(axis=2) > 40
    rows, columns = np.nonzero(changed)
    assert (rows.min(), columns.min()) > (950, 700)


async def test_a_picture_tells_how_many_steps_are_done(backend, stack):
    maker = stack.studio.maker
    maker.gate.clear()
    await backend.submit("slow", portrait())
    await maker.has_begun()

    status = await backend.check("slow")
    assert (status.state, status.progress) == (JobState.PROCESSING, 1 / STEPS)
    assert status.clip == Progress(1, STEPS)
    assert await backend.glimpse("slow") is None

    maker.gate.set()
    assert (await ended(backend, "slow")).state is JobState.DONE


async def test_a_canceled_picture_stops_at_its_next_step_and_has_no_frames(backend, stack):
    maker = stack.studio.maker
    maker.gate.clear()
    await backend.submit("gone", place())
    await maker.has_begun()
    waiting = asyncio.create_task(ended(backend, "gone"))
    for _ in range(3):
        await asyncio.sleep(0)
        await backend.check("gone")

    await backend.cancel("gone")

    await maker.has_stopped()
    status = await waiting
    assert status.state is JobState.CANCELED
    # A clip's frames would be charged.
    assert status.error is None


async def test_a_slow_maker_has_one_order_at_a_time_beside_the_swaps(slow):
    backend, maker = slow.backend, slow.studio.maker
    maker.gate.clear()
    await backend.submit("runs", portrait())
    await maker.has_begun()
    await backend.submit("waits", place())
    with pytest.raises(BackendBusy):
        await backend.submit("too-many", portrait())

    for name, given in (("swap", order()), ("upload", place(background=png()))):
        await done(backend, name, given)
    assert (await backend.check("runs")).state is JobState.PROCESSING
    assert maker.wordings == []

    maker.gate.set()
    for name in ("runs", "waits"):
        assert (await ended(backend, name)).state is JobState.DONE


async def test_a_quick_maker_takes_its_turn_with_the_swaps(stack):
    backend, maker = stack.backend, stack.studio.maker
    maker.gate.clear()
    await backend.submit("runs", portrait())
    await maker.has_begun()
    await backend.submit("waits", order())
    with pytest.raises(BackendBusy):
        await backend.submit("too-many", place())
    maker.gate.set()


@pytest.mark.parametrize("layers", LAYERS.values())
@pytest.mark.parametrize("is_slow", [False, True])
async def test_a_picture_that_takes_too_long_is_stopped(layers, is_slow):
    async with open_stack(layers, Bounds(make_seconds=0.01), is_slow=is_slow) as stack:
        stack.studio.maker.gate.clear()

        assert type(await failed(stack.backend, portrait())) is TookTooLong


async def test_a_desk_that_closes_stops_what_is_made(stack):
    maker = stack.studio.maker
    maker.gate.clear()
    await stack.backend.submit("runs", portrait())
    await maker.has_begun()

    stack.desk.refuse()

    await maker.has_stopped()
