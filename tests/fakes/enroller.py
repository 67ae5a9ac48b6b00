"""An enroller that learns from words."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from faceswap.domain.errors import NoFace, NotAPicture
from faceswap.domain.face import Template
from faceswap.domain.media import NamedBytes
from tests.fakes.media import faces_in


class ScriptedEnroller:
    """An `Enroller` that learns from `b"face of ..."`, after raising what it was given to raise."""

    def __init__(self) -> None:
        self.errors: deque[Exception] = deque()
        self.photos: list[Sequence[NamedBytes]] = []

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        self.photos.append(photos)
        if self.errors:
            raise self.errors.popleft()
        for photo in photos:
            if faces_in(photo.data) == 0 and photo.data.startswith(b"picture"):
                raise NoFace(name=photo.name)
            if not photo.data.startswith(b"face of "):
                raise NotAPicture(name=photo.name)
        learnt = b" and ".join(photo.data.removeprefix(b"face of ") for photo in photos)
        return Template("fake", learnt, 120.0, len(photos))
