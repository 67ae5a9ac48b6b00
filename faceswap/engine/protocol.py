"""What every engine can do: find faces, learn one, put one in a picture, paint one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.options import Options
from faceswap.engine.media.frames import Canvas
from faceswap.engine.points import Points
from faceswap.engine.scenes.heads import HeadWanted, PaintedHead
from faceswap.engine.scenes.scene import Sitter

Pixels = NDArray[np.uint8]
"""A picture, (height, width, 3) uint8 RGB."""


class TargetFace(Protocol):
    """A face of a picture, with whatever the engine that found it keeps beside it."""

    @property
    def points(self) -> Points:
        """Return where its features are, always the same ones in the same order."""
        ...

    @property
    def found(self) -> FoundFace:
        """Return the face as everybody else knows it."""
        ...


Face = TypeVar("Face", bound=TargetFace)
Face_contra = TypeVar("Face_contra", bound=TargetFace, contravariant=True)
Source = TypeVar("Source")


Face_co = TypeVar("Face_co", bound=TargetFace, covariant=True)


class Search(Protocol[Face_co]):
    """A picture whose faces are being looked for."""

    def largest(self) -> Face_co | None:
        """Return the face that seems the largest as yet, or None; its number is not known.

        It may turn out otherwise. Where it is among all the faces, its `found.box` is the same.
        """
        ...

    def faces(self) -> Sequence[Face_co]:
        """Return all faces, numbered from left to right."""
        ...


class Animator(Protocol[Face_contra]):
    """One person of a clip on the way to become somebody else, frame after frame."""

    def swap(self, canvas: Canvas, face: Face_contra) -> None:
        """Swap the face in the next frame, in place."""
        ...


class Engine(Protocol[Face, Source]):
    """Values in, values out; safe to call from several threads at once.

    A still is swapped by `swap`. The frames of a clip are found by `follow`, each from the one
    before, and swapped by an `Animator`, which keeps what it saw.
    """

    @property
    def name(self) -> str:
        """Return the name its templates carry."""
        ...

    @property
    def provider(self) -> str:
        """Return what runs its networks, and on what."""
        ...

    @property
    def models(self) -> str:
        """Return where its networks are from, with the version."""
        ...

    def detect(
        self, picture: Pixels, *, quick: bool = False, known: Sequence[Box] = ()
    ) -> list[Face]:
        """Return the faces of a picture, numbered from left to right.

        Quickly, faces that lie or stand on their heads are not looked for. Faces that are `known`
        are left out.
        """
        ...

    def search(self, picture: Pixels) -> Search[Face]:
        """Begin to look for the faces of a picture, as `detect` does."""
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

    def sitter(self, source: Source) -> Sitter:
        """Return the colours of somebody's skin and hair, as far as they are known."""
        ...

    def head(self, source: Source, wanted: HeadWanted) -> PaintedHead:
        """Paint somebody's head onto a figure."""
        ...

    def follow(self, canvas: Canvas, face: Face) -> Face | None:
        """Find a face that was there a moment ago, about where it was; None if it is gone."""
        ...

    def moved(self, face: Face, points: Points) -> Face:
        """Return a face with its features elsewhere."""
        ...

    def likeness(self, canvas: Canvas, face: Face) -> Points:
        """Return what a face looks like, (n,) float32 of length 1; alike faces point alike."""
        ...

    def animate(self, source: Source, options: Options) -> Animator[Face]:
        """Return what swaps one person of a clip."""
        ...
