import pytest

from faceswap.domain import errors
from faceswap.domain.errors import (
    AnimatedPicture,
    BadFlagValue,
    BadIdList,
    BadIdName,
    FaceTooSmall,
    FileTooLarge,
    NoFace,
    PackMissing,
    PictureRefused,
    ResultTooLarge,
    TooManyPixels,
    Unexpected,
    UnknownFlags,
    UnknownId,
    VisageError,
    from_wire,
)

KINDS = [kind for code, kind in VisageError.kinds.items() if code != "error"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_says_one_sentence(kind):
    said = str(kind())
    assert said.endswith((".", "?"))
    assert "{" not in said
    assert ". " not in said


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_crosses_a_process(kind):
    error = kind()
    back = from_wire(error.code, error.data())
    assert type(back) is kind
    assert str(back) == str(error)


def test_every_error_with_a_sentence_has_a_code_of_its_own():
    classes = [value for value in vars(errors).values() if isinstance(value, type)]
    leaves = [
        kind
        for kind in classes
        if issubclass(kind, VisageError) and not set(kind.__subclasses__()) & set(classes)
    ]
    assert {kind.__dict__.get("code") for kind in leaves} == set(VisageError.kinds) - {"error"}


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("gone", {}),
        ("no_face", None),
        ("no_face", [1]),
        ("no_face", "text"),
        ("", {}),
        ("file_too_large", {"size": "large"}),
        ("unknown_flags", {"flags": 5}),
        ("bad_id_name", {"name": None}),
    ],
)
def test_what_makes_no_error_is_unexpected(code, data):
    assert isinstance(from_wire(code, data), Unexpected)


def test_fields_of_a_later_version_are_left_out():
    error = from_wire("no_face", {"name": "a.png", "mood": "sad"})
    assert isinstance(error, NoFace)
    assert error.name == "a.png"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (NoFace(name="a.png"), "in a.png"),
        (NoFace(), "in that picture"),
        (PictureRefused(), "Something went wrong"),
        (FileTooLarge(name="", size=30 * 2**20, limit=25 * 2**20), "That file has 30.0 MB"),
        (TooManyPixels("a.png", 9000, 9000, 60_000_000), "up to 60 megapixels"),
        (FaceTooSmall("a.png", 23.4, 40.0), "only 23 pixels wide and I need 40"),
        (UnknownId("ana", "Anna", 3), 'did you mean "Anna"?'),
        (UnknownId("ana", "", 3), "/listid shows"),
        (UnknownId("ana", "", 0), "with /saveid"),
        (BadIdName("x" * 99), f'"{"x" * 40}…"'),
        (BadIdList("y" * 99, "empty"), f'"{"y" * 60}…" cannot be read as ids: it is empty;'),
        (BadIdList("y", "odd"), '"y" cannot be read as ids; write them as a,b,_'),
        (UnknownFlags(["-a", "-b"]), "know -a, -b;"),
        (BadFlagValue("-o", "x", 1, 9), '-o takes a whole number from 1 to 9, not "x".'),
        (PackMissing("-o", "age"), "-o needs the model pack age"),
        (ResultTooLarge(12 * 2**20, 10 * 2**20), "has 12.0 MB and at most 10 MB"),
        (ResultTooLarge(12 * 2**20, 0), "send something smaller or shorter."),
        (AnimatedPicture("me.gif"), "me.gif is animated and I can only learn a face from still"),
        (ResultTooLarge(12 * 2**20, 0), "has 12.0 MB and less may be posted here"),
    ],
)
def test_sentences_say_what_they_know(error, words):
    assert words in str(error)
