import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.errors import BadIdName
from faceswap.domain.identity import Shelf, name_key, nearest_name, parse_name, unknown_id


@pytest.mark.parametrize("name", ["a", "me", "Anna2", "x" * 10, "Łukasz", "名前", "०१२"])
def test_letters_and_digits_are_names(name):
    assert parse_name(f"  {name} ") == name


@pytest.mark.parametrize(
    "name", ["", " ", "x" * 11, "a b", "a-b", "a,b", "_", "*", "²", "😀", "\0"]
)
def test_nothing_else_is(name):
    with pytest.raises(BadIdName):
        parse_name(name)


@given(st.text(max_size=14))
def test_a_name_is_normal_and_stays_so(text):
    try:
        name = parse_name(text)
    except BadIdName:
        return
    assert unicodedata.is_normalized("NFC", name)
    assert parse_name(name) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [("Anna", "ANNA"), ("straße", "STRASSE"), ("é", "e\N{COMBINING ACUTE ACCENT}")],
)
def test_names_that_differ_in_case_alone_are_the_same(one, other):
    assert name_key(parse_name(one)) == name_key(parse_name(other))


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("ana", "Anna"), ("ANNA", "Anna"), ("bobb", "bob"), ("zzz", ""), ("", "")],
)
def test_the_nearest_name_is_found(typed, nearest):
    assert nearest_name(typed, ["Anna", "bob"]) == nearest


def test_on_an_empty_shelf_nothing_is_near():
    assert unknown_id("anna", Shelf((), "")).data() == {"name": "anna", "nearest": "", "count": 0}
