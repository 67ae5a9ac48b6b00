"""Swapping and learning faces in files, with the engine in this process."""

from __future__ import annotations

import io
import os
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn

from faceswap.domain.errors import TooFewFaces, UnknownFlags, VisageError
from faceswap.domain.face import Template
from faceswap.domain.idlist import LEAVE, MOST_SLOTS
from faceswap.domain.media import EXTENSIONS, NamedBytes, PictureLimits
from faceswap.domain.options import parse_options
from faceswap.engine.studio import Studio
from faceswap.ports import Casting, SwapOrder, SwapResult, WeightedTemplate
from visage.engine import load_studio
from visage.templates import SUFFIX, from_bytes, is_template, to_bytes

LIMITS = PictureLimits(most_bytes=500 * 1024 * 1024, most_pixels=200_000_000)
NO_LIMIT = 1 << 40
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
FINE = {"JPEG": {"quality": 95}, "WEBP": {"quality": 95}, "AVIF": {"quality": 90}, "PNG": {}}
DONE, REFUSED, MISUSED = 0, 1, 2

said = Console(stderr=True)


class Misused(Exception):
    """The command was not given what it needs; the text is for whoever typed it."""


def swap_files(
    files: Sequence[Path], out: Path, *, options: str, face: int | None, force: bool
) -> int:
    """Swap the faces of all files but the last into the last; return the exit code."""
    with _ending() as ending:
        if len(files) < 2:
            raise Misused("Give at least one SOURCE, and the TARGET last.")
        *sources, target = files
        if len(sources) > 1 and face is not None:
            raise Misused("--face is for one SOURCE; several go from left to right.")
        if len(sources) > MOST_SLOTS or all(str(source) == LEAVE for source in sources):
            raise Misused(f"Give 1 to {MOST_SLOTS} sources, one of which is not _.")
        flags = parse_options(options)
        _refuse_out(out, FORMATS, force=force)
        with _steps(len(sources) + 3) as steps:
            picture = _read(target)
            studio = steps.do("Loading the engine", lambda: load_studio(LIMITS))
            cast = [_cast(studio, source, steps) for source in sources]
            order = SwapOrder(picture, _placed(cast, face), flags, NO_LIMIT)
            result = steps.do(f"Swapping in {target.name}", lambda: studio.swap(order))
            steps.do(f"Writing {out.name}", lambda: _write(out, _encoded(result, out)))
        said.print(_told(result, out, sources), markup=False, highlight=False)
    return ending.code


def enrol_files(photos: Sequence[Path], out: Path, *, force: bool) -> int:
    """Learn one face from photos and write its template; return the exit code."""
    with _ending() as ending:
        _refuse_out(out, {SUFFIX: ""}, force=force)
        with _steps(3) as steps:
            files = [_read(photo) for photo in photos]
            studio = steps.do("Loading the engine", lambda: load_studio(LIMITS))
            template = steps.do("Learning the face", lambda: studio.enrol(files))
            steps.do(f"Writing {out.name}", lambda: _write(out, to_bytes(template)))
        learnt = f"{template.photos} photo{'s' if template.photos > 1 else ''}"
        said.print(
            f"Wrote {out}: a face learnt from {learnt}, {template.width:.0f} pixels wide.",
            highlight=False,
        )
    return ending.code


@dataclass
class _Ending:
    code: int = DONE


@contextmanager
def _ending() -> Generator[_Ending]:
    """Say what went wrong in one sentence, and keep the exit code for it."""
    ending = _Ending()
    try:
        yield ending
    except Misused as error:
        ending.code = MISUSED
        said.print(str(error), markup=False, highlight=False)
    except UnknownFlags as error:
        ending.code = MISUSED
        flags = ", ".join(error.flags)
        said.print(f"There is no option {flags}; there are -m, -f and -s.", markup=False)
    except TooFewFaces as error:
        ending.code = REFUSED
        faces = "1 face" if error.found == 1 else f"{error.found} faces"
        said.print(f"{error.name} has {faces}, and none is number {error.place}.", markup=False)
    except (VisageError, OSError, ValueError) as error:
        ending.code = REFUSED
        said.print(str(error), markup=False, highlight=False)


class _Steps:
    """A progress bar that names what is done."""

    def __init__(self, bar: Progress, total: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=total)

    def do(self, what: str, work: Any) -> Any:
        """Do one step and return what it comes to."""
        self._bar.update(self._task, description=what)
        result = work()
        self._bar.advance(self._task)
        return result


@contextmanager
def _steps(total: int) -> Generator[_Steps]:
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn())
    hidden = not said.is_terminal
    with Progress(*columns, console=said, transient=True, disable=hidden) as bar:
        yield _Steps(bar, total)


def _read(path: Path) -> NamedBytes:
    if not path.is_file():
        raise Misused(f"There is no file {path}.")
    return NamedBytes(path.name, path.read_bytes())


def _cast(studio: Studio[Any, Any], source: Path, steps: _Steps) -> Casting:
    if str(source) == LEAVE:
        return steps.do("Leaving a face", lambda: None)
    file = _read(source)
    template = steps.do(f"Learning {source.name}", lambda: _template(studio, file, source))
    return (WeightedTemplate(template, 1.0),)


def _template(studio: Studio[Any, Any], file: NamedBytes, path: Path) -> Template:
    return from_bytes(file.data, path) if is_template(file.data) else studio.enrol([file])


def _placed(cast: list[Casting], face: int | None) -> tuple[Casting, ...]:
    """Return who goes where; one alone, without a number, means the largest face."""
    if face is None:
        return tuple(cast)
    # A list of one would mean the largest face.
    return (*[None] * (face - 1), *cast, *([None] if face == 1 else []))


def _refuse_out(out: Path, suffixes: dict[str, str], *, force: bool) -> None:
    if out.suffix.lower() not in suffixes:
        raise Misused(f"OUT must end in {' or '.join(suffixes)}, not as {out.name} does.")
    if out.exists() and not force:
        raise Misused(f"{out} is there already; add --force to write over it.")
    if not out.parent.is_dir():
        raise Misused(f"There is no folder {out.parent}.")


def _encoded(result: SwapResult, out: Path) -> bytes:
    """Return the result in the kind that the file's name says."""
    made, kind = result.result, FORMATS[out.suffix.lower()]
    if FORMATS[EXTENSIONS[made.media_type]] == kind:
        return made.data
    stream = io.BytesIO()
    with Image.open(io.BytesIO(made.data)) as image:
        plain = image.convert("RGB") if kind == "JPEG" else image
        plain.save(stream, kind, icc_profile=image.info.get("icc_profile"), **FINE[kind])
    return stream.getvalue()


def _write(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _told(result: SwapResult, out: Path, sources: Sequence[Path]) -> str:
    size, found = f"{result.result.width} x {result.result.height}", len(result.faces)
    faces = f"{len(result.swapped)} of {found} face{'s' if found > 1 else ''} swapped"
    beyond = ", ".join(source.name for source in sources[found:] if str(source) != LEAVE)
    left = f"; none was left for {beyond}" if beyond else ""
    return f"Wrote {out} ({size}): {faces}{left}."
