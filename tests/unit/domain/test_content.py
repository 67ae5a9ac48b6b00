import pytest

from faceswap.domain.content import (
    LONGEST_BLOCKED,
    MOST_BLOCKED,
    parse_blocked,
    refuse_words,
)
from faceswap.domain.errors import SexualContent, WordBlocked


@pytest.mark.parametrize(
    "text",
    [
        "a nude queen",
        "NSFW, a knight",
        "a \N{FULLWIDTH LATIN SMALL LETTER N}aked knight",
        "nackte Königin",
        "una reina desnuda",
        "reine érotique",
        "全裸の王",
        "a sexy schoolgirl",
        "a child in a bikini",
        "seductive pose, 14 years old",
        "a 9-year-old in lingerie",
        "水着の少女",
        "性感的小孩",
    ],
)
def test_sexual_words_are_refused(text):
    with pytest.raises(SexualContent):
        refuse_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "a mad king with an evil smile",
        "a child as a knight",
        "a sexy pilot in a bikini",
        "a 90-year-old in lingerie",
        "a king from Essex with a peacock",
        "der Meister des Unterrichts",
        "小孩在海边",
        "",
    ],
)
def test_other_words_are_not(text):
    refuse_words(text)


@pytest.mark.parametrize("text", ["a knight with a GUN", "gun", "a  big   sword fight", "ein 剣士"])
def test_words_that_a_server_blocks_are_named(text):
    with pytest.raises(WordBlocked) as refused:
        refuse_words(text, parse_blocked("gun, Big Sword; 剣"))
    assert refused.value.word in {"gun", "Big Sword", "剣"}


def test_blocked_words_are_whole_words():
    refuse_words("a gunner with a shotgun", {"gun"})


def test_typed_words_are_read():
    assert parse_blocked(" gun,  big  sword\nguns;;gun ") == {"gun", "big sword", "guns"}
    assert parse_blocked("") == frozenset()
    many = parse_blocked(",".join(f"{at} {'x' * 50}" for at in range(MOST_BLOCKED + 1)))
    assert len(many) == MOST_BLOCKED
    assert max(map(len, many)) == LONGEST_BLOCKED
