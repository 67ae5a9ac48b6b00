"""`visage faces`: who is seen in a picture or a clip, and when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from faceswap.domain.clip import Appearance
from faceswap.domain.errors import NoFace
from faceswap.domain.face import FoundFace
from faceswap.domain.media import Encoded
from faceswap.engine.studio import Look
from faceswap.ports import Survey
from visage.clips import watched
from visage.engine import studio_for_files
from visage.paths import kind_of, read, refuse_out, write
from visage.pictures import FORMATS, encoded
from visage.terminal import ending, plural, say, steps


def list_faces(path: Path, out: Path | None, *, force: bool) -> int:
    """Tell the numbers of a file's faces, show them in `out`, and return the exit code."""
    with ending() as end:
        kind = kind_of(path)
        if out:
            refuse_out(out, FORMATS, force=force)
        file = read(path)
        with (
            steps(2) as progress,
            studio_for_files(progress, path) as studio,
            progress.long(f"Looking at {path.name}") as bar,
        ):
            seen: Look | Survey
            if kind:
                seen = watched(lambda watch: studio.survey(file, watch), bar).result
                appearances = seen.appearances
            else:
                seen, appearances = studio.look(file), ()
        faces = seen.faces
        if not faces:
            raise NoFace(name=path.name)
        _tell(faces, appearances)
        if out:
            _write(out, seen.numbered, len(faces))
    return end.code


def _write(out: Path, numbered: Encoded, faces: int) -> None:
    write(out, encoded(numbered, out))
    say(f"Wrote {out} ({numbered.width} x {numbered.height}): {plural(faces, 'face')}.")


def _tell(faces: Sequence[FoundFace], appearances: Sequence[Appearance]) -> None:
    """List faces: number, size where it is largest, and of a clip when it is seen."""
    when = {each.number: each for each in appearances}
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="bold")
    for face in faces:
        size = f"{face.box.width:.0f} x {face.box.height:.0f} pixels"
        seen = when.get(face.number)
        times = [_times(seen), plural(seen.frames, "frame")] if seen else []
        table.add_row(str(face.number), size, *times)
    Console().print(table)


def _times(seen: Appearance) -> str:
    return f"{_clock(seen.first)} to {_clock(seen.last)}"


def _clock(seconds: float) -> str:
    """Return a time of a clip, to a tenth of a second: `0:04.2`."""
    minutes, rest = divmod(round(seconds * 10), 600)
    return f"{minutes}:{rest / 10:04.1f}"
