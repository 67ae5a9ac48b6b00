"""Saved faces, and all that is kept about a member."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from faceswap.domain.face import Template
from faceswap.domain.identity import Identity, Shelf
from faceswap.domain.job import Job


class Identities(Protocol):
    """Saved faces, by member. Names are compared without case."""

    async def save(
        self, owner: str, name: str, template: Template, *, limit: int, now: datetime
    ) -> bool:
        """Save a template, make it the current id, and tell whether the name was there before.

        Raises:
            TooManyIds: The name is new and the member has `limit` already.
        """
        ...

    async def shelf(self, owner: str) -> Shelf:
        """Return what a member has saved."""
        ...

    async def identity(self, owner: str, name: str) -> Identity | None:
        """Return one identity, if the member has it."""
        ...

    async def template(self, owner: str, name: str) -> Template | None:
        """Return one template, if the member has it.

        Raises:
            IdUnreadable: It is there and cannot be opened.
        """
        ...

    async def set_default(self, owner: str, ids: str) -> None:
        """Make an id list (with its flags) the current one."""
        ...

    async def delete(self, owner: str, name: str) -> bool:
        """Erase an identity and its template, and tell whether it was there.

        A current id list that names it is cleared.
        """
        ...

    async def delete_all(self, owner: str) -> int:
        """Erase all identities of a member and tell how many there were."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept about a member, counted.

    `swaps` are those whose pictures are still there, `pictures` these, what was sent and what was
    made; `open` swaps are not over; of `past` ones only what they cost is left. `accounts` is in
    how many places credits were counted, `movements` how often; `bans` are servers' decisions.
    """

    ids: tuple[str, ...]
    swaps: int
    open: int
    pictures: int
    past: int
    accounts: int
    movements: int
    bans: int


@dataclass(frozen=True, slots=True)
class Record:
    """All that is kept about a member but the pictures: `templates` by name, as engines read them.

    Movements have the columns of the ledger, bans those of their table.
    """

    shelf: Shelf
    templates: Mapping[str, bytes] = field(repr=False)
    jobs: tuple[Job, ...]
    movements: tuple[Mapping[str, object], ...]
    bans: tuple[Mapping[str, object], ...]


class Members(Protocol):
    """What is kept about members, wherever it is kept."""

    async def kept(self, owner: str) -> Kept:
        """Return what is kept about a member, counted."""
        ...

    async def record(self, owner: str) -> Record:
        """Return what is kept about a member; templates that do not open any more are left out."""
        ...

    async def open_jobs(self, owner: str) -> list[str]:
        """Return the ids of a member's jobs that are not over."""
        ...

    async def erase(self, owner: str, now: datetime) -> list[str] | None:
        """Erase all that is kept about a member; return the blobs set free.

        Movements of credits stay under a name that leads to nobody, and so does, until the day is
        over, what was spent of its allowance: whoever comes back on that day has only the rest.
        Return None, and do nothing, while a job of the member is not over.
        """
        ...

    async def unname(self, now: datetime) -> None:
        """Cut the last tie of members who were erased on days that are over."""
        ...
