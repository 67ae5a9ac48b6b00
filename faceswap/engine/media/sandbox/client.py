"""The sandbox as the sidecar's threads use it: blocking calls, and refusals like any decoder's."""

from __future__ import annotations

import dataclasses
import errno
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import numpy as np

from faceswap.domain.clip import ClipFacts, ClipLimits
from faceswap.domain.errors import MEGABYTE, BackendDown, BackendLost, BrokenClip, BrokenPicture
from faceswap.domain.errors.pictures import PictureRefused
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media.sandbox import forms, limits
from faceswap.engine.media.sandbox.clip import SandboxedClip
from faceswap.engine.media.sandbox.files import Source, opened
from faceswap.engine.media.sandbox.limits import Allowance
from faceswap.engine.media.sandbox.memory import has_size, mapped, shared_memory
from faceswap.engine.media.sandbox.parent import Child, Zygote
from faceswap.engine.media.sandbox.talk import Talk
from faceswap.engine.media.sandbox.wire import Message
from faceswap.engine.media.sound import Sound
from faceswap.engine.media.stills import Still
from faceswap.engine.media.video_writer import Container

READERS = "faceswap.engine.media.sandbox.readers"
ATTEMPTS = 3
"""How often a child is asked for; that a zygote has died is noticed by asking."""
SLOTS = 12
PATIENCE = 20.0
"""Seconds a child may be silent while its word is awaited."""

Result = TypeVar("Result")
OnCancel = Callable[[Callable[[], None]], None]
"""Takes what ends some work, to be called from any thread once nobody wants it any more."""


def _never(_: Callable[[], None]) -> None:
    return


@dataclass(frozen=True, slots=True)
class Guards:
    """What a child was kept from when it tried."""

    network: bool
    files: bool
    processes: bool
    signals: bool
    memory: bool


@dataclass(frozen=True, slots=True)
class _Job:
    """What a child is to do; see `child`."""

    work: str
    name: str
    descriptors: Sequence[int]
    allowance: Allowance
    bounds: ClipLimits | PictureLimits | None = None
    broken: type[PictureRefused] = BrokenClip
    more: Message = field(default_factory=dict)

    @property
    def message(self) -> Message:
        """Return it as the child is told."""
        return {
            "work": self.work,
            "name": self.name,
            "allowance": dataclasses.asdict(self.allowance),
            "limits": dataclasses.asdict(self.bounds) if self.bounds else None,
            **self.more,
        }


