"""What is ours to mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import Fault


@dataclass(eq=False)
class BackendFault(Fault):
    """The backend did not do its work; worth another attempt."""


@dataclass(eq=False)
class BackendDown(BackendFault):
    """It cannot be reached."""

    code: ClassVar[str] = "backend_down"
    says: ClassVar[str] = (
        "The swap engine is not answering just now, so nothing was charged; please try again in a "
        "few minutes."
    )


@dataclass(eq=False)
class BackendBusy(BackendFault):
    """It has no free slot."""

    code: ClassVar[str] = "backend_busy"
    says: ClassVar[str] = (
        "The swap engine has too much to do just now, so nothing was charged; please try again in "
        "a few minutes."
    )


@dataclass(eq=False)
class BackendLost(BackendFault):
    """It no longer knows the work, as after its restart."""

    code: ClassVar[str] = "backend_lost"
    says: ClassVar[str] = (
        "The swap engine was restarted while it worked on this, so nothing was charged; please try "
        "again."
    )


@dataclass(eq=False)
class TookTooLong(Fault):
    """Past the deadline."""

    code: ClassVar[str] = "took_too_long"
    says: ClassVar[str] = (
        "This took too long and was stopped; nothing was charged, please try again."
    )
