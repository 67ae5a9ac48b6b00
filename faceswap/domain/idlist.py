"""Lists of ids as members type them: `a,b,_` from left to right, `a+b` for a mix."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from faceswap.domain.errors import BadIdList, BadIdName, IdRefused
from faceswap.domain.identity import Shelf, name_key, parse_name, unknown_id
from faceswap.domain.signs import plain_signs

LEAVE = "_"
SOURCE = "*"
"""Stands for the face in the photo of a one-shot swap; no id can have this name."""
MOST_MIXED = 3
# As many as a picker or an autocomplete can offer.
MOST_SLOTS = 25
# What people type for a comma, and what they type around a plus sign.
BETWEEN = re.compile(r" ?[,;&/] ?| and | ", re.IGNORECASE)
PLUS = re.compile(r" ?\+ ?")


@dataclass(frozen=True, slots=True)
class Mix:
    """Up to three names that become one face; a name given twice weighs twice."""

    names: tuple[str, ...]

    @property
    def weights(self) -> dict[str, float]:
        """Return each name's share, in the order first given; the shares sum to 1."""
        shown = {name_key(name): name for name in reversed(self.names)}
        counts = Counter(name_key(name) for name in self.names)
        return {shown[key]: count / len(self.names) for key, count in counts.items()}

    def __str__(self) -> str:
        return "+".join(self.names)


Slot = Mix | None
"""Who goes to one face; None leaves the face as it is."""


@dataclass(frozen=True, slots=True)
class IdList:
    """Slots for the faces of a picture, from left to right; one alone means the largest face."""

    slots: tuple[Slot, ...]

    @property
    def is_single(self) -> bool:
        """Tell whether one id was given, without saying which face it is for."""
        return len(self.slots) == 1

    @property
    def wanted(self) -> int:
        """Return how many faces it asks to swap."""
        return sum(slot is not None for slot in self.slots)

    @property
    def has_source(self) -> bool:
        """Tell whether the face of a one-shot swap's photo goes to some face."""
        return any(SOURCE in slot.names for slot in self.slots if slot)

    @property
    def names(self) -> list[str]:
        """Return every name once, in order; the source's face has none."""
        seen: dict[str, str] = {}
        for slot in self.slots:
            for name in slot.names if slot else ():
                if name != SOURCE:
                    seen.setdefault(name_key(name), name)
        return list(seen.values())

    def beyond(self, faces: int) -> tuple[Mix, ...]:
        """Return who is named for faces that a picture of so many does not have."""
        return tuple(slot for slot in self.slots[faces:] if slot)

    def __str__(self) -> str:
        return ",".join(str(slot) if slot else LEAVE for slot in self.slots)


def parse_ids(text: str, *, has_source: bool = False) -> IdList:
    """Read a list of ids; white space around names, commas and plus signs is ignored.

    With `has_source`, `*` may stand for the face of a one-shot swap's photo.

    Raises:
        BadIdList: It is not a list of ids.
        BadIdName: A name in it cannot be one.
    """
    plain = plain_signs(text)
    try:
        return _parse(plain, has_source)
    except BadIdName:
        if meant := _meant(plain, has_source):
            raise BadIdList(text=text, meant=meant) from None
        raise


def _parse(text: str, has_source: bool) -> IdList:
    if not text.strip():
        raise BadIdList(text=text, why="empty")
    parts = [part.strip() for part in text.split(",")]
    if len(parts) > MOST_SLOTS:
        raise BadIdList(text=text, why="long", most=MOST_SLOTS)
    slots = tuple(_parse_slot(part, text, has_source) for part in parts)
    if not any(slots):
        raise BadIdList(text=text, why="nobody")
    return IdList(slots)


def shelved(ids: IdList, shelf: Shelf) -> IdList:
    """Return the list with each name as its member saved it.

    Raises:
        UnknownId: A name is not on the shelf.
    """
    spelt = {name_key(name): name for name in shelf.names} | {SOURCE: SOURCE}
    for name in ids.names:
        if name_key(name) not in spelt:
            raise unknown_id(name, shelf)
    return IdList(
        tuple(
            slot and Mix(tuple(spelt[name_key(name)] for name in slot.names)) for slot in ids.slots
        )
    )


def _meant(text: str, has_source: bool) -> str:
    """Return a list that was typed without its commas as it was meant, '' when that is none."""
    typed = PLUS.sub("+", " ".join(text.split()))
    try:
        return str(_parse(",".join(BETWEEN.split(typed)), has_source))
    except IdRefused:
        return ""


def _parse_slot(part: str, text: str, has_source: bool) -> Slot:
    if part == LEAVE:
        return None
    if not part:
        raise BadIdList(text=text, why="gap")
    typed = [name.strip() for name in part.split("+") if name.strip()]
    names = tuple(SOURCE if has_source and name == SOURCE else parse_name(name) for name in typed)
    if len(names) != part.count("+") + 1:
        raise BadIdList(text=text, why="plus")
    if len(names) > MOST_MIXED:
        raise BadIdList(text=text, why="mixed", most=MOST_MIXED)
    return Mix(names)
