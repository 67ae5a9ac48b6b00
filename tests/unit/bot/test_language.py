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
    assert [say("count-credits", count=count) for count in (0, 1, 2)] == [
        "0 credits",
        "1 credit",
        "2 credits",
    ]


def test_a_defect_is_told_from_a_message():
    with pytest.raises(NoSuchMessage, match="no-such-message"):
        say("no-such-message")
    with pytest.raises(NoSuchMessage, match="count-credits"):
        say("count-credits")


async def test_a_language_is_spoken_by_one_task_and_those_it_begins():
    async def tell():
        return spoken()

    with speaking("fi"):
        inside = asyncio.create_task(tell())
        assert say("count-credits", count=1) == "1 credit"
    assert (await inside, spoken()) == ("fi", "en")
