"""Asking for swaps, again, and asking for them to be forgotten."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace

from faceswap.app.choosing import choose
from faceswap.app.context import App
from faceswap.app.files import refuse_files
from faceswap.domain.credits import Balance, price
from faceswap.domain.errors import JobGone, NotEnoughCredits, NotYours
from faceswap.domain.face import Template
from faceswap.domain.idlist import shelved
from faceswap.domain.job import Job, JobState, StoredFile, SwapRequest, Verb, faces_wanted
from faceswap.domain.media import NamedBytes
from faceswap.domain.typed import Typed, parse_typed
from faceswap.ports import NewJob

AS_IT_ARRIVED = "application/octet-stream"
"""The media type of a file that nobody has opened yet."""
SMALLER = " smaller"
"""Ends the key of a job that was asked for again because its result was too large to post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A swap somebody asks for.

    `ids_text` None means the current ids; flags may stand behind the ids and in `options_text`. A
    one-shot swap has a `source`, a photo of the face, and needs no ids. `key` makes the same ask
    twice one job; `address` is for the notifier; `most_bytes` is what may be posted there.
    """

    verb: Verb
    owner: str
    account: str
    key: str
    address: str
    most_bytes: int
    targets: tuple[NamedBytes, ...]
    ids_text: str | None = None
    options_text: str = ""
    source: NamedBytes | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """A job somebody asks for once more, with other ids where `ids_text` names some.

    Where the job was a one-shot swap, `*` stands for its face in `ids_text`. For the rest, see
    `Ask`.
    """

    job_id: str
    owner: str
    account: str
    key: str
    address: str
    most_bytes: int
    ids_text: str | None = None


async def submit(app: App, ask: Ask) -> Job:
    """Accept a swap: keep its pictures, hold its price and queue it.

    Raises:
        Refusal: It cannot be done as asked; nothing is kept and nothing is held.
    """
    if known := await app.jobs.by_key(ask.account, ask.key):
        return known
    refuse_files(ask.targets, app.rules.limits)
    if ask.source:
        refuse_files((ask.source,), app.rules.limits)
    shelf = await app.identities.shelf(ask.owner)
    chosen = choose(shelf, ask.ids_text, ask.options_text, has_source=ask.source is not None)
    if chosen.ids and not chosen.ids.has_source:
        ask = replace(ask, source=None)
    await _refuse_if_short(app, ask.account, price(faces_wanted(chosen.ids, len(ask.targets))))
    return await _store_and_open(app, ask, chosen)


async def again(app: App, repeat: Repeat) -> Job:
    """Ask for a job once more: the same pictures, with the same ids and options or others.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
        Refusal: It cannot be done as asked; nothing is held.
    """
    if known := await app.jobs.by_key(repeat.account, repeat.key):
        return known
    parent = await app.jobs.job(repeat.job_id)
    if parent is None or parent.state is JobState.EXPIRED:
        raise JobGone
    if parent.owner != repeat.owner:
        raise NotYours
    request = await _changed(app, parent.request, repeat)
    template = await app.jobs.template(parent.id) if request.source else None
    if request.source and template is None:
        raise JobGone
    return await _open(app, repeat, request, template=template, parent=parent.id)


async def smaller(app: App, job: Job) -> Job | None:
    """Ask for a job once more at half the size, to be answered in its place; once only.

    Raises:
        Refusal: It cannot be done; nothing is held.
    """
    if job.key.endswith(SMALLER):
        return None
    template = await app.jobs.template(job.id)
    repeat = Repeat(
        job_id=job.id,
        owner=job.owner,
        account=job.account,
        key=job.key + SMALLER,
        address=job.address,
        most_bytes=job.request.most_bytes // 2,
    )
    request = replace(job.request, most_bytes=repeat.most_bytes)
    return await _open(app, repeat, request, template=template, parent=job.id)


async def forget_result(app: App, job_id: str) -> None:
    """Erase the pictures of a job that is over; the caller sees to who may.

    Raises:
        JobGone: There is no such job.
    """
    if await app.jobs.job(job_id) is None:
        raise JobGone
    await app.blobs.delete(await app.jobs.forget(job_id, app.clock.now()))


async def balance(app: App, account: str) -> Balance:
    """Return an account's credits of the day."""
    return await app.jobs.balance(account, allowance=app.rules.allowance, now=app.clock.now())


async def _refuse_if_short(app: App, account: str, needed: int) -> None:
    """Refuse before the pictures are stored; `Jobs.open` has the last word."""
    have = await balance(app, account)
    if needed > have.left:
        raise NotEnoughCredits(needed=needed, left=have.left, refill=int(have.refill.timestamp()))


async def _store_and_open(app: App, ask: Ask, chosen: Typed) -> Job:
    """Keep the pictures and open the job; what is refused or was asked before leaves none.

    When the process ends in between, or the caller is canceled, upkeep finds what is left.
    """
    kept: list[str] = []
    try:
        request = SwapRequest(
            verb=ask.verb,
            targets=tuple([await _keep(app, target, kept) for target in ask.targets]),
            ids=chosen.ids,
            source=await _keep(app, ask.source, kept) if ask.source else None,
            options=chosen.options,
            private=ask.private,
            most_bytes=ask.most_bytes,
        )
        job = await _open(app, ask, request)
    except Exception:
        await app.blobs.delete(kept)
        raise
    if job.request != request:
        await app.blobs.delete(kept)
    return job


async def _open(
    app: App,
    ask: Ask | Repeat,
    request: SwapRequest,
    *,
    template: Template | None = None,
    parent: str | None = None,
) -> Job:
    now = app.clock.now()
    new = NewJob(
        id=secrets.token_hex(8),
        key=ask.key,
        owner=ask.owner,
        account=ask.account,
        request=request,
        address=ask.address,
        deadline=now + app.rules.deadline,
        parent=parent,
        template=template,
    )
    job = await app.jobs.open(
        new, hold=price(request.faces_wanted), allowance=app.rules.allowance, now=now
    )
    app.engine.wake()
    return job


async def _changed(app: App, request: SwapRequest, repeat: Repeat) -> SwapRequest:
    """Return a request with the ids and flags that are asked for this time."""
    was_one_shot = request.source is not None
    typed = parse_typed(repeat.ids_text or "", has_source=was_one_shot)
    ids = typed.ids or request.ids
    if ids:
        ids = shelved(ids, await app.identities.shelf(repeat.owner))
    changed = replace(
        request,
        ids=ids,
        options=request.options | typed.options,
        most_bytes=repeat.most_bytes,
    )
    if was_one_shot and ids and not ids.has_source:
        return replace(changed, source=None, verb=Verb.SWAPID)
    return changed


async def _keep(app: App, file: NamedBytes, kept: list[str]) -> StoredFile:
    kept.append(await app.blobs.put(file.data))
    return StoredFile(kept[-1], file.name, AS_IT_ARRIVED, len(file.data))
