"""The desk, alone and behind our own API twice over: it must make no difference.

Once would do for the client; twice shows that the facade serves any backend, such as a client.
"""

from __future__ import annotations

import asyncio
import dataclasses
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.errors import (
    BackendBusy,
    BackendDown,
    BackendLost,
    Canceled,
    FaceTooSmall,
    NoFace,
    NoFrames,
    NotAPicture,
    ResultTooLarge,
    TooFewFaces,
    TookTooLong,
    Unexpected,
    VisageError,
)
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import WeightedTemplate
from faceswap.sidecar.desk import Bounds
from tests.contract.enroller import EnrollerContract
from tests.contract.swap_backend import ClipBackendContract, SwapBackendContract
from tests.sidecar.engine import PAINT, PATIENCE, SIDE, gif, order, png, template
from tests.sidecar.stack import open_stack

LAYERS = {"desk": 0, "native over native": 2}


@pytest.fixture(params=LAYERS)
async def stack(request):
    async with open_stack(LAYERS[request.param], Bounds(waiting=1)) as opened:
        yield opened


@pytest.fixture
def backend(stack):
    return stack.backend


@pytest.fixture
def engine(stack):
    return stack.engine


class Held:
    """Holds the clips of a fake studio."""

    def __init__(self, studio):
        self._studio = studio
        self.reached, self.has_stopped = studio.has_begun, studio.has_stopped
        self.release = studio.gate.set
        studio.gate.clear()


class TestTheClipContract(ClipBackendContract):
    @pytest.fixture
    def held(self, stack):
        return Held(stack.studio)

    @pytest.fixture
    def clip(self):
        return order(gif())


class TestTheContracts(SwapBackendContract, EnrollerContract):
    """What is asked of everybody; what is asked of us beyond it stands below."""

    @pytest.fixture
    def enroller(self, backend):
        return backend

    @pytest.fixture
    def photos(self):
        return [png(mark=1, name="a.png"), png(mark=2, name="b.png")]

    @pytest.fixture
    def order(self):
        return order(png(faces=2))

    @pytest.fixture
    def pair(self):
        anna = WeightedTemplate(template(), 1.0)
        return replace(order(png(faces=2)), cast=((anna,), (anna,)))

    @pytest.fixture
    def faceless(self, request):
        """Return an order in the one suite and a photo in the other, as each asks for it."""
        sea = png(faces=0, name="sea.png")
        return sea if "enroller" in request.fixturenames else order(sea)


async def ended(backend, swap_id):
    async with asyncio.timeout(PATIENCE):
        return await backend.check(swap_id, wait=PATIENCE)


async def waiting_for(backend, swap_id):
    """Return a check that waits: what is asked later has been answered before."""
    waiting = asyncio.create_task(ended(backend, swap_id))
    for _ in range(3):
        await asyncio.sleep(0)
        assert (await backend.check(swap_id)).state is JobState.PROCESSING
    assert not waiting.done()
    return waiting


async def done(backend, swap_id):
    assert (await ended(backend, swap_id)).state is JobState.DONE
    return await backend.fetch(swap_id)


def pixels(picture):
    return np.asarray(Image.open(io.BytesIO(picture.data)))


