"""The words of our own API, and what they mean in ours.

Requests are read strictly: a word nobody defined is refused. Answers are read leniently, so that a
newer sidecar may say more than an older client knows.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, JsonValue, StringConstraints, model_validator

from faceswap.domain.errors import Unexpected, VisageError, from_wire
from faceswap.domain.face import FoundFace, Template
from faceswap.domain.idlist import MOST_MIXED, MOST_SLOTS
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import Casting, SwapOrder, SwapResult, SwapStatus, WeightedTemplate

ORDER_PART = "order"
TARGET_PART = "target"
PICTURE_PART = "picture"
FACES_PART = "faces"
NUMBERED_PART = "numbered"
PHOTO_PARTS = ("photo-1", "photo-2", "photo-3")
MOST_TEMPLATES = MOST_SLOTS * MOST_MIXED

SWAP_ID = r"^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$"
TEMPLATE_PART = r"^template-[1-9][0-9]?$"
LONGEST_WAIT = 60.0
"""Seconds a swap may be waited for in one request."""

ENGINE_HEADER = "Visage-Engine"
WIDTH_HEADER = "Visage-Width"
PHOTOS_HEADER = "Visage-Photos"
FORM = "multipart/form-data"
ANY_BYTES = "application/octet-stream"

LONGEST_NAME = 200
# Shares are sums of a few floats that crossed as decimal text.
SHARES_TOLERANCE = 1e-6

TemplatePart = Annotated[str, StringConstraints(pattern=TEMPLATE_PART)]


class Request(BaseModel):
    """Something asked of us."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Answer(BaseModel):
    """Something we are told."""

    model_config = ConfigDict(extra="ignore", frozen=True, allow_inf_nan=False)


# ── Orders ──────────────────────────────────────────────────────────────────────────────────────


class TargetWords(Request):
    """What the target is called; the name is for sentences only."""

    name: str = Field(default="", max_length=LONGEST_NAME)


class TemplateWords(Request):
    """What is known of a template beside its bytes; `width` in pixels."""

    engine: str = Field(min_length=1, max_length=40)
    width: float = Field(ge=0)
    photos: int = Field(ge=1)


class ShareWords(Request):
    """A template, by the name of its part, and its share in a mix."""

    template: TemplatePart
    weight: float = Field(gt=0, le=1)


class OptionWords(Request):
    """How the swap is done."""

    keep_mouth: bool = False
    keep_texture: bool = False
    sharpen: bool = False


MixWords = Annotated[tuple[ShareWords, ...], Field(min_length=1, max_length=MOST_MIXED)]


class OrderWords(Request):
    """One target and who goes where.

    `cast` has a place for each face from left to right, null to leave it; one alone means the
    largest face. `most_bytes` is how large the result may be.
    """

    target: TargetWords = TargetWords()
    cast: tuple[MixWords | None, ...] = Field(min_length=1, max_length=MOST_SLOTS)
    templates: dict[TemplatePart, TemplateWords] = Field(max_length=MOST_TEMPLATES)
    options: OptionWords = OptionWords()
    most_bytes: int = Field(gt=0)

    @model_validator(mode="after")
    def _make_sense(self) -> Self:
        mixes = [mix for mix in self.cast if mix]
        if not mixes:
            raise ValueError("cast leaves every face as it is")
        for mix in mixes:
            total = math.fsum(share.weight for share in mix)
            if abs(total - 1) > SHARES_TOLERANCE:
                raise ValueError(f"the weights of one face sum to {total:g}, not to 1")
        used = {share.template for mix in mixes for share in mix}
        if used != self.templates.keys():
            odd = ", ".join(sorted(used ^ self.templates.keys()))
            raise ValueError(f"cast and templates do not name the same parts: {odd}")
        return self


def order_words(order: SwapOrder) -> tuple[OrderWords, dict[str, bytes]]:
    """Return an order in words, and the bytes of its templates by part name."""
    templates = dict.fromkeys(each.template for mix in order.cast if mix for each in mix)
    names = {template: f"template-{at}" for at, template in enumerate(templates, 1)}
    words = OrderWords(
        target=TargetWords(name=order.target.name[:LONGEST_NAME]),
        cast=tuple(_mix_words(mix, names) for mix in order.cast),
        templates={
            name: TemplateWords(
                engine=template.engine, width=template.width, photos=template.photos
            )
            for template, name in names.items()
        },
        options=OptionWords(
            keep_mouth=order.options.keep_mouth,
            keep_texture=order.options.keep_texture,
            sharpen=order.options.sharpen,
        ),
        most_bytes=order.most_bytes,
    )
    return words, {name: template.data for template, name in names.items()}


