"""Somebody who makes pictures from words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from faceswap.domain.media import Encoded
from faceswap.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Brief:
    """What is to be made: `width` by `height` pixels, the same again for the same seed.

    With a `picture`, a PNG, what is made starts from it; with a `mask` too, a PNG of the same size,
    only what is white there is made anew.
    """

    wording: Wording
    width: int
    height: int
    seed: int
    picture: bytes | None = None
    mask: bytes | None = None


class MakerWatch(Protocol):
    """How whoever asked follows a picture being made."""

    def steps(self, done: int, total: int) -> None:
        """Be told how far it is.

        Raises:
            Canceled: It is no longer wanted.
        """
        ...

    @property
    def is_canceled(self) -> bool:
        """Tell whether it is no longer wanted."""
        ...

    def on_cancel(self, stop: Callable[[], None]) -> None:
        """Have `stop` called, on any thread, as soon as it is no longer wanted."""
        ...


class ImageMaker(Protocol):
    """Somebody who makes pictures from words. Calls block; one may have to wait for another."""

    @property
    def name(self) -> str:
        """Return what it is called in replies and logs."""
        ...

    def make(self, brief: Brief, watch: MakerWatch) -> Encoded:
        """Make a picture; what is returned came from outside and is to be decoded with care.

        Raises:
            Refusal: The words are not to its taste, or too many.
            BackendFault: It cannot just now.
            Canceled: It is no longer wanted.
        """
        ...
