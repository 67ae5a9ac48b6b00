"""The pictures of a visit as files with speaking names."""

from __future__ import annotations

import io
from pathlib import Path, PurePath

from PIL import Image

from playground.demo.clips import Clip
from playground.demo.samples import Sample
from playground.seen import Picture, Seen

GAP = 8
"""Pixels of white between before and after."""
NAMES = ("before", "after", "numbered")
"""The pictures of a result, in the order the bot shows them."""


class Keeper:
    """Writes files that begin with the number and the name of the step they are from."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._stem = ""

    def begin(self, number: int, name: str) -> None:
        """Name the step that begins."""
        self._stem = f"{number:02}-{name}"

    def keep(self, sample: Sample) -> None:
        """Keep a picture that somebody sends."""
        self._write("sent", PurePath(sample.name).suffix, sample.data)

    def keep_result(self, seen: Seen, target: Sample) -> None:
        """Keep the pictures of a result, and target and result side by side."""
        for name, picture in zip(NAMES, seen.pictures, strict=False):
            self._write(name, PurePath(picture.filename).suffix, picture.data)
        self._write("before-after", ".jpg", _side_by_side(target.data, seen.pictures[1].data))

    def keep_clip(self, seen: Seen, target: Clip) -> None:
        """Keep a clip and what became of it."""
        self._write("sent", PurePath(target.name).suffix, target.data)
        self._write("after", PurePath(seen.pictures[0].filename).suffix, seen.pictures[0].data)

    def keep_picture(self, name: str, picture: Picture) -> None:
        """Keep a picture that somebody was shown."""
        self._write(name, PurePath(picture.filename).suffix, picture.data)

    def _write(self, name: str, suffix: str, data: bytes) -> None:
        (self._folder / f"{self._stem}-{name}{suffix}").write_bytes(data)


def _side_by_side(before: bytes, after: bytes) -> bytes:
    with Image.open(io.BytesIO(before)) as left, Image.open(io.BytesIO(after)) as right:
        size = left.width + GAP + right.width, max(left.height, right.height)
        pair = Image.new("RGB", size, "white")
        pair.paste(left.convert("RGB"), (0, 0))
        pair.paste(right.convert("RGB"), (left.width + GAP, 0))
    stream = io.BytesIO()
    pair.save(stream, "JPEG", quality=92)
    return stream.getvalue()
