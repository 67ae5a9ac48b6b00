"""Faces are learnt from photos and found in pictures."""

from __future__ import annotations

import pytest

from faceswap.domain.errors import FaceTooSmall, NoFace, NotAPicture, Unexpected
from faceswap.domain.media import NamedBytes
from tests.contract.desk.orders import pixels
from tests.sidecar.engine import SIDE, png


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
