"""Marks that cannot be drawn into a picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal

MOST_SHOWN = 10


@dataclass(eq=False)
class MarkRefused(Refusal):
    """A visible mark is not as it has to be."""


@dataclass(eq=False)
class MarkTooLong(MarkRefused):
    """More characters than fit a corner; `length` and `limit` in characters."""

    length: int = 0
    limit: int = 0

    code: ClassVar[str] = "mark_too_long"
    says: ClassVar[str] = (
        "That mark has {length} characters and I draw up to {limit}; please shorten it."
    )


@dataclass(eq=False)
class MarkUnwritable(MarkRefused):
    """Characters that we have no shapes for, each once."""

    characters: str = ""

    code: ClassVar[str] = "mark_unwritable"
    says: ClassVar[str] = (
        "I cannot draw {characters} into a picture; please use Latin, Greek, Cyrillic, Chinese, "
        "Japanese or Korean letters, digits and punctuation for the mark."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, the first of the characters."""
        return {"characters": " ".join(self.characters[:MOST_SHOWN])}
