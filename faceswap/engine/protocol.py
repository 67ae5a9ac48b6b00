"""What every engine can do: find faces, learn one, put one in a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from faceswap.domain.face import FoundFace, Template
from faceswap.domain.options import Options

Pixels = NDArray[np.uint8]
"""A picture, (height, width, 3) uint8 RGB."""


class TargetFace(Protocol):
    """A face of a picture, with whatever the engine that found it keeps beside it."""

    @property
    def found(self) -> FoundFace:
        """Return the face as everybody else knows it."""
        ...


Face = TypeVar("Face", bound=TargetFace)
Source = TypeVar("Source")


class Engine(Protocol[Face, Source]):
    """Values in, values out; never knows whether a picture is a video's frame.

    Safe to call from several threads at once.
    """

    @property
    def name(self) -> str:
        """Return the name its templates carry."""
        ...

    def detect(self, picture: Pixels) -> list[Face]:
        """Return the faces of a picture, numbered from left to right."""
        ...

    def enrol(self, photos: Sequence[tuple[str, Pixels]]) -> Template:
        """Learn one face from named photos of it, the largest face of each.

        Raises:
            FaceRefused: A photo shows no face that can be learnt.
        """
        ...

    def open(self, cast: Sequence[tuple[Template, float]]) -> Source:
        """Make the templates of one mix ready for use; the weights sum to 1.

        Raises:
            IdUnreadable: A template is not of this engine.
        """
        ...

    def swap(self, picture: Pixels, face: Face, source: Source, options: Options) -> Pixels:
        """Return a copy of the picture with one of its faces swapped."""
        ...
