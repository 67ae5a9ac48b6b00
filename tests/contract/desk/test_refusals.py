"""What is refused or fails is told whole, and nothing else suffers from it."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from faceswap.domain.errors import (
    Canceled,
    NoFace,
    NotAPicture,
    ResultTooLarge,
    TooFewFaces,
    Unexpected,
    VisageError,
)
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.ports import WeightedTemplate
from tests.contract.desk.orders import done, ended
from tests.sidecar.engine import order, png, template

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
