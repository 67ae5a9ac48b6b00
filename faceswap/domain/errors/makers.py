"""Pictures that cannot be made from words, or not put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal
from faceswap.domain.errors.faults import BackendFault
from faceswap.domain.errors.pictures import PictureRefused


@dataclass(eq=False)
class NotAStill(PictureRefused):
    """A clip, where people are to be put before another background."""

    code: ClassVar[str] = "not_a_still"
    says: ClassVar[str] = (
        "{name} moves, and I can change the background of still pictures only; please send a photo."
    )


@dataclass(eq=False)
class MakingRefused(Refusal):
    """It is not made of these words."""


@dataclass(eq=False)
class MakerRefused(MakingRefused):
    """The generator has rules of its own, or what it made was not fit to be shown."""

    code: ClassVar[str] = "maker_refused"
    says: ClassVar[str] = (
        "The picture generator will not make a picture of these words, so nothing was charged; "
        "please try others."
    )


@dataclass(eq=False)
class NoFaceMade(MakingRefused):
    """A generator's pictures show no face that could be swapped."""

    code: ClassVar[str] = "no_face_made"
    says: ClassVar[str] = (
        "None of the pictures made of those words shows a face large enough, so nothing was "
        "charged; please describe one person whose face can be seen."
    )


@dataclass(eq=False)
class MakerDown(BackendFault):
    """What makes pictures from words cannot be reached, or answers with something else."""

    code: ClassVar[str] = "maker_down"
    says: ClassVar[str] = (
        "The picture generator is not answering as it should just now, so nothing was charged; "
        "please try again in a few minutes."
    )
