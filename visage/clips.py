"""Swapping faces in animations and videos: which file may be written, and how far it is."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Thread
from typing import Generic, TypeVar

from faceswap.domain.clip import ClipKind, ClipOutcome, Progress
from faceswap.engine.watch import Watch
from visage.asked import Swap
from visage.paths import refuse_out
from visage.terminal import Bar, plural

ENDINGS = {
    ClipKind.GIF: [".gif"],
    ClipKind.APNG: [".png", ".apng"],
    ClipKind.WEBP: [".webp"],
    ClipKind.AVIF: [".avif"],
    ClipKind.VIDEO: [".mp4", ".webm"],
}
Result = TypeVar("Result")

LOOK_EVERY = 0.1
"""Seconds between two looks at how far a clip is."""


@dataclass(frozen=True, slots=True)
class Watched(Generic[Result]):
    """What came of something that was watched, and how many seconds it took."""

    result: Result
    seconds: float


def refuse_clip_out(swap: Swap, kind: ClipKind, *, force: bool) -> None:
    """See that a clip of a kind can be written.

    Raises:
        Misused: It cannot, or should not, or must have another ending.
    """
    name, endings = swap.target.name, ENDINGS[kind]
    if kind.is_animation:
        why = f"{name} is an animation and comes back as its own kind; "
    else:
        why = f"{name} is a video; "
        endings = [".webm"] if swap.options.webm else endings
    refuse_out(swap.out, endings, force=force, why=why)


def watched(work: Callable[[Watch], Result], bar: Bar, what: str = "frame") -> Watched[Result]:
    """Do what can be watched on a thread, and show how far it is in frames or in `what` it does.

    Raises:
        KeyboardInterrupt: It was stopped from the keyboard; the work has ended then.
    """
    watch, began = Watch(), time.monotonic()
    future = Future[Result]()
    thread = Thread(target=_do, args=(work, watch, future), name="clip", daemon=True)
    try:
        thread.start()
        while not wait([future], LOOK_EVERY).done:
            if progress := watch.progress:
                bar.show(progress.done, progress.total, told(progress, what))
    except BaseException:
        watch.cancel()
        # It takes a frame or so, and what it has written goes with it.
        wait([future])
        raise
    return Watched(future.result(), time.monotonic() - began)


def _do(work: Callable[[Watch], Result], watch: Watch, future: Future[Result]) -> None:
    try:
        future.set_result(work(watch))
    except BaseException as error:  # noqa: BLE001 - whoever waits is told
        future.set_exception(error)


def told(progress: Progress, what: str = "frame") -> str:
    """Return how far it is: `41%  123 of 300 frames  45 fps  0:04 left`."""
    words = [f"{progress.share:.0%}", f"{progress.done} of {plural(progress.total, what)}"]
    if progress.fps > 0:
        words.append(f"{progress.fps:.0f} fps")
    if (left := progress.seconds_left) is not None:
        words.append(f"{clock(left)} left")
    return "  ".join(words)


def clock(seconds: float) -> str:
    """Return seconds as people write them: `0:04`, `12:30`, `1:02:03`."""
    minutes, whole = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{whole:02}" if hours else f"{minutes}:{whole:02}"


def told_of_clip(rendered: Watched[ClipOutcome], swap: Swap) -> str:
    """Return what to say of a clip that was written."""
    outcome = rendered.result
    length = f"{plural(outcome.frames, 'frame')}, {outcome.seconds:.1f} s"
    found = len(outcome.appearances)
    faces = f"{swap.wanted(found)} of {plural(found, 'face')} swapped"
    speed = f"{outcome.frames / max(rendered.seconds, 0.001):.0f} fps"
    return (
        f"Wrote {swap.out} ({outcome.width} x {outcome.height}, {length}): {faces} in "
        f"{plural(outcome.changed, 'frame')}, {speed}{swap.told_of_left(found)}."
    )
