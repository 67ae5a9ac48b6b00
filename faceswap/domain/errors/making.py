"""Why a picture was not made from words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal
from faceswap.domain.errors.faults import BackendFault


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
class MakerDown(BackendFault):
    """The generator cannot be reached, or makes no sense."""

    code: ClassVar[str] = "maker_down"
    says: ClassVar[str] = (
        "The picture generator is not answering just now, so nothing was charged; please try again "
        "in a few minutes."
    )
