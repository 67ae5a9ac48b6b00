"""What members type where ids are asked: a list of ids, and flags."""

from __future__ import annotations

from dataclasses import dataclass

from faceswap.domain.errors import IdRefused
from faceswap.domain.identity import name_key
from faceswap.domain.idlist import IdList, parse_ids
from faceswap.domain.options import Options, parse_options, split_flags


@dataclass(frozen=True, slots=True)
class Typed:
    """Ids, None when nobody was named, and flags."""

    ids: IdList | None
    options: Options

    def __str__(self) -> str:
        parts = (str(self.ids) if self.ids else "", str(self.options))
        return " ".join(part for part in parts if part)


def parse_typed(text: str, *, has_source: bool = False) -> Typed:
    """Read ids and the flags around them.

    Raises:
        IdRefused: The ids cannot be read.
        OptionRefused: The flags cannot be had.
    """
    ids, flags = split_flags(text)
    return Typed(
        parse_ids(ids, has_source=has_source) if ids else None,
        parse_options(flags),
    )


def names_it(text: str, name: str) -> bool:
    """Tell whether a stored id list names an id; one that cannot be read is taken to."""
    ids, _ = split_flags(text)
    try:
        return name_key(name) in {name_key(known) for known in parse_ids(ids).names}
    except IdRefused:
        return True
