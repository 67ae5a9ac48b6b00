"""The words of our own API, and what they mean in ours.

Requests are read strictly: a word nobody defined is refused. Answers are read leniently, so that a
newer sidecar may say more than an older client knows.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from faceswap.domain.clip import Appearance, ClipFacts, ClipOutcome, Progress
from faceswap.domain.errors import Unexpected, VisageError, from_wire
from faceswap.domain.face import FoundFace
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from faceswap.domain.wording import Made
from faceswap.ports import Condition, Readiness, Survey, SwapResult, SwapStatus

ORDER_PART = "order"
TARGET_PART = "target"
BACKGROUND_PART = "background"
PICTURE_PART = "picture"
CLIP_PART = "clip"
FACES_PART = "faces"
SURVEY_PART = "survey"
NUMBERED_PART = "numbered"
PHOTO_PARTS = ("photo-1", "photo-2", "photo-3")

SWAP_ID = r"^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$"
LONGEST_WAIT = 60.0
"""Seconds a swap may be waited for in one request."""

LEAST_RATE = 1_000_000
"""Bytes a second that large bodies must arrive at, beyond the time that any body has."""

ENGINE_HEADER = "Visage-Engine"
WIDTH_HEADER = "Visage-Width"
PHOTOS_HEADER = "Visage-Photos"
SIDES_HEADER = "Visage-Sides"
JSON = "application/json"
FORM = "multipart/form-data"
ANY_BYTES = "application/octet-stream"

LONGEST_NAME = 200
NOT_THERE = "not_there"
"""The code of a picture that is none."""


class Request(BaseModel):
    """Something asked of us."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Answer(BaseModel):
    """Something we are told."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


def is_swap_id(text: str) -> bool:
    """Tell whether a text can name a swap."""
    return re.fullmatch(SWAP_ID, text) is not None


# ── Errors ──────────────────────────────────────────────────────────────────────────────────────


class ErrorWords(Answer):
    """Why something was not done: `message` is for people, `code` and `data` for programs."""

    code: str
    data: dict[str, JsonValue] = {}
    message: str = ""


def error_words(error: VisageError) -> ErrorWords:
    """Return an error in words."""
    return ErrorWords(code=error.code, data=error.data(), message=str(error))


def error_from(words: ErrorWords) -> VisageError:
    """Return the error that words describe; one whose data make no sense is `Unexpected`."""
    error = from_wire(words.code, words.data)
    try:
        str(error)
    except (TypeError, ValueError, AttributeError):
        return Unexpected()
    return error


# ── Swaps ───────────────────────────────────────────────────────────────────────────────────────


class SwapState(StrEnum):
    """How far a swap is."""

    PROCESSING = "processing"
    DONE = "done"
    FAILED = "failed"
    CANCELED = "canceled"


class PictureName(StrEnum):
    """The pictures that come of a swap."""

    RESULT = "result"
    BEFORE = "before"
    NUMBERED = "numbered"
    AFTER = "after"


class PictureWords(Answer):
    """A picture that can be had at `url`; sides in pixels, `size` in bytes."""

    media_type: str
    width: int
    height: int
    size: int
    url: str


class SwapWords(Answer):
    """A swap: how far it is, why it failed, or what came of it.

    `progress` runs from 0 to 1. Of a clip, `clip` tells how many frames are rendered while it is
    worked on, what came of it when it is done, and `faces` has each where it is seen largest. Of
    what is made from words, `clip` tells how many of its maker's steps are done, and `made` how it
    was made. `swapped` holds the numbers of the faces that were changed; `was_reduced` tells that
    the result was encoded smaller to fit. `pictures` has `result`, of what has a target `before` (a
    small copy of it, or of a frame of it), where one of several faces was to be swapped `numbered`,
    and of a result that is larger than `most_bytes` `after`, a small copy of that.
    """

    id: str
    state: SwapState
    progress: float = Field(default=0.0, ge=0, le=1)
    error: ErrorWords | None = None
    clip: Progress | ClipOutcome | None = None
    faces: tuple[FoundFace, ...] = ()
    swapped: tuple[int, ...] = ()
    was_reduced: bool = False
    made: Made | None = None
    pictures: dict[PictureName, PictureWords] = {}


def pictures_of(result: SwapResult) -> dict[PictureName, Encoded]:
    """Return the pictures of a result by name."""
    named = {
        PictureName.RESULT: result.result,
        PictureName.BEFORE: result.before,
        PictureName.NUMBERED: result.numbered,
        PictureName.AFTER: result.after,
    }
    return {name: picture for name, picture in named.items() if picture}


def swap_words(
    swap_id: str,
    status: SwapStatus,
    result: SwapResult | None = None,
    urls: Mapping[PictureName, str] | None = None,
) -> SwapWords:
    """Return a swap in words; one that is done has a result and addresses of its pictures."""
    words = SwapWords(
        id=swap_id,
        state=SwapState(status.state.value),
        progress=status.progress,
        error=error_words(status.error) if status.error else None,
        clip=status.clip,
    )
    if result is None:
        return words
    pictures = {
        name: PictureWords(
            media_type=picture.media_type,
            width=picture.width,
            height=picture.height,
            size=len(picture.data),
            url=(urls or {})[name],
        )
        for name, picture in pictures_of(result).items()
    }
    return words.model_copy(
        update={
            "faces": result.faces,
            "swapped": result.swapped,
            "was_reduced": result.was_reduced,
            "pictures": pictures,
            "clip": result.clip,
            "made": result.made,
        }
    )


def status_from(words: SwapWords) -> SwapStatus:
    """Return how far a swap is, by its words; a failure nobody explained is `Unexpected`."""
    error = error_from(words.error) if words.error else None
    if words.state is SwapState.FAILED and error is None:
        error = Unexpected()
    progress = words.clip if isinstance(words.clip, Progress) else None
    return SwapStatus(JobState(words.state.value), words.progress, error, progress)


def result_from(words: SwapWords, data: Mapping[PictureName, bytes]) -> SwapResult:
    """Return the result that words and bytes describe.

    Raises:
        KeyError: A picture is missing.
    """
    pictures = {
        name: Encoded(data[name], each.media_type, each.width, each.height)
        for name, each in words.pictures.items()
    }
    return SwapResult(
        result=pictures[PictureName.RESULT],
        before=pictures.get(PictureName.BEFORE),
        numbered=pictures.get(PictureName.NUMBERED),
        after=pictures.get(PictureName.AFTER),
        faces=words.faces,
        swapped=words.swapped,
        was_reduced=words.was_reduced,
        clip=words.clip if isinstance(words.clip, ClipOutcome) else None,
        made=words.made,
    )


# ── Faces ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen in a picture; `numbered` is a small copy with the faces numbered."""

    faces: tuple[FoundFace, ...]
    numbered: Encoded