class Sandbox:
    """Decodes files of strangers, each in a process that ends with it.

    The first file starts the zygote, unless `start` did; a zygote that dies is started anew. All
    methods block and may be called from any thread.
    """

    def __init__(self, readers: str = READERS, patience: float = PATIENCE) -> None:
        """Take the name of the module that opens files; see `child.Readers`."""
        self._readers = readers
        self._patience = patience
        self._lock = threading.Lock()
        self._zygote: Zygote | None = None
        self._spare: Child | None = None
        self._is_closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self.close()

    def start(self) -> None:
        """Start the zygote now, and a child that waits for the first file.

        Raises:
            BackendDown: It does not start.
        """
        with self._lock:
            self._spare = self._spare or self._fork()

    def close(self) -> None:
        """End the zygote and whatever is being decoded."""
        with self._lock:
            self._is_closed = True
            self._drop()

    @property
    def zygote_pid(self) -> int:
        """Return the zygote's process id, which is started for it where there is none."""
        self.start()
        with self._lock:
            return self._zygote.pid if self._zygote else 0

    def measure(self, file: Source, name: str, bounds: ClipLimits) -> ClipFacts:
        """Tell what a clip is, without decoding all of it.

        Raises:
            PictureRefused: It is no clip, or larger than the limits.
            BackendDown: The sandbox cannot be started.
        """
        with opened(file) as descriptor:
            job = _Job("measure", name, [descriptor], limits.for_measuring(bounds), bounds)
            return self._answered(job, lambda talk: _measure(talk, bounds))

    def still(self, file: NamedBytes, bounds: PictureLimits) -> Still:
        """Decode a picture; its pixels are in shared memory that goes when they do.

        Raises:
            PictureRefused: It is none, or larger than the limits, or moves.
            BackendDown: The sandbox cannot be started.
        """
        allowance = limits.for_still(bounds)
        with opened(file.data) as given, shared_memory() as pixels:
            job = _Job("still", file.name, [given, pixels], allowance, bounds, BrokenPicture)
            return self._answered(job, lambda talk: _still(talk, pixels, bounds))

    @contextmanager
    def clip(
        self,
        file: Source,
        name: str,
        bounds: ClipLimits,
        slots: int = SLOTS,
        on_cancel: OnCancel = _never,
    ) -> Iterator[SandboxedClip]:
        """Open a clip, of which up to `slots` frames can be held at once.

        Raises:
            PictureRefused: It is no clip, or larger than the limits.
            Canceled: What `on_cancel` was given was called.
            BackendDown: The sandbox cannot be started.
            BackendLost: It was ended from outside.
        """
        allowance = limits.for_clip(bounds, slots)
        with opened(file) as descriptor:
            job = _Job("clip", name, [descriptor], allowance, bounds)
            with self._talk(job, on_cancel=on_cancel) as talk:
                yield SandboxedClip(talk, name, bounds, slots)

    def mux(
        self,
        video: Path,
        original: Source,
        name: str,
        out: Path,
        container: Container,
        bounds: ClipLimits,
        *,
        keep_audio: bool = True,
        on_cancel: OnCancel = _never,
    ) -> Sound:
        """Write a finished video with the sound of the clip it was made of, to `out`.

        Raises:
            BrokenClip: The original was too much for its decoder.
            Canceled: What `on_cancel` was given was called.
            BackendDown: The sandbox cannot be started.
            OSError: There is no room for `out`.
        """
        more: Message = {"container": container, "keep_audio": keep_audio}
        with opened(video) as pictures, opened(original) as sounding, out.open("w+b") as result:
            descriptors = [pictures, sounding, result.fileno()]
            allowance = limits.for_mux(bounds, os.fstat(pictures).st_size)
            job = _Job("mux", name, descriptors, allowance, more=more)
            return self._answered(job, _sound, limits.MUX_SECONDS, on_cancel)

    def guards(self) -> Guards:
        """Let a child try what it must not be able to do, and tell what it was kept from.

        Raises:
            BackendDown: The sandbox cannot be started.
            PictureRefused: The child cannot even say so.
        """
        job = _Job("guards", "", [], Allowance(256 * MEGABYTE, cpu_seconds=5))
        return Guards(**self._answered(job, Talk.hear)["guards"])

    # ── Children ────────────────────────────────────────────────────────────────────────────────

    def _answered(
        self,
        job: _Job,
        ask: Callable[[Talk], Result],
        patience: float | None = None,
        on_cancel: OnCancel = _never,
    ) -> Result:
        """Have a short job done, and done again when the zygote died over it."""
        with suppress(BackendLost), self._talk(job, patience, on_cancel) as talk:
            return ask(talk)
        with self._talk(job, patience, on_cancel) as talk:
            return ask(talk)

    @contextmanager
    def _talk(
        self, job: _Job, patience: float | None = None, on_cancel: OnCancel = _never
    ) -> Iterator[Talk]:
        child, zygote = self._child(job)
        talk = Talk(child, job.name, job.broken, patience or self._patience)
        try:
            on_cancel(talk.cancel)
            yield talk
        except BackendLost:
            self._forget(zygote)
            raise
        finally:
            talk.close()

    def _child(self, job: _Job) -> tuple[Child, Zygote | None]:
        """Return a child that has its job, and whose child it is."""
        for _ in range(ATTEMPTS):
            with self._lock:
                child, self._spare = self._spare or self._fork(), None
                zygote = self._zygote
            try:
                # Whoever had them before has read on in them: a place in a file is shared.
                for descriptor in job.descriptors:
                    os.lseek(descriptor, 0, os.SEEK_SET)
                child.say(job.message, job.descriptors)
            except OSError:
                child.close()
            else:
                self._keep_spare()
                return child, zygote
        raise BackendDown

    def _forget(self, zygote: Zygote | None) -> None:
        """Let go of a zygote that was lost, though it may still be about to end."""
        with self._lock:
            if self._zygote is zygote:
                self._drop()

    def _keep_spare(self) -> None:
        """Have a child wait for the next file; forking it then would cost that file's time.

        It gets ready beside the one that has just begun to decode, which takes one core.
        """
        with self._lock, suppress(BackendDown):
            if self._spare is None and self._zygote is not None:
                self._spare = self._fork()

    def _fork(self) -> Child:
        if self._is_closed:
            raise BackendDown
        if self._zygote is not None:
            if self._zygote.is_alive:
                with suppress(OSError):
                    return self._zygote.fork()
            self._drop()
        self._zygote = Zygote(self._readers)
        try:
            return self._zygote.fork()
        except OSError:
            raise BackendDown from None

    def _drop(self) -> None:
        spare, self._spare = self._spare, None
        zygote, self._zygote = self._zygote, None
        if spare is not None:
            spare.close(wait=False)
        if zygote is not None:
            zygote.close()


def _measure(talk: Talk, bounds: ClipLimits) -> ClipFacts:
    said = talk.hear()
    with _no_lies(talk):
        return forms.facts_from_wire(said.get("facts"), bounds)


def _sound(talk: Talk) -> Sound:
    answer = talk.hear()
    if answer.get("full") is True:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    said = answer.get("sound")
    if said not in set(Sound):
        talk.fail("an unknown sound")
    return Sound(said)


def _still(talk: Talk, pixels: int, bounds: PictureLimits) -> Still:
    said = talk.hear()
    with _no_lies(talk):
        form = forms.still_from_wire(said.get("still"), bounds)
    if not has_size(pixels, form.size):
        talk.fail("it wrote more or less than a picture")
    # It ends by itself; to wait for that would cost milliseconds of every picture.
    talk.close(wait=False)
    memory = np.frombuffer(mapped(pixels, form.size), np.uint8)
    memory.flags.writeable = False
    colours = 3 * form.width * form.height
    profile = form.size - form.icc
    sides = (form.height, form.width)
    return Still(
        pixels=memory[:colours].reshape(*sides, 3),
        kind=form.kind,
        is_lossless=form.is_lossless,
        alpha=memory[colours:profile].reshape(sides) if form.has_alpha else None,
        icc=memory[profile:].tobytes() or None,
        subsampling=form.subsampling,
    )


@contextmanager
def _no_lies(talk: Talk) -> Iterator[None]:
    try:
        yield
    except forms.Lie as lie:
        talk.fail(str(lie))
