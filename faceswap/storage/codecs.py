"""Requests, outcomes, surveys, answers, errors and templates as they are written into rows.

Everything carries a version; what a later version writes is refused when the file is opened, so
that a reader only meets versions it knows. What has been added since is left out where it is
empty, and may be missing.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome
from faceswap.domain.credits import PRICE_PER_FACE
from faceswap.domain.delivery import Attachment, Posted
from faceswap.domain.errors import VisageError, from_wire
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.idlist import IdList, Mix
from faceswap.domain.job import (
    Making,
    Outcome,
    StoredFile,
    StoredSurvey,
    SwappedPicture,
    SwapRequest,
    Verb,
)
from faceswap.domain.options import Options
from faceswap.domain.policy import NO_HOUSE, HouseRules
from faceswap.domain.wording import Frame, Made, Wording

VERSION = 1
Json = dict[str, Any]


def encode_request(request: SwapRequest) -> str:
    """Return a request as text."""
    row: Json = {
        "verb": request.verb.value,
        "targets": [_encode_file(target) for target in request.targets],
        "ids": _encode_ids(request.ids),
        "source": _encode_file(request.source) if request.source else None,
        "options": asdict(request.options),
        "private": request.private,
        "most_bytes": request.most_bytes,
    }
    if request.house != NO_HOUSE:
        row["house"] = asdict(request.house)
    if request.face_price != PRICE_PER_FACE:
        row["face_price"] = request.face_price
    if request.making:
        row["making"] = _encode_making(request.making)
    return _dump(row)


def decode_request(text: str) -> SwapRequest:
    """Return the request a text was made of."""
    row = _load(text)
    return SwapRequest(
        verb=Verb(row["verb"]),
        targets=tuple(_decode_file(target) for target in row["targets"]),
        ids=_decode_ids(row["ids"]),
        source=_decode_some(row["source"]),
        options=Options(**row["options"]),
        private=row["private"],
        most_bytes=row["most_bytes"],
        house=HouseRules(**row.get("house", {})),
        face_price=row.get("face_price", PRICE_PER_FACE),
        making=_decode_making(row["making"]) if "making" in row else None,
    )


def encode_outcome(outcome: Outcome) -> str:
    """Return an outcome as text."""
    return _dump({"pictures": [_encode_picture(picture) for picture in outcome.pictures]})


def decode_outcome(text: str) -> Outcome:
    """Return the outcome a text was made of."""
    return Outcome(tuple(_decode_picture(row) for row in _load(text)["pictures"]))


def encode_survey(survey: StoredSurvey) -> str:
    """Return what was seen in a clip as text."""
    return _dump(
        {
            "facts": asdict(survey.facts),
            "faces": [asdict(face) for face in survey.faces],
            "appearances": [asdict(appearance) for appearance in survey.appearances],
            "numbered": _encode_file(survey.numbered),
            "sides": [survey.width, survey.height],
        }
    )


def decode_survey(text: str) -> StoredSurvey:
    """Return what was seen in a clip, from the text made of it."""
    row = _load(text)
    width, height = row["sides"]
    return StoredSurvey(
        facts=_decode_facts(row["facts"]),
        faces=tuple(_decode_face(face) for face in row["faces"]),
        appearances=_decode_appearances(row["appearances"]),
        numbered=_decode_file(row["numbered"]),
        width=width,
        height=height,
    )


def encode_posted(posted: Posted) -> str:
    """Return what was posted as text."""
    return _dump({**asdict(posted), "at": posted.at.isoformat()})


def decode_posted(text: str) -> Posted:
    """Return what was posted, from the text made of it."""
    row = _load(text)
    return Posted(
        message=row["message"],
        channel=row["channel"],
        at=datetime.fromisoformat(row["at"]),
        text=row["text"],
        attachments=tuple(Attachment(**each) for each in row["attachments"]),
        private=row["private"],
    )


def encode_error(error: VisageError) -> str:
    """Return an error as text."""
    return _dump(_encode_error(error))


def decode_error(text: str) -> VisageError:
    """Return the error a text was made of; one nobody knows any more is `Unexpected`."""
    row = _load(text)
    return from_wire(row["code"], row["data"])


def encode_template(template: Template) -> bytes:
    """Return a template as bytes: its facts as JSON, which has no zero byte, a zero, its data."""
    facts = {"engine": template.engine, "width": template.width, "photos": template.photos}
    return _dump(facts).encode("ascii") + b"\0" + template.data


def decode_template(data: bytes) -> Template:
    """Return the template that bytes were made of."""
    head, _, body = data.partition(b"\0")
    facts = _load(head.decode("ascii"))
    return Template(engine=facts["engine"], data=body, width=facts["width"], photos=facts["photos"])


def _dump(row: Json) -> str:
    return json.dumps({"v": VERSION, **row}, separators=(",", ":"))


def _load(text: str) -> Json:
    row: Json = json.loads(text)
    if row.get("v") != VERSION:
        raise ValueError(f"a row of version {row.get('v')!r}, which nobody here wrote")
    return row


def _encode_ids(ids: IdList | None) -> list[list[str] | None] | None:
    return [list(slot.names) if slot else None for slot in ids.slots] if ids else None


def _decode_ids(slots: list[list[str] | None] | None) -> IdList | None:
    if slots is None:
        return None
    return IdList(tuple(Mix(tuple(names)) if names else None for names in slots))


def _encode_file(file: StoredFile) -> Json:
    row = asdict(file)
    return row if file.clip else {name: row[name] for name in row if name != "clip"}


def _decode_file(row: Json) -> StoredFile:
    clip = row.get("clip")
    return StoredFile(**{**row, "clip": _decode_facts(clip) if clip else None})


def _encode_making(making: Making) -> Json:
    background = making.background
    return asdict(making) | {"background": _encode_file(background) if background else None}


def _decode_making(row: Json) -> Making:
    wording = row["wording"]
    return Making(
        seed=row["seed"],
        wording=Wording(wording["text"], tuple(wording["without"])) if wording else None,
        frame=Frame(row["frame"]),
        count=row["count"],
        background=_decode_some(row["background"]),
    )


def _decode_some(row: Json | None) -> StoredFile | None:
    return _decode_file(row) if row else None


def _decode_facts(row: Json) -> ClipFacts:
    return ClipFacts(**{**row, "kind": ClipKind(row["kind"])})


def _decode_outcome(row: Json) -> ClipOutcome:
    appearances = _decode_appearances(row["appearances"])
    return ClipOutcome(**{**row, "kind": ClipKind(row["kind"]), "appearances": appearances})


def _decode_appearances(rows: list[Json]) -> tuple[Appearance, ...]:
    return tuple(Appearance(**row) for row in rows)


def _encode_error(error: VisageError) -> Json:
    return {"code": error.code, "data": error.data()}


def _encode_picture(picture: SwappedPicture) -> Json:
    files = {
        name: _encode_file(file) if file else None
        for name, file in (
            ("target", picture.target),
            ("result", picture.result),
            ("before", picture.before),
            ("numbered", picture.numbered),
        )
    }
    row: Json = {
        **files,
        "faces": [asdict(face) for face in picture.faces],
        "swapped": list(picture.swapped),
        "was_reduced": picture.was_reduced,
        "refusal": _encode_error(picture.refusal) if picture.refusal else None,
    }
    if picture.clip:
        row["clip"] = asdict(picture.clip)
    if picture.after:
        row["after"] = _encode_file(picture.after)
    if picture.made:
        row["made"] = asdict(picture.made)
    return row


def _decode_picture(row: Json) -> SwappedPicture:
    refusal, clip, made = row["refusal"], row.get("clip"), row.get("made")
    return SwappedPicture(
        target=_decode_some(row["target"]),
        result=_decode_some(row["result"]),
        before=_decode_some(row["before"]),
        numbered=_decode_some(row["numbered"]),
        faces=tuple(_decode_face(face) for face in row["faces"]),
        swapped=tuple(row["swapped"]),
        was_reduced=row["was_reduced"],
        refusal=from_wire(refusal["code"], refusal["data"]) if refusal else None,
        clip=_decode_outcome(clip) if clip else None,
        made=Made(**made) if made else None,
        after=_decode_some(row.get("after")),
    )


def _decode_face(row: Json) -> FoundFace:
    return FoundFace(**{**row, "box": Box(**row["box"])})
