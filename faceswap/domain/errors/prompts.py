"""Prompts: words that no picture can be made of, or may be."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal

MOST_FLAGS = 5
LONGEST_FLAG = 40


@dataclass(eq=False)
class PromptRefused(Refusal):
    """Something is wrong with a prompt."""


@dataclass(eq=False)
class EmptyPrompt(PromptRefused):
    """Nothing that could be shown."""

    code: ClassVar[str] = "empty_prompt"
    says: ClassVar[str] = (
        "There are no words to make a picture of; describe it, such as: me, a mad king in blue."
    )


@dataclass(eq=False)
class PromptTooLong(PromptRefused):
    """More words than are taken; `length` and `limit` in characters."""

    length: int = 0
    limit: int = 0

    code: ClassVar[str] = "prompt_too_long"
    says: ClassVar[str] = (
        "That description has {length} characters and I take up to {limit}; please shorten it."
    )


@dataclass(eq=False)
class UnknownPromptFlags(PromptRefused):
    """Flags that mean nothing here, in the order given; `takes` are those that do."""

    flags: list[str] = dataclasses.field(default_factory=list[str])
    takes: list[str] = dataclasses.field(default_factory=list[str])

    code: ClassVar[str] = "unknown_prompt_flags"
    says: ClassVar[str] = "I do not know {flags}; what can stand here is {takes}."

    def words(self) -> dict[str, str]:
        """Return the fields in words."""
        shown = ", ".join(flag[:LONGEST_FLAG] for flag in self.flags[:MOST_FLAGS])
        return {"flags": shown, "takes": ", ".join(self.takes)}


@dataclass(eq=False)
class NoPlace(PromptRefused):
    """Neither words nor a picture of where people are to be put."""

    code: ClassVar[str] = "no_place"
    says: ClassVar[str] = (
        "Say where to put them, such as: a beach at sunset, or upload a background."
    )


@dataclass(eq=False)
class ContentRefused(PromptRefused):
    """Nobody is to be shown like that."""


@dataclass(eq=False)
class SexualContent(ContentRefused):
    """What nobody is to be shown as, in any server."""

    code: ClassVar[str] = "sexual_content"
    says: ClassVar[str] = "I make no sexual pictures of people; please describe something else."


@dataclass(eq=False)
class WordBlocked(ContentRefused):
    """A word that a server's moderators do not want."""

    word: str = ""

    code: ClassVar[str] = "word_blocked"
    says: ClassVar[str] = (
        'This server\'s moderators do not allow "{word}" in descriptions; please leave it out.'
    )
