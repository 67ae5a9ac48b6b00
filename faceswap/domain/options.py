"""Flags as members type them, in `options` or around the ids."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from faceswap.domain.errors import BadFlagValue, PackMissing, UnknownFlags
from faceswap.domain.signs import plain_signs


@dataclass(frozen=True, slots=True)
class Options:
    """How a swap is done.

    `keep_mouth` keeps the target's mouth, `keep_texture` the target's skin texture, `sharpen`
    adds sharpness. Of a video, `mute` drops the sound and `webm` makes a WebM of it, not an MP4.
    """

    keep_mouth: bool = False
    keep_texture: bool = False
    sharpen: bool = False
    mute: bool = False
    webm: bool = False

    def __or__(self, other: Options) -> Options:
        """Return what either asks for."""
        return Options(
            keep_mouth=self.keep_mouth or other.keep_mouth,
            keep_texture=self.keep_texture or other.keep_texture,
            sharpen=self.sharpen or other.sharpen,
            mute=self.mute or other.mute,
            webm=self.webm or other.webm,
        )

    def __str__(self) -> str:
        flags = {
            "-m": self.keep_mouth,
            "-f": self.keep_texture,
            "-s": self.sharpen,
            "--mute": self.mute,
            "--webm": self.webm,
        }
        return " ".join(flag for flag, is_set in flags.items() if is_set)


NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class PackFlag:
    """A flag that an installed pack must serve; `least` and `most` bound its whole number."""

    pack: str
    least: int = 0
    most: int = 0

    @property
    def takes_number(self) -> bool:
        """Tell whether a number may follow."""
        return self.most > 0


LONG_DASHES = ("\N{EN DASH}", "\N{EM DASH}")
SWITCHES = {
    "-m": Options(keep_mouth=True),
    "--mouth": Options(keep_mouth=True),
    "-f": Options(keep_texture=True),
    "--texture": Options(keep_texture=True),
    "-s": Options(sharpen=True),
    "--sharpen": Options(sharpen=True),
    "--mute": Options(mute=True),
    "--webm": Options(webm=True),
    # Members of other bots type these out of habit; they have long meant nothing there, either.
    "--greedy": Options(),
    "--nogreedy": Options(),
}
PACK_FLAGS = {
    "-o": PackFlag("age", 1, 1000),
    "--oldify": PackFlag("age", 1, 1000),
    "--youngify": PackFlag("age", 1, 1000),
    "--expression": PackFlag("expression", 1, 1000),
    "--artify": PackFlag("style"),
    "--xtreme": PackFlag("style"),
}
FLAGS = SWITCHES.keys() | PACK_FLAGS.keys()
BEFORE_FLAG = re.compile(r",\s*+(?=[-\N{EN DASH}\N{EM DASH}]\S)")
BEHIND_FLAG = re.compile(r"(?<!\S)([-\N{EN DASH}\N{EM DASH}][^\s,=]++)\s*+[,=]")


def split_flags(text: str) -> tuple[str, str]:
    """Cut what was typed into ids and the flags around them: `-m me, you -s` -> `me, you`, `-m -s`.

    A word behind a flag that takes a number belongs to it.
    """
    ids: list[str] = []
    flags: list[str] = []
    for before, word in pairwise(["", *flags_apart(text)]):
        (flags if is_flag(word) or _takes_number(before) else ids).append(word)
    return " ".join(ids), " ".join(flags)


def flags_apart(text: str) -> list[str]:
    """Return the words of a text, its flags apart from commas, equals signs and each other."""
    apart = BEHIND_FLAG.sub(r"\1 ", BEFORE_FLAG.sub(" ", plain_signs(text)))
    return [flag for word in apart.split() for flag in _spread(_plain(word))]


def is_flag(word: str) -> bool:
    """Tell whether a word is meant as a flag; phones turn two hyphens into one dash."""
    return word.startswith(("-", *LONG_DASHES)) and len(word) > 1


def parse_options(text: str) -> Options:
    """Read flags.

    Raises:
        UnknownFlags: Some of them mean nothing, or a word stands where a flag should.
        BadFlagValue: A flag's number is missing its range.
        PackMissing: A flag needs models that no engine here has.
    """
    words = flags_apart(text)
    unknown = [word for word in _flags_and_strays(words) if word not in FLAGS]
    if unknown:
        raise UnknownFlags(flags=unknown)
    options = Options()
    for at, word in enumerate(words):
        if word in PACK_FLAGS:
            _refuse_pack_flag(word, words[at + 1] if at + 1 < len(words) else "")
        options |= SWITCHES.get(word, Options())
    return options


def _spread(word: str) -> list[str]:
    """Cut short flags that were typed as one: `-mf` -> `-m`, `-f`."""
    flags = [f"-{letter}" for letter in word[1:]] if word.startswith("-") else []
    return flags if flags and all(flag in FLAGS for flag in flags) else [word]


def _takes_number(word: str) -> bool:
    return word in PACK_FLAGS and PACK_FLAGS[word].takes_number


def _plain(word: str) -> str:
    """Undo the dashes that phones make, and upper case."""
    if word.startswith(LONG_DASHES):
        word = "--" + word[1:]
    return word.lower() if is_flag(word) else word


def _flags_and_strays(words: list[str]) -> list[str]:
    """Return all words but the values of flags that take one."""
    return [
        word
        for before, word in pairwise(["", *words])
        if is_flag(word) or not _takes_number(before)
    ]


def _refuse_pack_flag(flag: str, value: str) -> None:
    wants = PACK_FLAGS[flag]
    if wants.takes_number and value and not is_flag(value):
        in_range = value.isdecimal() and wants.least <= int(value) <= wants.most
        if not in_range:
            raise BadFlagValue(flag=flag, value=value, least=wants.least, most=wants.most)
    raise PackMissing(flag=flag, pack=wants.pack)
