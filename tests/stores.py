"""The real stores on real files, for tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from faceswap.domain.idlist import parse_ids
from faceswap.domain.job import Job, StoredFile, SwapRequest, Verb
from faceswap.domain.options import Options
from faceswap.ports import NewJob
from faceswap.storage.audit import StoredAudit
from faceswap.storage.cipher import Cipher
from faceswap.storage.database import Database, open_database
from faceswap.storage.erasures import StoredErasures
from faceswap.storage.guilds import StoredGuilds
from faceswap.storage.identities import StoredIdentities
from faceswap.storage.job_lists import StoredJobLists
from faceswap.storage.jobs import StoredJobs
from faceswap.storage.ledger import StoredLedger
from faceswap.storage.members import StoredMembers
from faceswap.storage.promises import StoredPromises
from tests.fakes.clock import NOON
from tests.fakes.media import facts_in, video

KEY = bytes(range(32))
ALLOWANCE = 50


@dataclass
class Stores:
    path: Path
    database: Database
    identities: StoredIdentities
    jobs: StoredJobs
    ledger: StoredLedger
    lists: StoredJobLists
    promises: StoredPromises
    audit: StoredAudit
    members: StoredMembers
    guilds: StoredGuilds
    erasures: StoredErasures

    def ports(self) -> dict[str, Any]:
        """Return the stores as an `App` is given them."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: store for name, store in named.items() if name not in {"path", "database"}}


_migrated: list[bytes] = []


async def place_database(path: Path) -> None:
    """Put a migrated, empty file in place: a copy, as migrating takes longer than most tests."""
    if not _migrated:
        await (await open_database(path)).close()
        _migrated.append(await asyncio.to_thread(path.read_bytes))
    await asyncio.to_thread(_place, path, _migrated[0])


def _place(path: Path, data: bytes) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(data)


@asynccontextmanager
async def open_stores(path: Path, key: bytes = KEY) -> AsyncGenerator[Stores]:
    """Open the stores of a file, made when missing, and close them behind."""
    if not await asyncio.to_thread(path.exists):
        await place_database(path)
    database = await open_database(path)
    cipher = Cipher(key)
    try:
        yield Stores(
            path,
            database,
            StoredIdentities(database, cipher),
            StoredJobs(database, cipher),
            StoredLedger(database),
            StoredJobLists(database, cipher),
            StoredPromises(database, cipher),
            StoredAudit(database),
            StoredMembers(database, cipher),
            StoredGuilds(database),
            StoredErasures(database),
        )
    finally:
        await database.close()


def stored_file(blob: str, name: str = "party.png") -> StoredFile:
    return StoredFile(blob, name, "image/png", 1234)


def swap_request(
    ids: str | None = "anna", targets: tuple[str, ...] = ("target",), source: str | None = None
) -> SwapRequest:
    return SwapRequest(
        verb=Verb.SWAPID if source is None else Verb.FACESWAP,
        targets=tuple(stored_file(target) for target in targets),
        ids=parse_ids(ids, has_source=source is not None) if ids else None,
        source=stored_file(source, "me.jpg") if source else None,
        options=Options(keep_mouth=True),
        private=False,
        most_bytes=10_000_000,
    )


def clip_request(
    ids: str | None = "anna", targets: tuple[str, ...] = ("target",), source: str | None = None
) -> SwapRequest:
    """Return a request whose targets are videos of four seconds."""
    request = swap_request(ids, targets, source)
    facts = facts_in(video())
    return replace(request, targets=tuple(replace(each, clip=facts) for each in request.targets))


def new_job(
    name: str,
    *,
    owner: str = "member",
    account: str = "account",
    request: SwapRequest | None = None,
    **more: object,
) -> NewJob:
    """Return a job called `name`, asked for under the key `key of name`."""
    values: dict[str, object] = {
        "key": f"key of {name}",
        "address": f"address of {name}",
        "deadline": NOON + timedelta(minutes=10),
        **more,
    }
    return NewJob(
        id=name, owner=owner, account=account, request=request or swap_request(), **values
    )


async def claimed(jobs: StoredJobs, new: NewJob, hold: int = 1) -> Job:
    """Open a job and claim it."""
    await jobs.open(new, hold=hold, allowance=ALLOWANCE, now=NOON)
    job = await jobs.claim(NOON)
    assert job is not None
    assert job.id == new.id
    return job
