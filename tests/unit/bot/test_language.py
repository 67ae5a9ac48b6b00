import asyncio

import pytest

from bot.language import NoSuchMessage, language_of, say, speaking, spoken


@pytest.mark.parametrize(
    ("locale", "language"),
    [("en-US", "en"), ("en-GB", "en"), ("fi", "en"), ("zh-TW", "en"), ("", "en")],
)
def test_who_has_no_language_of_ours_is_spoken_to_in_english(locale, language):
    assert language_of(locale) == language


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


async def test_a_language_is_spoken_by_one_task_and_those_it_begins():
    async def tell():
        return spoken()

    with speaking("fi"):
        inside = asyncio.create_task(tell())
        assert say("unit-minutes", minutes=1) == "1 min"
    assert (await inside, spoken()) == ("fi", "en")
