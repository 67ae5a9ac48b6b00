from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.errors import (
    BadFlagValue,
    BadIdList,
    PackMissing,
    PromptTooLong,
    Refusal,
    UnknownId,
    UnknownPromptFlags,
)
from faceswap.domain.identity import Identity, Shelf
from faceswap.domain.idlist import Mix, parse_ids
from faceswap.domain.options import Options
from faceswap.domain.prompt import (
    LONGEST_PROMPT,
    PLACE_FLAGS,
    Prompt,
    first_of,
    one_of,
    parse_prompt,
    split_name,
)
from faceswap.domain.wording import MOST_SEED, Frame, Wording

DASH = "\N{EM DASH}"


def shelf(*names):
    day = datetime(2026, 11, 20, tzinfo=UTC)
    return Shelf(tuple(Identity("1", name, "fake", 1, 99.0, day) for name in names), "")


@pytest.mark.parametrize(
    ("text", "prompt"),
    [
        ("a king", Prompt(Wording("a king"))),
        (
            "me, a mad king with an evil smile, wearing medieval royal blue attire and a crown. "
            "--no green --square",
            Prompt(
                Wording(
                    "me, a mad king with an evil smile, wearing medieval royal blue attire and a "
                    "crown.",
                    ("green",),
                ),
                Frame.SQUARE,
            ),
        ),
        ("a king --no green, red hat", Prompt(Wording("a king", ("green", "red hat")))),
        ("a king --no green --no red", Prompt(Wording("a king", ("green", "red")))),
        ("a king --no green, --no green,", Prompt(Wording("a king", ("green",)))),
        (
            "--landscape a king, --seed=7 in blue",
            Prompt(Wording("a king in blue"), Frame.LANDSCAPE, 7),
        ),
        (
            f"a king {DASH}no green {DASH}Square",
            Prompt(Wording("a king", ("green",)), Frame.SQUARE),
        ),
        (f"a king {DASH} and a queen - both", Prompt(Wording("a king -- and a queen - both"))),
        ("a king --portrait --square", Prompt(Wording("a king"), Frame.SQUARE)),
        ("a king --grid", Prompt(Wording("a king"), is_grid=True)),
        ("a king -s", Prompt(Wording("a king"), options=Options(sharpen=True))),
        ("me\N{FULLWIDTH COMMA}国王 --seed 0", Prompt(Wording("me,国王"), seed=0)),
        ("an evil-looking\n\n king", Prompt(Wording("an evil-looking king"))),
        ("", Prompt(Wording(""))),
    ],
)
def test_words_and_flags_are_told_apart(text, prompt):
    assert parse_prompt(text) == prompt


def test_flags_may_stand_in_the_options_too():
    assert parse_prompt("a king", "--square -m --seed 3") == Prompt(
        Wording("a king"), Frame.SQUARE, 3, options=Options(keep_mouth=True)
    )


@pytest.mark.parametrize(
    ("text", "more", "flags"),
    [
        ("a king --ar 1:1 --v 6", "", ["--ar", "--v"]),
        ("a king --mute", "", ["--mute"]),
        ("a king", "blue -s", ["blue"]),
        ("a king", "--zap", ["--zap"]),
    ],
)
def test_unknown_flags_are_named(text, more, flags):
    with pytest.raises(UnknownPromptFlags) as refused:
        parse_prompt(text, more)
    assert refused.value.flags == flags
    assert "--landscape" in str(refused.value)


@pytest.mark.parametrize("flag", ["--square", "-s", "--mouth"])
def test_a_new_place_has_flags_of_its_own(flag):
    with pytest.raises(UnknownPromptFlags) as refused:
        parse_prompt(f"a beach {flag}", takes=PLACE_FLAGS)
    assert (
        str(refused.value) == f"I do not know {flag}; what can stand here is --no, --seed, --grid."
    )
    assert parse_prompt("a beach --seed 4", takes=PLACE_FLAGS).seed == 4


@pytest.mark.parametrize("value", ["", "x", "-1", str(MOST_SEED + 1), "1.5", "9" * 900])
def test_a_seed_is_a_number_that_there_is(value):
    with pytest.raises((BadFlagValue, UnknownPromptFlags)):
        parse_prompt(f"a king --seed {value}")


def test_a_flag_that_needs_a_pack_says_so():
    with pytest.raises(PackMissing):
        parse_prompt("a king -o 300")


def test_a_prompt_is_not_a_book():
    assert parse_prompt("k" * LONGEST_PROMPT).wording.text
    with pytest.raises(PromptTooLong) as refused:
        parse_prompt("k" * LONGEST_PROMPT, "-s")
    assert (refused.value.length, refused.value.limit) == (LONGEST_PROMPT + 2, LONGEST_PROMPT)


@given(st.text(max_size=60), st.text(max_size=20))
def test_whatever_is_typed_is_read_or_refused(text, more):
    with suppress(Refusal):
        prompt = parse_prompt(text, more)
        assert all(prompt.wording.without)
        split_name(prompt.wording.text, shelf("me"))


@pytest.mark.parametrize(
    ("text", "names", "rest"),
    [
        ("me, a mad king", ("me",), "a mad king"),
        ("ME, a king, a queen", ("me",), "a king, a queen"),
        ("me + Anna, a king", ("me", "anna"), "a king"),
        ("me,", ("me",), ""),
        ("me", ("me",), ""),
    ],
)
def test_a_saved_id_before_the_first_comma_is_one(text, names, rest):
    assert split_name(text, shelf("me", "anna")) == (Mix(names), rest)


@pytest.mark.parametrize(
    "text", ["a mad king, in blue", "wizard, in blue", "me a king", "", ",", "a+b+c+d, x"]
)
def test_other_words_are_words(text):
    assert split_name(text, shelf("me", "anna")) == (None, text)


@pytest.mark.parametrize(
    ("text", "saved", "nearest"),
    [
        ("ana, a king", ("me", "anna"), "anna"),
        ("me+wizard, a king", ("me",), ""),
        ("me, a king", (), ""),
    ],
)
def test_what_is_meant_as_an_id_names_the_nearest(text, saved, nearest):
    with pytest.raises(UnknownId) as refused:
        split_name(text, shelf(*saved))
    assert refused.value.nearest == nearest


def test_a_portrait_shows_one():
    assert str(one_of(parse_ids("me+anna"))) == "me+anna"
    with pytest.raises(BadIdList, match="shows one"):
        one_of(parse_ids("me,anna"))
    assert str(first_of(parse_ids("_,anna,me"))) == "anna"
