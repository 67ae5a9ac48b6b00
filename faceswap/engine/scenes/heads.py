"""What paints the head of somebody onto a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeVar

from faceswap.engine.scenes.scene import Hair, Head, Light, Mood, Sitter, View
from faceswap.engine.scenes.svg import Rgba

Source_contra = TypeVar("Source_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of a picture that lies over it, its corner `left` and `top` pixels from the edges."""

    left: int
    top: int
    pixels: Rgba


@dataclass(frozen=True, slots=True)
class PaintedHead:
    """A head in two layers, between which the body lies.

    `behind` is the hair that hangs down behind, and the neck; `front` is the skull with ears, face
    and hair.
    """

    behind: Patch
    front: Patch


@dataclass(frozen=True, slots=True)
class HeadWanted:
    """How a head is to be painted: where, in what light, with what hair and what expression.

    `view` is what the picture shows of the sheet, `width` and `height` its pixels.
    """

    head: Head
    light: Light
    sitter: Sitter
    hair: Hair
    mood: Mood
    view: View
    width: int
    height: int


class HeadPainter(Protocol[Source_contra]):
    """Paints heads of people it has opened."""

    def sitter(self, source: Source_contra) -> Sitter:
        """Return the colours of somebody's skin and hair, as far as they are known."""
        ...

    def head(self, source: Source_contra, wanted: HeadWanted) -> PaintedHead:
        """Paint somebody's head."""
        ...
