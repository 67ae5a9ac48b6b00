"""The words of a prompt, one by one, and which known words they stand for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from faceswap.engine.scenes.reading.tongues import TONGUES

STOP = ","
"""Stands for any punctuation between words."""

_TOKEN = re.compile(r"[^\W_]+|[,.;:!?()/]")
_POSSESSIVE = re.compile(r"['\u2019]s\b")
_LEAST_TYPO = 5
# English words that are one letter off a word a scene may have, and are not meant to be it.
_COMMON_LINE = (
    "beast blank block blood board bread break brews chief child class clean clear close could"
    " cover crawl crowd drain dress drink every faces field flesh found front glass grand grass"
    " great green group heard heart hours house hunts large later learn least leave light lives"
    " might mouth music never night noble other party peach place plain plant point power price"
    " quiet quite right round scary scene sense shirt shore short sight since small smell space"
    " spent stare start state stick still stone store story study style table taken there these"
    " thing think those three tight touch towel train trees under until watch water wears where"
    " which while white whole woman women world would wrote years young"
)
_COMMON = frozenset(_COMMON_LINE.split())


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a prompt by what it means; not `is_exact` where a letter had to be mended."""

    word: str
    is_exact: bool = True


def plain(text: str) -> str:
    """Return a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def words_of(text: str) -> tuple[str, ...]:
    """Return a text's words in plain letters, with `STOP` for the punctuation between them."""
    found = _TOKEN.findall(_POSSESSIVE.sub("", plain(text)))
    return tuple(word if word[0].isalnum() else STOP for word in found)


def singular(word: str) -> str:
    """Return a noun without the ending of a plural."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("xes", "ches", "shes", "sses")):
        return word[:-2]
    return word[:-1]


def is_one_slip(word: str, other: str) -> bool:
    """Tell whether one letter more, less, changed, or swapped with the next makes the other."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    short, long = sorted((word, other), key=len)
    at = next((i for i, sign in enumerate(short) if sign != long[i]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long


class Vocabulary:
    """The words that mean something to somebody; others are as they are."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = frozenset(known)

    def term(self, word: str) -> Term:
        """Return what a plain word means."""
        one = singular(word)
        for form in (word, one, TONGUES.get(word), TONGUES.get(one)):
            if form in self._known:
                return Term(form)
        if len(word) < _LEAST_TYPO or word in _COMMON:
            return Term(one)
        near = (known for known in sorted(self._known) if _may_be(one, known))
        mended = next((known for known in near if is_one_slip(one, known)), None)
        return Term(mended, is_exact=False) if mended else Term(one)

    def terms(self, text: str) -> tuple[Term, ...]:
        """Return what a text's words mean, `STOP` among them."""
        return tuple(self.term(word) for word in words_of(text))


def _may_be(word: str, known: str) -> bool:
    """Tell whether a slip is likely: few get the first letter wrong, but some swap two."""
    return len(known) >= _LEAST_TYPO and (word[0] == known[0] or word[:2] == known[1::-1])
