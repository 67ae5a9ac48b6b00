from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from faceswap.apis.native.openapi import ORDER_EXAMPLE, PLACE_EXAMPLE, PORTRAIT_EXAMPLE
from faceswap.apis.native.orders import read_order
from faceswap.apis.native.translating import order_from, order_words
from faceswap.apis.native.wire import (
    ErrorWords,
    Health,
    SwapWords,
    condition_from,
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
from faceswap.domain.wording import MOST_SEED, Frame, Made, Wording
from faceswap.ports import (
    Condition,
    PlaceOrder,
    PortraitOrder,
    Readiness,
    SwapOrder,
    WeightedTemplate,
)


def parsed(words):
    return read_order(words if isinstance(words, bytes) else json.dumps(words).encode())


def changed(path, value, example=ORDER_EXAMPLE):
    """Return an example of the docs with one thing changed."""
    words = json.loads(json.dumps(example))
    *way, last = path
    place = words
    for step in way:
        place = place[step]
    place[last] = value
    return words


@pytest.mark.parametrize("example", [ORDER_EXAMPLE, PORTRAIT_EXAMPLE, PLACE_EXAMPLE])
def test_the_examples_in_the_description_are_orders(example):
    words = parsed(example)
    assert json.loads(words.model_dump_json()) == example


def test_what_may_be_left_out_has_a_default():
    words = parsed(
        {
            "cast": [[{"template": "template-1", "weight": 1}]],
            "templates": {"template-1": {"engine": "mesh", "width": 80, "photos": 1}},
            "most_bytes": 1000,
        }
    )
    assert (words.kind, words.target.name, words.options.keep_mouth) == ("swap", "", False)


def test_an_order_of_an_older_client_is_a_swap():
    older = json.loads(json.dumps(ORDER_EXAMPLE))
    del older["kind"]
    assert parsed(older) == parsed(ORDER_EXAMPLE)


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
        (["kind"], "poem"),
        (["kind"], None),
        (["kind"], ["swap"]),
        (["kind"], "headshot"),
        (["kind"], "changebg"),
        (["seed"], 1),
    ],
)
def test_an_order_that_makes_no_sense_is_refused(path, value):
    with pytest.raises(ValidationError):
        parsed(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["wording", "text"], "x" * 6001),
        (["wording", "without"], "green"),
        (["wording", "without"], ["x"] * 101),
        (["wording", "surprise"], 1),
        (["cast"], []),
        (["cast"], None),
        (["cast", 0, "weight"], 0.5),
        (["cast", 0, "template"], "template-2"),
        (["templates"], {}),
        (["frame"], "round"),
        (["seed"], -1),
        (["seed"], 2**32),
        (["seed"], 1.5),
        (["seed"], None),
        (["most_bytes"], 0),
        (["mark"], "x" * 41),
        (["target"], {"name": "party.jpg"}),
        (["kind"], "swap"),
    ],
)
def test_a_portrait_that_makes_no_sense_is_refused(path, value):
    with pytest.raises(ValidationError):
        parsed(changed(path, value, PORTRAIT_EXAMPLE))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["wording"], None),
        (["background"], {"name": "sea.jpg"}),
        (["seed"], "1"),
        (["target", "name"], "n" * 201),
        (["cast"], [SHARE]),
        (["kind"], "headshot"),
    ],
)
def test_a_place_that_makes_no_sense_is_refused(path, value):
    with pytest.raises(ValidationError):
        parsed(changed(path, value, PLACE_EXAMPLE))


@pytest.mark.parametrize("text", [b"", b"[", b"null", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_object_is_refused(text):
    with pytest.raises(ValidationError):
        parsed(text)


NAMES = st.lists(st.sampled_from("abc"), min_size=1, max_size=3)
FILES = st.builds(NamedBytes, st.text(max_size=50), st.binary(max_size=50))
WORDINGS = st.builds(
    Wording, st.text(max_size=50), st.lists(st.text(max_size=9), max_size=3).map(tuple)
)
SEEDS = st.integers(0, MOST_SEED)
RESULTS = {"most_bytes": st.integers(1, 2**40), "mark": st.text(max_size=40)}
OPTIONS = st.builds(Options, *[st.booleans()] * 5)
SWAPS = st.builds(
    SwapOrder,
    target=FILES,
    cast=st.lists(st.none() | NAMES, min_size=1, max_size=25)
    .filter(any)
    .map(lambda cast: tuple(names and mixed(names) for names in cast)),
    options=OPTIONS,
    reference_seconds=st.floats(0, 1e6),
    **RESULTS,
)
PORTRAITS = st.builds(
    PortraitOrder,
    wording=WORDINGS,
    cast=NAMES.map(lambda names: mixed(names)),
    frame=st.sampled_from(Frame),
    seed=SEEDS,
    options=OPTIONS,
    **RESULTS,
)
PLACES = st.builds(
    PlaceOrder, target=FILES, wording=WORDINGS, background=st.none(), seed=SEEDS, **RESULTS
) | st.builds(PlaceOrder, target=FILES, wording=st.none(), background=FILES, seed=SEEDS, **RESULTS)


def mixed(names):
    """Return a mix as the product makes it, where a name given twice weighs twice."""
    return tuple(
        WeightedTemplate(Template("mesh", name.encode(), 80.5, 1), weight)
        for name, weight in Mix(tuple(names)).weights.items()
    )


@given(SWAPS | PORTRAITS | PLACES)
def test_an_order_survives_its_words(order):
    words, parts = order_words(order)
    assert parts.keys() == words.parts
    assert order_from(read_order(words.model_dump_json().encode()), parts) == order


def test_each_template_is_sent_once():
    order = SwapOrder(NamedBytes("", b""), (mixed("a"), mixed("b"), mixed("a")), Options(), 1)
    words, parts = order_words(order)
    assert parts == {"target": b"", "template-1": b"a", "template-2": b"b"}
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


def test_how_a_picture_was_made_survives_its_words():
    made = Made("scenes", 7, "mad king", "a king on his throne", is_match=False)
    words = SwapWords(id="a", state="done", made=made)
    assert SwapWords.model_validate_json(words.model_dump_json()).made == made


def test_a_newer_sidecar_may_say_more_of_how_a_picture_was_made():
    words = SwapWords.model_validate_json(
        b'{"id": "a", "state": "done", "made": {"maker": "scenes", "seed": 7, "style": "oil"}}'
    )
    assert words.made == Made("scenes", 7)


def test_an_older_sidecar_makes_nothing_from_words():
    words = Health.model_validate_json(
        b'{"state": "ready", "queue": 0, "slots": 1, "engine": "mesh", "version": "1.0"}'
    )
    assert condition_from(words) == Condition(Readiness.READY, "mesh", "", "", "1.0")
