"""The words of orders in our own API.

Each kind has words of its own; those of a swap may leave out which kind they are, as they did when
there was no other.
"""

from __future__ import annotations

import math
import re
from typing import Annotated, Literal, Self, cast

from pydantic import Discriminator, Field, StringConstraints, Tag, TypeAdapter, model_validator

from faceswap.apis.native.wire import BACKGROUND_PART, LONGEST_NAME, TARGET_PART, Request
from faceswap.domain.idlist import MOST_MIXED, MOST_SLOTS
from faceswap.domain.mark import LONGEST_MARK
from faceswap.domain.wording import MOST_SEED, Frame

MOST_TEMPLATES = MOST_SLOTS * MOST_MIXED
TEMPLATE_PART = r"^template-[1-9][0-9]?$"
# Shares are sums of a few floats that crossed as decimal text.
SHARES_TOLERANCE = 1e-6
# What a command's option takes on Discord.
LONGEST_TEXT = 6000
MOST_WITHOUT = 100

TemplatePart = Annotated[str, StringConstraints(pattern=TEMPLATE_PART)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class FileWords(Request):
    """What a file is called; the name is for sentences only."""

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
    """How the swap is done; see `Options`."""

    keep_mouth: bool = False
    keep_texture: bool = False
    sharpen: bool = False
    mute: bool = False
    webm: bool = False


class WordingWords(Request):
    """What is to be seen, and what is not."""

    text: Text = ""
    without: tuple[Text, ...] = Field(default=(), max_length=MOST_WITHOUT)


MixWords = Annotated[tuple[ShareWords, ...], Field(min_length=1, max_length=MOST_MIXED)]
Seed = Annotated[int, Field(ge=0, le=MOST_SEED)]
Templates = Annotated[dict[TemplatePart, TemplateWords], Field(max_length=MOST_TEMPLATES)]


class ResultWords(Request):
    """What any result is to be: up to `most_bytes` large, with the text `mark` in a corner."""

    most_bytes: int = Field(gt=0)
    mark: str = Field(default="", max_length=LONGEST_MARK)


class SwapOrderWords(ResultWords):
    """One target and who goes where.

    `cast` has a place for each face from left to right, null to leave it; one alone means the
    largest face. Those of a clip are numbered as they appear in it, and the largest is looked for
    `reference_seconds` into it. What cannot be made to fit `most_bytes` comes as it is, if it has
    at most `linked_bytes`, and with a small picture of it in `after`.
    """

    kind: Literal["swap"] = "swap"
    target: FileWords = FileWords()
    cast: tuple[MixWords | None, ...] = Field(min_length=1, max_length=MOST_SLOTS)
    templates: Templates
    options: OptionWords = OptionWords()
    reference_seconds: float = Field(default=0.0, ge=0)
    linked_bytes: int = Field(default=0, ge=0)

    @property
    def parts(self) -> set[str]:
        """Return the names of the parts that come with it."""
        return {TARGET_PART, *self.templates}

    @model_validator(mode="after")
    def _make_sense(self) -> Self:
        mixes = [mix for mix in self.cast if mix]
        if not mixes:
            raise ValueError("cast leaves every face as it is")
        _check_mixes(mixes, self.templates)
        return self


class PortraitOrderWords(ResultWords):
    """One portrait from words: of the mix of `cast`, in the form `frame`."""

    kind: Literal["headshot"]
    wording: WordingWords = WordingWords()
    cast: MixWords
    templates: Templates
    frame: Frame = Frame.SQUARE
    seed: Seed
    options: OptionWords = OptionWords()

    @property
    def parts(self) -> set[str]:
        """Return the names of the parts that come with it."""
        return set(self.templates)

    @model_validator(mode="after")
    def _make_sense(self) -> Self:
        _check_mixes([self.cast], self.templates)
        return self


class PlaceOrderWords(ResultWords):
    """The people of one picture, elsewhere: before a `background` or where `wording` says."""

    kind: Literal["changebg"]
    target: FileWords = FileWords()
    wording: WordingWords | None = None
    background: FileWords | None = None
    seed: Seed

    @property
    def parts(self) -> set[str]:
        """Return the names of the parts that come with it."""
        return {TARGET_PART, BACKGROUND_PART} if self.background else {TARGET_PART}

    @model_validator(mode="after")
    def _make_sense(self) -> Self:
        if (self.wording is None) == (self.background is None):
            raise ValueError("give either wording or background")
        return self


def _kind(words: object) -> str | None:
    """Return which kind of order words are, None where that is no text."""
    if isinstance(words, dict):
        kind = cast("dict[str, object]", words).get("kind", "swap")
    else:
        kind = getattr(words, "kind", None)
    return kind if isinstance(kind, str) else None


OrderWords = SwapOrderWords | PortraitOrderWords | PlaceOrderWords
_ORDERS: TypeAdapter[OrderWords] = TypeAdapter(
    Annotated[
        Annotated[SwapOrderWords, Tag("swap")]
        | Annotated[PortraitOrderWords, Tag("headshot")]
        | Annotated[PlaceOrderWords, Tag("changebg")],
        Discriminator(_kind),
    ]
)


def read_order(text: bytes) -> OrderWords:
    """Read the words of an order.

    Raises:
        ValidationError: They make no sense.
    """
    return _ORDERS.validate_json(text)


def is_template_part(name: str) -> bool:
    """Tell whether a part's name is a template's."""
    return re.fullmatch(TEMPLATE_PART, name) is not None


def _check_mixes(mixes: list[MixWords], templates: Templates) -> None:
    """See that shares sum to 1 and that all templates are used.

    Raises:
        ValueError: They do not, or are not.
    """
    for mix in mixes:
        total = math.fsum(share.weight for share in mix)
        if abs(total - 1) > SHARES_TOLERANCE:
            raise ValueError(f"the weights of one face sum to {total:g}, not to 1")
    used = {share.template for mix in mixes for share in mix}
    if used != templates.keys():
        odd = ", ".join(sorted(used ^ templates.keys()))
        raise ValueError(f"cast and templates do not name the same parts: {odd}")
