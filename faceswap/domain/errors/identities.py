"""Ids, and lists of them, that cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal


@dataclass(eq=False)
class IdRefused(Refusal):
    """Something is wrong with an id."""


@dataclass(eq=False)
class BadIdName(IdRefused):
    """Not a name an id can have."""

    name: str = ""

    code: ClassVar[str] = "bad_id_name"
    says: ClassVar[str] = (
        '"{name}" cannot be an id: use 1 to 10 letters and digits without spaces, such as me or '
        "anna2."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long name cut."""
        return {"name": self.name if len(self.name) <= 40 else f"{self.name[:40]}…"}


@dataclass(eq=False)
class UnknownId(IdRefused):
    """No such id; `nearest` is the closest name the member has, '' for none, of `count` ids."""

    name: str = ""
    nearest: str = ""
    count: int = 0

    code: ClassVar[str] = "unknown_id"

    def __str__(self) -> str:
        if self.nearest:
            return f'You have no id "{self.name}"; did you mean "{self.nearest}"?'
        if self.count:
            return f'You have no id "{self.name}"; /listid shows those you have.'
        return f'You have no id "{self.name}" yet; save a face under that name with /saveid.'


@dataclass(eq=False)
class TooManyIds(IdRefused):
    """The member's shelf is full."""

    limit: int = 0

    code: ClassVar[str] = "too_many_ids"
    says: ClassVar[str] = (
        "You have {limit} ids already, as many as are kept here; delete one with /delid, or save "
        "over a name you have."
    )


@dataclass(eq=False)
class NoDefaultId(IdRefused):
    """Nothing to swap in."""

    code: ClassVar[str] = "no_default_id"
    says: ClassVar[str] = (
        "You have no current id yet; save a face with /saveid, or choose an id with /setid."
    )


@dataclass(eq=False)
class BadIdList(IdRefused):
    """A list of ids that cannot be read.

    `why` ends the sentence's first half; `meant`, where it is known, is the list that was meant.
    """

    text: str = ""
    why: str = ""
    meant: str = ""

    code: ClassVar[str] = "bad_id_list"
    says: ClassVar[str] = (
        '"{text}" cannot be read as ids: {why}; write them as a,b,_ from left to right and mix '
        "with a+b."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long text cut."""
        text = self.text if len(self.text) <= 60 else f"{self.text[:60]}…"
        return {"text": text, "why": self.why}

    def __str__(self) -> str:
        if self.meant:
            return f'"{self.words()["text"]}" cannot be read as ids; did you mean "{self.meant}"?'
        return super().__str__()


@dataclass(eq=False)
class NobodyChosen(IdRefused):
    """A form that asks for ids came back empty."""

    code: ClassVar[str] = "nobody_chosen"
    says: ClassVar[str] = "Choose an id or type one."


@dataclass(eq=False)
class IdUnreadable(IdRefused):
    """The stored template cannot be opened any more (another key, or another engine)."""

    name: str = ""

    code: ClassVar[str] = "id_unreadable"
    says: ClassVar[str] = (
        'The id "{name}" was saved with settings that are gone; please save it again with /saveid.'
    )
