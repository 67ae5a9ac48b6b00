"""Templates as files: a line of JSON that says what it is, then the engine's bytes."""

from __future__ import annotations

import json
from pathlib import Path

from faceswap.domain.face import Template

SUFFIX = ".vsg"
MAGIC = b"VISAGE TEMPLATE 1\n"


def is_template(data: bytes) -> bool:
    """Tell whether a file's bytes are a template."""
    return data.startswith(MAGIC)


def to_bytes(template: Template) -> bytes:
    """Return a template as a file's bytes."""
    facts = {"engine": template.engine, "width": template.width, "photos": template.photos}
    return MAGIC + json.dumps(facts).encode() + b"\n" + template.data


def from_bytes(data: bytes, path: Path) -> Template:
    """Return the template of a file's bytes.

    Raises:
        ValueError: They are none; the text is for the one who gave the file.
    """
    head, separator, body = data.removeprefix(MAGIC).partition(b"\n")
    try:
        if not separator:
            raise ValueError
        facts = json.loads(head)
        return Template(
            engine=str(facts["engine"]),
            data=body,
            width=float(facts["width"]),
            photos=int(facts["photos"]),
        )
    except (KeyError, TypeError, ValueError):
        raise ValueError(f"{path} is a damaged template; make it anew with visage enrol.") from None
