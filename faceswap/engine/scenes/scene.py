"""What a scene is made of: a backdrop, a body, what is worn or held, and a place for a head.

All is drawn on a sheet of units. A square picture shows 0 to 1000 of it both ways; a portrait less
at the sides and more below, a landscape more at the sides. What reaches the picture's edge is drawn
on to the sheet's own edges, `LEFT` to `RIGHT` and `TOP` to `BOTTOM`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

LEFT, TOP, RIGHT, BOTTOM = -260, -120, 1260, 1260
HEAD_UNITS = 400.0
"""How high a head is in its own units, from the crown of the skull to the chin."""

Drawn = TypeVar("Drawn")


class Mood(StrEnum):
    """What a face and a figure express."""

    CALM = "calm"
    HAPPY = "happy"
    EVIL = "evil"
    SAD = "sad"
    ANGRY = "angry"
    PROUD = "proud"


class Finish(StrEnum):
    """What the whole picture is made to look like at the end."""

    PHOTO = "photo"
    OIL = "oil"
    COMIC = "comic"
    FILM = "film"


class Hair(StrEnum):
    """How hair is worn; `HIDDEN` under something that covers all of it, `NONE` by a bald head."""

    SHORT = "short"
    LONG = "long"
    CURLY = "curly"
    BUN = "bun"
    HIDDEN = "hidden"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a figure, each #rrggbb.

    `main` is most of what it wears, `second` goes with it, `accent` catches the eye.
    """

    main: str
    second: str
    metal: str = "#d9b24c"
    accent: str = "#b3202c"


@dataclass(frozen=True, slots=True)
class Light:
    """The light of a place.

    `x`, `y` and `z` point from the face to the lamp: to the picture's right, down, and towards the
    camera; they need no unit length. `colour` is the lamp's, `ambient` that of all around;
    `strength` is the lamp's share of the light, 0 to 1. `rim` is the colour of a light from behind
    that lines the figure's edges, '' for none.
    """

    x: float = -0.5
    y: float = -0.6
    z: float = 0.7
    colour: str = "#fff2e0"
    ambient: str = "#8c94a6"
    strength: float = 0.6
    rim: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """Where a head is: the middle of the skull, its height from crown to chin, and its turn.

    Degrees; `yaw` towards the picture's right, `pitch` upwards, `roll` clockwise. Artwork holds to
    25 of yaw, 12 of pitch and 15 of roll.
    """

    x: float = 500.0
    y: float = 400.0
    height: float = 400.0
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0

    def worn(self, svg: str) -> str:
        """Return what is drawn in the head's own units, where it belongs on the sheet.

        There the middle of the skull is 0, 0; the crown lies at y -200, the eyes at 10, the chin
        at 200; the skull reaches from x -148 to 148, the ears to 166 either way, from y 0 to 95.
        """
        scale = self.height / HEAD_UNITS
        place = f"translate({self.x:.1f} {self.y:.1f}) rotate({self.roll:.1f}) scale({scale:.4f})"
        return f'<g transform="{place}">{svg}</g>'


@dataclass(frozen=True, slots=True)
class Dice:
    """Chance that a seed and a name decide: the same ones always fall the same."""

    seed: int

    def share(self, name: str) -> float:
        """Return a number from 0 up to 1."""
        digest = hashlib.blake2b(f"{self.seed}/{name}".encode(), digest_size=8).digest()
        return int.from_bytes(digest) / 2**64

    def between(self, name: str, low: float, high: float) -> float:
        """Return a number from `low` up to `high`."""
        return low + (high - low) * self.share(name)

    def one_of(self, name: str, choices: Sequence[Drawn]) -> Drawn:
        """Return one of the choices."""
        return choices[int(self.share(name) * len(choices))]


@dataclass(frozen=True, slots=True)
class Sitter:
    """What is drawn of a person beside the face: colours #rrggbb, and how hair is worn."""

    skin: str = "#c98f6b"
    hair: str = "#3a2a20"
    style: Hair = Hair.SHORT


@dataclass(frozen=True, slots=True)
class View:
    """The part of the sheet that the picture shows, in units."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1000.0
    bottom: float = 1000.0


@dataclass(frozen=True, slots=True)
class Look:
    """All that a scene is drawn from.

    `words` are those of the prompt, in small letters, singular and English where they are known;
    `without` are those of what is not wanted.
    """

    palette: Palette
    sitter: Sitter = field(default_factory=Sitter)
    mood: Mood = Mood.CALM
    dice: Dice = field(default_factory=lambda: Dice(0))
    view: View = field(default_factory=View)
    words: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()

    def asks_for(self, *words: str) -> bool:
        """Tell whether the prompt has one of the words."""
        return not self.words.isdisjoint(words)

    def unwanted(self, *words: str) -> bool:
        """Tell whether one of the words, singular, is of something that is not wanted."""
        return not self.without.isdisjoint(words)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A scene, drawn: SVG fragments in units of the sheet, from the back to the front.

    Over the backdrop come the hair behind the head and the neck, then the `body`, then the head
    itself with ears, face and hair, and then what is in `front`: headgear, collars, hands. Each
    fragment may have its own `<defs>`; ids begin with the fragment's name ("backdrop-sky"), so that
    they do not meet. `softness` is how far out of focus the backdrop is, in units: it is drawn
    small and enlarged, so that softness costs no time. `hair` None leaves it to the sitter.
    """

    backdrop: str
    body: str
    front: str
    head: Head = field(default_factory=Head)
    light: Light = field(default_factory=Light)
    softness: float = 6.0
    finish: Finish = Finish.PHOTO
    hair: Hair | None = None


@dataclass(frozen=True, slots=True)
class Scene:
    """A figure that can be asked for.

    `name` is what a member types ("mad king"), `family` what it is a kind of, `title` what a reply
    calls it ("a king on his throne"), `words` those that choose it, the most telling first.
    """

    name: str
    family: str
    title: str
    words: tuple[str, ...]
    palette: Palette
    draw: Callable[[Look], Drawing]


@dataclass(frozen=True, slots=True)
class Place:
    """A backdrop, drawn: SVG on the whole sheet, and what a figure before it is lit by.

    `floor` is the height, in units, of the ground that people stand on, None where there is none
    to be seen.
    """

    svg: str
    light: Light
    softness: float = 0.0
    floor: float | None = None


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A place that can be asked for; see `Scene` for the fields that both have."""

    name: str
    title: str
    words: tuple[str, ...]
    palette: Palette
    draw: Callable[[Look], Place]
