"""Values as messages, and back again without believing a word.

A child that has opened a stranger's file may have become the stranger: what it says is taken only
where it is what the readers could have said within the limits.
"""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.domain.errors import VisageError, from_wire
from faceswap.domain.errors.pictures import PictureRefused
from faceswap.domain.media import PictureLimits
from faceswap.engine.media.clips import ClipInfo, Layout, Matrix, PixelFormat, Timing
from faceswap.engine.media.sandbox.wire import Message
from faceswap.engine.media.stills import READABLE, Still

LARGEST_NUMBER = 2**62
LONGEST_WORD = 40
MOST_LOOPS = 2**31
# A pixel that is wider than this, or narrower, is a damaged header.
MOST_ASPECT = 100
# What rounding may add to a clip's length, in seconds.
ROUNDING = 1.0


class Lie(Exception):
    """Something that no reader of ours says."""


@dataclass(frozen=True, slots=True)
class StillForm:
    """All of a still picture but its bytes; `icc` is the length of its profile."""

    width: int
    height: int
    kind: str
    is_lossless: bool
    has_alpha: bool
    icc: int
    subsampling: int

    @property
    def size(self) -> int:
        """Return the bytes of its pixels, its transparency and its profile."""
        return self.width * self.height * (4 if self.has_alpha else 3) + self.icc


def still_to_wire(still: Still) -> Message:
    """Return what is told of a still picture."""
    form = StillForm(
        width=still.width,
        height=still.height,
        kind=still.kind,
        is_lossless=bool(still.is_lossless),
        has_alpha=still.alpha is not None,
        icc=len(still.icc or b""),
        subsampling=still.subsampling,
    )
    return dataclasses.asdict(form)


def still_from_wire(said: object, limits: PictureLimits) -> StillForm:
    """Take what is told of a still picture.

    Raises:
        Lie: It is not within the limits.
    """
    told = _Told(said)
    form = StillForm(
        width=told.whole("width", 1, limits.most_pixels),
        height=told.whole("height", 1, limits.most_pixels),
        kind=told.one_of("kind", READABLE),
        is_lossless=told.flag("is_lossless"),
        has_alpha=told.flag("has_alpha"),
        icc=told.whole("icc", 0, limits.most_bytes),
        subsampling=told.whole("subsampling", 0, 2),
    )
    if form.width * form.height > limits.most_pixels:
        raise Lie("more pixels than are allowed")
    return form


def facts_to_wire(facts: ClipFacts) -> Message:
    """Return what is told of a clip before it is decoded."""
    return dataclasses.asdict(facts)


def facts_from_wire(said: object, limits: ClipLimits) -> ClipFacts:
    """Take what is told of a clip before it is decoded.

    Raises:
        Lie: It is not within the limits.
    """
    told = _Told(said)
    facts = ClipFacts(
        kind=ClipKind(told.one_of("kind", tuple(ClipKind))),
        width=told.whole("width", 1, limits.most_pixels),
        height=told.whole("height", 1, limits.most_pixels),
        frames=told.whole("frames", 1, limits.most_frames),
        seconds=told.number("seconds", limits.most_seconds + ROUNDING),
        has_audio=told.flag("has_audio"),
    )
    if facts.width * facts.height > limits.most_pixels:
        raise Lie("more pixels than are allowed")
    return facts


def info_to_wire(info: ClipInfo) -> Message:
    """Return what is told of a clip before its first frame."""
    return {
        "facts": facts_to_wire(info.facts),
        "layout": dataclasses.asdict(info.layout),
        "base": _pair(info.timing.base),
        "rate": _pair(info.timing.rate),
        "loops": info.timing.loops,
        "matrix": info.matrix,
        "is_full_range": info.is_full_range,
        "aspect": _pair(info.aspect),
        "has_alpha": info.has_alpha,
        "is_lossless": info.is_lossless,
    }


