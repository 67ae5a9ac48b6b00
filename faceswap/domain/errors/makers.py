"""Pictures that cannot be made from words, or not put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.pictures import PictureRefused


@dataclass(eq=False)
class NotAStill(PictureRefused):
    """A clip, where people are to be put before another background."""

    code: ClassVar[str] = "not_a_still"
    says: ClassVar[str] = (
        "{name} moves, and I can change the background of still pictures only; please send a photo."
    )
