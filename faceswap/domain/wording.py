"""What a picture is asked for in words, and what came of the words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_SEED = 2**32 - 1
"""The largest seed there is; the generators that are in use take 32 bits."""


class Frame(StrEnum):
    """The form of a picture that is made."""

    SQUARE = "square"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @property
    def sides(self) -> tuple[int, int]:
        """Return its width and height in pixels, both multiples of 64, as generators want them."""
        return _SIDES[self]


_SIDES = {
    Frame.SQUARE: (1024, 1024),
    Frame.PORTRAIT: (832, 1216),
    Frame.LANDSCAPE: (1216, 832),
}


@dataclass(frozen=True, slots=True)
class Wording:
    """What is to be seen, and what is not: each of `without` is a word or a few."""

    text: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """How a picture was made.

    `maker` is the name of who made it; `scene` and `title` name the scene or the backdrop that was
    drawn ("mad king", "a king on his throne"), '' of a generator's picture. `is_match` tells that a
    word of the prompt chose it; else it is merely the closest. `seed` makes the same picture again.
    """

    maker: str
    seed: int
    scene: str = ""
    title: str = ""
    is_match: bool = True
