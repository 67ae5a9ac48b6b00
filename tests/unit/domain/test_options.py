from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.errors import BadFlagValue, OptionRefused, PackMissing, UnknownFlags
from faceswap.domain.options import Options, parse_options, split_flags
from tests import strategies


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("", Options()),
        ("-m", Options(keep_mouth=True)),
        ("-f -s", Options(keep_texture=True, sharpen=True)),
        ("--mouth --texture --sharpen", Options(True, True, True)),
        ("-M -m", Options(keep_mouth=True)),
        ("\N{EM DASH}mouth", Options(keep_mouth=True)),
        ("-mf", Options(keep_mouth=True, keep_texture=True)),
        ("-SM", Options(keep_mouth=True, sharpen=True)),
        ("-m,-s", Options(keep_mouth=True, sharpen=True)),
        ("-m , -s,", Options(keep_mouth=True, sharpen=True)),
        ("--greedy", Options()),
        ("-m --nogreedy", Options(keep_mouth=True)),
    ],
)
def test_flags_are_read(text, options):
    assert parse_options(text) == options


@given(strategies.options)
def test_written_flags_are_read_back(options):
    assert parse_options(str(options)) == options


@given(strategies.options, strategies.options)
def test_either_s_flags_are_kept(one, other):
    assert parse_options(f"{one} {other}") == one | other


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("-x", ["-x"]),
        ("-m -y --zap", ["-y", "--zap"]),
        ("word -m", ["word"]),
        ("-mx", ["-mx"]),
        ("--mf", ["--mf"]),
        ("-", ["-"]),
    ],
)
def test_unknown_flags_are_named(text, flags):
    with pytest.raises(UnknownFlags) as refused:
        parse_options(text)
    assert refused.value.flags == flags


@pytest.mark.parametrize("text", ["-o", "-o 300", "--oldify=300", "-o = 3", "-mo 1", "--xtreme"])
def test_flags_that_need_a_pack_name_it(text):
    with pytest.raises(PackMissing) as refused:
        parse_options(text)
    assert refused.value.pack


@pytest.mark.parametrize("text", ["-o 0", "-o 1001", "-o old"])
def test_numbers_out_of_range_are_refused(text):
    with pytest.raises(BadFlagValue, match="from 1 to 1000"):
        parse_options(text)


@given(st.text())
def test_any_text_is_read_or_refused(text):
    with suppress(OptionRefused):
        assert isinstance(parse_options(text), Options)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("me", ("me", "")),
        ("me, you -m -f", ("me, you", "-m -f")),
        ("-m", ("", "-m")),
        ("me \N{EM DASH}mouth", ("me", "--mouth")),
        ("-m me", ("me", "-m")),
        ("-m,me, you", ("me, you", "-m")),
        ("me,-m,-s", ("me", "-m -s")),
        ("me -o 300 -mf", ("me", "-o 300 -m -f")),
        ("-o 300 me", ("me", "-o 300")),
        ("--oldify=300 me", ("me", "--oldify 300")),
        ("-s me, you -m", ("me, you", "-s -m")),
        ("", ("", "")),
    ],
)
def test_flags_are_cut_from_ids(text, parts):
    assert split_flags(text) == parts
