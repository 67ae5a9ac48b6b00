from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from faceswap.apis.native.openapi import ORDER_EXAMPLE
from faceswap.apis.native.orders import OrderWords, order_from, order_words
from faceswap.apis.native.wire import (
    ErrorWords,
    SwapWords,
    error_from,
    error_words,
    is_swap_id,
    status_from,
)
from faceswap.domain.errors import FaceTooSmall, TooManyPixels, Unexpected
from faceswap.domain.face import Template
from faceswap.domain.idlist import Mix
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import Options
from faceswap.ports import SwapOrder, WeightedTemplate


def parsed(words):
    return OrderWords.model_validate_json(words if isinstance(words, bytes) else json.dumps(words))


def changed(path, value):
    """Return the example of the docs with one thing changed."""
    words = json.loads(json.dumps(ORDER_EXAMPLE))
    *way, last = path
    place = words
    for step in way:
        place = place[step]
    place[last] = value
    return words


def test_the_example_in_the_description_is_an_order():
    words = parsed(ORDER_EXAMPLE)
    assert json.loads(words.model_dump_json()) == ORDER_EXAMPLE


def test_what_may_be_left_out_has_a_default():
    words = parsed(
        {
            "cast": [[{"template": "template-1", "weight": 1}]],
            "templates": {"template-1": {"engine": "mesh", "width": 80, "photos": 1}},
            "most_bytes": 1000,
        }
    )
    assert (words.target.name, words.options.keep_mouth) == ("", False)


SHARE = {"template": "template-1", "weight": 1.0}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["cast"], []),
        (["cast"], [None]),
        (["cast"], [[]]),
        (["cast"], {"0": [SHARE]}),
        (["cast"], [[SHARE]] * 26),
        (["cast"], [[SHARE]]),
        (["cast", 0, 0, "weight"], 0.6),
        (["cast", 0, 0, "weight"], -0.5),
        (["cast", 0, 0, "weight"], "0.5"),
        (["cast", 0, 0, "weight"], float("nan")),
        (["cast", 0, 0, "weight"], float("inf")),
        (["cast", 0, 0, "template"], "template-9"),
        (["cast", 0, 0, "template"], "target"),
        (["cast", 0, 0, "template"], "template-1\n"),
        (["templates"], {}),
        (["templates", "template-3"], {"engine": "mesh", "width": 80.0, "photos": 1}),
        (["templates", "../template-1"], {"engine": "mesh", "width": 80.0, "photos": 1}),
        (["templates", "template-1", "engine"], ""),
        (["templates", "template-1", "width"], float("nan")),
        (["templates", "template-1", "photos"], 0),
        (["most_bytes"], 0),
        (["most_bytes"], True),
        (["most_bytes"], "many"),
        (["options", "oldify"], 7),
        (["options", "sharpen"], "yes"),
        (["options", "mute"], "yes"),
        (["reference_seconds"], -1.0),
        (["reference_seconds"], float("nan")),
        (["mark"], "x" * 41),
        (["mark"], None),
        (["target", "name"], "n" * 201),
        (["surprise"], 1),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(path, value):
    with pytest.raises(ValidationError):
        parsed(changed(path, value))


@pytest.mark.parametrize("text", [b"", b"[", b"null", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(ValidationError):
        parsed(text)


NAMES = st.lists(st.sampled_from("abc"), min_size=1, max_size=3)
ORDERS = st.builds(
    SwapOrder,
    target=st.builds(NamedBytes, st.text(max_size=50), st.binary(max_size=50)),
    cast=st.lists(st.none() | NAMES, min_size=1, max_size=25)
    .filter(any)
    .map(lambda cast: tuple(names and mixed(names) for names in cast)),
    options=st.builds(Options, *[st.booleans()] * 5),
    most_bytes=st.integers(1, 2**40),
    reference_seconds=st.floats(0, 1e6),
    mark=st.text(max_size=40),
)


def mixed(names):
    """Return a mix as the product makes it, where a name given twice weighs twice."""
    return tuple(
        WeightedTemplate(Template("mesh", name.encode(), 80.5, 1), weight)
        for name, weight in Mix(tuple(names)).weights.items()
    )


@given(ORDERS)
def test_an_order_survives_its_words(order):
    words, templates = order_words(order)
    text = words.model_dump_json()
    assert order_from(OrderWords.model_validate_json(text), order.target.data, templates) == order


def test_each_template_is_sent_once():
    order = SwapOrder(NamedBytes("", b""), (mixed("a"), mixed("b"), mixed("a")), Options(), 1)
    words, templates = order_words(order)
    assert templates == {"template-1": b"a", "template-2": b"b"}
    assert [mix[0].template for mix in words.cast] == ["template-1", "template-2", "template-1"]


def test_a_long_name_is_cut():
    order = SwapOrder(NamedBytes("n" * 300, b""), (mixed("a"),), Options(), 1)
    assert len(order_words(order)[0].target.name) == 200


def test_an_order_that_nobody_could_take_is_not_put_in_words():
    order = SwapOrder(NamedBytes("", b""), (mixed("a"),), Options(), 1)
    with pytest.raises(ValueError, match=r"sum to 0\.5"):
        order_words(replace(order, cast=((replace(mixed("a")[0], weight=0.5),),)))


@pytest.mark.parametrize("text", ["a", "0f3c", "job-1.2_a~b", "A" * 100])
def test_ids(text):
    assert is_swap_id(text)


@pytest.mark.parametrize("text", ["", ".", "..", "-a", "a/b", "a b", "a\n", "é", "A" * 101, "a?b"])
def test_what_is_no_id(text):
    assert not is_swap_id(text)


def test_an_error_survives_its_words():
    error = TooManyPixels(name="big.png", width=9000, height=9001, limit=60_000_000)
    words = ErrorWords.model_validate_json(error_words(error).model_dump_json())
    again = error_from(words)
    assert (type(again), again.data(), words.message) == (TooManyPixels, error.data(), str(error))


@pytest.mark.parametrize(
    "words",
    [
        ErrorWords(code="never_heard_of"),
        ErrorWords(code="too_many_pixels", data={"limit": "sixty"}),
        ErrorWords(code="too_many_pixels", data={"limit": None}),
        ErrorWords(code="file_too_large", data={"size": [1]}),
        ErrorWords(code="unknown_flags", data={"flags": 5}),
    ],
)
def test_an_error_that_makes_no_sense_is_unexpected(words):
    assert type(error_from(words)) is Unexpected


def test_a_newer_sidecar_may_say_more():
    words = SwapWords.model_validate_json(
        b'{"id": "a", "state": "failed", "frames": 7, '
        b'"error": {"code": "face_too_small", "data": {"width": 20.0, "why": "new"}}}'
    )
    status = status_from(words)
    assert status.state is JobState.FAILED
    assert isinstance(status.error, FaceTooSmall)
    assert status.error.width == 20.0


def test_a_failure_without_a_reason_is_unexpected():
    words = SwapWords.model_validate_json(b'{"id": "a", "state": "failed"}')
    assert type(status_from(words).error) is Unexpected
