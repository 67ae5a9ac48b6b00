"""Who is in the sample pictures, and what is measured on their faces."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faceswap.domain.face import Template
from faceswap.domain.options import Options
from faceswap.engine.mesh.detail import FaceDetail
from faceswap.engine.mesh.engine import MeshEngine, MeshFace
from tests.engine import pictures

SIX = ("one", "two", "three", "four", "five", "six")
EVERYBODY = ("astronaut", "grey man", *SIX)
PLAIN = Options()


@dataclass(frozen=True)
class Person:
    """A picture and the face in it that is meant."""

    picture: np.ndarray
    face: MeshFace

    @property
    def points(self) -> np.ndarray:
        return self.face.mesh.points

    @property
    def width(self) -> float:
        return self.face.found.box.width

    def closer(self, margin: float = 0.7) -> np.ndarray:
        """Return the picture cut down to this face."""
        box, reach = self.face.found.box, self.face.found.box.width * margin
        height, width = self.picture.shape[:2]
        rows = slice(max(0, int(box.top - reach)), min(height, int(box.bottom + reach)))
        columns = slice(max(0, int(box.left - reach)), min(width, int(box.right + reach)))
        return np.ascontiguousarray(self.picture[rows, columns])


class People:
    """Everybody by name: the astronaut, the grey man, and six from left to right."""

    def __init__(self, engine: MeshEngine) -> None:
        self.engine = engine
        self.of = lru_cache(maxsize=None)(self._of)
        self.template = lru_cache(maxsize=None)(self._template)
        self.near = lru_cache(maxsize=None)(self._near)
        self._learnt = lru_cache(maxsize=64)(self._learn)

    def only(self, picture: np.ndarray) -> Person:
        """Return the one person of a picture."""
        (face,) = self.engine.detect(picture)
        return Person(picture, face)

    def _of(self, name: str) -> Person:
        if name in SIX:
            faces = self.engine.detect(pictures.six())
            return Person(pictures.six(), faces[SIX.index(name)])
        named = {"astronaut": pictures.astronaut, "grey man": pictures.grey_man}
        return self.only(named[name]())

    def _near(self, name: str, times: int = 3) -> Person:
        """Return a person alone in the picture and so many times as large."""
        return self.only(pictures.scaled(self.of(name).closer(), times))

    def _template(self, name: str) -> Template:
        return self.engine.enrol([(name, self.of(name).closer())])

    def source(self, name: str) -> FaceDetail:
        return self.engine.open([(self.template(name), 1.0)])

    def learnt(self, picture: np.ndarray) -> FaceDetail:
        """Return the face of a picture that is no file, as a source."""
        return self._learnt(picture.tobytes(), picture.shape)

    def _learn(self, data: bytes, shape: tuple[int, ...]) -> FaceDetail:
        picture = np.frombuffer(data, np.uint8).reshape(shape)
        return self.engine.open([(self.engine.enrol([("photo", picture)]), 1.0)])

    def swapped(
        self, target: Person, source: str | FaceDetail, options: Options = PLAIN
    ) -> np.ndarray:
        source = self.source(source) if isinstance(source, str) else source
        return self.engine.swap(target.picture, target.face, source, options)