async def test_an_order_comes_back_as_pictures(backend):
    await backend.submit("one", order(png(faces=1)))

    status = await ended(backend, "one")
    result = await backend.fetch("one")

    assert (status.state, status.progress, status.error) == (JobState.DONE, 1.0, None)
    assert result.result.media_type == "image/png"
    assert (result.result.width, result.result.height) == (SIDE, SIDE)
    assert pixels(result.result)[SIDE // 2, SIDE // 2].tolist() == [PAINT] * 3
    assert (result.before.media_type, result.before.width) == ("image/jpeg", SIDE)
    assert result.numbered is None
    assert (result.swapped, result.was_reduced) == ((1,), False)
    assert [(face.number, face.yaw, face.box.right) for face in result.faces] == [(1, -3.5, 63.0)]


async def test_several_faces_are_numbered(backend):
    anna, ben = (WeightedTemplate(template(name), 1.0) for name in (b"anna", b"ben"))
    await backend.submit("two", replace(order(png(faces=3)), cast=((anna,), None, (ben,))))

    result = await done(backend, "two")

    assert result.swapped == (1, 3)
    assert [face.number for face in result.faces] == [1, 2, 3]
    assert result.numbered is not None
    assert pixels(result.numbered).shape == (SIDE, SIDE * 3, 3)


async def test_an_order_arrives_as_it_was_given(backend, engine):
    mix = tuple(WeightedTemplate(template(name), 1 / 3) for name in (b"a", b"\0\r\n--b", b"c"))
    options = Options(keep_mouth=True, sharpen=True)
    await backend.submit("mix", replace(order(), cast=(mix,), options=options))
    await done(backend, "mix")

    assert engine.swaps == [([(each.template, each.weight) for each in mix], options)]


async def test_one_template_may_go_to_several_faces(backend, engine):
    anna = WeightedTemplate(template(), 1.0)
    await backend.submit("twice", replace(order(png(faces=2)), cast=((anna,), (anna,))))
    await done(backend, "twice")

    assert [source for source, _ in engine.swaps] == [[(template(), 1.0)]] * 2


async def test_the_same_id_again_is_a_no_op(backend, engine):
    await backend.submit("same", order(png(mark=1)))
    first = await done(backend, "same")
    await backend.submit("same", order(png(faces=2)))

    assert await backend.fetch("same") == first
    assert len(engine.swaps) == 1


async def test_the_same_id_at_the_same_time_is_done_once(backend, engine):
    await asyncio.gather(*(backend.submit("same", order()) for _ in range(5)))
    await done(backend, "same")

    assert len(engine.swaps) == 1


async def test_a_check_that_waits_answers_at_the_end(backend, engine):
    engine.gate.clear()
    await backend.submit("slow", order())
    waiting = await waiting_for(backend, "slow")

    engine.gate.set()

    assert (await waiting).state is JobState.DONE


async def test_a_check_that_waited_in_vain_says_so(backend, engine):
    engine.gate.clear()
    await backend.submit("slow", order())

    for wait in (0.0, 0.01):
        status = await backend.check("slow", wait)
        assert (status.state, status.error) == (JobState.PROCESSING, None)
    with pytest.raises(BackendLost):
        await backend.fetch("slow")


async def test_canceling_wakes_who_waits_and_forgets(backend, engine):
    engine.gate.clear()
    await backend.submit("gone", order())
    await engine.has_begun()
    waiting = await waiting_for(backend, "gone")

    await backend.cancel("gone")

    assert (await waiting).state is JobState.CANCELED
    with pytest.raises(BackendLost):
        await backend.check("gone")


async def test_what_was_canceled_may_be_ordered_again(backend, engine):
    engine.gate.clear()
    await backend.submit("again", order())
    await engine.has_begun()
    await backend.cancel("again")
    await backend.submit("again", order(png(faces=2)))
    engine.gate.set()

    assert len((await done(backend, "again")).faces) == 2


async def test_what_waits_and_is_canceled_is_never_begun(backend, engine):
    engine.gate.clear()
    await backend.submit("runs", order())
    await engine.has_begun()
    await backend.submit("waits", order())
    await backend.cancel("waits")
    engine.gate.set()
    await done(backend, "runs")
    await backend.submit("last", order())
    await done(backend, "last")

    assert len(engine.swaps) == 2


async def test_too_many_orders_are_not_taken(backend, engine):
    engine.gate.clear()
    await backend.submit("runs", order())
    await backend.submit("waits", order())
    with pytest.raises(BackendBusy):
        await backend.submit("too-many", order())
    with pytest.raises(BackendLost):
        await backend.check("too-many")
    engine.gate.set()
    await done(backend, "waits")

    await backend.submit("too-many", order())
    await done(backend, "too-many")


SAMPLES = {"str": 'a "name"', "int": 7, "float": 2.5, "bool": True, "list[str]": ["-x", "-y"]}


def sample(kind):
    """Return an error with something in each of its fields."""
    return kind(**{field.name: SAMPLES[field.type] for field in dataclasses.fields(kind)})


async def test_every_error_is_told_whole(backend, engine):
    for kind in VisageError.kinds.values():
        engine.fails = sample(kind)
        await backend.submit(kind.code, order())

        status = await ended(backend, kind.code)

        assert status.state is (JobState.CANCELED if kind is Canceled else JobState.FAILED)
        assert type(status.error) is kind
        assert status.error.data() == engine.fails.data()
        with pytest.raises(kind) as raised:
            await backend.fetch(kind.code)
        assert raised.value.data() == engine.fails.data()


async def test_a_defect_is_told_as_one_and_the_next_order_is_done(backend, engine):
    engine.fails = ZeroDivisionError("a secret of the stack")
    await backend.submit("fails", order())

    status = await ended(backend, "fails")
    engine.fails = None
    await backend.submit("works", order())

    assert type(status.error) is Unexpected
    await done(backend, "works")


@pytest.mark.parametrize(
    ("target", "refusal"),
    [
        (NamedBytes("notes.txt", b"not a picture at all"), NotAPicture(name="notes.txt")),
        (png(faces=0, name="sea.png"), NoFace(name="sea.png")),
    ],
)
async def test_a_target_that_will_not_do_is_refused(backend, target, refusal):
    await backend.submit("bad", order(target))

    error = (await ended(backend, "bad")).error

    assert type(error) is type(refusal)
    assert error.data() == refusal.data()


async def test_a_list_beyond_the_faces_is_refused(backend):
    anna = WeightedTemplate(template(), 1.0)
    await backend.submit("few", replace(order(png(faces=1)), cast=(None, (anna,))))

    assert type((await ended(backend, "few")).error) is TooFewFaces


async def test_a_result_that_does_not_fit_is_refused(backend):
    await backend.submit("large", order(most_bytes=100))

    error = (await ended(backend, "large")).error

    assert type(error) is ResultTooLarge
    assert error.data()["limit"] == 100


async def test_a_face_is_learnt(backend):
    photos = [png(mark=1), png(mark=2), png(mark=3)]

    learnt = await backend.enrol(photos)

    assert (learnt.engine, learnt.photos, learnt.width) == ("fake", 3, SIDE / 3)
    assert learnt.data == bytes([1, 1, 1, 2, 2, 2, 3, 3, 3])


@pytest.mark.parametrize(
    "name", ["", "me.png", 'a"b;c.png', "two\r\nlines", "naïve 漢字.png", "50%"]
)
async def test_a_photo_is_refused_by_its_name(backend, name):
    with pytest.raises(NoFace) as raised:
        await backend.enrol([png(), png(faces=0, name=name)])

    assert raised.value.name == name


async def test_learning_may_fail_in_any_way(backend, engine):
    engine.fails = FaceTooSmall(name="me.png", width=20.5, least=40.0)
    with pytest.raises(FaceTooSmall) as raised:
        await backend.enrol([png()])
    assert raised.value.data() == engine.fails.data()

    engine.fails = RuntimeError("a secret of the stack")
    with pytest.raises(Unexpected):
        await backend.enrol([png()])

    engine.fails = None
    assert (await backend.enrol([png()])).photos == 1


@pytest.mark.parametrize("count", [0, 2])
async def test_faces_are_found(backend, count):
    seen = await backend.faces(png(faces=count))

    assert [face.number for face in seen.faces] == list(range(1, count + 1))
    assert seen.numbered.media_type == "image/jpeg"
    assert pixels(seen.numbered).shape == (seen.numbered.height, seen.numbered.width, 3)


async def test_a_file_without_a_picture_has_no_faces_to_find(backend):
    with pytest.raises(NotAPicture):
        await backend.faces(NamedBytes("a.txt", b"text"))


async def test_a_desk_that_closes_is_down(stack):
    backend, engine = stack.backend, stack.engine
    engine.gate.clear()
    await backend.submit("runs", order())
    await engine.has_begun()
    waiting = await waiting_for(backend, "runs")

    stack.desk.refuse()

    with pytest.raises(BackendDown):
        await waiting
    for call in (
        backend.submit("new", order()),
        backend.check("runs"),
        backend.enrol([png()]),
        backend.faces(png()),
    ):
        with pytest.raises(BackendDown):
            await call


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
