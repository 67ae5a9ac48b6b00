"""Every error has words, and they are one friendly line."""

import dataclasses

import pytest

from bot.errors import words_for
from faceswap.domain.errors import NotEnoughCredits, UnknownId, VisageError
from tests.quiet_discord import discord


@pytest.mark.parametrize("kind", VisageError.kinds.values())
def test_every_error_has_one_sentence(kind):
    texts = {field.name: "x" for field in dataclasses.fields(kind) if field.type == "str"}
    text = words_for(kind(**texts))
    assert not text.startswith(" ")
    assert text.endswith((".", "?"))
    assert "\n" not in text
    assert len(text) < 400


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
