"""A saved face and the names it may have."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches

from faceswap.domain.errors import BadIdName, UnknownId

LONGEST_NAME = 10


def parse_name(text: str) -> str:
    """Return a name as it is kept: trimmed, NFC, case as typed.

    Raises:
        BadIdName: It is not 1 to 10 letters and digits.
    """
    name = unicodedata.normalize("NFC", text.strip())
    if not 1 <= len(name) <= LONGEST_NAME or not all(_is_letter_or_digit(sign) for sign in name):
        raise BadIdName(name=text.strip())
    return name


def name_key(name: str) -> str:
    """Return what two names have in common that differ in case alone."""
    return unicodedata.normalize("NFC", name.casefold())


def nearest_name(name: str, names: list[str], alike: float = 0.5) -> str:
    """Return the name among `names` most like `name`, or '' when none is near.

    `alike` is how much of the two has to be the same, 0 to 1.
    """
    by_key = {name_key(known): known for known in names}
    close = get_close_matches(name_key(name), list(by_key), n=1, cutoff=alike)
    return by_key[close[0]] if close else ""


def _is_letter_or_digit(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] in "LM" or category == "Nd"


@dataclass(frozen=True, slots=True)
class Identity:
    """A saved face without its template, which stays in the store until an engine needs it.

    `owner` is the member's id, `engine` the template's format, `photos` how many were fused,
    `face_width` the width in pixels of the largest face learnt from.
    """

    owner: str
    name: str
    engine: str
    photos: int
    face_width: float
    created: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a member has saved: identities oldest first, and the current id list ('' for none)."""

    identities: tuple[Identity, ...]
    default: str

    @property
    def names(self) -> list[str]:
        """Return the names, oldest first."""
        return [identity.name for identity in self.identities]


def unknown_id(name: str, shelf: Shelf) -> UnknownId:
    """Return the refusal of a name that is not on a shelf, with the nearest one that is."""
    names = shelf.names
    return UnknownId(name=name, nearest=nearest_name(name, names), count=len(names))
