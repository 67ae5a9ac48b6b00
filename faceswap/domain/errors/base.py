"""What all errors are, and how one crosses a process."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, cast

MEGABYTE = 1024 * 1024


@dataclass(eq=False)
class VisageError(Exception):
    """Anything that went wrong and that somebody is told of.

    `says` is its sentence; `variants` has others, by name, for those cases that it does not fit.
    """

    code: ClassVar[str] = "error"
    says: ClassVar[str] = "Something went wrong."
    variants: ClassVar[dict[str, str]] = {}
    kinds: ClassVar[dict[str, type[VisageError]]] = {}

    def __init_subclass__(cls) -> None:
        """Register a class that has a code of its own."""
        if "code" in cls.__dict__:
            VisageError.kinds[cls.code] = cls

    def data(self) -> dict[str, Any]:
        """Return the error's fields as JSON values."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def words(self) -> dict[str, str]:
        """Return the fields as the sentence shows them."""
        return {
            name: f"{value:.0f}" if isinstance(value, float) else str(value)
            for name, value in self.data().items()
        }

    @property
    def variant(self) -> str:
        """Return which of the variants says it, '' for none of them."""
        return ""

    def __str__(self) -> str:
        return self.variants.get(self.variant, self.says).format(**self.words())


@dataclass(eq=False)
class Refusal(VisageError):
    """The asker can act on it."""


@dataclass(eq=False)
class Fault(VisageError):
    """Ours to mend."""


@dataclass(eq=False)
class Unexpected(Fault):
    """A defect; the log has the rest under the job's id."""

    code: ClassVar[str] = "unexpected"
    says: ClassVar[str] = (
        "Something went wrong on my side, so nothing was charged; if it happens again, please tell "
        "the server's owner."
    )


def from_wire(code: str, data: object) -> VisageError:
    """Rebuild an error from its code and data; an unknown or ill-formed one is `Unexpected`."""
    kind = VisageError.kinds.get(code)
    if kind is None or not isinstance(data, dict):
        return Unexpected()
    known = {field.name for field in dataclasses.fields(kind)}
    given = cast("dict[str, Any]", data)
    error = kind(**{name: value for name, value in given.items() if name in known})
    try:
        str(error)
    except (TypeError, ValueError):
        return Unexpected()
    return error
