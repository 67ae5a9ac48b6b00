"""Clips in, clips out: reading, rendering, fitting and their sound, over files in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Generic

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits, ClipOutcome, Progress
from faceswap.domain.errors import BrokenClip, FaceTooSmall, NoFace, ResultTooLarge, TooFewFaces
from faceswap.domain.mark import checked_mark
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.options import Options
from faceswap.engine.casting import LEAST_WIDTH, Cast
from faceswap.engine.media import stills
from faceswap.engine.media.animation_reader import AnimationReader
from faceswap.engine.media.animation_writers import (
    next_scale,
    open_animation_writer,
    scaled_sides,
)
from faceswap.engine.media.clips import ClipInfo, ClipWriter
from faceswap.engine.media.fitting import Fitted, fit
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.media.sandbox.clip import SandboxedClip
from faceswap.engine.media.video_writer import Container, VideoWriter
from faceswap.engine.protocol import Engine, Face, Source
from faceswap.engine.rendering import (
    GLIMPSE_SIDE,
    SLOTS,
    Rendered,
    glimpse,
    look_through,
    render,
    track,
)
from faceswap.engine.scratch import Scratch, beside, in_memory
from faceswap.engine.stopwatch import stage
from faceswap.engine.watch import Watch
from faceswap.ports import Casting, Survey, SwapOrder, SwapResult

MEDIA_TYPES = {
    ClipKind.GIF: "image/gif",
    ClipKind.APNG: "image/apng",
    ClipKind.WEBP: "image/webp",
    ClipKind.AVIF: "image/avif",
}
# How often an animation that is too large is made smaller.
MOST_TRIES = 4
# What is read of our own making is as large as it is.
OURS = ClipLimits(1 << 40, 1e9, 1 << 30, 1 << 30, 1)


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a clip is to be swapped; `most_bytes` None means however large, `mark` '' none.

    What cannot be made to fit is left as it is, if it has at most `linked_bytes`.
    """

    cast: tuple[Casting, ...]
    options: Options
    reference_seconds: float = 0.0
    most_bytes: int | None = None
    mark: str = ""
    linked_bytes: int = 0


