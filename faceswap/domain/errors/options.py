"""Flags that cannot be followed."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Refusal


@dataclass(eq=False)
class OptionRefused(Refusal):
    """Something is wrong with a flag."""


@dataclass(eq=False)
class UnknownFlags(OptionRefused):
    """Flags nobody defined; `flags` is a list in the order given."""

    flags: list[str] = dataclasses.field(default_factory=list[str])

    code: ClassVar[str] = "unknown_flags"
    says: ClassVar[str] = (
        "I do not know {flags}; the options are -m, -f, -s, --mute and --webm, and /help explains "
        "them."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words."""
        return {"flags": ", ".join(flag[:40] for flag in self.flags[:5])}


@dataclass(eq=False)
class BadFlagValue(OptionRefused):
    """A flag with a value it cannot take; it takes a whole number from `least` to `most`."""

    flag: str = ""
    value: str = ""
    least: int = 0
    most: int = 0

    code: ClassVar[str] = "bad_flag_value"
    says: ClassVar[str] = '{flag} takes a whole number from {least} to {most}, not "{value}".'


@dataclass(eq=False)
class PackMissing(OptionRefused):
    """A flag that needs models which are not there."""

    flag: str = ""
    pack: str = ""

    code: ClassVar[str] = "pack_missing"
    says: ClassVar[str] = (
        "{flag} needs the model pack {pack}, which does not exist yet; please leave {flag} out."
    )
