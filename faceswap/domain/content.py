"""Words that nobody is to be shown by: those of everywhere, and those of a server's moderators.

What is made of words has somebody's face. So nothing sexual is made at all, and with a child in the
words nothing that could be taken for it. The lists are short and literal on purpose: a generator
has a judgement of its own, scenes cannot draw any of it, and moderators add what else they mind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from faceswap.domain.errors import SexualContent, WordBlocked

MOST_BLOCKED = 100
"""Words of a server's own."""
LONGEST_BLOCKED = 40
BETWEEN = re.compile(r"[,;\n]")
# The first sign of the first script that is written without spaces between words.
UNSPACED = "\u2e80"

_SEXUAL = """
    porn porno pornographic pornography hentai nsfw nude nudes nudity naked topless sex blowjob
    penis vagina orgasm masturbating masturbation erotic erotica bdsm genitals lolicon shotacon loli
    nackt nackte nackter nacktheit pornografie erotisch erotische
    nudité pornographie pornographique érotique dénudée
    desnudo desnuda desnudos desnudas desnudez pornografía erótico erótica sexo
    nudez pornografia pornô
    全裸 裸体 ヌード エロ ポルノ セックス ロリコン ショタコン
    裸照 裸女 裸男 色情 情色 做爱 性交 萝莉控
"""
_SUGGESTIVE = """
    sexy sexual sexually seductive lingerie underwear panties bikini thong lewd kinky undressed
    unterwäsche dessous verführerisch
    sous-vêtements sensuelle séduisante
    lencería bragas sensual seductora
    calcinha sedutora
    セクシー 下着 水着 ビキニ
    性感 内衣 比基尼 诱惑
"""
_CHILDREN = """
    child children kid kids toddler baby infant preteen underage teen teens teenager teenage minor
    schoolgirl schoolboy
    kinder kleinkind mädchen schulmädchen minderjährig
    enfant enfants fillette bébé ado mineure
    niño niña niños niñas bebé adolescente
    criança crianças menino menina bebê
    子供 子ども 幼女 少女 少年 小学生 中学生 赤ちゃん
    儿童 孩子 小孩 未成年 萝莉 正太 婴儿
"""
SEXUAL, SUGGESTIVE, CHILDREN = (
    frozenset(words.split()) for words in (_SEXUAL, _SUGGESTIVE, _CHILDREN)
)
AGE = re.compile(r"(?<!\d)(?:\d|1[0-7])[ -]?(?:years?[ -]old|yo\b|jahre|ans\b|años|anos|歳|岁)")


def refuse_words(text: str, blocked: Collection[str] = ()) -> None:
    """Refuse words that nothing is made of.

    Raises:
        SexualContent: They are about sex, or may be and are about a child.
        WordBlocked: One is blocked in the server.
    """
    plain = _plain(text)
    is_of_child = _first_in(plain, CHILDREN) or AGE.search(plain)
    if _first_in(plain, SEXUAL) or (is_of_child and _first_in(plain, SUGGESTIVE)):
        raise SexualContent
    if word := _first_in(plain, sorted(blocked)):
        raise WordBlocked(word=word)


def parse_blocked(text: str) -> frozenset[str]:
    """Return the words that somebody typed with commas or lines between them, the first hundred."""
    typed = (" ".join(word.split())[:LONGEST_BLOCKED].strip() for word in BETWEEN.split(text))
    return frozenset(list(dict.fromkeys(word for word in typed if word))[:MOST_BLOCKED])


def _first_in(plain: str, words: Iterable[str]) -> str:
    """Return the first of the words that a text has, '' for none."""
    return next((word for word in words if _has(plain, _plain(word))), "")


def _has(plain: str, word: str) -> bool:
    if any(sign >= UNSPACED for sign in word):
        return word in plain
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", plain) is not None


def _plain(text: str) -> str:
    """Return a text in which what only looks different is the same."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
