"""A job: one request, from acceptance to its one answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from faceswap.domain.clip import Appearance, ClipFacts, ClipOutcome
from faceswap.domain.credits import PRICE_PER_FACE
from faceswap.domain.delivery import SOMEWHERE, Place, Posted, Undelivered
from faceswap.domain.errors import VisageError
from faceswap.domain.face import FoundFace
from faceswap.domain.idlist import IdList
from faceswap.domain.options import Options
from faceswap.domain.policy import NO_HOUSE, HouseRules
from faceswap.domain.wording import MOST_SEED, Frame, Made, Wording


class Verb(StrEnum):
    """What was asked for, by the name members know."""

    SWAPID = "swapid"
    FACESWAP = "faceswap"
    PICSI = "picsi"
    INSWAPPER = "INSwapper"
    HEADSHOT = "headshot"
    CHANGEBG = "changebg"


class JobState(StrEnum):
    """The states of a job; each implementation and API maps its own words onto these.

    An offered job waits for its asker's consent to the price: it holds nothing and does not run.
    """

    OFFERED = "offered"
    QUEUED = "queued"
    PREPARING = "preparing"
    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"
    CANCELED = "canceled"
    MODERATED = "moderated"
    EXPIRED = "expired"

    @property
    def is_final(self) -> bool:
        """Tell whether the job is over, and its asker to be told."""
        return self in _FINAL

    @property
    def is_running(self) -> bool:
        """Tell whether an attempt has the job in hand."""
        return self in _RUNNING

    def may_become(self, other: JobState) -> bool:
        """Tell whether the move is legal; open jobs go back to queued for another attempt."""
        return other in _MOVES[self]


_FINAL = {
    JobState.DONE,
    JobState.FAILED,
    JobState.CANCELED,
    JobState.MODERATED,
    JobState.EXPIRED,
}
_RUNNING = {JobState.PREPARING, JobState.PROCESSING}
_ENDINGS = {JobState.DONE, JobState.FAILED, JobState.CANCELED, JobState.MODERATED}
_MOVES: dict[JobState, set[JobState]] = {
    JobState.OFFERED: {JobState.QUEUED, JobState.CANCELED, JobState.EXPIRED},
    JobState.QUEUED: {JobState.PREPARING, JobState.FAILED, JobState.CANCELED},
    JobState.PREPARING: {JobState.PROCESSING, JobState.QUEUED, *_ENDINGS},
    JobState.PROCESSING: {JobState.QUEUED, *_ENDINGS},
    # A result that nobody could be given is taken back.
    JobState.DONE: {JobState.FAILED, JobState.EXPIRED},
    JobState.FAILED: {JobState.EXPIRED},
    JobState.CANCELED: {JobState.EXPIRED},
    JobState.MODERATED: {JobState.EXPIRED},
    JobState.EXPIRED: set(),
}


class Lane(StrEnum):
    """Where a job waits: clips take long and run beside the stills, which do not wait for them."""

    STILLS = "stills"
    CLIPS = "clips"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the blob store: `blob` is its key there, `name` what its owner called it.

    `clip` tells what was measured of a target that moves.
    """

    blob: str
    name: str
    media_type: str
    size: int
    clip: ClipFacts | None = None


@dataclass(frozen=True, slots=True)
class Making:
    """What is to be made from words: `count` pictures, the first with `seed`, each with the next.

    A `background` that was uploaded stands in place of the words, which are None then.
    """

    seed: int
    wording: Wording | None
    frame: Frame = Frame.PORTRAIT
    count: int = 1
    background: StoredFile | None = None

    def seed_of(self, place: int) -> int:
        """Return the seed of one picture; places count from 0."""
        return (self.seed + place) % (MOST_SEED + 1)

    @property
    def prompt(self) -> str:
        """Return the words with what must not be seen, as members type them."""
        if self.wording is None:
            return ""
        without = ", ".join(self.wording.without)
        return f"{self.wording.text} --no {without}" if without else self.wording.text


