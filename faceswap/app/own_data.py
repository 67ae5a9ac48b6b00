"""What is kept about a member: told, handed over, and erased, whenever they ask."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import structlog

from faceswap.app.canceling import cancel
from faceswap.app.context import App
from faceswap.domain.errors import JobGone, StillAtWork
from faceswap.domain.identity import Identity
from faceswap.domain.job import Job, StoredFile
from faceswap.domain.job_object import job_object
from faceswap.ports import Kept, Record

log = structlog.get_logger()

MOST_ROUNDS = 5
"""How often open jobs are canceled before a member is erased: new ones may come in meanwhile."""
ROOM = 64 * 1024
"""Bytes that are left for the archive's own list of files."""


@dataclass(frozen=True, slots=True)
class Archive:
    """What is kept about a member, as a ZIP file; `left_out` pictures did not fit into it."""

    data: bytes
    pictures: int
    left_out: int


async def kept(app: App, owner: str) -> Kept:
    """Return what is kept about a member, counted."""
    return await app.members.kept(owner)


async def hand_over(app: App, owner: str, *, readme: str, most_bytes: int) -> Archive:
    """Return all that is kept about a member as one file of `most_bytes` at most.

    The newest pictures go first; those that do not fit are left out. `readme` explains the rest.
    """
    record = await app.members.record(owner)
    files = {"README.txt": readme.encode(), **_documents(record)}
    left = most_bytes - ROOM - sum(map(len, files.values()))
    pictures = left_out = 0
    for name, file in _pictures(record.jobs):
        data = await _read(app, file)
        if data is None:
            continue
        if len(data) > left:
            left_out += 1
            continue
        files[name] = data
        left -= len(data)
        pictures += 1
    return Archive(await asyncio.to_thread(_zipped, files), pictures, left_out)


async def erase(app: App, owner: str) -> Kept:
    """Erase all that is kept about a member, and tell what it was; it is gone when this returns.

    What is open is canceled first. Movements of credits stay, as nobody's, so that what others have
    still adds up.

    Raises:
        StillAtWork: New swaps were asked for meanwhile, again and again; nothing was erased.
    """
    for _ in range(MOST_ROUNDS):
        for job_id in await app.members.open_jobs(owner):
            await _cancel(app, job_id, owner)
        had = await app.members.kept(owner)
        freed = await app.members.erase(owner, app.clock.now())
        if freed is not None:
            await app.blobs.delete(freed)
            log.info("member erased", ids=len(had.ids), swaps=had.swaps)
            return had
    raise StillAtWork


async def _cancel(app: App, job_id: str, owner: str) -> None:
    try:
        await cancel(app, job_id, owner)
    except JobGone:
        log.info("job was over before it could be canceled", job=job_id)


def _documents(record: Record) -> dict[str, bytes]:
    """Return what is no picture: three lists as JSON, and the templates as engines read them."""
    lists: dict[str, object] = {
        "ids.json": {
            "current": record.shelf.default,
            "ids": [_identity(each) for each in record.shelf.identities],
        },
        "swaps.json": [job_object(job) for job in record.jobs],
        "credits.json": record.movements,
        "bans.json": record.bans,
    }
    templates = {f"ids/{name}.template": data for name, data in record.templates.items()}
    return {name: _json(each) for name, each in lists.items()} | templates


def _identity(identity: Identity) -> Mapping[str, object]:
    return {name: value for name, value in asdict(identity).items() if name != "owner"}


def _pictures(jobs: Sequence[Job]) -> Iterator[tuple[str, StoredFile]]:
    """Return the stored files of jobs under names of their own, results of the newest job first."""
    for job in sorted(jobs, key=lambda job: job.created, reverse=True):
        outcome = job.outcome.pictures if job.outcome else ()
        making = job.request.making
        files = [picture.result for picture in outcome] + list(job.request.targets)
        files.append(making.background if making else None)
        for number, file in enumerate((file for file in files if file), 1):
            yield f"pictures/{job.id}/{number}-{_harmless(file.name)}", file


def _harmless(name: str) -> str:
    """Return a member's file name as one that leads nowhere else when it is unpacked."""
    return re.sub(r"[^\w.() -]", "_", name)


async def _read(app: App, file: StoredFile) -> bytes | None:
    try:
        return await app.blobs.get(file.blob)
    except KeyError:
        return None


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: Any) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def _zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file. Pictures are packed as they are: they do not become smaller."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            is_text = name.endswith((".txt", ".json"))
            how = zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=how)
    return packed.getvalue()