@dataclass(frozen=True, slots=True)
class _Target:
    """A clip as it arrived, or where it is, and what it is called."""

    file: bytes | Path
    name: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a clip, beside the file."""

    outcome: ClipOutcome
    rendered: Rendered
    was_reduced: bool


class ClipStudio(Generic[Face, Source]):
    """Works on clips. Calls block; several threads may call at once."""

    def __init__(self, engine: Engine[Face, Source], sandbox: Sandbox, limits: ClipLimits) -> None:
        self._engine = engine
        self._sandbox = sandbox
        self._limits = limits

    def measure(self, file: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it.

        Raises:
            PictureRefused: It is none, or larger than the limits.
        """
        return self._sandbox.measure(file.data, file.name, self._limits)

    def survey(self, file: NamedBytes, watch: Watch) -> Survey:
        """Look through a clip and tell who is seen in it and when.

        Raises:
            PictureRefused: It is none, or larger than the limits.
            NoFace: Nobody is seen in it.
            Canceled: The watch was told to.
        """
        with watch.counting(), self._opened(_Target(file.data, file.name), watch) as clip:
            people = look_through(clip, self._engine, watch)
        if not len(people):
            raise NoFace(name=file.name)
        sheet = stills.preview(people.sheet())
        return Survey(clip.info.facts, people.faces, people.appearances, sheet)

    def swap(self, order: SwapOrder, watch: Watch) -> SwapResult:
        """Do what was ordered.

        Raises:
            Refusal: The clip, its faces or a template will not do, or the result does not fit.
            Canceled: The watch was told to.
        """
        wanted = Wanted(
            order.cast,
            order.options,
            order.reference_seconds,
            order.most_bytes,
            order.mark,
            order.linked_bytes,
        )
        with watch.counting(), in_memory() as scratch:
            target = _Target(order.target.data, order.target.name)
            made, result = self._make(target, wanted, watch, scratch)
            data = result.read_bytes()
        outcome, rendered = made.outcome, made.rendered
        kind = "video/webm" if order.options.webm else "video/mp4"
        media_type = MEDIA_TYPES.get(outcome.kind, kind)
        people = rendered.people
        return SwapResult(
            result=Encoded(data, media_type, outcome.width, outcome.height),
            before=rendered.before or stills.preview(people.sheet()),
            numbered=stills.preview(people.sheet()) if len(people) > 1 else None,
            faces=people.faces,
            swapped=rendered.swapped,
            was_reduced=made.was_reduced,
            clip=outcome,
            after=rendered.after if len(data) > order.most_bytes else None,
        )

    def swap_file(self, target: Path, out: Path, wanted: Wanted, watch: Watch) -> Made:
        """Swap faces in a clip and write it; `out` is there when this returns, and only then.

        Raises:
            Refusal: The clip, its faces or a template will not do, or the result does not fit.
            Canceled: The watch was told to.
        """
        with watch.counting(), beside(out) as scratch:
            made, result = self._make(_Target(target, target.name), wanted, watch, scratch)
            result.replace(out)
        return made

    def _make(
        self, target: _Target, wanted: Wanted, watch: Watch, scratch: Scratch
    ) -> tuple[Made, Path]:
        """Return what came of a clip, and where it was written."""
        mark = checked_mark(wanted.mark)
        sources = [self._source(who) for who in wanted.cast]
        main = self._main(target, wanted, watch)
        draft = scratch("draft")
        with self._opened(target, watch) as clip:
            info, cast = clip.info, Cast(sources, main)
            writer = _writer(draft, info, wanted.options, watch)
            rendered = render(clip, self._engine, cast, wanted.options, writer, watch, mark)
        _refuse_unchanged(rendered, target.name, wanted.cast)
        if info.facts.kind.is_animation:
            fitted, result = _fit_animation(draft, info, wanted, watch, scratch)
        else:
            fitted, result = self._finish_video(draft, target, info, wanted, watch, scratch)
        outcome = ClipOutcome(
            kind=info.facts.kind,
            frames=rendered.frames,
            changed=rendered.changed,
            seconds=rendered.seconds,
            width=fitted.width,
            height=fitted.height,
            bits=fitted.bits,
            appearances=rendered.people.appearances,
        )
        layout = info.layout
        was_reduced = fitted != Fitted(0, layout.width, layout.height)
        return Made(outcome, rendered, was_reduced), result

    def _opened(self, target: _Target, watch: Watch) -> AbstractContextManager[SandboxedClip]:
        return self._sandbox.clip(
            target.file, target.name, self._limits, SLOTS, on_cancel=watch.on_cancel
        )

    def _source(self, who: Casting) -> Source | None:
        if who is None:
            return None
        return self._engine.open([(each.template, each.weight) for each in who])

    def _main(self, target: _Target, wanted: Wanted, watch: Watch) -> int | None:
        """Return the number of the largest face at the moment of reference, if one is named."""
        at = wanted.reference_seconds
        if at <= 0 or len(wanted.cast) > 1:
            return None
        with self._opened(target, watch) as clip:
            seen = ()
            # What is charged is rendered frames, and none of these are.
            looking = Progress(0, clip.info.facts.frames)
            for tracked in track(clip, self._engine):
                seen = tracked.frame.seen or seen
                watch.report(looking, partial(glimpse, tracked.frame.canvas, GLIMPSE_SIDE))
                tracked.moment.release()
                if seen and tracked.since * clip.info.timing.base >= at:
                    break
        largest = max(seen, key=lambda each: each.box.area, default=None)
        return largest.number if largest else None

    def _finish_video(
        self,
        silent: Path,
        target: _Target,
        info: ClipInfo,
        wanted: Wanted,
        watch: Watch,
        scratch: Scratch,
    ) -> tuple[Fitted, Path]:
        """Give the pictures their sound and make them fit; return where that is."""
        whole, most = scratch("whole"), wanted.most_bytes
        self._mux(silent, target, whole, wanted.options, watch)
        size = whole.stat().st_size
        if most is None or size <= most:
            return Fitted(0, info.layout.width, info.layout.height), whole
        smaller = scratch("smaller")
        try:
            with stage("fit"):
                fitted = fit(
                    silent,
                    smaller,
                    info,
                    _container(wanted.options),
                    most_bytes=most,
                    audio_bytes=max(0, size - silent.stat().st_size),
                    goes_on=watch.go_on,
                )
        except ResultTooLarge:
            if size > wanted.linked_bytes:
                raise
            return Fitted(0, info.layout.width, info.layout.height), whole
        self._mux(smaller, target, whole, wanted.options, watch)
        return fitted, whole

    def _mux(
        self, silent: Path, target: _Target, out: Path, options: Options, watch: Watch
    ) -> None:
        """Write a video with the original's sound; one that cannot be had is left out."""
        container = _container(options)
        mux = partial(self._sandbox.mux, silent, target.file, target.name, out, container)
        mux = partial(mux, self._limits, on_cancel=watch.on_cancel)
        with stage("mux"):
            try:
                mux(keep_audio=not options.mute)
            except BrokenClip:
                mux(keep_audio=False)


