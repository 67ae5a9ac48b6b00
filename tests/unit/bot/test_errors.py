"""Every error has words, and they are one friendly line."""

import dataclasses
import re

import pytest

from bot.errors import WORDS, words_for
from bot.language import translation
from bot.words import sentence
from faceswap.domain.errors import NotEnoughCredits, UnknownId, VisageError
from tests.quiet_discord import discord

KINDS = [VisageError, *(kind for kind in VisageError.kinds.values() if kind not in WORDS)]
SENTENCES = [(kind, name) for kind in KINDS for name in ("", *kind.variants)]
SAMPLES = {"str": "a.png", "int": 52_428_800, "float": 1234.56, "bool": True, "list[str]": ["-a"]}


@pytest.mark.parametrize("kind", VisageError.kinds.values())
def test_every_error_has_one_sentence(kind):
    texts = {field.name: "x" for field in dataclasses.fields(kind) if field.type == "str"}
    text = words_for(kind(**texts))
    assert not text.startswith(" ")
    assert text.endswith((".", "?"))
    assert "\n" not in text
    assert len(text) < 400


def in_fluent(says):
    return re.sub(r"{(\w+)}", r"{ $\1 }", says)


def test_the_catalogues_english_is_the_errors_own():
    """What is missing or different is reported as the catalogue should have it."""
    found = []
    for kind, variant in SENTENCES:
        says = kind.variants.get(variant, kind.says)
        words = {name: f"<{name}>" for name in re.findall(r"{(\w+)}", says)}
        message = "-".join(part for part in ("error", kind.code, variant) if part)
        message = message.replace("_", "-")
        if translation("en", message, **words) != says.format(**words):
            found.append(f"{message} = {in_fluent(says)}")
    assert "\n".join(found) == ""


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_empty", [True, False])
def test_the_words_in_it_are_the_errors_own(kind, is_empty):
    fields = dataclasses.fields(kind)
    error = kind() if is_empty else kind(**{each.name: SAMPLES[each.type] for each in fields})
    assert re.sub(r"\\(.)", r"\1", sentence(error)) == str(error)


def test_credits_come_back_at_a_time_in_the_readers_words():
    text = words_for(NotEnoughCredits(needed=3, left=1, refill=1795219200))
    assert text == (
        "This costs 3 credits and you have 1 left today; they are refilled <t:1795219200:R>."
    )


def test_what_a_member_typed_is_neither_markup_nor_a_mention():
    text = words_for(UnknownId(name="<@123456789012345678> **x** @everyone", nearest="a_b"))
    assert "**x**" not in text
    assert "@everyone" not in text
    assert "a\\_b" in text
    assert "<@1234" not in text


@pytest.mark.parametrize("error", [ValueError("secret"), discord.ClientException("secret")])
def test_a_defect_has_a_reference_and_no_details(error):
    text = words_for(error)
    assert "secret" not in text
    assert "tell the server's owner the reference `" in text
    assert text != words_for(error)
