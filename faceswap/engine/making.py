"""Who makes portraits and places from words, whichever way they do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Made, Wording
from faceswap.engine.protocol import Pixels
from faceswap.engine.scenes.scene import Light
from faceswap.engine.watch import Watch
from faceswap.ports import WeightedTemplate

Cut = TypeVar("Cut")


@dataclass(frozen=True, slots=True)
class PortraitWanted:
    """A portrait of one person, or of a mix of some."""

    wording: Wording
    cast: tuple[WeightedTemplate, ...]
    frame: Frame
    seed: int
    options: Options


@dataclass(frozen=True, slots=True)
class Portrait:
    """A portrait: (height, width, 3) uint8 RGB, and how it was made."""

    pixels: Pixels
    made: Made


class Portraitist(Protocol):
    """Somebody who makes portraits from words. Calls block; several threads may call at once."""

    def portrait(self, wanted: PortraitWanted, watch: Watch) -> Portrait:
        """Make a portrait.

        Raises:
            Refusal: It cannot be done.
            BackendFault: It may work another time.
            Canceled: The watch was told to.
        """
        ...


@dataclass(frozen=True, slots=True)
class MadePlace:
    """A place: (height, width, 3) uint8 RGB, and how it was made.

    `light` and `floor` are known of what was drawn: the light there, and the ground's height in
    pixels from the top where it can be seen.
    """

    pixels: Pixels
    made: Made
    light: Light | None = None
    floor: float | None = None


class PlaceMaker(Protocol):
    """Somebody who makes places from words. Calls block; several threads may call at once."""

    def place(self, wording: Wording, sides: tuple[int, int], seed: int, watch: Watch) -> MadePlace:
        """Make a place of a width and a height in pixels, with nobody in it; errors as above."""
        ...


class Cutter(Protocol[Cut]):
    """Somebody who cuts people out. Calls block; several threads may call at once."""

    def cut_out(self, picture: Pixels, name: str = "") -> Cut:
        """Cut everybody out of a picture; its file's `name` is for the refusal.

        Raises:
            Refusal: There is nobody.
        """
        ...

    def put_before(self, cutout: Cut, place: MadePlace) -> Pixels:
        """Return the people before a place of their picture's size, (height, width, 3) uint8."""
        ...


@dataclass(frozen=True, slots=True)
class Makers:
    """Who makes pictures from words here, and cuts people out.

    `name` is what the maker is called. `scenes` and `backdrops` are what can be asked for by name.
    A maker that `is_slow` gets one order at a time, beside the swaps.
    """

    portraits: Portraitist
    places: PlaceMaker
    cutter: Cutter[Any]
    name: str
    scenes: tuple[str, ...] = ()
    backdrops: tuple[str, ...] = ()
    is_slow: bool = False
