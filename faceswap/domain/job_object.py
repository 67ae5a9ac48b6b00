"""A job as an object for programs, in the words that clients of such APIs know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from faceswap.domain.delivery import Attachment, Posted
from faceswap.domain.errors import VisageError
from faceswap.domain.job import Job, JobState, StoredFile, Verb
from faceswap.domain.media import EXTENSIONS

Json = dict[str, Any]

VERBS = {
    Verb.SWAPID: "faceswap-swapid",
    Verb.FACESWAP: "faceswap-swap",
    Verb.PICSI: "faceswap-picsi",
    Verb.INSWAPPER: "faceswap-INSwapper",
    Verb.HEADSHOT: "faceswap-headshot",
    Verb.CHANGEBG: "faceswap-changebg",
}
STATUSES = {
    JobState.OFFERED: "created",
    JobState.QUEUED: "created",
    JobState.PREPARING: "started",
    JobState.PROCESSING: "progress",
    JobState.DONE: "completed",
    JobState.FAILED: "failed",
    JobState.CANCELED: "cancelled",
    JobState.MODERATED: "moderated",
    JobState.EXPIRED: "expired",
}
ANY_TYPE = "application/octet-stream"
TYPES = {ending: kind for kind, ending in EXTENSIONS.items() if kind != "image/apng"}
TYPES[".jpeg"] = TYPES[".jpg"]
HAS_EXPIRED = "Job has expired"


@dataclass(frozen=True, slots=True)
class Link:
    """Where a file can be had for about a day: from Discord, and through its media proxy."""

    url: str
    proxy_url: str


NO_LINKS: Mapping[str, Link] = {}


def job_object(job: Job, links: Mapping[str, Link] = NO_LINKS) -> Json:
    """Return a job as JSON values; what it does not have is left out.

    `links` tells where the files of its answer are just now, by their ids. `credits` is what the
    job cost, and `undelivered` why its answer could not be given.
    """
    found: Json = {
        "jobid": job.id,
        "parentJobId": job.parent,
        "verb": VERBS[job.request.verb],
        "status": STATUSES[job.state],
        "created": _time(job.created),
        "updated": _time(job.updated),
        "options": str(job.request.options) or None,
        **_asked(job),
        "targetMessageId": job.place.target,
        "server": job.place.server,
        "channel": job.place.channel,
        **(_answer(job.posted, links) if job.posted else {}),
        **_error(job),
        "credits": job.charged,
        "undelivered": job.undelivered.value if job.undelivered else None,
    }
    return {name: value for name, value in found.items() if value is not None}


def _asked(job: Job) -> Json:
    """Return the pictures and ids of a request, named as its verb names them."""
    request = job.request
    target = _file(request.targets[0]) if request.targets else None
    source = _file(request.source) if request.source else None
    ids = str(request.ids) if request.ids else None
    prompt = (request.making.prompt or None) if request.making else None
    match request.verb:
        case Verb.SWAPID | Verb.INSWAPPER:
            return {"idname": ids, "image": target}
        case Verb.PICSI:
            return {"source_image": source, "target_image_gif_or_video": target, "idname": ids}
        case Verb.FACESWAP:
            return {"source_image": source, "swapid_image": target, "swapid_idname": ids}
        case Verb.HEADSHOT:
            return {"prompt": prompt, "idname": ids}
        case Verb.CHANGEBG:
            return {"a_background_photo_of": prompt, "image": target}


def _file(file: StoredFile) -> Json:
    return {"size": file.size, "type": _type(file)}


def _type(file: StoredFile) -> str:
    """Return a file's media type; of one that nobody has opened, what its name claims."""
    ending = f".{file.name.rpartition('.')[2].lower()}"
    claimed = TYPES.get(ending) if file.media_type == ANY_TYPE else None
    return claimed or file.media_type


def _answer(posted: Posted, links: Mapping[str, Link]) -> Json:
    return {
        "messageId": posted.message,
        "channel": posted.channel,
        "content": posted.text,
        "timestamp": posted.at.astimezone(UTC).isoformat(),
        "attachments": [_attachment(each, links.get(each.id)) for each in posted.attachments],
        "embeds": [],
    }


def _attachment(file: Attachment, link: Link | None) -> Json:
    row: Json = {
        "id": file.id,
        "content_type": file.media_type,
        "filename": file.name,
        "size": file.size,
        "width": file.width,
        "height": file.height,
    }
    return row | {"url": link.url, "proxy_url": link.proxy_url} if link else row


def _error(job: Job) -> Json:
    if job.state is JobState.EXPIRED:
        return {"error": HAS_EXPIRED, "code": HTTPStatus.GONE.value}
    return {**(_reason(job.error) if job.error else {}), "code": HTTPStatus.OK.value}


def _reason(error: VisageError) -> Json:
    return {"error": str(error), "errorDetails": error.code}


def _time(moment: datetime) -> str:
    """Return a time as ISO 8601 in UTC, with milliseconds."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
