"""Requests, outcomes, errors and templates as they are written into rows.

Everything carries a version; what a later version writes is refused when the file is opened, so
that a reader only meets versions it knows.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from faceswap.domain.errors import VisageError, from_wire
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.idlist import IdList, Mix
from faceswap.domain.job import Outcome, StoredFile, SwappedPicture, SwapRequest, Verb
from faceswap.domain.options import Options

VERSION = 1
Json = dict[str, Any]


def encode_request(request: SwapRequest) -> str:
    """Return a request as text."""
    return _dump(
        {
            "verb": request.verb.value,
            "targets": [asdict(target) for target in request.targets],
            "ids": _encode_ids(request.ids),
            "source": asdict(request.source) if request.source else None,
            "options": asdict(request.options),
            "private": request.private,
            "most_bytes": request.most_bytes,
        }
    )


def decode_request(text: str) -> SwapRequest:
    """Return the request a text was made of."""
    row = _load(text)
    return SwapRequest(
        verb=Verb(row["verb"]),
        targets=tuple(StoredFile(**target) for target in row["targets"]),
        ids=_decode_ids(row["ids"]),
        source=_decode_file(row["source"]),
        options=Options(**row["options"]),
        private=row["private"],
        most_bytes=row["most_bytes"],
    )


def encode_outcome(outcome: Outcome) -> str:
    """Return an outcome as text."""
    return _dump({"pictures": [_encode_picture(picture) for picture in outcome.pictures]})


def decode_outcome(text: str) -> Outcome:
    """Return the outcome a text was made of."""
    return Outcome(tuple(_decode_picture(row) for row in _load(text)["pictures"]))


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


def _decode_file(row: Json | None) -> StoredFile | None:
    return StoredFile(**row) if row else None


def _encode_error(error: VisageError) -> Json:
    return {"code": error.code, "data": error.data()}


def _encode_picture(picture: SwappedPicture) -> Json:
    files = {
        name: asdict(file) if file else None
        for name, file in (
            ("target", picture.target),
            ("result", picture.result),
            ("before", picture.before),
            ("numbered", picture.numbered),
        )
    }
    return {
        **files,
        "faces": [asdict(face) for face in picture.faces],
        "swapped": list(picture.swapped),
        "was_reduced": picture.was_reduced,
        "refusal": _encode_error(picture.refusal) if picture.refusal else None,
    }


def _decode_picture(row: Json) -> SwappedPicture:
    refusal = row["refusal"]
    return SwappedPicture(
        target=StoredFile(**row["target"]),
        result=_decode_file(row["result"]),
        before=_decode_file(row["before"]),
        numbered=_decode_file(row["numbered"]),
        faces=tuple(_decode_face(face) for face in row["faces"]),
        swapped=tuple(row["swapped"]),
        was_reduced=row["was_reduced"],
        refusal=from_wire(refusal["code"], refusal["data"]) if refusal else None,
    )


def _decode_face(row: Json) -> FoundFace:
    return FoundFace(**{**row, "box": Box(**row["box"])})
