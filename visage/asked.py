"""What `visage swap` was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from faceswap.domain.idlist import LEAVE
from faceswap.domain.options import Options
from faceswap.ports import Casting


@dataclass(frozen=True, slots=True)
class Swap:
    """Who goes where, and how.

    `at` is the second of a clip whose largest face is meant, `mark` a text for the result's corner.
    """

    sources: Sequence[Path]
    target: Path
    out: Path
    options: Options
    face: int | None = None
    at: float = 0.0
    is_mute: bool = False
    mark: str = ""

    @property
    def options_of_clip(self) -> Options:
        """Return the options, with what the name of `out` says."""
        is_webm = self.out.suffix.lower() == ".webm"
        return replace(self.options, mute=self.options.mute or self.is_mute, webm=is_webm)

    def placed(self, cast: Sequence[Casting]) -> tuple[Casting, ...]:
        """Return who goes where; one alone, without a number, means the largest face."""
        if self.face is None:
            return tuple(cast)
        # A list of one would mean the largest face.
        return (*[None] * (self.face - 1), *cast, *([None] if self.face == 1 else []))

    def wanted(self, found: int) -> int:
        """Return how many of so many faces were to be swapped."""
        if len(self.sources) == 1:
            return 1
        return sum(str(source) != LEAVE for source in self.sources[:found])

    def told_of_left(self, found: int) -> str:
        """Return the words for sources that so many faces left without one."""
        beyond = [source.name for source in self.sources[found:] if str(source) != LEAVE]
        return f"; none was left for {', '.join(beyond)}" if beyond else ""
