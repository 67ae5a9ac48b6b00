"""Somebody who swaps faces, learns them, looks at clips, and tells how it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from faceswap.domain.clip import Appearance, ClipFacts, ClipOutcome, Progress
from faceswap.domain.errors import VisageError
from faceswap.domain.face import FoundFace, Template
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Made, Wording


@dataclass(frozen=True, slots=True)
class WeightedTemplate:
    """A template and its share in a mix; the shares of one face sum to 1."""

    template: Template
    weight: float


Casting = tuple[WeightedTemplate, ...] | None
"""Who goes to one face; None leaves it."""


@dataclass(frozen=True, slots=True)
class SwapOrder:
    """One target and who goes where.

    `cast` has a place for each face from left to right; one alone means the largest face. The faces
    of a clip are numbered as they appear in it, and from left to right where several do at once;
    the largest is looked for `reference_seconds` into it. `mark` is a text that is drawn into a
    corner of the result, as `checked_mark` takes it; '' for none. What cannot be made to fit
    `most_bytes` comes as it is, if it has at most `linked_bytes`; 0 means that it never may.
    """

    target: NamedBytes
    cast: tuple[Casting, ...]
    options: Options
    most_bytes: int
    reference_seconds: float = 0.0
    mark: str = ""
    linked_bytes: int = 0


@dataclass(frozen=True, slots=True)
class PortraitOrder:
    """One portrait from words, of one person or a mix; for `mark`, see `SwapOrder`."""

    wording: Wording
    cast: tuple[WeightedTemplate, ...]
    frame: Frame
    seed: int
    options: Options
    most_bytes: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class PlaceOrder:
    """The people of one picture, elsewhere: before a `background`, or one made from words.

    One of the two is given. For `mark`, see `SwapOrder`.
    """

    target: NamedBytes
    wording: Wording | None
    background: NamedBytes | None
    seed: int
    most_bytes: int
    mark: str = ""


Order = SwapOrder | PortraitOrder | PlaceOrder


@dataclass(frozen=True, slots=True)
class SwapStatus:
    """How far an order is: `state` is processing, done, failed or canceled; `progress` 0 to 1.

    `clip` tells more of a clip that is being rendered, in frames, and of a picture that is being
    made, in its maker's steps.
    """

    state: JobState
    progress: float = 0.0
    error: VisageError | None = None
    clip: Progress | None = None


@dataclass(frozen=True, slots=True)
class SwapResult:
    """What came of an order; see `SwappedPicture` for the fields' meanings.

    Of a clip, `before` is a frame of it, and `faces` has each face where it is seen largest. `made`
    tells of what was made from words; of a portrait there is no `before`. A result that is larger
    than was asked for has a small copy of it, or of a frame of it, in `after`.
    """

    result: Encoded
    before: Encoded | None
    numbered: Encoded | None
    faces: tuple[FoundFace, ...]
    swapped: tuple[int, ...]
    was_reduced: bool
    clip: ClipOutcome | None = None
    made: Made | None = None
    after: Encoded | None = None


@dataclass(frozen=True, slots=True)
class Survey:
    """Who is seen in a clip, and when.

    `faces` has each face where it is seen largest, `numbered` is one picture that shows each with
    its number and its times.
    """

    facts: ClipFacts
    faces: tuple[FoundFace, ...]
    appearances: tuple[Appearance, ...]
    numbered: Encoded


class SwapBackend(Protocol):
    """Somebody who does what is ordered: swaps, portraits and places.

    Refusals and faults are raised as errors of our tree.
    """

    async def submit(self, swap_id: str, order: Order) -> None:
        """Take an order; the same `swap_id` again is a no-op."""
        ...

    async def check(self, swap_id: str, wait: float = 0.0) -> SwapStatus:
        """Tell how far it is, waiting up to `wait` seconds for its end.

        Raises:
            BackendLost: It knows no such order.
        """
        ...

    async def fetch(self, swap_id: str) -> SwapResult:
        """Return what came of an order that is done."""
        ...

    async def glimpse(self, swap_id: str) -> Encoded | None:
        """Return a small picture of what a clip that is being rendered looks like by now."""
        ...

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over; an unknown one is fine.

        A clip that is being rendered stops within a second, a picture that is being made at its
        next step.
        """
        ...


class Surveyor(Protocol):
    """Somebody who looks at clips. Refusals and faults are raised as errors of our tree."""

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it; takes no longer than a moment.

        Raises:
            PictureRefused: It is none, or larger than the limits.
        """
        ...

    async def survey(self, clip: NamedBytes) -> Survey:
        """Look through a clip and tell who is seen in it and when."""
        ...


class Enroller(Protocol):
    """Somebody who learns faces. Refusals and faults are raised as errors of our tree."""

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        ...


class Readiness(StrEnum):
    """Whether a swap backend takes work now."""

    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class Condition:
    """How a swap backend is.

    `engine` is '' while it starts; `provider` is what runs its networks, `models` where these are
    from, `version` its own. `maker` is who makes pictures from words there; `scenes` and
    `backdrops` are what can be asked for by name, none of a generator.
    """

    readiness: Readiness
    engine: str
    provider: str
    models: str
    version: str
    maker: str = ""
    scenes: tuple[str, ...] = ()
    backdrops: tuple[str, ...] = ()


class Health(Protocol):
    """Somebody who tells how the swap backend is."""

    async def condition(self) -> Condition:
        """Tell how it is.

        Raises:
            BackendDown: It does not answer.
        """
        ...
