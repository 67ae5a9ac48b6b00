import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.errors import BadIdList, BadIdName, UnknownId
from faceswap.domain.identity import Identity, Shelf
from faceswap.domain.idlist import MOST_SLOTS, SOURCE, IdList, Mix, parse_ids, shelved
from tests.fakes.clock import NOON
from tests.strategies import id_lists


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("me", (("me",),)),
        ("me,you", (("me",), ("you",))),
        (" me , _ ,you ", (("me",), None, ("you",))),
        ("a+b", (("a", "b"),)),
        ("a + a + b , c", (("a", "a", "b"), ("c",))),
        ("Zoë,Ünal", (("Zoë",), ("Ünal",))),
    ],
)
def test_a_list_is_read(text, slots):
    assert parse_ids(text) == IdList(tuple(slot and Mix(slot) for slot in slots))


@given(id_lists.filter(lambda ids: any(ids.slots)))
def test_a_written_list_is_read_back(ids):
    assert parse_ids(str(ids)) == ids


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("_", "nobody"),
        ("_,_", "nobody"),
        ("a,,b", "between two commas"),
        ("a,", "between two commas"),
        ("a+", "both sides"),
        ("+a", "both sides"),
        ("a+b+c+d", "at most 3"),
        (",".join(["a"] * (MOST_SLOTS + 1)), "more than 25"),
    ],
)
def test_what_is_no_list_is_refused(text, why):
    with pytest.raises(BadIdList, match=why):
        parse_ids(text)


@pytest.mark.parametrize("text", ["a_b", "a.b", "x" * 11, "*", "a,*", "a b_c", "a + b;"])
def test_what_is_no_name_is_refused(text):
    with pytest.raises(BadIdName):
        parse_ids(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("me ben", "me,ben"),
        ("me;ben", "me,ben"),
        ("me ; ben", "me,ben"),
        ("me and ben", "me,ben"),
        ("me AND ben", "me,ben"),
        ("me & ben", "me,ben"),
        ("me, ben and a + b", "me,ben,a+b"),
        ("me _ ben", "me,_,ben"),
        ("me/ben", "me,ben"),
    ],
)
def test_a_list_without_commas_is_offered_with_them(text, meant):
    with pytest.raises(BadIdList) as refused:
        parse_ids(text)
    assert str(refused.value) == f'"{text}" cannot be read as ids; did you mean "{meant}"?'


def test_the_source_of_a_one_shot_swap_can_be_placed():
    ids = parse_ids("_, *+anna", has_source=True)
    assert ids == IdList((None, Mix((SOURCE, "anna"))))
    assert (ids.has_source, ids.names) == (True, ["anna"])
    assert not parse_ids("anna", has_source=True).has_source


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        ids = parse_ids(text, has_source=True)
    except (BadIdList, BadIdName):
        return
    assert 1 <= ids.wanted <= len(ids.slots) <= MOST_SLOTS


def test_names_are_told_once_in_order():
    assert parse_ids("b,A+a,_,B+c").names == ["b", "A", "c"]


def test_a_repeated_name_weighs_more():
    assert Mix(("Mum", "dad", "MUM")).weights == {"Mum": 2 / 3, "dad": 1 / 3}


@given(id_lists)
def test_weights_sum_to_one(ids):
    for slot in ids.slots:
        assert slot is None or sum(slot.weights.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("text", "wanted", "is_single"), [("a", 1, True), ("a,_", 1, False), ("a,_,b", 2, False)]
)
def test_faces_are_counted(text, wanted, is_single):
    ids = parse_ids(text)
    assert (ids.wanted, ids.is_single) == (wanted, is_single)


@pytest.mark.parametrize(
    ("text", "faces", "names"),
    [("a", 1, []), ("a,b", 1, ["b"]), ("a,_,b+c,_", 1, ["b+c"]), ("a,b", 2, []), ("a,_", 1, [])],
)
def test_places_beyond_the_faces_are_named(text, faces, names):
    assert [str(mix) for mix in parse_ids(text).beyond(faces)] == names


def shelf(*names):
    return Shelf(tuple(Identity("m", name, "mesh", 1, 90.0, NOON) for name in names), "")


def test_names_are_spelt_as_they_were_saved():
    ids = shelved(parse_ids("ANNA,_,*+Bo", has_source=True), shelf("Anna", "bo"))
    assert str(ids) == "Anna,_,*+bo"


def test_a_name_that_is_not_on_the_shelf_is_refused_with_the_nearest():
    with pytest.raises(UnknownId) as refused:
        shelved(parse_ids("anna,ana"), shelf("Anna", "bo"))
    assert refused.value.data() == {"name": "ana", "nearest": "Anna", "count": 2}
