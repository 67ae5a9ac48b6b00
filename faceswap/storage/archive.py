"""What a backup looks like: a plain tar of the database, the pictures and a manifest.

Nothing is compressed, as what is sealed does not get smaller: an archive holds no more than its own
size.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO

from faceswap.storage.errors import StorageRefused

FORMAT = 1
MANIFEST = "manifest.json"
DATABASE = "visage.db"
KEY = "secret.key"
PICTURES = "pictures"
LARGEST_MANIFEST = 512 * 1024 * 1024
_PICTURE = re.compile(rf"{PICTURES}/([0-9a-f]{{2}})/(\1[0-9a-f]{{62}})")
_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an archive."""

    sha256: str
    size: int


@dataclass(slots=True)
class Manifest:
    """What is in an archive; `made` is when, in ISO 8601."""

    made: str
    files: dict[str, Entry] = field(default_factory=dict[str, Entry])

    def to_bytes(self) -> bytes:
        """Return the manifest as its file."""
        return json.dumps({"visage backup": FORMAT, **asdict(self)}, indent=1).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Return the manifest of a file.

        Raises:
            StorageRefused: It is none, or of a newer version.
        """
        try:
            told = json.loads(data)
            version = told["visage backup"]
            files = {
                str(name): Entry(str(entry["sha256"]), int(entry["size"]))
                for name, entry in told["files"].items()
            }
            manifest = cls(str(told["made"]), files)
        except (AttributeError, KeyError, TypeError, ValueError):
            raise StorageRefused("The backup's manifest cannot be read; use another one.") from None
        if version != FORMAT:
            raise StorageRefused("The backup was made by a newer version of Visage; update Visage.")
        return manifest


def picture_name(key: str) -> str:
    """Return the name that a blob has in an archive and in the data folder."""
    return f"{PICTURES}/{key[:2]}/{key}"


def is_picture(name: str) -> bool:
    """Tell whether a name is one of a blob."""
    return _PICTURE.fullmatch(name) is not None


def is_ours(name: str) -> bool:
    """Tell whether a file of this name can be in an archive; no other leads anywhere."""
    return name in {DATABASE, KEY, MANIFEST} or is_picture(name)


def copy(source: IO[bytes], target: IO[bytes]) -> Entry:
    """Copy a stream to its end and return what it was."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(_CHUNK):
        target.write(chunk)
        digest.update(chunk)
        size += len(chunk)
    return Entry(digest.hexdigest(), size)


def sum_of(path: Path) -> Entry:
    """Return what a file is."""
    digest, size = hashlib.sha256(), 0
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Entry(digest.hexdigest(), size)
