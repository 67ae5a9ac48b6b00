"""`visage headshot` and `visage changebg`, with the engine in this process."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from faceswap.domain.errors import NotAStill
from faceswap.domain.mark import checked_mark
from faceswap.domain.media import PictureLimits
from faceswap.domain.prompt import PLACE_FLAGS, Prompt, parse_prompt
from faceswap.domain.wording import MOST_SEED, Frame, Made, Wording
from faceswap.engine.made_studio import UPLOADED
from faceswap.engine.making import Makers
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.protocol import Engine
from faceswap.engine.watch import Watch
from faceswap.ports import PlaceOrder, PortraitOrder, SwapResult
from faceswap.settings import SettingsRefused, load_settings
from faceswap.sidecar.makers import makers_of
from visage.clips import watched
from visage.engine import MakersOf, studio_for_files
from visage.files import NO_LIMIT, learnt
from visage.paths import kind_of, read, refuse_missing, refuse_out, write
from visage.pictures import FORMATS, encoded
from visage.terminal import Misused, Steps, ending, say, steps

GRID = 4
"""How many candidates --grid makes."""


@dataclass(frozen=True, slots=True)
class Headshot:
    """A portrait as it was asked for; without a seed, one is drawn."""

    source: Path
    prompt: str
    out: Path
    without: Sequence[str] = ()
    frames: Sequence[Frame] = ()
    seed: int | None = None
    is_grid: bool = False
    mark: str = ""

    @property
    def frame(self) -> Frame:
        """Return its form.

        Raises:
            Misused: Several were named.
        """
        if len(self.frames) > 1:
            named = " and ".join(f"--{frame}" for frame in self.frames)
            raise Misused(f"{named} do not go together; give one of them.")
        return self.frames[0] if self.frames else Frame.PORTRAIT

    @property
    def outs(self) -> list[Path]:
        """Return the files to write: `king.jpg`, or `king-1.jpg` to `king-4.jpg` of a grid."""
        if not self.is_grid:
            return [self.out]
        return [self.out.with_stem(f"{self.out.stem}-{at}") for at in range(1, GRID + 1)]


@dataclass(frozen=True, slots=True)
class Changebg:
    """A new background as it was asked for: in words, or as a picture."""

    target: Path
    words: str
    background: Path | None
    out: Path
    seed: int | None = None


def with_flags_of(prompt: Prompt, asked: Headshot) -> Headshot:
    """Return what is asked for, with what the flags in the prompt say where nothing else does."""
    seed = prompt.seed if asked.seed is None else asked.seed
    return replace(
        asked,
        without=[*prompt.wording.without, *asked.without],
        frames=asked.frames or ([prompt.frame] if prompt.frame else []),
        seed=seed,
        is_grid=asked.is_grid or prompt.is_grid,
    )


def configured(engine: Engine[Any, Any], sandbox: Sandbox) -> Makers:
    """Return who makes pictures from words, as the bot's settings say.

    Raises:
        Misused: A setting cannot be used.
    """
    try:
        settings = load_settings()
    except SettingsRefused as refused:
        raise Misused(str(refused)) from None
    return makers_of(settings, PictureLimits(), engine, sandbox)


def make_headshot(asked: Headshot, *, force: bool, makers: MakersOf = configured) -> int:
    """Make a portrait, or four, and return the exit code."""
    with ending() as end:
        prompt = parse_prompt(asked.prompt)
        asked = with_flags_of(prompt, asked)
        for out in asked.outs:
            refuse_out(out, FORMATS, force=force)
        ordered = partial(
            PortraitOrder,
            wording=Wording(prompt.wording.text, tuple(asked.without)),
            frame=asked.frame,
            options=prompt.options,
            most_bytes=NO_LIMIT,
            mark=checked_mark(asked.mark),
        )
        refuse_missing(asked.source)
        seed = _seed(asked.seed)
        with (
            steps(2 + len(asked.outs)) as progress,
            studio_for_files(progress, makers=makers) as studio,
        ):
            cast = learnt(studio, asked.source, progress)
            for later, out in enumerate(asked.outs):
                order = ordered(cast=cast, seed=(seed + later) % (MOST_SEED + 1))
                work = partial(studio.portrait, order)
                say(_made(work, out, progress, "scene"))
    return end.code


def make_changebg(asked: Changebg, *, force: bool, makers: MakersOf = configured) -> int:
    """Put the people of a picture elsewhere, and return the exit code."""
    with ending() as end:
        if (asked.background is None) == (not asked.words.strip()):
            raise Misused("Say in WORDS where to, or give a picture with --background.")
        refuse_out(asked.out, FORMATS, force=force)
        for path in (asked.target, asked.background):
            if path and kind_of(path):
                raise NotAStill(name=path.name)
        background = asked.background
        prompt = parse_prompt(asked.words, takes=PLACE_FLAGS[:2])
        order = PlaceOrder(
            target=read(asked.target),
            wording=None if background else prompt.wording,
            background=read(background) if background else None,
            seed=_seed(prompt.seed if asked.seed is None else asked.seed),
            most_bytes=NO_LIMIT,
        )
        with steps(2) as progress, studio_for_files(progress, makers=makers) as studio:
            say(_made(partial(studio.place, order), asked.out, progress, "backdrop"))
    return end.code


def _seed(given: int | None) -> int:
    return secrets.randbelow(MOST_SEED + 1) if given is None else given


def _made(work: Callable[[Watch], SwapResult], out: Path, progress: Steps, what: str) -> str:
    """Make a picture and write it; return what to say of it."""
    with progress.long(f"Making {out.name}") as bar:
        result = watched(work, bar, "step").result
    write(out, encoded(result.result, out))
    size = f"{result.result.width} x {result.result.height}"
    return f"Wrote {out} ({size}){_shown(result.made, what)}."


def _shown(made: Made | None, what: str) -> str:
    """Return what to say of what a picture shows, and how to have it again."""
    if made is None or made.maker == UPLOADED:
        return ""
    again = f"--seed {made.seed} makes it again"
    if not made.scene:
        return f": made by {made.maker}; {again}"
    shown = f"the {what} {made.scene}, {made.title}; {again}"
    return (
        f": {shown}" if made.is_match else f": no {what} fits those words, the closest is {shown}"
    )
