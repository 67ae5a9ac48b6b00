"""What a server's moderators can look up: one line for each job that ends and each change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class AuditLine:
    """Who did what in a server, and when.

    `event` names what happened, such as `credits-granted`; the catalogue has the sentence, and
    `words` what stands in it. `actor` is a member, or '' where nobody in particular did it.
    """

    id: int
    guild: str
    at: datetime
    actor: str
    event: str
    words: Mapping[str, str | int]
