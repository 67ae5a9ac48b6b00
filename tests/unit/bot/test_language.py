import asyncio
from decimal import Decimal

import pytest

from bot.language import Catalogue, NoSuchMessage, language_of, say, speaking, spoken


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en-US", "en"), ("en-GB", "en"), ("fi", "en"), ("zh-TW", "en"), ("", "en")],
)
def test_who_has_no_language_of_ours_is_spoken_to_in_english(locale, language):
    assert language_of(locale) == language


def test_who_has_one_is_spoken_to_in_it():
    with speaking(language_of("de")):
        assert say("button-delete") == "Löschen"


def test_a_message_has_its_words_in_it():
    assert [say("button-swap", price=price) for price in (0, 1, 2)] == [
        "Swap",
        "Swap (1 credit)",
        "Swap (2 credits)",
    ]


def test_a_defect_is_told_from_a_message():
    with pytest.raises(NoSuchMessage, match="no-such-message"):
        say("no-such-message")
    with pytest.raises(NoSuchMessage, match="button-swap"):
        say("button-swap")


@pytest.mark.parametrize(
    ("language", "seconds", "said"),
    [
        ("en", 7200, "7200 s"),
        ("en", Decimal("3.0"), "3.0 s"),
        ("de", Decimal("3.6"), "3,6 s"),
        ("de", 1280, "1280 s"),
    ],
)
def test_numbers_are_written_as_the_language_does(language, seconds, said):
    with speaking(language):
        assert say("unit-seconds", seconds=seconds) == said


def test_languages_that_discord_tells_apart_may_be_one(tmp_path):
    for language in ("en", "es"):
        (tmp_path / language).mkdir()
    catalogue = Catalogue(tmp_path)
    locales = ("es-ES", "es-419", "de", "en-GB")
    assert [catalogue.language_of(each) for each in locales] == ["es", "es", "en", "en"]


async def test_a_language_is_spoken_by_one_task_and_those_it_begins():
    async def tell():
        return spoken()

    with speaking("fi"):
        inside = asyncio.create_task(tell())
        assert say("unit-minutes", minutes=1) == "1 min"
    assert (await inside, spoken()) == ("fi", "en")
