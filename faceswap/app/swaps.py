"""Asking for swaps, again, and asking for them to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass, replace

import structlog

from faceswap.app.choosing import choose
from faceswap.app.clips import measured
from faceswap.app.context import App
from faceswap.app.credits import at_current_price, face_price, refuse_if_short
from faceswap.app.files import refuse_photos, which_move
from faceswap.app.making import Take, refuse_content, taken_again
from faceswap.app.opening import Asking, Keep, new_job, open_job, open_kept
from faceswap.app.policies import admit, refuse_clips
from faceswap.app.stored import own_job
from faceswap.app.terms import changed
from faceswap.domain.errors import JobGone
from faceswap.domain.job import Job, SwapRequest, Verb, faces_wanted
from faceswap.domain.media import NamedBytes
from faceswap.domain.policy import house_rules

log = structlog.get_logger()

SMALLER = " smaller"
"""Ends the key of a job that was asked for again because its result was too large to post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Asking):
    """A swap somebody asks for.

    `ids_text` None means the current ids; flags may stand behind the ids and in `options_text`. A
    one-shot swap has a `source`, a photo of the face, and needs no ids.
    """

    verb: Verb
    targets: tuple[NamedBytes, ...]
    ids_text: str | None = None
    options_text: str = ""
    source: NamedBytes | None = None
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Asking):
    """A job somebody asks for once more, with other ids where `ids_text` names some.

    Where the job was a one-shot swap, `*` stands for its face in `ids_text`. What is made of words
    may be made with other seeds.
    """

    job_id: str
    ids_text: str | None = None
    take: Take = Take.SAME


async def submit(app: App, ask: Ask) -> Job:
    """Accept a swap: keep its pictures, hold its price and queue it.

    One with clips that costs much is only offered: nothing is held until it is accepted.

    Raises:
        Refusal: It cannot be done as asked; nothing is kept and nothing is held.
        BackendFault: Clips cannot be measured just now; the same.
    """
    if known := await app.jobs.by_key(ask.account, ask.key):
        return known
    policy = await admit(app, ask.owner, ask.standing)
    moving = await which_move(ask.targets, app.rules)
    if ask.source:
        await refuse_photos((ask.source,), app.rules)
    shelf = await app.identities.shelf(ask.owner)
    chosen = choose(shelf, ask.ids_text, ask.options_text, has_source=ask.source is not None)
    if chosen.ids and not chosen.ids.has_source:
        ask = replace(ask, source=None)
    targets = zip(ask.targets, moving, strict=True)
    clips = [await measured(app, file) if moves else None for file, moves in targets]
    names = [file.name for file in ask.targets]
    refuse_clips(policy, zip(names, clips, strict=True))
    faces = faces_wanted(chosen.ids)
    price = await face_price(app, ask.account, ask.verb)
    whole = sum(app.rules.prices.of(clip, faces, price) for clip in clips)
    await refuse_if_short(app, ask.account, ask.standing, whole)

    async def request(keep: Keep) -> SwapRequest:
        targets = zip(ask.targets, clips, strict=True)
        return SwapRequest(
            verb=ask.verb,
            targets=tuple([await keep(file, clip) for file, clip in targets]),
            ids=chosen.ids,
            source=await keep(ask.source, None) if ask.source else None,
            options=chosen.options,
            private=ask.private,
            most_bytes=ask.most_bytes,
            house=house_rules(policy, ask.standing),
            face_price=price,
        )

    return await open_kept(app, ask, request)


async def again(app: App, repeat: Repeat) -> Job:
    """Ask for a job once more: the same pictures, with the same ids and options or others.

    It may be only offered, as by `submit`.

    Raises:
        JobGone: It is no longer stored.
        NotYours: Somebody else asked for it.
        Refusal: It cannot be done as asked; nothing is held.
    """
    if known := await app.jobs.by_key(repeat.account, repeat.key):
        return known
    parent = await own_job(app, repeat.job_id, repeat.owner)
    if not parent.request.has_contents:
        raise JobGone
    policy = await admit(app, repeat.owner, repeat.standing)
    refuse_clips(policy, [(each.name, each.clip) for each in parent.request.clips])
    refuse_content(policy, parent.request.making)
    request = await changed(app, parent.request, repeat.owner, repeat.ids_text)
    request = taken_again(request, repeat.take)
    template = await app.jobs.template(parent.id) if request.source else None
    if request.source and template is None:
        raise JobGone
    house = house_rules(policy, repeat.standing)
    request = replace(request, most_bytes=repeat.most_bytes, house=house)
    request = await at_current_price(app, repeat.account, request)
    new = new_job(app, repeat, request, template=template, parent=parent.id)
    return await open_job(app, new, repeat.standing)


async def smaller(app: App, job: Job) -> Job | None:
    """Ask for a job once more at half the size, to be answered in its place; once only.

    Its asker has agreed to the price before.

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
        place=job.place,
    )
    request = replace(job.request, most_bytes=repeat.most_bytes)
    new = new_job(app, repeat, request, template=template, parent=job.id)
    return await open_job(app, new, repeat.standing, is_agreed=True)


async def forget_result(app: App, job_id: str) -> None:
    """Erase the pictures of a job that is over; the caller sees to who may.

    Raises:
        JobGone: There is no such job.
    """
    if await app.jobs.job(job_id) is None:
        raise JobGone
    await app.blobs.delete(await app.jobs.forget(job_id, app.clock.now()))
