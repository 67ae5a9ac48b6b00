"""Parts of files, as players ask for them (RFC 9110, section 14)."""

from __future__ import annotations

import re

ONE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


class Unsatisfiable(Exception):
    """The part that was asked for lies behind the file's end."""


def part_of(header: str | None, size: int) -> range | None:
    """Return the bytes of a file that a Range header asks for; None means all of it.

    Several parts at once, other units and what is malformed are answered with all of it, as a
    server may.

    Raises:
        Unsatisfiable: There is no such part.
    """
    match = ONE.fullmatch((header or "").strip())
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":
        start, end = max(0, size - int(match[2])), size
    else:
        start = int(match[1])
        end = min(size, int(match[2]) + 1) if match[2] else size
        if match[2] and int(match[2]) < start:
            return None
    if start >= end:
        raise Unsatisfiable
    return range(start, end)