@dataclass(frozen=True, slots=True)
class SwapRequest:
    """What to swap. `ids` names saved faces; a one-shot swap has `source`, a photo of the face.

    A one-shot swap has ids only when the asker placed the source's face; `*` stands for it there,
    and without ids it goes to the largest face. The photo itself is not kept: once it has been
    learnt from, or the job is over, `source` only tells what it was.
    `most_bytes` is what may be posted where the answer goes; `house` is what the server asks for;
    `face_price` what a face costs in a still, as it was when the swap was asked for. With `making`,
    pictures are made from words, and it is what each of them costs: a portrait of who `ids` names,
    without a target, or the people of the target in another place, without ids.
    """

    verb: Verb
    targets: tuple[StoredFile, ...]
    ids: IdList | None
    source: StoredFile | None
    options: Options
    private: bool
    most_bytes: int
    house: HouseRules = NO_HOUSE
    face_price: int = PRICE_PER_FACE
    making: Making | None = None

    @property
    def orders(self) -> int:
        """Return how many pictures and clips are to come of it."""
        return self.making.count if self.making else len(self.targets)

    @property
    def has_contents(self) -> bool:
        """Tell whether it is still known what was asked for."""
        return bool(self.targets) or self.making is not None

    @property
    def shows_progress(self) -> bool:
        """Tell whether it may take so long that its asker is shown how far it is."""
        return bool(self.clips) or self.making is not None

    @property
    def faces_wanted(self) -> int:
        """Return how many faces of each target it can come to, which is what is held."""
        return faces_wanted(self.ids)

    @property
    def clips(self) -> tuple[StoredFile, ...]:
        """Return the targets that move."""
        return tuple(target for target in self.targets if target.clip)

    @property
    def lane(self) -> Lane:
        """Return where it waits."""
        return Lane.CLIPS if self.clips else Lane.STILLS


def faces_wanted(ids: IdList | None) -> int:
    """Return how many faces of a target are to be swapped; without ids, a source goes to one."""
    return ids.wanted if ids else 1


@dataclass(frozen=True, slots=True)
class StoredSurvey:
    """Who is seen in a job's clip, as it is kept with the job; see `Survey`.

    `width` and `height` are the sides of the numbered picture in pixels.
    """

    facts: ClipFacts
    faces: tuple[FoundFace, ...]
    appearances: tuple[Appearance, ...]
    numbered: StoredFile
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class SwappedPicture:
    """One target's end: `result` and `before` when it was swapped, else `refusal`.

    A portrait has no target; `made` tells of what was made from words.

    `before` is a small copy of the target; `numbered`, given when there was more than one face, is
    one with the faces numbered. `swapped` holds the numbers of the faces that were changed;
    `was_reduced` tells that the result was encoded smaller to fit; `clip` tells more of one that
    moves. A result that could not be made to fit has a small copy in `after`, and is linked to.
    """

    target: StoredFile | None
    result: StoredFile | None = None
    before: StoredFile | None = None
    numbered: StoredFile | None = None
    faces: tuple[FoundFace, ...] = ()
    swapped: tuple[int, ...] = ()
    was_reduced: bool = False
    refusal: VisageError | None = None
    clip: ClipOutcome | None = None
    made: Made | None = None
    after: StoredFile | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job that is done: its pictures, in the order asked."""

    pictures: tuple[SwappedPicture, ...]

    @property
    def faces_swapped(self) -> int:
        """Return how many faces were changed."""
        return sum(len(picture.swapped) for picture in self.pictures)


@dataclass(frozen=True, slots=True)
class Job:
    """A request with its state.

    `key` makes a repeated request the same job; `owner` is the member whose ids are used, `account`
    who pays. `address` tells the notifier where to answer and means nothing to anyone else.
    `price` is what it may come to, in credits, `held` what was set aside for it, `charged` what was
    taken in the end. While the job is offered, `deadline` is when the offer ends.
    `attempt` counts claims and fences late reports of older ones.
    `error` tells why the job failed or, while it is queued again, why its last attempt did.
    `answered` tells that whoever asked knows of the end, or never can, for which `undelivered` is
    why; `posted` is the message that told them. `parent` is the job that this one repeats.
    """

    id: str
    key: str
    owner: str
    account: str
    request: SwapRequest
    address: str = field(repr=False)
    state: JobState
    attempt: int
    price: int
    held: int
    charged: int
    created: datetime
    updated: datetime
    deadline: datetime
    outcome: Outcome | None = None
    error: VisageError | None = None
    answered: bool = False
    place: Place = SOMEWHERE
    parent: str | None = None
    posted: Posted | None = None
    undelivered: Undelivered | None = None
