import pytest

from faceswap.domain.errors import MarkTooLong, MarkUnwritable
from faceswap.domain.mark import LONGEST_MARK, checked_mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("", ""),
        (" \n\t ", ""),
        ("Face swap", "Face swap"),
        ("  Face\nswap  by  us ", "Face swap by us"),
        ("Cafe\N{COMBINING ACUTE ACCENT}", "Café"),
        ("Łódź · Đà Nẵng · Ελλάδα · Київ", "Łódź · Đà Nẵng · Ελλάδα · Київ"),
        ("人脸 顔交換 얼굴 かお", "人脸 顔交換 얼굴 かお"),
        ("“Fun” — not real… ★ © 2026", "“Fun” — not real… ★ © 2026"),
    ],
)
def test_a_mark_is_one_line_of_composed_letters(text, mark):
    assert checked_mark(text) == mark


def test_a_mark_as_long_as_it_may_be_is_taken():
    assert checked_mark("x" * LONGEST_MARK) == "x" * LONGEST_MARK


def test_a_longer_one_is_told_how_long():
    with pytest.raises(MarkTooLong) as caught:
        checked_mark("x" * 41)

    assert str(caught.value) == (
        "That mark has 41 characters and I draw up to 40; please shorten it."
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fun 😀 fun 😀", "😀"),
        ("של", "ש ל"),
        ("حسن", "ح س ن"),
        ("a\N{ZERO WIDTH SPACE}b\N{RIGHT-TO-LEFT OVERRIDE}", "\u200b \u202e"),
        ("\N{SOFT HYPHEN}", "\N{SOFT HYPHEN}"),
        ("हिन्दी", "ह ि न ् द ी"),
    ],
)
def test_what_cannot_be_drawn_is_named_once(text, shown):
    with pytest.raises(MarkUnwritable) as caught:
        checked_mark(text)

    assert str(caught.value).startswith(f"I cannot draw {shown} into a picture; ")


def test_few_of_many_are_named():
    with pytest.raises(MarkUnwritable) as caught:
        checked_mark("".join(chr(0x0E01 + at) for at in range(30)))

    assert "ก ข ฃ ค ฅ ฆ ง จ ฉ ช into" in str(caught.value)
