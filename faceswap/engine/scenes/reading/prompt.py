"""A prompt, read: its words by what they mean, and what of it is not wanted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from faceswap.domain.wording import Wording
from faceswap.engine.scenes.reading.colours import COLOUR_WORDS, KNOWN_WORDS, banned_by
from faceswap.engine.scenes.reading.manners import HAIR_WORDS, MOOD_WORDS, STYLE_WORDS
from faceswap.engine.scenes.reading.tokens import STOP, Term, Vocabulary

_BEFORE_PLACES = "in on at by near before behind under inside over above through against beside"
PLACING = frozenset(_BEFORE_PLACES.split())
"""Words before a place."""
NOT = frozenset({"without", "no", "minus", "not"})
"""Words before what is not wanted."""
BACKGROUND = "background"
"""What is behind a figure."""

_LINKS = frozenset({"a", "an", "any", "the", "and", "with", "of"})
# Words that mean the same to the artwork as others do.
_SAME = {
    "bearded": "beard",
    "crowned": "crown",
    "hooded": "hood",
    "caped": "cape",
    "armored": "armour",
    "armoured": "armour",
    "armor": "armour",
    "spectacles": "glasses",
    "backdrop": "background",
    "scenery": "background",
}

_OURS = (
    KNOWN_WORDS
    | HAIR_WORDS
    | MOOD_WORDS
    | STYLE_WORDS
    | PLACING
    | NOT
    | _LINKS
    | _SAME.keys()
    | {BACKGROUND}
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a prompt says, in order, `STOP` for punctuation; and what is not wanted.

    `banned` has families of colours.
    """

    terms: tuple[Term, ...]
    without: frozenset[str]
    banned: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words in order, `STOP` among them."""
        return tuple(term.word for term in self.terms)

    @property
    def asked(self) -> frozenset[str]:
        """Return all words there are."""
        return frozenset(self.words) - {STOP}


def read(wording: Wording, known: Iterable[str]) -> Prompt:
    """Return what a wording says; `known` are the words that the artwork knows beside ours.

    "without a crown" in the text is what `--no crown` is.
    """
    vocabulary = Vocabulary({*known, *_OURS})
    terms, left_out = _split([_same(term) for term in vocabulary.terms(wording.text)])
    refused: list[str] = []
    for each in (*wording.without, *left_out):
        refused += [_same(term).word for term in vocabulary.terms(each)] + [STOP]
    without = frozenset(refused) - _LINKS - NOT - COLOUR_WORDS - {STOP}
    kept = tuple(term for term in terms if term.word not in without)
    return Prompt(kept, without, banned_by(refused))


def _split(terms: Sequence[Term]) -> tuple[list[Term], list[str]]:
    """Return the words without what the text itself says is not wanted, and those phrases."""
    kept: list[Term] = []
    refused: list[str] = []
    phrase: list[str] | None = None
    for term in terms:
        if term.word in NOT:
            phrase = []
        elif phrase is None:
            kept.append(term)
        elif term.word not in _LINKS:
            phrase.append(term.word)
            if term.word not in COLOUR_WORDS:
                refused.append(" ".join(phrase))
                phrase = None
    return kept, [*refused, " ".join(phrase or ())]


def _same(term: Term) -> Term:
    return Term(_SAME.get(term.word, term.word), term.is_exact)
