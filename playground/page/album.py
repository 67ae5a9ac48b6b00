"""Copies of the pictures and files that a page shows."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from playground.cdn import Cdn
from playground.errors import Json
from playground.uploads import simplified

FOLDER = "media"


class Album:
    """Writes each file once beside the page and says where it went."""

    def __init__(self, folder: Path, cdn: Cdn) -> None:
        self._folder = folder
        self._cdn = cdn
        self._kept: dict[str, str] = {}

    def keep(self, media: Json) -> str | None:
        """The relative link to a copy; None when the file is gone."""
        path = unquote(urlsplit(media["url"]).path)
        if path not in self._kept:
            blob = self._cdn.recall(media)
            if blob is None:
                return None
            self._kept[path] = self._write(simplified(path.rsplit("/", 1)[-1]), blob.data)
        return self._kept[path]

    def _write(self, name: str, data: bytes) -> str:
        target = self._folder / FOLDER / f"{len(self._kept) + 1:03}-{name}"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        return f"{FOLDER}/{target.name}"
