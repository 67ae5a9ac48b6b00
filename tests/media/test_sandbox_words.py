"""The sidecar believes of a child's words only what its readers could have said."""

from __future__ import annotations

import copy
import json
import platform
import socket
import struct
import subprocess
import sys
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.domain.errors import FileTooLarge, UnsupportedPicture
from faceswap.domain.media import PictureLimits
from faceswap.engine.media.clips import ClipInfo, Layout, Matrix, PixelFormat, Timing
from faceswap.engine.media.sandbox import forms, syscalls, wire
from faceswap.engine.media.stills import Still
from tests.media.hostile_files import SEEDS

LIMITS = ClipLimits()
PICTURES = PictureLimits()
INFO = ClipInfo(
    facts=ClipFacts(ClipKind.VIDEO, 63, 47, 90, 3.003, has_audio=True),
    layout=Layout(PixelFormat.YUV420, 64, 48),
    timing=Timing(Fraction(1, 90_000), Fraction(30_000, 1001), loops=3),
    matrix=Matrix.BT601,
    is_full_range=True,
    aspect=Fraction(4, 3),
    has_alpha=True,
    is_lossless=True,
)
STILL = Still(np.zeros((9, 7, 3), np.uint8), "PNG", True, np.zeros((9, 7), np.uint8), b"icc", 2)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def crossed(value: dict) -> dict:
    """Return a message as it is on the other side."""
    return json.loads(wire.pack(value)[4:])


def changed(value: dict, path: str, to: object) -> dict:
    made = copy.deepcopy(value)
    *parents, last = path.split(".")
    place = made
    for name in parents:
        place = place[name]
    if to is KeyError:
        del place[last]
    else:
        place[last] = to
    return made


def test_what_is_known_of_a_clip_crosses_whole():
    assert forms.info_from_wire(crossed(forms.info_to_wire(INFO)), LIMITS) == INFO


def test_what_is_known_of_a_still_crosses_whole():
    form = forms.still_from_wire(crossed(forms.still_to_wire(STILL)), PICTURES)
    assert form == forms.StillForm(7, 9, "PNG", True, True, 3, 2)
    assert form.size == 7 * 9 * 4 + 3


BIG = 2**63


@pytest.mark.parametrize(
    ("path", "to"),
    [
        *(("facts", 5), ("facts", None), ("facts", KeyError), ("layout", [])),
        *(("facts.kind", "exe"), ("facts.kind", ["video"]), ("facts.kind", KeyError)),
        *(("facts.width", 0), ("facts.width", 64.0), ("facts.width", True), ("facts.width", BIG)),
        *(("facts.frames", 0), ("facts.frames", LIMITS.most_frames + 1), ("facts.frames", "9")),
        *(("facts.seconds", -1), ("facts.seconds", float("nan")), ("facts.seconds", 1e9)),
        *(("facts.seconds", float("inf")), ("facts.has_audio", 1), ("facts.seconds", True)),
        *(("layout.width", 63), ("layout.height", -48), ("layout.pixels", "rgb")),
        *(("layout.width", 2**20), ("layout.width", BIG)),
        *(("base", [0, 1]), ("base", [1, 0]), ("base", [1]), ("base", [1, 2, 3]), ("base", 1)),
        *(("base", [-1, 30]), ("rate", [1, BIG]), ("rate", [1.0, 2]), ("rate", KeyError)),
        *(("loops", -1), ("loops", BIG), ("matrix", "bt2020"), ("is_full_range", "yes")),
        *(("aspect", [101, 1]), ("aspect", [1, 101]), ("has_alpha", None), ("is_lossless", 0)),
    ],
)
def test_a_clip_that_cannot_be_is_a_lie(path, to):
    said = forms.info_to_wire(INFO)
    with pytest.raises(forms.Lie):
        forms.info_from_wire(changed(said, path, to), LIMITS)


@pytest.mark.parametrize(
    ("path", "to"),
    [
        *(("width", 0), ("width", 10**8), ("height", 3.5), ("kind", "EXE"), ("is_lossless", 1)),
        *(("icc", -1), ("icc", 10**9), ("subsampling", 3), ("has_alpha", KeyError)),
    ],
)
def test_a_still_that_cannot_be_is_a_lie(path, to):
    with pytest.raises(forms.Lie):
        forms.still_from_wire(changed(forms.still_to_wire(STILL), path, to), PICTURES)


def test_sides_that_are_allowed_each_may_be_too_much_together():
    said = changed(forms.still_to_wire(STILL), "width", 10**5)
    with pytest.raises(forms.Lie):
        forms.still_from_wire(changed(said, "height", 10**5), PICTURES)
    wide = changed(forms.info_to_wire(INFO), "layout.width", 2**15)
    with pytest.raises(forms.Lie):
        forms.info_from_wire(changed(wide, "layout.height", 2**15), LIMITS)


