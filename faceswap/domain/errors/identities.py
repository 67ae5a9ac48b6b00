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
    says: ClassVar[str] = 'You have no id "{name}" yet; save a face under that name with /saveid.'
    variants: ClassVar[dict[str, str]] = {
        "nearest": 'You have no id "{name}"; did you mean "{nearest}"?',
        "others": 'You have no id "{name}"; /listid shows those you have.',
    }

    @property
    def variant(self) -> str:
        """Return 'nearest' where a name is like it, 'others' where there are some."""
        if self.nearest:
            return "nearest"
        return "others" if self.count else ""


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

    `why` is one of the variants, and `most` the number that was exceeded where that is why;
    `meant`, where it is known, is the list that was meant.
    """

    text: str = ""
    why: str = ""
    meant: str = ""
    most: int = 0

    code: ClassVar[str] = "bad_id_list"
    says: ClassVar[str] = (
        '"{text}" cannot be read as ids; write them as a,b,_ from left to right and mix with a+b.'
    )
    variants: ClassVar[dict[str, str]] = {
        "meant": '"{text}" cannot be read as ids; did you mean "{meant}"?',
        "empty": (
            '"{text}" cannot be read as ids: it is empty; write them as a,b,_ from left to right '
            "and mix with a+b."
        ),
        "long": (
            '"{text}" cannot be read as ids: it has more than {most} places; write them as a,b,_ '
            "from left to right and mix with a+b."
        ),
        "nobody": (
            '"{text}" cannot be read as ids: it names nobody; write them as a,b,_ from left to '
            "right and mix with a+b."
        ),
        "gap": (
            '"{text}" cannot be read as ids: a place between two commas is empty (use _ to skip a '
            "face); write them as a,b,_ from left to right and mix with a+b."
        ),
        "plus": (
            '"{text}" cannot be read as ids: a plus sign needs a name on both sides; write them as '
            "a,b,_ from left to right and mix with a+b."
        ),
        "one": (
            '"{text}" names several people and a portrait shows one; write one id, or mix with a+b.'
        ),
        "mixed": (
            '"{text}" cannot be read as ids: at most {most} ids can be mixed in one face; write '
            "them as a,b,_ from left to right and mix with a+b."
        ),
    }

    @property
    def variant(self) -> str:
        """Return 'meant' where it is known what was, else why it cannot be read."""
        return "meant" if self.meant else self.why

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long text cut."""
        text = self.text if len(self.text) <= 60 else f"{self.text[:60]}…"
        return {"text": text, "meant": self.meant, "most": str(self.most)}


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