def info_from_wire(said: object, limits: ClipLimits) -> ClipInfo:
    """Take what is told of a clip before its first frame.

    Raises:
        Lie: It is not within the limits.
    """
    told = _Told(said)
    aspect = told.fraction("aspect")
    if not Fraction(1, MOST_ASPECT) <= aspect <= MOST_ASPECT:
        raise Lie("an aspect that no picture has")
    return ClipInfo(
        facts=facts_from_wire(told["facts"], limits),
        layout=_layout(_Told(told["layout"]), limits),
        timing=Timing(
            base=told.fraction("base"),
            rate=told.fraction("rate"),
            loops=told.whole("loops", 0, MOST_LOOPS),
        ),
        matrix=Matrix(told.one_of("matrix", tuple(Matrix))),
        is_full_range=told.flag("is_full_range"),
        aspect=aspect,
        has_alpha=told.flag("has_alpha"),
        is_lossless=told.flag("is_lossless"),
    )


def refusal_from_wire(said: Mapping[str, object], name: str) -> PictureRefused | None:
    """Return the refusal that a child gives for a file we call `name`; None where it is no such."""
    code, data = said.get("refused"), said.get("data")
    if not isinstance(code, str) or not isinstance(data, dict):
        return None
    given = cast("dict[str, object]", data)
    if not all(_is_modest(value) for key, value in given.items() if key != "name"):
        return None
    error: VisageError = from_wire(code, given | {"name": name})
    return error if isinstance(error, PictureRefused) else None


def _layout(told: _Told, limits: ClipLimits) -> Layout:
    pixels = PixelFormat(told.one_of("pixels", tuple(PixelFormat)))
    width = told.whole("width", 1, limits.most_pixels)
    height = told.whole("height", 1, limits.most_pixels)
    if pixels is PixelFormat.YUV420 and (width % 2 or height % 2):
        raise Lie("odd sides of halved planes")
    # Sides that were odd have grown by one.
    if (width - width % 2) * (height - height % 2) > limits.most_pixels + width + height:
        raise Lie("more pixels than are allowed")
    return Layout(pixels, width, height)


def _pair(value: Fraction) -> list[int]:
    return [value.numerator, value.denominator]


def _is_modest(value: object) -> bool:
    if isinstance(value, str):
        return len(value) <= LONGEST_WORD and value.isprintable()
    if isinstance(value, int):
        return abs(value) <= LARGEST_NUMBER
    return isinstance(value, float) and math.isfinite(value)


class _Told:
    """An object of a message, of which each value is looked at as it is taken."""

    def __init__(self, said: object) -> None:
        if not isinstance(said, dict):
            raise Lie("no object")
        self._values = cast("dict[str, object]", said)

    def __getitem__(self, name: str) -> object:
        try:
            return self._values[name]
        except KeyError:
            raise Lie(f"nothing of {name}") from None

    def whole(self, name: str, least: int, most: int) -> int:
        value = self[name]
        if type(value) is not int or not least <= value <= most:
            raise Lie(f"not a possible {name}")
        return value

    def number(self, name: str, most: float) -> float:
        value = self[name]
        if type(value) not in {int, float} or not 0 <= cast("float", value) <= most:
            raise Lie(f"not a possible {name}")
        return float(cast("float", value))

    def flag(self, name: str) -> bool:
        value = self[name]
        if not isinstance(value, bool):
            raise Lie(f"neither {name} nor not")
        return value

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        value = self[name]
        if not isinstance(value, str) or value not in known:
            raise Lie(f"an unknown {name}")
        return value

    def fraction(self, name: str) -> Fraction:
        """Take a fraction above zero."""
        value = self[name]
        pair = cast("list[object]", value) if isinstance(value, list) else []
        if len(pair) != 2 or any(type(part) is not int for part in pair):
            raise Lie(f"no fraction for {name}")
        above, below = cast("list[int]", pair)
        if not (0 < above <= LARGEST_NUMBER and 0 < below <= LARGEST_NUMBER):
            raise Lie(f"not a possible {name}")
        return Fraction(above, below)
