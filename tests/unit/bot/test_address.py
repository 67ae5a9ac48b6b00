import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.address import Address
from tests.fakes.clock import NOON

ADDRESS = Address(
    application=1,
    token="secret",
    until=int(NOON.timestamp()),
    user=2,
    channel=3,
    private=True,
    posts=False,
    language="fi",
)


def test_an_address_is_read_as_it_was_written():
    assert Address.read(str(ADDRESS)) == ADDRESS


@pytest.mark.parametrize("text", ["", "a token", "[]", "{}", '{"application": 1}', "null"])
def test_what_is_no_address(text):
    assert Address.read(text) is None


def test_an_older_versions_address_is_answered_in_english():
    older = json.loads(str(ADDRESS))
    del older["language"]
    assert Address.read(json.dumps(older)) == replace(ADDRESS, language="en")


def test_its_token_is_not_shown():
    assert "secret" not in repr(ADDRESS)


def test_replies_end_with_the_token():
    assert ADDRESS.takes_replies(NOON - timedelta(seconds=1))
    assert not ADDRESS.takes_replies(NOON)