def order_from(words: OrderWords, target: bytes, templates: Mapping[str, bytes]) -> SwapOrder:
    """Return the order that words and bytes describe.

    Raises:
        KeyError: The bytes of a template are missing.
    """
    known = {
        name: Template(each.engine, templates[name], each.width, each.photos)
        for name, each in words.templates.items()
    }
    return SwapOrder(
        target=NamedBytes(words.target.name, target),
        cast=tuple(_mix_from(mix, known) for mix in words.cast),
        options=Options(
            keep_mouth=words.options.keep_mouth,
            keep_texture=words.options.keep_texture,
            sharpen=words.options.sharpen,
        ),
        most_bytes=words.most_bytes,
    )


def _mix_words(mix: Casting, names: Mapping[Template, str]) -> tuple[ShareWords, ...] | None:
    if mix is None:
        return None
    return tuple(ShareWords(template=names[each.template], weight=each.weight) for each in mix)


def _mix_from(mix: tuple[ShareWords, ...] | None, known: Mapping[str, Template]) -> Casting:
    if mix is None:
        return None
    return tuple(WeightedTemplate(known[share.template], share.weight) for share in mix)


def is_swap_id(text: str) -> bool:
    """Tell whether a text can name a swap."""
    return re.fullmatch(SWAP_ID, text) is not None


def is_template_part(name: str) -> bool:
    """Tell whether a part's name is a template's."""
    return re.fullmatch(TEMPLATE_PART, name) is not None


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


class PictureWords(Answer):
    """A picture that can be had at `url`; sides in pixels, `size` in bytes."""

    media_type: str
    width: int
    height: int
    size: int
    url: str


class SwapWords(Answer):
    """A swap: how far it is, why it failed, or what came of it.

    `progress` runs from 0 to 1. `swapped` holds the numbers of the faces that were changed;
    `was_reduced` tells that the result was encoded smaller to fit. `pictures` has `result` and
    `before` (a small copy of the target) and, when there was more than one face, `numbered`.
    """

    id: str
    state: SwapState
    progress: float = Field(default=0.0, ge=0, le=1)
    error: ErrorWords | None = None
    faces: tuple[FoundFace, ...] = ()
    swapped: tuple[int, ...] = ()
    was_reduced: bool = False
    pictures: dict[PictureName, PictureWords] = {}


def pictures_of(result: SwapResult) -> dict[PictureName, Encoded]:
    """Return the pictures of a result by name."""
    pictures = {PictureName.RESULT: result.result, PictureName.BEFORE: result.before}
    if result.numbered:
        pictures[PictureName.NUMBERED] = result.numbered
    return pictures


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
        }
    )


def status_from(words: SwapWords) -> SwapStatus:
    """Return how far a swap is, by its words; a failure nobody explained is `Unexpected`."""
    error = error_from(words.error) if words.error else None
    if words.state is SwapState.FAILED and error is None:
        error = Unexpected()
    return SwapStatus(JobState(words.state.value), words.progress, error)


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
        before=pictures[PictureName.BEFORE],
        numbered=pictures.get(PictureName.NUMBERED),
        faces=words.faces,
        swapped=words.swapped,
        was_reduced=words.was_reduced,
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


class FacesWords(Answer):
    """The faces of a picture, numbered from left to right."""

    faces: tuple[FoundFace, ...]
    numbered: NumberedWords


# ── Health ──────────────────────────────────────────────────────────────────────────────────────


class HealthState(StrEnum):
    """Whether a swap would be taken now."""

    STARTING = "starting"
    READY = "ready"
    BUSY = "busy"


class Health(Answer):
    """How the sidecar is: `queue` swaps wait for one of `slots`; `engine` is '' while it starts."""

    state: HealthState
    engine: str
    version: str
    queue: int
    slots: int
