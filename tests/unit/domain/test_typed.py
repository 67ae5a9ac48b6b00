import pytest

from faceswap.domain.errors import BadIdList, UnknownFlags
from faceswap.domain.idlist import parse_ids
from faceswap.domain.options import Options
from faceswap.domain.typed import Typed, names_it, parse_typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("", Typed(None, Options())),
        ("  -m ", Typed(None, Options(keep_mouth=True))),
        ("-m a", Typed(parse_ids("a"), Options(keep_mouth=True))),
        ("a, b+c -m", Typed(parse_ids("a,b+c"), Options(keep_mouth=True))),
        ("小明，小红", Typed(parse_ids("小明,小红"), Options())),
        (
            "たろう、＿、はな＋たろう　－m",
            Typed(parse_ids("たろう,_,はな+たろう"), Options(keep_mouth=True)),
        ),
    ],
)
def test_ids_and_flags_are_read(text, typed):
    assert parse_typed(text) == typed
    assert parse_typed(str(typed)) == typed


def test_what_cannot_be_read_is_refused():
    with pytest.raises(BadIdList):
        parse_typed("a,,b -m")
    with pytest.raises(UnknownFlags):
        parse_typed("a -x")


@pytest.mark.parametrize(
    ("text", "is_named"),
    [("anna", True), ("bo,ANNA+cy -m", True), ("bo", False), ("bo,_ -m", False), ("!", True)],
)
def test_whether_a_list_names_an_id(text, is_named):
    assert names_it(text, "Anna") is is_named
