"""Loading the faces a job swaps in."""

from __future__ import annotations

from faceswap.app.context import App
from faceswap.app.files import load_file
from faceswap.domain.face import Template
from faceswap.domain.identity import name_key, unknown_id
from faceswap.domain.idlist import SOURCE, IdList, Mix
from faceswap.domain.job import Job, StoredFile
from faceswap.ports import Casting, WeightedTemplate

THE_SOURCE = IdList((Mix((SOURCE,)),))
NOBODY = IdList(())


class Superseded(Exception):
    """The job is over or another attempt has it: this one has no more say."""


async def load_cast(app: App, job: Job) -> tuple[Casting, ...]:
    """Return who goes to which face, learning the source of a one-shot swap on the way.

    In another place, people keep their faces, and nobody goes anywhere.

    Raises:
        UnknownId: An id has been deleted since the job was asked for.
        IdUnreadable: A template cannot be opened.
        FaceRefused: The source shows no face that can be learnt from.
        BackendFault: Nobody can learn faces just now.
        Superseded: Another attempt has the job.
    """
    ids = job.request.ids or (THE_SOURCE if job.request.source else NOBODY)
    templates = {name_key(name): await _template(app, job.owner, name) for name in ids.names}
    if job.request.source:
        templates[SOURCE] = await _source_template(app, job, job.request.source)
    return tuple(slot and _mixed(slot, templates) for slot in ids.slots)


def _mixed(mix: Mix, templates: dict[str, Template]) -> Casting:
    return tuple(
        WeightedTemplate(templates[name_key(name)], weight) for name, weight in mix.weights.items()
    )


async def _template(app: App, owner: str, name: str) -> Template:
    template = await app.identities.template(owner, name)
    if template is None:
        raise unknown_id(name, await app.identities.shelf(owner))
    return template


async def _source_template(app: App, job: Job, source: StoredFile) -> Template:
    """Learn the source once; its template stays with the job and its photo goes."""
    kept = await app.jobs.template(job.id)
    if kept:
        return kept
    template = await app.enroller.enrol([await load_file(app, source)])
    if not await app.jobs.keep_template(job.id, job.attempt, template, app.clock.now()):
        raise Superseded
    await app.blobs.delete([source.blob])
    return template
