"""A surveyor of clips made of words."""

from __future__ import annotations

from collections import deque

from faceswap.domain.clip import Appearance, ClipFacts
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.ports import Survey
from tests.fakes.media import facts_in, found_in
from tests.fakes.plays import Hangs


class ScriptedSurveyor:
    """A `Surveyor` of clips made of words, after raising what it was given to raise.

    While it has a `Hangs`, each survey waits for it.
    """

    def __init__(self) -> None:
        self.errors: deque[Exception] = deque()
        self.measured: list[str] = []
        self.surveyed: list[str] = []
        self.at_once = 0
        self.most_at_once = 0
        self.hangs: Hangs | None = None

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        self.measured.append(clip.name)
        if self.errors:
            raise self.errors.popleft()
        return facts_in(clip.data)

    async def survey(self, clip: NamedBytes) -> Survey:
        self.surveyed.append(clip.name)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        try:
            if self.hangs:
                self.hangs.reached.set()
                await self.hangs.released.wait()
            if self.errors:
                raise self.errors.popleft()
            return _survey(clip.data)
        finally:
            self.at_once -= 1


def _survey(data: bytes) -> Survey:
    facts, faces = facts_in(data), found_in(data)
    appearances = tuple(Appearance(face.number, 0.0, facts.seconds, facts.frames) for face in faces)
    return Survey(facts, faces, appearances, Encoded(b"numbered clip", "image/png", 320, 240))