@given(JSON)
def test_nothing_else_is_taken_and_nothing_breaks(said):
    for take in (forms.info_from_wire, forms.facts_from_wire):
        with pytest.raises(forms.Lie):
            take(said, LIMITS)
    with pytest.raises(forms.Lie):
        forms.still_from_wire(said, PICTURES)
    message = {"refused": "file_too_large", "data": {"size": said, "limit": said}}
    refusal = forms.refusal_from_wire(message, "a.png")
    assert refusal is None or str(refusal)


def test_a_refusal_has_our_name_for_the_file():
    said = crossed({"refused": "file_too_large", "data": FileTooLarge("x", 9, 8).data()})
    refusal = forms.refusal_from_wire(said, "a.png")
    assert isinstance(refusal, FileTooLarge)
    assert refusal.data() == {"name": "a.png", "size": 9, "limit": 8}


@pytest.mark.parametrize(
    "said",
    [
        {"refused": "canceled", "data": {}},
        {"refused": "unexpected", "data": {}},
        {"refused": "no_such_code", "data": {}},
        {"refused": ["file_too_large"], "data": {}},
        {"refused": "file_too_large"},
        {"refused": "file_too_large", "data": {"size": 10**400}},
        {"refused": "file_too_large", "data": {"size": "much", "limit": []}},
        {"refused": "unsupported_picture", "data": {"kind": "a lie " * 20}},
        {"refused": "unsupported_picture", "data": {"kind": "two\nlines"}},
    ],
)
def test_a_refusal_that_is_none_of_the_readers_is_not_taken(said):
    assert forms.refusal_from_wire(said, "a.png") is None


def test_a_word_in_a_refusal_comes_through():
    said = {"refused": "unsupported_picture", "data": {"kind": "HEIC"}}
    refusal = forms.refusal_from_wire(said, "a")
    assert isinstance(refusal, UnsupportedPicture)
    assert refusal.kind == "HEIC"


@given(st.lists(st.dictionaries(st.text(), st.integers()), max_size=5), st.data())
def test_messages_come_out_as_they_went_in_however_they_arrive(messages, data):
    stream = b"".join(map(wire.pack, messages))
    inbox, seen = wire.Inbox(), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        inbox.feed(stream[:cut])
        stream = stream[cut:]
        while (message := inbox.next()) is not None:
            seen.append(message)
    assert seen == messages


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"1", b"{", b"\xff", b"[" * 60_000, b"1" * 5000, b'{"a":NaN']
)
def test_what_is_no_message_is_garbled(body):
    inbox = wire.Inbox()
    inbox.feed(struct.pack("!I", len(body)) + body)
    with pytest.raises(wire.Garbled):
        inbox.next()


def test_a_message_that_would_never_end_is_garbled_at_once():
    inbox = wire.Inbox()
    inbox.feed(struct.pack("!I", wire.LONGEST + 1))
    with pytest.raises(wire.Garbled):
        inbox.next()


def test_descriptors_arrive_with_their_message(tmp_path):
    ours, theirs = socket.socketpair()
    path = tmp_path / "a"
    path.write_text("content", encoding="ascii")
    with ours, theirs, path.open("rb") as file:
        wire.send(ours, {"number": 1}, [file.fileno(), file.fileno()])
        wire.send(ours, {"number": 2})
        first = wire.receive(theirs)
        second = wire.receive(theirs)
    assert first is not None
    assert second == ({"number": 2}, [])
    assert (first[0], len(first[1])) == ({"number": 1}, 2)
    wire.close_all(first[1])


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_a_filter_jumps_nowhere_else(machine):
    program = syscalls.filter_program(machine)
    assert program is not None
    steps = [struct.unpack_from("=HBBI", program, at) for at in range(0, len(program), 8)]
    for number, (code, if_true, if_false, _) in enumerate(steps):
        assert number + 1 + max(if_true, if_false) < len(steps) or code == 0x06
    assert steps[-1][0] == 0x06
    assert syscalls.filter_program("riscv64") is None


@pytest.mark.skipif(platform.system() != "Linux", reason="the filter is Linux's")
def test_children_import_nothing(tmp_path):
    """What a library imports when it first needs it, a child cannot: `preload` must have."""
    for number, make in enumerate(SEEDS.values()):
        (tmp_path / f"{number:02}").write_bytes(make())
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from faceswap.engine.media.sandbox import child\n"
        "from faceswap.engine.media.sandbox.readers import *\n"
        "preload()\n"
        "before = set(sys.modules)\n"
        "for path in sorted(Path(sys.argv[1]).iterdir()):\n"
        "    with path.open('rb') as file:\n"
        "        try:\n"
        "            list(open_clip(file, '', ClipLimits()).moments())\n"
        "        except NoFrames:\n"
        "            file.seek(0)\n"
        "            decode_still(NamedBytes('', file.read()), PictureLimits())\n"
        "print(*sorted(set(sys.modules) - before))\n"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script, str(tmp_path)], check=True, capture_output=True, timeout=60
    )
    assert ran.stdout.split() == []
