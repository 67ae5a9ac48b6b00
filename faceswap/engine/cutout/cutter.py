"""Cuts people out of pictures with the networks and the faces of an engine."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Generic

import numpy as np

from faceswap.domain.errors import NobodyThere
from faceswap.domain.face import FoundFace
from faceswap.engine.cutout.cutout import Cutout, cut_out
from faceswap.engine.cutout.placing import put_before
from faceswap.engine.cutout.segment import Segmenter
from faceswap.engine.making import MadePlace
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.protocol import Engine, Face, Source

LEAST_SHARE = 0.004
"""Of a picture without a face, the part that has to be somebody's."""


class Cutter(Generic[Face, Source]):
    """Finds people and cuts them out; safe to call from several threads."""

    def __init__(self, engine: Engine[Face, Source]) -> None:
        self._engine = engine
        self._threads = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="cutout")
        self._segmenter = Segmenter(self._threads)

    def cut_out(self, picture: Pixels, name: str = "") -> Cutout:
        """Cut everybody out of a (height, width, 3) uint8 RGB picture.

        Args:
            picture: The picture.
            name: What its file is called, for the refusal.

        Raises:
            NobodyThere: There is no face, and hardly anything that could be somebody.
        """
        faces = [face.found for face in self._engine.detect(picture)]

        def rough(small: Pixels, near: Sequence[FoundFace]) -> Floats:
            people = self._segmenter(small, near)
            if not near and float(np.mean(people > 0.5)) < LEAST_SHARE:
                raise NobodyThere(name=name)
            return people

        return cut_out(picture, faces, rough)

    def put_before(self, cutout: Cutout, place: MadePlace) -> Pixels:
        """Return the people before a place; see `placing.put_before`."""
        return put_before(cutout, place)
