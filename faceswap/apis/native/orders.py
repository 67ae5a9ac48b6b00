"""Orders in the words of our own API, and what they mean in ours."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from faceswap.apis.native.wire import LONGEST_NAME, Request
from faceswap.domain.face import Template
from faceswap.domain.idlist import MOST_MIXED, MOST_SLOTS
from faceswap.domain.mark import LONGEST_MARK
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import Casting, SwapOrder, WeightedTemplate

MOST_TEMPLATES = MOST_SLOTS * MOST_MIXED
TEMPLATE_PART = r"^template-[1-9][0-9]?$"
# Shares are sums of a few floats that crossed as decimal text.
SHARES_TOLERANCE = 1e-6

TemplatePart = Annotated[str, StringConstraints(pattern=TEMPLATE_PART)]


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
    """How the swap is done; see `Options`."""

    keep_mouth: bool = False
    keep_texture: bool = False
    sharpen: bool = False
    mute: bool = False
    webm: bool = False


MixWords = Annotated[tuple[ShareWords, ...], Field(min_length=1, max_length=MOST_MIXED)]


class OrderWords(Request):
    """One target and who goes where.

    `cast` has a place for each face from left to right, null to leave it; one alone means the
    largest face. Those of a clip are numbered as they appear in it, and the largest is looked for
    `reference_seconds` into it. `most_bytes` is how large the result may be, `mark` a text for a
    corner of it.
    """

    target: TargetWords = TargetWords()
    cast: tuple[MixWords | None, ...] = Field(min_length=1, max_length=MOST_SLOTS)
    templates: dict[TemplatePart, TemplateWords] = Field(max_length=MOST_TEMPLATES)
    options: OptionWords = OptionWords()
    most_bytes: int = Field(gt=0)
    reference_seconds: float = Field(default=0.0, ge=0)
    mark: str = Field(default="", max_length=LONGEST_MARK)

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
        options=OptionWords(**asdict(order.options)),
        most_bytes=order.most_bytes,
        reference_seconds=order.reference_seconds,
        mark=order.mark,
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
        options=Options(**words.options.model_dump()),
        most_bytes=words.most_bytes,
        reference_seconds=words.reference_seconds,
        mark=words.mark,
    )


def _mix_words(mix: Casting, names: Mapping[Template, str]) -> tuple[ShareWords, ...] | None:
    if mix is None:
        return None
    return tuple(ShareWords(template=names[each.template], weight=each.weight) for each in mix)


def _mix_from(mix: tuple[ShareWords, ...] | None, known: Mapping[str, Template]) -> Casting:
    if mix is None:
        return None
    return tuple(WeightedTemplate(known[share.template], share.weight) for share in mix)


def is_template_part(name: str) -> bool:
    """Tell whether a part's name is a template's."""
    return re.fullmatch(TEMPLATE_PART, name) is not None
