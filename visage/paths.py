"""Files by their paths: read whole, and written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Generator
from contextlib import contextmanager
from pathlib import Path

from faceswap.domain.clip import ClipKind
from faceswap.domain.errors import NotAPicture
from faceswap.domain.kinds import HEAD, moving_kind
from faceswap.domain.media import NamedBytes
from faceswap.engine.media.stills import is_known
from visage.terminal import Misused

CLIPS = frozenset(
    {".mp4", ".m4v", ".mov", ".webm", ".mkv", ".avi", ".wmv", ".flv", ".rm", ".rmvb", ".m3u8"}
)


def read(path: Path) -> NamedBytes:
    """Return a file.

    Raises:
        Misused: There is none.
    """
    refuse_missing(path)
    return NamedBytes(path.name, path.read_bytes())


def kind_of(path: Path) -> ClipKind | None:
    """Return what kind of clip a file is, None when it stands still.

    Raises:
        Misused: There is no such file, or it is called a video and is none.
    """
    refuse_missing(path)
    with path.open("rb") as file:
        kind = moving_kind(file)
    if kind is None and path.suffix.lower() in CLIPS:
        raise Misused(f"{path.name} is called {path.suffix} and is no video.")
    return kind


def refuse_unknown(path: Path) -> None:
    """See that a file that does not move is of a kind that we know.

    Raises:
        NotAPicture: It is not.
    """
    with path.open("rb") as file:
        if not is_known(file.read(HEAD)):
            raise NotAPicture(name=path.name)


def refuse_missing(path: Path) -> None:
    """See that there is something to read.

    Raises:
        Misused: There is no such file, or nothing in it.
    """
    if not path.is_file():
        is_other = path.exists()
        raise Misused(f"{path} is no file." if is_other else f"There is no file {path}.")
    if not path.stat().st_size:
        raise Misused(f"{path.name} is empty.")


def refuse_out(out: Path, suffixes: Collection[str], *, force: bool, why: str = "") -> None:
    """See that a file can be written.

    Raises:
        Misused: It cannot, or should not, or must have another ending; `why` is said before that.
    """
    if out.suffix.lower() not in suffixes:
        raise Misused(f"{why}OUT must end in {' or '.join(suffixes)}, not as {out.name} does.")
    if out.exists() and not force:
        raise Misused(f"{out} is there already; add --force to write over it.")
    if out.exists() and not out.is_file():
        raise Misused(f"{out} is no file, and is not written over.")
    if not out.parent.is_dir():
        raise Misused(f"There is no folder {out.parent}.")


@contextmanager
def draft_of(path: Path) -> Generator[Path]:
    """Yield where to write a file to, which becomes it at the end; left early, there is none."""
    # A name of its own, as one made of a long name would be too long.
    draft = path.with_name(f".visage-{os.getpid()}{path.suffix}")
    try:
        yield draft
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    with draft_of(path) as draft:
        draft.write_bytes(data)
