"""Pictures whose faces will not do."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal


@dataclass(eq=False)
class FaceRefused(Refusal):
    """There is no face we can work with in the file called `name`."""

    name: str = ""

    def words(self) -> dict[str, str]:
        """Return the fields in words; a nameless file is 'that picture'."""
        return super().words() | {"name": self.name or "that picture"}


@dataclass(eq=False)
class NoFace(FaceRefused):
    """No face was found."""

    code: ClassVar[str] = "no_face"
    says: ClassVar[str] = (
        "I found no face in {name}; please send one that shows a face clearly and not from behind."
    )


@dataclass(eq=False)
class TooFewFaces(FaceRefused):
    """The first place of an id list that is not `_` lies beyond the faces `found`."""

    found: int = 0
    place: int = 0

    code: ClassVar[str] = "too_few_faces"
    says: ClassVar[str] = (
        "The list asks for face {place} from the left, but {name} has only {found}; please shorten "
        "the list."
    )


@dataclass(eq=False)
class FaceTooSmall(FaceRefused):
    """A face too small to use; widths in pixels."""

    width: float = 0.0
    least: float = 0.0

    code: ClassVar[str] = "face_too_small"
    says: ClassVar[str] = (
        "The face in {name} is only {width} pixels wide and I need {least}; please send one that "
        "shows it closer or larger."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words; a width just below what is needed is not rounded up to it."""
        return super().words() | {"width": str(math.floor(self.width))}


@dataclass(eq=False)
class FaceTooBlurred(FaceRefused):
    """A face too blurred to learn from; width in pixels."""

    width: float = 0.0

    code: ClassVar[str] = "face_too_blurred"
    says: ClassVar[str] = (
        "The face in {name} ({width} pixels wide) is too blurred to learn from; please send a "
        "sharper picture."
    )


@dataclass(eq=False)
class FaceTurnedAway(FaceRefused):
    """A face turned further than its mesh can be trusted; degrees of yaw."""

    yaw: float = 0.0

    code: ClassVar[str] = "face_turned_away"
    says: ClassVar[str] = (
        "The face in {name} is turned {yaw} degrees to the side; please send one that looks more "
        "towards the camera."
    )


@dataclass(eq=False)
class NobodyThere(FaceRefused):
    """A picture out of which somebody was to be cut shows nobody."""

    code: ClassVar[str] = "nobody_there"
    says: ClassVar[str] = (
        "I found nobody in {name} whom I could put somewhere else; please send one in which a "
        "person is seen clearly."
    )