def _container(options: Options) -> Container:
    return "webm" if options.webm else "mp4"


def _writer(path: Path, info: ClipInfo, options: Options, watch: Watch) -> ClipWriter:
    if info.facts.kind.is_animation:
        return open_animation_writer(path, info)
    return VideoWriter(path, info, _container(options), goes_on=watch.go_on)


def _fit_animation(
    draft: Path, info: ClipInfo, wanted: Wanted, watch: Watch, scratch: Scratch
) -> tuple[Fitted, Path]:
    """Make an animation of ours smaller if it has to be; return where it is.

    Raises:
        ResultTooLarge: It cannot be made small enough.
    """
    size, most_bytes = draft.stat().st_size, wanted.most_bytes
    as_it_is = Fitted(0, info.layout.width, info.layout.height), draft
    if most_bytes is None or size <= most_bytes:
        return as_it_is
    scale, tried, smaller = 1.0, size, scratch("smaller")
    for _ in range(MOST_TRIES):
        scale = next_scale(tried, most_bytes, scale)
        with stage("fit"):
            _copy_animation(draft, smaller, info, scale, watch)
        tried = smaller.stat().st_size
        if tried <= most_bytes:
            return Fitted(0, *scaled_sides(info.layout, scale)), smaller
    if size <= wanted.linked_bytes:
        return as_it_is
    raise ResultTooLarge(size=size, limit=most_bytes)


def _copy_animation(own: Path, out: Path, info: ClipInfo, scale: float, watch: Watch) -> None:
    """Write an animation of ours once more, at a scale; ours needs no sandbox to be read."""
    reader = AnimationReader(own, own.name, OURS)
    writer = open_animation_writer(out, info, scale)
    try:
        for moment in reader.moments():
            watch.go_on()
            writer.add(moment.planes, moment.time, moment.duration)
        writer.close()
    except BaseException:
        writer.abandon()
        raise
    finally:
        reader.close()


def _refuse_unchanged(rendered: Rendered, name: str, cast: Sequence[Casting]) -> None:
    """Refuse a clip in which nothing was swapped.

    Raises:
        NoFace: Nobody is seen in it.
        TooFewFaces: Every place that is not empty lies beyond the faces.
        FaceTooSmall: None of the faces wanted is ever large enough.
    """
    if rendered.changed:
        return
    faces = rendered.people.faces
    if not faces:
        raise NoFace(name=name)
    wanted = [at for at, who in enumerate(cast, 1) if who]
    if len(cast) > 1 and wanted[0] > len(faces):
        raise TooFewFaces(name=name, found=len(faces), place=wanted[0])
    widest = max(face.box.width for face in faces)
    raise FaceTooSmall(name=name, width=widest, least=LEAST_WIDTH)