class NumberedWords(Answer):
    """What is known of the picture with the numbers beside its bytes."""

    media_type: str
    width: int
    height: int


def numbered_words(picture: Encoded) -> NumberedWords:
    """Return what is known of a picture."""
    return NumberedWords(media_type=picture.media_type, width=picture.width, height=picture.height)


def numbered_from(words: NumberedWords, data: bytes) -> Encoded:
    """Return the picture that words and bytes describe."""
    return Encoded(data, words.media_type, words.width, words.height)


class FacesWords(Answer):
    """The faces of a picture, numbered from left to right."""

    faces: tuple[FoundFace, ...]
    numbered: NumberedWords


# ── Clips ───────────────────────────────────────────────────────────────────────────────────────


class ClipWords(Answer):
    """What a clip is: sides in pixels of a frame that stands upright."""

    clip: ClipFacts


class SurveyWords(ClipWords):
    """Who is seen in a clip, and when; `faces` has each where it is seen largest.

    They are numbered as they appear, and from left to right where several do at once.
    """

    faces: tuple[FoundFace, ...]
    appearances: tuple[Appearance, ...]
    numbered: NumberedWords


def survey_words(survey: Survey) -> SurveyWords:
    """Return a survey in words."""
    return SurveyWords(
        clip=survey.facts,
        faces=survey.faces,
        appearances=survey.appearances,
        numbered=numbered_words(survey.numbered),
    )


def survey_from(words: SurveyWords, numbered: bytes) -> Survey:
    """Return the survey that words and bytes describe."""
    picture = numbered_from(words.numbered, numbered)
    return Survey(words.clip, words.faces, words.appearances, picture)


# ── Health ──────────────────────────────────────────────────────────────────────────────────────


class HealthState(StrEnum):
    """Whether a swap would be taken now."""

    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"


class Lane(Answer):
    """Whether a swap of one kind would be taken now: `queue` wait for one of `slots`."""

    state: HealthState
    queue: int
    slots: int


class Health(Lane):
    """How the sidecar is: pictures first, and `clips`, which have slots of their own.

    `engine` is '' while it starts, `provider` what runs its networks, `models` where these are
    from. `maker` is who makes pictures from words, `scenes` and `backdrops` what can be asked for
    by name, none of a generator. An older sidecar tells of none of these but the engine.
    """

    engine: str
    provider: str = ""
    models: str = ""
    version: str
    clips: Lane | None = None
    maker: str = ""
    scenes: tuple[str, ...] = ()
    backdrops: tuple[str, ...] = ()


def condition_from(words: Health) -> Condition:
    """Return how a backend is, by its words."""
    return Condition(
        readiness=Readiness(words.state.value),
        engine=words.engine,
        provider=words.provider,
        models=words.models,
        version=words.version,
        maker=words.maker,
        scenes=words.scenes,
        backdrops=words.backdrops,
    )
