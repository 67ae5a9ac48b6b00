"""A job: one request, from acceptance to its one answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from faceswap.domain.errors import VisageError
from faceswap.domain.face import FoundFace
from faceswap.domain.idlist import IdList
from faceswap.domain.options import Options


class Verb(StrEnum):
    """What was asked for, by the name members know."""

    SWAPID = "swapid"
    FACESWAP = "faceswap"
    PICSI = "picsi"
    INSWAPPER = "INSwapper"


class JobState(StrEnum):
    """The states of a job; each implementation and API maps its own words onto these."""

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


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in the blob store: `blob` is its key there, `name` what its owner called it."""

    blob: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True)
class SwapRequest:
    """What to swap. `ids` names saved faces; a one-shot swap has `source`, a photo of the face.

    A one-shot swap has ids only when the asker placed the source's face; `*` stands for it there,
    and without ids it goes to the largest face. The photo itself is not kept: once it has been
    learnt from, or the job is over, `source` only tells what it was.
    `most_bytes` is what may be posted where the answer goes.
    """

    verb: Verb
    targets: tuple[StoredFile, ...]
    ids: IdList | None
    source: StoredFile | None
    options: Options
    private: bool
    most_bytes: int

    @property
    def faces_wanted(self) -> int:
        """Return how many faces it can come to, which is what is held."""
        return faces_wanted(self.ids, len(self.targets))


def faces_wanted(ids: IdList | None, pictures: int) -> int:
    """Return how many faces a swap can come to; without ids, a source goes to one of each."""
    return (ids.wanted if ids else 1) * pictures


@dataclass(frozen=True, slots=True)
class SwappedPicture:
    """One target's end: `result` and `before` when it was swapped, else `refusal`.

    `before` is a small copy of the target; `numbered`, given when there was more than one face, is
    one with the faces numbered. `swapped` holds the numbers of the faces that were changed;
    `was_reduced` tells that the result was encoded smaller to fit.
    """

    target: StoredFile
    result: StoredFile | None = None
    before: StoredFile | None = None
    numbered: StoredFile | None = None
    faces: tuple[FoundFace, ...] = ()
    swapped: tuple[int, ...] = ()
    was_reduced: bool = False
    refusal: VisageError | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job that is done: its pictures, in the order asked."""

    pictures: tuple[SwappedPicture, ...]

    @property
    def faces_swapped(self) -> int:
        """Return how many faces were changed, which is what is charged."""
        return sum(len(picture.swapped) for picture in self.pictures)


@dataclass(frozen=True, slots=True)
class Job:
    """A request with its state.

    `key` makes a repeated request the same job; `owner` is the member whose ids are used, `account`
    who pays. `address` tells the notifier where to answer and means nothing to anyone else.
    `held` and `charged` are credits; `attempt` counts claims and fences late reports of older ones.
    `error` tells why the job failed or, while it is queued again, why its last attempt did.
    `answered` tells that whoever asked knows of the end, or never can.
    """

    id: str
    key: str
    owner: str
    account: str
    request: SwapRequest
    address: str = field(repr=False)
    state: JobState
    attempt: int
    held: int
    charged: int
    created: datetime
    updated: datetime
    deadline: datetime
    outcome: Outcome | None = None
    error: VisageError | None = None
    answered: bool = False
