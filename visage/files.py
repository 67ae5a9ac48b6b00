"""Swapping and learning faces in files, with the engine in this process."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from faceswap.domain.face import Template
from faceswap.domain.idlist import LEAVE, MOST_SLOTS
from faceswap.domain.mark import checked_mark
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import parse_options
from faceswap.ports import Casting, SwapOrder, SwapResult, WeightedTemplate
from visage.asked import Swap
from visage.clips import refuse_clip_out, told_of_clip, watched
from visage.engine import AnyStudio, studio_for_files
from visage.paths import draft_of, kind_of, read, refuse_out, refuse_unknown, write
from visage.pictures import FORMATS, encoded
from visage.templates import SUFFIX, from_bytes, is_template, to_bytes
from visage.terminal import Misused, Steps, ending, plural, say, steps

NO_LIMIT = 1 << 40


def swap_files(
    files: Sequence[Path],
    out: Path,
    *,
    options: str,
    face: int | None,
    at: float,
    has_audio: bool,
    mark: str,
    force: bool,
) -> int:
    """Swap the faces of all files but the last into the last; return the exit code."""
    with ending() as end:
        if len(files) < 2:
            raise Misused("Give at least one SOURCE, and the TARGET last.")
        *sources, target = files
        if len(sources) > 1 and face is not None:
            raise Misused("--face is for one SOURCE; several go from left to right.")
        if at and (len(sources) > 1 or face is not None):
            raise Misused("--at is for one SOURCE without --face; those go by the faces' numbers.")
        if len(sources) > MOST_SLOTS or all(str(source) == LEAVE for source in sources):
            raise Misused(f"Give 1 to {MOST_SLOTS} sources, one of which is not _.")
        swap = Swap(
            sources,
            target,
            out,
            parse_options(options),
            face,
            at,
            is_mute=not has_audio,
            mark=checked_mark(mark),
        )
        if kind := kind_of(target):
            refuse_clip_out(swap, kind, force=force)
            say(_swap_clip(swap))
        else:
            refuse_unknown(target)
            refuse_out(out, FORMATS, force=force, why=f"{target.name} stands still; ")
            if at:
                raise Misused(f"--at is for animations and videos; {target.name} stands still.")
            say(_swap_picture(swap))
    return end.code


def enrol_files(photos: Sequence[Path], out: Path, *, force: bool) -> int:
    """Learn one face from photos and write its template; return the exit code."""
    with ending() as end:
        refuse_out(out, [SUFFIX], force=force)
        files = [read(photo) for photo in photos]
        with steps(3) as progress, studio_for_files(progress) as studio:
            template = progress.do("Learning the face", lambda: studio.enrol(files))
            progress.do(f"Writing {out.name}", lambda: write(out, to_bytes(template)))
        learnt = plural(template.photos, "photo")
        say(f"Wrote {out}: a face learnt from {learnt}, {template.width:.0f} pixels wide.")
    return end.code


def _swap_picture(swap: Swap) -> str:
    """Swap faces in a picture, and return what to say of it."""
    out, picture = swap.out, read(swap.target)
    with steps(len(swap.sources) + 3) as progress, studio_for_files(progress) as studio:
        cast = swap.placed([_cast(studio, source, progress) for source in swap.sources])
        order = SwapOrder(picture, cast, swap.options, NO_LIMIT, mark=swap.mark)
        result = progress.do(f"Swapping in {picture.name}", lambda: studio.swap(order))
        progress.do(f"Writing {out.name}", lambda: write(out, encoded(result.result, out)))
    return _told(result, swap)


def _swap_clip(swap: Swap) -> str:
    """Swap faces in a clip, which is never in memory, and return what to say of it."""
    with (
        steps(len(swap.sources) + 2) as progress,
        studio_for_files(progress, swap.target) as studio,
    ):
        cast = swap.placed([_cast(studio, source, progress) for source in swap.sources])
        with draft_of(swap.out) as draft, progress.long(f"Swapping in {swap.target.name}") as bar:
            rendered = watched(
                lambda watch: studio.swap_file(
                    swap.target,
                    draft,
                    cast,
                    swap.options_of_clip,
                    reference_seconds=swap.at,
                    mark=swap.mark,
                    watch=watch,
                ),
                bar,
            )
    return told_of_clip(rendered, swap)


def _cast(studio: AnyStudio, source: Path, progress: Steps) -> Casting:
    if str(source) == LEAVE:
        return progress.do("Leaving a face", lambda: None)
    return learnt(studio, source, progress)


def learnt(studio: AnyStudio, source: Path, progress: Steps) -> tuple[WeightedTemplate, ...]:
    """Return who a photo or a template shows, as one step of several."""
    file = read(source)
    template = progress.do(f"Learning {source.name}", lambda: _template(studio, file, source))
    return (WeightedTemplate(template, 1.0),)


def _template(studio: AnyStudio, file: NamedBytes, path: Path) -> Template:
    return from_bytes(file.data, path) if is_template(file.data) else studio.enrol([file])


def _told(result: SwapResult, swap: Swap) -> str:
    size, found = f"{result.result.width} x {result.result.height}", len(result.faces)
    faces = f"{len(result.swapped)} of {plural(found, 'face')} swapped"
    return f"Wrote {swap.out} ({size}): {faces}{swap.told_of_left(found)}."
